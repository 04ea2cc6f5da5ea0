import Approvals
import Documents

/// Every document has a classification of the scale in `writ.yaml`.
enum Classification: Rule {
  static let id = "DOC-06"
  static let clause = "A.5.12"
  static let entries: [Entry] = [.any("classification")]
  static let manual = Manual(
    "Every document has a classification of the scale in writ.yaml",
    why: "Who may read a document must be plain from the document itself, in words that mean the "
      + "same everywhere.",
    checks: [.error("classification is a step of classifications in writ.yaml")],
    mend: ["Write a step of the scale, or add the step to writ.yaml."])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    guard let scale = snapshot.governance?.governance?.classifications else { return [] }
    return snapshot.judged.compactMap { (document) -> Finding? in
      guard let classification = document.classification, !scale.contains(classification) else {
        return nil
      }
      return finding(
        document, at: "classification",
        "the classification \"\(classification)\" is not on the scale of writ.yaml",
        remedy: "write one of: \(scale.joined(separator: ", "))")
    }
  }
}
