import Approvals
import Documents
public import Evidence
import Files
import Git
public import Objects
import Programs
import Signatures

/// A decision that is prepared and shown, but neither signed nor recorded.
public struct DecisionDraft: Sendable {
  /// What the signer is shown.
  public let sheet: DecisionSheet
  /// The key that will sign, for people.
  public let keyName: String
  let key: SigningKey
  let target: ObjectID
  let person: Person

  /// Whether the reason is missing that such a decision must give.
  public var lacksReason: Bool {
    sheet.statement.name.decision.needsReason && sheet.statement.comment.isEmpty
  }

  /// The same with a comment.
  public func saying(_ comment: String) throws -> DecisionDraft {
    with(sheet.statement.with(comment: try Comment(comment).text))
  }

  /// The same with further decisions that the signer knows.
  func seeing(_ others: [VerifiedStatement]) -> DecisionDraft {
    let seen = others.map { Statement.Seen(statement: $0.id, name: $0.statement.name) }
    return with(sheet.statement.with(seen: sheet.statement.seen + seen))
  }

  /// The same with another statement.
  func with(_ statement: Statement) -> DecisionDraft {
    let sheet = DecisionSheet(
      matter: sheet.matter, statement: statement, contribution: sheet.contribution,
      undone: sheet.undone, position: sheet.position, time: sheet.time)
    return DecisionDraft(
      sheet: sheet, keyName: keyName, key: key, target: target, person: person)
  }
}

/// What came of preparing a decision.
public enum PreparedDecision: Sendable {
  /// It can be signed.
  case draft(DecisionDraft)
  /// The same person decided the same on the same text before, and that still stands.
  case decidedBefore(Receipt)
}

extension PolicyRepository {
  /// Prepares a decision: finds text, person and role, and checks all that would make it worthless.
  /// Records nothing.
  ///
  /// `position` says how many decisions are signed just before this one.
  public func prepare(_ request: DecisionRequest, position: Int = 0) async throws
    -> PreparedDecision
  {
    guard surroundings.asOf == nil else {
      throw Refusal(.usage, "a decision is made now: leave out --at")
    }
    let comment = try Comment(request.signer.comment).text
    let decision = request.decision
    try refuseForGovernance(request)
    let current = try head()
    let found = try ledger(of: current)
    try refuseWithoutDecisions(request.document, found)
    let text = try text(for: request, current, found)
    if let text { try refuseName(of: text.edition) }
    let (ledger, governance) = try rules(for: request.document, text, found, current)
    let (person, key) = try await signer(request.signer, governance)
    let target = try text ?? textOfNewestDecision(by: person, on: request.document, ledger, current)
    let edition = target.edition

    let status = try ledger.status(of: edition, history: history)
    let contribution =
      decision == .withdraw
      ? nil
      : try ledger.contribution(
        of: person, in: request.signer.role, to: edition, deciding: decision, at: target.head.id,
        history: history)
    if let before = Self.standing(decision, by: person, in: status, ledger) {
      return .decidedBefore(
        Receipt(
          header(ledger, current), statement: before, status: status,
          missing: Self.missing(decision, contribution, status), isNew: false))
    }
    try refuse(decision, by: person, status, ledger)
    let role = try role(
      for: person, request, contribution, undoing: target.undone, edition, governance)
    let findings = try findings(at: edition.path, in: target.head, ledger)
    if decision == .approve {
      try refuseCuttingOff(status, ledger, acceptingWarnings: request.acceptsWarnings)
      try refuse(findings, of: edition, acceptingWarnings: request.acceptsWarnings)
    }

    let name = Self.freeName(
      StatementName(
        document: edition.document, version: edition.version, decision: decision,
        person: person.id), ledger)
    try refuseWrongClock(ledger)
    let statement = Statement(
      subject: Statement.subject(
        person: person.name, role: role.title, decision: decision, title: edition.title,
        version: edition.version),
      comment: comment, repository: ledger.root ?? governance.digest,
      governance: governance.digest,
      name: name, path: edition.path, digest: edition.digest, withdraws: target.undone?.id,
      role: role.id, key: .ssh(key.fingerprint), seen: ledger.seen(deciding: edition.document))
    let sheet = DecisionSheet(
      matter: try matter(status, target.bytes, findings, ledger), statement: statement,
      contribution: contribution, undone: target.undone, position: position,
      time: surroundings.now)
    return .draft(
      DecisionDraft(
        sheet: sheet, keyName: key.label, key: key, target: target.head.id,
        person: person))
  }

