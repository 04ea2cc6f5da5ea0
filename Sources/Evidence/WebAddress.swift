import Objects

/// Where a link of a foreign text may lead: to a page of the web or to a mailbox, and nowhere else.
///
/// So nothing runs and nothing is read from the reader's own machine, however the address is spelt:
/// it is taken by how it begins, not refused by it.
struct WebAddress: CustomStringConvertible {
  /// The address, of ASCII characters that may stand in one (RFC 3986, section 2).
  let description: String

  private static let beginnings = ["https://", "http://", "mailto:"]
  /// Longer ones lead nowhere that a reader could know.
  private static let longest = 2048

  /// The address as an author wrote it; `nil` where it is another, or holds what nobody can see.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.longest, Characters.escaped(text) == text,
      Self.beginnings.contains(where: { beginning in
        bytes.count > beginning.utf8.count
          && zip(bytes, beginning.utf8).allSatisfy { Self.lowered($0) == $1 }
      })
    else { return nil }
    var address: [UInt8] = []
    for byte in bytes {
      if Self.mayStand(byte) {
        address.append(byte)
      } else {
        address += [UInt8(ascii: "%"), Self.digit(byte >> 4), Self.digit(byte & 15)]
      }
    }
    description = String(decoding: address, as: UTF8.self)
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (65...90).contains(byte) ? byte | 0x20 : byte
  }

  private static func mayStand(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 55 + value }
}
