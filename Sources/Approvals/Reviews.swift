import Objects

/// The reviews of an approved text: one after the other, each complete as soon as those have found
/// the text still right who must.
struct Reviews {
  /// Those that are complete, oldest first.
  private(set) var completed: [DocumentStatus.Review] = []
  /// The one that is under way.
  let open: Judgement
  /// Who found the text still right in it.
  let openStatements: [VerifiedStatement]

  init(of text: TextJudgement) {
    // Before it was approved there was nothing to review.
    var rest = text.decisions.of(.reaffirm).filter { statement in
      text.approval.met.map { $0 <= statement.time } ?? false
    }
    var round = text.judgement(for: .reaffirm, rest)
    while let met = round.count.met, let last = met.filling.map(\.order).max() {
      let filling = Set(met.filling.compactMap(\.id))
      let others = text.decisions.counting(Array(rest.prefix(last + 1)), by: round.roles)
      completed.append(
        DocumentStatus.Review(
          completed: met.since,
          statements: rest.prefix(last + 1).filter { statement in
            filling.contains(statement.id) || others.contains { $0.id == statement.id }
          }))
      rest.removeFirst(last + 1)
      round = text.judgement(for: .reaffirm, rest)
    }
    open = round
    openStatements = text.decisions.counting(rest, by: round.roles)
  }
}
