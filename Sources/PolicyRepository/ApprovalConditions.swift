import Approvals
import Documents
import Evidence
import Git
import Objects
import Rules

/// What must hold before anybody signs, and what they are shown of it.
extension PolicyRepository {
  /// The commit that a revision names.
  func head(named revision: String) throws -> Head {
    let id = try git.commit(named: revision)
    return Head(id: id, commit: try git.commit(id))
  }

  /// The one file in a commit that is the document, with its bytes and what they say.
  func text(of document: DocumentID, in head: Head?) throws
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

  /// Refuses while folder or index hold another text than the commit: it is the one people see.
  func refuseUncommitted(_ entry: Trees.Entry) throws {
    guard git.workingFolder != nil else { return }
    let isStaged = try git.index().contains {
      $0.path == entry.path && $0.id == entry.blob && !$0.isConflict
    }
    guard try !isStaged || differsFromWorkingFolder(entry) else { return }
    throw Refusal(
      .no, "\(entry.path) has changes that are not saved in the repository yet (not committed)",
      remedies:
        "commit them first, so that the text you see is the text you sign: git commit \(entry.path)",
      "or put the file back as it was: git restore --staged --worktree \(entry.path)")
  }

  /// The ledger to decide in: while no first version of the people and rules is approved, whoever
  /// signs one decides in the repository that begins with it.
  func ledger(for edition: Edition, _ ledger: Ledger) throws -> Ledger {
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
  func governance(for edition: Edition, _ bytes: [UInt8], _ ledger: Ledger) throws
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

  /// Refuses where the evidence is open, or another text has the version already.
  func refuse(_ status: DocumentStatus, of edition: Edition) throws {
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

  /// The role to act in: the one asked for, else the one that is still needed.
  func role(
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
  func findings(
    on entry: Trees.Entry, in head: Head, _ ledger: Ledger, _ request: ApprovalRequest
  ) throws -> [Finding] {
    var snapshot = Snapshot(files: try files(of: head), judging: [entry.path])
    try tell(&snapshot, of: [entry.document], ledger, history: history)
    let own = Rulebook.findings(in: snapshot).filter { $0.path == entry.path }
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

  /// The comment as it may be signed: NFC, without outer white space.
  func comment(_ text: String) throws -> String {
    guard let normal = UnicodeNormalization.nfc(text),
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

  /// The first name for the decision that no ref has yet.
  func freeName(document: DocumentID, version: Version, person: PersonID) throws
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
  func refuseWrongClock(_ ledger: Ledger) throws {
    guard let entry = ledger.entries.first(where: { $0.issue?.reason == .inTheFuture }),
      let time = entry.time
    else { return }
    throw Refusal(
      .couldNot,
      "a decision here is dated \(time), but this machine's clock says \(surroundings.now)",
      remedies: "set the clock; if it is right, see whose decision it is: writ verify")
  }

  /// What changed since the version approved last, line by line.
  func changes(_ status: DocumentStatus, _ bytes: [UInt8]) throws
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
