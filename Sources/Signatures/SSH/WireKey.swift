import Objects

/// A public key of any known type, read from its wire form and found sound.
struct WireKey: Hashable, Sendable {
  /// What signatures are verified with.
  enum Material: Hashable, Sendable {
    /// 32 bytes (RFC 8032, section 5.1.5).
    case ed25519([UInt8])
    /// A point in the uncompressed form of SEC 1.
    case ecdsa(NISTCurve, [UInt8])
    case rsa(RSA.PublicKey)
  }

  let type: KeyType
  let material: Material
  /// The application that a security key signs for; `nil` for other keys.
  let application: String?

  /// Reads the wire form, to its last byte.
  init(_ blob: [UInt8]) throws(KeyError) {
    var reader = WireReader(blob)
    guard let name = reader.name() else { throw .malformed("it does not begin with a type") }
    type = try KeyType(named: name)
    material =
      switch type {
      case .ed25519, .securityKeyEd25519: try .ed25519(Self.edwardsPoint(&reader))
      case .ecdsaP256, .securityKeyP256: try .ecdsa(.p256, Self.point(on: .p256, &reader))
      case .ecdsaP384: try .ecdsa(.p384, Self.point(on: .p384, &reader))
      case .ecdsaP521: try .ecdsa(.p521, Self.point(on: .p521, &reader))
      case .rsa: try .rsa(Self.rsa(&reader))
      }
    application = type.isSecurityKey ? try Self.application(&reader) : nil
    guard reader.isAtEnd else { throw .malformed("something follows it") }
  }

  private static func edwardsPoint(_ reader: inout WireReader) throws(KeyError) -> [UInt8] {
    guard let point = reader.string(), point.count == 32 else {
      throw .malformed("an Ed25519 key is 32 bytes long")
    }
    switch Ed25519.refusal(ofKey: point) {
    case nil: return point
    case .notCanonical: throw .refused("the Ed25519 point is not in its canonical form")
    case .smallOrder: throw .refused("the Ed25519 point is of small order")
    }
  }

  private static func point(on curve: NISTCurve, _ reader: inout WireReader)
    throws(KeyError) -> [UInt8]
  {
    guard reader.name() == curve.rawValue else {
      throw .malformed("its type and its curve disagree")
    }
    guard let point = reader.string(), let form = point.first else {
      throw .malformed("it has no point")
    }
    if point == [0] { throw .refused("the point is the one at infinity") }
    guard form == 4 else { throw .refused("the point is not in the uncompressed form") }
    guard point.count == 1 + 2 * curve.size else {
      throw .malformed("a point on \(curve.rawValue) is \(1 + 2 * curve.size) bytes long")
    }
    guard try isOnCurve(curve, point) else { throw .refused("the point is not on the curve") }
    return point
  }

  private static func isOnCurve(_ curve: NISTCurve, _ point: [UInt8]) throws(KeyError) -> Bool {
    do throws(CryptographyError) {
      return try VerificationKey(curve, point: point) != nil
    } catch {
      throw .unsupported("\(curve.rawValue) (libcrypto: \(error.reason))")
    }
  }

  /// 2048 bits at least, as in `docs/formats.md`, section 3, and no more than OpenSSH takes; an exponent
  /// that has an inverse, is not 1, with which anybody could sign, and is no longer than libcrypto
  /// takes with every modulus.
  private static func rsa(_ reader: inout WireReader) throws(KeyError) -> RSA.PublicKey {
    guard let exponent = reader.positiveInteger(), let modulus = reader.positiveInteger() else {
      throw .malformed("an RSA key is two positive integers in their shortest form")
    }
    let key = RSA.PublicKey(modulus: modulus, exponent: exponent)
    guard key.bits >= 2048 else { throw .refused("\(key.bits) bits of RSA are too few") }
    guard key.bits <= 16384 else { throw .refused("\(key.bits) bits of RSA are too many") }
    guard exponent.last.map({ $0 & 1 == 1 }) == true, exponent != [1] else {
      throw .refused("the RSA exponent is even or 1")
    }
    guard exponent.count <= 8 else { throw .refused("the RSA exponent is over 64 bits long") }
    guard modulus.last.map({ $0 & 1 == 1 }) == true else {
      throw .refused("the RSA modulus is even")
    }
    return key
  }

  /// `ssh:` and the like, or the name of a web site's relying party (OpenSSH PROTOCOL.u2f).
  private static func application(_ reader: inout WireReader) throws(KeyError) -> String {
    guard let application = reader.text(), Characters.isName(application) else {
      throw .malformed("it does not name its application")
    }
    return application
  }
}
