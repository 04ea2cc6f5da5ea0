/// Where on the web a browser was asked for a signature, as browsers write it (RFC 6454, section 6.2).
public struct WebOrigin: Hashable, Sendable, CustomStringConvertible {
  /// `https://desk.example.org`.
  public let description: String

  /// Reads `https://`, a domain name in lower case, and a port where it is not 443; `http://` with
  /// `localhost` only. `nil` for anything else: no browser would say it where security keys work.
  public init?(_ text: some StringProtocol) {
    let (scheme, defaultPort) =
      text.hasPrefix("http://localhost") ? ("http://", 80) : ("https://", 443)
    // In ASCII each byte is a character of its own, so that the scheme ends where it seems to.
    guard text.utf8.starts(with: scheme.utf8), text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return nil
    }
    let parts = text.dropFirst(scheme.count)
      .split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let host = parts.first, scheme == "https://" || host == "localhost", Self.isDomain(host)
    else { return nil }
    if parts.count > 1 {
      guard let port = UInt16(parts[1]), "\(port)".utf8.elementsEqual(parts[1].utf8), port > 0,
        port != defaultPort
      else { return nil }
    }
    description = String(text)
  }

  /// Whether the text is a name and no address, in the form of DNS (RFC 1123, section 2.1).
  private static func isDomain(_ host: some StringProtocol) -> Bool {
    let labels = Array(host.utf8).split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    return host.utf8.count <= 253
      && labels.allSatisfy { label in
        (1...63).contains(label.count) && label.first != UInt8(ascii: "-")
          && label.last != UInt8(ascii: "-")
          && label.allSatisfy {
            digits.contains($0) || letters.contains($0) || $0 == UInt8(ascii: "-")
          }
      }
      && labels.last.map { !$0.allSatisfy(digits.contains) } ?? false
  }
}
