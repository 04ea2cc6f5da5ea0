import Approvals
import Documents

/// Every document has a classification of the scale in `writ.yaml`.
enum Classification: Rule {
  static let id = "DOC-06"
  static let clause = "A.5.12"

  static func findings(in snapshot: Snapshot) -> [Finding] {
    guard let scale = snapshot.governance?.governance?.classifications else {
      return problems(in: snapshot)
    }
    return problems(in: snapshot)
      + snapshot.readable.compactMap { (document) -> Finding? in
        guard let classification = document.classification, !scale.contains(classification) else {
          return nil
        }
        return finding(
          document.path, line: document.line(of: "classification"),
          "the classification \"\(classification)\" is not on the scale of writ.yaml",
          remedy: "write one of: \(scale.joined(separator: ", "))")
      }
  }
}
