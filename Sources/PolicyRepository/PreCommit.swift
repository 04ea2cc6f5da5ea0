public import Evidence
import Git

extension PolicyRepository {
  /// What the hook `pre-commit` answers: errors keep the commit from being made, except on a branch
  /// for drafts.
  public func preCommit() throws -> HookReport {
    let report = try check(.staged)
    // Nobody who commits something else waits for a word.
    var text = report.isAboutNothing ? DisplayText() : report.text
    let isDraft = try !report.isYes && isOnDraft()
    if isDraft {
      text.line("Saved as a draft, since this is a change. It cannot be submitted like this.")
    } else if !report.isYes {
      text.line(
        "Nothing was committed. Mend the errors above, or save a draft on a branch of its own:")
      text.line("  git switch -c change/WHAT-IT-IS-ABOUT")
    }
    return HookReport(
      header(head: try git.head()), "pre-commit", isYes: report.isYes || isDraft, text: text)
  }

  /// Whether the branch is one for drafts, `change/…`, on which errors may be saved.
  func isOnDraft() throws -> Bool {
    try git.branch()?.hasPrefix(Self.heads + ChangeName.prefix) ?? false
  }
}
