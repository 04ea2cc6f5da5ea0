/// Reads the entries of one mapping, and gathers what is wrong with them.
///
/// Every key that is asked for is known from then on; `finish()` reports the others. A value that
/// is not what was asked for gives a problem and reads as absent, so that one pass finds all.
public struct MappingReader {
  /// What was wrong so far, in the order of asking.
  public private(set) var problems: [Problem] = []
  /// The line on which the mapping begins.
  public let line: Int

  private let entries: [YAMLEntry]
  private let path: String
  /// The keys that were asked for, perhaps some of them more than once.
  private var known: [String] = []
  /// Which of the entries were asked for.
  private var isAsked: [Bool]

  /// Reads `node`, the value of the key `path`; a whole file has no path.
  ///
  /// A node that is no mapping gives a problem, and then reads as an empty one.
  public init(_ node: YAMLNode, path: String = "") {
    line = node.line
    self.path = path
    entries = node.mapping ?? []
    isAsked = Array(repeating: false, count: entries.count)
    if node.mapping == nil {
      problems.append(
        Problem(
          path.isEmpty ? .syntax : .value(path), line: node.line,
          path.isEmpty ? "no entries with keys stand here" : "\(path) has no entries with keys",
          remedy: "write each as \"key: value\""))
    }
  }

  /// The keys that are there, in order.
  public var keys: [YAMLKey] { entries.map(\.key) }

  /// The line of a key, or of the mapping where the key is absent.
  public func line(of key: String) -> Int {
    index(of: key).map { entries[$0].key.line } ?? line
  }

  // MARK: Asking

  /// The value of a key, whatever it is; `nil` where the key is absent.
  public mutating func node(_ key: String) -> YAMLNode? {
    known.append(key)
    guard let index = index(of: key) else { return nil }
    isAsked[index] = true
    return entries[index].value
  }

  /// Mappings are short: going through one is quicker than an index of it.
  private func index(of key: String) -> Int? { entries.firstIndex { $0.key.text == key } }

  /// The characters of a key's value; an empty value is a problem.
  public mutating func text(_ key: String) -> String? {
    value(key, expecting: "a text") { $0 }
  }

  /// A key's characters as `read` understands them; where it gives `nil`, the problem's remedy
  /// says that `form` is expected: `expecting: "a date such as 2026-12-01"`.
  public mutating func value<Value>(
    _ key: String, expecting form: String, read: (String) -> Value?
  ) -> Value? {
    guard let node = node(key) else { return nil }
    return value(of: node, key: key, form: form, read: read)
  }

  /// Whether a key's value is `true` or `false`; `nil` where the key is absent.
  public mutating func flag(_ key: String) -> Bool? {
    value(key, expecting: "true or false") { ["true": true, "false": false][$0] }
  }

  /// The texts of a list; none where the key is absent.
  public mutating func texts(_ key: String) -> [String] {
    values(key, expecting: "a text") { $0 }
  }

  /// The texts of a list as `read` understands them, without those that it does not.
  public mutating func values<Value>(
    _ key: String, expecting form: String, read: (String) -> Value?
  ) -> [Value] {
    items(key).compactMap { value(of: $0, key: key, form: form, read: read) }
  }

  /// The values of a list, whatever they are; none where the key is absent.
  public mutating func items(_ key: String) -> [YAMLNode] {
    guard let node = node(key) else { return [] }
    if let items = node.sequence { return items }
    refuse(key, "\(full(key)) is not a list", remedy: "write it in brackets: \(key): [one, two]")
    return []
  }

  /// Reads the mapping under a key, and takes over its problems, unknown keys among them; `nil`
  /// where the key is absent or its value is no mapping.
  public mutating func mapping<Value>(
    _ key: String, read: (inout MappingReader) -> Value
  ) -> Value? {
    guard let node = node(key) else { return nil }
    let value = self.read(node, at: full(key), read)
    return node.mapping == nil ? nil : value
  }

  /// Reads each mapping in a list: `approval[1].for` is how its keys are named.
  public mutating func mappings<Value>(
    _ key: String, read: (inout MappingReader) -> Value
  ) -> [Value] {
    var values: [Value] = []
    for (index, item) in items(key).enumerated() {
      values.append(self.read(item, at: "\(full(key))[\(index + 1)]", read))
    }
    return values
  }

