import Documents

/// What a policy names of registers and staff groups is there.
enum LookedUp: Rule {
  static let id = "POL-16"
  static let clause = "5.2"
  static let manual = Manual(
    "What a policy names of registers and staff groups is there",
    why:
      "A name that stands in no register leads nowhere. This version does not read the registers yet: it "
      + "says so, lest anybody take what it did not look up for found.",
    checks: [
      .note(
        "goals and audience, and requirements of a topic policy, are not looked up by this version")
    ],
    mend: ["Check by hand that each name stands in its register; the note stays."])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judged(\.policy).flatMap { document, policy in
      [
        ("goals", policy.goals), ("audience", policy.audience),
        // Of the top policy POL-04 says so.
        ("requirements", policy.level == .top ? [] : policy.requirements),
      ].filter { !$0.1.isEmpty }.map { key, _ in
        finding(
          document, at: key, as: .note,
          "\(key) was not looked up: this version of Writ does not read its register",
          remedy: "check by hand that each of its names stands there")
      }
    }
  }
}
