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
        sheet: sheet, keyName: key.label, key: key, target: head.id,
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

extension Document.Change {
  /// Summary and reason in one sentence.
  fileprivate var note: String? {
    let parts = [summary, reason].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ": ")
  }
}
