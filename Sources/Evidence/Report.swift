public import Objects

/// What a command has to say, for people and for scripts.
public protocol Report: Sendable {
  /// Whether the answer is yes: clean, valid, recorded.
  var isYes: Bool { get }
  /// Whether a yes need not be said: nothing is printed for it where the user asked for quiet.
  var isSilentWhenYes: Bool { get }
  /// For people.
  var text: DisplayText { get }
  /// For scripts: one object (`docs/formats.md`, section 9).
  var json: JSONValue { get }
}

/// A report that can also be a table for a spreadsheet.
public protocol TableReport: Report {
  /// The table, in the form of RFC 4180.
  var csv: String { get }
}

/// A report that can also be a text to put into another document.
public protocol MarkdownReport: Report {
  /// The text, in Markdown.
  var markdown: String { get }
}

/// A report that can also be a page to open in a browser.
public protocol PageReport: Report {
  /// The page: one file that loads nothing and runs nothing.
  var page: String { get }
}

extension Report {
  /// A report is there to be read, unless it says otherwise.
  public var isSilentWhenYes: Bool { false }
}

/// What every report says of the repository that it is about.
public struct ReportHeader: Sendable {
  /// The root; `nil` where there is none to be found.
  public let repository: Digest?
  /// Whether the person who asks knows the root from outside.
  public let isRootPinned: Bool
  /// Whether the first people and rules are approved; until then there is nothing to compare.
  public let isRootApproved: Bool
  /// The commit of HEAD; `nil` before the first.
  public let head: ObjectID?
  /// As of when the report is.
  public let time: Instant
  /// Whether somebody named that time, so that what is dated later is left out.
  public let isAsOf: Bool

  /// A header of these parts.
  public init(
    repository: Digest?, isRootPinned: Bool, isRootApproved: Bool, head: ObjectID?, time: Instant,
    isAsOf: Bool = false
  ) {
    self.repository = repository
    self.isRootPinned = isRootPinned
    self.isRootApproved = isRootApproved
    self.head = head
    self.time = time
    self.isAsOf = isAsOf
  }

  /// The header of a report that is about no repository.
  public init(now: Instant) {
    self.init(
      repository: nil, isRootPinned: false, isRootApproved: false, head: nil, time: now)
  }

  /// The object that every report begins with, and behind it the members of its own.
  func json(_ command: String, _ members: JSONValue) -> JSONValue {
    let common: JSONValue = [
      "schema": .string("writ.\(command)/1"), "repository": JSONValue(repository),
      "root-pinned": .bool(isRootPinned), "head": JSONValue(head), "at": JSONValue(time),
    ]
    guard case .object(let first) = common, case .object(let own) = members else { return common }
    return .object(first + own)
  }

  /// What people must know before they believe what stands above it; nothing where the root is
  /// pinned and the report is as of now.
  var caution: DisplayText { caution { "writ root --pin \($0)" } }

  /// The same where the root is compared with something else, or given by another command.
  func caution(
    comparedWith source: DisplayText = "the minutes or the printed pack",
    remedy: (Digest) -> DisplayText
  ) -> DisplayText {
    var text = DisplayText()
    if let asOfInWords {
      text.line()
      text.line("\(asOfInWords)")
    }
    guard let repository, !isRootPinned else { return text }
    text.line()
    guard isRootApproved else {
      text.line("\(Self.settingUp, .dim)")
      return text
    }
    text.line(
      "\("Not compared yet:", .warning) whether these are your organisation's people and rules.")
    text.line("Their fingerprint is")
    text.line("  \(repository)")
    text.line("Compare it with \(source). If it is the same:")
    text.line("  \(remedy(repository))")
    return text
  }

  /// The same for what is read elsewhere, a sentence each.
  var cautions: [String] {
    let asOf = asOfInWords.map { [$0] } ?? []
    guard let repository, !isRootPinned else { return asOf }
    guard isRootApproved else { return asOf + [Self.settingUp] }
    return asOf + [
      "Not compared yet: whether these are your organisation's people and rules. Their fingerprint is "
        + "\(repository); compare it with the minutes or the printed pack."
    ]
  }

  private static let settingUp = "The people and rules here are still being set up."

  private var asOfInWords: String? {
    isAsOf ? "As of \(time.inWords); what is dated later is left out." : nil
  }
}

extension Instant {
  /// For people: `1 December 2026, 09:30 UTC`.
  var inWords: String { "\(day.inWords), \(clock) UTC" }
}

/// Text in lines of at most 80 characters, each but the first of a paragraph behind an indent.
func wrapped(_ text: String, indent: Int, width: Int = 80) -> String {
  var lines: [String] = []
  var (line, lineWidth) = ("", indent)
  for word in text.utf8.split(separator: UInt8(ascii: " ")).map({ Substring($0) }) {
    // To count characters takes long; of ASCII, each is a byte.
    let wordWidth = word.utf8.allSatisfy { $0 < 0x80 } ? word.utf8.count : word.count
    if !line.isEmpty && lineWidth + 1 + wordWidth > width {
      lines.append(line)
      (line, lineWidth) = ("", indent)
    }
    lineWidth += (line.isEmpty ? 0 : 1) + wordWidth
    line += (line.isEmpty ? "" : " ") + word
  }
  lines.append(line)
  return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
}

/// Something counted: `1 error`, `2 errors`.
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}

extension DisplayText {
  /// A foreign sentence, made harmless, in lines of at most 80 characters behind an indent.
  public mutating func paragraph(_ text: String, indent: Int) {
    let oneLine =
      text.utf8.contains(UInt8(ascii: "\n"))
      ? text.split(separator: "\n").joined(separator: " ") : text
    append("\(String(repeating: " ", count: indent))")
    append(DisplayText(foreign: wrapped(oneLine, indent: indent)))
    line()
  }
}

extension DisplayText {
  /// A foreign sentence as one of a list, made harmless, in lines of at most 80 characters.
  public mutating func item(_ text: String) {
    append("  - ")
    append(DisplayText(foreign: wrapped(text, indent: 4)))
    line()
  }
}

extension String {
  /// With a capital at the start and a full stop at the end.
  var asSentence: String {
    guard let first, let last else { return self }
    return first.uppercased() + dropFirst() + (".!?:".contains(last) ? "" : ".")
  }
}
