/// What a YAML file holds, without the places where it stands.
public enum YAMLValue: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Characters.
  case scalar(String)
  /// Values in order.
  case sequence([YAMLValue])
  /// Keys and their values in order.
  case mapping([Entry])

  /// A key and its value.
  public struct Entry: Hashable, Sendable {
    /// The characters of the key.
    public let key: String
    /// Its value.
    public var value: YAMLValue

    /// A key and its value.
    public init(_ key: String, _ value: YAMLValue) {
      self.key = key
      self.value = value
    }
  }

  /// A scalar.
  public init(stringLiteral text: String) { self = .scalar(text) }

  /// The value of a node.
  init(_ node: YAMLNode) {
    self =
      switch node.content {
      case .scalar(let text): .scalar(text)
      case .sequence(let nodes): .sequence(nodes.map { YAMLValue($0) })
      case .mapping(let entries):
        .mapping(entries.map { Entry($0.key.text, YAMLValue($0.value)) })
      }
  }

  /// The value with `change` made to what stands under these keys; `nil` where nothing does.
  func changing(_ path: ArraySlice<String>, _ change: (YAMLValue) -> YAMLValue?) -> YAMLValue? {
    guard let key = path.first else { return change(self) }
    guard case .mapping(var entries) = self,
      let place = entries.firstIndex(where: { $0.key == key }),
      let changed = entries[place].value.changing(path.dropFirst(), change)
    else { return nil }
    entries[place].value = changed
    return .mapping(entries)
  }

  // MARK: Written down

  /// In brackets, on one line.
  var flow: String {
    switch self {
    case .scalar(let text): Self.written(text)
    case .sequence(let values): "[\(values.map(\.flow).joined(separator: ", "))]"
    case .mapping(let entries):
      "{\(entries.map { "\($0.key): \($0.value.flow)" }.joined(separator: ", "))}"
    }
  }

  /// As the entry of a list: lines, the first with its hyphen.
  var itemLines: [String] {
    // Several words on one line; a single entry, such as a key, on a line of its own.
    if case .mapping(let entries) = self, entries.count == 1 {
      return Self.lines(of: entries[0]).enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
    }
    return ["- \(flow)"]
  }

  /// As an entry of a mapping: lists of words and what is empty in brackets, all else below the key.
  static func lines(of entry: Entry) -> [String] {
    switch entry.value {
    case .sequence(let values) where values.contains { !$0.isScalar }:
      ["\(entry.key):"] + values.flatMap(\.itemLines).map { "  \($0)" }
    case .mapping(let entries) where !entries.isEmpty:
      ["\(entry.key):"] + entries.flatMap(lines).map { "  \($0)" }
    default: ["\(entry.key): \(entry.value.flow)"]
    }
  }

  /// Whether it is characters.
  var isScalar: Bool { if case .scalar = self { true } else { false } }

  /// The characters plain where nobody can take them for anything else, else in double quotes.
  private static func written(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || " -.'_/+=@:".unicodeScalars.contains($0)
    }
    let isWord = text.first.map { $0.isLetter || $0.isNumber } ?? false
    let hasColon = text.contains(": ") || text.hasSuffix(":")
    if isPlain && isWord && !hasColon && text.last != " " { return text }
    return "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
