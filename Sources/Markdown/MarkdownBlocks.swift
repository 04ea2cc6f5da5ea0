import CCmark
import Synchronization

/// The blocks of a Markdown text that hold words, in order, read off the tree that cmark-gfm makes.
///
/// GitHub Flavored Markdown with tables, strike-through, autolinks and task lists; footnotes are
/// told apart so that they can be left out.
struct MarkdownBlocks {
  /// A paragraph, a heading or a table cell; or a block of HTML, which has no words.
  struct Block {
    /// The level of a heading that stands directly in the document, 1 to 6; `nil` for the rest.
    let headingLevel: Int?
    /// The line of its first character; the first line of the text is 1.
    let line: Int
    /// Its words, white space folded.
    let text: String
    /// Its words as they were read, each piece with its line.
    let reading: ReadingText
    /// What in it is still to be filled in.
    let placeholders: [Placeholder]
  }

  /// Where a link or an image leads.
  struct Link {
    let destination: String
    let line: Int
  }

  private(set) var blocks: [Block] = []
  private(set) var links: [Link] = []

  init(_ source: String) { Tree(source)?.read(into: &blocks, &links) }
}

/// Owns a tree of cmark nodes.
private final class Tree {
  private let root: OpaquePointer

  /// cmark-gfm keeps the characters that its extensions listen to in global tables while it
  /// parses: two parsers at once would read each other's.
  private static let parsing = Mutex(())

  /// Rows are filled up to the width of the header, so a few bytes can ask for a thousand million
  /// cells; a text that could is read without tables.
  private static let mostCells = 250_000

  init?(_ source: String) {
    var source = source
    let root = source.withUTF8 { bytes in
      Self.parsing.withLock { _ in Self.parse(bytes).map { Int(bitPattern: $0) } }
    }
    guard let root, let pointer = OpaquePointer(bitPattern: root) else {
      return nil
    }
    self.root = pointer
  }

  deinit { cmark_node_free(root) }

  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> OpaquePointer? {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(writ_cmark_options()) else { return nil }
    defer { cmark_parser_free(parser) }
    let extensions = ["strikethrough", "autolink", "tasklist"]
    for name in extensions + (couldOverflowTables(bytes) ? [] : ["table"]) {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    return cmark_parser_finish(parser)
  }

  private static func couldOverflowTables(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (lines, widest, width) = (1, 0, 0)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): (lines, width) = (lines + 1, 0)
      case UInt8(ascii: "|"):
        width += 1
        widest = max(widest, width)
      default: break
      }
    }
    return widest > mostCells / lines
  }

  /// Walks the tree once, without recursion.
  func read(into blocks: inout [MarkdownBlocks.Block], _ links: inout [MarkdownBlocks.Link]) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }

    var unread = 0  // how many nodes that are not read stand around this one
    var depth = 0  // how many containers stand around this one
    var open: OpenBlock?
    var line = 1  // where the last node with a line stood
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
      let entering = event == CMARK_EVENT_ENTER
      if entering {
        line = max(line, Int(cmark_node_get_start_line(node)))
        // A link stands where it stands, read or not: in a footnote, or around an image.
        if let url = destination(node) { links.append(.init(destination: url, line: line)) }
      }

      if isUnread(node) {
        unread += entering ? 1 : -1
      } else if unread > 0 {
        continue
      } else if isContainer(node) {
        depth += entering ? 1 : -1
      } else if holdsWords(node) {
        if entering {
          open = OpenBlock(
            headingLevel: depth == 0 ? headingLevel(node) : nil,
            line: Int(cmark_node_get_start_line(node)))
        } else if let block = open {
          blocks.append(block.closed)
          open = nil
        }
      } else if entering {
        if cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK {
          let line = Int(cmark_node_get_start_line(node))
          let placeholders = RawHTML.placeholders(in: literal(node), line: line)
          if !placeholders.isEmpty {
            blocks.append(
              .init(
                headingLevel: nil, line: line, text: "", reading: ReadingText(),
                placeholders: placeholders))
          }
        } else {
          open?.read(inline: node, literal: literal(node))
        }
      }
    }
  }

  private func destination(_ node: OpaquePointer) -> String? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE: cmark_node_get_url(node).map { String(cString: $0) }
    default: nil
    }
  }

  /// Struck-through text, images with their alternative text, and footnotes.
  private func isUnread(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_IMAGE, CMARK_NODE_FOOTNOTE_DEFINITION, CMARK_NODE_FOOTNOTE_REFERENCE: true
    default: writ_cmark_is_strikethrough(node) != 0
    }
  }

  private func isContainer(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM: true
    default: false
    }
  }

  private func holdsWords(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: true
    default: writ_cmark_is_table_cell(node) != 0
    }
  }

  private func headingLevel(_ node: OpaquePointer) -> Int? {
    guard cmark_node_get_type(node) == CMARK_NODE_HEADING else { return nil }
    return Int(cmark_node_get_heading_level(node))
  }

  private func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }
}

/// A block whose words are being gathered.
private struct OpenBlock {
  private let headingLevel: Int?
  private let line: Int
  /// Where the last piece stood: cmark gives no line for line breaks and e-mail links.
  private var lastLine: Int
  private var words = ReadingText()
  private var placeholdersInTags: [Placeholder] = []

  init(headingLevel: Int?, line: Int) {
    self.headingLevel = headingLevel
    self.line = line
    lastLine = line
  }

  mutating func read(inline node: OpaquePointer, literal: String) {
    lastLine = max(lastLine, Int(cmark_node_get_start_line(node)))
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT, CMARK_NODE_CODE: words.append(literal, line: lastLine)
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: words.append(" ", line: lastLine)
    case CMARK_NODE_HTML_INLINE:
      placeholdersInTags += RawHTML.placeholders(in: literal, line: lastLine)
      if RawHTML.breaksLine(literal) { words.append(" ", line: lastLine) }
    default: break
    }
  }

  var closed: MarkdownBlocks.Block {
    MarkdownBlocks.Block(
      headingLevel: headingLevel, line: line, text: words.string.whiteSpaceFolded, reading: words,
      placeholders: (placeholdersInTags + words.placeholders).sorted { $0.line < $1.line })
  }
}
