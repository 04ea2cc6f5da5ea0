public import Markdown
public import Objects

/// A document as its author wrote it: front matter and body.
///
/// Nothing here is evidence of approval: who wrote and approved it, and when, comes from Git and
/// from signatures. Optional values are `nil`, and lists empty, where the front matter gives none
/// or gives one with a problem.
public struct Document: Sendable, Hashable {
  /// What the front matter says beyond what every document says.
  ///
  /// Indirect, so that documents are quick to pass on.
  public indirect enum Contents: Sendable, Hashable {
    /// What is to hold.
    case policy(Policy)
    /// How it is done.
    case procedure(Procedure)
    /// What is to be reached.
    case objective(Objective)
    /// Who answers for what.
    case role(RoleDescription)
  }

  /// What this version changed.
  public struct Change: Sendable, Hashable {
    /// What is different.
    public let summary: String?
    /// Why.
    public let reason: String?
  }

  /// Where a text that others wrote comes from.
  public struct Source: Sendable, Hashable {
    /// Who issued it, and where it can be had.
    public let source: String?
    /// The day of the issue that is meant.
    public let date: CalendarDate?
    /// The digest of that file.
    public let digest: Digest?
  }

  /// Where the file lies, relative to the repository.
  public let path: String
  /// The name by which it is approved.
  public let id: DocumentID
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
  /// The document that it takes the place of, under another id.
  public let replaces: DocumentID?
  /// How long it is kept after it has left force.
  public let retention: String?
  /// Where it comes from, if others wrote it.
  public let external: Source?
  /// What this version changed.
  public let change: Change?
  /// What documents of its kind say besides.
  public let contents: Contents

  let frontMatter: YAMLNode
  let lazyBody: LazyBody

  /// The text below the front matter; its lines are lines of the file.
  public var body: MarkdownText { lazyBody.text }

  /// Where links and images of the body lead.
  public var links: [MarkdownLink] {
    MarkdownLink.all(in: String(bodySource), firstLine: bodyLine)
  }

  /// The characters of the body as they stand in the file.
  public var bodySource: Substring { lazyBody.source }

  /// The line of the file on which the body begins.
  public var bodyLine: Int { lazyBody.firstLine }

  /// What is still to be filled in, in the values of the front matter.
  public var frontMatterPlaceholders: [Placeholder] {
    frontMatter.scalars.flatMap { Placeholder.all(in: $0.text, line: $0.line) }
  }

  /// Whether the front matter has the key, whatever its value.
  public func has(_ key: String) -> Bool { frontMatter[key] != nil }

  /// The line of a key of the front matter; 1 where it is absent.
  public func line(of key: String) -> Int {
    frontMatter.mapping?.first { $0.key.text == key }?.key.line ?? 1
  }
}

extension Document {
  /// What it is.
  public var kind: DocumentKind {
    switch contents {
    case .policy: .policy
    case .procedure: .procedure
    case .objective: .objective
    case .role: .role
    }
  }

  /// Where a policy stands among policies; `nil` for other kinds.
  public var level: DocumentLevel? { policy?.level }

  /// What a policy says besides; `nil` for other kinds.
  public var policy: Policy? { if case .policy(let policy) = contents { policy } else { nil } }

  /// What a procedure says besides; `nil` for other kinds.
  public var procedure: Procedure? {
    if case .procedure(let procedure) = contents { procedure } else { nil }
  }

  /// What an objective says besides; `nil` for other kinds.
  public var objective: Objective? {
    if case .objective(let objective) = contents { objective } else { nil }
  }

  /// What the description of a role says besides; `nil` for other kinds.
  public var role: RoleDescription? { if case .role(let role) = contents { role } else { nil } }
}

/// What came of reading a document.
public struct ParsedDocument: Sendable, Hashable {
  /// Where the file lies, relative to the repository.
  public let path: String
  /// The kind that it says it is, where that could be read.
  public let kind: DocumentKind?
  /// The document; `nil` unless `id`, `kind`, `title` and `version` could be read.
  public let document: Document?
  /// What it says of itself, where only its kind is one that this version does not know.
  public internal(set) var ofUnknownKind: DocumentOfUnknownKind?
  /// What is wrong with it, by line.
  public let problems: [Problem]
}
