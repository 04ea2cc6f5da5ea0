/// The name of a Git object: 20 raw bytes of SHA-1.
///
/// Repositories with SHA-256 object names are not supported; opening one says so.
public struct ObjectID: Hashable, Sendable, Comparable, CustomStringConvertible {
  // Held in place, big-endian, since a history has hundreds of thousands of them.
  private let high: UInt64
  private let middle: UInt64
  private let low: UInt32

  private init(_ high: UInt64, _ middle: UInt64, _ low: UInt32) {
    self.high = high
    self.middle = middle
    self.low = low
  }

  /// The name that no object has: 20 zero bytes.
  public static let zero = ObjectID(0, 0, 0)

  /// Takes 20 raw bytes; `nil` for any other length.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 20 else { return nil }
    var rest = bytes[...]
    self.init(rest.popInteger(), rest.popInteger(), rest.popInteger())
  }

  /// Takes 40 lower-case hex digits, as Git writes them inside objects.
  public init?(hex: some StringProtocol) { self.init(hexDigits: hex.utf8) }

  /// Takes the same as ASCII.
  public init?(hexDigits: some Collection<UInt8>) {
    guard hexDigits.count == 40 else { return nil }
    var (high, middle, low) = (UInt64(0), UInt64(0), UInt64(0))
    for (place, digit) in hexDigits.enumerated() {
      guard let value = Hex.value(digit).map(UInt64.init) else { return nil }
      switch place {
      case 0..<16: high = high << 4 | value
      case 16..<32: middle = middle << 4 | value
      default: low = low << 4 | value
      }
    }
    self.init(high, middle, UInt32(truncatingIfNeeded: low))
  }

  /// The 20 raw bytes.
  public var bytes: [UInt8] { high.bigEndianBytes + middle.bigEndianBytes + low.bigEndianBytes }

  /// The first of them, after which the folders of loose objects are named.
  public var firstByte: UInt8 { UInt8(truncatingIfNeeded: high >> 56) }

  /// 40 lower-case hex digits.
  public var description: String { Hex.encode(bytes) }

  /// Hashes the first bytes: names are hashes themselves.
  public func hash(into hasher: inout Hasher) { hasher.combine(high) }

  /// The order of the raw bytes.
  public static func < (a: ObjectID, b: ObjectID) -> Bool {
    (a.high, a.middle, a.low) < (b.high, b.middle, b.low)
  }
}
