import CCmark

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

  let blocks: [Block]

  init(_ source: String) { blocks = MarkdownTree(source)?.blocks() ?? [] }
}

extension MarkdownTree {
  /// Walks the tree once, without recursion.
  fileprivate func blocks() -> [MarkdownBlocks.Block] {
    guard let iterator = cmark_iter_new(root) else { return [] }
    defer { cmark_iter_free(iterator) }

    var blocks: [MarkdownBlocks.Block] = []
    var unread = 0  // how many nodes that are not read stand around this one
    var depth = 0  // how many containers stand around this one
    var open: OpenBlock?
    var line = 1  // cmark gives none for some rows of tables: they stand below what came before
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
      let entering = event == CMARK_EVENT_ENTER
      if cmark_node_get_start_line(node) > 0 { line = Int(cmark_node_get_start_line(node)) }

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
            line: line)
        } else if let block = open {
          blocks.append(block.closed)
          open = nil
        }
      } else if entering {
        if cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK {
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
    return blocks
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
    case CMARK_NODE_TEXT: words.append(literal, line: lastLine)
    case CMARK_NODE_CODE: words.append(literal, line: lastLine, isCode: true)
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
