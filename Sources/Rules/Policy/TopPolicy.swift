import Documents
import Objects

/// There is exactly one information security policy at the top.
enum TopPolicy: Rule {
  static let id = "POL-01"
  static let clause = "5.2"
  static let isAcrossDocuments = true
  static let manual = Manual(
    "There is exactly one information security policy at the top",
    why: "An organisation may have many policies on single topics, but only one from which they "
      + "follow and which its top management establishes.",
    checks: [
      .error("exactly one policy has level: top"),
      .warning(
        "there is no policy at all yet, and the people and rules are not approved: who only begins "
          + "must be able to save"),
    ],
    mend: [
      "Give one file under policies/ the entries kind: policy and level: top. Make a second one "
        + "level: topic.",
      "A policy that cannot be read may be the one: mend that first.",
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    let policies = snapshot.topPolicies
    // A policy that cannot be read may be the top one; its own problem says what to do.
    let isUnread = snapshot.documents.contains {
      $0.document == nil && $0.path.hasPrefix("policies/")
    }
    if policies.isEmpty && !isUnread {
      let isBeginning =
        !snapshot.isGovernanceApproved && !snapshot.readable.contains { $0.kind == .policy }
      return [
        finding(
          DocumentFolders.governancePath, line: 1, as: isBeginning ? .warning : .error,
          "there is no information security policy at the top",
          remedy: "give one file under policies/ the entries kind: policy and level: top")
      ]
    }
    guard let first = policies.first else { return [] }
    return policies.dropFirst().map { policy in
      finding(
        policy, at: "level", "this is a second policy with level: top, beside \(first.path)",
        remedy: "make it level: topic, or take the other one out")
    }
  }
}
