import Approvals
import Documents
import Markdown
import Objects
import Rules

/// The page of a version of a document, which stays with that version.
extension Website {
  /// The characters of the file, in UTF-8. It is the same whenever it is written, unless something
  /// that it says has changed.
  func page(of version: ApprovedVersion, in document: WebsiteDocument) -> String {
    let sections: [(id: HTML, name: HTML, content: HTML)] = [
      ("approval", "Approval", approval(of: version)),
      ("text", "The text", text(of: version)),
      ("versions", "Versions", versions(of: document, on: version)),
      ("file", "The approved file", Self.file(of: version)),
    ]
    var page = Page(
      title: "\(version.name), \(governance.organisation)", header: header(of: version, document),
      sections: sections, footer: Self.footer, style: Self.style)
    page.links = """
      <link rel="alternate" type="application/atom+xml" href="../../feed.xml" title="What changed">

      """
    return page.html.markup
  }

  /// The page in place of one that is not published any more. It tells nothing of what stood there.
  var gonePage: String {
    let header: HTML = """
      \(Self.home(governance.organisation))\
      <h1>Not published any more</h1>
      <p class="lead">What stood here is not in force, or not for readers of these pages.</p>

      """
    return Page(
      title: "Not published any more, \(governance.organisation)", header: header,
      sections: [
        (
          "instead", "What is in force",
          "<p>See <a href=\"../../index.html\">the policies in force</a>.</p>\n"
        )
      ], footer: Self.footer, style: Self.style
    ).html.markup
  }

  // MARK: Above the text

  private func header(of version: ApprovedVersion, _ document: WebsiteDocument) -> HTML {
    """
    <p class="skip"><a href="#text">To the text</a></p>
    \(Self.home(governance.organisation))\
    <h1 dir="auto"\(HTML.language(of: version.text))>\(version.edition.title)</h1>
    \(standing(of: version, in: document))
    """
  }

  private static func home(_ organisation: String) -> HTML {
    """
    <p class="kind" dir="auto"><a href="../../index.html">Policies of <bdi>\(organisation)</bdi></a></p>

    """
  }

  private func standing(of version: ApprovedVersion, in document: WebsiteDocument) -> HTML {
    let since: HTML = "since \(version.approved.from.day.inWords)"
    guard version.status.state != .inForce else {
      return "<p class=\"lead\">Version \(version.version), in force \(since).</p>\n"
    }
    let isRetired = version.status.state == .retired
    return """
      <p class="lead notice"><strong>Not in force any more.</strong> This is version \
      \(version.version), which \(isRetired ? "was retired" : "was replaced").\
      \(instead(of: document))</p>

      """
  }

  /// What is in force in place of a version that is not.
  private func instead(of document: WebsiteDocument) -> HTML {
    if let inForce = document.inForce {
      return """
         In force since \(inForce.approved.from.day.inWords): \
        <a href="index.html">version \(inForce.version)</a>.
        """
    }
    guard let successor = document.successor else { return "" }
    let address = NeighbourAddress(inForce: successor.edition.document)
    return """
       Its place took, on \(successor.since.day.inWords): \
      <a href="\(address)"><bdi>\(successor.edition.title)</bdi></a>.
      """
  }

  // MARK: Approval

  private func approval(of version: ApprovedVersion) -> HTML {
    let approved = version.approved
    var sentences = ApprovalInWords(approved).sentences(calling: readers.name(of:))
    sentences += approved.reviews.map { review in
      "Reviewed and found still right on \(review.completed.day.inWords), by "
        + "\(review.statements.map(readers.name(within:)).inWords)."
    }
    if version.status.state == .inForce, let next = approved.nextReview,
      approved.overdueReview(on: header.time.day) == nil
    {
      sentences.append("The next review is due by \(next.inWords).")
    }
    sentences += version.observations.filter(\.isPublic).map(\.words)
    if let owner = version.text.owner {
      sentences.append("Kept by: \(governance.role(owner)?.title ?? owner.description).")
    }
    let paragraphs: [HTML] = sentences.map { "<p dir=\"auto\">\($0)</p>\n" }
    return "\(paragraphs)"
  }

