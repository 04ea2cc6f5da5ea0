import Documents
import Markdown
import Testing

/// Fences, bytes and sizes of documents.
@Suite struct DocumentTextTests {
  @Test(arguments: [
    ("nothing", ""), ("no front matter", "# Title\n"), ("other fence", "----\na: b\n----\n"),
    ("blank line first", "\n---\na: b\n---\n"), ("space behind the fence", "--- \na: b\n---\n"),
    ("no closing fence", "---\na: b\n"), ("closing fence without line end", "---\na: b\n---"),
    ("indented closing fence", "---\na: b\n ---\n"), ("only a fence", "---\n"),
  ])
  func fencesAreNeeded(_ name: String, _ text: String) {
    let parsed = parse(text)
    #expect(parsed.document == nil)
    #expect(parsed.problems.map(\.kind) == [.syntax], "\(name)")
    #expect(parsed.problems.first?.line == 1)
  }

  @Test func emptyFrontMatterHasNoEntries() {
    #expect(parse("---\n---\nBody\n").problems.map(\.line) == [2])
    #expect(parse("---\n- a\n---\nBody\n").problems.first?.kind == .syntax)
  }

  @Test func yamlIsStrict() {
    let parsed = parseSample("owner: ciso", "owner: &me ciso")
    #expect(parsed.document == nil)
    #expect(parsed.problems.map(\.kind) == [.syntax])
    #expect(parsed.problems.first?.line == 9)
    #expect(parseSample("owner: ciso", "id: again").problems.first?.line == 9)
  }

  @Test func carriageReturnsAreNamedOnce() {
    let parsed = parse(sample.replacing("\n", with: "\r\n"))
    #expect(parsed.problems.map(\.kind) == [.encoding])
    #expect(parsed.problems.first?.line == 1)
    #expect(parsed.problems.first?.message.contains("carriage return") == true)
    #expect(parsed.document?.body.section("purpose")?.line == 23)
  }

