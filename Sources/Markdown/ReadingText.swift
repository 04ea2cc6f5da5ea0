/// Text as a reader sees it, with the lines of the source that its pieces come from.
struct ReadingText: Sendable, Hashable {
  private struct Start: Sendable, Hashable {
    let offset: Int
    let line: Int
  }

  /// UTF-8.
  private var bytes: [UInt8] = []
  private var starts: [Start] = []
  /// Where inline code stands, in order.
  private var code: [Range<Int>] = []

  /// Adds a piece that begins on `line`.
  mutating func append(_ piece: some StringProtocol, line: Int, isCode: Bool = false) {
    if starts.last?.line != line { starts.append(Start(offset: bytes.count, line: line)) }
    let start = bytes.count
    bytes.append(contentsOf: piece.utf8)
    if isCode { code.append(start..<bytes.count) }
  }

  /// Adds a piece that begins on `line` and goes on to the next line at each LF.
  mutating func append(lines piece: some StringProtocol, from line: Int) {
    var line = line
    for row in piece.split(separator: "\n", omittingEmptySubsequences: false) {
      append(row, line: line)
      append(" ", line: line)
      line += 1
    }
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The placeholders in the text, in order.
  var placeholders: [Placeholder] {
    guard PlaceholderPattern.mayBegin(in: bytes) else { return [] }
    let scalars = Array(string.unicodeScalars)
    var lines = Lines(self)
    var found: [Placeholder] = []
    var index = 0
    var code = code[...]
    while index < scalars.count {
      guard let end = PlaceholderPattern.end(of: scalars, from: index) else {
        lines.pass(scalars[index])
        index += 1
        continue
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[index..<end])
      let (line, start) = (lines.line, lines.offset)
      for scalar in scalars[index..<end] { lines.pass(scalar) }
      code = code.drop { $0.upperBound <= start }
      let isCode = code.first.map { $0.lowerBound <= start && lines.offset <= $0.upperBound }
      found.append(
        Placeholder(line: line, text: String(text).whiteSpaceFolded, isCode: isCode ?? false))
      index = end
    }
    return found
  }

  /// The runs between white space, each with its line.
  func words(offset: Int) -> [MarkdownText.Word] {
    var words: [MarkdownText.Word] = []
    var lines = Lines(self)
    var word = String.UnicodeScalarView()
    var line = 0
    for scalar in string.unicodeScalars {
      if scalar.isSpace {
        if !word.isEmpty { words.append(.init(text: String(word), line: line + offset)) }
        word = .init()
      } else {
        if word.isEmpty { line = lines.line }
        word.append(scalar)
      }
      lines.pass(scalar)
    }
    if !word.isEmpty { words.append(.init(text: String(word), line: line + offset)) }
    return words
  }

  /// Follows the lines while the text is gone through.
  private struct Lines {
    private let starts: [Start]
    private var piece = 0
    /// Where what comes next begins.
    private(set) var offset = 0

    init(_ text: ReadingText) { starts = text.starts }

    /// The line of what comes next.
    var line: Int { starts.indices.contains(piece) ? starts[piece].line : 1 }

    mutating func pass(_ scalar: Unicode.Scalar) {
      offset += UTF8.width(scalar)
      while piece + 1 < starts.count, starts[piece + 1].offset <= offset { piece += 1 }
    }
  }
}
