import CCmark

/// What a reader of a Markdown text meets, in order: where something begins and ends, and what
/// stands between.
///
/// Nothing of it is markup. Whoever shows it decides what becomes of addresses and of HTML that the
/// author wrote; both may be hostile.
public enum MarkdownEvent: Sendable, Hashable {
  /// Something that holds others begins.
  case begin(Element)
  /// What began last, and has not ended, ends.
  case end
  /// Words, entities resolved.
  case text(String)
  /// Words in back quotes.
  case code(String)
  /// Code as a block, with its line feeds.
  case codeBlock(String)
  /// A tag or a comment between words, as its author wrote it.
  case html(String)
  /// A block of HTML, as its author wrote it.
  case htmlBlock(String)
  /// A line of the source ends.
  case softBreak
  /// A line ends that is meant to.
  case lineBreak
  /// A line across.
  case rule
  /// A mark that leads to the footnote of that number.
  case footnoteMark(Int)

  /// Something that holds others.
  public enum Element: Sendable, Hashable {
    /// A paragraph.
    case paragraph
    /// A heading. `slug` is the name for links of one that begins a section (`MarkdownText`).
    case heading(level: Int, slug: String?)
    /// A quotation.
    case quotation
    /// A list; `start` is the number of the first item, `nil` where the items have none.
    case list(start: Int?, isTight: Bool)
    /// An item of a list; `isDone` is `nil` but for one of a task list.
    case item(isDone: Bool?)
    /// A table.
    case table
    /// The first row of a table.
    case tableHead
    /// A further row.
    case tableRow
    /// A cell of a row.
    case tableCell(Alignment)
    /// The footnote of that number; footnotes stand at the end, in their order.
    case footnote(Int)
    /// Emphasised words.
    case emphasis
    /// Strongly emphasised words.
    case strong
    /// Words struck through.
    case struckThrough
    /// The words of a link, and where it leads.
    case link(String)
    /// The words in place of an image, and where it lies.
    case image(String)
  }

  /// How the cells of a column stand.
  public enum Alignment: Sendable, Hashable {
    /// As the reader's language has it.
    case natural
    /// At the left.
    case left
    /// In the middle.
    case center
    /// At the right.
    case right
  }

  /// Reads a Markdown text: GitHub Flavored Markdown with tables, strike-through, autolinks, task
  /// lists and footnotes.
  ///
  /// Total, whatever the bytes; as for `MarkdownText`, the size of foreign text is bounded first.
  /// Each `begin` has its `end`.
  public static func all(in source: String) -> [MarkdownEvent] {
    guard let tree = MarkdownTree(source), let iterator = cmark_iter_new(tree.root) else {
      return []
    }
    defer { cmark_iter_free(iterator) }
    var reader = EventReader(slugs: MarkdownText(source).sections.map(\.slug))
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
      if event == CMARK_EVENT_ENTER { reader.enter(node) } else { reader.exit(node) }
    }
    return reader.events
  }
}

/// Makes events of nodes.
private struct EventReader {
  private(set) var events: [MarkdownEvent] = []
  /// The names of the headings that are still to come.
  private var slugs: ArraySlice<String>
  /// How many blocks other than the document stand around what is read.
  private var depth = 0
  private var footnotes = 0
  private var columns: [MarkdownEvent.Alignment] = []
  private var column = 0

  init(slugs: [String]) { self.slugs = slugs[...] }

  mutating func enter(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: events.append(.text(literal(node)))
    case CMARK_NODE_CODE: events.append(.code(literal(node)))
    case CMARK_NODE_CODE_BLOCK: events.append(.codeBlock(literal(node)))
    case CMARK_NODE_HTML_INLINE: events.append(.html(literal(node)))
    case CMARK_NODE_HTML_BLOCK: events.append(.htmlBlock(literal(node)))
    case CMARK_NODE_SOFTBREAK: events.append(.softBreak)
    case CMARK_NODE_LINEBREAK: events.append(.lineBreak)
    case CMARK_NODE_THEMATIC_BREAK: events.append(.rule)
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      // cmark has put the number in the place of the name.
      events.append(Int(literal(node)).map { .footnoteMark($0) } ?? .text(literal(node)))
    default:
      guard let element = element(node) else { return }
      events.append(.begin(element))
      depth += 1
    }
  }

  mutating func exit(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT, CMARK_NODE_FOOTNOTE_REFERENCE: break
    default:
      events.append(.end)
      depth -= 1
    }
  }

  /// What the node is that has others below it; `nil` for the document.
  private mutating func element(_ node: OpaquePointer) -> MarkdownEvent.Element? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: return nil
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HEADING:
      return .heading(
        level: Int(cmark_node_get_heading_level(node)), slug: depth == 0 ? slugs.popFirst() : nil)
    case CMARK_NODE_BLOCK_QUOTE: return .quotation
    case CMARK_NODE_LIST:
      let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return .list(
        start: isNumbered ? Int(cmark_node_get_list_start(node)) : nil,
        isTight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_ITEM:
      let isTask = type(node) == "tasklist"
      return .item(isDone: isTask ? cmark_gfm_extensions_get_tasklist_item_checked(node) : nil)
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      footnotes += 1
      return .footnote(footnotes)
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK: return .link(address(node))
    case CMARK_NODE_IMAGE: return .image(address(node))
    default: return extensionElement(node)
    }
  }

  /// The nodes that extensions add have no numbers in public headers.
  private mutating func extensionElement(_ node: OpaquePointer) -> MarkdownEvent.Element {
    switch type(node) {
    case "strikethrough": return .struckThrough
    case "table":
      columns = alignments(node)
      return .table
    case "table_header":
      column = 0
      return .tableHead
    case "table_row":
      column = 0
      return .tableRow
    case "table_cell":
      defer { column += 1 }
      return .tableCell(columns.indices.contains(column) ? columns[column] : .natural)
    default: return .paragraph
    }
  }

  private func alignments(_ table: OpaquePointer) -> [MarkdownEvent.Alignment] {
    guard let letters = cmark_gfm_extensions_get_table_alignments(table) else { return [] }
    let count = Int(cmark_gfm_extensions_get_table_columns(table))
    return UnsafeBufferPointer(start: letters, count: count).map { letter in
      switch letter {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .natural
      }
    }
  }

  private func type(_ node: OpaquePointer) -> String {
    cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
  }

  private func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  private func address(_ node: OpaquePointer) -> String {
    cmark_node_get_url(node).map { String(cString: $0) } ?? ""
  }
}
