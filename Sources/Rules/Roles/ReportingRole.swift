import Approvals
import Documents

/// Somebody reports to top management how the management system performs.
enum ReportingRole: Rule {
  static let id = "ROL-03"
  static let clause = "5.3 b"
  static let isAcrossDocuments = true
  static let manual = Manual(
    "Somebody reports to top management how the management system performs",
    why: "Those who are accountable can only steer by what they are told.",
    checks: [
      .error("a role of writ.yaml has isms-reporting among responsible-for"),
      .error("somebody holds such a role"),
      .warning("the same, while the people and rules are not approved yet"),
    ],
    mend: [
      "Give a role of writ.yaml the entry responsible-for: [isms-reporting].",
      "Give the role to somebody: writ people add … --role ROLE.",
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    Responsibility<ReportingRole>(
      name: "isms-reporting", words: "reports to top management on the management system"
    ).findings(in: snapshot)
  }
}
