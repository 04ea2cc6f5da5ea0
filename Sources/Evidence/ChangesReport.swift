public import Approvals
public import Objects

/// The changes that are under way.
public struct ChangesReport: Report {
  /// A change.
  public struct Entry: Sendable {
    let document: DocumentID
    let version: Version
    let branch: String
    let status: DocumentStatus?
    let asker: String
    let since: Instant
    let due: CalendarDate?
    let isHere: Bool
    let isCurrent: Bool
    let remotes: [String]

    /// A change of a document to a version, on a branch.
    ///
    /// `status` is that of its text, `nil` where that does not say yet that it is this version. `asker`
    /// wrote its newest commit at `since`, as that claims, and asks for a decision by `due`.
    public init(
      document: DocumentID, version: Version, branch: String, status: DocumentStatus?,
      asker: String, since: Instant, due: CalendarDate?, isHere: Bool, isCurrent: Bool,
      remotes: [String]
    ) {
      self.document = document
      self.version = version
      self.branch = branch
      self.status = status
      self.asker = asker
      self.since = since
      self.due = due
      self.isHere = isHere
      self.isCurrent = isCurrent
      self.remotes = remotes
    }
  }

  private let header: ReportHeader
  private let changes: [Entry]
  private let notes: [String]

  /// The changes, in the order given, and what else is to be known, a sentence each.
  public init(_ header: ReportHeader, changes: [Entry], notes: [String] = []) {
    self.header = header
    self.changes = changes
    self.notes = notes
  }

  /// Always yes, whatever it says.
  public var isYes: Bool { true }

  /// For people.
  public var text: DisplayText {
    var text = DisplayText()
    if changes.isEmpty {
      text.line("No change is under way. To open one:")
      text.line("  writ change open DOC --major --summary \"What is different\"")
    }
    for change in changes { text.append(Self.text(of: change)) }
    if !notes.isEmpty { text.line() }
    for note in notes { text.paragraph(note, indent: 0) }
    text.append(header.caution)
    return text
  }

  private static func text(of change: Entry) -> DisplayText {
    var text: DisplayText = ""
    let words = change.status?.words ?? "opened, nothing saved yet"
    text.line(
      "\("\(change.document) \(change.version)", .bold)  \(words)\(change.isCurrent ? "  (you are on it)" : "")"
    )
    let due = change.due.map { ", to be decided by \($0.inWords)" } ?? ""
    if change.status != nil {
      text.paragraph("by \(change.asker), \(change.since.day.inWords)\(due)", indent: 4)
    }
    for objection in change.status?.objections ?? [] {
      text.paragraph(
        "sent back by \(StatementEntry.inWords(objection))\(StatementEntry.reason(objection))",
        indent: 4)
    }
    if let approvals = change.status?.approvals, !approvals.isEmpty {
      text.paragraph("approved by \(StatementEntry.inWords(approvals))", indent: 4)
    }
    for missing in change.status?.missing ?? [] { text.paragraph("needs \(missing)", indent: 4) }
    let places = (change.isHere ? ["here"] : []) + change.remotes.map { "at \($0)" }
    text.line("    \(change.branch), \(places.joined(separator: " and "))")
    return text
  }

  /// The object of `writ.change-list/1`.
  public var json: JSONValue {
    header.json(
      "change-list",
      [
        "changes": .array(changes.map(Self.json)), "notes": .array(notes.map { .string($0) }),
      ])
  }

  private static func json(of change: Entry) -> JSONValue {
    [
      "document": JSONValue(change.document), "version": JSONValue(change.version),
      "branch": .string(change.branch), "state": JSONValue(change.status?.state.rawValue),
      "by": .string(change.asker), "since": JSONValue(change.since), "due": JSONValue(change.due),
      "missing": .array((change.status?.missing ?? []).map { .string($0) }),
      "approved-by": .array((change.status?.approvals ?? []).map(StatementEntry.json)),
      "rejected-by": .array((change.status?.objections ?? []).map(StatementEntry.jsonWithComment)),
      "here": .bool(change.isHere), "remotes": .array(change.remotes.map { .string($0) }),
    ]
  }
}
