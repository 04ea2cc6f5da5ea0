import Documents

/// An objective says what is to be reached, and where in the organisation it holds.
enum ObjectiveStatement: Rule {
  static let id = "OBJ-01"
  static let clause = "6.2 g"
  static let entries: [Entry] = [
    .objective("statement"), .objective("level"), .objective("function"),
  ]
  static let manual = Manual(
    "An objective says what is to be reached, and where in the organisation it holds",
    why:
      "An objective that is written down can be understood, shared and judged alike by everybody "
      + "whom it concerns.",
    checks: [
      .error("statement and level are given"),
      .warning("function is given, unless level is organisation: which part of it"),
    ],
    mend: [
      "Write statement: with what is to be reached, in a sentence.",
      "Write level: organisation; or another level, such as department, and function: with its name.",
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judged(\.objective).filter { document, objective in
      objective.level.map { $0 != "organisation" } == true && !document.has("function")
    }.map { document, _ in
      finding(
        document, at: "level", as: .warning,
        "the objective does not say which part of the organisation it is for",
        remedy: "write function: and the name of that part, or level: organisation")
    }
  }
}
