import Markdown

/// A document cut up as its reader sees it: the facts at its head, and the lines below each heading.
///
/// `writ.yaml` has no headings: there each entry of several lines is a section, and each entry of
/// one value a fact. Together head and sections hold every line of the file but the blank ones
/// between sections.
public struct SectionedText: Sendable, Hashable {
  /// An entry of the front matter: `version` with `1.0`, `elements.purpose.under` with `purpose`.
  public struct Fact: Sendable, Hashable {
    /// The keys on the way to it, joined by full stops; entries of a list are counted from 1.
    public let name: String
    /// Its characters; a list of texts is joined by commas.
    public let value: String
  }

  /// A heading with the lines below it, up to the next heading of whatever level.
  public struct Section: Sendable, Hashable {
    /// The headings on the way to it, its own last; none for what stands before the first heading.
    public let headings: [String]
    /// The lines of the heading.
    public let headingLines: [String]
    /// The lines below, without blank ones at the end.
    public let lines: [String]
    /// Whether its lines are broken for width only; else each line stands for itself.
    public let isProse: Bool

    /// The words of its own heading.
    public var heading: String? { headings.last }

    /// Its words in order, with an empty one wherever a paragraph, a list item or a row ends.
    public var words: [String] {
      var words: [String] = []
      for line in lines {
        let found = line.unicodeScalars.split { $0.properties.isWhitespace }.map(String.init)
        let isNew = !isProse || found.first.map(Self.beginsParagraph) ?? true
        if isNew, words.last?.isEmpty == false {
          words.append("")
        }
        words += found
      }
      return words
    }

    /// Whether a line that starts with this word does not go on with the paragraph before it: it
    /// begins an item, a quotation, a row of a table or code.
    private static func beginsParagraph(_ word: String) -> Bool {
      let isNumbered = (word.last == "." || word.last == ")") && word.count > 1
      return ["-", "*", "+"].contains(word)
        || [">", "|", "```", "~~~"].contains(where: word.hasPrefix)
        || (isNumbered && word.dropLast().allSatisfy { $0.isASCII && $0.isNumber })
    }
  }

  /// What the front matter says.
  public let facts: [Fact]
  /// The lines of the front matter; of `writ.yaml`, those of its facts and what stands before them.
  public let head: [String]
  /// The sections, in order.
  public let sections: [Section]

  /// A text of these parts.
  public init(facts: [Fact], head: [String], sections: [Section]) {
    self.facts = facts
    self.head = head
    self.sections = sections
  }

  /// Cuts up the bytes of a document that lies at `path`; `nil` where its front matter, or as much
  /// as `writ.yaml` has in its place, cannot be read.
  public init?(_ bytes: [UInt8], path: String) {
    let text = String(decoding: bytes, as: UTF8.self)
    if path == DocumentFolders.governancePath {
      self.init(governance: text)
    } else {
      self.init(document: text)
    }
  }

  private init?(document text: String) {
    guard let parts = try? FrontMatter(of: text),
      let root = try? StrictYAML.read(
        parts.yaml.utf8, firstLine: 2, limit: FrontMatter.byteLimit)
    else { return nil }
    facts = root.facts(named: "")
    head = Self.lines(of: parts.yaml)

    let lines = Self.lines(of: parts.body)
    let found = MarkdownText(String(parts.body)).sections
    var sections = [
      Section(
        headings: [], headingLines: [],
        lines: lines.prefix((found.first?.line ?? lines.count + 1) - 1).withoutBlankEnd,
        isProse: true)
    ]
    var above: [(level: Int, heading: String)] = []
    for (index, section) in found.enumerated() {
      above.removeAll { $0.level >= section.level }
      above.append((section.level, section.heading))
      let next = index + 1 < found.count ? found[index + 1].line : lines.count + 1
      let own = lines.prefix(max(0, next - 1)).dropFirst(section.line - 1)
      let count = Self.headingLineCount(own)
      sections.append(
        Section(
          headings: above.map(\.heading), headingLines: Array(own.prefix(count)),
          lines: own.dropFirst(count).withoutBlankEnd, isProse: true))
    }
    self.sections = sections.filter { !$0.headings.isEmpty || !$0.lines.isEmpty }
  }

  private init?(governance text: String) {
    guard let root = try? StrictYAML.read(text.utf8, limit: text.utf8.count),
      let entries = root.mapping
    else { return nil }
    let lines = Self.lines(of: text[...])
    // In braces, several entries may share a line.
    guard !root.isFlow else {
      facts = []
      head = []
      sections = [
        Section(headings: [], headingLines: [], lines: lines.withoutBlankEnd, isProse: false)
      ]
      return
    }
    var facts: [Fact] = []
    var head = Array(lines.prefix((entries.first?.key.line ?? 1) - 1))
    var sections: [Section] = []
    for (index, entry) in entries.enumerated() {
      let next = index + 1 < entries.count ? entries[index + 1].key.line : lines.count + 1
      let own = lines.prefix(max(0, next - 1)).dropFirst(entry.key.line - 1)
      if let value = entry.value.scalar {
        facts.append(Fact(name: entry.key.text, value: value))
        head += own
      } else {
        sections.append(
          Section(
            headings: [entry.key.text], headingLines: [], lines: own.withoutBlankEnd,
            isProse: false))
      }
    }
    self.facts = facts
    self.head = head
    self.sections = sections
  }

  /// The lines of a text; a line feed at its end begins no further one.
  private static func lines(of text: Substring) -> [String] {
    // As scalars: to a String, a line feed behind a carriage return is no character of its own.
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// How many lines the heading at the start of these takes up: one behind number signs, else up to
  /// and with the line that underlines it (CommonMark 0.31, sections 4.2 and 4.3).
  private static func headingLineCount(_ lines: some Collection<String>) -> Int {
    guard lines.first?.drop(while: { $0 == " " }).first != "#" else { return 1 }
    let underline = lines.dropFirst().enumerated().first { _, line in
      let marks = line.drop { $0 == " " }.reversed().drop { $0 == " " || $0 == "\t" }
      return !marks.isEmpty && (marks.allSatisfy { $0 == "=" } || marks.allSatisfy { $0 == "-" })
    }
    return underline.map { $0.offset + 2 } ?? 1
  }
}

extension Collection<String> {
  fileprivate var withoutBlankEnd: [String] {
    var lines = Array(self)
    while lines.last?.unicodeScalars.allSatisfy(\.properties.isWhitespace) == true {
      lines.removeLast()
    }
    return lines
  }
}

extension YAMLNode {
  /// The value as facts: one for a scalar or a list of them, one for each entry of anything else.
  fileprivate func facts(named name: String) -> [SectionedText.Fact] {
    func below(_ key: String) -> String { name.isEmpty ? key : "\(name).\(key)" }
    switch content {
    case .scalar(let text):
      return [.init(name: name, value: text)]
    case .sequence(let nodes):
      let texts = nodes.compactMap(\.scalar)
      guard texts.count < nodes.count else {
        return [.init(name: name, value: texts.map(\.asListItem).joined(separator: ", "))]
      }
      return nodes.enumerated().flatMap { $1.facts(named: below("\($0 + 1)")) }
    case .mapping(let entries):
      return entries.flatMap { $0.value.facts(named: below($0.key.text)) }
    }
  }
}

extension String {
  /// The text so that a comma in it cannot be taken for one between it and the next.
  fileprivate var asListItem: String { contains(",") || contains("\"") ? "\"\(self)\"" : self }
}
