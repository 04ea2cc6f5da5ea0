import Documents

/// The controls of Annex A that a document names exist.
enum AnnexControls: Rule {
  static let id = "DOC-17"
  static let clause = "6.1.3 c"
  static let manual = Manual(
    "The controls of Annex A that a document names exist",
    why:
      "A slip of the pen, or a number of the edition of 2013, points at nothing. That the number exists is "
      + "all that this version looks at: else controls and clauses have no effect yet.",
    checks: [
      .warning(
        "each entry of controls is a control of Annex A of ISO/IEC 27001:2022, written A.5.1 or 5.1: A.5.1 to "
          + "A.5.37, A.6.1 to A.6.8, A.7.1 to A.7.14, A.8.1 to A.8.34"),
      .warning("so is each entry of clauses that begins with A"),
    ],
    mend: [
      "Write the number as the message says. The edition of 2022 numbered its controls anew: A.9.2.1 of 2013 "
        + "is A.5.16 now, say."
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judged.flatMap { document in
      let clauses = document.clauses.filter { $0.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "a") }
      return (document.policy?.controls ?? []).compactMap { finding($0, "controls", document) }
        + clauses.compactMap { finding($0, "clauses", document) }
    }
  }

  private static func finding(_ name: String, _ key: String, _ document: Document) -> Finding? {
    guard let fault = AnnexControl.fault(in: name) else { return nil }
    return finding(
      document, at: key, as: .warning,
      "\(key) names \(quoted(name)), and Annex A of ISO/IEC 27001:2022 has no control written like this",
      remedy: fault)
  }
}

/// The controls of Annex A of ISO/IEC 27001:2022, by number.
private enum AnnexControl {
  /// How many there are of each theme.
  private static let counts = [5: 37, 6: 8, 7: 14, 8: 34]

  /// What to write in place of a name that is none; `nil` for one that is.
  static func fault(in name: String) -> String? {
    let numbers = name.utf8.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      .map { Int(String(Substring($0))) ?? 0 }
    guard numbers.count >= 2, let count = counts[numbers[0]] else {
      return "write one of A.5.1 to A.5.37, A.6.1 to A.6.8, A.7.1 to A.7.14, A.8.1 to A.8.34"
    }
    let (theme, number) = (numbers[0], numbers[1])
    guard numbers.count == 2, (1...count).contains(number) else {
      return "write one of A.\(theme).1 to A.\(theme).\(count)"
    }
    let right = "\(theme).\(number)"
    let isRight = name.utf8.elementsEqual(right.utf8) || name.utf8.elementsEqual("A.\(right)".utf8)
    return isRight ? nil : "write A.\(right)"
  }
}
