import Approvals
import Documents

/// The rules in `writ.yaml` can be met by the people listed, also if one of them is lost.
enum GovernanceRobust: Rule {
  static let id = "GOV-02"
  static let clause = "5.3"
  static let isAcrossDocuments = true

  static func findings(in snapshot: Snapshot) -> [Finding] {
    (snapshot.governance?.warnings ?? []).map { warning in
      let path = DocumentFolders.governancePath
      return finding(
        path, line: warning.line, as: .warning, warning.message, remedy: warning.remedy)
    }
  }
}
