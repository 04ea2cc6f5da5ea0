import Approvals
import Documents

/// The rules in `writ.yaml` can be met by the people listed, also if one of them is lost.
enum GovernanceRobust: Rule {
  static let id = "GOV-02"
  static let clause = "5.3"
  static let isAcrossDocuments = true
  static let manual = Manual(
    "The rules in writ.yaml can be met by the people listed, also if one of them is lost",
    why: "Rules that nobody can meet leave an organisation unable to decide anything, also how to "
      + "mend the rules. This rule is of Writ alone.",
    checks: [
      .warning("somebody is registered, with a key if they have roles, and every role is held"),
      .warning(
        "the people listed can meet every rule, also what it asks for under minor, reaffirm and "
          + "retire, and could without any one of them, minor excepted"),
      .warning("no two people share an e-mail address"),
      .warning("every key of writ.yaml is known"),
    ],
    mend: [
      "Register more people with keys, let somebody else hold the role too, or ask for fewer.",
      "writ approve governance refuses while this stands, unless told --accept-warnings.",
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    (snapshot.governance?.warnings ?? []).map { warning in
      let path = DocumentFolders.governancePath
      return finding(
        path, line: warning.line, as: .warning, warning.message, remedy: warning.remedy)
    }
  }
}
