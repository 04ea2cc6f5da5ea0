/// Something in a text that still has to be filled in.
///
/// Whole words `TODO`, `TBC`, `TBD`, `XXX`; `<…>` unless it is a link, a comment or a known HTML
/// element; a fill-in in brackets such as `[Company]` or `[your organisation]`; a template field
/// `{{…}}`; "lorem ipsum".
public struct Placeholder: Sendable, Hashable {
  /// The line on which it begins, counted like the lines of the text it was found in.
  public let line: Int
  /// The characters that stand there, white space folded.
  public let text: String

  /// The placeholders in a plain text, such as a title, that begins on `line`.
  public static func all(in text: String, line: Int) -> [Placeholder] {
    var reading = ReadingText()
    reading.append(lines: text, from: line)
    return reading.placeholders
  }
}

/// Text as a reader sees it, with the lines of the source that its pieces come from.
struct ReadingText {
  private(set) var scalars: [Unicode.Scalar] = []
  private var starts: [(offset: Int, line: Int)] = []

  /// Adds a piece that begins on `line`.
  mutating func append(_ piece: some StringProtocol, line: Int) {
    if starts.last?.line != line { starts.append((scalars.count, line)) }
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

  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

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
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[index..<end])
      found.append(Placeholder(line: starts[piece].line, text: String(text).whiteSpaceFolded))
      index = end
    }
    return found
  }
}

/// What a placeholder looks like.
enum PlaceholderPattern {
  /// How far a closing bracket may be from its opening one: a fill-in is short, and the search
  /// stays linear.
  private static let reach = 100

  private static let words = ["TODO", "TBC", "TBD", "XXX"].map { Array($0.unicodeScalars) }

  /// Where the placeholder that begins at `start` ends; `nil` if none begins there.
  static func end(of text: [Unicode.Scalar], from start: Int) -> Int? {
    switch text[start] {
    case "T", "X": word(text, start)
    case "l", "L": loremIpsum(text, start)
    case "[": bracketed(text, start)
    case "{": templateField(text, start)
    case "<": angled(text, start)
    default: nil
    }
  }

  private static func word(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    for word in words where text[start...].starts(with: word) {
      let end = start + word.count
      if isBoundary(text, start), isBoundary(text, end) { return end }
    }
    return nil
  }

  private static func loremIpsum(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    guard isBoundary(text, start), hasWord("lorem", text, start) else { return nil }
    var index = start + 5
    while index < text.count, index - start < reach, text[index].properties.isWhitespace {
      index += 1
    }
    guard index > start + 5, hasWord("ipsum", text, index), isBoundary(text, index + 5) else {
      return nil
    }
    return index + 5
  }

  private static func hasWord(_ word: String, _ text: [Unicode.Scalar], _ start: Int) -> Bool {
    let count = word.unicodeScalars.count
    guard start + count <= text.count else { return false }
    return zip(text[start..<start + count], word.unicodeScalars).allSatisfy {
      $0.properties.lowercaseMapping == String($1)
    }
  }

  private static func bracketed(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    guard let close = closing("]", of: "[", text, start) else { return nil }
    let inside = text[(start + 1)..<close]
    let words = inside.split { !$0.properties.isAlphabetic }
      .map { String(String.UnicodeScalarView($0)).lowercased() }
    let asks = words.contains("your") || words.contains("insert")
    let isName =
      inside.first.map { $0.properties.isUppercase } == true
      && inside.count(where: \.properties.isAlphabetic) >= 2 && words != ["sic"]
    return asks || isName ? close + 1 : nil
  }

  private static func templateField(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    guard start + 1 < text.count, text[start + 1] == "{" else { return nil }
    let limit = min(text.count - 1, start + reach)
    var index = start + 2
    while index < limit {
      if text[index] == "}", text[index + 1] == "}" {
        return text[(start + 2)..<index].allSatisfy(\.properties.isWhitespace) ? nil : index + 2
      }
      index += 1
    }
    return nil
  }

  private static func angled(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    guard let close = closing(">", of: "<", text, start), close > start + 1 else { return nil }
    let first = text[start + 1]
    let last = text[close - 1]
    guard first.properties.isAlphabetic || [".", "…", "_"].contains(first),
      !last.properties.isWhitespace
    else { return nil }
    return close + 1
  }

  private static func closing(
    _ close: Unicode.Scalar, of open: Unicode.Scalar, _ text: [Unicode.Scalar], _ start: Int
  ) -> Int? {
    for index in (start + 1)..<max(start + 1, min(text.count, start + reach)) {
      if text[index] == close { return index }
      if text[index] == open { return nil }
    }
    return nil
  }

  private static func isBoundary(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0, index < text.count else { return true }
    return !(text[index - 1].isWordCharacter && text[index].isWordCharacter)
  }
}
