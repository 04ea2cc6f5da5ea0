/// The signature proper inside an SSHSIG blob, read as the type of its key asks.
enum SignatureValue: Hashable, Sendable {
  /// R and S, 64 bytes (RFC 8709, section 6).
  case ed25519([UInt8])
  /// Magnitudes without leading zeros (RFC 5656, section 3.1.2).
  case ecdsa(r: [UInt8], s: [UInt8])
  /// Well-formed, of an algorithm that is not verified yet.
  case other

  /// Reads the signature by a key of this type; `rest` is what follows it in its blob.
  init(
    _ bytes: [UInt8], by type: KeyType, algorithm: String, rest: inout WireReader
  ) throws(SignatureFormatError) {
    guard type.signatureAlgorithms.contains(algorithm) else { throw .algorithm(algorithm) }
    switch type {
    case .ed25519: self = try .ed25519(Self.edwards(bytes))
    case .ecdsaP256: self = try Self.ecdsa(bytes, .p256)
    case .ecdsaP384: self = try Self.ecdsa(bytes, .p384)
    case .ecdsaP521: self = try Self.ecdsa(bytes, .p521)
    case .rsa: self = .other
    case .securityKeyEd25519:
      _ = try Self.edwards(bytes)
      self = .other
    case .securityKeyP256:
      _ = try Self.ecdsa(bytes, .p256)
      self = .other
    }
    if type.isSecurityKey {
      try Self.passAuthenticatorData(&rest, webauthn: algorithm != type.rawValue)
    }
  }

  private static func edwards(_ bytes: [UInt8]) throws(SignatureFormatError) -> [UInt8] {
    guard bytes.count == 64 else { throw .ed25519Length(bytes.count) }
    return bytes
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

  /// Flags and counter, and for webauthn origin, client data and extensions (PROTOCOL.u2f).
  private static func passAuthenticatorData(_ rest: inout WireReader, webauthn: Bool)
    throws(SignatureFormatError)
  {
    guard rest.byte() != nil, rest.uint32() != nil else { throw .truncated }
    for _ in 0..<(webauthn ? 3 : 0) {
      guard rest.string() != nil else { throw .truncated }
    }
  }
}
