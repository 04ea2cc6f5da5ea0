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
    let main = try? mainBranch()
    var entries: [ChangesReport.Entry] = []
    var notes: [String] = []
    for change in try openChanges() {
      do {
        if let entry = try entry(of: change, current, main, ledger) { entries.append(entry) }
      } catch { notes.append(Self.note(on: change, error)) }
    }
    rememberObjects()
    return ChangesReport(header(ledger, head), changes: entries, notes: notes)
  }

  private func entry(
    of change: Change, _ current: String?, _ main: MainBranch?, _ ledger: Ledger
  ) throws -> ChangesReport.Entry? {
    let text = try text(of: change)
    let status = try text.map { try ledger.status(of: $0.edition, history: history) }
    if let text, let status, try isLanded(text.edition, status, in: main) { return nil }
    let asking = try asking(for: change, from: main)
    return ChangesReport.Entry(
      document: change.name.document, version: change.name.version, branch: change.name.branch,
      status: text?.edition.version == change.name.version ? status : nil,
      asker: asking.asker.name, since: asking.since, due: asking.due,
      isHere: change.local != nil, isCurrent: change.name.ref == current,
      remotes: change.tracked.map(\.remote))
  }

  /// That a branch cannot be read: anybody may push one, so that it keeps nobody from reading the others.
  private static func note(on change: Change, _ error: any Error) -> String {
    let reason =
      switch error {
      case let error as GitError: error.message
      case let error as Refusal: error.message.plain
      default: "\(error)"
      }
    return "\(change.name.branch) cannot be read: \(reason)."
  }

  /// Whether a text is approved and stands in the newest state of the main branch.
  private func isLanded(_ edition: Edition, _ status: DocumentStatus, in main: MainBranch?) throws
    -> Bool
  {
    guard let main, status.approved.contains(where: { $0.edition.digest == edition.digest }) else {
      return false
    }
    let commit = try git.commit(main.start)
    return try trees.documents(in: commit).contains { entry in
      try entry.document == edition.document
        && Edition(trees.bytes(entry.blob), path: entry.path)?.digest == edition.digest
    }
  }
}
