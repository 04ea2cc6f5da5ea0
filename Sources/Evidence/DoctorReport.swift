/// What is there and what is missing, on this machine and in this clone.
public struct DoctorReport: Report {
  /// How something stands.
  public enum State: String, Sendable {
    /// It is there and works.
    case ok
    /// It is missing or wrong.
    case toMend = "to-mend"
    /// It is missing, and only some need it.
    case optional
    /// It could not be looked at, such as a clone where there is none.
    case notLookedAt = "not-looked-at"
  }

  /// One thing that was looked at.
  public struct Check: Sendable {
    let name: String
    let state: State
    let found: DisplayText
    let remedies: [DisplayText]

    /// What was found under this name, and what to do about it, a line each.
    public init(_ name: String, _ state: State, _ found: DisplayText, remedies: [DisplayText] = [])
    {
      self.name = name
      self.state = state
      self.found = found
      self.remedies = remedies
    }
  }

  private let header: ReportHeader
  private let checks: [Check]

  /// All that was looked at, in order.
  public init(_ header: ReportHeader, checks: [Check]) {
    self.header = header
    self.checks = checks
  }

  private var toMend: Int { checks.count { $0.state == .toMend } }

  /// Always yes, whatever it says.
  public var isYes: Bool { true }

  /// For people.
  public var text: DisplayText {
    var text = DisplayText()
    for check in checks {
      let (words, style): (String, DisplayText.Style) =
        switch check.state {
        case .ok: ("ok      ", .good)
        case .toMend: ("to mend ", .bad)
        case .optional: ("optional", .warning)
        case .notLookedAt: ("-       ", .dim)
        }
      let space = String(repeating: " ", count: max(0, 12 - check.name.count))
      text.line("\(words, style)  \(check.name)\(space)\(check.found)")
      for remedy in check.remedies { text.line("            \(remedy)") }
    }
    text.line()
    text.line(toMend == 0 ? "\("Nothing to mend.", .good)" : "\(toMend) to mend.")
    return text
  }

  /// The object of `writ.doctor/1`.
  public var json: JSONValue {
    header.json(
      "doctor",
      [
        "checks": .array(
          checks.map { check in
            [
              "name": .string(check.name), "state": .string(check.state.rawValue),
              "found": .string(check.found.plain),
              "remedies": .array(check.remedies.map { .string($0.plain) }),
            ]
          }),
        "to-mend": .number(toMend),
      ])
  }
}
