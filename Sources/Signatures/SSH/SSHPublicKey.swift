import Objects

/// An SSH public key, as it stands in `.pub` files, that signatures can be verified with.
///
/// Two keys are equal if and only if their wire forms are.
public struct SSHPublicKey: Hashable, Sendable, CustomStringConvertible {
  /// What can be verified today.
  public enum Algorithm: Hashable, Sendable {
    /// `ssh-ed25519` (RFC 8709).
    case ed25519
    /// `ecdsa-sha2-nistp256` (RFC 5656).
    case ecdsaP256
  }

  /// How it signs.
  public let algorithm: Algorithm
  /// The wire form (RFC 4253, section 6.6).
  public let blob: [UInt8]
  /// 32 bytes for Ed25519, 65 for P-256.
  let point: [UInt8]

  /// Reads the wire form, to its last byte.
  public init(blob: [UInt8]) throws(KeyError) {
    let key = try WireKey(blob)
    switch key.type {
    case .ed25519: algorithm = .ed25519
    case .ecdsaP256: algorithm = .ecdsaP256
    default: throw .unsupported(key.type.rawValue)
    }
    self.blob = blob
    point = key.point
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

  /// The name that `ssh-keygen -l` prints for it.
  public var fingerprint: Fingerprint { Fingerprint(ofBlob: blob) }

  /// Type and base64, without a comment.
  public var text: String {
    let type =
      switch algorithm {
      case .ed25519: KeyType.ed25519
      case .ecdsaP256: KeyType.ecdsaP256
      }
    return "\(type.rawValue) \(Base64.encode(blob))"
  }

  /// Type and base64, without a comment.
  public var description: String { text }

  private static func allowedInLine(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n" && Characters.allowedInStatement(scalar)
  }
}
