import Documents

/// An objective can be measured, or says why it cannot.
enum Measure: Rule {
  static let id = "OBJ-03"
  static let clause = "6.2 b"
  private static let keys = ["metric", "unit", "baseline", "target"]
  static let entries: [Entry] = (keys + ["not-measurable-reason"]).map { .objective($0) }
  static let manual = Manual(
    "An objective can be measured, or says why it cannot",
    why:
      "Without a measure nobody can tell whether an objective is reached, nor how far away it is.",
    checks: [.error("metric, unit, baseline and target are given, or not-measurable-reason")],
    mend: [
      "Write what is measured (metric), in what (unit), where it stands now (baseline) and where it "
        + "shall stand (target).", "Or write not-measurable-reason: with the reason.",
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judged(\.objective).compactMap { document, _ in
      let lacking = keys.filter { !document.has($0) }
      guard !lacking.isEmpty, !document.has("not-measurable-reason") else { return nil }
      return finding(
        document, at: keys.first(where: document.has) ?? "statement",
        "the objective does not say how it is measured: \(lacking.joined(separator: ", ")) lacking",
        remedy: "write what is lacking, or not-measurable-reason: with the reason")
    }
  }
}
