import Documents

/// Every document says how long it is kept after it has left force.
enum Retention: Rule {
  static let id = "DOC-16"
  static let clause = "7.5.3"
  static let entries: [Entry] = [.any("retention")]
  static let manual = Manual(
    "Every document says how long it is kept after it has left force",
    why:
      "Old versions are evidence of what once held, and some must be deleted one day. Nobody can "
      + "keep to a time that was never set.",
    checks: [.warning("retention is given")],
    mend: ["Write retention: and how long, such as retention: 7 years."])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judged.filter { !$0.has("retention") }.map { document in
      finding(
        document, at: "version", as: .warning,
        "the document does not say how long it is kept after it has left force",
        remedy: "write retention: 7 years, or how long it is with you")
    }
  }
}
