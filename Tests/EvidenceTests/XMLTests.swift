import Foundation
import Testing

@testable import Evidence

/// Foreign values in a feed.
@Suite struct XMLTests {
  @Test(arguments: [
    ("</title><b>", "&lt;/title&gt;&lt;b&gt;"),
    ("a\" b='c' & ]]>", "a&quot; b=&#39;c&#39; &amp; ]]&gt;"),
    ("\u{0}\u{1B}[31m\u{202E}", "\\u{0}\\u{1B}[31m\\u{202E}"),
    ("\u{FFFE}\u{301}a\u{FFFF}", "\\u{FFFE}\u{301}a\\u{FFFF}"),
  ])
  func aValueIsText(_ value: String, _ shown: String) {
    let xml: XML = "<title>\(value)</title>"
    #expect(xml.markup == "<title>\(shown)</title>")
  }

  @Test func piecesAreJoinedAsTheyAre() {
    let entries: [XML] = ["a", "<"].map { "<entry>\($0)</entry>" }
    let xml: XML = "<feed>\(entries)</feed>"
    #expect(xml.markup == "<feed><entry>a</entry><entry>&lt;</entry></feed>")
  }

  /// Whatever the character, what comes out may stand in XML (XML 1.0, section 2.2).
  @Test func noCharacterIsForbidden() {
    let values = [0..<0x3000, 0xD000..<0x10010].joined().compactMap { Unicode.Scalar($0 as UInt32) }
    let unsound = values.filter { value in
      let xml: XML = "\(String(value))"
      return !xml.markup.unicodeScalars.allSatisfy { shown in
        [0x9, 0xA, 0xD].contains(shown.value) || (0x20...0xD7FF).contains(shown.value)
          || (0xE000...0xFFFD).contains(shown.value) || shown.value >= 0x10000
      }
    }
    #expect(unsound.isEmpty)
  }
}

/// What a script reads on a page.
@Suite struct PageDataTests {
  @Test(arguments: [
    "</script><script>alert(1)</script>", "<!--<script>", "]]>", "<\u{338}/script>",
    "\u{2028}\\\"&amp;",
  ])
  func nothingInItIsMarkup(_ value: String) throws {
    let data = HTML(data: [.string(value)]).markup
    #expect(!data.contains { "<>&".unicodeScalars.contains($0.unicodeScalars.first ?? " ") })
    let read = try JSONDecoder().decode([String].self, from: Data(data.utf8))
    #expect(read == [value])
  }
}
