public import Objects
import Signatures

/// All decisions of a repository, judged together (`docs/formats.md`, sections 5 to 7).
///
/// A pure function of the records, the governance file of HEAD, what the person who asks knows,
/// and two times. What this version cannot follow (a second governance version, other decisions
/// than `approve`) is never taken as valid.
public struct Ledger: Sendable {
  /// One ref and what is to be said of it.
  public struct Entry: Sendable {
    /// The whole name of the ref.
    public let ref: String
    /// The identity of the statement, where there is one.
    public let id: Digest?
    /// The statement, where the ref leads to one, whether or not it holds.
    public let statement: Statement?
    /// The time that it claims.
    public let time: Instant?
    /// The title of the text decided on, where that can be read.
    public let title: String?
    /// Why it does not hold; `nil` where it is valid.
    public let issue: Issue?
    /// Whether it weighs in its document's state.
    public let counts: Bool
    /// The verdict.
    public var verdict: Verdict { issue?.reason.verdict ?? .valid }
  }

  /// A decision that somebody had seen, and that is not in its place.
  public struct Missing: Sendable {
    /// Its identity.
    public let id: Digest
    /// The name that it had.
    public let name: StatementName
    /// The statements that name it.
    public let seenBy: [Digest]
  }

  /// One governance version of the chain.
  public struct Link: Sendable {
    /// Its version.
    public let version: Version
    /// Its digest.
    public let digest: Digest
    /// Since when it is in force.
    public let since: Instant
    /// The approvals that brought it into force.
    public let approvals: [VerifiedStatement]
  }

  /// The digest of the first governance file; `nil` where there is none to be found.
  public let root: Digest?
  /// Whether the person who asks knows the root from outside.
  public let isPinned: Bool
  /// The newest governance version: that in force, or the first while it is not approved yet.
  public let governance: Governance?
  /// The governance versions in force so far, oldest first.
  public let chain: [Link]
  /// Every ref, by name.
  public let entries: [Entry]
  /// Every statement that holds, oldest first.
  public let valid: [VerifiedStatement]
  /// Those of them that count: of several alike by one person the newest.
  public let statements: [VerifiedStatement]
  /// What somebody had seen and is gone.
  public let missing: [Missing]
  /// What is wrong with the whole, in sentences.
  public let problems: [String]
  /// The verdict on the whole.
  public let verdict: Verdict
  /// As of when the question is asked.
  public let time: Instant
  /// Whether there is no decision at all where there must have been some.
  let hasLostAll: Bool
  /// Documents with a decision that this version of Writ cannot judge.
  let unsupported: Set<DocumentID>

  /// Whether the first governance version is approved; until then the repository is being set up.
  public var isRootApproved: Bool { !chain.isEmpty }

