/// A YAML file that is edited in place: comments, order, blank lines and indentation stay as they
/// are.
///
/// After each edit the text is read again, and the edit is refused unless it now holds exactly the
/// values that were meant. So a way of writing that is not foreseen here is left alone.
public struct YAMLText: Sendable {
  /// The text.
  public private(set) var bytes: [UInt8]

  private var root: YAMLNode
  private let limit: Int

  /// Reads the text of at most `limit` bytes.
  public init(_ bytes: [UInt8], limit: Int) throws(Problem) {
    self.bytes = bytes
    self.limit = limit
    root = try StrictYAML.read(bytes, limit: limit)
  }

  /// Whether something stands under these keys.
  public func holds(_ path: [String]) -> Bool { node(path) != nil }

  /// The characters under these keys; `nil` where none stand there.
  public func scalar(_ path: [String]) -> String? { node(path)?.scalar }

  // MARK: Edits

  /// Gives an entry at the top of the file another value, on the line where it stands; puts it
  /// behind the entry `neighbour` where it is not there yet.
  public mutating func set(_ entry: YAMLValue.Entry, behind neighbour: String) throws(Problem) {
    guard !root.isFlow else { throw unusual([]) }
    var text = lines
    if let node = node([entry.key]), let key = key([entry.key]) {
      if node.isFlow || node.scalar != nil {
        text.replace(
          from: Position(node.line, node.column), to: Self.end(of: node), with: entry.value.flow)
      } else {
        text.remove(node.line...max(node.line, node.endLine))
        text.insert(
          " \(entry.value.flow)",
          at: Position(key.line, key.column + key.text.unicodeScalars.count + 1))
      }
    } else if let before = node([neighbour]) {
      text.insert(
        ["\(entry.key): \(entry.value.flow)"], below: before.endLine, indent: root.column - 1)
    }
    try take(text, at: []) { old in
      guard case .mapping(var entries) = old else { return nil }
      if let place = entries.firstIndex(where: { $0.key == entry.key }) {
        entries[place] = entry
      } else if let place = entries.firstIndex(where: { $0.key == neighbour }) {
        entries.insert(entry, at: place + 1)
      } else {
        return nil
      }
      return .mapping(entries)
    }
  }

  /// Puts a value behind the last one of the list under these keys.
  public mutating func append(_ value: YAMLValue, to path: [String]) throws(Problem) {
    guard let list = node(path), let items = list.sequence else { throw unusual(path) }
    var text = lines
    if let last = items.last {
      if list.isFlow {
        text.insert(", \(value.flow)", at: Self.end(of: last))
      } else {
        text.insert(value.itemLines, below: list.endLine, indent: list.column - 1)
      }
    } else {
      open(
        list, at: path, in: &text, flow: "[\(value.flow)]",
        block: value.isScalar ? nil : value.itemLines)
    }
    try take(text, at: path) { old in
      guard case .sequence(let values) = old else { return nil }
      return .sequence(values + [value])
    }
  }

  /// Puts an entry behind the last one of the mapping under these keys; at the top of the file with
  /// a blank line before it.
  public mutating func insert(_ entry: YAMLValue.Entry, in path: [String]) throws(Problem) {
    guard let mapping = node(path), let entries = mapping.mapping else { throw unusual(path) }
    var text = lines
    let flow = "\(entry.key): \(entry.value.flow)"
    if let last = entries.last {
      if mapping.isFlow {
        text.insert(", \(flow)", at: Self.end(of: last.value))
      } else {
        let blank = path.isEmpty ? [""] : []
        text.insert(
          blank + YAMLValue.lines(of: entry), below: mapping.endLine, indent: mapping.column - 1)
      }
    } else {
      open(mapping, at: path, in: &text, flow: "{\(flow)}", block: YAMLValue.lines(of: entry))
    }
    try take(text, at: path) { old in
      guard case .mapping(let entries) = old else { return nil }
      return .mapping(entries + [entry])
    }
  }

  /// Takes a scalar out of the list under these keys.
  public mutating func remove(_ item: String, from path: [String]) throws(Problem) {
    guard let list = node(path), let items = list.sequence,
      let place = items.firstIndex(where: { $0.scalar == item })
    else { throw unusual(path) }
    let spans = items.map { Span(from: Position($0.line, $0.column), to: Self.end(of: $0)) }
    var text = lines
    cut(place, of: spans, out: list, at: path, in: &text, empty: "[]")
    try take(text, at: path) { old in
      guard case .sequence(var values) = old else { return nil }
      values.remove(at: place)
      return .sequence(values)
    }
  }

  /// Takes an entry out of the mapping under these keys, with all that stands in it.
  public mutating func remove(entry key: String, from path: [String]) throws(Problem) {
    guard let mapping = node(path), let entries = mapping.mapping,
      let place = entries.firstIndex(where: { $0.key.text == key })
    else { throw unusual(path) }
    let spans = entries.map {
      Span(from: Position($0.key.line, $0.key.column), to: Self.end(of: $0.value))
    }
    var text = lines
    cut(place, of: spans, out: mapping, at: path, in: &text, empty: "{}")
    try take(text, at: path) { old in
      guard case .mapping(var entries) = old else { return nil }
      entries.remove(at: place)
      return .mapping(entries)
    }
  }

