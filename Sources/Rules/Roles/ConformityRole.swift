import Approvals
import Documents

/// Somebody answers for the conformity of the management system.
enum ConformityRole: Rule {
  static let id = "ROL-02"
  static let clause = "5.3 a"
  static let isAcrossDocuments = true
  static let manual = Manual(
    "Somebody answers for the conformity of the management system",
    why: "Top management sees to it that this is somebody's work, and that it is known whose.",
    checks: [
      .error("a role of writ.yaml has isms-conformity among responsible-for"),
      .error("somebody holds such a role"),
      .warning("the same, while the people and rules are not approved yet"),
    ],
    mend: [
      "Give a role of writ.yaml the entry responsible-for: [isms-conformity].",
      "Give the role to somebody: writ people add … --role ROLE.",
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    Responsibility<ConformityRole>(
      name: "isms-conformity", words: "the conformity of the management system"
    ).findings(in: snapshot)
  }
}
