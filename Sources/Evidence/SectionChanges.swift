/// What changed between two versions of a document, by section: in lines, in words, and in sentences.
///
/// No section, no entry of the front matter that differs is left out; blank lines between sections
/// are.
public struct SectionChanges: Sendable {
  /// What became of a line, or of some words.
  public enum Change: String, Sendable {
    /// It stands in both versions.
    case same
    /// It is new.
    case added
    /// It is gone.
    case removed
  }

  /// A line and what became of it.
  public struct Line: Sendable {
    /// What became of it.
    public let change: Change
    /// The line.
    public let text: String
    /// The place of change that it belongs to, counted from 0.
    public let place: Int

    /// A line of a place of change.
    public init(_ change: Change, _ text: String, place: Int) {
      self.change = change
      self.text = text
      self.place = place
    }
  }

  /// A word and what became of it; an empty one ends a paragraph.
  public struct Word: Sendable {
    /// What became of it.
    public let change: Change
    /// The word.
    public let text: String

    /// A word.
    public init(_ change: Change, _ text: String) {
      self.change = change
      self.text = text
    }
  }

  /// An entry of the front matter that changed.
  public struct Fact: Sendable {
    /// Its name, such as `version` or `framework.set-by`.
    public let name: String
    /// What it said; `nil` where it is new.
    public let old: String?
    /// What it says; `nil` where it is gone.
    public let new: String?

    /// An entry of the front matter.
    public init(name: String, old: String?, new: String?) {
      self.name = name
      self.old = old
      self.new = new
    }
  }

  /// What is told of a section.
  public enum Kind: Sendable {
    /// All of it is new.
    case added
    /// It is gone.
    case removed
    /// Something in it is different. `was` is what it was called before, if that is another name,
    /// and `isMoved` says whether it stands in another place among the others.
    case changed(was: String?, isMoved: Bool)
  }

  /// A section that changed.
  public struct Section: Sendable {
    /// Its heading; `nil` for what stands before the first.
    public let heading: String?
    /// What is told of it.
    public let kind: Kind
    /// Its lines around each change, the heading's own included; all of a new one, or one that is
    /// gone.
    public let lines: [Line]
    /// All its words below the heading; none where no word changed, or every one.
    public let words: [Word]

    /// A section that changed.
    public init(heading: String?, kind: Kind, lines: [Line], words: [Word]) {
      self.heading = heading
      self.kind = kind
      self.lines = lines
      self.words = words
    }
  }

  /// The entries of the front matter that changed, in its order.
  public let facts: [Fact]
  /// The lines of the front matter, where they differ but every entry says the same.
  public let head: [Line]
  /// The sections that changed, in the order of the newer version, and those that are gone.
  public let sections: [Section]
  /// Whether the two versions are the same, byte for byte.
  public let isNothing: Bool
  /// What they mean for who decides; `nil` but for the people and rules.
  public let governance: GovernanceChanges?

  /// Changes of these parts.
  public init(
    facts: [Fact], head: [Line], sections: [Section], isNothing: Bool,
    governance: GovernanceChanges? = nil
  ) {
    self.facts = facts
    self.head = head
    self.sections = sections
    self.isNothing = isNothing
    self.governance = governance
  }
}
