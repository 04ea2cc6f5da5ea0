import Foundation
import Testing

@testable import Objects

/// Days, moments and lengths of time, held against Foundation's calendar.
@Suite struct CalendarTests {
  /// Gregorian before 1582 too, as RFC 3339 has it: Foundation's ISO 8601 calendar is.
  static let calendar: Calendar = {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    return calendar
  }()

  @Test func everyDayOf400YearsIsFoundations() throws {
    // 1900-01-01 and the 146,097 days of a whole Gregorian cycle.
    var expected = try #require(CalendarDate("1900-01-01"))
    let first = expected.start.seconds / 86400
    for number in first..<first + 146_097 {
      let date = CalendarDate(daysSince1970: number)
      guard date == expected, date.start.seconds == number * 86400 else {
        Issue.record("day \(number) is \(date), not \(expected)")
        return
      }
      if number.isMultiple(of: 7) {
        let parts = Self.parts(seconds: number * 86400)
        guard parts == [date.year, date.month, date.day] else {
          Issue.record("\(date) is \(parts) in Foundation")
          return
        }
      }
      expected =
        CalendarDate(year: date.year, month: date.month, day: date.day + 1)
        ?? CalendarDate(year: date.year, month: date.month + 1, day: 1)
        ?? CalendarDate(unverifiedYear: date.year + 1)
    }
  }

