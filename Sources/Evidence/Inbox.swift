public import Approvals
public import Objects

/// What awaits one person, and what came of what they decided.
public struct Inbox: Report {
  /// A text that awaits their decision.
  public struct Item: Sendable {
    /// What is to be decided on.
    public let matter: Matter
    /// Whether the text is in force and its review is due; else it is to be approved.
    public let isReview: Bool
    /// The commit in which it stands; `nil` for the one that is checked out.
    public let commit: ObjectID?
    let asker: String?
    let since: Instant?
    let due: CalendarDate?
    let missing: [String]

    /// A text of these parts: who asks for a decision, since when and by when, as a commit claims; and
    /// what the text still lacks, a line for each sort of place.
    public init(
      matter: Matter, isReview: Bool, commit: ObjectID?, asker: String?, since: Instant?,
      due: CalendarDate?, missing: [String]
    ) {
      self.matter = matter
      self.isReview = isReview
      self.commit = commit
      self.asker = asker
      self.since = since
      self.due = due
      self.missing = missing
    }

    /// People and rules, then what is due first, then what waits longest.
    fileprivate var order: (Int, Int64, Int64, DocumentID) {
      (
        matter.document == .governance ? 0 : 1, due?.start.seconds ?? .max, since?.seconds ?? .min,
        matter.document
      )
    }

    /// Title and version, and who asks.
    public var heading: DisplayText {
      var text: DisplayText = ""
      let matter: DisplayText = "\("\(matter.edition.title) \(matter.version)", .bold)"
      text.line(isReview ? matter + ": its review is due" : matter)
      var asked = asker.map { "Asked by \($0)" } ?? ""
      if let since { asked += (asked.isEmpty ? "Since " : " on ") + since.day.inWords }
      if let due { asked += "\(asked.isEmpty ? "Answer" : ", answer") by \(due.inWords)" }
      if !asked.isEmpty { text.paragraph("\(asked).", indent: 0) }
      return text
    }
  }

  /// Something of this person's own that they sent back.
  public struct SentBack: Sendable {
    /// What came of it.
    public enum Outcome: Sendable {
      /// Nobody wrote a new text yet.
      case noNewText
      /// A new text awaits decisions: its version.
      case newText(Version)
      /// Another text was approved: its version, and when.
      case approved(Version, Instant)
      /// They took it back.
      case takenBack
    }

    let statement: VerifiedStatement
    let outcome: Outcome

    /// What they said, and what came of it.
    public init(_ statement: VerifiedStatement, _ outcome: Outcome) {
      self.statement = statement
      self.outcome = outcome
    }
  }

  /// A review that this person is asked for soon.
  public struct Review: Sendable {
    let edition: Edition
    let due: CalendarDate

    /// Of a text in force, by a day.
    public init(of edition: Edition, due: CalendarDate) {
      self.edition = edition
      self.due = due
    }
  }

  /// What every report says first.
  public let header: ReportHeader
  /// The texts, people and rules first, then what is due first.
  public let items: [Item]
  private let person: Person
  private let sentBack: [SentBack]
  private let reviews: [Review]
  private let keyNotes: [String]
  private let signed: [VerifiedStatement]
  private let notes: [String]

  /// What awaits a person; `keyNotes` say what is to be known of their keys, `notes` of all of this, a
  /// sentence each; `signed` are their newest decisions, newest first.
  public init(
    _ header: ReportHeader, of person: Person, items: [Item], sentBack: [SentBack],
    reviews: [Review], keyNotes: [String], signed: [VerifiedStatement], notes: [String]
  ) {
    self.header = header
    self.person = person
    self.items = items.sorted { $0.order < $1.order }
    self.sentBack = sentBack
    self.reviews = reviews.sorted { ($0.due, $0.edition.document) < ($1.due, $1.edition.document) }
    self.keyNotes = keyNotes
    self.signed = signed
    self.notes = notes
  }

  /// Always yes, whatever it says.
  public var isYes: Bool { true }

  /// How many texts await a decision, in a line.
  public var count: DisplayText {
    switch items.count {
    case 0: "Nothing awaits your decision.\n"
    case 1: "1 document awaits your decision.\n"
    default: "\(items.count) documents await your decision.\n"
    }
  }

  /// What is to be known of all of it, before anything is decided.
  public var cautions: DisplayText {
    var text: DisplayText = ""
    for note in notes { text.paragraph(note, indent: 0) }
    return text
  }

