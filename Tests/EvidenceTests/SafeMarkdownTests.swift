import Testing

@testable import Evidence

/// Foreign values in our own Markdown: read by a Markdown reader, they are words.
@Suite struct SafeMarkdownTests {
  /// The places where values stand, with how the page begins and ends around one.
  private static let places:
    [(write: @Sendable (String) -> SafeMarkdown, start: String, end: String)] = [
      ({ "\($0)\n" }, "<p>", "</p>\n"),
      ({ "a\n\($0)\n" }, "<p>a\n", "</p>\n"),
      ({ "**a** \($0), b\n" }, "<p><strong>a</strong> ", ", b</p>\n"),
      ({ "> \($0)\n" }, "<blockquote>\n<p>", "</p>\n</blockquote>\n"),
      ({ "- \($0)\n" }, "<ul class=\"tight\">\n<li><p>", "</p>\n</li>\n</ul>\n"),
      ({ "# \($0)\n" }, "<h3 id>", "</h3>\n"),
      (
        { "| a |\n|---|\n| \($0) |\n" },
        "<div><table>\n"
          + "<thead><tr><th scope=\"col\">a</th></tr></thead>\n<tbody>\n<tr><td>",
        "</td></tr>\n</tbody></table></div>\n"
      ),
    ]

  /// What a reader makes of the value in each place, less our own marks around what would be a link.
  private func expectWords(_ value: String) {
    let words = HTML(
      text: String(value.map { $0 == "\n" || $0 == "\t" ? " " : $0 })
    ).markup
    for place in Self.places {
      let source = place.write(value).source
      let shown = HTML(markdown: source, below: 2).markup
        .replacing("<code>", with: "").replacing("</code>", with: "")
        .replacing(/<h3 id="[^"]*">/, with: "<h3 id>")
        .replacing(/<div class="wide"[^>]*>/, with: "<div>")
      #expect(shown == place.start + words + place.end, "\(source.debugDescription)")
    }
  }

  @Test(arguments: [
    "Jane Doe", "*a* _b_ **c** ~~d~~ `e` ``f``", "<script>alert(1)</script>", "<!-- a",
    "<a@b.example>",
    "[a](javascript:alert(1))", "![a](https://evil.example/a.png)", "[a]: b", "[^1]", "[^1]: b",
    "www.evil.example", "WWW.evil.example", "http://evil.example/?a=b&c", "https://a",
    "ftp://evil.example",
    "jane@example.org", "mailto:jane@example.org", "@jane", "a@", "`@`", "//", "a\\", "\\`",
    "&lt;b&gt;",
    "&#x202E;", "a\nb", "a\n\n# b", "    code", "a  ", "\tb", "# a", "## a ##", "a ##", "- a",
    "+ a", "* a",
    "1. a", "12) a", "1986. A year", "> a", "===", "---", "***", ":-", "|---|", "a | b", "\\|",
    "[x] a",
    "```", "~~~", "``` a", "$x$", "\u{202E}evil\u{1B}[31m", "é ü 日本", "=1+1", "a_b_c", "2 < 3 > 1",
  ])
  func aValueIsWords(_ value: String) { expectWords(value) }

  /// Whatever is put together of what has a meaning.
  @Test func anyValueIsWords() {
    let parts = [
      "a", "B1", "é", " ", "  ", "\t", "\n", "\\", "`", "``", "*", "**", "_", "[", "]", "(", ")",
      "](", "<", ">",
      "<b>", "<!--", "-->", "<?", "&", "&amp;", "&#35;", "#", "|", "~", "~~", "-", "---", "+", "=",
      "===", ":",
      "://", "http", "www", ".", "@", "/", "//", "!", "1", "1.", "2)", "^", "[^1]", "[ ]", "$",
      "\u{202E}", "\"",
      "'", "example.org", "{", "}", "%", ";", ",",
    ]
    var random = SplitMix64(state: 5)
    for _ in 0..<1000 {
      let count = Int.random(in: 1...12, using: &random)
      let value = (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      expectWords(value)
    }
  }

  @Test func twoValuesAreNoLinkTogether() {
    let markdown: SafeMarkdown = "\("jane@")\("example.org") \("http:/")\("/evil.example")"
    let other: SafeMarkdown = "\("@evil.example")"
    #expect((markdown + other).source == "jane`@`example.org http:`//`evil.example`@`evil.example")
    #expect(!HTML(markdown: (markdown + other).source, below: 2).markup.contains("<a"))
  }

  @Test func aNumberWithinALineIsNotEscaped() {
    let markdown: SafeMarkdown = "- \("2.0") of \("2.0"), **\("-1")**\n\("1.0")"
    #expect(markdown.source == "- 2\\.0 of 2.0, **-1**\n1\\.0")
  }

  @Test func ourOwnStandsAsItIs() {
    let items: [SafeMarkdown] = ["*a*", "b|"].map { "- \($0)\n" }
    let markdown: SafeMarkdown = "# A [link](https://example.org)\n\n\(items)"
    #expect(markdown.source == "# A [link](https://example.org)\n\n- \\*a\\*\n- b\\|\n")
    let nested: SafeMarkdown = "**\(SafeMarkdown("*own*"))**"
    #expect(nested.source == "***own***")
  }
}

/// Random numbers that are the same every time.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
