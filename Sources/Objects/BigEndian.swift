// Numbers whose order is that of their bytes.

extension FixedWidthInteger where Self: UnsignedInteger {
  /// The bytes, highest first.
  var bigEndianBytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}

extension Collection<UInt8> where SubSequence == Self {
  /// Takes a number off the front, highest byte first; of what is not there, zeros.
  mutating func popInteger<Number: FixedWidthInteger & UnsignedInteger>() -> Number {
    var number: Number = 0
    for _ in 0..<(Number.bitWidth / 8) { number = number << 8 | Number(popFirst() ?? 0) }
    return number
  }
}
