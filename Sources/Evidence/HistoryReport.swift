public import Approvals
import Objects

/// The history of one document or of all.
public struct HistoryReport: Report {
  private let header: ReportHeader
  private let timeline: Timeline
  private let ledger: Ledger

  /// A timeline of what the ledger holds; people are called by the names that it knows.
  public init(_ header: ReportHeader, timeline: Timeline, ledger: Ledger) {
    self.header = header
    self.timeline = timeline
    self.ledger = ledger
  }

  /// Always yes.
  public var isYes: Bool { true }

  /// For people.
  public var text: DisplayText {
    var text = DisplayText()
    for event in timeline.events {
      text.append("\("\(event.time.day) \(event.time.clock)", .dim)  ")
      switch event {
      case .change(let change): text.append(Self.text(of: change))
      case .decision(let entry, let statement, _): text.append(self.text(of: entry, statement))
      }
    }
    if timeline.events.isEmpty { text.line("Nothing has happened yet.") }
    text.append(header.caution)
    return text
  }

  private static func text(of change: Timeline.Change) -> DisplayText {
    var text: DisplayText = ""
    let version =
      switch (change.before, change.after) {
      case (nil, let after?): "\(after) written"
      case (let before?, let after?) where before == after: "\(after) changed"
      case (let before?, let after?): "\(after) written, after \(before)"
      case (_, nil): "removed or unreadable"
      }
    text.line("\(change.document, .bold) \(version) by \(change.author.name)")
    text.paragraph(
      "\(change.summary) (commit \(change.commit.description.prefix(10)), \(change.signature.words))",
      indent: 18)
    return text
  }

  private func text(of entry: Ledger.Entry, _ statement: Statement) -> DisplayText {
    var text: DisplayText = ""
    let name =
      ledger.person(statement.name.person)?.name ?? statement.name.person.description
    let role = ledger.role(statement.role)?.title ?? statement.role.description
    text.line(
      "\(statement.name.document, .bold) \(statement.name.version) \(words(for: statement)) by "
        + "\(name), \(role)")
    if !statement.comment.isEmpty { text.paragraph("\"\(statement.comment)\"", indent: 18) }
    if let issue = entry.issue {
      text.line("                  \(entry.verdict.rawValue, .bad)")
      text.paragraph(issue.message, indent: 18)
    }
    return text
  }

  private func words(for statement: Statement) -> String {
    switch statement.name.decision {
    case .approve: return "approved"
    case .reject: return "sent back"
    case .withdraw:
      let undone = ledger.entries.first { $0.id != nil && $0.id == statement.withdraws }
      guard let decision = undone?.statement?.name.decision, let time = undone?.time else {
        return "decision taken back"
      }
      return "\(decision.spokenNoun) of \(time.day) taken back"
    case .reaffirm: return "reviewed, still right,"
    case .retire: return "retired"
    }
  }

  /// The object of `writ.history/1` (`docs/cli.md`).
  public var json: JSONValue {
    header.json("history", ["events": .array(timeline.events.map(Self.json))])
  }

  private static func json(of event: Timeline.Event) -> JSONValue {
    switch event {
    case .change(let change):
      [
        "type": "change", "time": JSONValue(event.time), "document": JSONValue(change.document),
        "version": JSONValue(change.after), "commit": JSONValue(change.commit),
        "author": .string("\(change.author.name) <\(change.author.email)>"),
        "summary": .string(change.summary), "signature": .string(change.signature.words),
        "person": .null, "role": .null, "decision": .null, "statement": .null, "verdict": .null,
        "version-before": JSONValue(change.before),
        "committer": .string("\(change.committer.name) <\(change.committer.email)>"),
      ]
    case .decision(let entry, let statement, let time):
      [
        "type": "decision", "time": JSONValue(time), "document": JSONValue(statement.name.document),
        "version": JSONValue(statement.name.version), "commit": .null, "author": .null,
        "summary": JSONValue(statement.comment.isEmpty ? nil : statement.comment),
        "signature": .null, "person": JSONValue(statement.name.person),
        "role": JSONValue(statement.role), "decision": .string(statement.name.decision.rawValue),
        "statement": JSONValue(entry.id), "verdict": .string(entry.verdict.rawValue),
        "withdraws": JSONValue(statement.withdraws),
      ]
    }
  }
}
