import Documents
import Objects

/// Every document has an id of its own, its file is named after it, and lies where its kind belongs.
enum UniqueID: Rule {
  static let id = "DOC-01"
  static let clause = "7.5.2 a"
  static let isAcrossDocuments = true
  static let entries: [Entry] = [.any("id")]
  static let manual = Manual(
    "Every document has an id of its own, its file is named after it, and lies where its kind belongs",
    why:
      "Decisions name a document by its id. Two files with the same one would share approvals, so "
      + "neither can be approved.",
    checks: [
      .error("no id stands in two files"), .error("the file is named ID.md"),
      .warning(
        "policies and procedures lie under policies/, objectives under objectives/, roles under "
          + "roles/"),
    ],
    mend: [
      "Give one of two documents another id.",
      "Name the file ID.md, in the folder of its kind. "
        + "Moving a file keeps its history and its approvals.",
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.readable.flatMap { document in
      var findings: [Finding] = []
      if let first = snapshot.documents(document.id).first, first.path != document.path {
        findings.append(
          finding(
            document, at: "id", "the id \"\(document.id)\" is that of \(first.path) too",
            remedy: "give one of the two another id, and name its file after it"))
      }
      guard snapshot.isJudged(document.path) else { return findings }
      if !document.path.hasSuffix("/\(document.id).md") {
        findings.append(
          finding(
            document, at: "id", "the file is not named after its id \"\(document.id)\"",
            remedy: "name it \(document.id).md, or let the id say the file's name"))
      }
      if let folder = document.kind.folder, !document.path.hasPrefix("\(folder)/") {
        findings.append(
          finding(
            document, at: "kind", as: .warning,
            "documents of kind \(document.kind.rawValue) lie under \(folder)/",
            remedy: "move the file there; its history and its approvals stay"))
      }
      return findings
    }
  }
}
