import Objects

/// Looks for ballots that meet the rules though some were withdrawn, since none of those who made
/// them had seen that: the ones that met the rules first.
///
/// A withdrawal that names an old approval, and pretends not to have seen what came of it, must not
/// undo it. Tries the ballots that may stand together one after the other, and gives up after a
/// number of steps that honest repositories never come near.
struct UnseenWithdrawals {
  /// When the rules were met, and by which ballots.
  private(set) var found: (since: Instant, filling: [Ballot])?
  /// Whether it ended before everything was tried.
  private(set) var gaveUp = false

  private let rules: [[Way]]
  /// In the order in which they count.
  private let ballots: [Ballot]
  private let separations: Separations
  /// Only what is met before this is of interest.
  private var limit: Instant?
  private var steps = 0
  private static let mostSteps = 100_000
  private static let mostBallots = 500

  init(_ rules: [[Way]], _ ballots: [Ballot], _ separations: Separations, before limit: Instant?) {
    self.rules = rules
    self.separations = separations
    self.limit = limit
    let thinkable = ballots.filter { ballot in
      (limit.map { ballot.time < $0 } ?? true) && separations.admits(ballot)
        && rules.contains { $0.contains { $0.places.contains { $0.contains(ballot.role) } } }
    }.sorted(by: Ballot.isEarlier)
    gaveUp = thinkable.count > Self.mostBallots
    self.ballots = gaveUp ? [] : Self.withoutDominated(thinkable)
  }

  /// Tries all there is, unless that is too much.
  mutating func run() {
    guard !rules.isEmpty, ballots.contains(where: \.isWithdrawn) else { return }
    fill(rule: 0, taken: [])
  }

  /// A ballot serves no purpose beside an earlier one of the same person in the same role that can
  /// stand with whatever it can stand with.
  private static func withoutDominated(_ ballots: [Ballot]) -> [Ballot] {
    let excluded = ballots.map { ballot in
      var excluded = BitSet(count: ballots.count)
      for (position, other) in ballots.enumerated()
      where !other.isAlike(ballot) && !ballot.isCompatible(with: other) {
        excluded.insert(position)
      }
      return excluded
    }
    var kept: [Int] = []
    for (position, ballot) in ballots.enumerated() {
      let isDominated = kept.contains { other in
        let earlier = ballots[other]
        return earlier.person == ballot.person && earlier.role == ballot.role
          && (!earlier.isAuthor || ballot.isAuthor)
          && (!earlier.isAppointee || ballot.isAppointee)
          && (earlier.isForMinor || !ballot.isForMinor)
          && excluded[other].isSubset(of: excluded[position])
      }
      if !isDominated { kept.append(position) }
    }
    return kept.map { ballots[$0] }
  }

  private mutating func fill(rule: Int, taken: [Int]) {
    guard rule < rules.count else {
      guard let last = taken.max() else { return }
      found = (ballots[last].time, Set(taken).sorted().map { ballots[$0] })
      limit = ballots[last].time
      return
    }
    for way in rules[rule] where !way.places.isEmpty {
      fill(way, rule: rule, seated: [], taken: taken)
    }
  }

  /// Seats somebody in the next place of a rule, in every way that is left.
  private mutating func fill(_ way: Way, rule: Int, seated: [Int], taken: [Int]) {
    guard seated.count < way.places.count else {
      guard separations.unmet(by: seated.map { ballots[$0] }).isEmpty else { return }
      fill(rule: rule + 1, taken: taken + seated)
      return
    }
    let place = way.places[seated.count]
    // Places that ask for the same roles are alike: their order makes no difference.
    let isLikeBefore = seated.count > 0 && way.places[seated.count - 1] == place
    let start = isLikeBefore ? (seated.last ?? -1) + 1 : 0
    for position in start..<max(start, ballots.count) {
      let ballot = ballots[position]
      if let limit, ballot.time >= limit { return }
      steps += 1
      if steps > Self.mostSteps {
        gaveUp = true
        return
      }
      let fits =
        place.contains(ballot.role) && (!way.isForMinor || ballot.isForMinor)
        && !seated.contains { ballots[$0].person == ballot.person }
        && (taken + seated).allSatisfy { ballots[$0].isCompatible(with: ballot) }
      if fits { fill(way, rule: rule, seated: seated + [position], taken: taken) }
    }
  }
}
