import Objects

/// What the rules say of one decision on one text.
struct Judgement {
  /// The rules that must all be met, each in one of its ways.
  let rules: [[Way]]
  let separations: Separations
  /// What keeps it from being decided, whoever decides.
  let obstacles: [String]
  /// The decisions that there are, those withdrawn too.
  let ballots: [Ballot]
  let count: Count
  private let governance: Governance?

  init(
    _ rules: [[Way]], separations: Separations = .none, obstacles: [String] = [],
    ballots: [Ballot] = [], governance: Governance?
  ) {
    self.rules = rules
    self.separations = separations
    self.obstacles = obstacles
    self.ballots = ballots
    self.governance = governance
    count = Count(rules, ballots, separations)
  }

  /// When the last of the rules was met.
  var met: Instant? { obstacles.isEmpty ? count.met?.since : nil }

  /// Whether it would take too long to find out when the rules were met.
  var isUndecided: Bool { obstacles.isEmpty && count.isUndecided }

  /// Whether it stands only because those who decided had not seen that somebody withdrew.
  var isMetUnseen: Bool { met != nil && count.needsWithdrawn }

  /// The roles in which somebody may fill a place.
  var roles: Set<RoleID> { rules.roles }

  /// What is missing, in words, a line for each sort of place.
  var missing: [String] {
    guard let governance, count.met == nil else { return obstacles }
    var lines = obstacles
    for tally in count.tallies {
      let seated = Set(tally.filling.map(\.person))
      lines += Self.describe(
        tally.empty, governance.people.filter { !seated.contains($0.id) }, governance)
      lines += tally.sharedInterests.map(\.missing)
    }
    return lines
  }

  /// The judgement if this ballot were cast as well.
  func adding(_ ballot: Ballot) -> Judgement {
    Judgement(
      rules, separations: separations, obstacles: obstacles, ballots: ballots + [ballot],
      governance: governance)
  }

  /// What one more decision would do: in the first of these roles with which it is complete, else
  /// in that which fills most places.
  func contribution(_ ballots: [Ballot]) -> Contribution {
    let outcomes = ballots.filter { roles.contains($0.role) }.map { ($0.role, adding($0)) }
    let most = outcomes.map(\.1.count.filled).max()
    guard
      let best = outcomes.first(where: { $0.1.met != nil })
        ?? outcomes.first(where: { $0.1.count.filled == most })
    else { return Contribution(role: nil, completes: false, missing: missing, helps: false) }
    let completes = best.1.met != nil && met == nil
    return Contribution(
      role: best.0, completes: completes, missing: best.1.missing,
      helps: completes || best.1.count.filled > count.filled)
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
