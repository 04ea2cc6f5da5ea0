import Approvals
import Documents
import Evidence
import Git
import Objects
import Signatures

/// The text that a decision is about, and the commit that it will tag.
struct DecisionTarget {
  let head: PolicyRepository.Head
  let bytes: [UInt8]
  let edition: Edition
  /// The decision that it takes back; with a withdrawal only.
  let undone: VerifiedStatement?
}

extension PolicyRepository {
  /// The text that is decided on; `nil` where that hangs on who decides, as with a withdrawal.
  ///
  /// While the first people and rules are not approved, whoever withdraws an approval of them acts
  /// under HEAD's.
  func text(for request: DecisionRequest, _ head: Head?, _ ledger: Ledger) throws
    -> DecisionTarget?
  {
    switch request.decision {
    case .approve, .reject:
      let (entry, target) = try text(
        of: request.document, in: request.revision.map(self.head(named:)) ?? head)
      if request.revision == nil { try refuseUncommitted(entry) }
      return try pointable(target)
    case .reaffirm, .retire:
      return try textInForce(of: request.document, ledger, head)
    case .withdraw:
      return nil
    }
  }

  /// The one file in a commit that is the document, and what it says.
  func text(of document: DocumentID, in head: Head?) throws -> (Trees.Entry, DecisionTarget) {
    let entries = try head.map { try trees.documents(in: $0.commit) } ?? []
    let named = entries.filter { $0.document == document }
    guard let head, let entry = named.first else {
      throw try unknownDocument(document, in: head)
    }
    guard named.count == 1 else {
      throw Refusal(
        .no,
        "two files say that they are \(document): \(named.map(\.path).joined(separator: ", "))",
        remedies: "give one of them another id")
    }
    return (entry, try target(head, path: entry.path, bytes: trees.bytes(entry.blob)))
  }

  /// The version in force: as HEAD holds it, if these are the very bytes, else as it was approved.
  private func textInForce(of document: DocumentID, _ ledger: Ledger, _ head: Head?) throws
    -> DecisionTarget
  {
    let versions = try ledger.approvedVersions(of: document, history: history)
    if let reason = versions.reasons.first { throw undecidable(document, reason) }
    guard let inForce = versions.inForce, let approval = inForce.approvals.first else {
      let here = try head.map { try trees.documents(in: $0.commit).map(\.document) } ?? []
      guard here.contains(document) || ledger.documents.contains(document) else {
        throw try unknownDocument(document, in: head)
      }
      throw Refusal(
        .no, "no version of \(document) is in force",
        remedies: "see where it stands: writ status \(document)")
    }
    let here = try head.map { try trees.documents(in: $0.commit) } ?? []
    for entry in here where entry.document == document {
      let bytes = try trees.bytes(entry.blob)
      if let head, head.commit.flaw == nil, Digest.sha256(of: bytes) == inForce.edition.digest {
        return try target(head, path: entry.path, bytes: bytes)
      }
    }
    return try target(of: approval)
  }

  /// The text of the newest decision of somebody's own that can still be taken back.
  func textOfNewestDecision(
    by person: Person, on document: DocumentID, _ ledger: Ledger, _ head: Head?
  ) throws -> DecisionTarget {
    let own = ledger.valid.filter {
      $0.person.id == person.id && $0.edition.document == document
    }
    let candidates = try Set(own.map(\.edition.version)).flatMap { version in
      try ledger.withdrawable(
        by: person.id, of: document, version: version, history: history)
    }.sorted { ($0.statement.time, $0.statement.id) > ($1.statement.time, $1.statement.id) }
    if let newest = candidates.first(where: { $0.refusal == nil }) {
      return try target(of: newest.statement, isUndone: true)
    }
    guard let newest = candidates.first, let reason = newest.refusal else {
      if own.isEmpty, !ledger.documents.contains(document) { _ = try text(of: document, in: head) }
      throw Refusal(
        .no, "there is no decision of \(person.name) on \(document) to take back",
        remedies: "see what was decided: writ history \(document)")
    }
    throw Refusal(
      .no,
      "it is too late to take back the \(newest.statement.statement.name.decision.noun) of "
        + "\(newest.statement.edition.title) \(newest.statement.edition.version): \(reason)",
      remedies: "see what was decided: writ history \(document)")
  }

  /// The same text in a commit that a decision may point at: the newest on the way back in which its file
  /// holds these bytes. Refuses where none is as Git writes one: then the odd one brought the text.
  private func pointable(_ target: DecisionTarget) throws -> DecisionTarget {
    guard let flaw = target.head.commit.flaw else { return target }
    let path = target.edition.path
    let blob = try trees.file(at: path, in: target.head.commit)
    var open = [target.head]
    var seen: Set<ObjectID> = [target.head.id]
    while !open.isEmpty {
      let head = open.removeFirst()
      if head.commit.flaw == nil {
        return DecisionTarget(
          head: head, bytes: target.bytes, edition: target.edition, undone: target.undone)
      }
      for parent in head.commit.parents where seen.insert(parent).inserted {
        let commit = try git.commit(parent)
        if try trees.file(at: path, in: commit) == blob {
          open.append(Head(id: parent, commit: commit))
        }
      }
    }
    throw Refusal(
      .no,
      "no decision can point at the saved state \(target.head.id), which brought \(target.edition.title) "
        + "\(target.edition.version): it is not written as Git writes one: \(flaw.reason)",
      remedies: "ask whoever keeps the policies to save any change after it, with git commit")
  }

  /// The text that a statement is about, in the commit that it tags.
  private func target(of statement: VerifiedStatement, isUndone: Bool = false) throws
    -> DecisionTarget
  {
    DecisionTarget(
      head: Head(id: statement.target, commit: try git.commit(statement.target)),
      bytes: try bytes(decidedOnBy: statement), edition: statement.edition,
      undone: isUndone ? statement : nil)
  }

  private func target(_ head: Head, path: String, bytes: [UInt8]) throws -> DecisionTarget {
    guard let edition = Edition(bytes, path: path) else {
      throw Refusal(
        .no, "\(path) cannot be read", remedies: "see what is wrong with: writ check \(path)")
    }
    return DecisionTarget(head: head, bytes: bytes, edition: edition, undone: nil)
  }
}