  // MARK: The text

  private func text(of version: ApprovedVersion) -> HTML {
    let path = version.edition.path
    let body = HTML(markdown: String(version.text.bodySource), below: 2) { address in
      self.neighbour(of: path, at: address)
    }
    return """
      <article\(HTML.language(of: version.text)) dir="auto">
      \(body)</article>

      """
  }

  /// The page to which a link of the document at that path leads, if a document lies there that is on
  /// the website.
  private func neighbour(of path: String, at address: String) -> NeighbourAddress? {
    guard case .file(let target, let heading) = LinkTarget(address, from: path) else { return nil }
    for document in documents {
      guard let version = document.inForce, version.edition.path == target else { continue }
      let isThere = heading.map { version.text.body.section($0) != nil } ?? false
      return NeighbourAddress(inForce: document.id, heading: isThere ? heading : nil)
    }
    return nil
  }

  // MARK: Below the text

  private func versions(of document: WebsiteDocument, on shown: ApprovedVersion) -> HTML {
    let items: [HTML] = document.versions.reversed().map { version in
      let isShown = version.version == shown.version
      let name: HTML =
        isShown
        ? "<strong>Version \(version.version)</strong> (this one)"
        : "<a href=\"\(version.version).html\">Version \(version.version)</a>"
      return """
        <li><p>\(name), \(Self.period(of: version, in: document))</p>
        \(note(on: version))</li>

        """
    }
    return """
      <ul class="tight">
      \(items)</ul>
      <p>The address that stays with this version: <a href="\(shown.version).html">\
      \(shown.version).html</a></p>

      """
  }

  private static func period(of version: ApprovedVersion, in document: WebsiteDocument) -> HTML {
    guard document.wasInForce(version) else {
      return "approved on \(version.approved.met.day.inWords), never in force"
    }
    let start = version.approved.from.day.inWords
    guard let end = document.end(of: version) else { return "in force since \(start)" }
    let isRetired = version.status.state == .retired
    return "in force from \(start) to \(end.day.inWords)\(isRetired ? ", then retired" : "")"
  }

  /// What a version changed, and who approved it.
  private func note(on version: ApprovedVersion) -> HTML {
    let language = HTML.language(of: version.text)
    let summary: HTML =
      version.text.change?.summary.map {
        "<p dir=\"auto\"\(language)>\($0.asSentence)</p>\n"
      } ?? ""
    let signers = version.approved.approvals.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    return """
      \(summary)<p class="quiet" dir="auto">Approved by \
      \(signers.map(readers.name(within:)).inWords).</p>

      """
  }

  private static func file(of version: ApprovedVersion) -> HTML {
    let name = "\(version.edition.document)-\(version.version).md"
    return """
      <p><a href="\(version.version).md" download="\(name)">The file as it was approved</a> \
      (Markdown, byte for byte). Its fingerprint:</p>
      <p class="print">\(version.edition.digest)</p>
      <p>To compare the two on a computer of your own:</p>
      <pre><code>sha256sum \(name)</code></pre>

      """
  }

  /// What these pages look like besides.
  static let style: HTML =
    Page.style + """

      [hidden] { display: none; }
      .documents { list-style: none; padding: 0; }
      .documents li { margin: 1.25rem 0; }
      .documents p { margin: .15rem 0; }
      .documents a { font-size: 1.1875rem; }
      .notice { border-inline-start: 4px solid var(--warn); padding-inline-start: 1rem; }
      .search { margin: 1rem 0; }
      .search label { display: block; font-weight: 600; }
      .search input { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: inherit;
        color: inherit; background: var(--paper); border: 1px solid var(--quiet);
        border-radius: .375rem; }
      .search input:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
      .skip { margin: 0; }
      .skip a { position: absolute; inset-inline-start: 1rem; inset-block-start: -5rem;
        padding: .5rem 1rem; background: var(--paper); border: 2px solid var(--link); }
      .skip a:focus { inset-block-start: .5rem; }
      @media print { .search, .skip { display: none; } }

      """
}
