/// Changes as somebody would tell them who has read both versions.
extension SectionChanges {
  /// How many places of a section are told one by one.
  private static let mostPlaces = 3
  /// How many characters of the text are quoted at once.
  private static let longestQuotation = 60

  /// A sentence for each fact and each section that changed: `"Suppliers" is new.`, `In "Scope",
  /// "staff" became "staff and suppliers".`
  ///
  /// Of people and rules, what it means for who decides.
  ///
  /// The version and its change note are left out, since whoever reads the sentences has them. The
  /// quotations are foreign text.
  public var sentences: [String] {
    if isNothing { return ["Nothing changed."] }
    if let governance { return governance.told }
    let told =
      facts.filter { $0.name != "version" && !$0.name.hasPrefix("change.") }
      .map { Self.sentence(on: $0) }
      + sections.flatMap { Self.sentences(on: $0) }
    if told.isEmpty && facts.isEmpty {
      return [
        head.isEmpty ? "Only blank lines changed." : "The first lines are written differently."
      ]
    }
    return told
  }

  private static func sentence(on fact: Fact) -> String {
    func entry(_ value: String) -> String { "\(fact.name): \(value)" }
    let passage = Passage(old: fact.old.map(entry) ?? "", new: fact.new.map(entry) ?? "")
    return "In the first lines, \(sentence(on: passage) ?? "\(fact.name) changed")."
  }

  private static func sentences(on section: Section) -> [String] {
    let name = section.heading.map { "\"\(shortened($0))\"" } ?? "The text before the first heading"
    switch section.kind {
    case .added: return ["\(name) is new."]
    case .removed: return ["\(name) is gone."]
    case .changed(let was, let isMoved):
      var sentences: [String] = []
      if let was { sentences.append("\"\(shortened(was))\" is now called \(name).") }
      if isMoved { sentences.append("\(name) stands in another place.") }
      let place = section.heading.map { "In \"\(shortened($0))\"" } ?? "Before the first heading"
      let passages = section.passages
      if !passages.isEmpty {
        sentences.append("\(place), \(told(passages)).")
      } else if section.isLaidOutAnew {
        sentences.append("\(place), only the layout changed.")
      }
      return sentences
    }
  }

  private static func told(_ passages: [Passage]) -> String {
    let sentences = passages.compactMap { sentence(on: $0) }
    guard passages.count <= mostPlaces, sentences.count == passages.count else {
      return "\(counted(passages.count, "passage")) changed"
    }
    return sentences.joined(separator: "; ")
  }

  /// `nil` where it would be too long.
  private static func sentence(on passage: Passage) -> String? {
    guard let old = quotation(passage.old), let new = quotation(passage.new) else { return nil }
    if passage.old.isEmpty { return "\(new) is new" }
    if passage.new.isEmpty { return "\(old) is gone" }
    return "\(old) became \(new)"
  }

  private static func quotation(_ text: String) -> String? {
    text.unicodeScalars.count > longestQuotation ? nil : "\"\(text.replacing("\"", with: "'"))\""
  }

  private static func shortened(_ text: String) -> String {
    text.unicodeScalars.count > longestQuotation
      ? "\(String.UnicodeScalarView(text.unicodeScalars.prefix(longestQuotation)))…" : text
  }
}

/// Words that were exchanged for others; either may be empty.
private struct Passage {
  let old: String
  let new: String
}

extension SectionChanges.Section {
  /// The runs of words that changed. Where something was only put in or taken out, the word before
  /// it stands on both sides, so that a reader finds the place. Where only paragraphs were divided
  /// or joined, nothing is told.
  fileprivate var passages: [Passage] {
    var passages: [Passage] = []
    var before: String?
    var rest = words[...]
    while let start = rest.firstIndex(where: { $0.change != .same }) {
      before = rest[..<start].last?.text ?? before
      let run = rest[start...].prefix { $0.change != .same }
      rest = rest[run.endIndex...]
      var old = run.filter { $0.change == .removed }.map(\.text)
      var new = run.filter { $0.change == .added }.map(\.text)
      if old.isEmpty || new.isEmpty, let before, !before.isEmpty {
        old.insert(before, at: 0)
        new.insert(before, at: 0)
      }
      let passage = Passage(old: Self.joined(old), new: Self.joined(new))
      if passage.old != passage.new { passages.append(passage) }
    }
    return passages
  }

  /// Whether lines differ though no word does.
  fileprivate var isLaidOutAnew: Bool {
    if case .changed(was: nil, _) = kind { return !lines.isEmpty }
    return false
  }

  private static func joined(_ words: [String]) -> String {
    words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
