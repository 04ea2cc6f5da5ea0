import Approvals
public import Evidence
import Git
import Objects

extension PolicyRepository {
  /// The changes under way, here and as far as they were fetched, with where each stands.
  ///
  /// What is approved and in the files of the main branch is over, though its branch may still be there.
  public func listChanges() throws -> ChangesReport {
    let head = try head()
    let ledger = try ledger(of: head)
    let current = try git.branch()
    let entries = try openChanges().compactMap { change -> ChangesReport.Entry? in
      let text = try text(of: change)
      let status = try text.map { try ledger.status(of: $0.edition, history: history) }
      if let text, let status, try isLanded(text.edition, status) { return nil }
      let asking = try asking(for: change)
      return ChangesReport.Entry(
        document: change.name.document, version: change.name.version, branch: change.name.branch,
        status: text?.edition.version == change.name.version ? status : nil,
        asker: asking.asker.name, since: asking.since, due: asking.due,
        isHere: change.local != nil, isCurrent: change.name.ref == current,
        remotes: change.tracked.map(\.remote))
    }
    rememberObjects()
    return ChangesReport(header(ledger, head), changes: entries)
  }

  /// Whether a text is approved and stands in the newest state of the main branch.
  func isLanded(_ edition: Edition, _ status: DocumentStatus) throws -> Bool {
    guard status.approved.contains(where: { $0.edition.digest == edition.digest }),
      let main = try? mainBranch()
    else { return false }
    let commit = try git.commit(main.start)
    return try trees.documents(in: commit).contains { entry in
      try entry.document == edition.document
        && Edition(trees.bytes(entry.blob), path: entry.path)?.digest == edition.digest
    }
  }
}
