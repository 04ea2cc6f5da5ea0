public import Objects

/// What a policy says besides what every document says: what is to hold, and for whom.
public struct Policy: Sendable, Hashable {
  /// How the objectives come about, where the policy does not name them.
  public struct Framework: Sendable, Hashable {
    /// The role or body that sets them.
    public let setBy: String?
    /// How often they are reviewed.
    public let reviewedEvery: Interval?
  }

  /// Where it stands among policies.
  public let level: DocumentLevel?
  /// The required elements that it claims to have.
  public let elements: [Element.Name: Element]
  /// The headings, by slug, under which it has what is usual in policies.
  public let sections: [UsualSection: String]
  /// Where interested parties find it.
  public let availability: [String]
  /// Why interested parties do not get it.
  public let notAvailableReason: String?
  /// The groups of staff that must know it.
  public let audience: [String]
  /// The objectives that it sets.
  public let objectives: [DocumentID]
  /// How its objectives are set.
  public let framework: Framework?
  /// Rows of the register of requirements.
  public let requirements: [String]
  /// Goals of the organisation's direction that it serves.
  public let goals: [String]
  /// The controls that a topic policy puts to work: `A.5.15`.
  public let controls: [String]
  /// The policy that a topic policy stands below.
  public let parent: DocumentID?

  init(_ front: inout MappingReader) {
    front.require("level", remedy: "write \"level: top\" or \"level: topic\"")
    level = front.value("level", expecting: "top or topic") { DocumentLevel(rawValue: $0) }
    elements = front.elements()
    sections = front.usualSections()
    availability = front.texts("availability")
    notAvailableReason = front.text("not-available-reason")
    audience = front.texts("audience")
    objectives = front.documentIDs("objectives", of: "objectives")
    framework = front.mapping("framework") {
      $0.require("set-by", remedy: "write who sets the objectives: \"set-by: ciso\"")
      $0.require("reviewed-every", remedy: "write \"reviewed-every: 12 months\"")
      return Framework(setBy: $0.text("set-by"), reviewedEvery: $0.interval("reviewed-every"))
    }
    requirements = front.texts("requirements")
    goals = front.texts("goals")
    controls = front.texts("controls")
    parent = front.documentID("parent")
  }
}

/// Sections that policies usually have.
public enum UsualSection: String, Sendable, Hashable, CaseIterable {
  /// For whom and for what the policy is.
  case scope
  /// Who answers for what.
  case roles
  /// Who may do otherwise, and how they ask.
  case exceptions
  /// What follows where it is not kept.
  case consequences
}

extension MappingReader {
  fileprivate mutating func elements() -> [Element.Name: Element] {
    mapping("elements") { elements in
      var found: [Element.Name: Element] = [:]
      for name in Element.Name.allCases {
        let line = elements.line(of: name.rawValue)
        let element = elements.mapping(name.rawValue) { entry -> Element? in
          entry.require("under", remedy: "write the heading's name: \"under: commitments\"")
          entry.require("says", remedy: "quote the very words that stand under the heading")
          guard let under = entry.text("under"), let says = entry.text("says") else { return nil }
          return Element(under: under, says: says, line: line)
        }
        found[name] = element ?? nil
      }
      return found
    } ?? [:]
  }

  fileprivate mutating func usualSections() -> [UsualSection: String] {
    mapping("sections") { sections in
      var found: [UsualSection: String] = [:]
      for section in UsualSection.allCases { found[section] = sections.text(section.rawValue) }
      return found
    } ?? [:]
  }
}
