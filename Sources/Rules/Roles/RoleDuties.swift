import Documents

/// The description of a role says what it answers for and what it may decide.
enum RoleDuties: Rule {
  static let id = "ROL-01"
  static let clause = "5.3"
  static let entries: [Entry] = [.role("responsibilities"), .role("authorities")]
  static let manual = Manual(
    "The description of a role says what it answers for and what it may decide",
    why:
      "Who answers for something and may decide nothing cannot do it; who decides and answers for "
      + "nothing need not care.",
    checks: [.error("responsibilities and authorities each list at least one")],
    mend: ["Write responsibilities: [one, two] and authorities: [one, two]."])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judged(\.role).flatMap { document, role in
      [("responsibilities", role.responsibilities), ("authorities", role.authorities)]
        .filter { key, list in list.isEmpty && !snapshot.isMalformed(key, in: document) }
        .map { key, _ in
          finding(
            document, at: key, "the role has no \(key)",
            remedy: "list at least one: \(key): [one, two]")
        }
    }
  }
}
