import Documents
public import Objects
import Signatures

/// All decisions of a repository, judged together (`docs/formats.md`, sections 5 to 7).
///
/// A pure function of the records, the governance file of HEAD, what the person who asks knows,
/// and two times.
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
    /// The text decided on, where that can be read.
    public let edition: Edition?
    /// Why it does not hold; `nil` where it is valid.
    public let issue: Issue?
    /// Whether it weighs in its document's state.
    public let counts: Bool
    /// The latest time claimed by what it has seen: it was not made before.
    public let notBefore: Instant?
    /// The first time claimed by somebody else who saw it: it was not made after.
    public let notAfter: Instant?
    /// Whether its signer made another one apart from it, so that its date is no evidence.
    public let isOutOfOrder: Bool
    /// The verdict.
    public var verdict: Verdict { issue?.reason.verdict ?? .valid }
  }

  /// One governance version of the chain.
  public struct Link: Sendable {
    /// The file.
    public let governance: Governance
    /// Since when it is in force.
    public let since: Instant
    /// The approvals that brought it into force.
    public let approvals: [VerifiedStatement]
    /// Its version.
    public var version: Version { governance.version }
    /// Its digest.
    public var digest: Digest { governance.digest }
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
  /// Whether the chain of governance ends too early: before a fork, or before the newest known.
  public let isBroken: Bool
  /// What keeps documents from being judged.
  let doubts: Doubts
  /// What documents are judged on.
  let basis: Basis
  /// Approved texts, perhaps, of kinds that this version does not know.
  let unknownKinds: [DocumentOfUnknownKind]

  /// Whether the first governance version is approved; until then the repository is being set up.
  public var isRootApproved: Bool { !chain.isEmpty }

  /// Judges the records.
  ///
  /// `head` holds the bytes of `writ.yaml` in HEAD; `now` is the real time; `asOf` leaves out what
  /// is dated later. `history` is asked only where it matters who wrote a change; `expecting` is told before
  /// at which commits it may be asked: those of statements that hold, by people who are registered. `texts`
  /// gives the documents in HEAD, and is asked only where decisions are missing or cannot be judged.
  /// `isWhole` says whether the records are all that there are: of some of them it is not said that a
  /// decision which is left out may have been about any document.
  public init(
    records: [Record], isWhole: Bool = true, head: [UInt8]?, texts: () throws -> [Edition] = { [] },
    trust: Trust, now: Instant, asOf: Instant? = nil, history: ChangeHistory,
    expecting: ([ObjectID]) -> Void = { _ in }
  ) throws {
    time = asOf ?? now
    // By name, so that nothing depends on the order in which they were found.
    let (records, later) = Self.split(records.sorted { $0.ref < $1.ref }, asOf: asOf)
    // What is left out still tells where the tip came from.
    let files = Self.governanceFiles(records + later, head: head)

    let choice = try Root(
      records: records, files: files, head: head, trust: trust, now: now, history: history)
    root = choice.digest
    isPinned = choice.isPinned

    var examinations = Examinations(
      records, root: choice.digest, governances: choice.files, now: now)
    let chain =
      try choice.governance.map {
        try Chain(from: $0, to: trust.tip, in: &examinations, history)
      } ?? .empty
    self.chain = chain.links
    governance = chain.newest ?? choice.governance
    let current = chain.links.isEmpty ? choice.governance.map { [$0] } ?? [] : chain.current
    let lost = Set(chain.versions.flatMap(\.lost))
    // Before anything is suspended: else deleting an approval of the root would hide that it is gone.
    missing = examinations.missing(
      seenIn: chain.closing + current, newest: governance, closedBy: chain.closing,
      remembered: trust.remembered.filter { remembered in asOf.map { remembered.time <= $0 } ?? true
      },
      leftOut: later, lost: lost)
    let wellMade =
      missing.isEmpty && !examinations.hasOpen
      ? [] : examinations.texts(bySomebodyIn: chain.closing + current)
    var service: [Digest: Set<Int>] = [:]
    if chain.links.isEmpty {
      examinations.suspend(allBut: root)
    } else {
      let authority = try Authority(chain, examinations, missing: missing, history)
      examinations.refuse(authority, late: chain.late)
      service = authority.service
    }
    expecting(examinations.valid.map(\.target))
    try examinations.refuseTakenVersions(chain, service: service, history)

    valid = examinations.valid
    basis = examinations.basis(chain, service: service)
    var approved: [DocumentID: Set<Version>] = [:]
    doubts = try Doubts(
      missing: missing, open: examinations.open(in: current),
      credible: examinations.credible(in: current), lost: lost, isWhole: isWhole,
      remembered: trust.remembered, texts: { try wellMade + texts() },
      isApproved: { [basis] document, version in
        let versions =
          try approved[document]
          ?? ApprovedTexts(of: document, on: basis, history: history).approvedVersions
        approved[document] = versions
        return versions.contains(version)
      })
    unknownKinds = examinations.unknownKinds(in: current)
    let counting = try Standing.counting(valid, on: basis, history: history)
    statements = valid.filter { counting.contains($0.id) }
    let times = ClaimedTimes(valid, examinations.graph)
    entries = examinations.all.map { examination in
      let id = examination.verified?.id
      return Entry(
        ref: examination.record.ref, id: examination.id, statement: examination.statement,
        time: examination.time, edition: examination.edition, issue: examination.gravest,
        counts: id.map(counting.contains) ?? false, notBefore: id.flatMap(times.notBefore),
        notAfter: id.flatMap(times.notAfter),
        isOutOfOrder: id.map(times.outOfOrder.contains) ?? false)
    }

    let soundness = Soundness(
      choice, chain, tip: asOf == nil && isPinned ? trust.tip : nil,
      isEmpty: records.isEmpty && later.isEmpty, isUndecided: records.isEmpty,
      isMissed: !missing.isEmpty)
    hasLostAll = soundness.hasLostAll
    isBroken = soundness.isBroken
    problems = soundness.problems
    verdict = soundness.verdict(entries, missing: missing)
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

  /// Every governance file that is here by its digest, with what it says unless it is refused.
  private static func governanceFiles(_ records: [Record], head: [UInt8]?) -> [Digest: Governance?]
  {
    var files: [Digest: Governance?] = [:]
    for case .statement(_, let statement, .file(let text)) in records.map(\.content)
    where statement.name.document == .governance && files[text.digest] == nil {
      files[text.digest] = .some(text.edition?.governance)
    }
    if let head, files[Digest.sha256(of: head)] == nil {
      files[Digest.sha256(of: head)] = .some(Governance.parse(head).governance)
    }
    return files
  }
}
