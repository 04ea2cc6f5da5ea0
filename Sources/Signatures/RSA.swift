/// RSASSA-PKCS1-v1_5 (RFC 8017, section 8.2), the RSA of SSH (RFC 8332).
enum RSA {
  /// Modulus and exponent, most significant byte first, without leading zeros.
  struct PublicKey: Hashable, Sendable {
    let modulus: [UInt8]
    let exponent: [UInt8]

    /// The length of the modulus.
    var bits: Int { 8 * modulus.count - (modulus.first?.leadingZeroBitCount ?? 0) }
  }

  /// Whether the signature, exactly as long as the modulus, is the key's of the message.
  static func verify(
    key: PublicKey, message: [UInt8], signature: [UInt8], hash: HashFunction
  ) throws(CryptographyError) -> Bool {
    guard signature.count == key.modulus.count else { return false }
    return try VerificationKey(key).verifies(signature, of: message, hash: hash)
  }
}
