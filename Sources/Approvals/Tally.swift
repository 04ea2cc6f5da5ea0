import Objects

/// One person's approval of a text, as far as counting needs it.
struct Ballot {
  let person: PersonID
  let role: RoleID
  let time: Instant
  /// Breaks ties between times, so that the count never hangs on the order of refs.
  let id: Digest?
  /// Whether the person wrote the change themselves.
  let isAuthor: Bool
}

extension Ballot {
  init(_ approval: VerifiedStatement, isAuthor: Bool = false) {
    self.init(
      person: approval.person.id, role: approval.role.id, time: approval.time, id: approval.id,
      isAuthor: isAuthor)
  }
}

/// Whether the approvals of one text fill the places of a rule.
struct Tally {
  /// The people who fill a place.
  let filling: Set<PersonID>
  /// The places that nobody fills yet, by the roles that may.
  let empty: [Set<RoleID>]
  /// Whether the places are filled, but only by people who approve what they wrote themselves.
  let isOnlyByAuthors: Bool
  /// When the rule was met, by the times that the approvals claim; `nil` where it is not.
  let since: Instant?

  /// Whether the rule is met.
  var isMet: Bool { since != nil }

  /// Counts the ballots; of several by one person the newest. A rule without places is never met.
  init(_ places: [Set<RoleID>], _ ballots: [Ballot], separation: Separation = .allowed) {
    let ballots = Self.newestOfEachPerson(ballots)

    /// Seats the first so many ballots, one of them perhaps in a place that it must have.
    func seat(_ count: Int, holding held: (candidate: Int, place: Int)? = nil) -> Matching {
      Matching(places: places.count, candidates: count) { candidate, place in
        if let held, (candidate == held.candidate) != (place == held.place) { return false }
        return places[place].contains(ballots[candidate].role)
          && !(separation == .never && ballots[candidate].isAuthor)
      }
    }
    func fill(_ count: Int) -> Matching? {
      let any = seat(count)
      if !any.isComplete || separation != .neverAlone { return any.isComplete ? any : nil }
      for candidate in 0..<count where !ballots[candidate].isAuthor {
        for place in places.indices {
          let matching = seat(count, holding: (candidate, place))
          if matching.isComplete { return matching }
        }
      }
      return nil
    }

    let all = seat(ballots.count)
    var met: (matching: Matching, since: Instant)?
    for (position, ballot) in ballots.enumerated() where met == nil && !places.isEmpty {
      met = fill(position + 1).map { ($0, ballot.time) }
    }
    filling = Set((met?.matching ?? all).candidates.compactMap { $0 }.map { ballots[$0].person })
    empty = all.empty.map { places[$0] }
    isOnlyByAuthors = met == nil && all.isComplete && !places.isEmpty
    since = met?.since
  }

  private static func newestOfEachPerson(_ ballots: [Ballot]) -> [Ballot] {
    var newest: [PersonID: Ballot] = [:]
    for ballot in ballots {
      if let other = newest[ballot.person], isEarlier(ballot, other) { continue }
      newest[ballot.person] = ballot
    }
    return newest.values.sorted(by: isEarlier)
  }

  private static func isEarlier(_ a: Ballot, _ b: Ballot) -> Bool {
    guard a.time == b.time else { return a.time < b.time }
    // A ballot without an identity is not cast yet, so it comes last.
    guard let first = a.id, let second = b.id else { return a.id != nil && b.id == nil }
    return first < second
  }
}
