import Testing

@testable import Objects

/// Which characters may be signed, checked for every character there is.
@Suite struct CharactersTests {
  /// What no statement may hold, as the formats list it.
  static let refused: [ClosedRange<UInt32>] = [
    0...0x09, 0x0B...0x1F, 0x7F...0x9F, 0x061C...0x061C, 0x200B...0x200F, 0x202A...0x202E,
    0x2060...0x2069, 0xFEFF...0xFEFF,
  ]
  static let scalars: [Unicode.Scalar] = (0...0x10FFFF).compactMap { Unicode.Scalar(UInt32($0)) }

  @Test func aStatementHoldsExactlyWhatTheFormatsAllow() {
    for scalar in Self.scalars {
      let refused = Self.refused.contains { $0.contains(scalar.value) }
      if Characters.allowedInStatement(scalar) == refused {
        Issue.record("\(Characters.codePoint(scalar))")
      }
    }
  }

  @Test func aStatementHoldsNoControlAndNoBidirectionalCharacter() {
    for scalar in Self.scalars where Characters.allowedInStatement(scalar) && scalar != "\n" {
      if scalar.properties.generalCategory == .control || scalar.properties.isBidiControl {
        Issue.record("\(Characters.codePoint(scalar))")
      }
    }
  }

  @Test func aDocumentMayHoldTabsJoinersAndMarksToo() {
    let more = Self.scalars.filter {
      Characters.allowedInDocument($0) != Characters.allowedInStatement($0)
    }
    #expect(more.map(\.value) == [0x09, 0x061C, 0x200C, 0x200D, 0x200E, 0x200F])
    #expect(more.allSatisfy(Characters.allowedInDocument))
  }

  @Test(arguments: [
    "a\u{AD}b", "a\u{2028}b", "a\u{2029}b", "a\u{3164}b", "a\u{115F}b", "a\u{1160}b",
    "a\u{FFA0}b", "a\u{E0041}b", "a\u{E0001}b", "a\u{34F}b", "a\u{17B4}b", "a\u{206A}b",
    "a\u{FFF9}b", "a\u{FE0F}b", "a\u{FE00}b", "a\u{E0100}b", "a\u{180B}b", "\u{FE0F}",
    "\u{1D173}", "a\u{180E}b", "\u{2764}\u{E0100}",
  ])
  func whatNobodySeesIsHidden(_ text: String) {
    #expect(Self.hidden(in: text).count == 1)
    #expect(Characters.escaped(text).contains("\\u{"))
  }

  @Test(arguments: [
    "a b c", "é ü 李", "\u{2764}\u{FE0F}", "1\u{FE0F}\u{20E3}", "\u{845B}\u{E0100}",
    "\u{4FAE}\u{FE00}", "\u{1820}\u{180B}", "می‌خواهم", "\u{1F468}\u{200D}\u{1F469}", "a\u{200E}b",
    "a\u{A0}b", "\u{61C}",
  ])
  func whatALanguageNeedsIsNot(_ text: String) { #expect(Self.hidden(in: text).isEmpty) }

  static func hidden(in text: String) -> [Unicode.Scalar] {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.filter {
      Characters.isHidden(scalars[$0], after: $0 > 0 ? scalars[$0 - 1] : nil)
    }.map { scalars[$0] }
  }

  @Test func whatTheFormatsRefuseIsNotCalledHiddenToo() {
    for scalar in Self.scalars where !Characters.allowedInDocument(scalar) {
      if Characters.isHidden(scalar, after: nil) { Issue.record("\(Characters.codePoint(scalar))") }
    }
  }

  @Test func aNameHoldsNoLineFeedAndNoAngleBracket() {
    let fewer = Self.scalars.filter {
      Characters.allowedInName($0) != Characters.allowedInStatement($0)
    }
    #expect(fewer.map(\.value) == [0x0A, 0x3C, 0x3E])
    #expect(!fewer.contains(where: Characters.allowedInName))
  }

  @Test(arguments: ["Jane Doe", "J", "Zoë", "李 雷", "O'Neil, Jr.", "e\u{301}"])
  func aNameIsAName(_ text: String) { #expect(Characters.isName(text)) }

  @Test(arguments: [
    "", " ", " Jane", "Jane ", "\u{A0}Jane", "Jane\u{3000}", "Jane\nDoe", "Jane\tDoe", "Jane <",
    ">",
    "Jane\u{202E}", "Jane\u{200B}", "Jane\u{1B}[0m", "Jane\0", "<\u{338}", "Jane \u{301}>\u{338}",
  ])
  func anotherNameIsRefused(_ text: String) { #expect(!Characters.isName(text)) }

  @Test func whatMayNotBeShownIsEscaped() {
    #expect(Characters.escaped("a\u{1B}[2Jb") == "a\\u{1B}[2Jb")
    #expect(
      Characters.escaped("\u{202E}\u{200D}\r\0\u{9B}") == "\\u{202E}\\u{200D}\\u{D}\\u{0}\\u{9B}")
    #expect(Characters.escaped("a\tb\nc é 李") == "a\tb\nc é 李")
    #expect(Characters.escaped("a\r\nb") == "a\\u{D}\nb")
  }

  @Test func whatIsEscapedHoldsOnlyWhatMayBeShown() {
    let all = String(String.UnicodeScalarView(Self.scalars.filter { $0.value < 0x3000 }))
    let shown = Characters.escaped(all).unicodeScalars
    #expect(shown.allSatisfy { $0 == "\t" || Characters.allowedInStatement($0) })
  }

  @Test func aCharacterIsNamedByItsCodePoint() {
    #expect(Characters.codePoint("\n") == "U+000A")
    #expect(Characters.codePoint("\u{202E}") == "U+202E")
    #expect(Characters.codePoint("\u{1F600}") == "U+1F600")
  }
}
