public import Objects

/// A decision that a text awaits.
public struct Awaited: Sendable {
  /// Which: `approve` for a text that is not approved yet, `reaffirm` for one whose review is due.
  public let decision: Decision
  /// Whose decision would help, each in the role to act in, in the order of `writ.yaml`.
  public let people: [(person: Person, role: RoleID)]
  /// What is missing, a line for each sort of place.
  public let missing: [String]
}

extension Ledger {
  /// What a text that stands at this commit awaits, and from whom; `nil` where nothing is awaited:
  /// it is decided, was sent back, or cannot be judged now.
  ///
  /// A review is awaited once its day has come, or earlier where `reviewsDue` names a later day.
  public func awaited(
    by edition: Edition, at target: ObjectID, reviewsDue: CalendarDate? = nil,
    history: ChangeHistory
  ) throws -> Awaited? {
    let status = try status(of: edition, history: history)
    guard status.state == .draft || status.state == .partial, let governance else { return nil }
    let decided = Set(status.approvals.map(\.person.id))
    let people = try governance.people.compactMap { person -> (person: Person, role: RoleID)? in
      guard !decided.contains(person.id) else { return nil }
      let contribution = try contribution(
        of: person, to: edition, deciding: .approve, at: target, history: history)
      return contribution.role.map { (person, $0) }
    }
    return Awaited(decision: .approve, people: people, missing: status.missing)
  }
}
