import Approvals
import Objects

/// What happened to documents, as it is told to people.
struct EventsInWords {
  /// One event: a sentence in parts, and what is to be known of it.
  struct Told {
    /// When, as claimed.
    let time: Instant
    /// The document.
    let document: DocumentID
    /// What became of which version: `1.0 approved`; `by` goes behind it.
    let deed: String
    /// Who did it: `Jane Doe, Chief Executive`.
    let actor: String
    /// What the author or the signer said of it; empty where they said nothing.
    let comment: String
    /// Whether nothing speaks against it; of a change, always.
    let holds: Bool
    /// Why it does not hold, or has no weight; `nil` where nothing is to be said.
    let trouble: String?
    /// The commit that holds a change, as short as people name it.
    let commit: String?
    /// What speaks for who did it, and when.
    let proof: String
    /// The same with the commit, as Git calls it.
    var source: String { (commit.map { "commit \($0), " } ?? "") + proof }
  }

  private let ledger: Ledger
  /// What the ledger says of each decision.
  let entries: [Digest: Ledger.Entry]
  /// When each decision was taken back that was.
  private let withdrawals: [Digest: Instant]
  /// Of decisions alike, the newest that counts.
  private let newest: [Alike: VerifiedStatement]

  /// What several decisions by one person on one text have in common.
  private struct Alike: Hashable {
    let text: Digest
    let decision: Decision
    let person: PersonID
  }

  /// Events of documents whose decisions are in this ledger, which knows people, roles and titles.
  init(_ ledger: Ledger) {
    self.ledger = ledger
    entries = Dictionary(
      ledger.entries.compactMap { entry in entry.id.map { ($0, entry) } },
      uniquingKeysWith: { first, other in first.verdict <= other.verdict ? first : other })
    withdrawals = Dictionary(
      ledger.valid.compactMap { valid in valid.statement.withdraws.map { ($0, valid.time) } },
      uniquingKeysWith: { first, _ in first })
    newest = Dictionary(
      ledger.statements.map { valid in
        (
          Alike(
            text: valid.edition.digest, decision: valid.statement.name.decision,
            person: valid.person.id), valid
        )
      }, uniquingKeysWith: { _, newer in newer })
  }

  /// The event in words.
  func told(_ event: Timeline.Event) -> Told {
    switch event {
    case .change(let change): told(change)
    case .decision(let entry, let statement, let time): told(entry, statement, time)
    }
  }

  private func told(_ change: Timeline.Change) -> Told {
    let deed =
      switch (change.before, change.after) {
      case (nil, let after?): "\(after) written"
      case (let before?, let after?) where before == after: "\(after) changed"
      case (let before?, let after?): "\(after) written, after \(before),"
      case (_, nil): "removed or unreadable,"
      }
    let isByAnother =
      (change.author.name, change.author.email) != (change.committer.name, change.committer.email)
    return Told(
      time: change.committer.time, document: change.document, deed: deed,
      actor: change.author.name + (isByAnother ? ", saved by \(change.committer.name)" : ""),
      comment: change.summary, holds: true, trouble: nil,
      commit: String(change.commit.description.prefix(10)),
      proof: inWords(change.signature) + (change.flaw.map { "; \($0)" } ?? ""))
  }

  /// Whose signature a commit bears, by name.
  func inWords(_ signature: Timeline.CommitSignature) -> String {
    switch signature {
    case .signed(let id): "signed by \(ledger.person(id)?.name ?? id.description)"
    case .unknownKey: "signed by unknown key"
    case .unsigned: "unsigned"
    case .bad: "with a signature that does not verify"
    case .unverified: "with a signature that this version of Writ cannot verify"
    }
  }

  private func told(_ entry: Ledger.Entry, _ statement: Statement, _ time: Instant) -> Told {
    let person = statement.name.person
    let role = ledger.role(statement.role)?.title ?? statement.role.description
    return Told(
      time: time, document: statement.name.document,
      deed: "\(statement.name.version) \(deed(of: statement))",
      actor: "\(ledger.person(person)?.name ?? person.description), \(role)",
      comment: statement.comment, holds: entry.issue == nil, trouble: trouble(of: entry),
      commit: nil, proof: Self.proof(of: entry))
  }

  private func deed(of statement: Statement) -> String {
    switch statement.name.decision {
    case .approve: return "approved"
    case .reject: return "sent back"
    case .withdraw:
      let undone = statement.withdraws.flatMap { entries[$0] }
      guard let decision = undone?.statement?.name.decision, let time = undone?.time else {
        return "decision taken back"
      }
      return "\(decision.spokenNoun) of \(time.day) taken back"
    case .reaffirm: return "reviewed, still right,"
    case .retire: return "retired"
    }
  }

  /// Why a decision does not hold, or why one that holds has no weight.
  private func trouble(of entry: Ledger.Entry) -> String? {
    if let issue = entry.issue {
      let verdict =
        entry.verdict == .indeterminate
        ? "cannot tell yet" : "does not hold (\(entry.verdict.rawValue))"
      return "\(verdict): \(issue.message)"
    }
    guard !entry.counts, let id = entry.id, let statement = entry.statement else { return nil }
    if let time = withdrawals[id] { return "taken back on \(time.day.inWords)" }
    let alike = Alike(
      text: statement.digest, decision: statement.name.decision, person: statement.name.person)
    if let newest = newest[alike], newest.id != id, entry.time.map({ $0 <= newest.time }) ?? false {
      return "said again on \(newest.time.day.inWords), which counts instead"
    }
    return "holds, but has no weight in where the document stands"
  }

  /// What bounds the time that a decision claims; nothing proves it yet.
  private static func proof(of entry: Ledger.Entry) -> String {
    guard entry.verdict == .valid, let time = entry.time else { return ApprovalInWords.proof }
    let bounds = [entry.notBefore, entry.notAfter].compactMap { $0 }
    // Of another day the day is enough: to the second they stand in JSON.
    let isOfThatDay = bounds.allSatisfy { $0.day == time.day }
    let told = { (bound: Instant) in isOfThatDay ? bound.clock : bound.day.inWords }
    var proof = ApprovalInWords.proof
    switch (entry.notBefore, entry.notAfter) {
    case (let first?, let last?): proof += "; between \(told(first)) and \(told(last))"
    case (let first?, nil): proof += "; not before \(told(first))"
    case (nil, let last?): proof += "; not after \(told(last))"
    case (nil, nil): break
    }
    return proof
      + (entry.isOutOfOrder
        ? "; made apart from another one of theirs: its date is no evidence" : "")
  }
}
