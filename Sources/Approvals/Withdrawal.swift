public import Objects

/// A decision that its signer may think better of.
public struct WithdrawableDecision: Sendable {
  /// The decision.
  public let statement: VerifiedStatement
  /// Why a withdrawal would have no effect any more, in a sentence; `nil` where it would have one.
  public let refusal: String?
}

extension Ledger {
  /// The decisions of a person on a version that they have not withdrawn, newest first.
  public func withdrawable(
    by person: PersonID, of document: DocumentID, version: Version, history: ChangeHistory
  ) throws -> [WithdrawableDecision] {
    valid.reversed().filter {
      $0.person.id == person && $0.edition.document == document && $0.edition.version == version
        && $0.statement.name.decision != .withdraw
    }.map { WithdrawableDecision(statement: $0, refusal: nil) }
  }
}
