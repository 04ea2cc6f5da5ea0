import Objects

@testable import Approvals
@testable import Documents
@testable import Evidence
@testable import Markdown
@testable import Signatures

extension Reader {
  static let document = Reader(name: "document") { bytes in
    let path = "policies/a.md"
    let parsed = Document.parse(bytes, path: path)
    try hold(parsed == Document.parse(bytes, path: path), "it is read otherwise again")
    try holdAll(parsed.problems, in: bytes)
    guard let document = parsed.document else {
      try hold(!parsed.problems.isEmpty, "it is refused without a problem")
      return nil
    }
    try hold(document.kind == parsed.kind, "its kind differs")
    try hold(
      lines: document.frontMatterPlaceholders.map(\.line) + document.links.map(\.line)
        + [document.bodyLine, document.line(of: "id")], in: bytes, "something")
    try holdAll(document.body, in: bytes)
    // Of a text with other line ends, say, nobody decides anything.
    try hold(
      parsed.problems.contains { $0.kind == .encoding } || SectionedText(bytes, path: path) != nil,
      "its sections cannot be told")
    try holdPairs(bytes, path: path)
    return nil
  }

  static let governance = Reader(name: "governance") { bytes in
    let parsed = Governance.parse(bytes)
    try holdAll(parsed.problems + parsed.warnings, in: bytes)
    try hold(
      lines: StrictYAML.placeholders(in: bytes).map(\.line), in: bytes, "something to fill in")
    guard let governance = parsed.governance else {
      try hold(!parsed.problems.isEmpty, "it is refused without a problem")
      return nil
    }
    try hold(parsed.problems.isEmpty, "it is taken with a problem")
    try hold(governance.digest == .sha256(of: bytes), "its digest is another")
    for person in governance.people {
      try hold(governance.person(person.id)?.line == person.line, "a person stands twice")
      for key in person.keys {
        guard let name = key.name else { continue }
        try hold(governance.owner(of: name)?.id == person.id, "a key is somebody else's too")
      }
    }
    try holdPairs(bytes, path: "writ.yaml")
    try edit(bytes)
    let lines = AllowedSigners(ReportHeader(now: Instant(seconds: 0)), versions: [governance]).lines
    return lines.isEmpty
      ? nil : Exhibit(kind: "allowed-signers", bytes: Array(lines.map { "\($0)\n" }.joined().utf8))
  }

  static let markdown = Reader(name: "markdown") { bytes in
    // Documents are handed over with their line ends mended.
    let source = String(decoding: bytes.filter { $0 != 0x0D }, as: UTF8.self)
    try holdAll(MarkdownText(source), in: bytes)
    try hold(lines: MarkdownLink.all(in: source).map(\.line), in: bytes, "a link")
    try hold(
      lines: Placeholder.all(in: source, line: 1).map(\.line), in: bytes, "something to fill in")
    try holdPage(source)
    return nil
  }

  /// Whoever reads the text on a page is shown words, and nothing acts.
  private static func holdPage(_ source: String) throws {
    let events = MarkdownEvent.all(in: source)
    var depth = 0
    for event in events {
      switch event {
      case .begin: depth += 1
      case .end: depth -= 1
      default: break
      }
      try hold(depth >= 0, "something ends that has not begun")
    }
    try hold(depth == 0, "something does not end")
    try StrictHTML.read(HTML(markdown: source, below: 2).markup)
    try StrictHTML.read(HTML(section: source).markup)
  }

  /// Whoever reads a problem goes to its line, and sees its words on a terminal.
  private static func holdAll(_ problems: [Problem], in bytes: [UInt8]) throws {
    try hold(lines: problems.map(\.line), in: bytes, "a problem")
    for problem in problems {
      try hold(!problem.message.isEmpty && !problem.remedy.isEmpty, "a problem without words")
      try hold(problem.message.utf8.count <= 4000, "a long problem")
    }
  }

  private static func holdAll(_ text: MarkdownText, in bytes: [UInt8]) throws {
    let lines =
      text.sections.map(\.line) + text.placeholders.map(\.line)
      + text.sections.flatMap { $0.placeholders.map(\.line) }
      + text.passages { _ in true }.joined().map(\.line)
    try hold(lines: lines, in: bytes, "something")
    try hold(
      Set(text.sections.map(\.slug)).count == text.sections.count, "two sections have one name")
    // A character that is not UTF-8, or an entity, becomes three bytes and more.
    try hold(text.text.utf8.count <= 8 * bytes.count, "the text grew")
  }

  /// Compared with itself, nothing is new and nothing gone.
  private static func holdPairs(_ bytes: [UInt8], path: String) throws {
    guard let sections = SectionedText(bytes, path: path)?.sections else { return }
    let pairs = SectionPairs(old: sections, new: sections).pairs
    try hold(
      pairs.count == sections.count && pairs.allSatisfy { $0.old == $0.new },
      "a section is not paired with itself")
  }

  /// Each edit is refused, or gives what can be read again.
  private static func edit(_ bytes: [UInt8]) throws {
    let limit = Governance.byteLimit + 1000
    let edits: [(inout YAMLText) throws -> Void] = [
      { text in try text.set(.init("version", "99.0"), behind: "version") },
      { text in try text.set(.init("closes", .sequence([])), behind: "version") },
      { text in
        try text.insert(.init("zoe-x", .mapping([.init("name", "Zoe")])), in: ["people"])
      },
      { text in try text.append("ciso", to: ["classifications"]) },
      { text in try text.remove("public", from: ["classifications"]) },
      { text in try text.remove(entry: "jane-doe", from: ["people"]) },
      { text in
        try text.append(.mapping([.init("ssh", "x")]), to: ["people", "jane-doe", "keys"])
      },
    ]
    for edit in edits {
      var text = try YAMLText(bytes, limit: limit)
      do { try edit(&text) } catch {
        try hold(text.bytes == bytes, "an edit that is refused changes the file")
        continue
      }
      try hold(
        (try? StrictYAML.read(text.bytes, limit: limit)) != nil, "an edit makes it unreadable")
    }
  }
}
