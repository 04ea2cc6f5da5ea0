/// Something in a text that still has to be filled in.
///
/// Whole words `TODO`, `TBC`, `TBD`, `XXX`; `<…>` unless it is a link, a comment or a known HTML
/// element; a fill-in in brackets such as `[Company]` or `[your organisation]`; a template field
/// `{{…}}`; "lorem ipsum". Other words in brackets, such as `[ISO 27001]`, are a reference or an
/// aside: they are left alone.
public struct Placeholder: Sendable, Hashable {
  /// The line on which it begins, counted like the lines of the text it was found in.
  public let line: Int
  /// The characters that stand there, white space folded.
  public let text: String
  /// Whether it may be meant to stand there: in inline code, where a text shows what it speaks of, or
  /// as an instruction to a website generator, `{{< … >}}` or `{{% … %}}`.
  public let mayBeMeant: Bool

  init(line: Int, text: String, isCode: Bool = false) {
    self.line = line
    self.text = text
    mayBeMeant = isCode || text.hasPrefix("{{<") || text.hasPrefix("{{%")
  }

  /// The same on a line so many further down.
  func moved(by lines: Int) -> Placeholder { Placeholder(self, line: line + lines) }

  private init(_ other: Placeholder, line: Int) {
    self.line = line
    text = other.text
    mayBeMeant = other.mayBeMeant
  }

  /// The placeholders in a plain text, such as a title, that begins on `line`.
  public static func all(in text: String, line: Int) -> [Placeholder] {
    var reading = ReadingText()
    reading.append(lines: text, from: line)
    return reading.placeholders
  }
}

/// What a placeholder looks like.
enum PlaceholderPattern {
  /// How far a closing bracket may be from its opening one: a fill-in is short, and the search
  /// stays linear.
  private static let reach = 100

  private static let words = ["TODO", "TBC", "TBD", "XXX"].map { Array($0.unicodeScalars) }

  /// Whether one may begin somewhere in the text, in UTF-8: most texts are done with here.
  static func mayBegin(in text: [UInt8]) -> Bool {
    var before: UInt8 = 0
    return text.contains { byte in
      defer { before = byte }
      return switch (before, byte) {
      case (_, UInt8(ascii: "[")), (_, UInt8(ascii: "<")), (_, UInt8(ascii: "{")): true
      case (UInt8(ascii: "T"), UInt8(ascii: "O")), (UInt8(ascii: "T"), UInt8(ascii: "B")): true
      case (UInt8(ascii: "X"), UInt8(ascii: "X")): true
      case (UInt8(ascii: "l"), _), (UInt8(ascii: "L"), _): byte | 0x20 == UInt8(ascii: "o")
      default: false
      }
    }
  }

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
      $0.isASCII && $0.value | 0x20 == $1.value
    }
  }

  /// What is in brackets is to be filled in if it says so (`[your company]`, `[insert date]`), if all
  /// its words are of forms (`[Company Name]`), or if it asks for the something of something
  /// (`[Name of the auditor]`).
  private static func bracketed(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    guard let close = closing("]", of: "[", text, start) else { return nil }
    let words = text[(start + 1)..<close].split { !$0.properties.isAlphabetic }
      .map { String(String.UnicodeScalarView($0)).lowercased() }
    guard let first = words.first else { return nil }
    let asks = words.contains("your") || words.contains("insert")
    let isForm =
      words.contains(where: formWords.contains)
      && words.allSatisfy { formWords.contains($0) || joiningWords.contains($0) }
    let isOf = formWords.contains(first) && words.dropFirst().first == "of"
    return asks || isForm || isOf ? close + 1 : nil
  }

  /// What forms ask for, in the languages that templates of policies mostly come in.
  private static let formWords: Set<String> = [
    // English
    "address", "amount", "author", "city", "company", "contact", "country", "customer", "date",
    "day", "department", "description", "email", "employer", "location", "month", "name", "number",
    "organisation", "organization", "owner", "person", "phone", "place", "position", "reference",
    "role", "signature", "telephone", "text", "time", "title", "url", "version", "website", "year",
    // German
    "abteilung", "adresse", "datum", "firma", "firmenname", "jahr", "nummer", "ort",
    "rolle", "telefon", "titel", "unterschrift", "unternehmen", "unternehmensname", "verein",
    // French, Italian, Portuguese, Spanish
    "azienda", "data", "empresa", "entreprise", "fecha", "nom", "nombre", "nome", "organisme",
    "organización", "organização", "organizzazione", "société", "titre", "título",
  ]

  /// What may stand between or beside them.
  private static let joiningWords: Set<String> = [
    "a", "and", "approval", "de", "del", "der", "des", "du", "e", "effective", "full", "gmbh",
    "here",
    "inc", "job", "legal", "llc", "ltd", "mail", "of", "or", "plc", "review", "the", "und",
  ]

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
