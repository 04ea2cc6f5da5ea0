/// The name of a Git object: 20 raw bytes of SHA-1.
///
/// Repositories with SHA-256 object names are not supported; opening one says so.
public struct ObjectID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The 20 raw bytes.
  public let bytes: [UInt8]

  private init(repeating byte: UInt8) { bytes = Array(repeating: byte, count: 20) }

  /// The name that no object has: 20 zero bytes.
  public static let zero = ObjectID(repeating: 0)

  /// Takes 20 raw bytes; `nil` for any other length.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 20 else { return nil }
    self.bytes = bytes
  }

  /// Takes 40 lower-case hex digits, as Git writes them inside objects.
  public init?(hex: some StringProtocol) {
    guard let bytes = Hex.decode(hex) else { return nil }
    self.init(bytes: bytes)
  }

  /// 40 lower-case hex digits.
  public var description: String { Hex.encode(bytes) }

  /// The order of the raw bytes.
  public static func < (a: ObjectID, b: ObjectID) -> Bool {
    a.bytes.lexicographicallyPrecedes(b.bytes)
  }
}
