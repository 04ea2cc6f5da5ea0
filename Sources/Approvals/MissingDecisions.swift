public import Objects
import Signatures

extension Ledger {
  /// A decision that somebody had seen, and that is not in its place.
  public struct Missing: Sendable {
    /// Its identity.
    public let id: Digest
    /// The name that it had; `nil` where only a withdrawal or a governance version tells of it.
    public internal(set) var name: StatementName?
    /// The statements that name it.
    public internal(set) var seenBy: [Digest] = []
    /// The governance versions that close with it.
    public internal(set) var closedBy: [Version] = []
    /// When the user who asks found it valid once, the time that it claimed then.
    public internal(set) var remembered: Instant?
    /// The document that each of the statements which name it says that it is about.
    var documents: [Digest: DocumentID] = [:]

    /// Whether the user who asks found it valid once.
    public var isRemembered: Bool { remembered != nil }

    /// Whether it was a decision on the people and rules, or nobody can tell what it was about.
    var mayBeOnGovernance: Bool {
      documents.values.contains(.governance) || name?.document == .governance
        || name == nil && documents.isEmpty
    }
  }
}

extension Examinations {
  /// What somebody has seen who stands in one of these versions of the people and rules, what versions
  /// close with, or what the user remembers, and that does not stand in its place any more.
  ///
  /// `leftOut` holds what the question leaves out, which is not missing.
  func missing(
    seenIn registries: [Governance], closedBy closing: [Governance],
    remembered: [Trust.Remembered], leftOut: [Record],
    lost: Set<Digest>
  ) -> [Ledger.Missing] {
    // A payload under another signature than that of the key it names is another statement.
    var present = Set(
      all.lazy.filter { examination in
        examination.isSignedAsNamed && !examination.issues.contains { $0.reason == .refMismatch }
      }.compactMap(\.id)
    ).union(lost)
    for case .statement(let tag, _, _) in leftOut.map(\.content) {
      present.insert(tag.identity)
    }
    var found: [Digest: Ledger.Missing] = [:]
    func note(_ id: Digest, _ note: (inout Ledger.Missing) -> Void) {
      if !present.contains(id) { note(&found[id, default: Ledger.Missing(id: id)]) }
    }
    for examination in all {
      guard let namer = examination.id,
        let statement = examination.words(bySomebodyIn: registries)
      else { continue }
      let names = Dictionary(
        statement.seen.map { ($0.statement, $0.name) }, uniquingKeysWith: { a, _ in a })
      for id in statement.known {
        note(id) {
          $0.name = $0.name ?? names[id]
          $0.seenBy.append(namer)
          $0.documents[namer] = names[id]?.document ?? statement.name.document
        }
      }
    }
    for governance in closing {
      for id in governance.closes { note(id) { $0.closedBy.append(governance.version) } }
    }
    for known in remembered {
      note(known.id) {
        $0.name = known.name
        $0.remembered = known.time
      }
    }
    return found.values.map { missing in
      var missing = missing
      missing.seenBy.sort()
      return missing
    }.sorted { $0.id < $1.id }
  }
}
