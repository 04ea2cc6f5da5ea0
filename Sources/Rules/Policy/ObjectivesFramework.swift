import Documents

/// The top policy sets information security objectives, or says who sets them and how often they
/// are reviewed.
enum ObjectivesFramework: Rule {
  static let id = "POL-03"
  static let clause = "5.2 b"

  static func findings(in snapshot: Snapshot) -> [Finding] {
    let known = Set(snapshot.readable.map(\.id))
    return ElementCheck<ObjectivesFramework>(
      element: .objectives, words: "set objectives or say how they are set"
    ).findings(in: snapshot)
      + snapshot.topPolicies.flatMap { policy in
        (policy.policy?.objectives ?? []).filter { !known.contains($0) }.map { objective in
          finding(
            policy.path, line: policy.line(of: "objectives"),
            "there is no objective \"\(objective)\"",
            remedy: "name objectives by the id in their file, or take it out")
        }
      }
      + snapshot.topPolicies.filter {
        !$0.has("objectives") && !$0.has("framework")
      }.map { policy in
        finding(
          policy.path, line: 1, "the policy neither names objectives nor says who sets them",
          remedy: "write framework: {set-by: ROLE, reviewed-every: 12 months}, or objectives: [ids]"
        )
      }
  }
}
