public import Approvals
import Documents
import Objects
public import Rules

/// Where every document stands.
public struct StatusReport: Report {
  private let header: ReportHeader
  private let documents: [Entry]
  private let unread: [UnreadFile]
  private let notes: [String]

  /// A document, and what is to be known of it.
  public struct Entry: Sendable {
    /// Where it stands.
    public let status: DocumentStatus
    /// What is to be known of it.
    public let observations: [Observation]

    /// A document that stands there, with what is to be known of it.
    public init(_ status: DocumentStatus, _ observations: [Observation]) {
      self.status = status
      self.observations = observations
    }
  }

  /// The documents, what of their folders was not read, and notes for people.
  public init(
    _ header: ReportHeader, documents: [Entry], unread: [UnreadFile], notes: [String]
  ) {
    self.header = header
    self.documents = documents
    self.unread = unread
    self.notes = notes
  }

  /// Always yes, whatever it says.
  public var isYes: Bool { true }

  /// For people.
  public var text: DisplayText {
    var text = DisplayText()
    for document in documents { text.append(Self.text(of: document)) }
    if documents.isEmpty { text.line("There are no documents yet.") }
    // What cannot be read is told by the notes, file by file.
    let others = unread.filter { $0.reason != .unreadable }
    for note in notes + UnreadFile.sentences(on: others) {
      text.line()
      text.paragraph(note, indent: 0)
    }
    text.append(header.caution)
    return text
  }

  private static func text(of document: Entry) -> DisplayText {
    let status = document.status
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
    for observation in document.observations {
      text.paragraph(ObservationEntry.words(of: observation, below: edition.version), indent: 4)
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

  /// The object of `writ.status/1` (`docs/cli.md`).
  public var json: JSONValue {
    header.json(
      "status",
      [
        "documents": .array(documents.map(Self.json)),
        "not-read": ObservationEntry.json(of: unread),
      ])
  }

  static func json(of document: Entry) -> JSONValue {
    let status = document.status
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
      "observations": ObservationEntry.json(of: document.observations),
    ]
  }
}
