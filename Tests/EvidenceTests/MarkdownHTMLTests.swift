import Testing

@testable import Evidence

/// Foreign Markdown on a page: what it says is seen, and nothing of it acts.
@Suite struct MarkdownHTMLTests {
  private func html(_ markdown: String) -> String { HTML(markdown: markdown, below: 2).markup }

  // MARK: What authors write

  @Test(arguments: [
    ("Words & more", "<p>Words &amp; more</p>"),
    ("*a* **b** ~~c~~ `d`", "<p><em>a</em> <strong>b</strong> <s>c</s> <code>d</code></p>"),
    ("a  \nb\nc", "<p>a<br>\nb\nc</p>"),
    ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
    ("- a\n- b", "<ul class=\"tight\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>"),
    ("3. a\n\n4. b", "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>"),
    (
      "- [x] a\n- [ ] b",
      "<ul class=\"tight\">\n<li class=\"task\">☑ <p>a</p>\n</li>\n<li class=\"task\">☐ <p>b</p>\n</li>\n</ul>"
    ),
    ("    a < b\n", "<pre><code>a &lt; b\n</code></pre>"),
    ("```swift\na\n```", "<pre><code>a\n</code></pre>"),
    ("***", "<hr>"),
    (
      "| a | b |\n|:-:|--:|\n| c |\n",
      """
      <div class="wide" role="group" aria-label="Table" tabindex="0"><table>
      <thead><tr><th scope="col" class="center">a</th><th scope="col" class="right">b</th></tr></thead>
      <tbody>
      <tr><td class="center">c</td><td class="right"></td></tr>
      </tbody></table></div>
      """
    ),
    (
      "a[^x] b[^x]\n\n[^x]: c",
      """
      <p>a<sup id="note-1-mark"><a href="#note-1">1</a></sup> b<sup><a href="#note-1">1</a></sup></p>
      <div class="note" id="note-1"><a href="#note-1-mark">1</a><div>
      <p>c</p>
      </div></div>
      """
    ),
    ("a<br>b<br />c", "<p>a<br>\nb<br>\nc</p>"),
  ])
  func whatAuthorsWriteIsShown(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == expected + "\n")
  }

  @Test func headingsKeepTheirOrderWhateverRanksTheyAreGiven() {
    #expect(
      html("### a\n\n# b\n\n###### c\n\n## d\n\n> # e\n") == """
        <h3 id="text-a">a</h3>
        <h3 id="text-b">b</h3>
        <h4 id="text-c">c</h4>
        <h4 id="text-d">d</h4>
        <blockquote>
        <h3>e</h3>
        </blockquote>

        """)
    let deep = (1...6).map { String(repeating: "#", count: $0) + " a\n" }.joined()
    #expect(html(deep).hasSuffix("<h6 id=\"text-a-4\">a</h6>\n<h6 id=\"text-a-5\">a</h6>\n"))
  }

  @Test func namesOfHeadingsAreNotThoseOfThePage() {
    #expect(
      html("# Why\n\n# Why\n\n# \"><b>\n") == """
        <h3 id="text-why">Why</h3>
        <h3 id="text-why-1">Why</h3>
        <h3 id="text-">&quot;&gt;<code class="raw">&lt;b&gt;</code></h3>

        """)
  }

  @Test func aSectionHasNeitherItsHeadingNorNames() {
    let html = HTML(section: "# A *b*\n\nc[^1] [d](#a) [e](b.md)\n\n> # f\n\n[^1]: g\n").markup
    #expect(
      html == """
        <p>c<sup>1</sup> d e <span class="address">(b.md)</span></p>
        <blockquote>
        <h4>f</h4>
        </blockquote>
        <div class="note"><span>1</span><div>
        <p>g</p>
        </div></div>

        """)
  }

  // MARK: Links and images

  @Test(arguments: [
    ("[a](https://example.org/?b=1&c=\"2\")", "https://example.org/?b=1&amp;c=%222%22"),
    ("<http://example.org>", "http://example.org"),
    ("<a@example.org>", "mailto:a@example.org"),
    ("www.example.org", "http://www.example.org"),
    ("[a](HTTPS://example.org)", "HTTPS://example.org"),
    (
      "[a](https://example.org/ä\\\\ü<>'`{}|^)",
      "https://example.org/%C3%A4%5C%C3%BC%3C%3E&#39;%60%7B%7D%7C%5E"
    ),
    ("[a][b]\n\n[b]: <https://example.org/c d> 'title'", "https://example.org/c%20d"),
  ])
  func linksLeadToTheWebAndToMailboxes(_ markdown: String, _ address: String) {
    #expect(
      html(markdown).hasPrefix("<p><a href=\"\(address)\" rel=\"noreferrer noopener\">"),
      "\(html(markdown))")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)",
    "javascript&#58;alert(1)", "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)",
    "java&#9;script:alert(1)", "java&#10;script:alert(1)", "java&#0;script:alert(1)",
    "&#1;javascript:alert(1)", "&#32;javascript:alert(1)", "%6Aavascript:alert(1)",
    "java&NewLine;script:alert(1)", "javascript&Tab;:alert(1)", "\\javascript:alert(1)",
    "javascript://example.org/%0Aalert(1)", "vbscript:msgbox(1)", "livescript:x", "mocha:x",
    "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml,x", "DATA:x", "file:///etc/passwd", "\\\\\\\\server\\\\share",
    "//example.org",
    "/etc", "ftp://example.org", "ws://example.org", "blob:https://example.org/a",
    "filesystem:https://example.org/a", "view-source:https://example.org", "about:blank",
    "intent://example.org", "tel:123", "sms:123", "ms-word:ofe|u|https://example.org",
    "https:example.org",
    "http:/example.org", "https://", "mailto:", "https&#58;//exa&#x202E;mple.org",
    "https://example.org/&#x200B;", "#nowhere", "#why", "", "?a", "a.md",
  ])
  func othersStandAsText(_ address: String) {
    for markdown in ["[a](<\(address)>)", "[a][b]\n\n[b]: <\(address)>"] {
      let html = html(markdown)
      #expect(!html.contains("href"), "\(html)")
      // Without a definition that can be read, the brackets are words.
      #expect(
        html.hasPrefix("<p>a <span class=\"address\">(") || html.hasPrefix("<p>["), "\(html)")
    }
    #expect(!html("![a](<\(address)>)").contains("<img"))
  }

  @Test func aLinkWithinTheTextLeadsToItsHeading() {
    #expect(
      html("# Über uns\n\n[a](#über-uns) [b](#Über-uns)\n") == """
        <h3 id="text-über-uns">Über uns</h3>
        <p><a href="#text-über-uns">a</a> b <span class="address">(#Über-uns)</span></p>

        """)
  }

  /// cmark lets an address in angle brackets, or the mark of a footnote, stand within a link.
  @Test func noLinkStandsWithinAnother() {
    #expect(
      html("[<https://a.example>](https://b.example) [c[^1]](https://d.example)\n\n[^1]: e\n")
        .hasPrefix(
          """
          <p><a href="https://b.example" rel="noreferrer noopener">https://a.example \
          <span class="address">(https://a.example)</span></a> \
          <a href="https://d.example" rel="noreferrer noopener">c<sup id="note-1-mark">1</sup></a></p>
          """))
  }

  @Test func imagesAreNeverLoaded() {
    #expect(
      html("![a *b*](https://example.org/c.png \"title\") ![](data:image/png;base64,AA)") == """
        <p><span class="image">Picture: a <em>b</em> <span class="address">\
        (https://example.org/c.png)</span></span> <span class="image">Picture:  \
        <span class="address">(data:image/png;base64,AA)</span></span></p>

        """)
  }

  @Test func longAddressesAreCut() {
    let long = "https://example.org/" + String(repeating: "a", count: 3000)
    #expect(
      html("[a](\(long))") == "<p>a <span class=\"address\">(\(long.prefix(200))…)</span></p>\n")
  }

  @Test func fewBytesCannotAskForManyAddresses() {
    let address = "https://example.org/" + String(repeating: "a", count: 1000)
    let html = html("[x]: \(address)\n\n" + String(repeating: "[x] ", count: 20_000))
    #expect(html.utf8.count < 3 << 20, "\(html.utf8.count)")
    let isGoneOn = html.contains("x x x")
    #expect(isGoneOn)
  }

  // MARK: HTML

  /// Each with what it must not become: an element of the page.
  @Test(arguments: [
    // The seven kinds of blocks (CommonMark 0.31, section 4.6).
    "<script>alert(1)</script>", "<pre onclick=x>a</pre>", "<style>*{display:none}</style>",
    "<textarea>a", "<!-- a\n\nb -->", "<!--> a", "<?php a ?>", "<!DOCTYPE html>",
    "<![CDATA[ a ]]>", "</main></body></html>", "<div onmouseover=\"alert(1)\">\na\n</div>",
    "<meta http-equiv=\"refresh\" content=\"0;url=https://evil.example\">",
    "<link rel=stylesheet href=//evil.example>", "<base href=\"https://evil.example/\">",
    "<iframe src=\"https://evil.example\"></iframe>", "<form action=x><input></form>",
    "<x-y onclick=alert(1)>", "</x-y>", "<table><tr><td>a", "<details open ontoggle=alert(1)>",
    // Between words.
    "a <img src=x onerror=alert(1)> b", "a <svg onload=alert(1)> b", "a <svg/onload=alert(1)> b",
    "a <math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">", "a <b onclick='x'>b</b>",
    "a <a href=\"javascript:alert(1)\">b</a>", "a <object data=x>", "a <embed src=x>",
    "a <video><source onerror=alert(1)></video>", "a <br onclick=alert(1)> b", "a <BR\n/>",
    "a <!-- b --> c", "a <!--> b -->", "a <?b?> c", "a <!B c> d", "a <![CDATA[b]]> c",
    "a <scr<script>ipt>alert(1)</scr</script>ipt>", "a <\u{0}script>b", "a <ſcript>b",
    "a &lt;script&gt;b&lt;/script&gt;", "a \\<script>b", "a <script", "a <a href=\"",
    "a <img src=\"x",
    // In what else holds words.
    "# <script>a</script>", "> <script>a</script>", "- <script>a</script>", "`<script>`",
    "```html\n</code></pre><script>a</script>\n```", "```\"><script>\na\n```",
    "| <script> | \"> |\n|---|---|\n| </table> | <td> |", "[^1]\n\n[^1]: <script>a</script>",
    "[<script>](https://a.example)", "![\"><script>](https://a.example/\"><script>)",
    "[a](https://a.example \"\\\"><script>\")", "[a]: https://a.example '\"><script>'\n[a]",
    "[a](https://a.example/\"onmouseover=\"alert(1))", "<https://a.example/\"onclick=\"x>",
    "[a](<https://a.example/><script>>)", "https://a.example/<script>", "a@b.example<script>",
    "[[[[a](b)](c)](d)](e)", "[a](b](c)[d]", "**a <b** c>", "*a **b* c** </em></strong>",
    "<<<<a>>>>", "\"'><", "&quot;&gt;&lt;", "{{a}} ${b} <%= c %>",
  ])
  func htmlIsShownAsItsAuthorWroteIt(_ markdown: String) {
    let allowed: Set<Substring> = [
      "p", "h3", "blockquote", "ul", "li", "pre", "code", "div", "table", "thead", "tbody", "tr",
      "th",
      "td", "a", "em", "strong", "span", "sup", "br",
    ]
    for html in [html(markdown), HTML(section: markdown).markup] {
      for tag in html.split(separator: "<").dropFirst(html.hasPrefix("<") ? 0 : 1) {
        let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
        #expect(allowed.contains(name), "\(html)")
        let attributes = tag.prefix { $0 != ">" }
        for match in attributes.matches(of: /([^ =]+)=/) where !attributes.hasPrefix("a href=") {
          #expect(
            ["class", "id", "scope", "role", "label", "aria-label", "tabindex"]
              .contains(match.output.1), "\(html)")
        }
      }
      let begun = html.matches(of: /<([a-z0-9]+)/).map(\.output.1).filter { $0 != "br" }
      let ended = html.matches(of: /<\/([a-z0-9]+)>/).map(\.output.1)
      #expect(begun.sorted() == ended.sorted(), "\(html)")
    }
  }

  @Test func whatIsWrittenCanBeRead() {
    #expect(
      html("a <img src=x onerror=alert(1)> b\n\n<script>\nc\n</script>\n") == """
        <p>a <code class="raw">&lt;img src=x onerror=alert(1)&gt;</code> b</p>
        <pre class="raw"><code>&lt;script&gt;
        c
        &lt;/script&gt;
        </code></pre>

        """)
  }

  // MARK: What nobody can see

  @Test(arguments: [
    ("a\u{202E}b", "a\\u{202E}b"), ("a&#x202E;b", "a\\u{202E}b"), ("a\u{1B}[31m", "a\\u{1B}[31m"),
    ("`\u{200B}`", "<code>\\u{200B}</code>"), ("a&#0;", "a\u{FFFD}"), ("a&#x7F;", "a\\u{7F}"),
    ("a&shy;b", "a\\u{AD}b"), ("a\u{2028}b", "a\\u{2028}b"), ("a\u{FEFF}b", "a\\u{FEFF}b"),
    ("a <b c='\u{202E}'>", "a <code class=\"raw\">&lt;b c=&#39;\\u{202E}&#39;&gt;</code>"),
    ("[a](<b\u{202E}c>)", "a <span class=\"address\">(b\\u{202E}c)</span>"),
  ])
  func whatNobodyCanSeeIsEscaped(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
  }

  // MARK: Without end

  @Test(arguments: ["> ", "- ", "1. ", "*a ", "[^1]: > ", "![", "~~a "])
  func depthIsBounded(_ piece: String) throws {
    let html = html(String(repeating: piece, count: 5000) + "end")
    var (depth, deepest) = (0, 0)
    for tag in html.matches(of: /<(\/?)([a-z0-9]+)/) where tag.output.2 != "br" {
      depth += tag.output.1.isEmpty ? 1 : -1
      deepest = max(deepest, depth)
    }
    #expect(depth == 0 && deepest < 120, "\(depth), \(deepest)")
    #expect(html.contains("end"))
  }
}
