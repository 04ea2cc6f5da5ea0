import Objects

/// The text of a file that people write, and what in its bytes and characters they should mend.
///
/// UTF-8 in NFC with LF line ends, without a byte order mark and without characters that make a
/// reader see something else than what is signed (formats, introduction).
struct TextEncoding {
  /// The text with LF line ends and without byte order mark; `nil` if it is not UTF-8.
  let text: String?
  /// What is wrong, by line; each unwelcome character once, where it stands first.
  let problems: [Problem]
  /// Whether it is all of printable ASCII, tabs and line feeds, as most texts are.
  let isASCII: Bool

  /// Checks bytes whose first line is line `firstLine` of the file.
  init(_ bytes: some Collection<UInt8>, firstLine: Int = 1) {
    isASCII = Self.isASCII(bytes)
    if isASCII {
      text = String(decoding: bytes, as: UTF8.self)
      problems = []
      return
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      self.text = nil
      problems = [Self.notUTF8(bytes, firstLine: firstLine)]
      return
    }
    var problems: [Problem] = []
    var seen: Set<Unicode.Scalar> = []
    var line = firstLine
    var isFirst = true
    for scalar in text.unicodeScalars {
      if scalar == "\n" { line += 1 }
      if !Characters.allowedInDocument(scalar), seen.insert(scalar).inserted {
        problems.append(Self.problem(of: scalar, line: line, isFirst: isFirst))
      }
      isFirst = false
    }
    if let problem = Self.notNFC(text, firstLine: firstLine) { problems.append(problem) }

    self.problems = problems.sorted { $0.line < $1.line }
    self.text = seen.isEmpty ? text : Self.mended(text)
  }

  /// Whether all of it is printable ASCII, tabs and line feeds.
  static func isASCII(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.withContiguousStorageIfAvailable { bytes in
      // Without leaving early, many bytes are looked at at once.
      var others: UInt8 = 0
      for byte in bytes {
        let isPrintable = byte &- 0x20 < 0x5F
        others |= (isPrintable ? 0 : 1) & (byte == 0x0A ? 0 : 1) & (byte == 0x09 ? 0 : 1)
      }
      return others == 0
    } ?? false
  }

  /// The problem with a character that a document may not hold; `nil` if it may.
  static func problem(with text: String, line: Int) -> Problem? {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return nil }
    if let scalar = text.unicodeScalars.first(where: { !Characters.allowedInDocument($0) }) {
      return problem(of: scalar, line: line, isFirst: false)
    }
    return UnicodeNormalization.isNFC(text) ? nil : notNFC(line: line)
  }

  /// The characters in these texts that nobody can see, each once, where it stands first.
  ///
  /// The formats do not refuse them, so what was signed with one in it stays what it is.
  static func hidden(in texts: [(text: String, line: Int)]) -> [Problem] {
    var problems: [Problem] = []
    var seen: Set<Unicode.Scalar> = []
    for (text, firstLine) in texts where !text.utf8.allSatisfy({ $0 < 0x80 }) {
      var line = firstLine
      var previous: Unicode.Scalar?
      for scalar in text.unicodeScalars {
        if scalar == "\n" { line += 1 }
        if Characters.isHidden(scalar, after: previous), seen.insert(scalar).inserted {
          problems.append(problem(of: scalar, line: line, isFirst: false))
        }
        previous = scalar
      }
    }
    return problems
  }

  private static func problem(of scalar: Unicode.Scalar, line: Int, isFirst: Bool) -> Problem {
    let codePoint = Characters.codePoint(scalar)
    switch scalar.value {
    case 0x0D:
      return Problem(
        .encoding, line: line, "line \(line) holds a carriage return (U+000D)",
        remedy: "save the file with Unix line ends (LF)")
    case 0xFEFF where isFirst:
      return Problem(
        .encoding, line: line, "the file begins with a byte order mark (U+FEFF)",
        remedy: "save the file as UTF-8 without a byte order mark")
    case 0x202A...0x202E, 0x2066...0x2069:
      return Problem(
        .encoding, line: line, "line \(line) holds \(codePoint), which hides or reorders text",
        remedy: "take the character out")
    case 0..<0x20, 0x7F...0x9F:
      return Problem(
        .encoding, line: line, "line \(line) holds \(codePoint), a control character",
        remedy: "take the character out")
    default:
      return Problem(
        .encoding, line: line, "line \(line) holds \(codePoint), which cannot be seen",
        remedy: "take the character out")
    }
  }

  private static func notUTF8(_ bytes: some Collection<UInt8>, firstLine: Int) -> Problem {
    var line = firstLine
    for row in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if String(validating: row, as: UTF8.self) == nil { break }
      line += 1
    }
    return Problem(
      .encoding, line: line, "line \(line) is not UTF-8", remedy: "save the file as UTF-8")
  }

  private static func notNFC(_ text: String, firstLine: Int) -> Problem? {
    guard !UnicodeNormalization.isNFC(text) else { return nil }
    var line = firstLine
    for row in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      if !UnicodeNormalization.isNFC(String(row)) { return notNFC(line: line) }
      line += 1
    }
    return notNFC(line: firstLine)
  }

  private static func notNFC(line: Int) -> Problem {
    Problem(
      .encoding, line: line,
      "line \(line) spells a letter and its accents in a form that is not Unicode NFC",
      remedy: "type the letter again, or save the file in Unicode normalization form C (NFC)")
  }

  private static func mended(_ text: String) -> String {
    var mended = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\n", previous == "\r" { mended.removeLast() }
      // One that ends no line would end one for a reader of Markdown: all below would be miscounted.
      if scalar != "\u{FEFF}" || previous != nil { mended.append(scalar == "\r" ? " " : scalar) }
      previous = scalar
    }
    return String(mended)
  }
}
