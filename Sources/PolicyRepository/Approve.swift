import Approvals
import Documents
public import Evidence
import Files
import Git
public import Objects
import Programs
import Rules
import Signatures

/// What somebody wants to approve, and how.
public struct ApprovalRequest: Sendable {
  /// The document.
  public let document: DocumentID
  /// The commit that holds the text; `nil` for HEAD.
  public let revision: String?
  /// Who approves; only confirms whose key it is.
  public let person: PersonID?
  /// The role to act in; `nil` for the one that the rule still needs.
  public let role: RoleID?
  /// The path of the key to sign with; `nil` for the one that Git or the agent knows.
  public let key: String?
  /// What the signer adds; may be empty.
  public let comment: String
  /// Whether rules that one loss would block are taken as they are.
  public let acceptsWarnings: Bool

  /// A request of these parts.
  public init(
    document: DocumentID, revision: String?, person: PersonID?, role: RoleID?, key: String?,
    comment: String, acceptsWarnings: Bool
  ) {
    self.document = document
    self.revision = revision
    self.person = person
    self.role = role
    self.key = key
    self.comment = comment
    self.acceptsWarnings = acceptsWarnings
  }
}

/// An approval that is prepared and shown, but neither signed nor recorded.
public struct ApprovalDraft: Sendable {
  /// What the signer is shown.
  public let sheet: ApprovalSheet
  /// The key that will sign, for people.
  public let keyName: String
  let key: SigningKey
  let target: ObjectID
  let person: Person
}

/// What came of preparing an approval.
public enum PreparedApproval: Sendable {
  /// It can be signed.
  case draft(ApprovalDraft)
  /// The same person approved the same text before.
  case approvedBefore(Receipt)
}

extension PolicyRepository {
  /// Prepares an approval: finds the text, the person and the role, and checks all that would make
  /// the decision worthless. Records nothing.
  public func prepare(_ request: ApprovalRequest) async throws -> PreparedApproval {
    guard surroundings.asOf == nil else {
      throw Refusal(.usage, "a decision is made now: leave out --at")
    }
    let current = try head()
    let found = try ledger(of: current)
    let head = try request.revision.map(head(named:)) ?? current
    let (entry, bytes, edition) = try text(of: request.document, in: head)
    if request.revision == nil { try refuseUncommitted(entry) }
    guard let head else { throw try unknownDocument(request.document, in: nil) }

    let ledger = try ledger(for: edition, found)
    let governance = try governance(for: edition, bytes, ledger)
    let key = try await signingKey(request.key, governance)
    guard let person = governance.owner(of: .ssh(key.fingerprint)) else {
      throw Refusal(
        .no, "nobody is registered with this key (\(key.fingerprint))",
        remedies: "sign with another key: --key FILE",
        "or send its public half to whoever keeps writ.yaml; see who is registered: writ people")
    }
    if let expected = request.person, expected != person.id {
      throw Refusal(.no, "this is the key of \(person.name), not of \(expected)")
    }

    let status = try ledger.status(of: edition, history: history)
    if let before = status.approvals.first(where: { $0.person.id == person.id }) {
      return .approvedBefore(
        Receipt(header(ledger, head), statement: before, status: status, isNew: false))
    }
    try refuse(status, of: edition)
    let contribution = try ledger.contribution(
      of: person, in: request.role, to: edition, at: head.id, history: history)
    let role = try self.role(for: person, request, contribution, edition, governance)
    let findings = try findings(on: entry, in: head, ledger, request)

    let name = try freeName(document: edition.document, version: edition.version, person: person.id)
    try refuseWrongClock(ledger)
    let root = edition.document == .governance ? edition.digest : ledger.root ?? edition.digest
    let statement = Statement(
      subject: Statement.subject(
        person: person.name, role: role.title, decision: .approve, title: edition.title,
        version: edition.version),
      comment: try comment(request.comment), repository: root, governance: governance.digest,
      name: name, path: edition.path, digest: edition.digest, role: role.id,
      key: .ssh(key.fingerprint), seen: ledger.seen(deciding: edition.document))
    let sheet = ApprovalSheet(
      edition: edition, bytes: bytes, changes: try changes(status, bytes),
      changeNote: Document.parse(bytes, path: edition.path).document?.change?.note,
      findings: findings, approvals: status.approvals, contribution: contribution,
      statement: statement, time: surroundings.now)
    return .draft(
      ApprovalDraft(
        sheet: sheet, keyName: key.fingerprint.description, key: key, target: head.id,
        person: person))
  }

