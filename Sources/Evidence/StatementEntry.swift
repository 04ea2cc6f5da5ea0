public import Approvals
import Objects

/// A decision as reports list it.
enum StatementEntry {
  static func json(of statement: VerifiedStatement) -> JSONValue { .object(members(statement)) }

  /// With what the signer said of it.
  static func jsonWithComment(of statement: VerifiedStatement) -> JSONValue {
    let comment = statement.statement.comment
    return .object(
      members(statement) + [
        JSONValue.Member(key: "comment", value: JSONValue(comment.isEmpty ? nil : comment))
      ])
  }

  static func json(of review: DocumentStatus.Review) -> JSONValue {
    ["time": JSONValue(review.completed), "by": .array(review.statements.map(jsonWithComment))]
  }

  static func json(of retirement: DocumentStatus.Retirement) -> JSONValue {
    [
      "version": JSONValue(retirement.version), "since": JSONValue(retirement.since),
      "by": .array(retirement.statements.map(jsonWithComment)),
    ]
  }

  private static func members(_ statement: VerifiedStatement) -> [JSONValue.Member] {
    [
      JSONValue.Member(key: "person", value: JSONValue(statement.person.id)),
      JSONValue.Member(key: "role", value: JSONValue(statement.role.id)),
      JSONValue.Member(key: "time", value: JSONValue(statement.time)),
      JSONValue.Member(key: "proven", value: .null),
    ]
  }

  /// Who decided when: `Jane Doe (Chief Executive, 1 December 2026)`.
  static func inWords(_ statement: VerifiedStatement) -> String {
    statement.inWords
  }

  static func inWords(_ statements: [VerifiedStatement]) -> String {
    statements.map(inWords).joined(separator: ", ")
  }

  /// What the signer said of it, behind a colon; nothing where they said nothing.
  static func reason(_ statement: VerifiedStatement) -> String {
    statement.reasonInWords
  }
}

extension DocumentStatus {
  /// The state in plain words.
  public var words: String {
    switch state {
    case .draft: "draft"
    case .rejected: "sent back"
    case .partial: "partly approved"
    case .approved:
      "approved, in force from \(edition.effective?.inWords ?? "the day it is approved")"
    case .inForce: "in force since \(inForce?.from.day.inWords ?? "now")"
    case .superseded: "superseded"
    case .retired: "retired since \(retirement?.since.day.inWords ?? "then")"
    case .conflict: "conflict: two texts of this version are approved"
    case .indeterminate: "cannot tell yet"
    }
  }
}
