import Approvals
import Documents
import Evidence
import Git
import Objects
import Rules
import Signatures

/// What a server asks of a branch that is pushed.
extension PolicyRepository {
  /// Objects to what the branch would take back, and to errors in the documents that it brings; `heads`
  /// holds the commits of all branches before the push.
  func judgeBranch(_ update: inout GuardReport.Update, heads: [ObjectID], _ held: Held) throws {
    guard let tip = update.new else {
      if update.isProtected, let old = update.old, try holdsPolicies([old]) {
        update.object(
          .branchDeleted, "This branch holds policies, so it stays.",
          remedy: "Only branches whose names begin with change/ can be deleted.")
      }
      return
    }
    do {
      _ = try governanceBlob(in: tip)
    } catch let error as GitError where error.kind == .damaged || error.kind == .tooLarge {
      update.object(
        .unreadable, "The state that it brings cannot be read: \(error.message).",
        remedy: "Commit it anew with git, and push again.")
      return
    }
    var base: ObjectID?
    if update.isProtected, let old = update.old {
      guard try git.mergeBase(of: tip, with: [old]) == old else {
        guard try holdsPolicies([tip, old]) else { return }
        update.object(
          .branchRewound, "This would take back what the branch holds.",
          remedy: "Fetch it, put your changes on top of it, and push again: git pull --rebase")
        return
      }
      base = old
    } else {
      // What another branch holds already is not what this one brings. Where that cannot be told, all is.
      base = try? git.mergeBase(of: tip, with: heads)
    }
    try refuseOtherFirstVersion(&update, tip, held)
    do {
      // What is only saved for others to see may still have places to be filled in.
      let stage: Snapshot.Stage = update.isProtected ? .submitted : .draft
      guard let report = try check(brought: tip, since: base, as: stage), !report.isYes else {
        return
      }
      update.check = report
      update.object(
        .errors, "What it brings has errors:", remedy: "Mend them, commit, and push again.")
    } catch let refusal as Refusal where refusal.kind == .couldNot {
      update.object(
        .unreadable, "What it brings cannot be checked: \(refusal.message.plain).",
        remedy: refusal.remedies.first.map { "What to do: \($0.plain)." } ?? "")
    }
  }

  /// What `check` says of what a branch brings to those that the server holds: of documents that it leaves
  /// alone, what was not wrong before. `nil` where nothing of it can be wrong.
  private func check(brought tip: ObjectID, since base: ObjectID?, as stage: Snapshot.Stage) throws
    -> CheckReport?
  {
    guard let base else { return try check(pushed: tip, since: nil, as: stage) }
    let touched = try changedPaths(from: base, to: tip)
    let commit = Head(id: tip, commit: try git.commit(tip))
    guard !touched.isEmpty, try holdsPolicies([tip, base]),
      try !areSoundBesideFew(touched, from: base, to: commit, as: stage)
    else { return nil }
    let report = try check(commit, touched: touched, as: stage)
    // Nobody judged what a branch without policies held.
    guard !report.isYes, try holdsPolicies([base]) else { return report }
    let isAll = touched.contains(DocumentFolders.governancePath)
    let before = try check(
      Head(id: base, commit: try git.commit(base)), touched: isAll ? nil : [], as: stage)
    return report.bringing(touched, beside: before)
  }

  /// Until the first people and rules are approved, nothing else says that others are none that follow
  /// them.
  private func refuseOtherFirstVersion(
    _ update: inout GuardReport.Update, _ tip: ObjectID, _ held: Held
  ) throws {
    guard held.isNamed, let root = held.root, let blob = try governanceBlob(in: tip),
      let bytes = try trees.bytesOfFile(blob)
    else { return }
    guard Digest.sha256(of: bytes) != root,
      Governance.parse(bytes).governance.map({ $0.version == Version(1, 0) }) ?? false,
      held.chain.isEmpty
    else { return }
    update.object(
      .otherRepository,
      "Its writ.yaml is not the first version of the people and rules that this server was told of, "
        + "which is \(root).",
      remedy: "Bring that one back, or ask whoever runs the server.")
  }
}
