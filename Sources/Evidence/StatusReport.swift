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
    let (words, style) = words(for: status)
    text.line("\(edition.title, .bold) \(edition.version)  (\(edition.document))  \(words, style)")
    if status.flags.contains(.modified) {
      text.paragraph(
        "The text here differs from the one approved as version \(edition.version): give it a "
          + "version of its own.", indent: 4)
    }
    if status.flags.contains(.removed) {
      text.paragraph(
        "The file is gone or cannot be read; what was approved still holds.", indent: 4)
    }
    for (flag, words) in remarks where status.flags.contains(flag) {
      text.paragraph(words, indent: 4)
    }
    for objection in status.objections {
      text.paragraph("sent back by \(names([objection]))", indent: 4)
      if !objection.statement.comment.isEmpty {
        text.paragraph("\"\(objection.statement.comment)\"", indent: 8)
      }
    }
    if let retirement = status.retirement {
      text.paragraph("retired by \(names(retirement.statements))", indent: 4)
    }
    if let successor = status.successor {
      text.paragraph(
        "replaced by \(successor.edition.title) \(successor.edition.version) since "
          + "\(successor.since.day.inWords)", indent: 4)
    }
    for reason in status.reasons { text.paragraph(reason, indent: 4) }
    for missing in status.missing { text.paragraph("needs \(missing)", indent: 4) }
    if let approved = status.approved.last(where: { $0.edition.digest == edition.digest }) {
      text.paragraph("approved by \(names(approved.approvals))", indent: 4)
    } else if !status.approvals.isEmpty {
      text.paragraph("approved so far by \(names(status.approvals))", indent: 4)
    }
    if let inForce = status.inForce {
      if inForce.edition.digest != edition.digest {
        text.paragraph(
          "in force: version \(inForce.edition.version), since \(inForce.from.day.inWords)",
          indent: 4)
      }
      if let review = inForce.reviews.last {
        text.paragraph("reviewed, still right: \(names(review.statements))", indent: 4)
      }
      if !inForce.openReview.isEmpty {
        text.paragraph("reviewed so far by \(names(inForce.openReview))", indent: 4)
      }
      if !inForce.openRetirement.isEmpty {
        text.paragraph("to be retired, so far by \(names(inForce.openRetirement))", indent: 4)
      }
      if let review = inForce.nextReview {
        text.paragraph("next review by \(review.inWords)", indent: 4)
      }
    }
    return text
  }

  /// What is said of a document besides its state, where somebody is to know or do something.
  private static let remarks: [(DocumentFlag, String)] = [
    (
      .contested,
      "It was approved by people who did not know that somebody else had sent it back or withdrawn."
    ),
    (.retroactive, "It was approved only after the day from which it was meant to be in force."),
    (.reviewOverdue, "Its review is overdue."),
    (.notMerged, "A higher version is approved, but the text here is still the older one."),
  ]

  private static func words(for status: DocumentStatus) -> (String, DisplayText.Style) {
    switch status.state {
    case .draft: ("draft", .warning)
    case .partial: ("partly approved", .warning)
    case .rejected: ("sent back", .bad)
    case .approved:
      (
        "approved, in force from \(status.edition.effective?.inWords ?? "the day it is approved")",
        .good
      )
    case .inForce: ("in force since \((status.inForce?.from.day.inWords) ?? "now")", .good)
    case .superseded: ("superseded", .dim)
    case .retired: ("retired since \((status.retirement?.since.day.inWords) ?? "then")", .dim)
    case .conflict: ("conflict: two texts of this version are approved", .bad)
    case .indeterminate: ("cannot tell yet", .bad)
    }
  }

  private static func names(_ approvals: [VerifiedStatement]) -> String {
    approvals.map { "\($0.person.name) (\($0.role.title), \($0.time.day.inWords))" }
      .joined(separator: ", ")
  }

  /// The object of `writ.status/1` (`docs/cli.md`).
  public var json: JSONValue {
    header.json("status", ["documents": .array(documents.map(Self.json))])
  }

  private static func json(of status: DocumentStatus) -> JSONValue {
    let edition = status.edition
    return [
      "id": JSONValue(edition.document), "kind": .string(edition.kind.rawValue),
      "title": .string(edition.title), "version": JSONValue(edition.version),
      "state": .string(status.state.rawValue),
      "in-force": JSONValue(status.inForce?.edition.version),
      "flags": .array(status.flags.map { .string($0.rawValue) }),
      "path": .string(edition.path), "digest": JSONValue(edition.digest),
      "approved-by": .array(status.approvals.map(ApprovalEntry.json)),
      "missing": .array(status.missing.map { .string($0) }),
      "next-review": JSONValue(status.inForce?.nextReview),
      "reasons": .array(status.reasons.map { .string($0) }),
      "sent-back-by": .array(status.objections.map(ApprovalEntry.json)),
      "last-review": JSONValue(status.inForce?.lastReview),
      "retired-since": JSONValue(status.retirement?.since),
      "replaced-by": JSONValue(status.successor?.edition.document),
    ]
  }
}

/// An approval as reports list it.
enum ApprovalEntry {
  static func json(of approval: VerifiedStatement) -> JSONValue {
    [
      "person": JSONValue(approval.person.id), "role": JSONValue(approval.role.id),
      "time": JSONValue(approval.time), "proven": .null,
    ]
  }
}
