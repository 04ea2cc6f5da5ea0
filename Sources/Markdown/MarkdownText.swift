/// The body of a policy: its sections, its words, and what in it is still to be filled in.
///
/// Words are what a reader reads: paragraphs, headings, list items, block quotes, table cells, the
/// text of links, emphasised text and inline code. Comments, raw HTML, code blocks, struck-through
/// text, images, footnotes and the addresses of links are none. GitHub Flavored Markdown 0.29.
///
/// Reading is total, whatever the bytes. The time that cmark needs is not linear for every hostile
/// text, so whoever reads foreign text bounds its size first.
public struct MarkdownText: Sendable, Hashable {
  /// What stands under a heading of the document.
  ///
  /// Only headings that stand directly in the document begin a section, not those in lists and
  /// block quotes.
  public struct Section: Sendable, Hashable {
    /// The name that GitHub gives the heading for links, unique in the document.
    public let slug: String
    /// The words of the heading.
    public let heading: String
    /// 1 to 6.
    public let level: Int
    /// The line of the heading.
    public let line: Int
    /// The words up to the next heading of the same or a higher level, white space folded;
    /// headings themselves are left out.
    public let text: String
    /// How many words `text` has; an ideograph counts as one.
    public let wordCount: Int
    /// What is still to be filled in, in the heading and below it.
    public let placeholders: [Placeholder]

    /// Whether the section says these words in prose, white space folded; letters are compared
    /// exactly. No words at all are never said.
    public func says(_ words: String) -> Bool { occurs(words.whiteSpaceFolded, in: text) }
  }

  /// A run between white space.
  public struct Word: Sendable, Hashable {
    /// The characters, with whatever punctuation touches them.
    public let text: String
    /// The line on which it begins.
    public let line: Int
  }

  /// The sections in order; one within another follows it.
  public let sections: [Section]
  /// All words of the text, headings included, white space folded.
  public let text: String
  /// What is still to be filled in, in the whole text.
  public let placeholders: [Placeholder]

  private struct Passage: Sendable, Hashable {
    let text: String
    let reading: ReadingText
  }

  private let passages: [Passage]
  private let offset: Int

  /// The words of each paragraph, heading, list item and table cell, in order; only of those in
  /// whose text, white space folded, there `may` be what is looked for.
  public func passages(where may: (String) -> Bool) -> [[Word]] {
    passages.filter { may($0.text) }.map { $0.reading.words(offset: offset) }
  }

  /// Reads a Markdown text whose first line is line `firstLine` of its file.
  public init(_ source: String, firstLine: Int = 1) {
    let blocks = MarkdownBlocks(source).blocks
    let offset = firstLine - 1
    self.offset = offset
    passages = blocks.map { Passage(text: $0.text, reading: $0.reading) }
    var slugs = Slugs()
    sections = blocks.indices.compactMap { index in
      guard let level = blocks[index].headingLevel else { return nil }
      let below = blocks[(index + 1)...].prefix { ($0.headingLevel ?? 7) > level }
      let text = Self.joined(below.filter { $0.headingLevel == nil })
      return Section(
        slug: slugs.next(for: blocks[index].text), heading: blocks[index].text, level: level,
        line: blocks[index].line + offset, text: text, wordCount: Markdown.wordCount(of: text),
        placeholders: (blocks[index...index] + below).flatMap { $0.placeholders(offset: offset) })
    }
    text = Self.joined(blocks[...])
    placeholders = blocks.flatMap { $0.placeholders(offset: offset) }
  }

  /// Whether there are words besides those of headings.
  public var hasProse: Bool {
    text != sections.map(\.heading).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether the words stand somewhere in the text, white space folded.
  public func says(_ words: String) -> Bool { occurs(words.whiteSpaceFolded, in: text) }

  /// The section whose heading has this slug.
  public func section(_ slug: String) -> Section? { sections.first { $0.slug == slug } }

  private static func joined(_ blocks: some Collection<MarkdownBlocks.Block>) -> String {
    blocks.lazy.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension MarkdownBlocks.Block {
  fileprivate func placeholders(offset: Int) -> [Placeholder] {
    placeholders.map { $0.moved(by: offset) }
  }
}
