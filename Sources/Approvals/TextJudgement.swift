import Objects

/// What is to be said of the approval of one text.
struct TextJudgement {
  let edition: Edition
  /// Whether it is approved.
  let approval: Judgement
  /// The rules for what the text is, and for what the document was before.
  let rules: [ApprovalRule]
  /// The decisions on it.
  let decisions: TextDecisions
  /// Whether somebody who approved it is taken for an author by an e-mail address only.
  let isAuthorshipClaimed: Bool

  /// The approvals that weigh: the newest of each person that was not withdrawn, and those withdrawn
  /// without effect.
  var approvals: [VerifiedStatement] {
    let standing = decisions.of(.approve).filter { !decisions.isWithdrawn($0) }.newestOfEachPerson
    var weighing = Set(standing.map(\.id))
    if approval.isMetUnseen { weighing.formUnion(approval.count.filling.compactMap(\.id)) }
    return decisions.of(.approve).filter { weighing.contains($0.id) }
  }

  /// The rejections that weigh against it.
  var objections: [VerifiedStatement] { decisions.objections(by: approval.roles) }

  /// Whether it is approved although somebody sent it back or thought better of it, unseen.
  var isContested: Bool {
    approval.met != nil && (approval.isMetUnseen || !objections.isEmpty)
  }

  /// The judgement of another decision than to approve, by the rules for that.
  func judgement(
    for purpose: ApprovalRule.Purpose, _ statements: [VerifiedStatement], _ governance: Governance?
  ) -> Judgement {
    Judgement(
      rules.map { [Way(places: $0.places(for: purpose))] }.distinct,
      ballots: decisions.ballots(statements), governance: governance)
  }
}

extension [[Way]] {
  /// Each once: what two rules ask alike is asked once.
  var distinct: [[Way]] {
    reduce(into: []) { known, ways in if !known.contains(ways) { known.append(ways) } }
  }

  /// The roles in which somebody may fill a place.
  var roles: Set<RoleID> { Set(flatMap { $0.flatMap { $0.places.flatMap { $0 } } }) }
}
