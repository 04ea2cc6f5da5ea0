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
    /// What is remembered of it, where the user who asks found it valid once.
    var memory: Trust.Remembered?
    /// Whether its signer, as remembered, still stands in the newest version of the people and rules.
    var isBySomebodyInOffice = false
    /// What each of the statements which name it says of it.
    var claims: [Digest: Claim] = [:]

    /// What a statement says of another one that it names.
    struct Claim {
      /// The document that it says it is about.
      let document: DocumentID
      /// The name; `nil` where it is only withdrawn.
      let name: StatementName?
      /// The text that it is about, where it is withdrawn by this.
      let withdrawn: (document: DocumentID, version: Version, digest: Digest)?

      /// Whether it may have been an approval of a document.
      var mayBeApproval: Bool {
        document != .governance && name.map { $0.decision == .approve } ?? true
      }
    }

    /// When the user who asks found it valid once, the time that it claimed then.
    public var remembered: Instant? { memory?.time }

    /// Whether the user who asks found it valid once.
    public var isRemembered: Bool { memory != nil }

    /// Whether it was a decision on the people and rules, or nobody can tell what it was about.
    var mayBeOnGovernance: Bool {
      claims.values.contains { $0.document == .governance } || name?.document == .governance
        || name == nil && claims.isEmpty
    }
  }
}

extension Examinations {
  /// What somebody has seen who stands in one of these versions of the people and rules, what versions
  /// close with, or what the user remembers, and that does not stand in its place any more.
  ///
  /// `newest` is the newest of these versions; `leftOut` holds what the question leaves out, which is not
  /// missing.
  func missing(
    seenIn registries: [Governance], newest: Governance?, closedBy closing: [Governance],
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
          $0.claims[namer] = statement.claim(on: id, named: names[id])
        }
      }
    }
    for governance in closing {
      for id in governance.closes { note(id) { $0.closedBy.append(governance.version) } }
    }
    for known in remembered {
      note(known.id) {
        $0.name = known.name
        if $0.memory?.details == nil { $0.memory = known }
        $0.isBySomebodyInOffice = $0.memory?.stands(in: newest) ?? false
      }
    }
    return found.values.map { missing in
      var missing = missing
      missing.seenBy.sort()
      return missing
    }.sorted { $0.id < $1.id }
  }
}

extension Statement {
  /// What it says of another one, which it names as seen under this name, or withdraws.
  fileprivate func claim(on id: Digest, named other: StatementName?) -> Ledger.Missing.Claim {
    let isOwn =
      other.map {
        ($0.person, $0.document, $0.version) == (name.person, name.document, name.version)
      } ?? true
    return Ledger.Missing.Claim(
      document: other?.document ?? name.document, name: other,
      withdrawn: withdraws == id && isOwn ? (name.document, name.version, digest) : nil)
  }
}

extension Trust.Remembered {
  /// Whether its signer could still make it under a version of the people and rules; where role and key
  /// were not kept, whether they are still listed.
  func stands(in governance: Governance?) -> Bool {
    guard let governance, let person = governance.person(name.person) else { return false }
    guard let details else { return true }
    guard case .ssh(_, let policy) = person.key(named: details.key) else { return false }
    return policy == details.policy && person.roles.contains(details.role)
      && governance.revocations(of: details.key).isEmpty
  }
}
