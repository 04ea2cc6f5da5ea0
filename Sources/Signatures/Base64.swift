public import Objects

/// Base64 with padding and without line breaks, each value in its one spelling (RFC 4648,
/// sections 3.5 and 4).
enum Base64 {
  /// Four characters for every three bytes begun.
  static func encode(_ bytes: [UInt8]) -> String {
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
      for position in 0..<4 {
        let value = Int(bits >> (18 - 6 * UInt32(position)) & 63)
        text.unicodeScalars.append(Unicode.Scalar(position <= group.count ? alphabet[value] : pad))
      }
    }
    return text
  }

  /// In the alphabet for URLs and without padding (RFC 4648, section 5).
  static func encodeForURL(_ bytes: [UInt8]) -> String {
    encode(bytes).replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// The bytes; `nil` for a character outside the alphabet (white space too), missing, surplus or
  /// early padding, and unused bits that are not zero.
  static func decode(_ text: [UInt8]) -> [UInt8]? {
    let padding = text.reversed().prefix { $0 == pad }.count
    guard text.count.isMultiple(of: 4), padding <= 2 else { return nil }

    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var width: UInt32 = 0
    for digit in text.dropLast(padding) {
      guard let value = value(digit) else { return nil }
      bits = (bits << 6 | value) & 0xFFF
      width += 6
      if width >= 8 {
        width -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> width))
      }
    }
    return bits & ((1 << width) - 1) == 0 ? bytes : nil
  }

  private static let pad = UInt8(ascii: "=")
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func value(_ digit: UInt8) -> UInt32? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}

extension Digest {
  /// The 32 bytes in base64 with padding (RFC 4648, section 4), as a page's security policy names what
  /// it allows.
  public var base64: String { Base64.encode(bytes) }
}
