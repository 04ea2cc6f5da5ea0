import Markdown
import Testing

@Suite struct SectionTests {
  @Test func slugsAreThoseOfGitHub() {
    let text = MarkdownText(
      """
      # Purpose & Scope
      ## Commitments
      ## Commitments
      ## Commitments-1
      ## Commitments
      ## Überprüfung der Ziele
      ## 目的
      ## `writ check` runs_daily!
      ## [A link](https://example.org) and *emphasis*
      ##
      ##
      """)
    #expect(
      text.sections.map(\.slug) == [
        "purpose--scope", "commitments", "commitments-1", "commitments-1-1", "commitments-2",
        "überprüfung-der-ziele", "目的", "writ-check-runs_daily", "a-link-and-emphasis", "", "-1",
      ])
    #expect(text.sections.map(\.line) == Array(1...11))
    #expect(text.section("commitments-2")?.line == 5)
    #expect(text.section("nowhere") == nil)
  }

  @Test func sectionsHoldTheirSubsectionsButNotTheirHeadings() {
    let text = MarkdownText(
      """
      Before all.

      Title
      =====

      One.

      Second
      ------
      Two.

      ### Third
      Three.

      # Last
      Four.
      """, firstLine: 11)
    #expect(text.sections.map(\.heading) == ["Title", "Second", "Third", "Last"])
    #expect(text.sections.map(\.level) == [1, 2, 3, 1])
    #expect(text.sections.map(\.line) == [13, 18, 22, 25])
    #expect(text.sections.map(\.text) == ["One. Two. Three.", "Two. Three.", "Three.", "Four."])
    #expect(text.text == "Before all. Title One. Second Two. Third Three. Last Four.")
  }

  @Test func onlyTopLevelHeadingsBeginSections() {
    let text = MarkdownText("# Real\n\n> # Quoted\n> words\n\n- # Listed\n\n  more\n\n1. ## Too\n")
    #expect(text.sections.map(\.heading) == ["Real"])
    #expect(text.sections.first?.text == "Quoted words Listed more Too")
  }

  @Test func proseIsWhatAReaderReads() {
    let text = MarkdownText(
      """
      # S

      One *two* **three** `four` [five](https://no.example "no") <https://six.example>
      soft \\
      hard<br>break

      - list
        1. nested
      - [x] task

      > quote

      | head | cell |
      |------|------|
      | a    | b \\| c |
      """)
    #expect(
      text.sections.first?.text
        == "One two three four five https://six.example soft hard break list nested task quote "
        + "head cell a b | c")
  }

  @Test(arguments: [
    "<!-- hidden -->", "<div>\nhidden\n</div>", "```\nhidden\n```", "    hidden\n", "~~hidden~~",
    "~hidden~", "![hidden](x.png)", "![*hidden*][r]\n\n[r]: hidden", "x[^1]\n\n[^1]: hidden\n",
    "[r]: https://hidden.example 'hidden'", "[shown](hidden \"hidden\")", "<hidden-element>",
    "<!--\n\nhidden\n\n-->", "~~a *b [hidden](x)* c~~", "<!-- hidden", "<?hidden?>",
    "words <!-- hidden\nstill hidden --> words", "---\n***",
  ])
  func whatAReaderDoesNotReadIsNoProse(_ source: String) {
    let text = MarkdownText("# Title\n\n" + source)
    #expect(!text.text.contains("hidden"), "\(text.text)")
    #expect(text.sections.first?.says("hidden") == false)
  }

  @Test func wordsAreFoundWhereverLinesBreak() {
    let text = MarkdownText("# S\n\nWe *continually*\n  improve our\tsystem.\u{00A0}Always.\n")
    let section = text.sections.first
    #expect(section?.text == "We continually improve our system. Always.")
    #expect(section?.says("We continually improve\n   our system") == true)
    #expect(section?.says("system. Always.") == true)
    #expect(section?.says("we continually") == false)
    #expect(section?.says("continually improve our systems") == false)
    #expect(section?.says("") == false)
    #expect(section?.says(" \n") == false)
    #expect("  a \n\t b\u{2003}c ".whiteSpaceFolded == "a b c")
  }

  @Test func searchingRepetitiveWordsFindsThem() {
    let text = MarkdownText("# S\n\n" + String(repeating: "ab", count: 500) + "abac\n")
    #expect(text.sections.first?.says("ababac") == true)
    #expect(text.sections.first?.says("ababad") == false)
  }

  @Test func wordsAreCounted() {
    #expect(MarkdownText("# S\n\nIt is – as said – 3 words.").sections.first?.wordCount == 6)
    #expect(MarkdownText("# S\n\n目的は情報").sections.first?.wordCount == 4)
    #expect(MarkdownText("# Only\n## Headings\n").sections.map(\.wordCount) == [0, 0])
  }

  @Test func linksSayWhereTheyLeadAndWhereTheyStand() {
    let links = MarkdownLink.all(
      in: """
        # [A](a.md)

        One [b](b.md#c) and
        two [d][r], ![e](e.png "t") and <https://example.org>.

        - <sam@example.org>
        - ~~[gone](f.md)~~ [^1]

        `[no](no.md)`

        [r]: ../d.md
        [^1]: [note](g.md)
        """, firstLine: 11)
    #expect(
      links.map { "\($0.line) \($0.destination)" } == [
        "11 a.md", "13 b.md#c", "14 ../d.md", "14 e.png", "14 https://example.org",
        "16 mailto:sam@example.org", "17 f.md", "22 g.md",
      ])
  }

  @Test func passagesAreWordsWithTheirLines() {
    let text = MarkdownText("# One two\n\nthree *four*\nfive,six\n\n- seven\n", firstLine: 5)
    #expect(
      text.passages(where: { $0 != "One two" }).map { $0.map { "\($0.line) \($0.text)" } } == [
        ["7 three", "7 four", "8 five,six"], ["10 seven"],
      ])
  }

  @Test func emptyTextHasNothing() {
    for source in ["", "\n\n", "<!-- -->", "\0"] {
      #expect(MarkdownText(source).sections.isEmpty)
    }
    #expect(MarkdownText("").text.isEmpty)
  }
}
