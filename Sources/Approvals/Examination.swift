import Documents
import Objects
import Signatures

/// Why a statement does not hold, with a sentence for people.
public struct Issue: Hashable, Sendable {
  /// The stable code.
  public let reason: Reason
  /// The sentence: what is wrong and, where something helps, what.
  public let message: String

  init(_ reason: Reason, _ message: String) {
    self.reason = reason
    self.message = message
  }
}

/// What one record proves by itself, under one governance file: the first stratum of
/// `docs/formats.md`, section 5.
struct Examination {
  let record: Record
  /// The statement, where the record holds one.
  private(set) var statement: Statement?
  /// The identity of the statement.
  private(set) var id: Digest?
  private(set) var time: Instant?
  private(set) var edition: Edition?
  /// The text decided on, where that is a document of a kind that this version does not know.
  private(set) var ofUnknownKind: DocumentOfUnknownKind?
  private(set) var issues: [Issue] = []
  /// Whether it is signed with the key that it names, or may be: some keys cannot be checked yet.
  private(set) var isSignedAsNamed = false
  /// What a security key says under its signature, where that verifies.
  private var assertion: Assertion?
  /// What was proved; `nil` where there is any issue.
  private(set) var verified: VerifiedStatement?

  init(_ record: Record, root: Digest?, governances: [Digest: Governance], now: Instant) {
    self.record = record
    switch record.content {
    case .notATag(let what):
      add(.notATag, "This is \(what), not a signed decision.")
    case .timestamp:
      add(.unsupported, "This is a proof of time, which this version of Writ cannot check yet.")
    case .malformed(let error):
      add(.objectGrammar, "This is not written as a decision is: \(error).")
    case .noStatement(let tag, let problem):
      time = tag.tagger.time
      if tag.signature == nil {
        add(.unsigned, "This is a tag, but not a signed decision.")
      } else {
        add(.statementGrammar, "This is not written as a decision is: \(problem.reason).")
      }
    case .statement(let tag, let statement, let target):
      self.statement = statement
      id = tag.identity
      time = tag.tagger.time
      examine(tag, statement, target, root: root, governances, now: now)
    }
  }

  /// Adds what is found only beside other statements; nothing stays proved.
  mutating func add(_ reason: Reason, _ message: String) {
    issues.append(Issue(reason, message))
    verified = nil
  }

  /// The gravest issue, the first found of several alike.
  var gravest: Issue? {
    issues.first { issue in issues.allSatisfy { $0.reason.verdict <= issue.reason.verdict } }
  }

  /// Whether it holds, or might if all were here that it needs.
  var mayHold: Bool { isSignedAsNamed && issues.allSatisfy(\.reason.isOpen) }

  /// Whether the very text is here that it is about.
  var holdsItsText: Bool {
    guard case .statement(_, let statement, .file(let text)) = record.content else { return false }
    return text.digest == statement.digest
  }

  /// Whether it is to be reckoned with: it holds, or it may and is by somebody who may decide now. Who
  /// left, and whoever has their keys, cannot make anything doubtful.
  func isCredible(in current: [Governance]) -> Bool {
    guard mayHold, verified == nil else { return verified != nil }
    // It came in time unless what is missing shows otherwise, whoever left since.
    if issues.allSatisfy({ $0.reason == .mayHaveBeenSeen }) { return true }
    return isBySomebody(in: current)
  }

  /// Whether its key is registered for its signer in one of these versions of the people and rules, and
  /// good in all of them.
  func isBySomebody(in current: [Governance]) -> Bool {
    guard let statement else { return false }
    return current.allSatisfy { $0.revocations(of: statement.key).isEmpty }
      && current.contains { $0.person(statement.name.person)?.holds(statement.key) ?? false }
  }

  /// What it says, if it may hold and its key is registered for its signer in one of these versions
  /// of the people and rules.
  func words(bySomebodyIn registries: [Governance]) -> Statement? {
    guard mayHold, let statement else { return nil }
    let isKnown = registries.contains {
      $0.person(statement.name.person)?.holds(statement.key) ?? false
    }
    return isKnown ? statement : nil
  }

  private mutating func examine(
    _ tag: Record.SignedTag, _ statement: Statement, _ target: Record.Target, root: Digest?,
    _ governances: [Digest: Governance], now: Instant
  ) {
    let governance = governances[statement.governance]
    if record.ref != "refs/tags/\(tag.name)" {
      add(.refMismatch, "It is stored under another name than its own, which is \(tag.name).")
    }
    if statement.repository != root {
      add(
        .otherRepository,
        statement.digest == statement.repository
          ? "It is about a first version of the people and rules that did not come into force "
            + "here. If it was an early draft of yours, it can go (git tag -d \(tag.name))."
          : "It was made for another policy repository.")
    }
    examineDecision(statement)
    examine(target, statement)
    let signer = examineSignature(tag.signature, statement)
    if tag.tagger.time > now.adding(seconds: Self.grace) {
      add(.inTheFuture, "It is dated \(tag.tagger.time), which is still to come.")
    }

    guard let governance else {
      // Whom that version knows cannot be told, so person, role and key are not examined.
      add(
        .governanceMissing, "The people and rules that it was made under are not in this clone.")
      return
    }
    guard let person = governance.person(statement.name.person) else {
      add(.unknownPerson, "Nobody named \(statement.name.person) is registered in writ.yaml.")
      return
    }
    let role = examineRole(statement, person, governance)
    examineTagger(tag.tagger, person)
    examineKey(statement, signer, person, governance)
    guard let role, let title = edition?.title ?? ofUnknownKind?.title else { return }
    examineSubject(statement, title, person, role)
    if let edition, issues.isEmpty, let id {
      verified = VerifiedStatement(
        statement: statement, id: id, target: tag.target, time: tag.tagger.time,
        edition: edition, person: person, role: role)
    }
  }

