/// The signature proper inside an SSHSIG blob, read as the type of its key asks.
enum SignatureValue: Hashable, Sendable {
  /// R and S, 64 bytes (RFC 8709, section 6).
  case ed25519([UInt8])
  /// Magnitudes without leading zeros (RFC 5656, section 3.1.2).
  case ecdsa(r: [UInt8], s: [UInt8])
  /// As it stands (RFC 8332, section 3).
  case rsa([UInt8], HashFunction)
  /// One of RSA with SHA-1, which proves nothing.
  case sha1
  /// One by a key that is refused, which is not looked into.
  case unread

  /// Reads the signature by a key of this type.
  init(_ bytes: [UInt8], by type: KeyType, algorithm: String) throws(SignatureFormatError) {
    guard type.signatureAlgorithms.contains(algorithm) else { throw .algorithm(algorithm) }
    switch type {
    case .ed25519, .securityKeyEd25519:
      guard bytes.count == 64 else { throw .ed25519Length(bytes.count) }
      self = .ed25519(bytes)
    case .ecdsaP256, .securityKeyP256: self = try Self.ecdsa(bytes, .p256)
    case .ecdsaP384: self = try Self.ecdsa(bytes, .p384)
    case .ecdsaP521: self = try Self.ecdsa(bytes, .p521)
    case .rsa:
      self =
        switch algorithm {
        case "rsa-sha2-256": .rsa(bytes, .sha256)
        case "rsa-sha2-512": .rsa(bytes, .sha512)
        default: .sha1
        }
    }
  }

  private static func ecdsa(_ bytes: [UInt8], _ curve: NISTCurve)
    throws(SignatureFormatError) -> SignatureValue
  {
    var reader = WireReader(bytes)
    guard let r = reader.positiveInteger(), let s = reader.positiveInteger(),
      r.count <= curve.size, s.count <= curve.size
    else { throw .ecdsaIntegers }
    guard reader.isAtEnd else { throw .trailingBytes }
    return .ecdsa(r: r, s: s)
  }
}
