import Objects

/// Whether ballots that nobody withdrew fill the places of a rule.
struct Tally {
  /// The ballots that fill a place: with the first that met the rule, else as many as can.
  let filling: [Ballot]
  /// The places that nobody fills yet, by the roles that may.
  let empty: [Set<RoleID>]
  /// Whether the places are filled, but only by people who approve what they wrote themselves.
  let isOnlyByAuthors: Bool
  /// When the rule was met, by the times that the ballots claim; `nil` where it is not.
  let since: Instant?

  /// Whether the rule is met.
  var isMet: Bool { since != nil }

  /// Counts the ballots: each person fills one place. A rule without places is never met.
  init(_ places: [Set<RoleID>], _ ballots: [Ballot], separation: Separation = .allowed) {
    let seating = Seating(
      places, ballots.filter { !$0.isWithdrawn && !(separation == .never && $0.isAuthor) })
    let mustHaveOther = separation == .neverAlone
    var met: (ballots: [Ballot], since: Instant)?
    for count in seating.turns where met == nil && !places.isEmpty {
      guard let filled = seating.complete(first: count, withOther: mustHaveOther) else { continue }
      met = (filled, seating.ballots[count - 1].time)
    }
    let all = seating.seats(first: seating.ballots.count)
    filling = met?.ballots ?? all.compactMap { $0 }
    empty = met == nil ? zip(places, all).filter { $0.1 == nil }.map(\.0) : []
    isOnlyByAuthors = met == nil && empty.isEmpty && !places.isEmpty
    since = met?.since
  }
}

/// Who sits in which place.
private struct Seating {
  let places: [Set<RoleID>]
  /// In the order in which they count, without those that change nothing.
  let ballots: [Ballot]

  init(_ places: [Set<RoleID>], _ ballots: [Ballot]) {
    struct Likeness: Hashable {
      let person: PersonID
      let role: RoleID
      let isAuthor: Bool
    }
    self.places = places
    var known: Set<Likeness> = []
    self.ballots = ballots.sorted(by: Ballot.isEarlier).filter {
      known.insert(Likeness(person: $0.person, role: $0.role, isAuthor: $0.isAuthor)).inserted
    }
  }

  /// How many ballots there were, each time one more was cast.
  var turns: Range<Int> { 1..<ballots.count + 1 }

  /// The ballot in each place with the first so many; one of them perhaps where it must be.
  func seats(first count: Int, holding held: (ballot: Int, place: Int)? = nil) -> [Ballot?] {
    let cast = ballots.prefix(count)
    var people: [PersonID] = []
    for ballot in cast where !people.contains(ballot.person) { people.append(ballot.person) }
    let holder = held.flatMap { held in
      people.firstIndex(of: ballots[held.ballot].person)
    }
    func ballot(of candidate: Int, in place: Int) -> Ballot? {
      if let held, held.place == place || holder == candidate {
        return held.place == place && holder == candidate ? ballots[held.ballot] : nil
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

  /// The ballots that fill every place, if these can; with `withOther`, one of them by somebody who
  /// is no author.
  func complete(first count: Int, withOther: Bool) -> [Ballot]? {
    let any = seats(first: count).compactMap { $0 }
    guard any.count == places.count else { return nil }
    if !withOther || any.contains(where: { !$0.isAuthor }) { return any }
    for ballot in 0..<count where !ballots[ballot].isAuthor {
      for place in places.indices where places[place].contains(ballots[ballot].role) {
        let filled = seats(first: count, holding: (ballot, place)).compactMap { $0 }
        if filled.count == places.count { return filled }
      }
    }
    return nil
  }
}