  /// Signs what was shown, verifies it with the full verifier, and only then records it.
  ///
  /// `time` is the moment of signing, which may be long after the text was shown. The one ref that
  /// is made is the decision; whatever fails before it leaves nothing.
  public func sign(_ draft: ApprovalDraft, at time: Instant) async throws -> Receipt {
    let statement = draft.sheet.statement
    let payload = TagObject.payload(
      target: draft.target, name: statement.name.description,
      tagger: Ident(name: draft.person.name, email: draft.person.email, time: time),
      message: statement.message)
    let armor = try await draft.key.sign(
      payload, with: try SSHKeygen(environment: surroundings.environment))
    let bytes = TagObject.bytes(payload: payload, armor: armor)

    let head = try head()
    let isRoot = statement.governance == statement.digest
    let before = try records()
    let record = try Records(git, trees).record(of: bytes, at: statement.name)
    let known = try trust()
    let trust = isRoot ? Trust(required: statement.repository, known: known.known) : known
    let ledger = Ledger(
      records: before + [record], head: try governanceFile(of: head), trust: trust, now: time)
    guard let entry = ledger.entries.first(where: { $0.ref == statement.name.ref }) else {
      throw Refusal(.couldNot, "the decision was lost before it was recorded")
    }
    if let issue = entry.issue {
      throw Refusal(
        .no, "the decision would not hold, so it was not recorded: \(issue.message)",
        remedies: "try again; if it stays so, look at: writ verify")
    }
    guard let verified = ledger.statements.first(where: { $0.id == entry.id }) else {
      throw Refusal(
        .no, "a newer decision of yours on the same text counts in its place",
        remedies: "see it with: writ history \(statement.name.document)")
    }
    let receipt = Receipt(
      header(ledger, head), statement: verified,
      status: try ledger.status(of: draft.sheet.edition, history: history), isNew: true)
    // Making the ref is the decision, so it comes last: all that can fail goes before it.
    if isRoot { try pins.pin(statement.repository, tip: nil, for: git.commonFolder) }
    try git.createReference(statement.name.ref, target: try git.write(bytes, as: .tag))
    return receipt
  }
}

extension PolicyRepository {
  private func head(named revision: String) throws -> Head {
    let id = try git.commit(named: revision)
    return Head(id: id, commit: try git.commit(id))
  }

  private func text(of document: DocumentID, in head: Head?) throws
    -> (Trees.Entry, [UInt8], Edition)
  {
    let entries = try head.map { try trees.documents(in: $0.commit) } ?? []
    let named = entries.filter { $0.document == document }
    guard let entry = named.first else {
      throw try unknownDocument(document, in: head)
    }
    guard named.count == 1 else {
      throw Refusal(
        .no,
        "two files say that they are \(document): \(named.map(\.path).joined(separator: ", "))",
        remedies: "give one of them another id")
    }
    let bytes = try trees.bytes(entry.blob)
    guard let edition = Edition(bytes, path: entry.path) else {
      throw Refusal(
        .no, "\(entry.path) cannot be read",
        remedies: "see what is wrong with: writ check \(entry.path)")
    }
    return (entry, bytes, edition)
  }

  private func refuseUncommitted(_ entry: Trees.Entry) throws {
    let isStaged =
      try git.workingFolder != nil
      && git.index().contains {
        $0.path == entry.path && $0.id == entry.blob && !$0.isConflict
      }
    let isUncommitted = try differsFromWorkingFolder(entry) || !isStaged
    guard git.workingFolder != nil, isUncommitted else { return }
    throw Refusal(
      .no, "\(entry.path) has changes that are not saved in the repository yet (not committed)",
      remedies:
        "commit them first, so that the text you see is the text you sign: git commit \(entry.path)",
      "or put the file back as it was: git restore --staged --worktree \(entry.path)")
  }

  /// The ledger to decide in: while no first version of the people and rules is approved, whoever
  /// signs one decides in the repository that begins with it.
  private func ledger(for edition: Edition, _ ledger: Ledger) throws -> Ledger {
    guard edition.document == .governance, !ledger.isRootApproved else { return ledger }
    // A root that is known here, but not a trace of it in the repository: it was exchanged.
    if ledger.isPinned, let root = ledger.root, root != edition.digest, ledger.governance == nil {
      throw Refusal(
        .no, "this is not the repository that you know here: it began with \(root)",
        remedies: "find out who exchanged it, and why",
        "if you began anew yourself, say so: writ root --pin \(edition.digest)")
    }
    return Ledger(
      records: try records(), head: try governanceFile(of: try head()),
      trust: Trust(required: edition.digest, known: try trust().known), now: surroundings.now)
  }

  /// The governance file to act under: the one in force; for the very first version, itself.
  private func governance(for edition: Edition, _ bytes: [UInt8], _ ledger: Ledger) throws
    -> Governance
  {
    if edition.document == .governance, !ledger.isRootApproved {
      guard edition.version == Version(1, 0) else {
        throw Refusal(
          .no,
          "the first version of the people and rules must be 1.0, but writ.yaml says \(edition.version)",
          remedies: "write version: 1.0 in writ.yaml")
      }
      guard let governance = Governance.parse(bytes).governance else {
        throw Refusal(
          .no, "writ.yaml is refused", remedies: "see what is wrong with: writ check writ.yaml")
      }
      return governance
    }
    if edition.document == .governance, edition.digest != ledger.root {
      throw Refusal(
        .couldNot,
        "this version of Writ cannot bring a second version of the people and rules into force yet",
        remedies: "keep writ.yaml as it was approved")
    }
    guard ledger.isRootApproved, let governance = ledger.governance else {
      throw Refusal(
        .no, "the people and rules are not approved yet, so nobody can approve anything under them",
        remedies: "approve them first: writ approve governance",
        "see who must: writ status governance")
    }
    return governance
  }

