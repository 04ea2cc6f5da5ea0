public import Approvals
import Documents
import Objects

/// Where every document stands.
public struct StatusReport: Report {
  private let header: ReportHeader
  private let documents: [DocumentStatus]
  private let notes: [String]

  /// The documents, with notes for people.
  public init(_ header: ReportHeader, documents: [DocumentStatus], notes: [String]) {
    self.header = header
    self.documents = documents
    self.notes = notes
  }

  /// Always yes, whatever it says.
  public var isYes: Bool { true }

  /// For people.
  public var text: DisplayText {
    var text = DisplayText()
    for document in documents { text.append(Self.text(of: document)) }
    if documents.isEmpty { text.line("There are no documents yet.") }
    for note in notes {
      text.line()
      text.paragraph(note, indent: 0)
    }
    text.append(header.caution)
    return text
  }

  private static func text(of status: DocumentStatus) -> DisplayText {
    let edition = status.edition
    var text: DisplayText = ""
    text.line(
      "\(edition.title, .bold) \(edition.version)  (\(edition.document))  "
        + "\(status.words, style(of: status.state))")
    for objection in status.objections where status.state == .rejected {
      text.paragraph(
        "sent back by \(StatementEntry.inWords(objection))\(StatementEntry.reason(objection))",
        indent: 4)
    }
    for retirement in status.retirement?.statements ?? [] {
      text.paragraph(
        "retired by \(StatementEntry.inWords(retirement))\(StatementEntry.reason(retirement))",
        indent: 4)
    }
    if let successor = status.successor {
      text.paragraph(
        "replaced by \(successor.edition.title) (\(successor.edition.document)) since "
          + "\(successor.since.day.inWords)", indent: 4)
    }
    for flag in status.flags {
      if let words = words(for: flag, status) { text.paragraph(words, indent: 4) }
    }
    for reason in status.reasons { text.paragraph(reason, indent: 4) }
    for missing in status.missing { text.paragraph("needs \(missing)", indent: 4) }
    if let approved = status.approved.last(where: { $0.edition.digest == edition.digest }) {
      text.paragraph("approved by \(StatementEntry.inWords(approved.approvals))", indent: 4)
    } else if !status.approvals.isEmpty {
      text.paragraph("approved so far by \(StatementEntry.inWords(status.approvals))", indent: 4)
    }
    if let inForce = status.inForce { text.append(self.text(of: inForce, edition)) }
    return text
  }

  /// What is to be said of the version in force.
  private static func text(of inForce: DocumentStatus.Approved, _ edition: Edition) -> DisplayText {
    var text: DisplayText = ""
    if inForce.edition.digest != edition.digest {
      text.paragraph(
        "in force: version \(inForce.edition.version), since \(inForce.from.day.inWords)", indent: 4
      )
    }
    if let review = inForce.reviews.last {
      text.paragraph(
        "reviewed, still right: \(StatementEntry.inWords(review.statements))", indent: 4)
    }
    if !inForce.openReview.isEmpty {
      text.paragraph(
        "found still right so far by \(StatementEntry.inWords(inForce.openReview)); others must say "
          + "so too", indent: 4)
    }
    for retirement in inForce.openRetirement {
      text.paragraph(
        "to be retired, says \(StatementEntry.inWords(retirement))"
          + "\(StatementEntry.reason(retirement)); others must say so too", indent: 4)
    }
    if let review = inForce.nextReview {
      text.paragraph("next review by \(review.inWords)", indent: 4)
    }
    return text
  }

  private static func style(of state: DocumentState) -> DisplayText.Style {
    switch state {
    case .draft, .partial: .warning
    case .approved, .inForce: .good
    case .superseded, .retired: .dim
    case .rejected, .conflict, .indeterminate: .bad
    }
  }

  /// A flag in plain words; `nil` where they stand elsewhere.
  private static func words(for flag: DocumentFlag, _ status: DocumentStatus) -> String? {
    let edition = status.edition
    switch flag {
    case .modified:
      return "The text here differs from the one approved as version \(edition.version): give it a "
        + "version of its own."
    case .removed: return "The file is gone or cannot be read; what was approved still holds."
    case .authorApproved: return "Somebody who wrote it is among those who approved it."
    case .contested:
      let objections = status.objections.map {
        "\(StatementEntry.inWords($0)) sent it back\(StatementEntry.reason($0))"
      }
      let what =
        objections.isEmpty
        ? "An approval was taken back" : objections.joined(separator: "; and ")
      return
        "Contested: \(what). Those who approved it had not seen that, so it has no effect: talk "
        + "to each other, then decide again."
    case .retroactive:
      let day = edition.effective?.inWords ?? "an earlier day"
      return "It says that it is in force from \(day), but was approved only later."
    case .authorshipClaimed:
      return "Who wrote it is known by e-mail address only, which anybody may write."
    case .authorshipUnknown:
      let commits = status.unknownAuthors.map { String($0.description.prefix(10)) }
      return "Nobody can tell who made a change of it, since the saved state names nobody: "
        + "\(commits.joined(separator: ", "))."
    case .datedBeforeText:
      return
        "Somebody who approved it signed with a date before the text was changed for the last time."
    case .reviewOverdue:
      return status.inForce?.nextReview.map { "Its review was due by \($0.inWords)." }
    case .notMerged:
      guard let newest = status.approved.last, newest.edition.version > edition.version else {
        return "A version that is approved is not in the files here yet."
      }
      return
        "Version \(newest.edition.version) is approved, but not in the files here yet: whoever "
        + "keeps the policies must bring it in."
    }
  }

  /// The object of `writ.status/1` (`docs/cli.md`).
  public var json: JSONValue {
    header.json("status", ["documents": .array(documents.map(Self.json))])
  }

  static func json(of status: DocumentStatus) -> JSONValue {
    let edition = status.edition
    return [
      "id": JSONValue(edition.document), "kind": .string(edition.kind.rawValue),
      "title": .string(edition.title), "version": JSONValue(edition.version),
      "state": .string(status.state.rawValue),
      "in-force": JSONValue(status.inForce?.edition.version),
      "flags": .array(status.flags.map { .string($0.rawValue) }),
      "path": .string(edition.path), "digest": JSONValue(edition.digest),
      "approved-by": .array(status.approvals.map(StatementEntry.json)),
      "missing": .array(status.missing.map { .string($0) }),
      "next-review": JSONValue(status.inForce?.nextReview),
      "reasons": .array(status.reasons.map { .string($0) }),
      "rejected-by": .array(status.objections.map(StatementEntry.jsonWithComment)),
      "reviews": .array(status.reviews.map(StatementEntry.json)),
      "retired": status.retirement.map(StatementEntry.json) ?? .null,
      "replaced-by": JSONValue(status.successor?.edition.document),
      "unknown-authors": .array(status.unknownAuthors.map { JSONValue($0) }),
    ]
  }
}
