/// The version of a document: `MAJOR.MINOR`, decimal, without leading zeros.
///
/// A major version is a material change.
public struct Version: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The part before the point.
  public let major: UInt32
  /// The part behind the point.
  public let minor: UInt32

  /// The version of these two numbers.
  public init(_ major: UInt32, _ minor: UInt32) {
    self.major = major
    self.minor = minor
  }

  /// Reads exactly `MAJOR.MINOR`; `nil` for signs, spaces, leading zeros, or a third part.
  public init?(_ text: some StringProtocol) {
    let bytes = text.utf8
    guard let point = bytes.firstIndex(of: UInt8(ascii: ".")),
      let major = Self.number(bytes[..<point]),
      let minor = Self.number(bytes[bytes.index(after: point)...])
    else { return nil }
    self.init(major, minor)
  }

  /// `MAJOR.MINOR`.
  public var description: String { "\(major).\(minor)" }

  /// Numeric order: 1.10 comes after 1.9.
  public static func < (a: Version, b: Version) -> Bool {
    (a.major, a.minor) < (b.major, b.minor)
  }

  /// Whether it is the next one after another: MAJOR.(MINOR+1) or (MAJOR+1).0.
  public func follows(_ other: Version) -> Bool {
    (major == other.major && minor > 0 && minor - 1 == other.minor)
      || (minor == 0 && major > 0 && major - 1 == other.major)
  }

  /// The two versions that may come next; the greatest stays as it is.
  public var next: (minor: Version, major: Version) {
    (
      Version(major, minor == .max ? minor : minor + 1),
      Version(major == .max ? major : major + 1, 0)
    )
  }

  private static func number(_ digits: some Collection<UInt8>) -> UInt32? {
    guard let first = digits.first, first != UInt8(ascii: "0") || digits.count == 1 else {
      return nil
    }
    var number: UInt32 = 0
    for digit in digits {
      guard (48...57).contains(digit) else { return nil }
      let (shifted, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, isTooLargeNow) = shifted.addingReportingOverflow(UInt32(digit - 48))
      guard !isTooLarge, !isTooLargeNow else { return nil }
      number = sum
    }
    return number
  }
}
