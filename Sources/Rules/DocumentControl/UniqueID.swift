import Documents
import Objects

/// Every document has an id of its own, and its file is named after it.
enum UniqueID: Rule {
  static let id = "DOC-01"
  static let clause = "7.5.2 a"
  static let isAcrossDocuments = true

  static func findings(in snapshot: Snapshot) -> [Finding] {
    let byID = Dictionary(grouping: snapshot.readable, by: \.id)
    return problems(in: snapshot)
      + snapshot.readable.flatMap { document in
        var findings: [Finding] = []
        let line = document.line(of: "id")
        if let first = byID[document.id]?.first, first.path != document.path {
          findings.append(
            finding(
              document.path, line: line, "the id \"\(document.id)\" is that of \(first.path) too",
              remedy: "give one of the two another id, and name its file after it"))
        }
        if document.path.split(separator: "/").last.map(String.init) != "\(document.id).md" {
          findings.append(
            finding(
              document.path, line: line, "the file is not named after its id \"\(document.id)\"",
              remedy: "name it \(document.id).md, or let the id say the file's name"))
        }
        return findings
      }
  }
}
