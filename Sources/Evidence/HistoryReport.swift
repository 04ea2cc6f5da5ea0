public import Approvals
public import Objects

/// The history of one document or of all.
public struct HistoryReport: Report {
  let header: ReportHeader
  let subject: DocumentID?
  let timeline: Timeline
  let ledger: Ledger
  /// What people call the documents, as far as that was asked for.
  let titles: [DocumentID: String]
  let picture: TimelinePicture

  /// A timeline of what the ledger holds; people are called by the names that it knows.
  ///
  /// `subject` is the one document that it is about, `nil` for all. With `statuses` its pages call the
  /// documents by their titles, and have a picture of them.
  public init(
    _ header: ReportHeader, subject: DocumentID? = nil, timeline: Timeline, ledger: Ledger,
    statuses: [DocumentStatus] = []
  ) {
    self.header = header
    self.subject = subject
    self.timeline = timeline
    self.ledger = ledger
    titles = Dictionary(
      statuses.map { ($0.edition.document, $0.edition.title) },
      uniquingKeysWith: { first, _ in first })
    picture = TimelinePicture(of: statuses, timeline: timeline, until: header.time)
  }

  /// Always yes.
  public var isYes: Bool { true }

  /// For people.
  public var text: DisplayText {
    let words = EventsInWords(ledger)
    var text = DisplayText()
    for event in timeline.events { text.append(words.told(event).text) }
    if timeline.events.isEmpty { text.line("Nothing has happened yet.") }
    text.append(header.caution)
    return text
  }

  /// The object of `writ.history/1` (`docs/formats.md`).
  public var json: JSONValue {
    header.json("history", ["events": .array(timeline.events.map(\.json))])
  }
}

extension EventsInWords.Told {
  /// A line for when, what and who, and below it what else there is to know.
  fileprivate var text: DisplayText {
    var text: DisplayText = "\("\(time.day) \(time.clock)", .dim)  \(document, .bold)"
    // The document is the first word, and so within the first line.
    let line = wrapped("\(document) \(deed) by \(actor)", indent: 18)
    text.append(DisplayText(foreign: line.dropFirst(document.description.count)))
    text.line()
    if commit == nil {
      if !comment.isEmpty { text.paragraph("\"\(comment)\"", indent: 18) }
      if let trouble { text.paragraph(trouble, indent: 18) }
      text.paragraph("(\(proof))", indent: 18)
    } else {
      text.paragraph("\(comment) (\(source))", indent: 18)
    }
    return text
  }
}

extension Timeline.Event {
  /// The event for scripts (`docs/formats.md`, section 9).
  var json: JSONValue {
    switch self {
    case .change(let change): Self.json(change)
    case .decision(let entry, let statement, let time): Self.json(entry, statement, time)
    }
  }

  private static func json(_ change: Timeline.Change) -> JSONValue {
    [
      "type": "change", "time": JSONValue(change.committer.time),
      "document": JSONValue(change.document), "version": JSONValue(change.after),
      "commit": JSONValue(change.commit),
      "author": .string("\(change.author.name) <\(change.author.email)>"),
      "summary": .string(change.summary), "signature": .string(change.signature.code),
      "person": .null, "role": .null, "decision": .null, "statement": .null, "verdict": .null,
      "version-before": JSONValue(change.before),
      "committer": .string("\(change.committer.name) <\(change.committer.email)>"),
      "flaw": JSONValue(change.flaw),
    ]
  }

  private static func json(_ entry: Ledger.Entry, _ statement: Statement, _ time: Instant)
    -> JSONValue
  {
    [
      "type": "decision", "time": JSONValue(time), "document": JSONValue(statement.name.document),
      "version": JSONValue(statement.name.version), "commit": .null, "author": .null,
      "summary": JSONValue(statement.comment.isEmpty ? nil : statement.comment),
      "signature": .null, "person": JSONValue(statement.name.person),
      "role": JSONValue(statement.role), "decision": .string(statement.name.decision.rawValue),
      "statement": JSONValue(entry.id), "verdict": .string(entry.verdict.rawValue),
      "withdraws": JSONValue(statement.withdraws),
      "reason": JSONValue(entry.issue?.reason.rawValue), "message": JSONValue(entry.issue?.message),
      "counts": .bool(entry.counts), "not-before": JSONValue(entry.notBefore),
      "not-after": JSONValue(entry.notAfter), "out-of-order": .bool(entry.isOutOfOrder),
      "proven-time": .null,
    ]
  }
}
