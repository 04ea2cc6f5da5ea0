import Documents
import Objects
import Rules

/// The findings of `writ check` as workflow commands, which GitHub Actions shows beside the lines.
extension CheckReport {
  /// A line for each finding, one for what was not judged, and the counts.
  public var gitHubAnnotations: String {
    findings.map { finding in
      let command =
        switch finding.severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
      return "::\(command) file=\(Self.property(finding.path)),line=\(finding.line),"
        + "title=\(Self.property("\(finding.rule) (\(finding.clause))"))"
        + "::\(Self.escaped(finding.sentences, also: ""))\n"
    }.joined()
      + notices.map { command, text in
        "::\(command) title=Not judged::\(Self.escaped(text, also: ""))\n"
      }.joined() + summary.plain
  }

  /// One for all files, since a runner shows few.
  private var notices: [(command: String, text: String)] {
    var notices: [(String, String)] = []
    if isEmpty { notices.append(("error", "Nothing was judged: \(Self.whatIsJudged)")) }
    let files = unjudged.files
    if !files.isEmpty {
      let named = files.prefix(Self.mostNamed).map { "\($0.path) (\($0.reason.inWords))" }
      let more = files.count > Self.mostNamed ? ["and \(files.count - Self.mostNamed) more"] : []
      notices.append(
        (
          "notice",
          "\(counted(files.count, "file")) not judged: \((named + more).joined(separator: ", "))."
        ))
    }
    return notices + reservations.map { ("notice", $0) }
  }

  private static func property(_ text: String) -> String { escaped(text, also: ":,") }

  /// The text as the runner wants it, so that it reads back the same and nothing in it can end the
  /// line, the value or the command. By scalars: a carriage return before a line feed is one character
  /// with it.
  private static func escaped(_ text: String, also others: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "%" || scalar == "\r" || scalar == "\n"
        || others.unicodeScalars.contains(scalar)
      {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        line.append(contentsOf: ((digits.count == 1 ? "%0" : "%") + digits).unicodeScalars)
      } else {
        line.append(scalar)
      }
    }
    return Characters.escaped(String(line))
  }
}
