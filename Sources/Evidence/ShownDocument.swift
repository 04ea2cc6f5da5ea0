public import Approvals
import Objects

/// The text of a document in force, with who approved it.
public struct ShownDocument: Report {
  private let header: ReportHeader
  private let approved: DocumentStatus.Approved
  private let isInForce: Bool
  private let bytes: [UInt8]

  /// An approved version and its exact bytes.
  public init(
    _ header: ReportHeader, approved: DocumentStatus.Approved, isInForce: Bool, bytes: [UInt8]
  ) {
    self.header = header
    self.approved = approved
    self.isInForce = isInForce
    self.bytes = bytes
  }

  /// Always yes.
  public var isYes: Bool { true }

  /// For people: the text between who approved it and what is to be known of the root.
  public var text: DisplayText {
    let edition = approved.edition
    var text: DisplayText = ""
    text.line("\(edition.title, .bold) \(edition.version)")
    if isInForce {
      text.line("in force since \(approved.from.day.inWords)")
    } else if approved.from > header.time {
      text.line("approved, in force from \(approved.from.day.inWords)")
    } else {
      text.line("superseded")
    }
    for approval in approved.approvals {
      text.line(
        "approved by \(approval.person.name), \(approval.role.title), on "
          + "\(approval.time.day.inWords), \(approval.time.clock) UTC")
    }
    text.line("\(edition.digest.description, .dim)")
    text.line()
    text.append(DisplayText(foreign: String(decoding: bytes, as: UTF8.self)))
    text.append(header.caution)
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
        "approved-by": .array(approved.approvals.map(ApprovalEntry.json)),
        "text": .string(String(decoding: bytes, as: UTF8.self)),
      ])
  }
}
