import Approvals
import Documents
public import Evidence
import Git
import Objects
import Programs

extension PolicyRepository {
  /// Merges the change whose branch is checked out into the main branch, once its text is approved, and
  /// takes the branch away here.
  ///
  /// The merged text is the approved one, byte for byte: else nothing is merged.
  public func landChange() async throws -> DoneReport {
    try refuseProgramsBeyondCommit(isMerging: true)
    try await refuseWorkingChanges(remedy: "save them with: writ change submit")
    let fetched = try await fetchFirst()
    let change = try currentChange()
    let head = try head()
    let ledger = try ledger(of: head)
    let text = try approvedText(of: change, ledger)
    let title: DisplayText = "\(text.edition.title) \(text.edition.version)"
    let main = try mainBranch()
    if main.hasParted, let tracked = main.tracked {
      throw Refusal(
        .no, "\(main.name) here and \(tracked.name) have each gone their own way",
        remedies: "bring them together first: git switch \(main.name), git merge \(tracked.name)")
    }

    try await switchBranch(
      main.local == nil ? ["--create", main.name, main.start.description] : [main.name],
      "\(main.name) cannot be checked out", "see what is in the way: git status")
    do {
      if main.local != nil, main.local != main.start {
        try await author(
          Self.merging + ["--ff-only", main.start.description],
          "\(main.name) cannot be brought up to date")
      }
      try await merge(change, text)
    } catch {
      // Back to where the author was; what the merge had begun is undone.
      _ = try? await author(["merge", "--abort"], "")
      _ = try? await switchBranch([change.name.branch], "")
      throw error
    }
    try await author(
      ["branch", "--quiet", "-D", change.name.branch], "the branch cannot be taken away")

    var words: DisplayText = ""
    for note in fetched.notes { words.paragraph(note, indent: 0) }
    words.line("\("Landed", .good) \(title): it is in the files of \(main.name) now.")
    let sent = change.tracked.map(\.remote)
    words.line(
      sent.isEmpty && main.tracked == nil
        ? "Everybody else gets it with: writ push" : "Send it:  writ push")
    for remote in sent {
      words.line("Then the branch can go there:  git push \(remote) --delete \(change.name.branch)")
    }
    return DoneReport(
      header(head: try git.head()), "change-land", text: words,
      members: [
        "document": JSONValue(change.name.document), "version": JSONValue(change.name.version),
        "branch": .string(main.name), "commit": JSONValue(try git.head()),
      ])
  }

  /// What lands is held against what was approved; who signed the commits on the way is not asked.
  private static let merging = ["merge", "--quiet", "--no-verify-signatures"]

  /// The text of a change; refuses unless it is approved.
  private func approvedText(of change: Change, _ ledger: Ledger) throws -> DecisionTarget {
    guard change.local == change.tip else {
      throw Refusal(
        .no, "somebody has sent further work on \(change.name.branch)",
        remedies: "take it over first: git merge --ff-only \(change.tip)")
    }
    guard let text = try text(of: change) else {
      throw Refusal(
        .no, "\(change.name.document) cannot be found on \(change.name.branch)",
        remedies: "see what is wrong: writ check")
    }
    let status = try ledger.status(of: text.edition, history: history)
    let title: DisplayText = "\(text.edition.title) \(text.edition.version)"
    if let reason = status.reasons.first { throw undecidable(change.name.document, reason) }
    guard status.approved.contains(where: { $0.edition.digest == text.edition.digest }) else {
      if let objection = status.objections.last {
        throw Refusal(
          .no, "\(title) was sent back by \(objection.person.name): \(objection.statement.comment)",
          remedies: "change the text, then ask again: writ change submit")
      }
      throw Refusal(
        .no, "\(title) is not approved yet",
        remedies: status.missing.map { "it needs \($0)" } + [
          "if they have decided, fetch their decisions: writ pull"
        ])
    }
    return text
  }

  /// Merges and, before anything is committed, looks whether what is merged is what was approved, and
  /// has no errors.
  private func merge(_ change: Change, _ text: DecisionTarget) async throws {
    let path = text.edition.path
    let conflict = Refusal(
      .no,
      "\(text.edition.title) was changed on both sides, so the approved text cannot be merged as it is",
      remedies: "see how they differ: git diff ...\(change.name.branch)",
      "bring the change up to date, and ask again: git merge, then writ change submit")
    let merged = try await gitProgram().run(
      Self.merging + ["--no-ff", "--no-commit", change.name.branch], trusting: .user)
    guard merged.isYes else { throw conflict }
    let blob = try trees.file(at: path, in: text.head.commit)
    guard try git.index().contains(where: { $0.path == path && $0.id == blob && !$0.isConflict })
    else { throw conflict }
    let report = try check(.staged)
    guard report.isYes else {
      throw Refusal(
        .no, "merged, the documents would have errors",
        remedies: "bring the change up to date: git merge, then see: writ check")
    }
    try await author(
      [
        "commit", "--quiet", "--message",
        "Merge \(text.edition.document) \(text.edition.version), as approved",
      ], trusting: .repository, "the merge cannot be committed",
      "see what is in the way: git status")
  }
}
