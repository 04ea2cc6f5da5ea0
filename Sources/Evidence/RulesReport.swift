import Rules

/// The rules of `check`: all of them in a list, or one explained.
public struct RulesReport: Report {
  private let header: ReportHeader
  private let rules: [any Rule.Type]
  private let isList: Bool

  /// All rules.
  public init(_ header: ReportHeader) {
    self.header = header
    rules = Rulebook.rules
    isList = true
  }

  /// One rule, named in capitals or not; `nil` where there is none of that name.
  public init?(_ header: ReportHeader, rule id: String) {
    guard let rule = Rulebook.rule(named: id) else { return nil }
    self.header = header
    rules = [rule]
    isList = false
  }

  /// There always are some.
  public var isYes: Bool { true }

  /// For people.
  public var text: DisplayText { isList ? list : rules.map(Self.page).first ?? DisplayText() }

  private var list: DisplayText {
    var text = DisplayText()
    for rule in rules {
      let severity = rule.manual.severity
      text.line(
        "\(rule.id, .bold)  \(severity.rawValue.padded(to: 7), severity.style)  \(rule.clause)")
      text.paragraph("\(rule.manual.title).", indent: 2)
    }
    text.line()
    text.line("Explain one of them: writ rules \(rules.first?.id ?? "")")
    return text
  }

  /// One rule, explained.
  static func page(of rule: any Rule.Type) -> DisplayText {
    let manual = rule.manual
    var text: DisplayText = "\(rule.id, .bold)  ISO/IEC 27001:2022, \(rule.clause)\n"
    text.paragraph("\(manual.title).", indent: 0)
    text.line()
    text.paragraph(manual.why, indent: 0)
    if manual.isConvention {
      text.paragraph("A convention of practice: no clause asks for it in so many words.", indent: 0)
    }
    text.line()
    text.line("Checked:")
    for check in manual.checks { text.append(line(check.severity, check.text)) }
    if !rule.entries.isEmpty {
      let keys = rule.entries.map(\.key).joined(separator: ", ")
      text.append(line(.error, "what is given has the right form: \(keys)"))
    }
    text.line()
    text.line("To mend it:")
    for remedy in manual.mend { text.paragraph("  \(remedy)", indent: 2) }
    return text
  }

  private static func line(_ severity: Finding.Severity, _ text: String) -> DisplayText {
    var line: DisplayText = "  \(severity.rawValue.padded(to: 7), severity.style)  "
    line.append(DisplayText(foreign: wrapped("\(text.asSentence)", indent: 11)))
    line.line()
    return line
  }

  /// The object of `writ.rules/1` (`docs/cli.md`).
  public var json: JSONValue {
    header.json(
      "rules",
      [
        "rules": .array(
          rules.map { rule in
            let manual = rule.manual
            return [
              "rule": .string(rule.id), "severity": .string(manual.severity.rawValue),
              "clause": .string(rule.clause), "title": .string(manual.title),
              "why": .string(manual.why), "convention": .bool(manual.isConvention),
              "across-documents": .bool(rule.isAcrossDocuments),
              "checks": .array(
                manual.checks.map { check in
                  [
                    "severity": .string(check.severity.rawValue), "text": .string(check.text),
                  ]
                }),
              "mend": .array(manual.mend.map { .string($0) }),
            ]
          })
      ])
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

extension Finding.Severity {
  /// How it stands out.
  var style: DisplayText.Style {
    switch self {
    case .error: .bad
    case .warning: .warning
    case .note: .dim
    }
  }
}
