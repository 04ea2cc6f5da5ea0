public import Objects

/// A ref under `refs/tags/writ/` with what it leads to, as it was found: nothing is proved yet.
public struct Record: Sendable {
  /// What the ref points at.
  public enum Content: Sendable {
    /// Something that is no annotated tag; what it is, in words.
    case notATag(String)
    /// Whatever stands under `timestamp/`, where tokens that prove times are kept.
    case timestamp
    /// A tag object whose bytes are not those of a tag as statements need it.
    case malformed(GrammarError)
    /// A tag whose message is no statement.
    case noStatement(TagObject, StatementProblem)
    /// A tag that reads as a statement.
    case statement(TagObject, Statement, Target)
  }

  /// What the tag points at.
  public enum Target: Sendable {
    /// Nothing that is in this clone.
    case missing
    /// An object that is no commit.
    case notACommit
    /// A commit without a regular file at the path that the statement names.
    case noFile
    /// A commit with a file there: its exact bytes.
    case file([UInt8])
  }

  /// The whole name of the ref.
  public let ref: String
  /// What it points at.
  public let content: Content

  /// Whether it is a decision on this first governance file, in the repository that begins with it.
  func isAbout(root: Digest) -> Bool {
    guard case .statement(_, let statement, _) = content else { return false }
    return statement.repository == root && statement.digest == root
  }

  /// A ref with what it leads to.
  public init(ref: String, content: Content) {
    self.ref = ref
    self.content = content
  }
}
