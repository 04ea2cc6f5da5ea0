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
    let standing = try standing(of: edition.document, holding: edition, history: history)
    let text = try standing.texts.judgement(of: edition, history)
    switch state(of: text, standing) {
    case .draft, .partial:
      // Another text has this version already, or it was retired: approving this one is of no use.
      guard !standing.texts.approved.contains(where: { $0.edition.version == edition.version }),
        standing.retirement(of: edition.version, by: time) == nil
      else { return nil }
      return try awaited(.approve, by: text, text.approval, at: target, standing, history)
    case .inForce:
      let due = standing.inForce(at: time)?.nextReview
      guard let due, due <= max(time.day, reviewsDue ?? time.day) else { return nil }
      let review = Reviews(of: text).open
      return try awaited(.reaffirm, by: text, review, at: target, standing, history)
    case .rejected, .approved, .superseded, .retired, .conflict, .indeterminate: return nil
    }
  }

  private func awaited(
    _ decision: Decision, by text: TextJudgement, _ judgement: Judgement, at target: ObjectID,
    _ standing: Standing, _ history: ChangeHistory
  ) throws -> Awaited {
    let people = try (governance?.people ?? []).compactMap {
      person -> (person: Person, role: RoleID)? in
      let contribution = try contribution(
        of: person, in: person.roles, to: text.edition, deciding: decision, at: target, standing,
        history)
      guard let role = contribution.role, contribution.helps else { return nil }
      return (person, role)
    }
    return Awaited(decision: decision, people: people, missing: judgement.missing)
  }
}
