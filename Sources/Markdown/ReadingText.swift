/// Text as a reader sees it, with the lines of the source that its pieces come from.
struct ReadingText: Sendable, Hashable {
  private struct Start: Sendable, Hashable {
    let offset: Int
    let line: Int
  }

  private(set) var scalars: [Unicode.Scalar] = []
  private var starts: [Start] = []

  /// Adds a piece that begins on `line`.
  mutating func append(_ piece: some StringProtocol, line: Int) {
    if starts.last?.line != line { starts.append(Start(offset: scalars.count, line: line)) }
    scalars.append(contentsOf: piece.unicodeScalars)
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

  var string: String { Self.string(scalars[...]) }

  /// The placeholders in the text, in order.
  var placeholders: [Placeholder] {
    var found: [Placeholder] = []
    var piece = 0
    var index = 0
    while index < scalars.count {
      guard let end = PlaceholderPattern.end(of: scalars, from: index) else {
        index += 1
        continue
      }
      while piece + 1 < starts.count, starts[piece + 1].offset <= index { piece += 1 }
      found.append(
        Placeholder(
          line: starts[piece].line, text: Self.string(scalars[index..<end]).whiteSpaceFolded))
      index = end
    }
    return found
  }

  /// The runs between white space, each with its line.
  func words(offset: Int) -> [MarkdownText.Word] {
    var words: [MarkdownText.Word] = []
    var piece = 0
    var index = 0
    while index < scalars.count {
      let end = scalars[index...].firstIndex(where: \.isSpace) ?? scalars.count
      if end > index {
        while piece + 1 < starts.count, starts[piece + 1].offset <= index { piece += 1 }
        words.append(
          MarkdownText.Word(
            text: Self.string(scalars[index..<end]), line: starts[piece].line + offset))
      }
      index = end + 1
    }
    return words
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
