public import Approvals
import Objects
public import Rules

/// The text of a document in force, with who approved and reviewed it.
public struct ShownDocument: Report {
  private let header: ReportHeader
  private let approved: DocumentStatus.Approved
  private let status: DocumentStatus
  private let observations: [Observation]
  private let bytes: [UInt8]

  /// An approved version, where it stands, what is to be known of it, and its exact bytes.
  public init(
    _ header: ReportHeader, approved: DocumentStatus.Approved, status: DocumentStatus,
    observations: [Observation], bytes: [UInt8]
  ) {
    self.observations = observations
    self.header = header
    self.approved = approved
    self.status = status
    self.bytes = bytes
  }

  private var isInForce: Bool { status.state == .inForce }

  /// Always yes.
  public var isYes: Bool { true }

  /// For people: the text between who approved it and what is to be known of the root.
  public var text: DisplayText {
    let edition = approved.edition
    var text: DisplayText = ""
    text.line("\(edition.title, .bold) \(edition.version)")
    switch status.state {
    case .approved: text.line("approved, in force from \(approved.from.day.inWords)")
    case .superseded: text.append(superseded)
    default: text.line("\(status.words)")
    }
    text.append(lines("approved", approved.approvals))
    for review in approved.reviews { text.append(lines("reviewed", review.statements)) }
    text.append(lines("retired", status.retirement?.statements ?? []))
    for observation in observations {
      text.paragraph(ObservationEntry.words(of: observation, below: edition.version), indent: 0)
    }
    text.line("\(edition.digest.description, .dim)")
    text.line()
    text.append(DisplayText(foreign: String(decoding: bytes, as: UTF8.self)))
    text.append(header.caution)
    return text
  }

  /// What took the place of the version.
  private var superseded: DisplayText {
    var text: DisplayText = ""
    if let successor = status.successor {
      text.line(
        "replaced by \(successor.edition.title) (\(successor.edition.document)) since "
          + "\(successor.since.day.inWords)")
    } else if let inForce = status.inForce {
      text.line(
        "superseded by version \(inForce.edition.version), in force since \(inForce.from.day.inWords)"
      )
    } else {
      text.line("superseded")
    }
    return text
  }

  /// Who decided so, a line each, with what they said of it.
  private func lines(_ verb: String, _ statements: [VerifiedStatement]) -> DisplayText {
    var text: DisplayText = ""
    for statement in statements {
      text.paragraph(
        "\(verb) by \(statement.person.name), \(statement.role.title), on "
          + "\(statement.time.day.inWords), \(statement.time.clock) UTC", indent: 0)
      if !statement.statement.comment.isEmpty {
        text.paragraph("\"\(statement.statement.comment)\"", indent: 2)
      }
    }
    return text
  }

  /// The object of `writ.show/1`.
  public var json: JSONValue {
    let edition = approved.edition
    return header.json(
      "show",
      [
        "id": JSONValue(edition.document), "title": .string(edition.title),
        "version": JSONValue(edition.version), "in-force": .bool(isInForce),
        "since": JSONValue(approved.from), "path": .string(edition.path),
        "digest": JSONValue(edition.digest),
        "approved-by": .array(approved.approvals.map(StatementEntry.json)),
        "text": .string(String(decoding: bytes, as: UTF8.self)),
        "state": .string(status.state.rawValue),
        "reviews": .array(approved.reviews.map(StatementEntry.json)),
        "retired": status.retirement.map(StatementEntry.json) ?? .null,
        "replaced-by": JSONValue(status.successor?.edition.document),
        "observations": ObservationEntry.json(of: observations),
      ])
  }
}
