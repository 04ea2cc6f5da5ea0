import Markdown

/// What became of a section between two versions of a text.
public enum SectionChange: Sendable, Hashable {
  /// It is new; its heading.
  case added(String)
  /// Its own words are other words now.
  case changed(String)
  /// It is gone.
  case removed(String)
}

extension Document {
  /// What became of the sections since an earlier version, in the order of this text, and behind
  /// them those that are gone.
  public func sectionChanges(since earlier: Document) -> [SectionChange] {
    let before = earlier.ownWords
    let now = ownWords
    let told = now.compactMap { section -> SectionChange? in
      guard let old = before.first(where: { $0.slug == section.slug }) else {
        return .added(section.heading)
      }
      return old.words == section.words ? nil : .changed(section.heading)
    }
    let gone = before.filter { section in !now.contains { $0.slug == section.slug } }
    return told + gone.map { .removed($0.heading) }
  }

  /// The sections, each with its words up to the next heading of whatever level.
  private var ownWords: [(slug: String, heading: String, words: Substring)] {
    let sections = body.sections
    return sections.indices.map { position in
      let section = sections[position]
      // The words of the sections within it stand behind its own.
      var within: [String] = []
      var rest = sections[(position + 1)...].prefix { $0.level > section.level }
      while let child = rest.popFirst() {
        if !child.text.isEmpty { within.append(child.text) }
        rest = rest.drop { $0.level > child.level }
      }
      let own = section.text.dropLast(within.joined(separator: " ").count)
      return (section.slug, section.heading, own)
    }
  }
}
