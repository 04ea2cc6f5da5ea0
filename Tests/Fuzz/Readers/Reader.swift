/// A reader of foreign bytes, and what must hold whatever it is given.
struct Reader: Sendable {
  /// The name of its corpus, and of its dictionary if it has one.
  let name: String
  /// Reads the bytes; throws `Broken` where something does not hold, and gives what it accepted if
  /// stock tools have a word to say on that.
  let read: @Sendable ([UInt8]) throws -> Exhibit?

  /// All of them.
  static let all = [
    tag, statement, commit, tree, armor, sshsig, assertion, keyLine, keyBlob, document, governance,
    markdown, memory, pin, report, looseObject, bundle, manifest, evidence,
    archive,
  ]
}

/// What a reader accepted, to be laid before a stock tool: see `compare`.
struct Exhibit: Sendable {
  /// Which tool, by the kind of the bytes.
  let kind: String
  /// What the tool is given.
  let bytes: [UInt8]
  /// What we read in them, in the words in which the tool says what it reads.
  var reading: String?
}

/// Something that must hold does not.
struct Broken: Error, CustomStringConvertible {
  let description: String
}

/// Throws unless the condition holds; `promise` says what it is.
func hold(_ condition: Bool, _ promise: @autoclosure () -> String) throws {
  if !condition { throw Broken(description: promise()) }
}

/// Whether the lines are lines of these bytes, from 1; what is missing at the end stands on the line
/// behind the last line feed.
func hold(lines: some Sequence<Int>, in bytes: [UInt8], _ what: String) throws {
  let last = 1 + bytes.count { $0 == 0x0A }
  for line in lines {
    try hold((1...last).contains(line), "\(what) on line \(line) of \(last)")
  }
}

extension [UInt8] {
  /// Without the first `count` bytes, or as many as there are.
  mutating func take(_ count: Int) -> [UInt8] {
    defer { removeFirst(Swift.min(count, self.count)) }
    return Array(prefix(count))
  }
}
