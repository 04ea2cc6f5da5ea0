/// Ed25519 (RFC 8032, section 5.1), stricter than libcrypto about points.
enum Ed25519 {
  /// Why a key is refused.
  enum Refusal: Equatable {
    /// The y-coordinate is not below p, or x is zero and called negative (section 5.1.3).
    case notCanonical
    /// Eight times the point is the identity: with such a key one signature can fit any message.
    case smallOrder
  }

  /// What speaks against the 32 bytes of a key.
  static func refusal(ofKey point: [UInt8]) -> Refusal? {
    guard isCanonical(point[...]) else { return .notCanonical }
    return smallOrderYs.contains(unsigned(point[...])) ? .smallOrder : nil
  }

  /// Whether the 64 bytes R and S are the key's signature of the message (section 5.1.7).
  ///
  /// The key must not be refused above, R must be canonical and S below L; the equation is the
  /// one without the cofactor.
  static func verify(key: [UInt8], message: [UInt8], signature: [UInt8])
    throws(CryptographyError) -> Bool
  {
    guard key.count == 32, refusal(ofKey: key) == nil, signature.count == 64,
      isCanonical(signature.prefix(32)), isLess(signature.suffix(32), than: order)
    else { return false }
    return try VerificationKey(ed25519: key).verifies(signature, of: message, hash: nil)
  }

  private static func isCanonical(_ point: ArraySlice<UInt8>) -> Bool {
    let y = unsigned(point)
    guard isLess(y[...], than: prime) else { return false }
    return y.elementsEqual(point) || (y != one && y != minusOne)
  }

  /// The y-coordinate: the point without the sign of x in its highest bit.
  private static func unsigned(_ point: ArraySlice<UInt8>) -> [UInt8] {
    point.dropLast() + point.suffix(1).map { $0 & 0x7F }
  }

  /// Compares little-endian numbers of equal length.
  private static func isLess(_ a: ArraySlice<UInt8>, than b: [UInt8]) -> Bool {
    a.reversed().lexicographicallyPrecedes(b.reversed())
  }

  private static let one = littleEndian(1, 0, 0, 0)
  /// p = 2^255 - 19.
  private static let prime = littleEndian(.max - 18, .max, .max, .max >> 1)
  private static let minusOne = littleEndian(.max - 19, .max, .max, .max >> 1)
  /// L, the order of the base point.
  private static let order = littleEndian(
    0x5812_631A_5CF5_D3ED, 0x14DE_F9DE_A2F7_9CD6, 0, 0x1000_0000_0000_0000)

  /// The y-coordinates of the eight points whose order divides 8.
  private static let smallOrderYs = [
    one, minusOne, littleEndian(0, 0, 0, 0),
    littleEndian(
      0xB027_B2C2_8F95_E826, 0xF098_EFF2_89F4_C345, 0x3933_C6D3_05AC_DFD5, 0x05FC_536D_8802_38B1),
    littleEndian(
      0x4FD8_4D3D_706A_17C7, 0x0F67_100D_760B_3CBA, 0xC6CC_392C_FA53_202A, 0x7A03_AC92_77FD_C74E),
  ]

  /// The 32 bytes, as on the wire, of the number with these words, the lowest first.
  private static func littleEndian(_ words: UInt64...) -> [UInt8] {
    words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
  }
}
