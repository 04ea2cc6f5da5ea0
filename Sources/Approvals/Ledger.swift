public import Objects
import Signatures

/// All decisions of a repository, judged together (`docs/formats.md`, sections 5 to 7).
///
/// A pure function of the records, the governance file of HEAD, what the person who asks knows,
/// and two times. What this version cannot follow (a second governance version) is never taken as valid.
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
  /// Those of them that count: what weighs in its document's state.
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
  public let hasLostAll: Bool
  /// Documents with a decision that this version of Writ cannot judge.
  let unsupported: Set<DocumentID>
  /// What documents are judged on.
  let basis: Basis

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

    let choice = try Root(
      records: records, files: files, head: head, trust: trust, now: now, history: history)
    root = choice.digest
    isPinned = choice.isPinned
    governance = choice.governance

    var examinations = Examinations(
      records, root: choice.digest, governance: choice.governance, now: now)
    chain = try choice.link(examinations, history: history).map { [$0] } ?? []
    // Before anything is suspended: else deleting an approval of the root would hide that it is gone.
    missing = examinations.missing(leftOut: later)
    if chain.isEmpty { examinations.suspend(allBut: root) }
    try examinations.refuseTakenVersions(history)

    valid = examinations.valid
    basis = examinations.basis
    unsupported = examinations.unsupported
    let counting = try Self.counting(valid, basis, history)
    statements = valid.filter { counting.contains($0.id) }
    entries = examinations.all.map { examination in
      Entry(
        ref: examination.record.ref, id: examination.id, statement: examination.statement,
        time: examination.time, title: examination.edition?.title, issue: examination.gravest,
        counts: examination.verified.map { counting.contains($0.id) } ?? false)
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

  /// What weighs in its document's state.
  private static func counting(
    _ valid: [VerifiedStatement], _ basis: Basis, _ history: ChangeHistory
  ) throws -> Set<Digest> {
    var counting: Set<Digest> = []
    for (document, decisions) in Dictionary(grouping: valid, by: \.edition.document) {
      if decisions.contains(where: { $0.statement.name.decision != .approve }) {
        counting.formUnion(try Standing(of: document, on: basis, history: history).counting)
      } else {
        // The same, without asking who wrote what.
        for (_, approvals) in Dictionary(grouping: decisions, by: \.edition.digest) {
          counting.formUnion(approvals.newestOfEachPerson.map(\.id))
        }
      }
    }
    return counting
  }
}
