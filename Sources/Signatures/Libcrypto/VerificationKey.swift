import CLibcrypto

/// A public key as libcrypto holds it; it owns the `EVP_PKEY`.
final class VerificationKey {
  private let key: OpaquePointer

  /// Takes the 32 bytes of an Ed25519 key (RFC 8032, section 5.1.5), of which libcrypto checks
  /// nothing here.
  init(ed25519 point: [UInt8]) throws(CryptographyError) {
    guard let key = EVP_PKEY_new_raw_public_key_ex(nil, "ED25519", nil, point, point.count) else {
      throw CryptographyError()
    }
    self.key = key
  }

  /// Takes a point in the form of SEC 1, section 2.3.3; `nil` where it does not lie on the curve.
  init?(_ curve: NISTCurve, point: [UInt8]) throws(CryptographyError) {
    guard let context = EVP_PKEY_CTX_new_from_name(nil, "EC", nil) else {
      throw CryptographyError()
    }
    defer { EVP_PKEY_CTX_free(context) }
    guard EVP_PKEY_fromdata_init(context) == 1 else { throw CryptographyError() }
    var key: OpaquePointer?
    guard writ_ec_public_key(context, &key, curve.group, point, point.count) == 1, let key else {
      ERR_clear_error()
      return nil
    }
    self.key = key
    guard try isOnCurve() else { return nil }
  }

  /// Takes modulus and exponent, of which libcrypto checks nothing here.
  init(_ key: RSA.PublicKey) throws(CryptographyError) {
    guard let context = EVP_PKEY_CTX_new_from_name(nil, "RSA", nil) else {
      throw CryptographyError()
    }
    defer { EVP_PKEY_CTX_free(context) }
    var handle: OpaquePointer?
    guard EVP_PKEY_fromdata_init(context) == 1,
      writ_rsa_public_key(
        context, &handle, key.modulus, key.modulus.count, key.exponent, key.exponent.count) == 1,
      let handle
    else { throw CryptographyError() }
    self.key = handle
  }

  deinit { EVP_PKEY_free(key) }

  /// Whether the signature is that of the message; `hash` is `nil` where the algorithm brings its
  /// own. RSA is padded as in PKCS #1 v1.5, which is libcrypto's default.
  func verifies(_ signature: [UInt8], of message: [UInt8], hash: HashFunction?)
    throws(CryptographyError) -> Bool
  {
    try borrow { key throws(CryptographyError) in
      guard let context = EVP_MD_CTX_new() else { throw CryptographyError() }
      defer { EVP_MD_CTX_free(context) }
      guard EVP_DigestVerifyInit_ex(context, nil, hash?.rawValue, nil, nil, key, nil) == 1 else {
        throw CryptographyError()
      }
      defer { ERR_clear_error() }
      // Below zero is no sign of a failure of the machine's: ECDSA signatures can be made up for
      // which the sum of points is the one at infinity, and libcrypto says -1 of them.
      return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
  }

  /// The partial check of SP 800-56A, section 5.6.2.3.4, which is whole for a curve of cofactor 1.
  private func isOnCurve() throws(CryptographyError) -> Bool {
    try borrow { key throws(CryptographyError) in
      guard let context = EVP_PKEY_CTX_new_from_pkey(nil, key, nil) else {
        throw CryptographyError()
      }
      defer { EVP_PKEY_CTX_free(context) }
      if EVP_PKEY_public_check_quick(context) == 1 { return true }
      ERR_clear_error()
      return false
    }
  }

  /// Keeps the key alive for as long as the pointer to it is in use.
  private func borrow(_ body: (OpaquePointer) throws(CryptographyError) -> Bool)
    throws(CryptographyError) -> Bool
  {
    defer { withExtendedLifetime(self) {} }
    return try body(key)
  }
}

@available(*, unavailable)
extension VerificationKey: Sendable {}
