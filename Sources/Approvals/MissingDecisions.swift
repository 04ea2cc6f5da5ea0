public import Objects
import Signatures

extension Ledger {
  /// A decision that somebody had seen, and that is not in its place.
  public struct Missing: Sendable {
    /// Its identity.
    public let id: Digest
    /// The name that it had; `nil` where only a withdrawal of it tells of it.
    public let name: StatementName?
    /// The statements that name it.
    public let seenBy: [Digest]
    /// The documents that it is said to be about: one, unless somebody lied.
    let documents: Set<DocumentID>
  }
}

extension Examinations {
  /// What a statement that holds has seen, and that does not stand in its place any more.
  ///
  /// `leftOut` holds what the question leaves out, which is not missing.
  func missing(leftOut: [Record]) -> [Ledger.Missing] {
    // A payload under another signature than that of the key it names is another statement.
    var present = Set(
      all.filter { examination in
        examination.isSignedAsNamed && !examination.issues.contains { $0.reason == .refMismatch }
      }.compactMap(\.id))
    for case .statement(let tag, _, _) in leftOut.map(\.content) {
      present.insert(Digest.sha256(of: tag.payload))
    }
    var found: [Digest: (name: StatementName?, seenBy: [Digest], documents: Set<DocumentID>)] = [:]
    for verified in all.compactMap(\.verified) {
      let names = Dictionary(
        verified.statement.seen.map { ($0.statement, $0.name) }, uniquingKeysWith: { a, _ in a })
      for id in verified.statement.known where !present.contains(id) {
        var entry = found[id] ?? (nil, [], [])
        entry.name = entry.name ?? names[id]
        entry.seenBy.append(verified.id)
        entry.documents.insert(names[id]?.document ?? verified.edition.document)
        found[id] = entry
      }
    }
    return found.map { id, entry in
      Ledger.Missing(
        id: id, name: entry.name, seenBy: entry.seenBy.sorted(), documents: entry.documents)
    }.sorted { $0.id < $1.id }
  }
}
