import Approvals
import Documents
import Evidence
import Git
import Objects
import Rules

extension PolicyRepository {
  /// What is handed to an auditor on clause 5.2, as of the time asked about; `from` and `to` limit the
  /// changes and decisions that are listed, never what is judged. `program` is the version of Writ.
  func evidence(from: CalendarDate? = nil, to: CalendarDate? = nil, program: String) throws
    -> EvidencePack
  {
    let head = try head()
    let governanceFile = try governanceFile(of: head)
    let recollection = try recollection(of: head)
    let ledger = recollection.ledger
    let governance = try governance(of: ledger)
    let (statuses, notes) = try statuses(head, ledger)
    let observed = try observed(statuses, head, ledger, reading: .all)
    let verification = try report(
      on: recollection, head, governanceFile, observations: observed.allObservations)
    var left = PackContents.mostBytes
    let register = try observed.map { try entry($0, ledger, left: &left) }
    let findings = try findings(inForce: register, ledger)
    let unread = try unread(in: head)
    let timeline = try timeline(head, ledger)
    rememberObjects()
    return EvidencePack(
      verification, register: register,
      matrix: ClauseMatrix(
        policyClause: ClauseFacts(
          documents: statuses, inForce: Self.textsInForce(register), findings: findings,
          governance: governance, decisions: ledger.valid.count,
          integrity: Self.integrity(verification, ledger),
          observations: observed.allObservations, unread: unread, day: ledger.time.day)),
      findings: findings,
      history: HistoryReport(
        header(ledger, head), timeline: timeline.from(from?.start, to: to?.end), ledger: ledger,
        statuses: statuses),
      timeline: timeline, period: (from, to), governance: governance, unread: unread,
      notes: notes, program: program)
  }

  /// A document with its approved versions, each with what it changed.
  private func entry(_ observed: StatusReport.Entry, _ ledger: Ledger, left: inout Int) throws
    -> EvidencePack.Entry
  {
    let status = observed.status
    var versions: [EvidencePack.Entry.Version] = []
    for approved in status.approved {
      let bytes = try bytes(of: approved)
      left -= bytes.count
      guard left >= 0 else {
        throw Refusal(
          .couldNot, "the approved texts have more bytes than a pack may hold",
          remedies: "look at them in a clone: writ history")
      }
      let changes = try versions.last.map { last in
        (
          since: last.approved.edition.version,
          try Comparison.changes(
            from: (last.bytes, last.approved.edition.path), to: (bytes, approved.edition.path))
        )
      }
      let own = try ledger.status(of: approved.edition, history: history)
      versions.append(
        EvidencePack.Entry.Version(
          approved, bytes: bytes, changes: changes,
          observations: observations(onApproved: own, bytes: bytes, ledger)))
    }
    return EvidencePack.Entry(status, observed.observations, versions: versions)
  }

  /// The texts in force, read.
  private static func textsInForce(_ register: [EvidencePack.Entry]) -> [DocumentID: Document] {
    var texts: [DocumentID: Document] = [:]
    for entry in register {
      guard let version = entry.inForce else { continue }
      let edition = version.approved.edition
      texts[edition.document] = Document.parse(version.bytes, path: edition.path).document
    }
    return texts
  }

  /// What the rules say of the texts in force as they stand together, whatever the files say that have not
  /// been approved.
  private func findings(inForce register: [EvidencePack.Entry], _ ledger: Ledger) throws
    -> [Finding]
  {
    let files = register.compactMap { entry in
      entry.inForce.map { version in
        Snapshot.File(path: entry.status.edition.path, content: .bytes(version.bytes))
      }
    }
    var snapshot = Snapshot(files: files)
    snapshot.isGovernanceApproved = ledger.isRootApproved
    snapshot.chain = ledger.chain.map(\.governance)
    return Rulebook.findings(in: snapshot)
  }

  /// Whether the decisions can be relied on.
  private static func integrity(_ verification: VerificationReport, _ ledger: Ledger)
    -> ClauseFacts.Integrity
  {
    switch verification.verdict {
    case .valid: .whole
    case .indeterminate:
      .open(
        ledger.isPinned
          ? "Of some decisions it cannot be told yet whether they hold: the first part says why."
          : "Whoever made this pack had not compared the fingerprint of the repository: compare it first."
      )
    case .malformed, .invalid, .untrusted:
      .broken("Not every decision holds, or some are missing: the first part says which.")
    }
  }
}
