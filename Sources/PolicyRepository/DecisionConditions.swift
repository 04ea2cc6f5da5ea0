import Approvals
import Documents
import Evidence
import Git
import Objects
import Rules

/// What must hold before anybody signs, and what they are shown of it.
extension PolicyRepository {
  /// The commit that a revision names; a change that was only fetched goes by its name too.
  func head(named revision: String) throws -> Head {
    let id: ObjectID
    do { id = try git.commit(named: revision) } catch {
      guard error.kind == .notFound else { throw error }
      if let name = ChangeName(branch: revision),
        let change = try openChanges().first(where: { $0.name == name })
      {
        return Head(id: change.tip, commit: try git.commit(change.tip))
      }
      throw Refusal(
        .couldNot, "there is no saved state named \(revision) here",
        remedies: "fetch what others sent, then try again: writ pull",
        "or ask whoever gave you the name; without --commit the newest one is taken")
    }
    return Head(id: id, commit: try git.commit(id))
  }

  /// Refuses while folder or index hold another text than the commit: it is the one people see.
  func refuseUncommitted(_ entry: Trees.Entry) throws {
    guard git.workingFolder != nil else { return }
    let isStaged = try git.index().contains {
      $0.path == entry.path && $0.id == entry.blob && !$0.isConflict
    }
    guard try !isStaged || differsFromWorkingFolder(entry) else { return }
    throw Refusal(
      .no,
      "\(entry.path) has changes that are not saved in the repository yet, so the text that you see "
        + "is not the one that you would sign",
      remedies: "ask whoever keeps the policies to save them, or to put the file back as it was")
  }

  /// The ledger to decide in, and the people and rules to act under.
  ///
  /// While no first version of them is approved, whoever decides on one decides in the repository
  /// that begins with it, and under itself.
  func rules(
    for document: DocumentID?, _ text: DecisionTarget?, _ ledger: Ledger, _ head: Head?
  ) throws -> (Ledger, Governance) {
    guard document == .governance, !ledger.isRootApproved else {
      return (ledger, try governanceInForce(ledger))
    }
    let first = try text ?? self.text(of: .governance, in: head).1
    return (try self.ledger(from: first.edition, ledger), try firstGovernance(first))
  }

  /// The ledger of the repository that begins with this text.
  private func ledger(from edition: Edition, _ ledger: Ledger) throws -> Ledger {
    // A root that is known here, but not a trace of it in the repository: it was exchanged.
    if ledger.isPinned, let root = ledger.root, root != edition.digest, ledger.governance == nil {
      throw Refusal(
        .no, "this is not the repository that you know here: it began with \(root)",
        remedies: "find out who exchanged it, and why",
        "if you began anew yourself, say so: writ root --pin \(edition.digest)")
    }
    let head = try head()
    return try Ledger(
      records: records(), head: governanceFile(of: head), texts: { try self.texts(in: head) },
      trust: Trust(required: edition.digest, known: trust().known), now: surroundings.now,
      history: history, expecting: changes.expect)
  }

  /// The very first governance file, which is acted under itself.
  private func firstGovernance(_ text: DecisionTarget) throws -> Governance {
    guard text.edition.version == Version(1, 0) else {
      throw Refusal(
        .no,
        "the first version of the people and rules must be 1.0, but writ.yaml says "
          + "\(text.edition.version)", remedies: "write version: 1.0 in writ.yaml")
    }
    guard let governance = Governance.parse(text.bytes).governance else {
      throw Refusal(
        .no, "writ.yaml is refused", remedies: "see what is wrong with: writ check writ.yaml")
    }
    return governance
  }

  /// The governance file in force.
  private func governanceInForce(_ ledger: Ledger) throws -> Governance {
    guard ledger.isRootApproved, let governance = ledger.governance else {
      throw Refusal(
        .no, "the people and rules are not approved yet, so nobody can decide anything under them",
        remedies: "approve them first: writ approve governance",
        "see who must: writ status governance")
    }
    return governance
  }

  /// Refuses decisions on documents where the decisions made so far are not here, those on the people
  /// and rules among them.
  func refuseWithoutDecisions(_ document: DocumentID, _ ledger: Ledger) throws {
    guard document != .governance, ledger.hasLostAll else { return }
    throw Refusal(
      .no, "nothing can be decided on \(document) now: no decisions are here",
      remedies: "ask whoever keeps the policies to fetch them",
      "if none were made yet, approve the people and rules first: writ approve governance")
  }

