import Markdown

extension HTML {
  /// A Markdown text for a page, where nothing of it can act: no script, no style, nothing that is
  /// loaded.
  ///
  /// HTML in it is shown as its author wrote it. An image is its words and its address. A link leads to
  /// the web, to a mailbox or to a heading of the text, else its address stands behind its words. Ids
  /// begin with `text-` and `note-`. Headings keep their order, and are of lower rank than `heading`,
  /// 1 to 5, which is that of the one above the text. `neighbour` gives the page of the same website to
  /// which an address leads, if any does.
  /// `quotations` are marked where they stand.
  init(
    markdown source: String, below heading: Int, marking quotations: [Quotation] = [],
    neighbour: @escaping (String) -> NeighbourAddress? = { _ in nil }
  ) {
    let events = MarkdownEvent.all(in: source)
    let places = QuotationPlaces(of: quotations, in: events)
    var renderer = MarkdownRenderer(events, below: heading, neighbour: neighbour)
    for (position, event) in events.enumerated() {
      switch (event, places.marks[position]) {
      case (.text(let text), let marks?): renderer.show(text, marked: marks)
      case (.code, let marks?):
        renderer.show(event)
        renderer.showNames(of: marks.filter(\.isLast))
      default: renderer.show(event)
      }
    }
    self = renderer.html
  }

  /// A section of a Markdown text, likewise, but without its heading and without ids, since it may
  /// stand on the page beside the whole.
  init(section source: String) {
    var events = MarkdownEvent.all(in: source)[...]
    if case .begin(.heading) = events.first {
      events = events.drop { $0 != .end }.dropFirst()
    }
    var renderer = MarkdownRenderer()
    for event in events { renderer.show(event) }
    self = renderer.html
  }
}

/// Makes HTML of what a reader of a Markdown text meets.
private struct MarkdownRenderer {
  private(set) var html = HTML()

  /// Something that has begun: what ends it, and whether it is marked at all.
  private struct Open {
    let end: HTML
    let isMarked: Bool
    var isLink = false
  }

  /// Browsers stop nesting somewhere below 512; what is nested deeper here stands unmarked.
  private static let deepest = 100
  /// A definition that many links name stands in each of them, so a few bytes can ask for many: what
  /// comes when so many bytes are shown stands without address.
  private static let mostAddressBytes = 1 << 20
  /// How many characters of an address are shown.
  private static let longestAddress = 200

  /// The names of the headings that links may lead to; `nil` where nothing is given an id.
  private let slugs: Set<String>?
  /// The footnotes that there are.
  private let footnotes: Set<Int>
  private let top: Int
  private let neighbour: (String) -> NeighbourAddress?
  private var open: [Open] = []
  /// The levels of the headings that the text is below, as its author gave them.
  private var levels: [Int] = []
  private var marked: Set<Int> = []
  private var addressBytes = 0
  private var isInHead = false

  init() {
    top = 3
    neighbour = { _ in nil }
    slugs = nil
    footnotes = []
  }

  init(
    _ events: [MarkdownEvent], below heading: Int,
    neighbour: @escaping (String) -> NeighbourAddress?
  ) {
    top = heading
    self.neighbour = neighbour
    slugs = Set(
      events.compactMap { event in
        if case .begin(.heading(_, let slug)) = event { slug } else { nil }
      })
    footnotes = Set(
      events.compactMap { event in
        if case .begin(.footnote(let number)) = event { number } else { nil }
      })
  }

  mutating func show(_ event: MarkdownEvent) {
    switch event {
    case .begin(let element): begin(element)
    case .end: if let last = open.popLast() { html.append(last.end) }
    case .text(let text): html.append("\(text)")
    case .code(let text): html.append("<code>\(text)</code>")
    case .codeBlock(let text): html.append("<pre><code>\(text)</code></pre>\n")
    case .html("<br>"), .html("<br/>"), .html("<br />"), .lineBreak: html.append("<br>\n")
    case .html(let text): html.append("<code class=\"raw\">\(text)</code>")
    case .htmlBlock(let text): html.append("<pre class=\"raw\"><code>\(text)</code></pre>\n")
    case .softBreak: html.append("\n")
    case .rule: html.append("<hr>\n")
    case .footnoteMark(let number): mark(number)
    }
  }

  /// Words, some of them quoted elsewhere; behind the last of a quotation stands what it is called.
  mutating func show(_ text: String, marked marks: [QuotationPlaces.Mark]) {
    let bytes = Array(text.utf8)
    let ends = Set(
      [0, bytes.count] + marks.flatMap { [$0.bytes.lowerBound, $0.bytes.upperBound] }
    )
    .sorted()
    for (start, end) in zip(ends, ends.dropFirst()) {
      let words = String(decoding: bytes[start..<end], as: UTF8.self)
      let isMarked = marks.contains { $0.bytes.lowerBound <= start && end <= $0.bytes.upperBound }
      html.append(isMarked ? "<mark>\(words)</mark>" : "\(words)")
      showNames(of: marks.filter { $0.isLast && $0.bytes.upperBound == end })
    }
  }

  /// Where quotations that end here are quoted.
  mutating func showNames(of marks: [QuotationPlaces.Mark]) {
    for quotation in marks.map(\.quotation) {
      html.append(
        isInLink
          ? "<sup> \(quotation.name)</sup>"
          : "<sup> <a href=\"#\(quotation.target)\">\(quotation.name)</a></sup>")
    }
  }

  private mutating func begin(_ element: MarkdownEvent.Element) {
    let isWithin = open.last?.isMarked ?? true
    guard isWithin, open.count < Self.deepest || element.isPart else {
      open.append(Open(end: "", isMarked: false, isLink: isInLink))
      return
    }
    let wasInLink = isInLink
    let isLink: Bool
    if case .link = element { isLink = true } else { isLink = wasInLink }
    let end = start(element)
    open.append(Open(end: end, isMarked: true, isLink: isLink))
  }

