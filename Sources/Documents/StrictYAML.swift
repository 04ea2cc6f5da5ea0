/// A reader of the part of YAML 1.1 that people need and that means what it looks like.
///
/// One document; no anchors, aliases, merge keys, tags, directives or complex keys; no key twice;
/// collections in one another at most 8 deep; only characters that a document may hold, escaped
/// ones too; every scalar is the characters written (formats, section 2).
public enum StrictYAML {
  /// How deep collections may stand in one another; the outermost counts.
  public static let mostDepth = 8

  /// Reads YAML whose first line is line `firstLine` of the file.
  ///
  /// Throws the first `Problem` found: `size` for more bytes than `limit`, `encoding`, or `syntax`
  /// for whatever is refused.
  public static func read(_ bytes: some Collection<UInt8>, firstLine: Int = 1, limit: Int)
    throws(Problem) -> YAMLNode
  {
    guard bytes.count <= limit else {
      throw Problem(
        .size, line: firstLine,
        "this is \(bytes.count) bytes, more than the \(limit) that are read",
        remedy: "shorten it")
    }
    let encoding = TextEncoding(bytes, firstLine: firstLine)
    if let problem = encoding.problems.first { throw problem }
    guard let text = encoding.text else { throw emptyYAML(firstLine) }
    if !encoding.isASCII, let problem = Self.hiddenLineBreak(text, firstLine: firstLine) {
      throw problem
    }
    var composer = YAMLComposer(text, firstLine: firstLine)
    return try composer.document()
  }

  /// U+2028 and U+2029 end a line for YAML 1.1, but not for an editor: a key could hide there.
  private static func hiddenLineBreak(_ text: String, firstLine: Int) -> Problem? {
    var line = firstLine
    for scalar in text.unicodeScalars {
      if scalar == "\n" { line += 1 }
      if scalar == "\u{2028}" || scalar == "\u{2029}" {
        return Problem(
          .encoding, line: line,
          "line \(line) holds a line or paragraph separator (U+2028, U+2029)",
          remedy: "use an ordinary line end")
      }
    }
    return nil
  }
}

/// Builds the value of a text out of its events.
private struct YAMLComposer: ~Copyable {
  private var events: YAMLEvents
  /// The lines of a text that has a question mark in it; none of one without.
  private let rows: [Substring.UnicodeScalarView]
  private let firstLine: Int

  init(_ text: String, firstLine: Int) {
    events = YAMLEvents(text, firstLine: firstLine)
    self.firstLine = firstLine
    // Hardly any front matter has a question mark, and dividing all of it takes its time.
    rows =
      text.utf8.contains(UInt8(ascii: "?"))
      ? text[...].unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) : []
  }

  mutating func document() throws(Problem) -> YAMLNode {
    _ = try events.next()
    let start = try events.next()
    guard case .documentStart(let hasDirectives) = start.kind else { throw emptyYAML(firstLine) }
    if hasDirectives {
      throw refused(start, "a YAML directive (%) stands here", "take the line out")
    }
    let root = try node(from: try events.next(), depth: 0)
    _ = try events.next()
    let end = try events.next()
    guard case .streamEnd = end.kind else {
      throw refused(
        end, "a second YAML document begins here", "keep one document, without a line --- in it")
    }
    return root
  }

  private mutating func node(from event: YAMLEvents.Event, depth: Int) throws(Problem) -> YAMLNode {
    try refuseDecoration(event)
    switch event.kind {
    case .scalar(let text, _):
      if let problem = TextEncoding.problem(with: text, line: event.line) { throw problem }
      return YAMLNode(
        content: .scalar(text), line: event.line, column: event.column, endLine: event.endLine,
        endColumn: event.endColumn, isFlow: false)
    case .sequenceStart(let isFlow):
      try refuseDepth(event, depth)
      var nodes: [YAMLNode] = []
      while true {
        let next = try events.next()
        if case .sequenceEnd = next.kind {
          return collection(
            .sequence(nodes), from: event, to: next, isFlow: isFlow, last: nodes.last?.endLine)
        }
        nodes.append(try node(from: next, depth: depth + 1))
      }
    case .mappingStart(let isFlow):
      try refuseDepth(event, depth)
      var entries: [YAMLEntry] = []
      var keys = Set<String>(minimumCapacity: 20)
      while true {
        let next = try events.next()
        if case .mappingEnd = next.kind {
          return collection(
            .mapping(entries), from: event, to: next, isFlow: isFlow,
            last: entries.last?.value.endLine)
        }
        let key = try key(from: next)
        guard keys.insert(key.text).inserted else {
          throw refused(
            next, "the key \(quoted(key.text)) stands twice", "keep one of the two entries")
        }
        entries.append(
          YAMLEntry(key: key, value: try node(from: try events.next(), depth: depth + 1)))
      }
    default: throw refused(event, "a value is missing here", "write a value behind the colon")
    }
  }

  private mutating func key(from event: YAMLEvents.Event) throws(Problem) -> YAMLKey {
    try refuseDecoration(event)
    guard case .scalar(let text, let isPlain) = event.kind, event.endLine == event.line,
      !isMarkedAsKey(event)
    else {
      throw refused(
        event, "a list, a mapping or a text of several lines stands here as a key",
        "write a key as one word, followed by a colon")
    }
    if let problem = TextEncoding.problem(with: text, line: event.line) { throw problem }
    if isPlain, text == "<<" {
      throw refused(event, "a merge key (<<) stands here", "write the entries out")
    }
    guard !text.isEmpty else {
      throw refused(event, "a key is missing before the colon", "write the key before the colon")
    }
    return YAMLKey(text: text, line: event.line, column: event.column)
  }

  /// Whether the key is written behind a question mark, as complex keys are: events do not tell.
  private func isMarkedAsKey(_ event: YAMLEvents.Event) -> Bool {
    let row = event.line - firstLine
    guard rows.indices.contains(row) else { return false }
    return rows[row].prefix(event.column - 1).last { $0 != " " && $0 != "\t" } == "?"
  }

  private func collection(
    _ content: YAMLNode.Content, from start: YAMLEvents.Event, to end: YAMLEvents.Event,
    isFlow: Bool, last: Int?
  ) -> YAMLNode {
    YAMLNode(
      content: content, line: start.line, column: start.column,
      endLine: isFlow ? end.endLine : last ?? start.line, endColumn: end.endColumn, isFlow: isFlow)
  }

  private func refuseDepth(_ event: YAMLEvents.Event, _ depth: Int) throws(Problem) {
    if depth >= StrictYAML.mostDepth {
      throw refused(
        event, "lists and mappings stand in one another more than \(StrictYAML.mostDepth) deep",
        "write it flatter")
    }
  }

  private func refuseDecoration(_ event: YAMLEvents.Event) throws(Problem) {
    if case .alias = event.kind {
      throw refused(
        event, "a YAML alias (*name) stands here",
        "write the value out, in double quotes if it begins with *")
    }
    if event.hasAnchor {
      throw refused(
        event, "a YAML anchor (&name) stands here",
        "take it out, or put a value that begins with & in double quotes")
    }
    if event.hasTag {
      throw refused(
        event, "a YAML tag (!name) stands here",
        "take it out, or put a value that begins with ! in double quotes")
    }
  }

  private func refused(_ event: YAMLEvents.Event, _ message: String, _ remedy: String) -> Problem {
    Problem(.syntax, line: event.line, message, remedy: remedy)
  }
}

private func emptyYAML(_ line: Int) -> Problem {
  Problem(.syntax, line: line, "there are no entries here", remedy: "write each as \"key: value\"")
}
