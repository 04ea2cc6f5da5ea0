import Approvals
import Documents
import Markdown
import Objects

/// The page with the list of what is in force.
extension Website {
  private static let newestEvents = 10

  /// The characters of the file, in UTF-8.
  var indexPage: String {
    let policies = documents.filter { $0.inForce?.edition.kind == .policy }
    let procedures = documents.filter { $0.inForce?.edition.kind == .procedure }
    var sections: [(id: HTML, name: HTML, content: HTML)] = [
      ("policies", "Policies in force", Self.list(policies))
    ]
    if !procedures.isEmpty {
      sections.append(("procedures", "Procedures in force", Self.list(procedures)))
    }
    sections.append(("changes", "What changed", changes))
    var page = Page(
      title: "Policies of \(governance.organisation)", header: indexHeader, sections: sections,
      footer: Self.footer, style: Self.style)
    page.links = """
      <link rel="alternate" type="application/atom+xml" href="feed.xml" title="What changed">

      """
    if !documents.isEmpty { page.script = (Self.search, searchData) }
    return page.html.markup
  }

  private var indexHeader: HTML {
    let whose: HTML = "<p class=\"kind\" dir=\"auto\">\(governance.organisation)</p>"
    let who: HTML =
      readers.isEverybody ? "" : " For readers of what is <bdi>\(readers.classification)</bdi>."
    return """
      \(whose)
      <h1>Policies</h1>
      <p class="lead">What is in force as of \(header.time.day.inWords).\(who)</p>

      """
  }

  private static func list(_ documents: [WebsiteDocument]) -> HTML {
    let items = documents.compactMap { document in document.inForce.map { item(document, $0) } }
    if items.isEmpty { return "<p>None.</p>\n" }
    return "<ul class=\"documents\">\n\(items)</ul>\n"
  }

  private static func item(_ document: WebsiteDocument, _ version: ApprovedVersion) -> HTML {
    let language = HTML.language(of: version.text)
    let purpose = version.text.purposeLine
    let line: HTML = purpose.isEmpty ? "" : "<p\(language) dir=\"auto\">\(purpose)</p>\n"
    return """
      <li id="policy-\(document.id)"><p><a href="\(document.folder)/index.html"\(language)>\
      <bdi>\(version.edition.title)</bdi></a></p>
      <p class="quiet">Version \(version.version), since \(version.approved.from.day.inWords)</p>
      \(line)</li>

      """
  }

  private var changes: HTML {
    let items: [HTML] = events.prefix(Self.newestEvents).map { event in
      """
      <li>\(event.time.day.inWords): <a href="\(event.page)"><bdi>\(event.title)</bdi></a></li>

      """
    }
    let list: HTML = items.isEmpty ? "<p>Nothing yet.</p>\n" : "<ul>\n\(items)</ul>\n"
    return """
      \(list)\
      <p>To be told of changes, give your feed reader the address of <a href="feed.xml">the feed</a>.</p>

      """
  }

  /// What stands below all pages.
  static let footer: HTML = """
    <p>What is in force is decided by signatures. These pages tell it; they prove nothing.</p>

    """

  // MARK: Search

  /// The words of each text, each once, for the script to look in.
  private var searchData: JSONValue {
    .object(
      documents.compactMap { document in
        document.inForce.map { version in
          let text =
            "\(version.edition.title) \(MarkdownText(String(version.text.bodySource)).text)"
          let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
          return JSONValue.Member(
            key: document.id.description,
            value: .string(Set(words).sorted().joined(separator: " ")))
        }
      })
  }

  /// Makes the field to search in, which without scripts would be of no use, and hides what does not
  /// hold all words asked for.
  private static let search: HTML = """

    "use strict";
    (() => {
      const folded = text => text.normalize("NFKD").replace(/\\p{M}/gu, "").toLowerCase();
      const texts = Object.entries(JSON.parse(document.getElementById("data").textContent))
        .map(([id, words]) => [document.getElementById("policy-" + id), folded(words)]);
      const make = (name, properties) => Object.assign(document.createElement(name), properties);
      const place = make("div", { className: "search" });
      place.setAttribute("role", "search");
      const label = make("label", { htmlFor: "words", textContent: "Search in the texts" });
      const field = make("input", { id: "words", type: "search", autocomplete: "off" });
      const found = make("p", { className: "quiet" });
      found.setAttribute("role", "status");
      place.append(label, field, found);
      document.getElementById("policies").after(place);
      field.addEventListener("input", () => {
        const words = folded(field.value).split(/[^\\p{L}\\p{N}]+/u).filter(word => word);
        let count = 0;
        for (const [item, text] of texts) {
          item.hidden = !words.every(word => text.includes(word));
          if (!item.hidden) count += 1;
        }
        found.textContent = words.length ? `${count} of ${texts.length} found` : "";
      });
    })();

    """
}
