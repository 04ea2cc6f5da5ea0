import Approvals
import Objects

/// A brief on a terminal, in another text, and on a page.
extension Brief {
  /// For people.
  public var text: DisplayText {
    var text: DisplayText = ""
    text.paragraph(opening, indent: 0)
    for section in sections {
      text.line()
      text.line("\(section.title, .bold)")
      for piece in section.pieces { text.append(Self.text(of: piece)) }
    }
    text.append(header.caution)
    return text
  }

  private static func text(of piece: BriefSection.Piece) -> DisplayText {
    var text: DisplayText = ""
    switch piece {
    case .paragraph(let words): text.paragraph(words, indent: 2)
    case .item(let words): text.item(words)
    case .question(let words, let clause):
      text.line()
      text.paragraph("\(words) (\(clause))", indent: 2)
    case .quote(let words, let source): text.item("\"\(words)\" (\(source))")
    case .gap(let words):
      text.append("  - \("Gap:", .warning) ")
      text.append(DisplayText(foreign: wrapped(words, indent: 4, width: 75)))
      text.line()
    }
    return text
  }

  /// The text, in Markdown.
  public var markdown: String {
    var text: SafeMarkdown = "# \(person.name): before the interview\n\n\(opening)\n"
    for section in sections {
      text.append("\n## \(section.title)\n")
      var isInList = false
      for piece in section.pieces {
        let (markdown, isItem) = Self.markdown(of: piece)
        if !(isItem && isInList) { text.append("\n") }
        text.append(markdown)
        isInList = isItem
      }
    }
    if let repository = header.repository, !header.isRootPinned {
      text.append("\nNot compared yet: whether these are your organisation's people and rules. ")
      text.append("Their fingerprint is \(repository)\n")
    }
    return text.source
  }

  private static func markdown(of piece: BriefSection.Piece) -> (SafeMarkdown, isItem: Bool) {
    switch piece {
    case .paragraph(let words): ("\(words)\n", false)
    case .item(let words): ("- \(words)\n", true)
    case .question(let words, let clause): ("### \(words) (\(clause))\n", false)
    case .quote(let words, let source): ("- “\(words)” (\(source))\n", true)
    case .gap(let words): ("- **Gap:** \(words)\n", true)
    }
  }

  /// The page: one file that loads nothing and runs nothing.
  public var page: String {
    let opening: HTML = """
      <p class="kind"><bdi>\(governance.organisation)</bdi>: before the interview</p>
      <h1 dir="auto">\(person.name)</h1>
      <p class="lead" dir="auto">\(self.opening)</p>

      """
    return Page(
      title: "\(person.name): before the interview", header: opening,
      sections: sections.map { ($0.id, "\($0.title)", Self.html(of: $0.pieces)) }, footer: footer,
      style: Page.style + Self.style
    ).html.markup
  }

  private static func html(of pieces: [BriefSection.Piece]) -> HTML {
    var html = HTML()
    var isInList = false
    for piece in pieces {
      let (content, isItem) = Self.html(of: piece)
      if isItem != isInList { html.append(isItem ? "<ul>\n" : "</ul>\n") }
      html.append(content)
      isInList = isItem
    }
    return isInList ? html + "</ul>\n" : html
  }

  private static func html(of piece: BriefSection.Piece) -> (HTML, isItem: Bool) {
    switch piece {
    case .paragraph(let words): ("<p dir=\"auto\">\(words)</p>\n", false)
    case .item(let words): ("<li dir=\"auto\">\(words)</li>\n", true)
    case .question(let words, let clause):
      ("<h3 dir=\"auto\">\(words) <span class=\"quiet\">(\(clause))</span></h3>\n", false)
    case .quote(let words, let source):
      (
        "<li dir=\"auto\">“<bdi>\(words)</bdi>” <span class=\"quiet\">(\(source))</span></li>\n",
        true
      )
    case .gap(let words): ("<li><span class=\"warn\">Gap:</span> \(words)</li>\n", true)
    }
  }

  private var footer: HTML {
    let caution: HTML =
      header.repository.flatMap { repository -> HTML? in
        guard !header.isRootPinned else { return nil }
        return """
          <p>Not compared yet: whether these are your organisation's people and rules. Their fingerprint \
          is \(repository)</p>

          """
      } ?? ""
    return """
      \(caution)<p>This page is about you, and for you alone. It proves nothing.</p>

      """
  }

  /// Short on paper, too.
  private static let style: HTML = """

    h3 .quiet { font-weight: 400; }
    @media print { h2 { margin-top: 1em; padding-top: .5em; } li, p, ul { margin: .3em 0; } }

    """
}
