import Documents

/// An objective says what it takes: people, money, tools, time.
enum ObjectiveResources: Rule {
  static let id = "OBJ-10"
  static let clause = "6.2 i"
  static let entries: [Entry] = [.objective("resources")]
  static let manual = Manual(
    "An objective says what it takes: people, money, tools, time",
    why: "Whoever approves the objective approves what it costs with it.",
    checks: [.error("resources is given, as a text or a list of texts")],
    mend: ["Write resources: [two days a quarter, a simulation tool]."])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judged(\.objective).filter { document, objective in
      objective.resources.isEmpty && !snapshot.isMalformed("resources", in: document)
    }.map { document, _ in
      finding(
        document, at: "resources", "the objective does not say what it takes",
        remedy: "write resources: and the people, money, tools and time that it takes")
    }
  }
}
