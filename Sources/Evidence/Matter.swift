public import Approvals
public import Objects
public import Rules

/// What somebody is to decide on: a text, with all that they should know of it.
public struct Matter: Sendable {
  /// Where the text stands.
  public let status: DocumentStatus
  /// Its exact bytes.
  public let bytes: [UInt8]
  /// The version approved last, and what changed since; `nil` for the first.
  public let changes: (since: Version, SectionChanges)?
  /// Why the version is there: its change note.
  public let changeNote: String?
  /// The findings on the document.
  public let findings: [Finding]
  /// What else they must know before they approve it, a sentence each.
  public let warnings: [String]
  /// What is to be known of the text.
  public let observations: [Observation]

  /// The text.
  public var edition: Edition { status.edition }
  /// The document.
  public var document: DocumentID { edition.document }
  /// The version that the text says it is.
  public var version: Version { edition.version }
  /// The digest of the bytes.
  public var digest: Digest { edition.digest }

  /// A matter of these parts.
  public init(
    status: DocumentStatus, bytes: [UInt8], changes: (since: Version, SectionChanges)?,
    changeNote: String?, findings: [Finding], warnings: [String] = [],
    observations: [Observation] = []
  ) {
    self.observations = observations
    self.status = status
    self.bytes = bytes
    self.changes = changes
    self.changeNote = changeNote
    self.findings = findings
    self.warnings = warnings
  }

  /// The title and the whole text between two lines.
  public var text: DisplayText {
    var text: DisplayText = ""
    text.line("\("\(edition.title) \(edition.version)", .bold)")
    text.line("\(String(repeating: "─", count: 72), .dim)")
    text.append(DisplayText(foreign: String(decoding: bytes, as: UTF8.self)))
    text.line("\(String(repeating: "─", count: 72), .dim)")
    return text
  }

  /// Why the version is there.
  var why: DisplayText {
    var text: DisplayText = ""
    guard let changeNote else { return text }
    text.append("Why:      ")
    text.append(DisplayText(foreign: wrapped(changeNote, indent: 10)))
    text.line()
    return text
  }

  private static var allIsNew: DisplayText {
    var text: DisplayText = ""
    text.line("Changed:  all of it: no earlier version was approved.")
    return text
  }

  /// What changed since the version approved last, line by line.
  public var changesInFull: DisplayText {
    var text: DisplayText = ""
    guard let (version, changes) = changes else { return Self.allIsNew }
    text.line("Changed:  since version \(version), which was approved last:")
    text.append(changes.text(.lines))
    text.line()
    return text
  }

  /// What changed since the version approved last, in sentences.
  var changesInWords: DisplayText {
    var text: DisplayText = ""
    guard let (version, changes) = changes else { return Self.allIsNew }
    text.append("Changed:  ")
    let sentences = changes.sentences.joined(separator: " ")
    text.append(DisplayText(foreign: wrapped("Since version \(version): \(sentences)", indent: 10)))
    text.line()
    return text
  }

  /// Since when the text is in force, and when it was reviewed.
  var force: DisplayText {
    var text: DisplayText = ""
    guard let inForce = status.inForce else { return text }
    text.line("In force: since \(inForce.from.day.inWords).")
    if let review = inForce.lastReview {
      text.line("Reviewed: last on \(review.day.inWords).")
    }
    if let next = inForce.nextReview {
      text.line("          The next review is due by \(next.inWords).")
    }
    for (verb, statements) in [
      ("found it still right", inForce.openReview), ("wants to retire it", inForce.openRetirement),
    ] {
      for statement in statements {
        text.line(
          "Others:   \(statement.person.name), \(statement.role.title), \(verb) on "
            + "\(statement.time.day.inWords).")
      }
    }
    return text
  }

  /// What others have decided on the text.
  var others: DisplayText {
    var text: DisplayText = ""
    var label: DisplayText = "Others:   "
    for objection in status.objections {
      text.append(label)
      label = "          "
      text.line(
        "\(objection.person.name), \(objection.role.title), sent it back on "
          + "\(objection.time.day.inWords):")
      text.paragraph("\"\(objection.statement.comment)\"", indent: 10)
    }
    for approval in status.approvals {
      text.append(label)
      label = "          "
      text.line(
        "\(approval.person.name), \(approval.role.title), approved it on "
          + "\(approval.time.day.inWords).")
    }
    return text
  }

  /// What is to be known of the text as of today.
  var known: DisplayText {
    var text: DisplayText = ""
    var label: DisplayText = "To know:  "
    for observation in observations {
      text.append(label)
      label = "          "
      let words = ObservationEntry.words(of: observation, below: version)
      text.append(DisplayText(foreign: wrapped(words, indent: 10)))
      text.line()
    }
    return text
  }

  /// What the checks say.
  var checks: DisplayText {
    var text: DisplayText = ""
    let errors = findings.count { $0.severity == .error }
    let remarks = findings.count - errors
    if findings.isEmpty {
      text.line("Checks:   nothing to mend.")
    } else if errors == 0 {
      text.line("Checks:   \(counted(remarks, "remark")), no errors:")
    } else if remarks == 0 {
      text.line("Checks:   \(counted(errors, "error"), .bad): it cannot be approved like this.")
    } else {
      text.line(
        "Checks:   \(counted(errors, "error"), .bad) and \(counted(remarks, "remark")): it cannot be "
          + "approved like this.")
    }
    for finding in findings { text.append(CheckReport.text(of: finding)) }
    for warning in warnings { text.paragraph("Beware: \(warning)", indent: 0) }
    return text
  }

  /// Why the version is there, what changed in words, and what others decided.
  var summaryOfChanges: DisplayText { why + changesInWords + others }

  /// All of it but title and text, short enough for one screen.
  public var summary: DisplayText { summaryOfChanges + known + checks }
}