  // MARK: Parts

  /// Writes the first value into an empty list or mapping: as lines below its key if there are
  /// such, unless that stands in brackets itself.
  private func open(
    _ node: YAMLNode, at path: [String], in text: inout Lines, flow: String, block: [String]?
  ) {
    let start = Position(node.line, node.column)
    let isWithinBrackets = path.indices.contains { self.node(Array(path[..<$0]))?.isFlow ?? false }
    if let block, let key = key(path), !isWithinBrackets {
      text.replace(from: start, to: Self.end(of: node), with: "")
      text.trimSpace(before: start)
      text.insert(block, below: node.line, indent: key.column + 1)
    } else {
      text.replace(from: start, to: Self.end(of: node), with: flow)
    }
  }

  /// Cuts one of several values out of a list or mapping; where it is the only one, what is written
  /// for an empty one takes its place.
  private func cut(
    _ place: Int, of spans: [Span], out node: YAMLNode, at path: [String], in text: inout Lines,
    empty: String
  ) {
    let span = spans[place]
    if spans.count == 1 {
      if node.isFlow {
        text.replace(from: Position(node.line, node.column), to: Self.end(of: node), with: empty)
      } else if let key = key(path) {
        text.remove(span.from.line...max(span.from.line, node.endLine))
        text.insert(
          " \(empty)", at: Position(key.line, key.column + key.text.unicodeScalars.count + 1))
      }
    } else if !node.isFlow {
      text.remove(span.from.line...max(span.from.line, span.to.line))
    } else if place + 1 < spans.count {
      text.replace(from: span.from, to: spans[place + 1].from, with: "")
    } else {
      text.replace(from: spans[place - 1].to, to: span.to, with: "")
    }
  }

  /// Takes over the edited text where it holds what was meant, and nothing else has changed.
  private mutating func take(
    _ text: Lines, at path: [String], meaning change: (YAMLValue) -> YAMLValue?
  ) throws(Problem) {
    let edited = Array(text.joined.utf8)
    guard let meant = YAMLValue(root).changing(path[...], change),
      let read = try? StrictYAML.read(edited, limit: limit), YAMLValue(read) == meant
    else { throw unusual(path) }
    bytes = edited
    root = read
  }

  private func unusual(_ path: [String]) -> Problem {
    let name = path.joined(separator: ".")
    return Problem(
      .value(name), line: key(path)?.line ?? root.line,
      "\(name.isEmpty ? "the file" : name) is written in a way that cannot be edited here",
      remedy: "change it by hand")
  }

  private var lines: Lines { Lines(String(decoding: bytes, as: UTF8.self)) }

  private func node(_ path: [String]) -> YAMLNode? {
    path.reduce(root) { (node: YAMLNode?, key) in node?[key] }
  }

  private func key(_ path: [String]) -> YAMLKey? {
    node(path.dropLast())?.mapping?.first { $0.key.text == path.last }?.key
  }

  private static func end(of node: YAMLNode) -> Position { Position(node.endLine, node.endColumn) }
}

/// A place in a text: line and character, both from 1.
private struct Position {
  let line: Int
  let column: Int

  init(_ line: Int, _ column: Int) {
    self.line = line
    self.column = column
  }
}

/// From one place to the one behind the last character.
private struct Span {
  let from: Position
  let to: Position
}

/// The lines of a text. A place that is not in it changes nothing, which the check behind each edit
/// then finds.
private struct Lines {
  private var lines: [[Unicode.Scalar]]

  init(_ text: String) {
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Array($0) }
  }

  var joined: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: lines.joined(separator: ["\n"]))
    return String(text)
  }

  mutating func insert(_ text: String, at place: Position) {
    replace(from: place, to: place, with: text)
  }

  mutating func insert(_ texts: [String], below line: Int, indent: Int) {
    guard (0...lines.count).contains(line) else { return }
    let space = String(repeating: " ", count: max(0, indent))
    lines.insert(
      contentsOf: texts.map { Array(($0.isEmpty ? "" : space + $0).unicodeScalars) }, at: line)
  }

  mutating func remove(_ range: ClosedRange<Int>) {
    guard range.lowerBound >= 1, range.upperBound <= lines.count else { return }
    lines.removeSubrange(range.lowerBound - 1...range.upperBound - 1)
  }

  mutating func replace(from: Position, to: Position, with text: String) {
    guard holds(from), holds(to), (from.line, from.column) <= (to.line, to.column) else { return }
    let line =
      lines[from.line - 1].prefix(from.column - 1) + Array(text.unicodeScalars)
      + lines[to.line - 1].dropFirst(to.column - 1)
    lines.replaceSubrange(from.line - 1...to.line - 1, with: [Array(line)])
  }

  mutating func trimSpace(before place: Position) {
    guard holds(place) else { return }
    let row = lines[place.line - 1]
    let kept = row.prefix(place.column - 1).reversed().drop { $0 == " " }.reversed()
    lines[place.line - 1] = Array(kept) + row.dropFirst(place.column - 1)
  }

  private func holds(_ place: Position) -> Bool {
    lines.indices.contains(place.line - 1)
      && (1...lines[place.line - 1].count + 1).contains(place.column)
  }
}