  /// Judges the records.
  ///
  /// `head` holds the bytes of `writ.yaml` in HEAD; `now` is the real time; `asOf` leaves out what
  /// is dated later. `history` is asked only where it matters who wrote a change.
  public init(
    records: [Record], head: [UInt8]?, trust: Trust, now: Instant, asOf: Instant? = nil,
    history: ChangeHistory
  ) throws {
    time = asOf ?? now
    // By name, so that nothing depends on the order in which they were found.
    let (records, later) = Self.split(records.sorted { $0.ref < $1.ref }, asOf: asOf)
    let files = Self.governanceFiles(records, head: head)

    let choice = Root(records: records, files: files, head: head, trust: trust, now: now)
    root = choice.digest
    isPinned = choice.isPinned
    governance = choice.governance

    var examined = records.map {
      Examination($0, root: choice.digest, governance: choice.governance, now: now)
    }
    let graph = SeenGraph(examined)
    Self.contradictTimes(&examined, graph)
    chain = choice.link(examined.compactMap(\.verified)).map { [$0] } ?? []
    // Before anything is suspended: else deleting an approval of the root would hide that it is gone.
    missing = Self.missing(examined, leftOut: later)
    if chain.isEmpty { Self.suspend(&examined, root: choice.digest) }
    if let governance { Self.refuseTakenVersions(&examined, graph, governance) }

    valid = graph.oldestFirst(examined.compactMap(\.verified))
    let countedIDs = Set(Self.newestOfEachPerson(valid).map(\.id))
    statements = valid.filter { countedIDs.contains($0.id) }
    unsupported = Self.unsupported(examined)
    entries = examined.map { examination in
      Entry(
        ref: examination.record.ref, id: examination.id, statement: examination.statement,
        time: examination.time, title: examination.edition?.title, issue: examination.gravest,
        counts: examination.verified.map { countedIDs.contains($0.id) } ?? false)
    }

    var problems = choice.problems
    if let tip = trust.tip, tip != choice.digest, choice.isPinned {
      problems.append(
        "The newest version of the people and rules that you know (\(tip)) is a later one than this "
          + "version of Writ can follow.")
    }
    if unsupported.contains(.governance) {
      problems.append(
        "A further version of the people and rules is being decided, which this version of Writ "
          + "cannot follow.")
    }
    if let governance, chain.isEmpty, !records.isEmpty || !choice.problems.isEmpty {
      problems.append(
        "The people and rules (\(governance.title) \(governance.version)) are not approved yet.")
    }
    hasLostAll = records.isEmpty && (choice.isPinned || choice.governance?.version != Version(1, 0))
    if hasLostAll {
      problems.append("This clone has no decisions: fetch the tags (git fetch --tags).")
    }
    self.problems = problems
    verdict = Self.verdict(
      entries: entries, missing: missing, rootIsGone: choice.isGone,
      isWhole: isPinned && !chain.isEmpty && problems.isEmpty)
  }

  private static func verdict(
    entries: [Entry], missing: [Missing], rootIsGone: Bool, isWhole: Bool
  ) -> Verdict {
    let worst = entries.map(\.verdict).max() ?? .valid
    if worst >= .untrusted || !missing.isEmpty || rootIsGone { return .invalid }
    return worst == .valid && isWhole ? .valid : .indeterminate
  }
}

extension Ledger {
  private static func split(_ records: [Record], asOf: Instant?) -> (
    kept: [Record], later: [Record]
  ) {
    guard let asOf else { return (records, []) }
    let isLater = { (record: Record) in
      if case .statement(let tag, _, _) = record.content { tag.tagger.time > asOf } else { false }
    }
    return (records.filter { !isLater($0) }, records.filter(isLater))
  }

  private static func governanceFiles(_ records: [Record], head: [UInt8]?) -> [Digest: [UInt8]] {
    var files: [Digest: [UInt8]] = [:]
    if let head { files[Digest.sha256(of: head)] = head }
    for case .statement(_, let statement, .file(let bytes)) in records.map(\.content)
    where statement.name.document == .governance {
      files[Digest.sha256(of: bytes)] = bytes
    }
    return files
  }

  /// Refuses what is dated before something that it has seen (with the grace for clocks), in an
  /// order in which what was seen comes first.
  private static func contradictTimes(_ examined: inout [Examination], _ graph: SeenGraph) {
    for position in graph.seenFirst {
      guard let verified = examined[position].verified else { continue }
      let latest = verified.statement.seen.compactMap { seen in
        graph.position(of: seen.statement).flatMap { examined[$0].verified?.time }
      }.max()
      if let latest, verified.time.adding(seconds: Examination.grace) < latest {
        examined[position].add(
          .timeContradicted,
          "It is dated \(verified.time), but knows a decision of \(latest): its date is wrong.")
      }
    }
  }

  /// While the first governance version is not approved, nothing else can be judged.
  private static func suspend(_ examined: inout [Examination], root: Digest?) {
    for position in examined.indices {
      guard let statement = examined[position].statement else { continue }
      if statement.name.document != .governance || statement.digest != root {
        examined[position].add(
          .rootNotApproved, "The people and rules that it was made under are not approved yet.")
      }
    }
  }

