import Approvals
import Documents
import Objects

/// The governance file `writ.yaml` is there and is not refused.
///
/// Its reading decides who may approve what, so anything unclear in it is an error.
enum GovernanceAccepted: Rule {
  static let id = "GOV-01"
  static let clause = "5.3"
  static let isAcrossDocuments = true

  static func findings(in snapshot: Snapshot) -> [Finding] {
    guard let parsed = snapshot.governance else {
      return [
        finding(
          DocumentFolders.governancePath, line: 1, "there is no writ.yaml",
          remedy: "bring it back from the history, or begin anew with: writ init")
      ]
    }
    return parsed.problems.map { problem in
      let path = DocumentFolders.governancePath
      return finding(path, line: problem.line, problem.message, remedy: problem.remedy)
    }
  }
}
