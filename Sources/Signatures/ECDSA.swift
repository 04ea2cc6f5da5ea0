import CLibcrypto

/// ECDSA on the curves of NIST (RFC 5656, section 6.2.1; FIPS 186-5, section 6.4.2).
enum ECDSA {
  /// Whether r and s, most significant byte first, are the key's signature of the message, with the
  /// hash function that belongs to the curve.
  ///
  /// `point` is the key in the uncompressed form of SEC 1. Of the two signatures (r, s) and
  /// (r, n - s), which anyone can make of each other, both verify.
  static func verify(
    _ curve: NISTCurve, point: [UInt8], message: [UInt8], r: [UInt8], s: [UInt8]
  ) throws(CryptographyError) -> Bool {
    guard r.count <= curve.size, s.count <= curve.size,
      let key = try VerificationKey(curve, point: point)
    else { return false }
    return try key.verifies(der(r: r, s: s), of: message, hash: curve.hash)
  }

  /// `ECDSA-Sig-Value` (RFC 3279, section 2.2.3), the form that libcrypto takes.
  private static func der(r: [UInt8], s: [UInt8]) throws(CryptographyError) -> [UInt8] {
    guard let signature = ECDSA_SIG_new() else { throw CryptographyError() }
    defer { ECDSA_SIG_free(signature) }
    let (r, s) = (BN_bin2bn(r, Int32(r.count), nil), BN_bin2bn(s, Int32(s.count), nil))
    // From here on the two numbers are the signature's, unless it was not given both.
    guard ECDSA_SIG_set0(signature, r, s) == 1 else {
      BN_free(r)
      BN_free(s)
      throw CryptographyError()
    }
    let size = i2d_ECDSA_SIG(signature, nil)
    guard size > 0 else { throw CryptographyError() }
    return [UInt8](unsafeUninitializedCapacity: Int(size)) { bytes, count in
      var end = bytes.baseAddress
      count = Int(max(0, i2d_ECDSA_SIG(signature, &end)))
    }
  }
}