  /// An approval of a second text under a version approved before, its signer having seen that.
  private static func refuseTakenVersions(
    _ examined: inout [Examination], _ graph: SeenGraph, _ governance: Governance
  ) {
    struct Slot: Hashable {
      let document: DocumentID
      let version: Version
    }
    var slots: [Slot: [Int]] = [:]
    for position in graph.seenFirst {
      guard let verified = examined[position].verified else { continue }
      let name = verified.statement.name
      slots[Slot(document: name.document, version: name.version), default: []].append(position)
    }
    for positions in slots.values
    where Set(positions.compactMap { examined[$0].verified?.edition.digest }).count > 1 {
      for position in positions {
        guard let verified = examined[position].verified else { continue }
        let known = graph.ancestry(of: verified)
        // Read anew each time: what came too late itself takes no version.
        let approvals = positions.compactMap { examined[$0].verified }
        let others = Dictionary(
          grouping: approvals.filter {
            known.contains($0.id) && $0.edition.digest != verified.edition.digest
          }, by: \.edition.digest)
        let taken = others.values.contains { approvals in
          guard
            let rule = governance.rule(
              for: approvals[0].edition.document, kind: approvals[0].edition.kind,
              level: approvals[0].edition.level)
          else { return false }
          return Tally(rule.places(for: .require), approvals.map { Ballot($0) }).isMet
        }
        if taken {
          examined[position].add(
            .versionTaken,
            "Another text had been approved as version \(verified.edition.version) before, and "
              + "\(verified.person.name) had seen that. The text needs a version of its own.")
        }
      }
    }
  }

  /// Of several alike by one person the newest counts.
  private static func newestOfEachPerson(_ statements: [VerifiedStatement]) -> [VerifiedStatement] {
    struct Likeness: Hashable {
      let document: DocumentID
      let version: Version
      let decision: Decision
      let person: PersonID
      let digest: Digest
    }
    var newest: [Likeness: VerifiedStatement] = [:]
    for statement in statements {
      let name = statement.statement.name
      let likeness = Likeness(
        document: name.document, version: name.version, decision: name.decision,
        person: name.person, digest: statement.edition.digest)
      if let other = newest[likeness], (other.time, other.id) > (statement.time, statement.id) {
        continue
      }
      newest[likeness] = statement
    }
    return Array(newest.values)
  }

  /// What a statement that holds has seen, and that does not stand in its place any more.
  private static func missing(_ examined: [Examination], leftOut: [Record]) -> [Missing] {
    // A payload under another signature than that of the key it names is another statement.
    var present = Set(
      examined.filter { examination in
        examination.isSignedAsNamed && !examination.issues.contains { $0.reason == .refMismatch }
      }.compactMap(\.id))
    for case .statement(let tag, _, _) in leftOut.map(\.content) {
      present.insert(Digest.sha256(of: tag.payload))
    }
    var names: [Digest: (name: StatementName, seenBy: [Digest])] = [:]
    for statement in examined.compactMap(\.verified) {
      for seen in statement.statement.seen where !present.contains(seen.statement) {
        names[seen.statement, default: (seen.name, [])].seenBy.append(statement.id)
      }
    }
    return names.map { Missing(id: $0, name: $1.name, seenBy: $1.seenBy.sorted()) }
      .sorted { $0.id < $1.id }
  }

  /// Documents with a decision that may hold, were it of a kind that can be judged here: by a key
  /// of the person, so that nobody else can leave a document open.
  private static func unsupported(_ examined: [Examination]) -> Set<DocumentID> {
    Set(
      examined.filter { examination in
        examination.isByRegisteredKey
          && examination.issues.contains { $0.reason == .unsupported }
          && examination.issues.allSatisfy { $0.reason.verdict == .indeterminate }
      }.compactMap { $0.statement?.name.document })
  }
}
