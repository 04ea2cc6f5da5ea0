import Approvals
import Documents
import Objects

/// The governance file `writ.yaml` is there and is not refused.
enum GovernanceAccepted: Rule {
  static let id = "GOV-01"
  static let clause = "5.3"
  static let isAcrossDocuments = true
  static let manual = Manual(
    "The governance file writ.yaml is there and is not refused",
    why: "It decides who may approve what, so anything unclear in it refuses the whole file. This "
      + "rule is of Writ alone.",
    checks: [
      .error("writ.yaml is there"),
      .error(
        "nothing in it is unclear: no unknown role, no key that two people share, no e-mail address "
          + "with a wildcard, no SSH certificate, no DSA key, no weak Ed25519 key, and so on"),
    ],
    mend: ["Mend the line that the message names."])

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
