import Testing

@testable import Evidence

/// Foreign values in our own markup.
@Suite struct HTMLTests {
  @Test func aValueIsText() {
    let evil = "</p><script>\"'&\u{202E}"
    let html: HTML = "<p class=\"a\">\(evil)</p>"
    #expect(
      html.markup == "<p class=\"a\">&lt;/p&gt;&lt;script&gt;&quot;&#39;&amp;\\u{202E}</p>")
  }

  @Test func aValueStaysWithinItsAttribute() {
    let html: HTML = "<p class=\"\("x\" onclick=\"y")\">"
    #expect(html.markup == "<p class=\"x&quot; onclick=&quot;y\">")
  }

  @Test func piecesOfMarkupAreJoinedAsTheyAre() {
    let items: [HTML] = ["a", "<b>"].map { "<li>\($0)</li>" }
    let html: HTML = "<ul>\(items)\(HTML(text: "&"))</ul>"
    #expect((html + "<hr>").markup == "<ul><li>a</li><li>&lt;b&gt;</li>&amp;</ul><hr>")
  }

  @Test func numbersAreText() {
    let html: HTML = "<p>\(1) \(true)</p>"
    #expect(html.markup == "<p>1 true</p>")
  }
}
