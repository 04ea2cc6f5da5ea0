import Documents
import Markdown

/// The file writ.yaml leaves nothing to be filled in.
enum GovernanceComplete: Rule {
  static let id = "GOV-03"
  static let clause = "5.3"
  static let manual = Manual(
    "The file writ.yaml leaves nothing to be filled in",
    why:
      "The name of the organisation stands in every decision on its people and rules. This rule is "
      + "of Writ alone.",
    checks: [.error("no value, keys of people apart, holds something that is to be filled in")],
    mend: [
      "Write what holds for your organisation in the place of [Organisation], TODO and the like."
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    let path = DocumentFolders.governancePath
    guard snapshot.isJudged(path),
      case .bytes(let bytes)? = snapshot.files.first(where: { $0.path == path })?.content
    else { return [] }
    return StrictYAML.placeholders(in: bytes).map { placeholder in
      finding(
        path, line: placeholder.line, "the people and rules still hold \(placeholder.text)",
        remedy: "write what holds for your organisation in its place")
    }
  }
}
