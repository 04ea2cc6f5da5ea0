public import Rules

/// The findings of `writ check`.
public struct CheckReport: Report {
  private let header: ReportHeader
  let findings: [Finding]
  private let documents: Int

  /// The findings in so many documents.
  public init(_ header: ReportHeader, findings: [Finding], documents: Int) {
    self.header = header
    self.findings = findings
    self.documents = documents
  }

  private func count(_ severity: Finding.Severity) -> Int {
    findings.count { $0.severity == severity }
  }

  /// Whether there is no error; warnings and notes are a yes.
  public var isYes: Bool { count(.error) == 0 }
  /// A yes need not be said.
  public var isSilentWhenYes: Bool { true }

  /// For people.
  public var text: DisplayText {
    var text = DisplayText()
    for finding in findings { text.append(Self.text(of: finding)) }
    text.append(summary)
    return text
  }

  /// How many findings of each severity there are, in one line.
  var summary: DisplayText {
    var text = DisplayText()
    let counts = [
      counted(count(.error), "error"), counted(count(.warning), "warning"),
      counted(count(.note), "note"),
    ].filter { !$0.hasPrefix("0 ") }
    let checked = counted(documents, "document")
    if counts.isEmpty {
      text.line("\("Nothing to mend", .good) in \(checked).")
    } else {
      text.line("\(counts.joined(separator: ", "), isYes ? .warning : .bad) in \(checked).")
    }
    return text
  }

  /// Of the findings those at these paths, and those that another report does not have.
  public func bringing(_ paths: Set<String>, beside before: CheckReport) -> CheckReport {
    let known = Set(before.findings.map(Known.init))
    return CheckReport(
      header,
      findings: findings.filter { paths.contains($0.path) || !known.contains(Known($0)) },
      documents: documents)
  }

  /// What a finding is, on whatever line.
  private struct Known: Hashable {
    let rule: String
    let path: String
    let message: String

    init(_ finding: Finding) {
      (rule, path, message) = (finding.rule, finding.path, finding.message)
    }
  }

  /// One finding, as people read it.
  static func text(of finding: Finding) -> DisplayText {
    var text: DisplayText = ""
    let severity = finding.severity.rawValue
    text.line(
      "\(finding.path):\(finding.line)  \(severity, finding.severity.style)  \(finding.rule) (\(finding.clause))"
    )
    text.paragraph(finding.message.asSentence, indent: 2)
    text.paragraph("To mend it: \(finding.remedy)", indent: 2)
    return text
  }

  /// The object of `writ.check/1` (`docs/cli.md`).
  public var json: JSONValue { header.json("check", .object(members)) }

  /// What is found, as scripts read it.
  var members: [JSONValue.Member] {
    [
      JSONValue.Member(key: "findings", value: .array(findings.map(Self.json))),
      JSONValue.Member(key: "errors", value: .number(count(.error))),
      JSONValue.Member(key: "warnings", value: .number(count(.warning))),
    ]
  }

  /// One finding, as scripts read it.
  static func json(of finding: Finding) -> JSONValue {
    [
      "rule": .string(finding.rule), "severity": .string(finding.severity.rawValue),
      "clause": .string(finding.clause), "path": .string(finding.path),
      "line": .number(finding.line), "message": .string(finding.message),
      "remedy": .string(finding.remedy),
    ]
  }
}
