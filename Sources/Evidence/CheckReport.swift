public import Documents
public import Rules

/// The files that no rule judged, of those that were asked about.
public struct UnjudgedFiles: Sendable {
  /// The files, by path.
  public let files: [UnjudgedFile]
  /// Whether all was looked through for them: the search for policies elsewhere is bounded.
  public let isWhole: Bool

  /// These files, each once.
  public init(_ files: [UnjudgedFile], isWhole: Bool = true) {
    self.files = Set(files).sorted {
      ($0.path, $0.reason.rawValue) < ($1.path, $1.reason.rawValue)
    }
    self.isWhole = isWhole
  }
}

/// The findings of `writ check`.
public struct CheckReport: Report {
  private let header: ReportHeader
  let findings: [Finding]
  /// How many documents were judged.
  let documents: Int
  let unjudged: UnjudgedFiles
  /// Whether texts were compared with what was approved of them.
  let isComparedWithApproved: Bool
  private let isAboutChanges: Bool
  private let isAboutPaths: Bool

  /// The findings, the number of documents that were judged, and the files that were not.
  ///
  /// `isComparedWithApproved` unless the decisions could not be looked at, `isAboutChanges` where only what
  /// differs from an earlier state was asked about, `isAboutPaths` where files or folders were named.
  public init(
    _ header: ReportHeader, findings: [Finding], documents: Int, unjudged: UnjudgedFiles,
    isComparedWithApproved: Bool = true, isAboutChanges: Bool = false, isAboutPaths: Bool = false
  ) {
    self.header = header
    self.findings = findings
    self.documents = documents
    self.unjudged = unjudged
    self.isComparedWithApproved = isComparedWithApproved
    self.isAboutChanges = isAboutChanges
    self.isAboutPaths = isAboutPaths
  }

  private func count(_ severity: Finding.Severity) -> Int {
    findings.count { $0.severity == severity }
  }

  /// Whether there is no error, in something that was judged; warnings and notes are a yes.
  public var isYes: Bool { count(.error) == 0 && !isEmpty }
  /// A yes need not be said.
  public var isSilentWhenYes: Bool { true }

  /// Whether nothing was judged of what was asked about: a yes would be one about nothing. That no
  /// document has changed is an answer, though, unless something was named that is none.
  var isEmpty: Bool {
    documents == 0 && (!isAboutChanges || isAboutPaths && !unjudged.files.isEmpty)
  }

  /// Whether there is nothing to say: no document has changed, and nothing is found.
  public var isAboutNothing: Bool {
    isAboutChanges && documents == 0 && findings.isEmpty && unjudged.files.isEmpty
  }

  /// For people.
  public var text: DisplayText {
    var text = DisplayText()
    for finding in findings { text.append(Self.text(of: finding)) }
    text.append(summary)
    text.append(notJudged)
    return text
  }

  /// How many findings of each severity there are, in one line.
  var summary: DisplayText {
    var text = DisplayText()
    let counts = [
      counted(count(.error), "error"), counted(count(.warning), "warning"),
      counted(count(.note), "note"),
    ].filter { !$0.hasPrefix("0 ") }
    let found = counts.joined(separator: ", ")
    if documents > 0 {
      let checked = counted(documents, "document")
      text.line(
        counts.isEmpty
          ? "\("Nothing to mend", .good) in \(checked)."
          : "\(found, isYes ? .warning : .bad) in \(checked).")
      return text
    }
    if !counts.isEmpty { text.append("\(found, isYes ? .warning : .bad). ") }
    guard !isEmpty else {
      text.append(
        DisplayText(foreign: wrapped("Nothing was judged: \(Self.whatIsJudged)", indent: 0)))
      text.line()
      return text
    }
    if counts.isEmpty && unjudged.files.isEmpty { text.append("\("Nothing to mend", .good). ") }
    text.line(isAboutPaths ? "No document named here has changed." : "No document has changed.")
    return text
  }

  /// What documents are, for whoever gave others.
  static var whatIsJudged: String {
    "documents are writ.yaml and the .md files below \(DocumentFolders.names.joined(separator: ", "))."
  }

  /// The first of the files that were not judged, each with the reason, and how many there are.
  public var notJudged: DisplayText {
    var text = DisplayText()
    if !unjudged.files.isEmpty {
      text.line("\("Not judged", .warning): \(counted(unjudged.files.count, "file")).")
      for file in unjudged.files.prefix(Self.mostNamed) {
        text.line("  \(file.path): \(file.reason.inWords)")
      }
      let more = unjudged.files.count - Self.mostNamed
      if more > 0 { text.line("  and \(more) more") }
    }
    for reservation in reservations { text.paragraph(reservation, indent: 0) }
    return text
  }

  /// What else was not looked at, a sentence each.
  var reservations: [String] {
    (isComparedWithApproved ? [] : [Self.notCompared])
      + (unjudged.isWhole ? [] : [Self.searchEnded])
  }

  /// How many files are named to people.
  static var mostNamed: Int { 10 }
  /// How many files are listed for scripts.
  static var mostListed: Int { 100 }
  /// That the search for policies elsewhere came to no end.
  private static var searchEnded: String {
    "Not all of the repository was looked through for policies elsewhere: there is too much in it."
  }
  /// That the decisions are not here.
  private static var notCompared: String {
    "No text was compared with what was approved: this copy of the repository lacks part of its history"
      + " (it is shallow). The rest is fetched by: git fetch --unshallow --tags"
  }

  /// Of the findings those at these paths, and those that another report does not have.
  public func bringing(_ paths: Set<String>, beside before: CheckReport) -> CheckReport {
    let known = Set(before.findings.map(Known.init))
    return CheckReport(
      header,
      findings: findings.filter { paths.contains($0.path) || !known.contains(Known($0)) },
      documents: documents, unjudged: unjudged, isComparedWithApproved: isComparedWithApproved,
      isAboutChanges: isAboutChanges, isAboutPaths: isAboutPaths)
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
      JSONValue.Member(key: "documents", value: .number(documents)),
      JSONValue.Member(
        key: "not-judged",
        value: .array(
          unjudged.files.prefix(Self.mostListed).map { file in
            ["path": .string(file.path), "reason": .string(file.reason.rawValue)]
          })),
      JSONValue.Member(key: "not-judged-count", value: .number(unjudged.files.count)),
      JSONValue.Member(key: "search-complete", value: .bool(unjudged.isWhole)),
      JSONValue.Member(key: "compared-with-approved", value: .bool(isComparedWithApproved)),
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

extension UnjudgedFile.Reason {
  /// For people.
  var inWords: String {
    switch self {
    case .form: "no Markdown, which alone is read"
    case .name: "its name does not end with .md, or is not spelt writ.yaml"
    case .register: "a register, which this version does not read"
    case .elsewhere: "in no folder of documents"
    case .kind: "of a kind that this version does not know"
    case .noFile: "no plain file that can be read"
    }
  }
}