  /// Signs what was shown, verifies it with the full verifier, and only then records it.
  ///
  /// `time` is the moment of signing, which may be long after the text was shown. What the signer
  /// signed just before, `earlier`, is named as seen besides. The one ref that is made is the
  /// decision; whatever fails before it leaves nothing.
  public func sign(_ draft: DecisionDraft, at time: Instant, after earlier: [Receipt] = [])
    async throws -> Receipt
  {
    guard !draft.lacksReason else {
      throw Refusal(.usage, "such a decision needs a reason", remedies: "give it: --comment TEXT")
    }
    let draft = draft.seeing(earlier.filter(\.isNew).map(\.statement))
    let statement = draft.sheet.statement
    let bytes = try await signedTag(draft, at: time)

    let head = try head()
    let isRoot = statement.governance == statement.digest
    let record = try Records.record(of: bytes, at: statement.name, git)
    let ledger = try settled(records()) { before in
      // The same person may decide in two places at once.
      if before.contains(where: { $0.ref == statement.name.ref }) { throw Refusal.sameDecision }
      return isRoot
        ? try Ledger(
          records: before + [record], head: governanceFile(of: head),
          texts: { try self.texts(in: head) },
          trust: Trust(required: statement.repository, known: trust().known), now: time,
          history: history, expecting: changes.expect)
        : try judge(
          before + [record], in: head, beside: memory(of: statement.repository), now: time)
    }
    guard let entry = ledger.entries.first(where: { $0.ref == statement.name.ref }) else {
      throw Refusal(
        .couldNot, "the decision was lost before it was recorded",
        remedies: "decide again")
    }
    if let issue = entry.issue {
      throw Refusal(
        .no, "the decision would not hold, so it was not recorded: \(issue.message)",
        remedies: "try again; if it stays so, look at: writ verify")
    }
    guard let verified = ledger.statements.first(where: { $0.id == entry.id }) else {
      throw Refusal(
        .no, "the decision would have no effect, so it was not recorded",
        remedies: "see what was decided before it: writ history \(statement.name.document)")
    }
    let status = try ledger.status(of: draft.sheet.matter.edition, history: history)
    let receipt = Receipt(
      header(ledger, head), statement: verified, status: status, undone: draft.sheet.undone,
      missing: Self.missing(statement.name.decision, draft.sheet.contribution, status), isNew: true,
      isToBeSent: try !git.remotes().isEmpty)
    // Making the ref is the decision, so it comes last: all that can fail goes before it.
    if isRoot { try pin(statement.repository, tip: nil) }
    try git.createTag(statement.name.ref, holding: bytes)
    remember(ledger)
    return receipt
  }

  /// The tag of what was shown, signed, and stored nowhere yet.
  func signedTag(_ draft: DecisionDraft, at time: Instant) async throws -> [UInt8] {
    let statement = draft.sheet.statement
    let payload = TagObject.payload(
      target: draft.target, name: statement.name.description,
      tagger: Ident(name: draft.person.name, email: draft.person.email, time: time),
      message: statement.message)
    let armor = try await draft.key.sign(
      payload, with: try SSHKeygen(environment: surroundings.environment))
    return TagObject.bytes(payload: payload, armor: armor)
  }

  /// What it takes besides a decision: for the text to be approved, reviewed or retired.
  private static func missing(
    _ decision: Decision, _ contribution: Contribution?, _ status: DocumentStatus
  ) -> [String] {
    switch decision {
    case .approve, .reject, .withdraw: status.missing
    case .reaffirm, .retire: contribution?.missing ?? []
    }
  }

  /// The person whose key signs, and that key.
  func signer(_ signer: Signer, _ governance: Governance) async throws -> (Person, SigningKey) {
    let key = try await signingKey(signer.key, governance)
    guard let person = governance.owner(of: .ssh(key.fingerprint)) else {
      if let draft = try governanceFile(of: head()).flatMap({ Governance.parse($0).governance }),
        let owner = draft.owner(of: .ssh(key.fingerprint))
      {
        throw Refusal(
          .no,
          "the key \(key.fingerprint) of \(owner.name) counts only once version \(draft.version) of "
            + "the people and rules is in force",
          remedies: "see who must approve that: writ status governance")
      }
      throw Refusal(
        .no, "nobody is registered with this key (\(key.fingerprint))",
        remedies: "sign with another key: --key FILE",
        "or send its public half to whoever keeps writ.yaml",
        "see who is registered: writ people")
    }
    if let mark = governance.revocations(of: .ssh(key.fingerprint)).first {
      throw Refusal(
        .no,
        "the key \(key.fingerprint) of \(person.name) is \(mark.reason.rawValue) since "
          + "\(mark.since.day.inWords)",
        remedies: "sign with another key: --key FILE", "see which are good: writ people")
    }
    if let expected = signer.person, expected != person.id {
      throw Refusal(
        .no, "this is the key of \(person.name), not of \(expected)",
        remedies: "sign with the key of \(expected): --key FILE")
    }
    return (person, key)
  }
}

extension Statement {
  /// The same with another comment, or with other decisions seen.
  fileprivate func with(comment: String? = nil, seen: [Seen]? = nil) -> Statement {
    Statement(
      subject: subject, comment: comment ?? self.comment, repository: repository,
      governance: governance, name: name, path: path, digest: digest, withdraws: withdraws,
      role: role, key: key, seen: seen ?? self.seen)
  }
}

extension Decision {
  /// Whether it must say why.
  fileprivate var needsReason: Bool { self == .reject || self == .retire }
}
