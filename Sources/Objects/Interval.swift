/// A length of time as people write it: `12 months`, `1 week`.
public struct Interval: Hashable, Sendable, CustomStringConvertible {
  /// The units that an interval may be given in.
  public enum Unit: String, Sendable, CaseIterable {
    /// 24 hours.
    case day
    /// 7 days.
    case week
    /// A calendar month.
    case month
    /// 12 calendar months.
    case year
  }

  /// How many units, 1 to 1000.
  public let count: Int64
  /// The unit.
  public let unit: Unit

  /// Reads `N days`, `N weeks`, `N months` or `N years` (or the singular); `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let words = String(text).split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, words[0].utf8.allSatisfy({ (48...57).contains($0) }),
      !words[0].hasPrefix("0"), let count = Int64(words[0]), (1...1000).contains(count),
      let unit = Unit.allCases.first(where: {
        words[1] == $0.rawValue || words[1] == $0.rawValue + "s"
      })
    else { return nil }
    self.count = count
    self.unit = unit
  }

  /// The day on which the interval that began on `day` ends.
  public func end(from day: CalendarDate) -> CalendarDate {
    switch unit {
    case .day: day.adding(days: count)
    case .week: day.adding(days: 7 * count)
    case .month: day.adding(months: count)
    case .year: day.adding(months: 12 * count)
    }
  }

  /// As it is written in the files: `12 months`.
  public var description: String { "\(count) \(unit)\(count == 1 ? "" : "s")" }
}
