import Markdown
import Testing

/// Texts made to exhaust the stack, the memory or the patience of a reader.
@Suite struct HostileMarkdownTests {
  private static let size = 256 * 1024

  private static func filled(_ piece: String) -> String {
    String(repeating: piece, count: size / piece.utf8.count)
  }

  @Test(arguments: [
    "> ", "- ", ">", "*", "_", "*_", "[", "![", "![](", "[a](", "<a ", "<!--", "<", "{{", "[A", "`",
    "~~a", "|", "|-\n", "- a\n", "# a\n", "[^a]", "a@b.", "www.a", "&", "lorem ", "TODO ",
    "\\[A\\]",
    "***a ", "[a]: x\n", "<div>\n", "~", "x\u{0301}", "1. ", "    ", "<x>", "# a\n## a\n",
  ])
  func deepOrLongTextsAreReadInTime(_ piece: String) {
    let clock = ContinuousClock()
    let time = clock.measure { _ = MarkdownText(Self.filled(piece)) }
    #expect(time < .seconds(10), "\(piece.debugDescription) took \(time)")
  }

  @Test func tablesCannotAskForMoreCellsThanThereIsMemory() {
    let wide = String(repeating: "|a", count: 20_000) + "\n"
    let source =
      wide + String(repeating: "|-", count: 20_000) + "\n"
      + String(repeating: "|a\n", count: 18_000)
    #expect(MarkdownText(source).sections.isEmpty)
  }

  /// The time that one row takes grows with the square of its cells: none has as many as would be felt.
  @Test func rowsCannotAskForMoreTimeThanThereIs() {
    let clock = ContinuousClock()
    let time = clock.measure {
      _ = MarkdownText("|a|\n|-|\n" + String(repeating: "|", count: 40_000))
    }
    #expect(time < .seconds(10), "it took \(time)")
  }

  /// cmark gives the cells of a table that follows a paragraph without a blank line no line.
  @Test func everyWordStandsOnALineOfTheText() {
    let text = MarkdownText("a\n\nb {{c\n| d | e |\n|---|---|\n| f | g |\nh}}\n")
    let lines = text.passages { _ in true }.joined().map(\.line)
    #expect(lines.allSatisfy { (1...7).contains($0) }, "\(lines)")
  }

  @Test(arguments: [
    "/" + String(repeating: "y", count: 100_000),
    "/y '" + String(repeating: "]:\n", count: 16_000) + "'",
  ])
  func definitionsCannotAskForMoreCopiesThanThereIsMemory(_ address: String) {
    let links = String(repeating: "[x] ", count: 30_000)
    #expect(MarkdownLink.all(in: "[x]: \(address)\n\n\(links)\n").isEmpty)
  }

  @Test func definitionsOfOrdinaryTextsAreRead() {
    let definitions = (1...300).map { "[x\($0)]: https://example.org/\($0) \"Title\"\n" }.joined()
    let links = (1...300).map { "[x\($0)], [again][x\($0)]\n" }.joined()
    #expect(MarkdownLink.all(in: "\(definitions)\n\(links)").count == 600)
  }

  @Test func parallelReadersGetTheSame() async {
    let source = "# S\n\n~~gone~~ www.example.org **bold** stays\n"
    let expected = MarkdownText(source)
    #expect(expected.text == "S www.example.org bold stays")
    await withTaskGroup(of: MarkdownText.self) { group in
      for _ in 0..<400 { group.addTask { MarkdownText(source) } }
      for await text in group { #expect(text == expected) }
    }
  }
}
