import Approvals
public import Evidence
import Git
public import Objects

extension PolicyRepository {
  /// What changed in a document since an approved version: the one approved last, or `from`; up to
  /// the text in HEAD, or the approved version `to`.
  ///
  /// With `to` alone, since the one approved before it.
  public func diff(
    _ document: DocumentID, from: Version?, to: Version?, detail: SectionChanges.Detail
  ) throws -> DiffReport {
    let head = try head()
    let ledger = try ledger(of: head)
    let standing = try ledger.approvedVersions(of: document, history: history)
    if let reason = standing.reasons.first {
      throw Refusal(.no, "it cannot be told what is approved: \(reason)", remedies: "writ verify")
    }
    let approved = standing.all
    let newer: (edition: Edition, bytes: [UInt8])
    var notes: [String] = []
    if let to {
      let version = try version(to, of: document, approved, head)
      newer = (version.edition, try bytes(of: version))
    } else {
      try refuseRemoved(document, approved, in: head)
      let (entry, text) = try text(of: document, in: head)
      newer = (text.edition, text.bytes)
      if try differsFromWorkingFolder(entry) {
        notes.append("\(entry.path) has changes that are not committed; this is about what is.")
      }
    }
    let older =
      try from.map { try version($0, of: document, approved, head) }
      ?? approved.last { approved in to.map { approved.edition.version < $0 } ?? true }
    return DiffReport(
      header(ledger, head), from: older, to: newer.edition,
      isApproved: approved.contains { $0.edition.digest == newer.edition.digest },
      changes: try changes(since: older, to: newer.bytes, path: newer.edition.path),
      detail: detail, notes: notes)
  }

  /// What changed since an approved version, up to the bytes of another that lie at `path`; with
  /// `nil` all of it is new.
  func changes(since approved: DocumentStatus.Approved?, to bytes: [UInt8], path: String) throws
    -> SectionChanges
  {
    guard let approved else { return try Comparison.changes(toFirst: (bytes, path)) }
    return try Comparison.changes(
      from: (try self.bytes(of: approved), approved.edition.path), to: (bytes, path))
  }

  /// The exact bytes of an approved version.
  func bytes(of approved: DocumentStatus.Approved) throws -> [UInt8] {
    guard let approval = approved.approvals.first else {
      throw Refusal(.couldNot, "the approval of \(approved.edition.document) cannot be found")
    }
    return try bytes(decidedOnBy: approval)
  }

  /// The exact bytes that a decision is about, where they stand in the commit that it tags: the same
  /// text may lie elsewhere in the commit of another decision.
  func bytes(decidedOnBy statement: VerifiedStatement) throws -> [UInt8] {
    let commit = try git.commit(statement.target)
    guard let blob = try trees.file(at: statement.edition.path, in: commit) else {
      throw Refusal(
        .couldNot, "the text of \(statement.edition.title) that was decided on cannot be found")
    }
    return try trees.bytes(blob)
  }

  /// Refuses a document that was approved, and that HEAD does not hold any more.
  private func refuseRemoved(
    _ document: DocumentID, _ approved: [DocumentStatus.Approved], in head: Head?
  ) throws {
    guard let head, let last = approved.last?.edition,
      try !trees.documents(in: head.commit).contains(where: { $0.document == document }),
      // A file that cannot be read is explained as such.
      try trees.file(at: last.path, in: head.commit) == nil
    else { return }
    throw Refusal(
      .no, "\(document) was taken out after version \(last.version) was approved",
      remedies: "compare approved versions: writ diff \(document) --to \(last.version)")
  }

  /// The approved version of that number; refuses where it is none.
  private func version(
    _ version: Version, of document: DocumentID, _ approved: [DocumentStatus.Approved],
    _ head: Head?
  ) throws -> DocumentStatus.Approved {
    if let found = approved.last(where: { $0.edition.version == version }) { return found }
    if approved.isEmpty { _ = try text(of: document, in: head) }
    let versions = approved.map(\.edition.version.description).joined(separator: ", ")
    throw Refusal(
      .no, "version \(version) of \(document) is not approved",
      remedies: versions.isEmpty
        ? "no version of it is approved yet: see writ status \(document)"
        : "these are: \(versions)")
  }
}
