import Objects

/// What the rules say of one text.
struct Judgement {
  var governance: Governance?
  /// The rules that must all be met.
  var rules: [ApprovalRule] = []
  /// The approvals that there are.
  var ballots: [Ballot] = []
  var separation = Separation.allowed
  /// What keeps the text from being approved, whoever approves it.
  var obstacles: [String] = []
  /// Why nothing can be said of it.
  var reasons: [String] = []

  /// The count by each rule.
  var tallies: [Tally] {
    rules.map { Tally($0.places(for: .require), ballots, separation: separation) }
  }

  /// When the last of the rules was met.
  var met: Instant? {
    let times = tallies.compactMap(\.since)
    return times.count == rules.count && obstacles.isEmpty && reasons.isEmpty ? times.max() : nil
  }

  /// How many places are filled, over all rules.
  var filled: Int { tallies.reduce(0) { $0 + $1.filling.count } }

  /// What is missing, in words, a line for each sort of place.
  var missing: [String] {
    guard let governance else { return [] }
    return obstacles
      + tallies.flatMap { tally in
        let waiting = governance.people.filter { !tally.filling.contains($0.id) }
        return Self.describe(tally.empty, waiting, governance)
          + (tally.isOnlyByAuthors ? ["somebody who did not write this change"] : [])
      }
  }

  /// The judgement if this ballot were cast as well.
  func adding(_ ballot: Ballot) -> Judgement {
    var judgement = self
    judgement.ballots.append(ballot)
    return judgement
  }

  /// What is missing, in words, a line for places that ask for the same roles.
  private static func describe(
    _ places: [Set<RoleID>], _ people: [Person], _ governance: Governance
  ) -> [String] {
    var counts: [(roles: Set<RoleID>, count: Int)] = []
    for place in places {
      if let known = counts.firstIndex(where: { $0.roles == place }) {
        counts[known].count += 1
      } else {
        counts.append((place, 1))
      }
    }
    return counts.map { roles, count in
      let able = people.compactMap { person in
        person.roles.first(where: roles.contains).flatMap(governance.role).map {
          "\(person.name) (\($0.title))"
        }
      }
      if able.count < count {
        let titles = governance.roles.filter { roles.contains($0.id) }.map(\.title)
        return "\(count) of \(titles.joined(separator: ", ")), but too few people hold such a role"
      }
      return able.count == count
        ? able.joined(separator: " and ")
        : "\(count == 1 ? "one" : "\(count)") of \(able.joined(separator: ", "))"
    }
  }
}
