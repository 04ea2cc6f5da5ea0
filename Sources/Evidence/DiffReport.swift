public import Approvals
import Objects

/// What changed between two versions of a document.
public struct DiffReport: Report {
  /// The version that is compared with: one that is approved.
  public typealias Approved = DocumentStatus.Approved

  private let header: ReportHeader
  private let from: Approved?
  private let to: Edition
  private let isApproved: Bool
  private let changes: SectionChanges
  private let detail: SectionChanges.Detail
  private let notes: [String]

  /// The changes from an approved version, `nil` where there is none, to a text, which is approved
  /// or not.
  public init(
    _ header: ReportHeader, from: Approved?, to: Edition, isApproved: Bool,
    changes: SectionChanges, detail: SectionChanges.Detail, notes: [String]
  ) {
    self.header = header
    self.from = from
    self.to = to
    self.isApproved = isApproved
    self.changes = changes
    self.detail = detail
    self.notes = notes
  }

  /// Always yes: whether something changed is no verdict.
  public var isYes: Bool { true }

  /// For people.
  public var text: DisplayText {
    var text: DisplayText = ""
    text.line("\("\(to.title) \(to.version)", .bold)\(isApproved ? "" : ", not approved yet")")
    if let from {
      if changes.isNothing {
        text.line("Nothing changed since version \(from.edition.version).")
      } else {
        text.line(
          "What changed since version \(from.edition.version), "
            + "approved on \(from.met.day.inWords):")
        text.append(changes.text(detail))
      }
    } else {
      text.line("All of it is new: no earlier version is approved.")
    }
    if !notes.isEmpty { text.line() }
    for note in notes { text.paragraph(note, indent: 0) }
    text.append(header.caution)
    return text
  }

  /// The object of `writ.diff/1`.
  public var json: JSONValue {
    header.json(
      "diff",
      [
        "id": JSONValue(to.document), "title": .string(to.title),
        "from": from.map { Self.json($0.edition, isApproved: true) } ?? .null,
        "to": Self.json(to, isApproved: isApproved),
        "changed": .bool(!changes.isNothing),
        "summary": .array(changes.sentences.map { .string($0) }),
        "facts": .array(
          changes.facts.map {
            ["name": .string($0.name), "old": JSONValue($0.old), "new": JSONValue($0.new)]
          }),
        "first-lines": .array(changes.head.map(\.json)),
        "sections": .array(changes.sections.map(\.json)),
      ])
  }

  private static func json(_ edition: Edition, isApproved: Bool) -> JSONValue {
    [
      "version": JSONValue(edition.version), "digest": JSONValue(edition.digest),
      "path": .string(edition.path), "approved": .bool(isApproved),
    ]
  }
}

extension SectionChanges.Section {
  fileprivate var json: JSONValue {
    let change: (name: String, was: String?, isMoved: Bool) =
      switch kind {
      case .added: ("added", nil, false)
      case .removed: ("removed", nil, false)
      case .changed(let was, let isMoved): ("changed", was, isMoved)
      }
    return [
      "heading": JSONValue(heading), "change": .string(change.name), "was": JSONValue(change.was),
      "moved": .bool(change.isMoved), "lines": .array(lines.map(\.json)),
      "words": .array(runs.map { ["change": .string($0.rawValue), "text": .string($1)] }),
    ]
  }

  /// The words that follow each other and became the same, as one text; a line feed ends a paragraph.
  private var runs: [(SectionChanges.Change, String)] {
    var runs: [(change: SectionChanges.Change, text: String)] = []
    for word in words {
      let text = word.text.isEmpty ? "\n" : word.text
      if let last = runs.indices.last, runs[last].change == word.change {
        let isApart = runs[last].text.utf8.last != 0x0A && !word.text.isEmpty
        runs[last].text += (isApart ? " " : "") + text
      } else {
        runs.append((word.change, text))
      }
    }
    return runs
  }
}

extension SectionChanges.Line {
  fileprivate var json: JSONValue {
    ["change": .string(change.rawValue), "text": .string(text)]
  }
}
