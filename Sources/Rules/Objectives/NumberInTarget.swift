import Documents

/// The target of an objective is a number.
enum NumberInTarget: Rule {
  static let id = "OBJ-15"
  static let clause = "6.2 b"
  static let manual = Manual(
    "The target of an objective is a number",
    why: "\"Better\" is reached on any day. A number is reached or not.",
    checks: [.note("target holds a digit")],
    mend: ["Write target: 95, with what is counted in unit."], isConvention: true)

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judged(\.objective).filter { _, objective in
      objective.target.map { !$0.contains(where: \.isNumber) } ?? false
    }.map { document, _ in
      finding(
        document, at: "target", as: .note, "the target holds no number",
        remedy: "write how much it is to be")
    }
  }
}
