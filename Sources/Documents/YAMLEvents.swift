import CLibyaml

/// The events that libyaml reads from a text, one after another.
///
/// Owns libyaml's parser and the bytes that it reads.
struct YAMLEvents: ~Copyable {
  enum Kind {
    case streamStart
    case streamEnd
    case documentStart(hasDirectives: Bool)
    case documentEnd
    case alias
    case scalar(String, isPlain: Bool)
    case sequenceStart(isFlow: Bool)
    case sequenceEnd
    case mappingStart(isFlow: Bool)
    case mappingEnd
  }

  struct Event {
    let kind: Kind
    /// From 1.
    let line: Int
    /// From 1.
    let column: Int
    /// The last line that its characters take up.
    let endLine: Int
    /// The column behind its last character, on the line on which that stands.
    let endColumn: Int
    let hasAnchor: Bool
    let hasTag: Bool
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let firstLine: Int
  /// From 0. Behind a last line that has no line feed, libyaml sees another line.
  private let lastLine: Int

  init(_ text: String, firstLine: Int) {
    self.firstLine = firstLine
    lastLine = text.utf8.count { $0 == UInt8(ascii: "\n") }
    bytes = .allocate(capacity: text.utf8.count)
    _ = bytes.initialize(from: text.utf8)
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    if yaml_parser_initialize(parser) == 1 {
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    bytes.deallocate()
  }

  mutating func next() throws(Problem) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw refusal() }
    defer { yaml_event_delete(&event) }

    var (hasAnchor, hasTag) = (false, false)
    let kind: Kind
    switch event.type {
    case YAML_STREAM_START_EVENT: kind = .streamStart
    case YAML_DOCUMENT_START_EVENT:
      let start = event.data.document_start
      let hasTags = start.tag_directives.start != start.tag_directives.end
      kind = .documentStart(hasDirectives: start.version_directive != nil || hasTags)
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_ALIAS_EVENT: kind = .alias
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      (hasAnchor, hasTag) = (scalar.anchor != nil, scalar.tag != nil)
      let characters = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      kind = .scalar(
        String(decoding: characters, as: UTF8.self),
        isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      (hasAnchor, hasTag) = (start.anchor != nil, start.tag != nil)
      kind = .sequenceStart(isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      (hasAnchor, hasTag) = (start.anchor != nil, start.tag != nil)
      kind = .mappingStart(isFlow: start.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    default: kind = .streamEnd
    }

    let (start, end) = (event.start_mark, event.end_mark)
    // A block scalar ends where the next line begins.
    let endsBefore = end.column == 0 && end.line > start.line
    return Event(
      kind: kind, line: firstLine + min(start.line, lastLine), column: start.column + 1,
      endLine: firstLine + end.line - (endsBefore ? 1 : 0), endColumn: end.column + 1,
      hasAnchor: hasAnchor, hasTag: hasTag)
  }

  /// What libyaml did not understand, in words for people who do not know YAML.
  private func refusal() -> Problem {
    let reason = parser.pointee.problem.map { String(cString: $0) } ?? ""
    let mark = parser.pointee.problem_mark
    let context = parser.pointee.context_mark
    func problem(_ message: String, at line: Int = mark.line, _ remedy: String) -> Problem {
      Problem(.syntax, line: firstLine + min(line, lastLine), message, remedy: remedy)
    }
    switch reason {
    case "mapping values are not allowed in this context":
      return problem(
        "a colon stands here where no key can be",
        "put a value that holds a colon in double quotes, and check the indentation and the space "
          + "behind the colon above")
    case "could not find expected ':'":
      return problem(
        "a key here has no colon behind it", at: context.line,
        "write each entry as \"key: value\", the value in double quotes if it takes several lines")
    case "found unexpected end of stream":
      return problem(
        "a quotation mark that opens here is never closed", at: context.line,
        "put the closing quotation mark behind the value")
    case "found character that cannot start any token":
      return problem(
        "a value here begins with a tab or with a character that YAML keeps for itself",
        "indent with spaces, and put a value that begins with @, ` or % in double quotes")
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return problem("a tab stands here as indentation", "indent with spaces")
    case "did not find expected ',' or '}'", "did not find expected ',' or ']'":
      return problem(
        "a list or mapping in brackets, begun on line \(firstLine + context.line), is not closed",
        "separate its entries with commas, and close every [ with ] and every { with }")
    case "did not find expected key", "did not find expected '-' indicator":
      return problem(
        "something stands here that belongs to no entry",
        "indent entries that belong together alike, and put a value with quotation marks or "
          + "brackets in it wholly in double quotes, each mark within as \\\"")
    case "did not find expected node content":
      return problem(
        "a value is missing here, or a bracket or comma is too many",
        "write a value, or put one that begins with a bracket or comma in double quotes")
    case "found unknown escape character":
      return problem(
        "a backslash stands in double quotes here", "write it twice, or use single quotes")
    default:
      return problem(
        "the YAML cannot be read here" + (reason.isEmpty ? "" : " (\(reason))"),
        "write each entry as \"key: value\", and put values with special characters in double "
          + "quotes")
    }
  }
}
