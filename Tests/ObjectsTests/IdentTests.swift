import Testing

@testable import Objects

/// The line that says who and when.
@Suite struct IdentTests {
  @Test(arguments: [
    "Jane Doe <jane@example.org> 1795276800 +0000", "J <> 0 +0000", "J <a b> 1 -0130",
    " <x> 1 +0000",
    "Zoë 李 <z@example.org> 253402300799 +1400", "A. \"B\" 'C' <x> 1 +0545",
  ])
  func anIdentIsReadAndWrittenAlike(_ text: String) throws {
    #expect(try ident(text).description == text)
  }

  @Test func thePartsAreThoseOfTheLine() throws {
    let jane = try ident("Jane Doe <jane@example.org> 1795276800 -0230")
    #expect(jane.name == "Jane Doe")
    #expect(jane.email == "jane@example.org")
    #expect(jane.time == Instant(seconds: 1_795_276_800))
    #expect(jane.offset == -150)
    #expect(
      jane == Ident(name: "Jane Doe", email: "jane@example.org", time: jane.time, offset: -150))
  }

  @Test(arguments: [
    "", "Jane", "Jane Doe jane@example.org 1 +0000", "Jane Doe <jane@example.org>",
    "Jane Doe <jane@example.org> ", "Jane Doe <jane@example.org> 1",
    "Jane Doe <jane@example.org 1 +0000",
    "Jane Doe jane@example.org> 1 +0000", "Jane Doe<jane@example.org> 1 +0000",
    "Jane Doe <jane@example.org>1 +0000", "Jane > Doe <x> 1 +0000", "Jane <a> <b> 1 +0000",
    "Jane <a<b> 1 +0000", "Jane <a>> 1 +0000", "Jane >a< 1 +0000", "<x> 1 +0000",
    "Jane <x>  1 +0000", "Jane <x> 1  +0000", "Jane <x> 1 +0000 ", "Jane <x> 1\t+0000",
    "Jane <x> 01 +0000", "Jane <x> 00 +0000", "Jane <x> -1 +0000", "Jane <x> +1 +0000",
    "Jane <x> 1.0 +0000", "Jane <x> 253402300800 +0000", "Jane <x> 99999999999999999999 +0000",
    "Jane <x> \u{661} +0000", "Jane <x> 1 0000", "Jane <x> 1 +000", "Jane <x> 1 +00000",
    "Jane <x> 1 +0060", "Jane <x> 1 +1500", "Jane <x> 1 UTC", "Jane <x> 1 Z", "Jane <x> 1 +00:0",
    "Jane <x> 1 +0o00", "Jane <x> 1 +000\u{661}", "Jane <x> 1 --000",
  ])
  func anotherIdentIsRefused(_ text: String) {
    #expect(throws: GrammarError.self) { try ident(text) }
  }

  /// A bracket with a mark on it is still a bracket: Git reads bytes.
  @Test(arguments: [
    "A <\u{338} <x> 1 +0000", "A >\u{338} <x> 1 +0000", "A <x<\u{301}> 1 +0000",
    "A <x>\u{338} 1 +0000", "A <x> 1 +0000>\u{338}",
  ])
  func aBracketWithACombiningMarkIsABracket(_ text: String) {
    #expect(throws: GrammarError.self) { try ident(text) }
  }

  @Test func bytesThatAreNoTextAreRefused() {
    let bytes = Array("J".utf8) + [0xFF] + Array(" <x> 1 +0000".utf8)
    #expect(throws: GrammarError.self) { try Ident(bytes[...]) }
  }

  private func ident(_ text: String) throws -> Ident { try Ident(Array(text.utf8)[...]) }
}