  private func refuse(_ status: DocumentStatus, of edition: Edition) throws {
    if let reason = status.reasons.first {
      throw Refusal(
        .no, "nothing can be decided on \(edition.document) now: \(reason)", remedies: "writ verify"
      )
    }
    if status.flags.contains(.modified) {
      throw Refusal(
        .no, "another text is approved as version \(edition.version) of \(edition.title)",
        remedies: "give this text the next version in its first lines, and commit it")
    }
  }

  private func role(
    for person: Person, _ request: ApprovalRequest, _ contribution: Contribution,
    _ edition: Edition, _ governance: Governance
  ) throws -> Role {
    if let role = request.role, !person.roles.contains(role) {
      throw Refusal(
        .no, "\(person.name) does not hold the role \(role)",
        remedies: "they hold: \(person.roles.map(\.description).joined(separator: ", "))")
    }
    guard let role = contribution.role.flatMap(governance.role) else {
      throw Refusal(
        .no,
        "\(edition.title) does not ask for a decision by \(person.name)"
          + (request.role.map { " as \($0)" } ?? ""),
        remedies: "see who must decide: writ status \(edition.document)")
    }
    return role
  }

  /// The findings on the document as it stands in the commit; errors refuse.
  private func findings(
    on entry: Trees.Entry, in head: Head, _ ledger: Ledger, _ request: ApprovalRequest
  ) throws -> [Finding] {
    let all = Rulebook.findings(
      in: try snapshot(of: head, isGovernanceApproved: ledger.isRootApproved))
    let own = all.filter { $0.path == entry.path }
    if let error = own.first(where: { $0.severity == .error }) {
      throw Refusal(
        .no, "\(entry.path) has errors, the first on line \(error.line): \(error.message)",
        remedies: "\(error.remedy)", "see them all with: writ check \(entry.path)")
    }
    let weakness = own.first { $0.rule == Rulebook.robustGovernance }
    if entry.document == .governance, let weakness, !request.acceptsWarnings {
      throw Refusal(
        .no,
        "the rules could leave you unable to decide: line \(weakness.line): \(weakness.message)",
        remedies: "\(weakness.remedy)",
        "or take them as they are: writ approve governance --accept-warnings")
    }
    return own
  }

  private func comment(_ text: String) throws -> String {
    let comment = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init).joined(separator: "\n")
    guard let normal = UnicodeNormalization.nfc(comment),
      normal.unicodeScalars.allSatisfy(Characters.allowedInStatement),
      !normal.split(separator: "\n").contains(where: {
        $0.hasPrefix("Writ-") || $0.hasPrefix("-----")
      })
    else {
      throw Refusal(
        .usage,
        "the comment holds a character that cannot be signed, or a line that begins with "
          + "\"Writ-\" or \"-----\"", remedies: "write it in plain words")
    }
    let start = normal.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }

  private func freeName(document: DocumentID, version: Version, person: PersonID) throws
    -> StatementName
  {
    var name = StatementName(
      document: document, version: version, decision: .approve, person: person)
    let taken = Set(
      try git.references(under: "\(StatementName.refPrefix)\(document)/").map(\.name))
    while taken.contains(name.ref) { name = name.next }
    return name
  }

  /// Refuses while a decision that would hold is still to come: then this clock is wrong, or theirs.
  private func refuseWrongClock(_ ledger: Ledger) throws {
    guard let entry = ledger.entries.first(where: { $0.issue?.reason == .inTheFuture }),
      let time = entry.time
    else { return }
    throw Refusal(
      .couldNot,
      "a decision here is dated \(time), but this machine's clock says \(surroundings.now)",
      remedies: "set the clock; if it is right, see whose decision it is: writ verify")
  }

  private func changes(_ status: DocumentStatus, _ bytes: [UInt8]) throws
    -> (since: Version, lines: [ApprovalSheet.ChangedLine])?
  {
    guard let last = status.approved.last, let approval = last.approvals.first,
      let blob = try trees.file(at: last.edition.path, in: try git.commit(approval.target))
    else { return nil }
    let lines = try LineDifference(old: try trees.bytes(blob), new: bytes).lines.map { line in
      let sign: Character =
        switch line.change {
        case .same: " "
        case .added: "+"
        case .removed: "-"
        }
      return ApprovalSheet.ChangedLine(sign: sign, text: line.text, place: line.hunk)
    }
    return (last.edition.version, lines)
  }
}

extension Document.Change {
  /// Summary and reason in one sentence.
  fileprivate var note: String? {
    let parts = [summary, reason].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ": ")
  }
}
