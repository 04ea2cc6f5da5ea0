import Documents

/// The top policy commits to meeting the requirements that apply: legal, regulatory, contractual.
///
/// Requirements named by `requirements` are looked up once the register of requirements is read;
/// naming none is a warning.
enum ApplicableRequirements: Rule {
  static let id = "POL-04"
  static let clause = "5.2 c"

  static func findings(in snapshot: Snapshot) -> [Finding] {
    ElementCheck<ApplicableRequirements>(
      element: .requirements, words: "commit to meeting the requirements that apply"
    ).findings(in: snapshot)
      + snapshot.topPolicies.filter { !$0.has("requirements") }.map { policy in
        finding(
          policy.path, line: policy.line(of: "elements"), as: .warning,
          "the policy names no requirement that it answers to",
          remedy: "list the ids of your register of requirements: requirements: [ids]")
      }
      + snapshot.topPolicies.filter { $0.policy?.requirements.isEmpty == false }.map { policy in
        finding(
          policy.path, line: policy.line(of: "requirements"), as: .warning,
          "the requirements named here were not looked up: this version of Writ does not read "
            + "context/requirements.csv",
          remedy: "check by hand that each id stands in the register")
      }
  }
}
