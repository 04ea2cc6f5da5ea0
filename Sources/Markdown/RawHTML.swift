/// HTML written into a Markdown text (CommonMark 0.31, sections 4.6 and 6.6).
///
/// It is no part of the policy's words, but a placeholder may hide in it: `<Company Name>` is a
/// tag to a Markdown reader.
enum RawHTML {
  /// Elements that people write into Markdown for layout. An element's name that could as well be
  /// something to fill in (`<time>`, `<address>`, `<title>`) is not among them.
  private static let elements: Set<String> = [
    "a", "abbr", "b", "blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup",
    "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2",
    "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q",
    "s", "samp", "small", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var", "wbr",
    // Those that would do something, too: nobody fills them in.
    "audio", "embed", "iframe", "noscript", "object", "script", "source", "style", "svg",
    "template", "video",
  ]

  /// The placeholders in a piece of HTML that begins on `line`: tags of no known element, and
  /// whatever stands between the tags.
  static func placeholders(in html: String, line: Int) -> [Placeholder] {
    var found: [Placeholder] = []
    var line = line
    var rest = html.unicodeScalars[...]
    var between = ReadingText()
    while let open = rest.firstIndex(of: "<") {
      between.append(lines: Substring(rest[..<open]), from: line)
      line += rest[..<open].count { $0 == "\n" }
      rest = rest[open...]
      let end = Self.end(ofTag: rest)
      let tag = Substring(rest[..<end])
      if !isComment(tag), !isAddress(tag), !elements.contains(elementName(of: tag)),
        tag.hasSuffix(">")
      {
        found.append(Placeholder(line: line, text: tag.whiteSpaceFolded))
      }
      line += rest[..<end].count { $0 == "\n" }
      rest = rest[end...]
    }
    between.append(lines: Substring(rest), from: line)
    return (found + between.placeholders).sorted { $0.line < $1.line }
  }

  /// Whether a tag puts the text behind it on a new line.
  static func breaksLine(_ tag: String) -> Bool { elementName(of: tag[...]) == "br" }

  private static func isComment(_ tag: Substring) -> Bool { tag.hasPrefix("<!--") }

  /// Whether it is a link, such as `<https://example.org>`.
  private static func isAddress(_ tag: Substring) -> Bool {
    tag.dropFirst().drop { $0.isASCII && $0.isLetter }.hasPrefix(":")
  }

  private static func elementName(of tag: Substring) -> String {
    let name = tag.dropFirst().drop { $0 == "/" }
      .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return name.lowercased()
  }

  /// The place behind the tag or comment at the start of `html`.
  private static func end(ofTag html: Substring.UnicodeScalarView) -> String.Index {
    guard Substring(html).hasPrefix("<!--") else {
      return html.firstIndex(of: ">").map { html.index(after: $0) } ?? html.endIndex
    }
    var hyphens = 0
    var index = html.index(html.startIndex, offsetBy: 4)
    while index < html.endIndex {
      let scalar = html[index]
      index = html.index(after: index)
      if scalar == ">", hyphens >= 2 { return index }
      hyphens = scalar == "-" ? hyphens + 1 : 0
    }
    return html.endIndex
  }
}
