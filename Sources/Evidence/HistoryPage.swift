import Approvals
import Objects

/// The history as a text to put into another document, and as a page.
extension HistoryReport: MarkdownReport, PageReport {
  private var title: String {
    subject.map { "History: \(name(of: $0))" } ?? "History of all documents"
  }

  private static let whatTimesAre: StaticString =
    "Times are UTC. Each is what its author's or signer's own clock said; nobody else has proven it yet."

  // MARK: Markdown

  /// The text, in Markdown.
  public var markdown: String {
    let words = EventsInWords(ledger)
    var text: SafeMarkdown = "# \(title)\n\n"
    for event in timeline.events { text.append(markdown(of: words.told(event))) }
    if timeline.events.isEmpty { text.append("Nothing has happened yet.\n") }
    text.append("\n")
    text.append(SafeMarkdown(stringLiteral: Self.whatTimesAre))
    text.append("\n")
    for caution in header.cautions { text.append("\n\(caution)\n") }
    return text.source
  }

  private func markdown(of told: EventsInWords.Told) -> SafeMarkdown {
    let comment: SafeMarkdown = told.comment.isEmpty ? "" : ": “\(told.comment)”"
    let trouble: SafeMarkdown = told.trouble.map { ". **\($0.asSentence)**" } ?? ""
    return """
      - \(told.time.day) \(told.time.clock) **\(name(of: told.document)) \(told.deed)** by \
      \(told.actor)\(comment)\(trouble) (\(told.source))

      """
  }

  /// What people call a document.
  private func name(of document: DocumentID) -> String {
    document.name(titled: titles[document])
  }

  // MARK: Page

  /// The page: one file that loads nothing and runs nothing.
  public var page: String {
    var sections: [(id: HTML, name: HTML, content: HTML)] = []
    if !picture.isEmpty {
      sections.append(("picture", "Over time", picture.html))
    }
    sections.append(("events", "What happened, oldest first", events))
    return Page(
      title: title, header: opening, sections: sections, footer: footer,
      style: Page.style + Self.style + TimelinePicture.style
    ).html.markup
  }

  private var opening: HTML {
    let cautions: [HTML] = header.cautions.map { "<p>\($0)</p>\n" }
    return """
      <p class="kind"><bdi>\(ledger.governance?.organisation ?? "")</bdi>: policies, and who decided on them</p>
      <h1 dir="auto">\(title)</h1>
      \(cautions)
      """
  }

  private var footer: HTML {
    """
    <p>\(HTML(stringLiteral: Self.whatTimesAre)) Where a decision names others as seen, or is named, it was not \
    made before or after these.</p>
    <p>This page proves nothing: the signatures do, which it was made from.</p>

    """
  }

  /// What happened, a list for each day.
  private var events: HTML {
    timeline.events.isEmpty ? "<p>Nothing has happened yet.</p>\n" : list(of: timeline.events)
  }

  /// Some of the events, at least one, a list for each day.
  func list(of events: [Timeline.Event]) -> HTML {
    let words = EventsInWords(ledger)
    var html = HTML()
    var day: CalendarDate?
    for event in events {
      if event.time.day != day {
        if day != nil { html.append("</ul>\n") }
        html.append("<h3>\(event.time.day.inWords)</h3>\n<ul class=\"events\">\n")
        day = event.time.day
      }
      html.append(self.html(of: words.told(event)))
    }
    return html + "</ul>\n"
  }

  private func html(of told: EventsInWords.Told) -> HTML {
    let comment: HTML =
      told.comment.isEmpty ? "" : "<p class=\"reason\" dir=\"auto\">\(told.comment)</p>\n"
    let trouble: HTML =
      told.trouble.map {
        let kind: HTML = told.holds ? "warn" : "bad"
        return "<p class=\"\(kind)\">\($0.asSentence)</p>\n"
      } ?? ""
    let proof: HTML =
      told.commit.map { "Saved as <code>\($0)</code>, \(told.proof)." }
      ?? "\(told.proof.asSentence)"
    return """
      <li><p><span class="clock">\(told.time.clock)</span> <strong><bdi>\(name(of: told.document))</bdi> \
      \(told.deed)</strong> by <bdi>\(told.actor)</bdi></p>
      \(comment)\(trouble)<p class="quiet">\(proof)</p></li>

      """
  }

  /// The rules for the list of events.
  static let style: HTML = """
    .events { list-style: none; padding: 0; }
    .events li { padding-inline-start: 4rem; margin: .75em 0; break-inside: avoid; }
    .events p { margin: .2em 0; }
    .clock { float: inline-start; margin-inline-start: -4rem; color: var(--quiet);
      font-variant-numeric: tabular-nums; }

    """
}
