import Objects

/// What documents are judged on: statements that hold, who has seen which, and the rules.
struct Basis: Sendable {
  /// The versions of the people and rules.
  let chain: Chain
  private let graph: SeenGraph
  /// The places in the chain of the versions that each statement serves.
  private let service: [Digest: Set<Int>]
  private var decisions: [DocumentID: [Positioned]] = [:]
  private var withdrawals: [Digest: [Positioned]] = [:]
  private var replacing: [DocumentID: [Positioned]] = [:]
  /// What it is restricted to, by position in the graph; `nil` for all.
  private var known: BitSet?

  /// A statement with its position in the graph.
  private struct Positioned {
    let statement: VerifiedStatement
    let position: Int
  }

  /// All statements that hold, oldest first.
  init(
    _ statements: [VerifiedStatement], _ graph: SeenGraph, _ chain: Chain,
    service: [Digest: Set<Int>]
  ) {
    self.chain = chain
    self.graph = graph
    self.service = service
    for statement in statements {
      guard let position = graph.position(of: statement.id) else { continue }
      let positioned = Positioned(statement: statement, position: position)
      decisions[statement.edition.document, default: []].append(positioned)
      if let withdrawn = statement.statement.withdraws {
        withdrawals[withdrawn, default: []].append(positioned)
      }
      if let replaced = statement.edition.replaces, statement.statement.name.decision == .approve {
        replacing[replaced, default: []].append(positioned)
      }
    }
  }

  /// Whether a statement serves the version at this place in the chain.
  func serves(_ statement: Digest, _ link: Int) -> Bool {
    service[statement]?.contains(link) ?? false
  }

  /// Whether it is an approval that may fill a place whatever else is approved: a version of the people and
  /// rules that it serves names its role in the rule for what the text is, which must be met in any case.
  func countsInAnyCase(_ decision: VerifiedStatement) -> Bool {
    let text = decision.edition
    guard decision.statement.name.decision == .approve else { return false }
    return chain.links.indices.contains { place in
      serves(decision.id, place)
        && chain.links[place].governance.rule(
          for: text.document, kind: text.kind, level: text.level
        ).map { $0.places(for: .require).contains { $0.contains(decision.role.id) } } ?? false
    }
  }

  /// The decisions on a document, oldest first.
  func decisions(on document: DocumentID) -> [VerifiedStatement] {
    known(decisions[document] ?? [])
  }

  /// The withdrawals of a decision, oldest first.
  func withdrawals(of statement: VerifiedStatement) -> [VerifiedStatement] {
    withdrawals[statement.id].map(known) ?? []
  }

  /// The documents of which somebody approved a text that takes the place of this one.
  func documents(replacing document: DocumentID) -> Set<DocumentID> {
    Set(known(replacing[document] ?? []).map(\.edition.document))
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
    basis.known = graph.ancestry(of: statement.id)
    return basis
  }

  /// Takes out a statement that turned out not to hold.
  mutating func exclude(_ statement: VerifiedStatement) {
    let document = statement.edition.document
    decisions[document]?.removeAll { $0.statement.id == statement.id }
    for replaced in replacing.keys {
      replacing[replaced]?.removeAll { $0.statement.id == statement.id }
    }
  }

  private func known(_ statements: [Positioned]) -> [VerifiedStatement] {
    statements.filter { known?.contains($0.position) ?? true }.map(\.statement)
  }
}
