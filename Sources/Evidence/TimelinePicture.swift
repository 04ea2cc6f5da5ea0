import Approvals
import Documents
import Objects

/// What is to be drawn of documents over time: which versions were in force, and what was decided when.
///
/// Only decisions that hold are drawn, and no version of a document of which nothing can be told.
struct TimelinePicture: Sendable {
  /// What a mark stands for; each has a shape of its own.
  enum Deed: CaseIterable, Sendable {
    case approved, sentBack, takenBack, reviewed, retired
  }

  /// The time for which a version was in force.
  struct Bar: Sendable {
    let version: Version
    let from: Instant
    /// Until when; `nil` while it is.
    var until: Instant?
  }

  /// A decision on a version.
  struct Mark: Sendable {
    let deed: Deed
    let version: Version
    let time: Instant
  }

  /// One document.
  struct Row: Sendable {
    let title: String
    let bars: [Bar]
    /// Oldest first.
    let marks: [Mark]
    /// What is approved and not in force yet, with the day from which it is.
    let ahead: [(version: Version, from: CalendarDate)]
  }

  /// More would be no picture.
  private static let mostRows = 20

  /// The documents, the top policy first.
  let rows: [Row]
  /// How many documents there is no row for.
  let leftOut: Int
  /// The first month.
  let start: CalendarDate
  /// As of when it is drawn.
  let end: Instant

  /// Whether there is nothing to draw.
  var isEmpty: Bool { rows.isEmpty }

  /// A picture of these documents, with the decisions of a timeline, as of that time.
  init(of statuses: [DocumentStatus], timeline: Timeline, until end: Instant) {
    self.end = end
    let marks = Dictionary(grouping: timeline.events.compactMap(Self.mark), by: \.document)
    let rows = statuses.sorted(by: Self.isBefore).map { status in
      Row(
        title: status.edition.document.name(titled: status.edition.title),
        bars: Self.bars(of: status, until: end),
        marks: (marks[status.edition.document] ?? []).map(\.mark).filter { $0.time <= end },
        ahead: status.approved.filter { $0.from > end && status.state != .indeterminate }
          .map { ($0.edition.version, $0.from.day) })
    }.filter { !$0.bars.isEmpty || !$0.marks.isEmpty || !$0.ahead.isEmpty }
    self.rows = Array(rows.prefix(Self.mostRows))
    leftOut = rows.count - self.rows.count
    let times = self.rows.flatMap { row in row.bars.map(\.from) + row.marks.map(\.time) }
    start = (times.min() ?? end).day.startOfMonth
  }

  private static func isBefore(_ a: DocumentStatus, _ b: DocumentStatus) -> Bool {
    let rank = { (edition: Edition) in
      edition.kind == .policy ? edition.level == .top ? 0 : 1 : edition.kind == .governance ? 3 : 2
    }
    return (rank(a.edition), a.edition.title, a.edition.document.description)
      < (rank(b.edition), b.edition.title, b.edition.document.description)
  }

  private static func mark(_ event: Timeline.Event) -> (document: DocumentID, mark: Mark)? {
    guard case .decision(let entry, let statement, let time) = event, entry.verdict == .valid else {
      return nil
    }
    let deed: Deed =
      switch statement.name.decision {
      case .approve: .approved
      case .reject: .sentBack
      case .withdraw: .takenBack
      case .reaffirm: .reviewed
      case .retire: .retired
      }
    return (
      statement.name.document, Mark(deed: deed, version: statement.name.version, time: time)
    )
  }

  /// Which version was in force when: the highest whose time had come, until it was retired or replaced.
  static func bars(of status: DocumentStatus, until end: Instant) -> [Bar] {
    guard status.state != .indeterminate else { return [] }
    let last = min(end, status.successor?.since ?? end)
    let turns = Set(status.approved.map(\.from) + status.retirements.map(\.since)).sorted()
    var bars: [Bar] = []
    for turn in turns where turn <= last && turn != status.successor?.since {
      let inForce = status.approved.last { version in
        version.from <= turn
          && !status.retirements.contains {
            version.edition.version <= $0.version && $0.since <= turn
          }
      }
      if let inForce, bars.last?.until == nil, bars.last?.version == inForce.edition.version {
        continue
      }
      if let open = bars.indices.last, bars[open].until == nil { bars[open].until = turn }
      if let inForce { bars.append(Bar(version: inForce.edition.version, from: turn)) }
    }
    if let successor = status.successor, successor.since <= end, let open = bars.indices.last,
      bars[open].until == nil
    {
      bars[open].until = successor.since
    }
    return bars
  }
}

extension DocumentID {
  /// What people call the document, which has this title.
  func name(titled title: String?) -> String {
    self == .governance ? "People and rules" : title ?? description
  }
}

extension CalendarDate {
  /// The first day of its month.
  fileprivate var startOfMonth: CalendarDate { adding(days: 1 - day) }
}
