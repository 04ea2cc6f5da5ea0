/// Changes as they stand in the text, in full.
extension SectionChanges {
  /// How the changes within a section are shown.
  public enum Detail: Sendable {
    /// Line by line.
    case lines
    /// Word by word, in the paragraphs where words changed: `[-old-]{+new+}`.
    case words
  }

  /// For people: what it means for who decides, facts, then section by section, a blank line before
  /// each.
  public func text(_ detail: Detail) -> DisplayText {
    var text: DisplayText = ""
    if isNothing { return text }
    if let governance {
      text.line()
      for sentence in governance.told { text.item(sentence) }
      text.line()
      text.line("In the lines of the file:")
    }
    if !facts.isEmpty { text.line() }
    for fact in facts { text.append(fact.text) }
    if !head.isEmpty {
      text.line()
      text.line("The first lines are written differently:")
      text.append(Self.text(of: head))
    }
    for section in sections {
      text.line()
      text.append(section.title)
      let showsWords = detail == .words && section.words.contains { $0.change != .same }
      text.append(showsWords ? MarkedWords.text(section.words) : Self.text(of: section.lines))
    }
    if facts.isEmpty && head.isEmpty && sections.isEmpty {
      text.line()
      text.line("Only blank lines changed.")
    }
    return text
  }

  private static func text(of lines: [Line]) -> DisplayText {
    var text: DisplayText = ""
    var place = 0
    for (index, line) in lines.enumerated() {
      if line.place != place { text.line("    \("…", .dim)") }
      place = line.place
      switch line.change {
      case .same:
        // A blank line beside a change tells nothing, one between two of them keeps them apart.
        let isInside = [index - 1, index + 1].allSatisfy {
          lines.indices.contains($0) && lines[$0].place == place
        }
        if isInside || !line.text.isEmpty { text.line("      \(line.text)") }
      case .added: text.line("    \("+ \(line.text)", .good)")
      case .removed: text.line("    \("- \(line.text)", .bad)")
      }
    }
    return text
  }
}

extension SectionChanges.Fact {
  /// On one line where it has room, else on two.
  fileprivate var text: DisplayText {
    var text: DisplayText = ""
    switch (old, new) {
    case (let old?, let new?) where name.count + old.count + new.count <= 70:
      text.line("\(name) \(old, .bad) → \(new, .good)")
    case (let old?, let new?):
      text.line("\(name)")
      text.line("    \("- \(old)", .bad)")
      text.line("    \("+ \(new)", .good)")
    case (let old?, nil): text.line("\(name) \(old, .bad) is gone")
    case (nil, let new?): text.line("\(name) \(new, .good) is new")
    case (nil, nil): break
    }
    return text
  }
}

extension SectionChanges.Section {
  fileprivate var title: DisplayText {
    var text: DisplayText = ""
    switch (kind, heading) {
    case (.added, let heading?): text.line("\("\"\(heading)\"", .bold) is new:")
    case (.removed, let heading?): text.line("\("\"\(heading)\"", .bold) is gone:")
    case (.changed(let was, let isMoved), let heading?):
      if let was { text.line("\("\"\(was)\"", .bold) is now called \("\"\(heading)\"", .bold).") }
      if isMoved { text.line("\("\"\(heading)\"", .bold) stands in another place.") }
      if !lines.isEmpty { text.line("In \("\"\(heading)\"", .bold):") }
    case (_, nil): text.line("Before the first heading:")
    }
    return text
  }
}

/// Paragraphs in which words changed, with marks around what is gone and what is new.
private enum MarkedWords {
  static func text(_ words: [SectionChanges.Word]) -> DisplayText {
    let marked = marked(words)
    var text: DisplayText = ""
    var isPassedOver = false
    for paragraph in marked.split(whereSeparator: \.endsParagraph) {
      guard paragraph.contains(where: { $0.style != .plain }) else {
        isPassedOver = true
        continue
      }
      if isPassedOver { text.line("    \("…", .dim)") }
      isPassedOver = false
      text.append(filled(paragraph))
    }
    return text
  }

  private struct MarkedWord {
    let text: String
    let style: DisplayText.Style
    var endsParagraph: Bool { text.isEmpty }
  }

  /// The words with a mark where a run of changed ones begins and where it ends. A run ends with its
  /// paragraph, and a paragraph that is no longer divided, or newly is, shows a paragraph sign.
  private static func marked(_ words: [SectionChanges.Word]) -> [MarkedWord] {
    var marked: [MarkedWord] = []
    for (index, word) in words.enumerated() {
      guard let marks = word.change.marks else {
        marked.append(MarkedWord(text: word.text, style: .plain))
        continue
      }
      func continues(_ other: Int) -> Bool {
        words.indices.contains(other) && words[other].change == word.change
          && !words[other].text.isEmpty && !word.text.isEmpty
      }
      let shown = word.text.isEmpty ? "¶" : word.text
      marked.append(
        MarkedWord(
          text: (continues(index - 1) ? "" : marks.open) + shown
            + (continues(index + 1) ? "" : marks.close), style: marks.style))
      if word.text.isEmpty && word.change == .added {
        marked.append(MarkedWord(text: "", style: .plain))
      }
    }
    return marked
  }

  /// Lines of at most 80 characters, if no word is longer.
  private static func filled(_ words: some Sequence<MarkedWord>) -> DisplayText {
    var text: DisplayText = ""
    var width = 0
    for word in words {
      let count = word.text.count
      if width > 0, width + 1 + count > 80 {
        text.line()
        width = 0
      }
      text.append(width == 0 ? "      " : " ")
      width += (width == 0 ? 6 : 1) + count
      text.append("\(word.text, word.style)")
    }
    text.line()
    return text
  }
}

extension SectionChanges.Change {
  fileprivate var marks: (open: String, close: String, style: DisplayText.Style)? {
    switch self {
    case .same: nil
    case .added: ("{+", "+}", .good)
    case .removed: ("[-", "-]", .bad)
    }
  }
}
