/// Changes as they stand in the text, for a page.
extension SectionChanges {
  /// In sentences.
  var sentencesHTML: HTML {
    let items: [HTML] = sentences.map { "<li dir=\"auto\">\($0)</li>\n" }
    return "<ul>\n\(items)</ul>\n"
  }

  /// The entries at the head of the file that changed, and each section; headings are of rank 3.
  var detailHTML: HTML {
    if isNothing { return "" }
    var html = HTML()
    html.append(factsHTML)
    if !head.isEmpty {
      html.append(
        "<h3>The first lines, which are written differently</h3>\n\(Self.html(of: head))")
    }
    for section in sections { html.append(section.html) }
    return html
  }

  /// But for the version and its change note, which stand at the top of the page.
  private var factsHTML: HTML {
    let told = facts.filter { $0.name != "version" && !$0.name.hasPrefix("change.") }
    let items: [HTML] = told.map { fact in
      let old: HTML = fact.old.map { "\(HTML.gone("\($0)")) " } ?? ""
      let new: HTML = fact.new.map { HTML.new("\($0)") } ?? ""
      return "<li dir=\"auto\">\(FactName(fact.name)): \(old)\(new)</li>\n"
    }
    return items.isEmpty ? "" : "<h3>Facts of the document</h3>\n<ul>\n\(items)</ul>\n"
  }

  /// Lines as they stand in the file.
  fileprivate static func html(of lines: [Line]) -> HTML {
    var html: HTML = "<div class=\"lines\" dir=\"auto\">"
    var place = lines.first?.place
    for line in lines {
      if line.place != place { html.append("…\n") }
      place = line.place
      switch line.change {
      case .same: html.append("\(line.text)\n")
      case .added: html.append("\(HTML.new("\(line.text)"))\n")
      case .removed: html.append("\(HTML.gone("\(line.text)"))\n")
      }
    }
    html.append("</div>\n")
    return html
  }
}

extension SectionChanges.Section {
  fileprivate var html: HTML {
    let name: HTML = heading.map { "“\($0)”" } ?? "Before the first heading"
    switch kind {
    case .added:
      return """
        <h3 dir="auto">\(name) is new</h3>
        <div class="new" dir="auto">
        \(HTML(section: text))</div>

        """
    case .removed:
      return """
        <h3 dir="auto">\(name) is gone</h3>
        <div class="gone" dir="auto">
        \(HTML(section: text))</div>

        """
    case .changed(let was, let isMoved):
      var html: HTML = "<h3 dir=\"auto\">In \(name)</h3>\n"
      if let was { html.append("<p dir=\"auto\">It was called “\(was)”.</p>\n") }
      if isMoved { html.append("<p>It stands in another place.</p>\n") }
      if words.contains(where: { $0.change != .same }) {
        html.append(wordsHTML)
      } else if !lines.isEmpty {
        html.append(SectionChanges.html(of: lines))
      }
      return html
    }
  }

  private var text: String { lines.map { "\($0.text)\n" }.joined() }

  /// The paragraphs in which words changed, with what is gone and what is new marked.
  private var wordsHTML: HTML {
    var html = HTML()
    var isPassedOver = false
    for paragraph in paragraphs {
      guard paragraph.contains(where: { $0.change != .same }) else {
        isPassedOver = true
        continue
      }
      if isPassedOver { html.append("<p class=\"quiet\">…</p>\n") }
      isPassedOver = false
      let pieces: [HTML] = paragraph.map { change, text in
        switch change {
        case .same: "\(text) "
        case .added: "\(HTML.new("\(text)")) "
        case .removed: "\(HTML.gone("\(text)")) "
        }
      }
      html.append("<p dir=\"auto\">\(pieces)</p>\n")
    }
    if isPassedOver { html.append("<p class=\"quiet\">…</p>\n") }
    return html
  }

  /// Paragraphs of words, those that follow each other and became the same as one text. An end of a
  /// paragraph that is new, or gone, shows as a paragraph sign.
  private var paragraphs: [[(change: SectionChanges.Change, text: String)]] {
    var paragraphs: [[(change: SectionChanges.Change, text: String)]] = [[]]
    for word in words {
      let isEnd = word.text.isEmpty
      if !isEnd || word.change != .same {
        let text = isEnd ? "¶" : word.text
        let last = paragraphs.count - 1
        if let run = paragraphs[last].indices.last, paragraphs[last][run].change == word.change {
          paragraphs[last][run].text += " " + text
        } else {
          paragraphs[last].append((word.change, text))
        }
      }
      if isEnd && word.change != .removed { paragraphs.append([]) }
    }
    return paragraphs.filter { !$0.isEmpty }
  }
}

extension HTML {
  /// What is new, told to those who do not see it, too.
  fileprivate static func new(_ content: HTML) -> HTML {
    "<ins><span class=\"said\">[new: </span>\(content)<span class=\"said\">]</span></ins>"
  }

  /// What is gone, likewise.
  fileprivate static func gone(_ content: HTML) -> HTML {
    "<del><span class=\"said\">[gone: </span>\(content)<span class=\"said\">]</span></del>"
  }
}

/// The name of an entry of the front matter, for people: `review-every` as *Review every*.
struct FactName: CustomStringConvertible {
  let description: String

  init(_ name: String) {
    let words = name.replacing("-", with: " ").replacing(".", with: ": ")
    description = words.prefix(1).uppercased() + words.dropFirst()
  }
}
