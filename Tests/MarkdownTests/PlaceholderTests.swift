import Markdown
import Testing

@Suite struct PlaceholderTests {
  @Test(arguments: [
    ("The owner is TODO.", "TODO"),
    ("TBC", "TBC"),
    ("(TBD)", "TBD"),
    ("**XXX**: later", "XXX"),
    ("`TODO`", "TODO"),
    ("## TODO", "TODO"),
    ("> - TODO", "TODO"),
    ("This is for [Company].", "[Company]"),
    ("This is for [Company Name Ltd].", "[Company Name Ltd]"),
    ("This is for [**Company**].", "[Company]"),
    ("This is for \\[Company\\].", "[Company]"),
    ("Of [your organisation] only", "[your organisation]"),
    ("[insert date]", "[insert date]"),
    ("[name of Your firm]", "[name of Your firm]"),
    ("[Organisation]", "[Organisation]"),
    ("[Name]", "[Name]"),
    ("on [date]", "[date]"),
    ("[COMPANY NAME]", "[COMPANY NAME]"),
    ("[Date of approval]", "[Date of approval]"),
    ("[Name of the auditor]", "[Name of the auditor]"),
    ("[E-mail address]", "[E-mail address]"),
    ("[Title/Role]", "[Title/Role]"),
    ("[Firmenname]", "[Firmenname]"),
    ("for <Company Name> only", "<Company Name>"),
    ("for <your organisation, its town>", "<your organisation, its town>"),
    ("<Company>", "<Company>"),
    ("<Company Name>\n", "<Company Name>"),
    ("&lt;Company&gt;", "<Company>"),
    ("at <time> on <date>", "<time>"),
    ("at <...>", "<...>"),
    ("at <…>", "<…>"),
    ("owned by {{owner}}", "{{owner}}"),
    ("owned by {{ owner_name }}", "{{ owner_name }}"),
    ("Lorem ipsum dolor", "Lorem ipsum"),
    ("LOREM\nIPSUM", "LOREM IPSUM"),
    ("| a | b |\n|---|---|\n| x | TBD |", "TBD"),
    ("<div>\n[Company]\n</div>", "[Company]"),
    ("<details><summary>TODO</summary></details>", "TODO"),
    ("[TODO](https://example.org)", "TODO"),
  ])
  func placeholdersAreFound(_ source: String, _ text: String) {
    #expect(MarkdownText(source).placeholders.first?.text == text)
  }

  @Test(arguments: [
    "A todo list, and TODOs in general, and xxx and TBDs.",
    "MATODO", "TODO_LIST", "ÉTODO",
    "[a link](https://example.org/[x])", "[Company](https://example.org)",
    "[Company][ref]\n\n[ref]: https://example.org", "[Company]\n\n[Company]: https://example.org",
    "<https://example.org>", "<sam@example.org>", "<mailto:sam@example.org>",
    "https://example.org/TODOs", "<!-- TODO, [Company] and <Company> -->",
    "<!--\nTODO\n\n<Company>\n-->\n\nText", "words <!-- TODO --> words",
    "a<br>b<br/>c<BR />d", "<details>\n<summary>More</summary>\n\ntext\n\n</details>",
    "H<sub>2</sub>O <a href=\"x\">y</a> <kbd>z</kbd>", "<img src=\"x.png\" alt=\"X\">",
    "<table><tr><td>x</td></tr></table>",
    "- [ ] open\n- [x] done\n- [X] done", "As shown [1], [2, 3].", "he said [sic]", "[Sic]", "[X]",
    "a [bit] more", "[]", "[ ]", "array[Index", "5 < 6 and 7 > 6", "a <- b -> c", "x << y >> z",
    "{single}", "{{}}", "{{ }}", "lorem", "loremipsum", "ipsum lorem",
    "```\nTODO [Company] <Company> {{x}}\n```", "    TODO indented code", "~~TODO~~",
    "![Company](x.png)", "![TODO](x.png)", "note[^1]\n\n[^1]: TODO",
    "[A](TODO)", "[see](https://example.org \"TODO\")", "[A.5.1]", "your organisation",
    "as in [ISO 27001]", "[ISO/IEC 27001:2022]", "[Annex A]", "[GDPR]",
    "[Data Protection Act 2018]",
    "[Überschrift]", "[Emphasis added]", "[Company Handbook]", "[of the]",
  ])
  func whatIsNoneIsLeftAlone(_ source: String) {
    #expect(MarkdownText(source).placeholders == [])
  }

  @Test(arguments: [
    ("Fill in `{{name}}` and `TODO`.", true), ("`[Company]`", true), ("{{< ref \"x\" >}}", true),
    ("{{% notice %}}", true), ("TODO", false), ("{{name}}", false), ("TODO and `x`", false),
    ("`x` TODO `x`", false), ("[`Company`]", false), ("`a [` Company `]`", false),
    ("| a |\n|---|\n| `TODO` |", true), ("words `x\ny` and `TODO`", true),
  ])
  func whatMayBeMeantIsToldApart(_ source: String, _ mayBeMeant: Bool) {
    let found = MarkdownText(source, firstLine: 7).placeholders
    #expect(!found.isEmpty && found.allSatisfy { $0.mayBeMeant == mayBeMeant }, "\(found)")
  }

  @Test func eachNamesItsLine() {
    let text = MarkdownText(
      """
      TODO before

      # One [Company]

      text `code
      span` <b
      class="x">bold</b> TBD
      and XXX

      ## Two

      | a |
      |---|
      | x |
      | TODO |

      > quoted
      > {{field}}

      <div>
      TBC
      <Company>
      </div>
      """, firstLine: 101)
    #expect(
      text.placeholders.map { "\($0.line) \($0.text)" } == [
        "101 TODO", "103 [Company]", "107 TBD", "108 XXX", "115 TODO", "118 {{field}}", "121 TBC",
        "122 <Company>",
      ])
    #expect(text.sections.map(\.placeholders.count) == [7, 4])
  }
}
