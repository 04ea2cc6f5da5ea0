import Approvals
import Documents

/// The file writ.yaml is the version in force, or one that can follow it.
enum GovernanceSucceeds: Rule {
  static let id = "GOV-04"
  static let clause = "5.3"
  static let manual = Manual(
    "The file writ.yaml is the version in force, or one that can follow it",
    why:
      "A version that cannot follow the one in force never comes into force, whoever approves it. "
      + "And a key tells whose decisions it made, also after its owner left. This rule is of Writ "
      + "alone.",
    checks: [
      .error(
        "a version that is not approved names the one in force under previous (its number is judged "
          + "by DOC-07 and DOC-10)"),
      .error("nobody has a key that was another person's in an earlier version"),
      .error("what stands under revoked stays there, and is not said to be so since a later time"),
    ],
    mend: [
      "Let writ people draft set version, previous and closes; it touches no other line. The commands "
        + "writ people add, key, role and remove do so too.",
      "Give everybody keys of their own (writ join), and put back what was taken out of revoked.",
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    let path = DocumentFolders.governancePath
    guard snapshot.isJudged(path), let draft = snapshot.governance?.governance,
      !snapshot.chain.contains(where: { $0.digest == draft.digest })
    else { return [] }
    let isTaken = snapshot.chain.contains { $0.version == draft.version }
    return draft.refusals(following: snapshot.chain).compactMap { problem in
      switch problem.kind {
      // The number is to be mended first, and that mends what it follows.
      case .value("version"): nil
      case .value("previous") where isTaken: nil
      case .value("previous"):
        finding(
          path, line: problem.line, problem.message,
          remedy: "\(problem.remedy), or let it be set: writ people draft")
      default: finding(path, line: problem.line, problem.message, remedy: problem.remedy)
      }
    }
  }
}
