/// Which section of a newer text was which in an older one.
///
/// A section is the same under the same headings; else with the same lines below it, however it is
/// called now; else under the same heading of its own, wherever that stands. Of several alike the
/// first is the first. What is left over is new, or gone.
public struct SectionPairs: Sendable {
  /// A section before and after; one of the two is `nil` where it is new or gone.
  public struct Pair: Sendable {
    /// Its place in the older text, from 0.
    public let old: Int?
    /// Its place in the newer text, from 0.
    public let new: Int?
  }

  /// In the order of the newer text, and behind them those that are gone, in that of the older.
  public let pairs: [Pair]

  /// Pairs the sections of two texts, in a time that grows as they do.
  public init(old: [SectionedText.Section], new: [SectionedText.Section]) {
    var match = Match(old: old.count, new: new.count)
    match.pair(old.map(\.headings), new.map(\.headings))
    match.pair(old.map { $0.lines.isEmpty ? nil : $0.lines }, new.map(\.lines))
    match.pair(old.map(\.heading), new.map(\.heading))
    pairs =
      match.oldOfNew.enumerated().map { Pair(old: $1, new: $0) }
      + match.isPaired.indices.filter { !match.isPaired[$0] }.map { Pair(old: $0, new: nil) }
  }
}

private struct Match {
  private(set) var oldOfNew: [Int?]
  private(set) var isPaired: [Bool]

  init(old: Int, new: Int) {
    oldOfNew = Array(repeating: nil, count: new)
    isPaired = Array(repeating: false, count: old)
  }

  /// Pairs what is left over and has the same key, in order; what has none stays as it is.
  mutating func pair<Key: Hashable>(_ old: [Key?], _ new: [Key?]) {
    var open: [Key: [Int]] = [:]
    for index in old.indices.reversed() where !isPaired[index] {
      if let key = old[index] { open[key, default: []].append(index) }
    }
    for index in new.indices where oldOfNew[index] == nil {
      guard let key = new[index], let found = open[key]?.popLast() else { continue }
      oldOfNew[index] = found
      isPaired[found] = true
    }
  }
}
