import Approvals
import Documents
public import Evidence
import Files
import Git
import Objects
import Rules

extension PolicyRepository {
  /// A document that the next commit changes.
  private struct StagedChange {
    let document: DocumentID
    /// The text that is about to be committed; `nil` where the document is taken out.
    let after: Edition?
  }

  /// What the hook `commit-msg` answers: a change of an approved document must say which version it
  /// makes, and why.
  ///
  /// Merges are not asked, since they make no text of their own, and neither are messages that Git
  /// writes to fold a commit into another or to take one back.
  public func commitMessage(inFile path: String) throws -> HookReport {
    let message = CommitMessage(
      String(decoding: try File.read(path, limit: 1 << 20), as: UTF8.self),
      commentMark: try git.commentMark())
    var text = DisplayText()
    if !git.isMerging && !message.isByGit {
      text = try lacks(of: message, history: Self.noAuthors)
      // Who wrote what takes longer to find out, and matters only to what would be refused.
      if !text.plain.isEmpty { text = try lacks(of: message, history: history) }
    }
    let isDraft = try isOnDraft()
    let isYes = text.plain.isEmpty || isDraft
    if !isYes {
      text.line("Nothing was committed. Say it in the message, which Git has kept:")
      text.line("  git commit -e -F \(path)")
    } else if !text.plain.isEmpty {
      text.line("Saved all the same, as a draft, since this is a change.")
    }
    return HookReport(header(head: try git.head()), "commit-msg", isYes: isYes, text: text)
  }

  private func lacks(of message: CommitMessage, history: ChangeHistory) throws -> DisplayText {
    var text: DisplayText = ""
    for change in try approvedChanges(history: history) {
      text.append(Self.lack(of: message, on: change))
    }
    return text
  }

  /// What the message lacks to explain one change; nothing where it says all.
  private static func lack(of message: CommitMessage, on change: StagedChange) -> DisplayText {
    var lacks: [DisplayText] = []
    if let after = change.after, !message.names(after.version) {
      lacks.append("does not name the version that this makes: write \(after.version) in it")
    } else if change.after == nil, !message.names(change.document) {
      lacks.append("does not name what is taken out: write \(change.document) in it")
    }
    let names = [change.document.description] + (change.after.map { [$0.title] } ?? [])
    if !message.givesReason(beside: names) {
      lacks.append("gives no reason: say in a few words why")
    }
    guard !lacks.isEmpty else { return DisplayText() }
    var text: DisplayText = ""
    text.line("\(change.document) is approved, and this changes it. The message")
    for lack in lacks { text.line("  \(lack).") }
    return text
  }

  /// The documents that have an approved version and that the next commit changes.
  private func approvedChanges(history: ChangeHistory) throws -> [StagedChange] {
    guard let head = try head(), !git.isShallow else { return [] }
    let changes = try stagedChanges(to: head)
    guard !changes.isEmpty else { return [] }
    let ledger = try ledger(
      judging: Set(changes.map(\.document)), of: head, history: history)
    return try changes.filter { change in
      let approved = try ledger?.approvedVersions(of: change.document, history: history)
      return approved.map { !$0.all.isEmpty } ?? false
    }
  }

  /// The documents whose bytes the next commit changes, wherever they lie; what cannot be read is
  /// for the hook `pre-commit` to say.
  private func stagedChanges(to head: Head) throws -> [StagedChange] {
    let staged = try stagedDocuments()
    let paths = try changedPaths(in: staged)
    var before: [DocumentID: ObjectID] = [:]
    for file in try trees.files(in: head.commit)
    where file.kind == .file && paths.contains(file.path) {
      if let edition = try edition(file.id, path: file.path) {
        before[edition.document] = file.id
      }
    }
    var changes: [StagedChange] = []
    var kept: Set<DocumentID> = []
    for entry in staged where entry.kind == .file && paths.contains(entry.path) {
      guard let edition = try edition(entry.id, path: entry.path) else { continue }
      kept.insert(edition.document)
      if before[edition.document] != entry.id {
        changes.append(StagedChange(document: edition.document, after: edition))
      }
    }
    changes += before.keys.filter { !kept.contains($0) }.map {
      StagedChange(document: $0, after: nil)
    }
    return changes.sorted { $0.document < $1.document }
  }

  private func edition(_ blob: ObjectID, path: String) throws -> Edition? {
    guard path == DocumentFolders.governancePath || DocumentFolders.isDocumentPath(path) else {
      return nil
    }
    do {
      return Edition(try trees.bytes(blob), path: path)
    } catch let error as GitError where error.kind == .tooLarge {
      return nil
    }
  }
}
