import Markdown
import Testing

@testable import Evidence

/// Words of a section are marked where a reader finds them, whatever stands around and within them.
@Suite struct QuotationTests {
  private func marked(_ source: String, _ words: String, in section: String = "goals") -> String {
    let quotation = Quotation(section: section, words: words, name: "5.2 b", target: "row")
    return HTML(markdown: source, below: 2, marking: [quotation]).markup
  }

  private let name = "<sup> <a href=\"#row\">5.2 b</a></sup>"

  @Test func wordsAreMarked() {
    #expect(
      marked("# Goals\nWe set goals each year.", "set goals")
        .contains("We <mark>set goals</mark>\(name) each year."))
  }

  @Test func linesAndEmphasisDoNotMatter() {
    #expect(
      marked("# Goals\nWe *set*\n**goals each** year.", "set goals each year")
        .contains(
          "<em><mark>set</mark></em>\n<strong><mark>goals each</mark></strong> <mark>year</mark>\(name)."
        ))
  }

  @Test(arguments: [
    "# Scope\nWe set goals.\n\n# Goals\nNothing.",
    "# Goals\nWe set.\n# Other\ngoals.",
    "# Goals\nWe ~~set~~ goals.", "# Goals\n<!-- set goals -->\n", "# Goals\n```\nset goals\n```\n",
    "# Goals\n## set goals\nNothing.", "# Goals\n![set goals](a.png)",
  ])
  func whatIsNoProseOfTheSectionIsNotMarked(_ source: String) {
    #expect(!marked(source, "set goals").contains("<mark>"))
  }

  @Test func wordsOfASectionWithinAreMarked() {
    #expect(
      marked("# Goals\n## How\nWe set goals.", "set goals").contains("<mark>set goals</mark>"))
  }

  @Test func whatIsQuotedTwiceIsMarkedOnce() {
    let quotations = ["set goals", "goals each year"].map {
      Quotation(section: "goals", words: $0, name: $0, target: "row")
    }
    let html = HTML(markdown: "# Goals\nWe set goals each year.", below: 2, marking: quotations)
      .markup
    #expect(
      html.contains(
        "<mark>set </mark><mark>goals</mark><sup> <a href=\"#row\">set goals</a></sup>"
          + "<mark> each year</mark><sup> <a href=\"#row\">goals each year</a></sup>."))
  }

  @Test func foreignWordsStayText() {
    let quotation = Quotation(section: "goals", words: "<b>&", name: "<i>", target: "row")
    let html = HTML(markdown: "# Goals\nWe say \\<b>& so.", below: 2, marking: [quotation]).markup
    #expect(html.contains("<mark>&lt;b&gt;&amp;</mark>"))
    #expect(html.contains("&lt;i&gt;</a>"))
  }

  @Test func wordsThatEndInALinkOrInCodeAreNamedBehindThem() {
    #expect(
      marked("# Goals\nWe [set goals](https://example.org).", "set goals")
        .contains("<mark>set goals</mark><sup> 5.2 b</sup></a>"))
    #expect(
      marked("# Goals\nWe set `goals`.", "set goals")
        .contains("<mark>set</mark> <code>goals</code>\(name)."))
  }

  /// Whatever `says` finds in a section is marked in full, and nothing else.
  @Test func marksAreTheWordsThatTheSectionSays() {
    var random = Chance(seed: 27001)
    let pieces = [
      "we", "set", "goals", "ß", "日本", "*set*", "**goals**", "[we](#x)", "\n", "\n\n", "\n- ",
      "\n> ", "`set`",
      "~~we~~", "\n# Goals\n", "\n## Set\n", " ", "&amp;", "\u{a0}",
      "| a | b |\n|---|---|\n| we | set |\n",
    ]
    for _ in 0..<400 {
      let source =
        "# Goals\n"
        + (0..<12).map { _ in pieces[random.next(below: pieces.count)] + " " }.joined()
      let text = MarkdownText(source)
      guard let section = text.section("goals") else { continue }
      let words = section.text.split(separator: " ")
      guard !words.isEmpty else { continue }
      let start = random.next(below: words.count)
      let quoted = words[start..<min(words.count, start + 3)].joined(separator: " ")
      #expect(section.says(quoted))
      let events = MarkdownEvent.all(in: source)
      let places = QuotationPlaces(
        of: [Quotation(section: "goals", words: quoted, name: "x", target: "x")], in: events)
      let found = places.marks.sorted { $0.key < $1.key }.flatMap { position, marks in
        marks.map { mark -> String in
          switch events[position] {
          case .text(let text), .code(let text):
            String(decoding: Array(text.utf8)[mark.bytes], as: UTF8.self)
          default: ""
          }
        }
      }
      #expect(
        found.joined().filter { !$0.isWhitespace } == quoted.filter { !$0.isWhitespace },
        "\(source)")
    }
  }
}

/// The same numbers each time.
private struct Chance {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
