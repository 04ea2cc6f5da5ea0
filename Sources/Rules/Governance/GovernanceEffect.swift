import Approvals
import Documents

/// Every entry of writ.yaml has an effect.
enum GovernanceEffect: Rule {
  static let id = "GOV-05"
  static let clause = "5.3"
  static let manual = Manual(
    "Every entry of writ.yaml has an effect",
    why:
      "Whoever writes that a review is due every three months relies on being told when it is. Of what "
      + "is only kept for later, that must be said. This rule is of Writ alone.",
    checks: [
      .warning(
        "each name below cadence is one that a later version will read, and its value a length of time; of "
          + "acknowledge-share, a number from 1 to 100"),
      .note("cadence, timestamp, and management of a role have no effect in this version"),
      .note("responsible-for names isms-conformity or isms-reporting: nothing else has an effect"),
    ],
    mend: [
      "Leave what is kept for a later version, or take it out: today only review-every of a document says "
        + "when its review is due.",
      "Write the name as the message says.",
      "None of this keeps writ approve governance from being done.",
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    let path = DocumentFolders.governancePath
    guard snapshot.isJudged(path), snapshot.governance?.governance != nil,
      case .bytes(let bytes)? = snapshot.files.first(where: { $0.path == path })?.content
    else { return [] }
    return Governance.entriesWithoutEffect(in: bytes).map { entry in
      finding(
        path, line: entry.problem.line, as: entry.isSlip ? .warning : .note, entry.problem.message,
        remedy: entry.problem.remedy)
    }
  }
}