  /// For people.
  public var text: DisplayText {
    var text: DisplayText = ""
    text.append("\(person.name): " + count)
    for item in items {
      text.line()
      text.append(item.heading)
      text.append(item.isReview ? item.matter.force : item.matter.summaryOfChanges)
      text.append(item.matter.known)
      var label = "Needs:    "
      for missing in item.missing {
        text.append("\(label)")
        text.append(DisplayText(foreign: wrapped(missing, indent: 10)))
        text.line()
        label = "      and "
      }
    }
    if !items.isEmpty {
      text.line()
      text.line("To read and decide:  writ approve")
    }
    append(sentBack.map(Self.words), under: "What you sent back:", to: &text)
    append(
      reviews.map { "\($0.edition.title) \($0.edition.version), by \($0.due.inWords)" },
      under: "Reviews that you are asked for soon:", to: &text)
    append(keyNotes, under: "Your keys:", to: &text)
    append(
      signed.map {
        "\($0.time.day.inWords): \($0.statement.name.decision.spokenNoun) of \($0.edition.title) "
          + "\($0.edition.version)"
      }, under: "What you signed last:", to: &text)
    if !notes.isEmpty { text.line() }
    text.append(cautions)
    text.append(header.caution)
    return text
  }

  private func append(_ lines: [String], under heading: DisplayText, to text: inout DisplayText) {
    guard !lines.isEmpty else { return }
    text.line()
    text.line(heading)
    for line in lines { text.item(line) }
  }

  private static func words(_ sentBack: SentBack) -> String {
    let statement = sentBack.statement
    let outcome =
      switch sentBack.outcome {
      case .noNewText: "no new text yet"
      case .newText(let version): "a new text of version \(version) awaits decisions"
      case .approved(let version, let time):
        "version \(version) was approved on \(time.day.inWords)"
      case .takenBack: "you took that back"
      }
    let comment = statement.statement.comment.split(whereSeparator: \.isNewline).joined(
      separator: " ")
    return
      "\(statement.edition.title) \(statement.edition.version) on \(statement.time.day.inWords), "
      + "saying \"\(comment)\": \(outcome)."
  }

  /// The object of `writ.inbox/1` (`docs/cli.md`).
  public var json: JSONValue {
    header.json(
      "inbox",
      [
        "person": JSONValue(person.id),
        "awaiting": .array(items.map(Self.json)),
        "sent-back": .array(sentBack.map(Self.json)),
        "reviews": .array(
          reviews.map {
            [
              "document": JSONValue($0.edition.document), "version": JSONValue($0.edition.version),
              "due": JSONValue($0.due),
            ]
          }),
        "keys": .array(keyNotes.map { .string($0) }),
        "signed": .array(
          signed.map {
            [
              "id": JSONValue($0.id), "document": JSONValue($0.edition.document),
              "version": JSONValue($0.edition.version),
              "decision": .string($0.statement.name.decision.rawValue), "time": JSONValue($0.time),
            ]
          }),
        "notes": .array(notes.map { .string($0) }),
      ])
  }

  private static func json(_ item: Item) -> JSONValue {
    let matter = item.matter
    return [
      "document": JSONValue(matter.document), "version": JSONValue(matter.version),
      "title": .string(matter.edition.title), "digest": JSONValue(matter.digest),
      "decision": .string(item.isReview ? "reaffirm" : "approve"),
      "commit": JSONValue(item.commit), "asked-by": JSONValue(item.asker),
      "since": JSONValue(item.since), "due": JSONValue(item.due),
      "why": JSONValue(matter.changeNote), "missing": .array(item.missing.map { .string($0) }),
      "approved-by": .array(matter.status.approvals.map(StatementEntry.json)),
      "observations": ObservationEntry.json(of: matter.observations),
    ]
  }

  static func json(_ sentBack: SentBack) -> JSONValue {
    let (outcome, version): (String, Version?) =
      switch sentBack.outcome {
      case .noNewText: ("no-new-text", nil)
      case .newText(let version): ("new-text", version)
      case .approved(let version, _): ("approved", version)
      case .takenBack: ("taken-back", nil)
      }
    return [
      "document": JSONValue(sentBack.statement.edition.document),
      "version": JSONValue(sentBack.statement.edition.version),
      "time": JSONValue(sentBack.statement.time),
      "comment": .string(sentBack.statement.statement.comment), "outcome": .string(outcome),
      "new-version": JSONValue(version),
    ]
  }
}
