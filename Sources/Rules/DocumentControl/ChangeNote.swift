import Documents

/// Every version says in a sentence what changed.
enum ChangeNote: Rule {
  static let id = "DOC-08"
  static let clause = "7.5.3"
  static let entries: [Entry] = [.any("change")]
  static let manual = Manual(
    "Every version says in a sentence what changed",
    why: "Who approves it then knows where to look, and who reads the history later knows why.",
    checks: [
      .error("change has a summary"),
      .warning("the note is not still that of an approved version"),
    ],
    mend: ["Write change: {summary: WHAT CHANGED, reason: WHY}. The reason may be left out."])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judged.filter { !$0.has("change") }.map { document in
      finding(
        document, at: "version", "version \(document.version) does not say what it changes",
        remedy: "write change: {summary: WHAT CHANGED, reason: WHY}")
    } + snapshot.candidates.compactMap(staleNote)
  }

  /// A new version whose note was left as it was tells its reader what an older one changed.
  private static func staleNote(of candidate: Candidate) -> Finding? {
    guard candidate.approvedUnderItsVersion == nil, let document = candidate.document,
      let change = document.change,
      let older = candidate.approved.last(where: { $0.document?.change == change })
    else { return nil }
    return finding(
      document, at: "change", as: .warning,
      "the change note of version \(document.version) is still that of version \(older.version)",
      remedy: "say what this version changes, and why")
  }
}
