import Approvals
import Documents
import Markdown

/// The top policy says what it is for, in words that fit this organisation, and names it.
enum Purpose: Rule {
  static let id = "POL-02"
  static let clause = "5.2 a"

  static func findings(in snapshot: Snapshot) -> [Finding] {
    ElementCheck<Purpose>(element: .purpose, words: "say what the policy is for").findings(
      in: snapshot)
      + snapshot.topPolicies.filter { policy in
        guard let organisation = snapshot.governance?.governance?.organisation else { return false }
        return !policy.body.text.contains(organisation)
      }.map { policy in
        finding(
          policy.path, line: policy.body.sections.first?.line ?? policy.bodyLine,
          "the policy does not name the organisation",
          remedy: "name it in the text as writ.yaml does (organisation.name)")
      }
  }
}
