import CCmark

/// Where a link or an image of a Markdown text leads.
public struct MarkdownLink: Sendable, Hashable {
  /// The address as it is written.
  public let destination: String
  /// The line on which it stands.
  public let line: Int

  /// The links and images of a text whose first line is line `firstLine` of its file, in order;
  /// those in footnotes and in struck-through text too.
  public static func all(in source: String, firstLine: Int = 1) -> [MarkdownLink] {
    guard let tree = MarkdownTree(source), let iterator = cmark_iter_new(tree.root) else {
      return []
    }
    defer { cmark_iter_free(iterator) }

    var links: [MarkdownLink] = []
    // cmark gives no line for e-mail links: they stand where the last node with a line stood.
    var line = 1
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
      guard event == CMARK_EVENT_ENTER else { continue }
      line = max(line, Int(cmark_node_get_start_line(node)))
      switch cmark_node_get_type(node) {
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        guard let url = cmark_node_get_url(node) else { continue }
        links.append(
          MarkdownLink(destination: String(cString: url), line: line + firstLine - 1))
      default: continue
      }
    }
    return links
  }
}
