import Documents
import Objects

/// There is exactly one information security policy at the top: a policy with `level: top`.
///
/// An organisation may have many topic-specific policies, but only one from which they follow.
/// While there is no policy at all and the people and rules are not approved yet, that is a warning:
/// who only begins must be able to save.
enum TopPolicy: Rule {
  static let id = "POL-01"
  static let clause = "5.2"
  static let isAcrossDocuments = true

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
          "writ.yaml", line: 1, as: isBeginning ? .warning : .error,
          "there is no information security policy at the top",
          remedy: "give one file under policies/ the entries kind: policy and level: top")
      ]
    }
    return policies.dropFirst().map { policy in
      finding(
        policy.path, line: policy.line(of: "level"),
        "this is a second policy with level: top, beside \(policies[0].path)",
        remedy: "make it level: topic, or take the other one out")
    }
  }
}
