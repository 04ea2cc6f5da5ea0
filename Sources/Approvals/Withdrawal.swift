public import Objects

/// A decision that its signer may think better of.
public struct WithdrawableDecision: Sendable {
  /// The decision.
  public let statement: VerifiedStatement
  /// Why a withdrawal would have no effect any more, in words; `nil` where it would have one.
  public let refusal: String?
}

extension Ledger {
  /// The decisions of a person on a version that they have not withdrawn, newest first.
  public func withdrawable(
    by person: PersonID, of document: DocumentID, version: Version, history: ChangeHistory
  ) throws -> [WithdrawableDecision] {
    let standing = try standing(of: document, history: history)
    return standing.texts.judged.filter { $0.edition.version == version }.flatMap { text in
      Decision.allCases.filter { $0 != .withdraw }.flatMap(text.decisions.of).filter {
        $0.person.id == person && !text.decisions.isWithdrawn($0)
      }.map { statement in
        WithdrawableDecision(
          statement: statement, refusal: refusal(to: statement, on: text, standing))
      }
    }.sorted { a, b in (a.statement.time, a.statement.id) > (b.statement.time, b.statement.id) }
  }

  /// Why a withdrawal made now would come too late: whoever makes it has seen what was decided.
  private func refusal(
    to statement: VerifiedStatement, on text: TextJudgement, _ standing: Standing
  ) -> String? {
    switch statement.statement.name.decision {
    case .approve:
      return text.approval.met.map { met in
        "it was approved on \(met.day.inWords), and an approval that is complete cannot be undone"
      }
    case .reaffirm:
      let review = standing.approved.first { $0.edition.digest == text.edition.digest }?.reviews
        .first { $0.statements.contains { $0.id == statement.id } }
      return review.map { review in
        "the review was completed on \(review.completed.day.inWords), and cannot be undone"
      }
    case .retire:
      let retirement = standing.retirements.first { retirement in
        retirement.statements.contains { $0.id == statement.id }
      }
      return retirement.map { retirement in
        "it was retired on \(retirement.since.day.inWords), and that cannot be undone"
      }
    case .reject, .withdraw: return nil
    }
  }
}
