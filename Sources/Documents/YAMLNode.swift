/// A value in a YAML file, with the place where it stands.
public struct YAMLNode: Sendable, Hashable {
  /// What a value can be. Every scalar is the characters written: there are no numbers, no
  /// Booleans, no null.
  public enum Content: Sendable, Hashable {
    /// Characters; none for a key without a value.
    case scalar(String)
    /// Values in order.
    case sequence([YAMLNode])
    /// Keys and their values in order, no key twice.
    case mapping([YAMLEntry])
  }

  /// The value.
  public let content: Content
  /// The line on which it begins, from 1.
  public let line: Int
  /// The character of the line at which it begins, from 1.
  public let column: Int
  /// The last line that it takes up: what is inserted behind this line stands behind the value.
  public let endLine: Int
  /// The column behind the last character of a value on one line or in brackets.
  let endColumn: Int
  /// Whether it is a list or mapping in brackets (flow style) and not one line an entry (block
  /// style).
  public let isFlow: Bool

  /// The characters of a scalar.
  public var scalar: String? {
    guard case .scalar(let text) = content else { return nil }
    return text
  }

  /// The values of a sequence.
  public var sequence: [YAMLNode]? {
    guard case .sequence(let nodes) = content else { return nil }
    return nodes
  }

  /// The entries of a mapping.
  public var mapping: [YAMLEntry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// Every scalar in it but the keys, in order, with its line.
  var scalars: [(text: String, line: Int)] {
    switch content {
    case .scalar(let text): [(text, line)]
    case .sequence(let nodes): nodes.flatMap(\.scalars)
    case .mapping(let entries): entries.flatMap(\.value.scalars)
    }
  }

  /// The value under a key of a mapping.
  public subscript(key: String) -> YAMLNode? {
    mapping?.first { $0.key.text == key }?.value
  }
}

/// A key of a mapping, with the place where it stands.
public struct YAMLKey: Sendable, Hashable {
  /// The characters of the key.
  public let text: String
  /// The line, from 1.
  public let line: Int
  /// The character of the line at which it begins, from 1.
  public let column: Int
}

/// A key of a mapping and its value.
public struct YAMLEntry: Sendable, Hashable {
  /// The key.
  public let key: YAMLKey
  /// The value.
  public let value: YAMLNode
}