  /// It ends no line of the file, but it does for Markdown.
  @Test func aCarriageReturnInALineMovesNoOther() {
    let parsed = parseSample("is for.", "is for.\r\rTODO")
    #expect(parsed.problems.map(\.line) == [26])
    #expect(parsed.document?.body.placeholders.map(\.line) == [26])
    #expect(
      parsed.document?.body.sections.map(\.line)
        == parse(sample).document?.body.sections.map(\.line))
  }

  @Test func aByteOrderMarkIsNamed() {
    let parsed = parse("\u{FEFF}" + sample)
    #expect(parsed.problems.map(\.message) == ["the file begins with a byte order mark (U+FEFF)"])
    #expect(parsed.document != nil)
    #expect(
      parseSample("is for.", "is for\u{FEFF}.").problems.map(\.message)
        == ["line 26 holds U+FEFF, which cannot be seen"])
  }

  @Test func charactersThatDeceiveAreNamedWithTheirLine() {
    #expect(
      parseSample("is for.", "is \u{202E}for.").problems.map(\.message)
        == ["line 26 holds U+202E, which hides or reorders text"])
    #expect(parseSample("is for.", "is \u{2066}for.").problems.map(\.line) == [26])
    #expect(
      parseSample("is for.", "is \u{1B}[8mfor.").problems.map(\.message)
        == ["line 26 holds U+001B, a control character"])
    #expect(parseSample("is for.", "is\tfor می‌خواهم.").problems == [])
    let title = parseSample("title: Information", "title: \u{202E}Information").problems
    #expect(title.map(\.line) == [5])
  }

  /// The formats do not list these, so a decision on such a text stays what it is.
  @Test(arguments: ["\u{AD}", "\u{2028}", "\u{3164}", "\u{1160}", "\u{E0041}", "\u{FE0F}"])
  func charactersThatNobodySeesAreNamedAndRead(_ hidden: String) throws {
    let codePoint = String(hidden.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
    let parsed = parseSample("is for.", "is for\(hidden).\nand\(hidden) for.")
    #expect(parsed.problems.map(\.kind) == [.encoding])
    #expect(parsed.problems.first?.line == 26)
    #expect(parsed.problems.first?.message.contains(codePoint) == true)
    #expect(parsed.document != nil)
  }

  @Test func hiddenCharactersAreFoundBehindEscapesToo() {
    let title = parseSample("title: Information Security Policy", "title: \"In\\u3164fo\"")
    #expect(title.document != nil)
    #expect(title.problems.map(\.message) == ["line 5 holds U+3164, which cannot be seen"])
  }

  @Test func eachUnwelcomeCharacterIsNamedOnce() {
    let flood = String(repeating: "\u{202E}\u{200B}\n", count: 1000)
    #expect(parse(sample + flood).problems.count == 2)
  }

  @Test func decomposedTextIsNamedWithItsLine() {
    let parsed = parseSample("is for.", "is fu\u{308}r.")
    #expect(parsed.problems.map(\.kind) == [.encoding])
    #expect(parsed.problems.first?.line == 26)
    #expect(parsed.document != nil)
    let title = parseSample("title: Information", "title: \"Infoe\\u0301rmation").problems
    #expect(!title.isEmpty)
  }

  @Test func bytesThatAreNoUTF8AreNamedWithTheirLine() {
    for bytes: [UInt8] in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5, 0x80, 0x80]] {
      let parsed = Document.parse(Array(sample.utf8) + bytes + Array("\n".utf8), path: "p.md")
      #expect(parsed.document == nil)
      #expect(parsed.problems.map(\.kind) == [.encoding])
      #expect(parsed.problems.first?.line == 36)
    }
  }

  @Test func sizesAreLimited() {
    let clock = ContinuousClock()
    let huge = [UInt8](repeating: UInt8(ascii: "-"), count: 100_000_000)
    let time = clock.measure {
      #expect(Document.parse(huge, path: "p.md").problems.map(\.kind) == [.size])
    }
    #expect(time < .seconds(1))
    let lines = sample + String(repeating: "\n", count: Document.lineLimit)
    #expect(parse(lines).problems.map(\.kind) == [.size])
    let comment = "# " + String(repeating: "x", count: 64 * 1024) + "\nowner: ciso"
    let parsed = parseSample("owner: ciso", comment)
    #expect(parsed.problems.map(\.kind) == [.size])
    #expect(parsed.document == nil)
  }

  @Test func placeholdersHaveLinesOfTheFile() throws {
    let document = try #require(parseSample("is for.", "is for [Company].").document)
    #expect(document.body.placeholders.map(\.line) == [26])
    #expect(document.body.section("purpose")?.placeholders.first?.text == "[Company]")
  }

  @Test func placeholdersInTheFrontMatterAreFoundToo() throws {
    let text = sample.replacing("what Example Ltd", with: "what [Company]")
      .replacing("title: Information", with: "title: TODO Information")
    let document = try #require(parse(text).document)
    #expect(document.frontMatterPlaceholders.map(\.line) == [5, 14])
    #expect(document.frontMatterPlaceholders.map(\.text) == ["TODO", "[Company]"])
    #expect(try #require(parse(sample).document).frontMatterPlaceholders == [])
  }

  /// No bytes may stop the program; and what is read stays within the file.
  @Test func mutationsNeverCrash() {
    var random = SplitMix(state: 42)
    let good = Array(sample.utf8)
    let pieces = [
      "---\n", "\n", "\r", "\0", "&a ", "*a", "!t ", "<<: ", "? ", "[", "{", "\"", "'", "|", ">",
      "-",
      ": ", "# ", "\u{202E}", "e\u{301}", "\u{FEFF}", "<!--", "```", "TODO", "{{", "[A", "|-|\n",
      "~~",
    ].map { Array($0.utf8) }
    for _ in 0..<4000 {
      var bytes = good
      for _ in 0..<Int(random.next() % 4 + 1) {
        let index = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 5 {
        case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.removeSubrange(index..<min(bytes.count, index + Int(random.next() % 40) + 1))
        case 2:
          bytes.insert(contentsOf: pieces[Int(random.next() % UInt64(pieces.count))], at: index)
        case 3: bytes.insert(contentsOf: bytes[index...].prefix(30), at: index)
        default: bytes.removeLast(Int(random.next() % UInt64(bytes.count)))
        }
        if bytes.isEmpty { bytes = [0] }
      }
      let parsed = Document.parse(bytes, path: "policies/x.md")
      #expect(parsed.document != nil || !parsed.problems.isEmpty)
      let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
      for line in parsed.problems.map(\.line) + (parsed.document?.body.sections.map(\.line) ?? [])
        + (parsed.document?.body.placeholders.map(\.line) ?? [])
      {
        #expect((1...lines).contains(line), "line \(line) of \(lines)")
      }
      if let body = parsed.document?.body {
        #expect(Set(body.sections.map(\.slug)).count == body.sections.count)
      }
    }
  }
}

/// A small repeatable source of numbers (SplitMix64).
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
