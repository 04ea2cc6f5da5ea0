public import Objects

/// What one more decision would do.
public struct Contribution: Sendable {
  /// The role to act in; `nil` where the rules ask for none that the person holds.
  public let role: RoleID?
  /// Whether it is the last one needed: with it the text is approved, sent back, reviewed or retired.
  public let completes: Bool
  /// What would still be missing after it.
  public let missing: [String]
  /// Whether it fills a place that was empty, or is by the first who is no author.
  public let helps: Bool

  static let nothing = Contribution(role: nil, completes: false, missing: [], helps: false)
}

extension Ledger {
  /// What a decision by this person would do for a text that stands at this commit.
  ///
  /// `role` restricts it to one role; else it is, of the person's roles that the rules for such a
  /// decision name, the first that completes it, or fills most places. Who withdraws acts in the role
  /// in which they decided, so nothing is said of a withdrawal.
  public func contribution(
    of person: Person, in role: RoleID? = nil, to edition: Edition, deciding decision: Decision,
    at target: ObjectID, history: ChangeHistory
  ) throws -> Contribution {
    let standing = try standing(of: edition.document, holding: edition, history: history)
    return try contribution(
      of: person, in: role.map { [$0] } ?? person.roles, to: edition, deciding: decision,
      at: target, standing, history)
  }

  func contribution(
    of person: Person, in roles: [RoleID], to edition: Edition, deciding decision: Decision,
    at target: ObjectID, _ standing: Standing, _ history: ChangeHistory
  ) throws -> Contribution {
    let text = try standing.texts.judgement(of: edition, history)
    let held = roles.filter(person.roles.contains)
    let isApproved = text.approval.met != nil
    switch decision {
    case .approve:
      let isAuthor =
        try text.approval.separations.authors != .allowed
        && standing.texts.isAuthor(person, of: edition, at: target, history)
      // Whoever approves now has seen that somebody sent it back.
      if !isApproved, let objection = text.objections.first {
        return Contribution(
          role: held.first(where: text.approval.roles.contains), completes: false,
          missing: [
            "a changed text, or that \(objection.person.name) withdraws: they sent it back"
          ], helps: false)
      }
      if !isApproved, let retirement = standing.retirement(of: edition.version, by: time) {
        return Contribution(
          role: held.first(where: text.approval.roles.contains), completes: false,
          missing: ["a version higher than \(retirement.version), which was retired"], helps: false)
      }
      return text.approval.contribution(
        held.map {
          standing.texts.ballot(of: person, in: $0, at: time, on: edition, isAuthor: isAuthor)
        })
    case .reject:
      let role = held.first(where: text.approval.roles.contains)
      return Contribution(
        role: role, completes: role != nil && !isApproved, missing: [],
        helps: role != nil && !isApproved)
    case .reaffirm, .retire:
      guard isApproved else { return .nothing }
      let judgement =
        decision == .reaffirm
        ? Reviews(of: text).open
        : text.judgement(for: .retire, text.decisions.of(.retire))
      return judgement.contribution(
        held.map {
          standing.texts.ballot(of: person, in: $0, at: time, on: edition, isAuthor: false)
        })
    case .withdraw:
      return .nothing
    }
  }
}