  @Test func randomMomentsOfAllYearsAreFoundations() throws {
    var random = SplitMix64(state: 20_261_201)
    for _ in 0..<5000 {
      let moment = Instant(seconds: .random(in: -12_219_292_800..<253_402_300_800, using: &random))
      let parts = Self.calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second],
        from: Date(timeIntervalSince1970: Double(moment.seconds)))
      let text = String(
        format: "%04d-%02d-%02dT%02d:%02d:%02dZ", parts.year ?? 0, parts.month ?? 0,
        parts.day ?? 0, parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0)
      #expect(moment.description == text)
      #expect(Instant(rfc3339: text) == moment)
      #expect(moment.clock == text.dropFirst(11).prefix(5))
      #expect(moment.day.description == text.prefix(10))
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("0001-01-01", -719_162),
    ("9999-12-31", 2_932_896),
  ])
  func knownDaysHaveTheirNumber(_ text: String, _ number: Int64) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.start.seconds == number * 86400)
    #expect(date.end.seconds == number * 86400 + 86399)
    #expect(CalendarDate(daysSince1970: number) == date)
    #expect(date.start.day == date)
    #expect(date.end.day == date)
    #expect(date.description == text)
  }

  @Test(arguments: [
    (1900, false), (2000, true), (2023, false), (2024, true), (2100, false), (2400, true),
    (4, true), (100, false),
  ])
  func february29StandsInLeapYearsOnly(_ year: Int64, _ leap: Bool) {
    #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == leap)
    #expect(CalendarDate(year: year, month: 2, day: 30) == nil)
  }

  @Test(arguments: [
    "", "2026-1-01", "2026-01-1", "26-01-01", "02026-01-01", "2026-00-01", "2026-13-01",
    "2026-01-00", "2026-01-32", "2026-04-31", "0000-01-01", "2026/01/01", "2026-01-01 ",
    " 2026-01-01", "+026-01-01", "2026-01-01-", "-2026-01-01", "2026-01-0\u{661}", "20260101",
    "2026-01-01\n", "2026\u{2010}01-01",
  ])
  func anotherDateIsRefused(_ text: String) { #expect(CalendarDate(text) == nil) }

  @Test func monthsAndDaysAreAddedAsFoundationDoes() throws {
    var random = SplitMix64(state: 11)
    for _ in 0..<2000 {
      let start = CalendarDate(daysSince1970: .random(in: -100_000...800_000, using: &random))
      let date = Date(timeIntervalSince1970: Double(start.start.seconds))
      // Forwards only: backwards Foundation misses 29 February (4104-08-29 less 534 months).
      let months = Int.random(in: 0...1200, using: &random)
      let later = try #require(Self.calendar.date(byAdding: .month, value: months, to: date))
      #expect(
        start.adding(months: Int64(months)).start.seconds == Int64(later.timeIntervalSince1970),
        "\(start) and \(months) months")
      let days = Int.random(in: -5000...5000, using: &random)
      let next = try #require(Self.calendar.date(byAdding: .day, value: days, to: date))
      #expect(start.adding(days: Int64(days)).start.seconds == Int64(next.timeIntervalSince1970))
    }
  }

  @Test(arguments: [
    ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"),
    ("2024-08-29", -6, "2024-02-29"), ("2026-12-01", -24, "2024-12-01"),
    ("2026-12-01", 0, "2026-12-01"), ("2026-11-30", 1, "2026-12-30"),
  ])
  func monthsAreAddedAcrossYears(_ start: String, _ months: Int64, _ end: String) throws {
    #expect(try #require(CalendarDate(start)).adding(months: months).description == end)
  }

  @Test(arguments: [
    ("2026-01-31", "1 month", "2026-02-28"), ("2024-01-31", "1 month", "2024-02-29"),
    ("2024-02-29", "1 year", "2025-02-28"), ("2024-02-29", "4 years", "2028-02-29"),
    ("2026-12-01", "12 months", "2027-12-01"), ("2026-12-31", "2 months", "2027-02-28"),
    ("2026-12-28", "1 week", "2027-01-04"), ("2026-12-31", "1 day", "2027-01-01"),
    ("2026-12-31", "365 days", "2027-12-31"),
  ])
  func anIntervalEndsOnItsDay(_ start: String, _ interval: String, _ end: String) throws {
    let start = try #require(CalendarDate(start))
    #expect(try #require(Interval(interval)).end(from: start).description == end)
  }

  @Test(arguments: [
    ("1 day", "1 day"), ("2 days", "2 days"), ("1 weeks", "1 week"), ("12 month", "12 months"),
    ("1000 years", "1000 years"),
  ])
  func anIntervalIsReadAndWritten(_ text: String, _ written: String) {
    #expect(Interval(text)?.description == written)
  }

  @Test(arguments: [
    "", "0 days", "-1 days", "+1 day", "01 day", "1001 days", "1", "day", "1day", "1  day",
    " 1 day", "1 day ", "1 Day", "1 dayss", "1 decade", "one day", "1.5 days", "1 day\n",
    "\u{661} days", "99999999999999999999 days",
  ])
  func anotherIntervalIsRefused(_ text: String) { #expect(Interval(text) == nil) }

  @Test(arguments: [
    ("2026-12-01T09:30:00Z", "2026-12-01T09:30:00Z"),
    ("2026-12-01T09:30:00+00:00", "2026-12-01T09:30:00Z"),
    ("2026-12-01T09:30:00-00:00", "2026-12-01T09:30:00Z"),
    ("2026-12-01T00:30:00+01:00", "2026-11-30T23:30:00Z"),
    ("2026-12-31T23:30:00-01:30", "2027-01-01T01:00:00Z"),
    ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
    ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
  ])
  func aMomentIsReadInItsZone(_ text: String, _ utc: String) {
    #expect(Instant(rfc3339: text)?.description == utc)
  }

  @Test(arguments: [
    "", "2026-12-01", "2026-12-01T09:30:00", "2026-12-01T09:30Z", "2026-12-01 09:30:00Z",
    "2026-12-01t09:30:00Z", "2026-12-01T09:30:00z", "2026-12-01T09:30:00.5Z",
    "2026-12-01T24:00:00Z", "2026-12-01T09:60:00Z", "2026-12-01T09:30:60Z",
    "2026-12-01T09:30:00+24:00", "2026-12-01T09:30:00+01:60", "2026-12-01T09:30:00+0100",
    "2026-12-01T09:30:00+01", "2026-12-01T09:30:00Z ", "2026-12-01T9:30:00Z",
    "2026-02-29T00:00:00Z", "2026-12-01T+9:30:00Z", "2026-12-01T09-30-00Z",
    "2026-12-01T09:30:00ZT", "T", "2026-12-01T",
  ])
  func anotherMomentIsRefused(_ text: String) { #expect(Instant(rfc3339: text) == nil) }

  @Test(arguments: ["0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01"])
  func aMomentOutsideTheYearsOfTheCalendarIsRefused(_ text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test func aDayIsWrittenForPeople() {
    #expect(CalendarDate("2026-12-01")?.inWords == "1 December 2026")
    #expect(CalendarDate("2024-02-29")?.inWords == "29 February 2024")
  }

  @Test func daysAreOrderedAsTheirTextIs() {
    let dates = (0..<500).map { CalendarDate(daysSince1970: $0 * 997 - 200_000) }
    #expect(dates.shuffled().sorted().map(\.description) == dates.map(\.description).sorted())
  }

  private static func parts(seconds: Int64) -> [Int64] {
    let parts = calendar.dateComponents(
      [.year, .month, .day], from: Date(timeIntervalSince1970: Double(seconds)))
    return [parts.year, parts.month, parts.day].map { Int64($0 ?? 0) }
  }
}

extension CalendarDate {
  /// The first of January of a year that is known to be one.
  fileprivate init(unverifiedYear year: Int64) {
    self.init(daysSince1970: 0)
    self = CalendarDate(year: year, month: 1, day: 1) ?? self
  }
}
