import Documents

/// It is decided how interested parties get the top policy, or said why they do not.
enum Availability: Rule {
  static let id = "POL-08"
  static let clause = "5.2 g"

  static func findings(in snapshot: Snapshot) -> [Finding] {
    problems(in: snapshot)
      + snapshot.topPolicies.filter {
        !$0.has("availability") && !$0.has("not-available-reason")
      }.map { policy in
        finding(
          policy.path, line: 1, "it is not decided how interested parties get the policy",
          remedy: "write availability: [website], or not-available-reason: with the reason")
      }
  }
}
