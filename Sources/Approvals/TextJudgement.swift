import Objects

/// What is to be said of the approval of one text.
struct TextJudgement {
  /// One version of the people and rules, with what it asks of the text.
  struct Turn {
    /// The place of the version in the chain.
    let place: Int
    let link: Ledger.Link
    /// The rules for what the text is, and for what the document was before.
    let rules: [ApprovalRule]
    let judgement: Judgement
    /// What was found of who wrote it.
    let authorship: Authorship
  }

  let edition: Edition
  /// What is to be said by each version of the people and rules that decisions on it serve; the
  /// newest is always the last of them.
  private let turns: [Turn]
  /// Whether it is approved: by the version that approved it first, else by the newest.
  let approval: Judgement
  /// What was found of who wrote it.
  let authorship: Authorship
  /// The decisions on it.
  private(set) var decisions: TextDecisions

  init(_ edition: Edition, _ turns: [Turn], _ decisions: TextDecisions) {
    self.edition = edition
    self.turns = turns
    self.decisions = decisions
    let decisive = turns.firstMet(\.judgement)
    approval = decisive?.judgement ?? Judgement([], governance: nil)
    authorship = decisive?.authorship ?? Authorship()
  }

  /// Of a text of the people and rules, which one version only can approve: the one before it.
  init(
    _ edition: Edition, _ approval: Judgement, _ decisions: TextDecisions, _ authorship: Authorship
  ) {
    self.edition = edition
    turns = []
    self.approval = approval
    self.authorship = authorship
    self.decisions = decisions
  }

  /// The same, with these of the decisions on it.
  func keeping(_ ids: Set<Digest>) -> TextJudgement {
    var text = self
    text.decisions = decisions.keeping(ids)
    return text
  }

  /// Whether it would take too long to find out.
  var isUndecided: Bool {
    approval.met == nil
      && (approval.isUndecided || turns.contains(where: \.judgement.isUndecided))
  }

  /// The approvals that weigh: of each person the newest that may fill a place and was not withdrawn, and
  /// those withdrawn without effect.
  var approvals: [VerifiedStatement] {
    let all = decisions.of(.approve)
    let standing = all.filter { mayFillPlace($0) && !decisions.isWithdrawn($0) }
    var weighing = Set(standing.newestOfEachPerson.map(\.id))
    if approval.isMetUnseen { weighing.formUnion(approval.count.filling.compactMap(\.id)) }
    return all.filter { weighing.contains($0.id) }
  }

  /// Whether an approval is in a role that the rules for the text name, by a version of the people and rules
  /// that it serves.
  private func mayFillPlace(_ statement: VerifiedStatement) -> Bool {
    guard !turns.isEmpty else { return approval.roles.contains(statement.role.id) }
    return turns.contains { turn in
      decisions.serves(statement, turn.place) && turn.judgement.roles.contains(statement.role.id)
    }
  }

  /// The rejections that weigh against it.
  var objections: [VerifiedStatement] { decisions.objections(by: approval.roles) }

  /// Whether it is approved although somebody sent it back or thought better of it, unseen.
  var isContested: Bool {
    approval.met != nil && (approval.isMetUnseen || !objections.isEmpty)
  }

  /// The judgement of another decision than to approve, by the rules for that.
  func judgement(for purpose: ApprovalRule.Purpose, _ statements: [VerifiedStatement]) -> Judgement
  {
    let ballots = decisions.ballots(statements)
    let judgements = turns.map { turn in
      Judgement(
        turn.rules.map { [Way(places: $0.places(for: purpose))] }.distinct,
        ballots: ballots.filter { decisions.serves($0, turn.place) }.map {
          $0.counting(from: turn.link.since)
        }, governance: turn.link.governance)
    }
    return judgements.firstMet(\.self) ?? Judgement([], governance: nil)
  }
}

extension Array {
  /// The one whose judgement was met first; where none was, the last.
  fileprivate func firstMet(_ judgement: (Element) -> Judgement) -> Element? {
    let met = compactMap { element in judgement(element).met.map { (element, since: $0) } }
    return met.min { $0.since < $1.since }?.0 ?? last
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
