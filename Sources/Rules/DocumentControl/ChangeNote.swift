import Documents

/// Every version says in a sentence what changed, so that who approves it knows where to look.
enum ChangeNote: Rule {
  static let id = "DOC-08"
  static let clause = "7.5.3"

  static func findings(in snapshot: Snapshot) -> [Finding] {
    problems(in: snapshot)
      + snapshot.readable.filter { !$0.has("change") }.map { document in
        finding(
          document.path, line: document.line(of: "version"),
          "version \(document.version) does not say what it changes",
          remedy: "write change: {summary: WHAT CHANGED, reason: WHY}")
      }
  }
}