  /// Reads each mapping in a mapping whose keys are names, such as `people`.
  public mutating func namedMappings<Value>(
    _ key: String, read: (YAMLKey, inout MappingReader) -> Value
  ) -> [Value] {
    guard let node = node(key) else { return [] }
    guard let entries = node.mapping else {
      refuse(key, "\(full(key)) has no entries with names", remedy: "write each as \"name: …\"")
      return []
    }
    var values: [Value] = []
    for entry in entries {
      let value = self.read(entry.value, at: "\(full(key)).\(entry.key.text)") {
        read(entry.key, &$0)
      }
      values.append(value)
    }
    return values
  }

  // MARK: Problems

  /// Adds a problem if the key is absent.
  public mutating func require(_ key: String, remedy: String) {
    guard node(key) == nil else { return }
    problems.append(
      Problem(.missing(full(key)), line: line, "\(full(key)) is missing", remedy: remedy))
  }

  /// Adds a problem of kind `value` for each key that is not among these: where a slip of the pen
  /// would change what the others mean, an unknown key is more than a warning.
  public mutating func requireKnown(_ keys: [String]) {
    for entry in entries where !keys.contains(entry.key.text) {
      _ = node(entry.key.text)
      refuse(
        entry.key.text, "the key \(quoted(entry.key.text)) in \(path) is not known",
        remedy: "write one of: \(keys.joined(separator: ", "))")
    }
  }

  /// Adds the problem that a key's value is not what it has to be.
  public mutating func refuse(_ key: String, _ message: String, remedy: String) {
    problems.append(Problem(.value(full(key)), line: line(of: key), message, remedy: remedy))
  }

  /// Adds a problem.
  public mutating func add(_ problem: Problem) { problems.append(problem) }

  /// Adds a problem for each key that must not be typed in because Writ derives it.
  public mutating func refuseDerived(_ keys: [String], remedy: String) {
    for key in keys where node(key) != nil {
      problems.append(
        Problem(
          .derived(full(key)), line: line(of: key), "\(full(key)) is typed in, but derived",
          remedy: remedy))
    }
  }

  /// Adds a problem for each key that was not asked for, with the nearest known one.
  public mutating func finish() {
    guard isAsked.contains(false) else { return }
    let present = Set(entries.map(\.key.text))
    let absent = known.filter { !present.contains($0) }
    for (entry, isAsked) in zip(entries, isAsked) where !isAsked {
      let name = path.isEmpty ? quoted(entry.key.text) : "\(quoted(entry.key.text)) in \(path)"
      // Who has more of them than this does not mistype.
      let isSlip = problems.count < 100
      let nearest =
        isSlip
        ? nearest(to: entry.key.text, among: absent) ?? nearest(to: entry.key.text, among: known)
        : nil
      problems.append(
        Problem(
          .unknownKey(full(entry.key.text)), line: entry.key.line, "the key \(name) is not known",
          remedy: nearest.map { "write \"\($0)\", or take the entry out" } ?? "take the entry out"))
    }
  }

  // MARK: Parts

  private func full(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  private mutating func read<Value>(
    _ node: YAMLNode, at path: String, _ read: (inout MappingReader) -> Value
  ) -> Value {
    var inner = MappingReader(node, path: path)
    let value = read(&inner)
    inner.finish()
    // What is no mapping has one problem, not one for each key that it lacks.
    problems += node.mapping == nil ? Array(inner.problems.prefix(1)) : inner.problems
    return value
  }

  private mutating func value<Value>(
    of node: YAMLNode, key: String, form: String, read: (String) -> Value?
  ) -> Value? {
    let message: String
    if let text = node.scalar {
      if !text.isEmpty, let value = read(text) { return value }
      message = text.isEmpty ? "\(full(key)) is empty" : "\(full(key)) cannot be \(quoted(text))"
    } else {
      message = "\(full(key)) is a list or a mapping"
    }
    problems.append(
      Problem(.value(full(key)), line: node.line, message, remedy: "write \(form)"))
    return nil
  }
}
