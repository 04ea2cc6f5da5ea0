public import Markdown
public import Objects

/// A policy as its author wrote it: front matter and body.
///
/// Nothing here is evidence of approval: who wrote and approved it, and when, comes from Git and
/// from signatures. Optional values are `nil`, and lists empty, where the front matter gives none
/// or gives one with a problem.
public struct Document: Sendable, Hashable {
  /// How the objectives come about, where the policy does not name them.
  public struct Framework: Sendable, Hashable {
    /// The role or body that sets them.
    public let setBy: String?
    /// How often they are reviewed.
    public let reviewedEvery: Interval?
  }

  /// What this version changed.
  public struct Change: Sendable, Hashable {
    /// What is different.
    public let summary: String?
    /// Why.
    public let reason: String?
  }

  /// Where the file lies, relative to the repository.
  public let path: String
  /// The name by which it is approved.
  public let id: DocumentID
  /// What it is.
  public let kind: DocumentKind
  /// Where a policy stands among policies.
  public let level: DocumentLevel?
  /// What people call it.
  public let title: String
  /// The version that this text is to be.
  public let version: Version
  /// A language tag (RFC 5646).
  public let language: String?
  /// A step of the scale in `writ.yaml`.
  public let classification: String?
  /// The role that keeps it.
  public let owner: RoleID?
  /// The first day on which it is to be in force.
  public let effective: CalendarDate?
  /// How long it may go without a review.
  public let reviewEvery: Interval?
  /// The clauses and controls that it serves: `5.2`, `A.5.1`.
  public let clauses: [String]
  /// The required elements that it claims to have.
  public let elements: [Element.Name: Element]
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
  /// The document that it takes the place of, under another id.
  public let replaces: DocumentID?
  /// How long it is kept after it has left force.
  public let retention: String?
  /// What this version changed.
  public let change: Change?
  /// The text below the front matter; its lines are lines of the file.
  public let body: MarkdownText
  /// The line of the file on which the body begins.
  public let bodyLine: Int
  /// What is still to be filled in, in the values of the front matter.
  public let frontMatterPlaceholders: [Placeholder]

  let keyLines: [String: Int]

  /// Whether the front matter has the key, whatever its value.
  public func has(_ key: String) -> Bool { keyLines[key] != nil }

  /// The line of a key of the front matter; 1 where it is absent.
  public func line(of key: String) -> Int { keyLines[key] ?? 1 }
}

/// What came of reading a document.
public struct ParsedDocument: Sendable, Hashable {
  /// Where the file lies, relative to the repository.
  public let path: String
  /// The document; `nil` unless `id`, `kind`, `title` and `version` could be read.
  public let document: Document?
  /// What is wrong with it, by line.
  public let problems: [Problem]
}
