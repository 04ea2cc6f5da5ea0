import Objects

/// Whether ballots that nobody withdrew fill the places of a rule.
struct Tally {
  /// The ballots that fill a place: with the first that met the rule, else as many as can.
  let filling: [Ballot]
  /// The places that nobody fills yet, by the roles that may.
  let empty: [Set<RoleID>]
  /// Where the places are filled: what all have in common who fill them, and must not.
  let sharedInterests: [Separations.Interest]
  /// When the rule was met, by the times that the ballots claim; `nil` where it is not.
  let since: Instant?

  /// Whether the rule is met.
  var isMet: Bool { since != nil }

  /// Counts the ballots: each person fills one place. A rule without places is never met.
  init(_ places: [Set<RoleID>], _ ballots: [Ballot], _ separations: Separations = .none) {
    let seating = Seating(
      places, ballots.filter { !$0.isWithdrawn && separations.admits($0) }, separations)
    var met: (ballots: [Ballot], since: Instant)?
    for count in seating.turns where met == nil && !places.isEmpty {
      guard let filled = seating.complete(first: count) else { continue }
      met = (filled, seating.ballots[count - 1].time)
    }
    let all = seating.seats(first: seating.ballots.count)
    filling = met?.ballots ?? all.compactMap { $0 }
    empty = met == nil ? zip(places, all).filter { $0.1 == nil }.map(\.0) : []
    sharedInterests =
      met == nil && empty.isEmpty && !places.isEmpty ? separations.unmet(by: filling) : []
    since = met?.since
  }
}

/// Who sits in which place.
private struct Seating {
  let places: [Set<RoleID>]
  /// In the order in which they count, without those that change nothing.
  let ballots: [Ballot]
  private let separations: Separations

  init(_ places: [Set<RoleID>], _ ballots: [Ballot], _ separations: Separations) {
    struct Likeness: Hashable {
      let person: PersonID
      let role: RoleID
      let isAuthor: Bool
      let isAppointee: Bool
    }
    self.places = places
    self.separations = separations
    var known: Set<Likeness> = []
    self.ballots = ballots.sorted(by: Ballot.isEarlier).filter {
      known.insert(
        Likeness(
          person: $0.person, role: $0.role, isAuthor: $0.isAuthor, isAppointee: $0.isAppointee)
      ).inserted
    }
  }

  /// How many ballots there were, each time one more was cast.
  var turns: Range<Int> { 1..<ballots.count + 1 }

  /// A ballot that must sit in a place.
  private typealias Held = (ballot: Int, place: Int)

  /// The ballot in each place with the first so many.
  func seats(first count: Int) -> [Ballot?] { seats(first: count, holding: []) }

  private func seats(first count: Int, holding held: [Held]) -> [Ballot?] {
    let cast = ballots.prefix(count)
    var people: [PersonID] = []
    for ballot in cast where !people.contains(ballot.person) { people.append(ballot.person) }
    func ballot(of candidate: Int, in place: Int) -> Ballot? {
      for (index, seat) in held {
        let isHolder = ballots[index].person == people[candidate]
        if seat == place && isHolder { return ballots[index] }
        if seat == place || isHolder { return nil }
      }
      return cast.first { $0.person == people[candidate] && places[place].contains($0.role) }
    }
    let matching = Matching(places: places.count, candidates: people.count) { candidate, place in
      ballot(of: candidate, in: place) != nil
    }
    return places.indices.map { place in
      matching.candidates[place].flatMap { ballot(of: $0, in: place) }
    }
  }

  /// The ballots that fill every place so that nobody decides alone who must not; `nil` where none
  /// of the first so many can.
  func complete(first count: Int) -> [Ballot]? { complete(first: count, holding: []) }

  /// For each interest that all have who would sit there, seats somebody who does not have it.
  private func complete(first count: Int, holding held: [Held]) -> [Ballot]? {
    let filled = seats(first: count, holding: held).compactMap { $0 }
    guard filled.count == places.count else { return nil }
    guard let interest = separations.unmet(by: filled).first else { return filled }
    for ballot in 0..<count
    where !interest.concerns(ballots[ballot])
      && !held.contains(where: { ballots[$0.ballot].person == ballots[ballot].person })
    {
      for place in places.indices
      where places[place].contains(ballots[ballot].role)
        && !held.contains(where: { $0.place == place })
      {
        if let filled = complete(first: count, holding: held + [(ballot, place)]) { return filled }
      }
    }
    return nil
  }
}
