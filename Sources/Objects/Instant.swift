/// A moment in UTC, to the second.
public struct Instant: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public let seconds: Int64

  /// The moment so many seconds after 1970-01-01T00:00:00Z.
  public init(seconds: Int64) { self.seconds = seconds }

  /// Reads `YYYY-MM-DDTHH:MM:SS` with `Z` or an offset `±HH:MM` (RFC 3339, section 5.6, without
  /// fractions of a second), in the years 0001 to 9999 of UTC.
  public init?(rfc3339 text: some StringProtocol) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = CalendarDate(parts[0]) else { return nil }
    let clock = Array(parts[1].utf8)
    guard clock.count >= 9, clock[2] == UInt8(ascii: ":"), clock[5] == UInt8(ascii: ":"),
      let hour = Self.twoDigits(clock[0..<2], below: 24),
      let minute = Self.twoDigits(clock[3..<5], below: 60),
      let second = Self.twoDigits(clock[6..<8], below: 60),
      let offset = Self.offset(clock[8...])
    else { return nil }
    seconds = day.start.seconds + hour * 3600 + minute * 60 + second - offset
    guard Self.years.contains(seconds) else { return nil }
  }

  /// RFC 3339 in UTC: `2026-12-01T09:30:00Z`.
  public var description: String {
    let second = seconds - day.start.seconds
    return "\(day)T\(Self.padded(second / 3600)):\(Self.padded(second / 60 % 60)):"
      + "\(Self.padded(second % 60))Z"
  }

  /// The hour and minute in UTC: `09:30`.
  public var clock: String {
    let second = seconds - day.start.seconds
    return "\(Self.padded(second / 3600)):\(Self.padded(second / 60 % 60))"
  }

  /// The day in UTC on which the moment falls.
  public var day: CalendarDate {
    CalendarDate(daysSince1970: (seconds - (seconds % 86400 + 86400) % 86400) / 86400)
  }

  /// The moment so many seconds later.
  public func adding(seconds: Int64) -> Instant { Instant(seconds: self.seconds + seconds) }

  /// Earlier first.
  public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

  /// The years 0001 to 9999, outside which no day can be written.
  private static let years: Range<Int64> = -62_135_596_800..<253_402_300_800

  private static func offset(_ zone: ArraySlice<UInt8>) -> Int64? {
    let zone = Array(zone)
    if zone == [UInt8(ascii: "Z")] { return 0 }
    guard zone.count == 6, zone[3] == UInt8(ascii: ":"),
      let hours = twoDigits(zone[1..<3], below: 24), let minutes = twoDigits(zone[4..<6], below: 60)
    else { return nil }
    switch zone[0] {
    case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
    case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
    default: return nil
    }
  }

  private static func twoDigits(_ digits: ArraySlice<UInt8>, below limit: Int64) -> Int64? {
    guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let value = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - 48) }
    return value < limit ? value : nil
  }

  private static func padded(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