  /// How far a clock may be off, in seconds.
  static let grace: Int64 = 600

  private mutating func examineDecision(_ statement: Statement) {
    let decision = statement.name.decision
    if statement.name.document == .governance && (decision == .retire || decision == .reaffirm) {
      add(
        .decisionNotAllowed,
        "People and rules cannot be \(decision == .retire ? "retired" : "reaffirmed").")
    }
  }

  private mutating func examine(_ target: Record.Target, _ statement: Statement) {
    switch target {
    case .missing:
      add(.targetMissing, "The text that it is about is not in this clone.")
    case .notACommit:
      add(.targetType, "It points at something that is not a saved state of the repository.")
    case .noFile:
      add(.fileMissing, "There is no file \(statement.path) where it says that the text stands.")
    case .file(let text):
      guard text.digest == statement.digest else {
        add(.digestMismatch, "The text that it points at is not the text that was signed.")
        return
      }
      if let other = text.ofUnknownKind, other.id == statement.name.document,
        other.version == statement.name.version
      {
        add(
          .unsupported,
          "It is about a document of a kind (\(other.kind)) that this version of Writ does not know."
        )
        ofUnknownKind = other
        return
      }
      guard let edition = text.edition, edition.document == statement.name.document,
        edition.version == statement.name.version
      else {
        add(
          .documentMismatch,
          "The text that was signed is not \(statement.name.document) \(statement.name.version).")
        return
      }
      self.edition = edition
    }
  }

  /// The key that signed, or that is said to have where that cannot be checked; `nil` where no
  /// key of SSH did.
  private mutating func examineSignature(_ signature: SignatureFinding, _ statement: Statement)
    -> Fingerprint?
  {
    if let kind = signature.kind, kind != statement.key.signatureKind {
      add(
        .otherKey,
        "It names the key \(statement.key), but carries another kind of signature (\(kind.label)).")
      return nil
    }
    switch signature {
    case .missing: add(.unsigned, "It is not signed.")
    case .otherKind(let kind):
      add(
        .unsupported,
        "It is signed in a way that this version of Writ cannot check (\(kind.label)).")
      isSignedAsNamed = true
    case .damaged(let how): add(.signatureGrammar, "The signature is damaged: \(how).")
    case .invalid(let why): add(.badSignature, "The signature does not fit: \(why).")
    case .unsupported(let signer, let what):
      add(
        .unsupported, "It is signed with a key that this version of Writ cannot check (\(what)).")
      isSignedAsNamed = statement.key == .ssh(signer)
      return signer
    case .valid(let signer, let assertion):
      self.assertion = assertion
      isSignedAsNamed = statement.key == .ssh(signer)
      return signer
    }
    return nil
  }

  private mutating func examineRole(
    _ statement: Statement, _ person: Person, _ governance: Governance
  ) -> Role? {
    guard person.roles.contains(statement.role), let role = governance.role(statement.role) else {
      add(.roleNotHeld, "\(person.name) does not hold the role \(statement.role).")
      return nil
    }
    return role
  }

  private mutating func examineTagger(_ tagger: Ident, _ person: Person) {
    // Byte for byte: for strings, == takes some different letters for the same.
    if !tagger.name.utf8.elementsEqual(person.name.utf8)
      || !tagger.email.utf8.elementsEqual(person.email.utf8)
    {
      add(
        .taggerMismatch,
        "It carries the name of \(tagger.name) <\(tagger.email)>, but is a decision of "
          + "\(person.name) <\(person.email)>.")
    }
  }

  private mutating func examineKey(
    _ statement: Statement, _ signer: Fingerprint?, _ person: Person, _ governance: Governance
  ) {
    if let signer, statement.key != .ssh(signer) {
      add(.otherKey, "It is signed with the key \(signer), but names \(statement.key).")
    } else if !person.holds(statement.key) {
      add(.keyNotRegistered, "The key \(statement.key) is not registered for \(person.name).")
    } else if let issue = person.key(named: statement.key)?.objection(to: assertion) {
      add(issue.reason, issue.message)
    } else if let mark = governance.revocations(of: statement.key).first {
      add(
        .keyRevoked,
        "The key \(statement.key) of \(person.name) was no longer good (\(mark.reason.rawValue)) by the "
          + "people and rules that it was made under.")
    }
  }

  private mutating func examineSubject(
    _ statement: Statement, _ title: String, _ person: Person, _ role: Role
  ) {
    let subject = Statement.subject(
      person: person.name, role: role.title, decision: statement.name.decision, title: title,
      version: statement.name.version)
    if !statement.subject.utf8.elementsEqual(subject.utf8) {
      add(
        .subjectMismatch,
        "Its first line does not say what was decided: it should read \"\(subject)\".")
    }
  }
}
