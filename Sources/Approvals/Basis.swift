import Objects

/// What documents are judged on: statements that hold, who has seen which, and the rules.
struct Basis: Sendable {
  let governance: Governance?
  private let graph: SeenGraph
  private var decisions: [DocumentID: [VerifiedStatement]]
  private var withdrawals: [Digest: [VerifiedStatement]] = [:]
  private var replacing: [DocumentID: [VerifiedStatement]] = [:]
  /// Restricts it to what this statement had seen.
  private var knower: Digest?

  /// All statements that hold, oldest first.
  init(_ statements: [VerifiedStatement], _ graph: SeenGraph, _ governance: Governance?) {
    self.governance = governance
    self.graph = graph
    decisions = Dictionary(grouping: statements, by: \.edition.document)
    for statement in statements {
      if let withdrawn = statement.statement.withdraws {
        withdrawals[withdrawn, default: []].append(statement)
      }
      if let replaced = statement.edition.replaces, statement.statement.name.decision == .approve {
        replacing[replaced, default: []].append(statement)
      }
    }
  }

  /// The decisions on a document, oldest first.
  func decisions(on document: DocumentID) -> [VerifiedStatement] {
    (decisions[document] ?? []).filter(isKnown)
  }

  /// The documents of which somebody approved a text that takes the place of this one.
  func documents(replacing document: DocumentID) -> Set<DocumentID> {
    Set((replacing[document] ?? []).filter(isKnown).map(\.edition.document))
  }

  /// The withdrawals of a decision, oldest first.
  func withdrawals(of statement: VerifiedStatement) -> [VerifiedStatement] {
    (withdrawals[statement.id] ?? []).filter(isKnown)
  }

  /// Whether the first had seen the second, or one that had.
  func hasSeen(_ statement: VerifiedStatement, _ other: VerifiedStatement) -> Bool {
    graph.hasSeen(statement.id, other.id)
  }

  /// In an order in which what was seen comes before what saw it.
  func seenFirst(_ statements: [VerifiedStatement]) -> [VerifiedStatement] {
    graph.seenFirst(statements)
  }

  /// What the signer of a statement had seen.
  func known(by statement: VerifiedStatement) -> Basis {
    var basis = self
    basis.knower = statement.id
    return basis
  }

  /// Takes out a statement that turned out not to hold.
  mutating func exclude(_ statement: VerifiedStatement) {
    decisions[statement.edition.document]?.removeAll { $0.id == statement.id }
  }

  private func isKnown(_ statement: VerifiedStatement) -> Bool {
    knower.map { graph.hasSeen($0, statement.id) } ?? true
  }
}
