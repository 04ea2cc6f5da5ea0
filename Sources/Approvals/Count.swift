import Objects

/// One way to meet a rule.
struct Way: Equatable {
  /// The places to fill.
  let places: [Set<RoleID>]
  /// Whether it is there for minor versions only.
  var isForMinor = false

  /// The ballots that may fill its places.
  func admitted(_ ballots: [Ballot]) -> [Ballot] {
    isForMinor ? ballots.filter(\.isForMinor) : ballots
  }
}

/// Whether ballots meet all the rules that there are for a text, each in one of its ways.
struct Count {
  /// How far each rule is met by what nobody withdrew.
  let tallies: [Tally]
  /// When the last of the rules was met, and by which ballots.
  let met: (since: Instant, filling: [Ballot])?
  /// Whether the rules are met only with ballots that were withdrawn, unseen by the others.
  let needsWithdrawn: Bool
  /// Whether it would take too long to find out.
  let isUndecided: Bool

  init(_ rules: [[Way]], _ ballots: [Ballot], _ separations: Separations) {
    tallies = rules.map { ways in Self.best(ways, ballots, separations) }
    let times = tallies.compactMap(\.since)
    var met: (since: Instant, filling: [Ballot])?
    if times.count == rules.count, let since = times.max() {
      met = (since, Self.distinct(tallies.flatMap(\.filling)))
    }
    needsWithdrawn = met == nil
    guard ballots.contains(where: \.isWithdrawn) else {
      (self.met, isUndecided) = (met, false)
      return
    }
    // What was met once stays met, so an earlier moment counts, though somebody thought better of it.
    var search = UnseenWithdrawals(rules, ballots, separations, before: met?.since)
    search.run()
    isUndecided = met == nil && search.found == nil && search.gaveUp
    self.met = search.found ?? met
  }

  /// How many places are filled, over all rules.
  var filled: Int { tallies.reduce(0) { $0 + $1.filling.count } }

  /// The ballots that fill the places, or as many as can be.
  var filling: [Ballot] { met?.filling ?? Self.distinct(tallies.flatMap(\.filling)) }

  private static func best(_ ways: [Way], _ ballots: [Ballot], _ separations: Separations)
    -> Tally
  {
    let tallies = ways.map { Tally($0.places, $0.admitted(ballots), separations) }
    let earliest = tallies.filter(\.isMet).min { a, b in
      guard let first = a.since, let second = b.since else { return false }
      return first < second
    }
    return earliest ?? tallies.min { $0.empty.count < $1.empty.count }
      ?? Tally([], [])
  }

  private static func distinct(_ ballots: [Ballot]) -> [Ballot] {
    var known: Set<Int> = []
    return ballots.sorted(by: Ballot.isEarlier).filter { known.insert($0.order).inserted }
  }
}
