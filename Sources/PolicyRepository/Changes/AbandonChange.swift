import Approvals
public import Evidence
import Git
import Objects
import Programs

extension PolicyRepository {
  /// Gives up the change whose branch is checked out: back to the main branch, and the branch is gone
  /// here; with `isPushed` at the remote too. What was not saved yet is saved first, and it says how all
  /// of it can be brought back.
  public func abandonChange(isPushed: Bool) async throws -> DoneReport {
    let change = try currentChange()
    let head = try head()
    let ledger = try ledger(of: head)
    if let text = try text(of: change), text.edition.version == change.name.version,
      try ledger.status(of: text.edition, history: history).approved.contains(where: {
        $0.edition.digest == text.edition.digest
      })
    {
      throw Refusal(
        .no, "\(text.edition.title) \(text.edition.version) is approved",
        remedies: "bring it in: writ change land",
        "or, if it must not hold, take it out of force: writ retire \(change.name.document)")
    }
    let main = try mainBranch()
    let branch = change.name.branch
    // Whatever could be refused comes before anything is done.
    try refuseProgramsBeyondCommit()
    var remotes: [Remote] = []
    for tracked in change.tracked where isPushed {
      if let remote = try await remote(tracked.remote) { remotes.append(remote) }
    }
    let pending = try await workingChanges()
    // So that it can be brought back with all that was written.
    if !pending.isEmpty {
      try await commit(
        pending,
        message:
          "\(change.name.document) \(change.name.version): what was written when it was given up")
    }
    let tip = try git.head() ?? change.tip
    for remote in remotes {
      let answer = try await remote.send([":refs/heads/\(branch)"])
      guard answer.isYes else {
        throw Refusal(
          .couldNot, "the branch at \(remote.name) cannot be taken away: \(answer.complaint)")
      }
    }
    try await switchBranch(
      main.local == nil ? ["--create", main.name, main.start.description] : [main.name],
      "\(main.name) cannot be checked out", "see what is in the way: git status")
    try await author(["branch", "--quiet", "-D", branch], "the branch cannot be taken away")

    var words: DisplayText = ""
    words.line("\("Gave up", .good) \(branch). You are on \(main.name) again.")
    words.line("To bring it back:  git branch \(branch) \(tip)")
    if !isPushed {
      for tracked in change.tracked {
        words.paragraph(
          "Others still see it at \(tracked.remote). To give it up there too: git push "
            + "\(tracked.remote) --delete \(branch)", indent: 0)
      }
    }
    return DoneReport(
      header(ledger, head), "change-abandon", text: words,
      members: ["branch": .string(branch), "commit": JSONValue(tip)])
  }
}
