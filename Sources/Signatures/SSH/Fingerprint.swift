public import Objects

/// The fingerprint of an SSH key: `SHA256:` and 43 characters of base64, as `ssh-keygen -l` prints.
public struct Fingerprint: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The SHA-256 of the key's wire form.
  public let digest: Digest

  /// The fingerprint of a key's wire form, whatever kind of key it is.
  public init(ofBlob blob: [UInt8]) { digest = .sha256(of: blob) }

  /// Reads `SHA256:` and 43 characters of base64 without padding; `nil` for anything else, for
  /// unused bits that are not zero too.
  public init?(_ text: some StringProtocol) {
    let prefix = Array("SHA256:".utf8)
    guard text.utf8.count == prefix.count + 43, text.utf8.starts(with: prefix),
      let bytes = Base64.decode(Array(text.utf8.dropFirst(prefix.count)) + [UInt8(ascii: "=")]),
      let digest = Digest(bytes: bytes)
    else { return nil }
    self.digest = digest
  }

  /// The fingerprint of a key as `.pub` files hold it, also of a type that cannot be verified with;
  /// `nil` where the text is no type and base64.
  public init?(ofKeyText text: some StringProtocol) {
    let words = text.utf8.split(separator: UInt8(ascii: " "), maxSplits: 2)
    guard words.count >= 2, let blob = Base64.decode(Array(words[1])) else { return nil }
    self.init(ofBlob: blob)
  }

  /// `SHA256:` and 43 characters.
  public var description: String { "SHA256:\(Base64.encode(digest.bytes).dropLast())" }

  /// The order of the digests, which is not that of the text.
  public static func < (a: Fingerprint, b: Fingerprint) -> Bool { a.digest < b.digest }
}
