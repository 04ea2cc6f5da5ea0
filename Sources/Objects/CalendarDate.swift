/// A day of the Gregorian calendar, `YYYY-MM-DD`, years 0001 to 9999.
public struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// 1 to 9999.
  public let year: Int64
  /// 1 to 12.
  public let month: Int64
  /// 1 to 31.
  public let day: Int64

  /// The day of these numbers; `nil` where there is none.
  public init?(year: Int64, month: Int64, day: Int64) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// Reads exactly `YYYY-MM-DD` (RFC 3339, section 5.6, full-date).
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let numbers = parts.map { digits in digits.reduce(Int64(0)) { $0 * 10 + Int64($1) - 48 } }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// Counts from 1970-01-01, which is day 0 (civil-from-days over eras of 400 years).
  init(daysSince1970 days: Int64) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      unchecked: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private init(unchecked year: Int64, _ month: Int64, _ day: Int64) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// 00:00 UTC.
  public var start: Instant {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Instant(seconds: (era * 146_097 + dayOfEra - 719_468) * 86400)
  }

  /// 23:59:59 UTC.
  public var end: Instant { start.adding(seconds: 86399) }

  /// `YYYY-MM-DD`.
  public var description: String {
    let year = String(self.year)
    return String(repeating: "0", count: max(0, 4 - year.utf8.count)) + year
      + (month < 10 ? "-0" : "-") + "\(month)" + (day < 10 ? "-0" : "-") + "\(day)"
  }

  /// For people, in English: `1 December 2026`.
  public var inWords: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(day) \(names[Int(month) - 1]) \(year)"
  }

  /// The day so many days later.
  public func adding(days: Int64) -> CalendarDate {
    start.adding(seconds: days * 86400).day
  }

  /// The same day so many months later, or the last day of that month where it is shorter.
  public func adding(months: Int64) -> CalendarDate {
    let count = year * 12 + (month - 1) + months
    let year = count / 12
    let month = count % 12 + 1
    return CalendarDate(
      unchecked: year, month, min(day, Self.length(ofMonth: month, year: year)))
  }

  /// Earlier first.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  private static func length(ofMonth month: Int64, year: Int64) -> Int64 {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
