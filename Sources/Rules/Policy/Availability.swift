import Documents

/// It is decided how interested parties get the top policy, or said why they do not.
enum Availability: Rule {
  static let id = "POL-08"
  static let clause = "5.2 g"
  static let entries: [Entry] = [.policy("availability"), .policy("not-available-reason")]
  static let manual = Manual(
    "It is decided how interested parties get the top policy, or said why they do not",
    why: "Customers, partners and authorities may need to see the policy. Whether they can is a "
      + "decision, and no accident.",
    checks: [.error("availability is given, or not-available-reason")],
    mend: ["Write availability: [website], or not-available-reason: with the reason."])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judgedTopPolicies.filter { document, policy in
      policy.availability.isEmpty && !document.has("not-available-reason")
        && !snapshot.isMalformed("availability", in: document)
    }.map { document, _ in
      finding(
        document, at: "availability", "it is not decided how interested parties get the policy",
        remedy: "write availability: [website], or not-available-reason: with the reason")
    }
  }
}
