import Approvals
import Documents
import Markdown

/// The top policy says what it is for, in words that fit this organisation, and names it.
enum Purpose: Rule {
  static let id = "POL-02"
  static let clause = "5.2 a"
  static let entries: [Entry] = [.policy("elements.purpose")]
  static let manual = Manual(
    "The top policy says what it is for, in words that fit this organisation, and names it",
    why: "A policy that would do for anybody says nothing about what this organisation exists for.",
    checks: ElementCheck<Purpose>.checks(of: .purpose) + [
      .error("the text names the organisation as organisation.name in writ.yaml does")
    ],
    mend: ElementCheck<Purpose>.mend(.purpose) + [
      "Name the organisation in the text as writ.yaml does."
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    ElementCheck<Purpose>(element: .purpose, words: "say what the policy is for").findings(
      in: snapshot)
      + snapshot.judgedTopPolicies.filter { policy, _ in
        guard let organisation = snapshot.governance?.governance?.organisation else { return false }
        return !policy.body.says(organisation)
      }.map { policy, _ in
        finding(
          policy.path, line: policy.body.sections.first?.line ?? policy.bodyLine,
          "the policy does not name the organisation",
          remedy: "name it in the text as writ.yaml does (organisation.name)")
      }
  }
}