  /// Refuses decisions that people and rules do not take: they change by a further version.
  func refuseForGovernance(_ request: DecisionRequest) throws {
    guard request.document == .governance else { return }
    switch request.decision {
    case .approve, .reject, .withdraw: return
    case .reaffirm:
      throw Refusal(
        .no,
        "people and rules are not reviewed like a policy: they hold until a new version of them",
        remedies: "see who may decide what now: writ people")
    case .retire:
      throw Refusal(
        .no, "people and rules cannot be retired: without them nobody could decide anything",
        remedies: "let a new version of them take their place")
    }
  }

  /// The same decision by the same person on the same text, which still stands: one that waits for others
  /// does if it serves the newest people and rules, for else they must decide again.
  static func standing(
    _ decision: Decision, by person: Person, in status: DocumentStatus, _ ledger: Ledger
  ) -> VerifiedStatement? {
    let isApproved = status.approved.contains { $0.edition.digest == status.edition.digest }
    let isComplete = decision == .approve && isApproved || decision == .reject
    let statements: [VerifiedStatement] =
      switch decision {
      case .approve: status.approvals
      case .reject: status.objections
      case .reaffirm: status.inForce?.openReview ?? []
      case .retire: status.inForce?.openRetirement ?? []
      case .withdraw: []
      }
    return statements.last {
      $0.person.id == person.id && (isComplete || ledger.servesNewest($0))
    }
  }

  /// The refusal of any decision on a document of which nothing can be told.
  func undecidable(_ document: DocumentID, _ reason: String) -> Refusal {
    Refusal(
      .no, "nothing can be decided on \(document) now: \(reason)", remedies: "see why: writ verify")
  }

  /// Refuses what makes no sense for a text that stands so.
  func refuse(
    _ decision: Decision, by person: Person, _ status: DocumentStatus, _ ledger: Ledger
  ) throws {
    let edition = status.edition
    let title: DisplayText = "\(edition.title) \(edition.version)"
    if let reason = status.reasons.first, !settlesWhatIsMissing(edition, ledger) {
      throw undecidable(edition.document, reason)
    }
    if decision == .approve, let draft = edition.governance {
      try refuse(draft, by: person, ledger)
    }
    let isApproved = status.approved.contains { $0.edition.digest == edition.digest }
    switch decision {
    case .approve:
      if status.flags.contains(.modified) {
        throw Refusal(
          .no, "another text is approved as version \(edition.version) of \(edition.title)",
          remedies: "ask for this text as the next version, with that version in its first lines")
      }
      if status.state == .retired {
        throw Refusal(
          .no, "\(title) is retired: it cannot come into force again",
          remedies: "ask for a new version with a higher number")
      }
      try refuseSentBack(status, to: person)
    case .reject where isApproved:
      let message: DisplayText = "\(title) is \(status.words): it is too late to send it back"
      let another: DisplayText = "ask for a new version"
      guard status.state == .inForce, edition.document != .governance else {
        throw Refusal(.no, message, remedies: another)
      }
      throw Refusal(
        .no, message, remedies: "take it out of force: writ retire \(edition.document)",
        "or \(another)")
    case .reject, .reaffirm, .retire, .withdraw: break
    }
  }

  /// Refuses to approve what somebody has sent back.
  private func refuseSentBack(_ status: DocumentStatus, to person: Person) throws {
    let edition = status.edition
    guard let objection = status.objections.last else { return }
    let words = objection.statement.comment.split(whereSeparator: \.isWhitespace)
    let reason: DisplayText = words.isEmpty ? "" : ": \"\(words.joined(separator: " "))\""
    if objection.person.id == person.id {
      throw Refusal(
        .no,
        "you sent \(edition.title) \(edition.version) back on \(objection.time.day.inWords)\(reason)",
        remedies: "take that back first: writ withdraw \(edition.document)")
    }
    throw Refusal(
      .no,
      "\(objection.person.name) sent \(edition.title) \(edition.version) back on "
        + "\(objection.time.day.inWords)\(reason)",
      remedies: "ask whoever keeps the policies for a new text",
      "or ask \(objection.person.name) to take it back: writ withdraw \(edition.document)")
  }

