import Documents

/// An objective names the requirements that it answers to or the risks that it treats.
enum ObjectiveReasons: Rule {
  static let id = "OBJ-04"
  static let clause = "6.2 c"
  static let entries: [Entry] = [.objective("requirements"), .objective("risks")]
  static let manual = Manual(
    "An objective names the requirements that it answers to or the risks that it treats",
    why:
      "What applies to the organisation and what it has to fear are the reasons to want something "
      + "of information security.",
    checks: [
      .warning("requirements or risks names some"),
      .note("this version does not read their registers yet, so they are not looked up"),
    ],
    mend: ["List ids of the registers: requirements: [ids], or risks: [ids]."])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judged(\.objective).compactMap { document, objective in
      if let key = ["requirements", "risks"].first(where: document.has),
        !(objective.requirements + objective.risks).isEmpty
      {
        return finding(
          document, at: key, as: .note,
          "the requirements and risks named here were not looked up: this version of Writ does not "
            + "read their registers yet",
          remedy: "check by hand that each id stands in its register")
      }
      guard !snapshot.isMalformed("requirements", in: document),
        !snapshot.isMalformed("risks", in: document)
      else { return nil }
      return finding(
        document, at: "requirements", as: .warning,
        "the objective names neither a requirement nor a risk as its reason",
        remedy: "write requirements: [ids], or risks: [ids]")
    }
  }
}
