public import Objects

/// What one more decision would do.
public struct Contribution: Sendable {
  /// The role to act in; `nil` where the rules ask for none that the person holds.
  public let role: RoleID?
  /// Whether it is the last one needed: with it the text is approved, sent back, reviewed or retired.
  public let completes: Bool
  /// What would still be missing after it.
  public let missing: [String]
}

extension Ledger {
  /// What a decision by this person would do for a text that stands at this commit.
  ///
  /// `role` restricts it to one role; else it is, of the person's roles that the rules for such a
  /// decision name, the first that completes it, or fills most places.
  public func contribution(
    of person: Person, in role: RoleID? = nil, to edition: Edition, deciding decision: Decision,
    at target: ObjectID, history: ChangeHistory
  ) throws -> Contribution {
    let standing = try Standing(of: edition.document, in: self, history: history)
    let own = statements.filter { $0.edition.digest == edition.digest }
    let judgement = try standing.judge(edition, approvals: own, history: history)
    let isAuthor =
      try judgement.separation != .allowed
      && standing.isAuthor(person, of: edition, at: target, history)
    let named = person.roles.filter { held in
      (role == nil || role == held)
        && judgement.rules.contains { $0.places(for: .require).contains { $0.contains(held) } }
    }
    let outcomes = named.map { role in
      (
        role,
        judgement.adding(
          Ballot(person: person.id, role: role, time: time, id: nil, isAuthor: isAuthor))
      )
    }
    let most = outcomes.map(\.1.filled).max()
    guard
      let best = outcomes.first(where: { $0.1.met != nil })
        ?? outcomes.first(where: { $0.1.filled == most })
    else { return Contribution(role: nil, completes: false, missing: judgement.missing) }
    return Contribution(
      role: best.0, completes: best.1.met != nil && judgement.met == nil, missing: best.1.missing)
  }
}
