/// Where a link of a document leads, as far as the repository goes.
public enum LinkTarget: Equatable, Sendable {
  /// A place in the same document.
  case here(heading: String)
  /// A file or a folder, by its path from the top of the repository, and perhaps a place in it.
  case file(String, heading: String?)
  /// A place above the top of the repository.
  case outside

  /// Reads the address of a link in the document at `path`; `nil` where it leads elsewhere: to a
  /// website, a mailbox, a telephone (RFC 3986, section 4.2).
  public init?(_ destination: String, from path: String) {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let heading = parts.dropFirst().first.map { Self.decoded($0) }
    let address = parts.first?.split(separator: "?", omittingEmptySubsequences: false).first ?? ""
    if address.isEmpty {
      guard let heading else { return nil }
      self = .here(heading: heading)
      return
    }
    guard !address.hasPrefix("//"), !Self.hasScheme(address) else { return nil }
    // As forges do: a path that begins with a slash begins at the top of the repository.
    var names = address.hasPrefix("/") ? [] : path.split(separator: "/").dropLast().map(String.init)
    for name in Self.decoded(address).split(separator: "/") {
      switch name {
      case ".": continue
      case "..":
        guard names.popLast() != nil else {
          self = .outside
          return
        }
      default: names.append(String(name))
      }
    }
    self = .file(names.joined(separator: "/"), heading: heading)
  }

  private static func hasScheme(_ address: Substring) -> Bool {
    guard let colon = address.firstIndex(of: ":") else { return false }
    let scheme = address[..<colon]
    return scheme.first?.isLetter == true
      && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
  }

  /// The text with its `%20` and the like resolved; as it is where they make no UTF-8.
  private static func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? String(text)
  }
}