  /// The role to act in: the one asked for, else the one that is still needed.
  func role(
    for person: Person, _ request: DecisionRequest, _ contribution: Contribution?,
    undoing undone: VerifiedStatement?, _ edition: Edition, _ governance: Governance
  ) throws -> Role {
    if let role = request.signer.role, !person.roles.contains(role) {
      throw Refusal(
        .no, "\(person.name) does not hold the role \(role)",
        remedies: "they hold: \(person.roles.map(\.description).joined(separator: ", "))")
    }
    let role =
      if let undone {
        request.signer.role ?? person.roles.first { $0 == undone.role.id } ?? person.roles.first
      } else {
        contribution?.role
      }
    guard let role = role.flatMap(governance.role) else {
      throw Refusal(
        .no,
        "\(edition.title) does not ask for a decision by \(person.name)"
          + (request.signer.role.map { " as \($0)" } ?? ""),
        remedies: "see who must decide: writ status \(edition.document)")
    }
    return role
  }

  /// The findings on the document as it stands in the commit.
  func findings(at path: String, in head: Head, _ ledger: Ledger) throws -> [Finding] {
    try findings(at: [path], in: head, ledger)[path] ?? []
  }

  /// The findings on documents as they stand in the commit, by path: all are read once.
  func findings(at paths: Set<String>, in head: Head, _ ledger: Ledger) throws
    -> [String: [Finding]]
  {
    var snapshot = Snapshot(files: try files(of: head), judging: paths)
    try tell(&snapshot, of: snapshot.judgedDocuments, ledger, history: history)
    return Dictionary(grouping: Rulebook.findings(in: snapshot).filter { paths.contains($0.path) })
    {
      $0.path
    }
  }

  /// Refuses to approve a text with errors, and people and rules that could leave nobody able to
  /// decide.
  func refuse(_ findings: [Finding], of edition: Edition, acceptingWarnings: Bool) throws {
    if let error = findings.first(where: { $0.severity == .error }) {
      throw Refusal(
        .no,
        "\(edition.path) has errors, the first on line \(error.line): \(error.message)",
        remedies: "\(error.remedy)", "see them all with: writ check \(edition.path)")
    }
    let weakness = findings.first { $0.rule == Rulebook.robustGovernance }
    if edition.document == .governance, let weakness, !acceptingWarnings {
      throw Refusal(
        .no,
        "the rules could leave you unable to decide: line \(weakness.line): \(weakness.message)",
        remedies: "\(weakness.remedy)",
        "or take them as they are: writ approve governance --accept-warnings")
    }
  }

  /// Refuses a text at a path that no statement can hold, before anybody types a passphrase for it.
  func refuseName(of edition: Edition) throws {
    guard let renamed = RenamedPath(edition.path) else { return }
    throw Refusal(
      .no,
      "\(edition.path) is spelled in a form that is not Unicode NFC, so no decision can name it",
      remedies: "have whoever writes it \(renamed.remedy)")
  }

  /// The first name for the decision that no ref had when all was judged: what was made since may be
  /// the same decision, and must be in the way.
  static func freeName(_ wanted: StatementName, _ ledger: Ledger) -> StatementName {
    var name = wanted
    let taken = Set(ledger.entries.map(\.ref))
    while taken.contains(name.ref) { name = name.next }
    return name
  }

  /// Refuses while a decision that would hold is still to come: then this clock is wrong, or theirs.
  func refuseWrongClock(_ ledger: Ledger) throws {
    // What nobody signed who may decide now keeps nobody from signing.
    let entry = ledger.entries.first { entry in
      entry.issue?.reason == .inTheFuture
        && entry.statement.map { ledger.governance?.mayDecide(with: $0.key) ?? false } ?? false
    }
    guard let time = entry?.time else { return }
    throw Refusal(
      .couldNot,
      "a decision here is dated \(time), but this machine's clock says \(surroundings.now)",
      remedies: "set the clock; if it is right, see whose decision it is: writ verify")
  }

  /// What the signer should know of the text; `note` says why it is there where the text itself cannot.
  func matter(
    _ status: DocumentStatus, _ bytes: [UInt8], _ findings: [Finding], note: String? = nil,
    _ ledger: Ledger
  ) throws -> Matter {
    let path = status.edition.path
    let last = status.approved.last { $0.edition.digest != status.edition.digest }
    return Matter(
      status: status, bytes: bytes,
      changes: try last.map {
        ($0.edition.version, try changes(since: $0, to: bytes, path: path))
      },
      changeNote: Document.parse(bytes, path: path).document?.change?.note ?? note,
      findings: findings,
      warnings: warnings(on: status, ledger),
      observations: observations(on: status, bytes: bytes, ledger))
  }
}

extension Document.Change {
  /// Summary and reason in one sentence.
  fileprivate var note: String? {
    let parts = [summary, reason].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ": ")
  }
}
