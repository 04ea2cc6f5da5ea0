/// Reads the data types of SSH (RFC 4251, section 5) from the front, once.
///
/// Every step gives `nil`, and no more can be relied on, where the bytes do not hold what is asked.
struct WireReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
    guard count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func byte() -> UInt8? { bytes(1)?.first }

  mutating func uint32() -> UInt32? { bytes(4)?.reduce(0) { $0 << 8 | UInt32($1) } }

  mutating func string() -> [UInt8]? {
    guard let count = uint32(), let value = bytes(Int(count)) else { return nil }
    return Array(value)
  }

  /// A string of US-ASCII (RFC 4251, section 6).
  mutating func name() -> String? {
    string().flatMap { String(validating: $0, as: Unicode.ASCII.self) }
  }

  /// A string that is UTF-8 and holds no NUL, at which OpenSSH's C strings would end.
  mutating func text() -> String? {
    guard let bytes = string(), !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// An `mpint` above zero in its shortest form: the magnitude, most significant byte first,
  /// without leading zeros.
  mutating func positiveInteger() -> [UInt8]? {
    guard let bytes = string(), let first = bytes.first, first < 0x80 else { return nil }
    guard first == 0 else { return bytes }
    guard bytes.count > 1, bytes[1] >= 0x80 else { return nil }
    return Array(bytes.dropFirst())
  }
}

extension Array where Element == UInt8 {
  /// Appends a `string` of SSH: its length in four bytes, then its bytes.
  mutating func appendString(_ bytes: some Collection<UInt8>) {
    append(bigEndian: UInt32(truncatingIfNeeded: bytes.count))
    append(contentsOf: bytes)
  }

  /// Appends a `uint32` of SSH.
  mutating func append(bigEndian number: UInt32) {
    for shift in stride(from: UInt32(24), through: 0, by: -8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
