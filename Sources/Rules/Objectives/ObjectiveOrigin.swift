import Documents
import Objects

/// An objective names the top policy that it follows from, and the goals that it serves.
enum ObjectiveOrigin: Rule {
  static let id = "OBJ-02"
  static let clause = "6.2 a"
  static let isAcrossDocuments = true
  static let entries: [Entry] = [.objective("policy"), .objective("goals")]
  static let manual = Manual(
    "An objective names the top policy that it follows from, and the goals that it serves",
    why:
      "An objective that fits neither the policy nor the direction of the organisation is work for "
      + "its own sake.",
    checks: [
      .error("policy is the id of a policy with level: top"),
      .note(
        "goals names none, or names some: this version does not read the organisation's direction "
          + "yet, so they are not looked up"),
    ],
    mend: [
      "Write policy: information-security, or what the id of your top policy is.",
      "List ids of your organisation's goals: goals: [ids].",
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.readable.compactMap { document -> Finding? in
      guard let id = document.objective?.policy, !snapshot.mayHold(id) else { return nil }
      let named = snapshot.documents(id).compactMap(\.policy)
      guard !named.contains(where: { $0.level == .top }) else { return nil }
      return finding(
        document, at: "policy",
        named.isEmpty
          ? "there is no policy \"\(id)\"" : "the policy \"\(id)\" is not the one at the top",
        remedy: "name the policy with level: top by the id in its file")
    }
      + snapshot.judged(\.objective).filter { document, _ in
        !snapshot.isMalformed("goals", in: document)
      }.map { document, objective in
        finding(
          document, at: "goals", as: .note,
          objective.goals.isEmpty
            ? "the objective names no goal of the organisation"
            : "the goals named here were not looked up: this version of Writ does not read them yet",
          remedy: objective.goals.isEmpty
            ? "list the ids of the goals that it serves: goals: [ids]"
            : "check by hand that they are goals of the organisation")
      }
  }
}
