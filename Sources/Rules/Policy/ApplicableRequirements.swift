import Documents

/// The top policy commits to meeting the requirements that apply.
enum ApplicableRequirements: Rule {
  static let id = "POL-04"
  static let clause = "5.2 c"
  static let entries: [Entry] = [.policy("elements.requirements"), .policy("requirements")]
  static let manual = Manual(
    "The top policy commits to meeting the requirements that apply",
    why:
      "Law, regulators and contracts ask things of information security, whether or not somebody "
      + "wrote them down.",
    checks: ElementCheck<ApplicableRequirements>.checks(of: .requirements) + [
      .warning(
        "requirements names none, or names some: this version does not read the register "
          + "context/requirements.csv yet, so they are not looked up")
    ],
    mend: ElementCheck<ApplicableRequirements>.mend(.requirements) + [
      "List ids of your register of requirements: requirements: [ids]. Check by hand that each id "
        + "stands in it; the warning stays."
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    ElementCheck<ApplicableRequirements>(
      element: .requirements, words: "commit to meeting the requirements that apply"
    ).findings(in: snapshot)
      + snapshot.judgedTopPolicies.compactMap { document, policy -> Finding? in
        if !document.has("requirements") {
          return finding(
            document, at: "elements", as: .warning,
            "the policy names no requirement that it answers to",
            remedy: "list the ids of your register of requirements: requirements: [ids]")
        }
        guard !policy.requirements.isEmpty else { return nil }
        return finding(
          document, at: "requirements", as: .warning,
          "the requirements named here were not looked up: this version of Writ does not read "
            + "context/requirements.csv",
          remedy: "check by hand that each id stands in the register")
      }
  }
}