  private var isInLink: Bool { open.last?.isLink ?? false }

  /// Writes how an element begins, and gives how it ends.
  private mutating func start(_ element: MarkdownEvent.Element) -> HTML {
    switch element {
    case .paragraph: return tag("<p>", "</p>\n")
    case .heading(let level, let slug): return heading(level, slug)
    case .quotation: return tag("<blockquote>\n", "</blockquote>\n")
    case .list(nil, let isTight):
      return tag(isTight ? "<ul class=\"tight\">\n" : "<ul>\n", "</ul>\n")
    case .list(let start?, let isTight):
      return tag(
        isTight ? "<ol class=\"tight\" start=\"\(start)\">\n" : "<ol start=\"\(start)\">\n",
        "</ol>\n")
    case .item(nil): return tag("<li>", "</li>\n")
    case .item(let isDone?): return tag("<li class=\"task\">\(isDone ? "☑" : "☐") ", "</li>\n")
    case .table:
      return tag(
        "<div class=\"wide\" role=\"group\" aria-label=\"Table\" tabindex=\"0\"><table>\n",
        "</tbody></table></div>\n")
    case .tableHead:
      isInHead = true
      return tag("<thead><tr>", "</tr></thead>\n<tbody>\n")
    case .tableRow:
      isInHead = false
      return tag("<tr>", "</tr>\n")
    case .tableCell(let alignment): return cell(alignment)
    case .footnote(let number): return footnote(number)
    case .emphasis: return tag("<em>", "</em>")
    case .strong: return tag("<strong>", "</strong>")
    case .struckThrough: return tag("<s>", "</s>")
    case .link(let address): return link(address)
    case .image(let address):
      return tag("<span class=\"image\">Picture: ", behind(address) + "</span>")
    }
  }

  private mutating func tag(_ start: HTML, _ end: HTML) -> HTML {
    html.append(start)
    return end
  }

  /// A heading one rank below the one that it stands under, whatever its author called it.
  private mutating func heading(_ level: Int, _ slug: String?) -> HTML {
    levels.removeAll { $0 >= level }
    levels.append(level)
    let id: HTML = slugs == nil ? "" : slug.map { " id=\"text-\($0)\"" } ?? ""
    switch top + levels.count {
    case ...2: return tag("<h2\(id)>", "</h2>\n")
    case 3: return tag("<h3\(id)>", "</h3>\n")
    case 4: return tag("<h4\(id)>", "</h4>\n")
    case 5: return tag("<h5\(id)>", "</h5>\n")
    default: return tag("<h6\(id)>", "</h6>\n")
    }
  }

  private mutating func cell(_ alignment: MarkdownEvent.Alignment) -> HTML {
    let kind: HTML =
      switch alignment {
      case .natural: ""
      case .left: " class=\"left\""
      case .center: " class=\"center\""
      case .right: " class=\"right\""
      }
    return isInHead ? tag("<th scope=\"col\"\(kind)>", "</th>") : tag("<td\(kind)>", "</td>")
  }

  /// A link; or its words alone, with the address behind them.
  private mutating func link(_ address: String) -> HTML {
    if isInLink { return tag("", behind(address)) }
    if address.utf8.first == UInt8(ascii: "#") {
      guard let slugs else { return "" }
      let slug = String(Substring(address.utf8.dropFirst()))
      if slugs.contains(slug) { return tag("<a href=\"#text-\(slug)\">", "</a>") }
    }
    if let page = neighbour(address) { return tag("<a href=\"\(page)\">", "</a>") }
    guard let target = WebAddress(address), mayShow(address) else {
      return tag("", behind(address))
    }
    return tag("<a href=\"\(target)\" rel=\"noreferrer noopener\">", "</a>")
  }

  private mutating func mayShow(_ address: String) -> Bool {
    addressBytes += address.utf8.count
    return addressBytes <= Self.mostAddressBytes
  }

  /// The address, to stand behind the words.
  private mutating func behind(_ address: String) -> HTML {
    let scalars = address.unicodeScalars
    let cut = String(String.UnicodeScalarView(scalars.prefix(Self.longestAddress)))
    guard mayShow(cut) else { return "" }
    return
      " <span class=\"address\">(\(cut)\(scalars.count > Self.longestAddress ? "…" : ""))</span>"
  }

  /// A footnote; it leads back to its mark, if that is shown: cmark counts marks that it then drops.
  private mutating func footnote(_ number: Int) -> HTML {
    let id: HTML = slugs == nil ? "" : " id=\"note-\(number)\""
    let label: HTML =
      marked.contains(number)
      ? "<a href=\"#note-\(number)-mark\">\(number)</a>" : "<span>\(number)</span>"
    return tag("<div class=\"note\"\(id)>\(label)<div>\n", "</div></div>\n")
  }

  /// The mark of a footnote.
  private mutating func mark(_ number: Int) {
    let isFirst = slugs != nil && marked.insert(number).inserted
    let id: HTML = isFirst ? " id=\"note-\(number)-mark\"" : ""
    let isText = isInLink || slugs == nil || !footnotes.contains(number)
    let content: HTML = isText ? "\(number)" : "<a href=\"#note-\(number)\">\(number)</a>"
    html.append("<sup\(id)>\(content)</sup>")
  }
}

extension MarkdownEvent.Element {
  /// Whether it is nothing without what it stands in.
  fileprivate var isPart: Bool {
    switch self {
    case .item, .tableHead, .tableRow, .tableCell: true
    default: false
    }
  }
}
