import Objects

/// All decisions on one text, with what became of each.
struct TextDecisions {
  private let basis: Basis
  /// Oldest first.
  private var all: [VerifiedStatement]
  /// The version of the people and rules that the text would bring, if it does.
  private let successor: Governance?

  init(
    _ statements: [VerifiedStatement], on basis: Basis, bringing successor: Governance? = nil
  ) {
    self.basis = basis
    self.successor = successor
    all = statements
  }

  /// Those of them that are among these.
  func keeping(_ ids: Set<Digest>) -> TextDecisions {
    var decisions = self
    decisions.all = all.filter { ids.contains($0.id) }
    return decisions
  }

  /// The rejections that may weigh. Whom a version of the people and rules takes out, or whose key,
  /// cannot keep it from coming.
  private var rejections: [VerifiedStatement] {
    of(.reject).filter { rejection in successor.map(rejection.stands) ?? true }
  }

  /// The decisions of a kind, oldest first.
  func of(_ decision: Decision) -> [VerifiedStatement] {
    all.filter { $0.statement.name.decision == decision }
  }

  /// Whether a decision serves that version of the people and rules.
  func serves(_ statement: VerifiedStatement, _ link: Int) -> Bool {
    basis.serves(statement.id, link)
  }

  /// Whether any of them serves that version.
  func areServing(_ link: Int) -> Bool { all.contains { basis.serves($0.id, link) } }

  /// Whether a ballot does; one that is not cast yet would.
  func serves(_ ballot: Ballot, _ link: Int) -> Bool {
    ballot.id.map { basis.serves($0, link) } ?? true
  }

  func isWithdrawn(_ statement: VerifiedStatement) -> Bool {
    !basis.withdrawals(of: statement).isEmpty
  }

  /// The rejections that weigh: by somebody in one of these roles, and not withdrawn; the newest of
  /// each person.
  func objections(by roles: Set<RoleID>) -> [VerifiedStatement] {
    counting(rejections, by: roles)
  }

  /// Those of these decisions that were made in one of the roles and that nobody withdrew; the newest
  /// of each person.
  func counting(_ statements: [VerifiedStatement], by roles: Set<RoleID>) -> [VerifiedStatement] {
    statements.filter { roles.contains($0.role.id) && !isWithdrawn($0) }.newestOfEachPerson
  }

  /// Decisions as ballots.
  func ballots(_ statements: [VerifiedStatement]) -> [Ballot] {
    statements.enumerated().map { order, statement in
      let withdrawals = basis.withdrawals(of: statement)
      return Ballot(
        person: statement.person.id, role: statement.role.id, time: statement.time, order: order,
        id: statement.id, isWithdrawn: !withdrawals.isEmpty,
        seenWithdrawnBy: withdrawals.isEmpty
          ? []
          : Set(
            statements.filter { other in
              withdrawals.contains { basis.hasSeen(other, $0) }
            }.map(\.id)))
    }
  }

  /// The approvals as ballots: those do not count whose signers had seen somebody in one of these
  /// roles reject the text; where that was withdrawn, they count from then on.
  func approvals(unlessRejectedBy roles: Set<RoleID>) -> [Ballot] {
    let rejections = rejections.filter { roles.contains($0.role.id) }
    return zip(of(.approve), ballots(of(.approve))).compactMap { approval, ballot in
      let seen = rejections.filter { basis.hasSeen(approval, $0) }
      let undone = seen.compactMap { basis.withdrawals(of: $0).first?.time }
      guard undone.count == seen.count else { return nil }
      return ballot.counting(from: undone.max())
    }
  }
}

extension [VerifiedStatement] {
  /// Of several by one person the newest; they stand oldest first.
  var newestOfEachPerson: [VerifiedStatement] {
    var later: Set<PersonID> = []
    return reversed().filter { later.insert($0.person.id).inserted }.reversed()
  }
}
