import Markdown
import Testing

/// What a reader of a text meets, in order.
@Suite struct MarkdownEventTests {
  @Test func whatHoldsOthersBeginsAndEnds() {
    #expect(
      MarkdownEvent.all(in: "## *A*\n\n> # B\n\n3. c\n\n- [x] [d](e)\n") == [
        .begin(.heading(level: 2, slug: "a")), .begin(.emphasis), .text("A"), .end, .end,
        .begin(.quotation), .begin(.heading(level: 1, slug: nil)), .text("B"), .end, .end,
        .begin(.list(start: 3, isTight: true)), .begin(.item(isDone: nil)), .begin(.paragraph),
        .text("c"), .end, .end, .end,
        .begin(.list(start: nil, isTight: true)), .begin(.item(isDone: true)), .begin(.paragraph),
        .begin(.link("e")), .text("d"), .end, .end, .end, .end,
      ])
  }

  @Test func cellsStandAsTheirColumnSays() {
    #expect(
      MarkdownEvent.all(in: "|a|b|\n|:-|-:|\n|c|\n") == [
        .begin(.table), .begin(.tableHead), .begin(.tableCell(.left)), .text("a"), .end,
        .begin(.tableCell(.right)), .text("b"), .end, .end,
        .begin(.tableRow), .begin(.tableCell(.left)), .text("c"), .end,
        .begin(.tableCell(.right)), .end, .end, .end,
      ])
  }

  /// In the order in which they are first named, at the end of the text.
  @Test func footnotesAreNumbered() {
    #expect(
      MarkdownEvent.all(in: "[^y][^x][^y]\n\n[^x]: a\n[^y]: b\n[^z]: c\n") == [
        .begin(.paragraph), .footnoteMark(1), .footnoteMark(2), .footnoteMark(1), .end,
        .begin(.footnote(1)), .begin(.paragraph), .text("b"), .end, .end,
        .begin(.footnote(2)), .begin(.paragraph), .text("a"), .end, .end,
      ])
  }

  @Test func htmlAndCodeStandAsTheyAreWritten() {
    #expect(
      MarkdownEvent.all(in: "a <b c> `d`\n\n<!-- e -->\n\n    f\n\n***\n") == [
        .begin(.paragraph), .text("a "), .html("<b c>"), .text(" "), .code("d"), .end,
        .htmlBlock("<!-- e -->\n"), .codeBlock("f\n"), .rule,
      ])
  }
}
