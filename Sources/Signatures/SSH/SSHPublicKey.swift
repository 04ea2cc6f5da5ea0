import Objects

/// An SSH public key, as it stands in `.pub` files, that signatures can be verified with.
///
/// Two keys are equal if and only if their wire forms are.
public struct SSHPublicKey: Hashable, Sendable, CustomStringConvertible {
  /// The wire form (RFC 4253, section 6.6).
  public let blob: [UInt8]
  let parts: WireKey

  /// Reads the wire form, to its last byte.
  public init(blob: [UInt8]) throws(KeyError) {
    parts = try WireKey(blob)
    self.blob = blob
  }

  /// Reads one line, without its line end: type, space, base64, and behind another space whatever
  /// comment there is.
  ///
  /// The type must be that of the wire form, and the base64 in its one spelling.
  public init(text: some StringProtocol) throws(KeyError) {
    let words = text.utf8.split(
      separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
    guard words.count >= 2, text.unicodeScalars.allSatisfy(Self.allowedInLine) else {
      throw .malformed("it is not one line of a type and base64")
    }
    guard let blob = Base64.decode(Array(words[1])) else {
      throw .malformed("the base64 is wrong")
    }
    var reader = WireReader(blob)
    guard let type = reader.string(), words[0].elementsEqual(type) else {
      throw .malformed("the type before it is another than its own")
    }
    try self.init(blob: blob)
  }

  /// The type, which says how it signs.
  public var type: KeyType { parts.type }

  /// The length of the modulus of an RSA key; `nil` for other keys.
  public var rsaBits: Int? {
    if case .rsa(let key) = parts.material { key.bits } else { nil }
  }

  /// The name that `ssh-keygen -l` prints for it.
  public var fingerprint: Fingerprint { Fingerprint(ofBlob: blob) }

  /// Type and base64, without a comment.
  public var text: String { "\(type.rawValue) \(Base64.encode(blob))" }

  /// Type and base64, without a comment.
  public var description: String { text }

  /// The point or the modulus: who holds the private half of one key holds that of every other with
  /// the same, whatever they say of their use.
  public var publicValue: [UInt8] {
    switch parts.material {
    case .ed25519(let point), .ecdsa(_, let point): point
    case .rsa(let key): key.modulus
    }
  }

  private static func allowedInLine(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n" && Characters.allowedInStatement(scalar)
  }
}
