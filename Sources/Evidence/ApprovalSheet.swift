public import Approvals
public import Objects
public import Rules

/// All that somebody is shown before they approve: what they see is what they sign.
public struct ApprovalSheet: Sendable {
  /// A line of what changed since the version approved last.
  public struct ChangedLine: Sendable {
    /// `+` for a new line, `-` for one that is gone, a space for one around them.
    public let sign: Character
    /// The line.
    public let text: String
    /// The place of change that it belongs to, counted from 0.
    public let place: Int

    /// A line of a place of change.
    public init(sign: Character, text: String, place: Int) {
      self.sign = sign
      self.text = text
      self.place = place
    }
  }

  /// The text to decide on.
  public let edition: Edition
  /// The version that it says it is.
  public var version: Version { edition.version }
  /// Its exact bytes.
  public let bytes: [UInt8]
  /// The version approved last, with what changed since; `nil` for the first.
  public let changes: (since: Version, lines: [ChangedLine])?
  /// Why the version is there: its change note.
  public let changeNote: String?
  /// The findings on the document: warnings and notes.
  public let findings: [Finding]
  /// The approvals so far.
  public let approvals: [VerifiedStatement]
  /// What the approval would do.
  public let contribution: Contribution
  /// The exact statement.
  public let statement: Statement
  /// The moment that the statement claims.
  public let time: Instant

  /// A sheet of these parts.
  public init(
    edition: Edition, bytes: [UInt8], changes: (since: Version, lines: [ChangedLine])?,
    changeNote: String?, findings: [Finding], approvals: [VerifiedStatement],
    contribution: Contribution, statement: Statement, time: Instant
  ) {
    self.edition = edition
    self.bytes = bytes
    self.changes = changes
    self.changeNote = changeNote
    self.findings = findings
    self.approvals = approvals
    self.contribution = contribution
    self.statement = statement
    self.time = time
  }

  /// For people.
  public var text: DisplayText {
    var text: DisplayText = ""
    text.line("\("\(edition.title) \(edition.version)", .bold)")
    text.line("\(String(repeating: "─", count: 72), .dim)")
    text.append(DisplayText(foreign: String(decoding: bytes, as: UTF8.self)))
    text.line("\(String(repeating: "─", count: 72), .dim)")
    text.line()
    if let changeNote {
      text.append("Why:      ")
      text.append(DisplayText(foreign: wrapped(changeNote, indent: 10)))
      text.line()
    }
    text.append(changesText)
    for approval in approvals {
      text.line(
        "Others:   \(approval.person.name), \(approval.role.title), approved it on "
          + "\(approval.time.day.inWords).")
    }
    if findings.isEmpty {
      text.line("Checks:   nothing to mend.")
    } else {
      text.line("Checks:   \(counted(findings.count, "remark")), no errors:")
      for finding in findings { text.append(CheckReport.text(of: finding)) }
    }
    text.line()
    text.line("You will sign exactly this:")
    text.line()
    for line in statement.message.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast()
    {
      text.line(line.isEmpty ? "" : "    \(line, .dim)")
    }
    text.line()
    text.line("By approving you say: \"I have read it; it is suitable and adequate.\"")
    text.append(effect)
    return text
  }

  private var changesText: DisplayText {
    var text: DisplayText = ""
    guard let (version, lines) = changes else {
      text.line("Changed:  all of it: no earlier version was approved.")
      return text
    }
    text.line("Changed:  since version \(version), which was approved last:")
    var place = -1
    for line in lines {
      if line.place != place { text.line("          \("…", .dim)") }
      place = line.place
      let style: DisplayText.Style =
        switch line.sign {
        case "+": .good
        case "-": .bad
        default: .plain
        }
      text.line("        \("\(line.sign) \(line.text)", style)")
    }
    return text
  }

  private var effect: DisplayText {
    var text: DisplayText = ""
    if contribution.completes {
      let from = max(edition.effective?.start ?? time, time)
      text.line(
        from > time
          ? "It takes effect on \(from.day.inWords), since yours is the last approval needed."
          : "It takes effect at once, since yours is the last approval needed.")
    } else if contribution.missing.isEmpty {
      text.line("It is approved already; yours is one more.")
    } else {
      for missing in contribution.missing {
        text.paragraph("Before it takes effect it also needs: \(missing).", indent: 0)
      }
    }
    return text
  }
}

/// That a decision was recorded.
public struct Receipt: Report {
  private let header: ReportHeader
  private let statement: VerifiedStatement
  private let status: DocumentStatus
  private let isNew: Bool

  /// A decision that is stored, with where its document now stands; `isNew` is false where it had
  /// been recorded before.
  public init(
    _ header: ReportHeader, statement: VerifiedStatement, status: DocumentStatus, isNew: Bool
  ) {
    self.header = header
    self.statement = statement
    self.status = status
    self.isNew = isNew
  }

  /// Always yes: what is not recorded is thrown.
  public var isYes: Bool { true }
  /// A yes need not be said.
  public var isSilentWhenYes: Bool { true }

  /// For people.
  public var text: DisplayText {
    var text: DisplayText = ""
    let title = "\(statement.edition.title) \(statement.edition.version)"
    if isNew {
      text.append("\("Signed.", .good) ")
    } else {
      text.append("You approved it already, on \(statement.time.day.inWords). ")
    }
    switch status.state {
    case .inForce: text.line("\(title) is approved and in force.")
    case .approved:
      let from = status.approved.last { $0.edition.digest == statement.edition.digest }?.from
      text.line("\(title) is approved, and in force from \(from.map(\.day.inWords) ?? "then").")
    case .partial:
      text.line("\(title) is not approved yet.")
      for missing in status.missing { text.paragraph("It still needs \(missing).", indent: 0) }
    case .draft, .rejected, .superseded, .retired, .conflict, .indeterminate:
      text.line("\(title): \(status.state.rawValue).")
      for reason in status.reasons { text.paragraph(reason, indent: 0) }
    }
    text.line("Receipt: \(statement.id)")
    text.line("Keep it if you like: it proves that your decision existed.")
    if header.isRootApproved { text.append(header.caution) }
    return text
  }

  /// The object of `writ.approve/1`.
  public var json: JSONValue {
    header.json(
      "approve",
      [
        "statement": JSONValue(statement.id), "ref": .string(statement.statement.name.ref),
        "document": JSONValue(statement.edition.document),
        "version": JSONValue(statement.edition.version), "decision": "approve",
        "person": JSONValue(statement.person.id), "role": JSONValue(statement.role.id),
        "time": JSONValue(statement.time), "recorded": .bool(isNew),
        "state": .string(status.state.rawValue),
        "missing": .array(status.missing.map { .string($0) }),
      ])
  }
}
