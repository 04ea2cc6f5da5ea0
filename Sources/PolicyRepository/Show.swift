import Approvals
public import Evidence
import Git
public import Objects

extension PolicyRepository {
  /// The text of a document in force, or of the approved version asked for.
  ///
  /// Refuses where there is none, saying why.
  public func show(_ document: DocumentID, version: Version? = nil) throws -> ShownDocument {
    let head = try head()
    let ledger = try ledger(of: head)
    let standing = try ledger.approvedVersions(of: document, history: history)
    if let reason = standing.reasons.first {
      throw Refusal(
        .no, "it cannot be told what is in force: \(reason)", remedies: "see why: writ verify")
    }
    let approved =
      version.map { wanted in standing.all.last { $0.edition.version == wanted } }
      ?? standing.inForce
    guard let approved else {
      let here = try head.map { try trees.documents(in: $0.commit).map(\.document) } ?? []
      guard here.contains(document) || ledger.documents.contains(document) else {
        throw try unknownDocument(document, in: head)
      }
      throw Refusal(
        .no,
        version.map { "version \($0) of \(document) is not approved" }
          ?? "no version of \(document) is in force",
        remedies: "see where it stands: writ status \(document)")
    }
    let bytes = try bytes(of: approved)
    let status = try ledger.status(of: approved.edition, history: history)
    return ShownDocument(
      header(ledger, head), approved: approved, status: status,
      observations: observations(onApproved: status, bytes: bytes, ledger), bytes: bytes)
  }
}
