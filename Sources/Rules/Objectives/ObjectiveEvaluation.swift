import Documents

/// An objective says how, by whom and how often it is judged.
enum ObjectiveEvaluation: Rule {
  static let id = "OBJ-13"
  static let clause = "6.2 l"
  static let entries: [Entry] = [.objective("evaluation")]
  static let manual = Manual(
    "An objective says how, by whom and how often it is judged",
    why: "Results are comparable only if they come about in the same way each time.",
    checks: [.error("evaluation has method, by and every")],
    mend: ["Write evaluation: {method: HOW, by: ROLE, every: 3 months}."])
}
