public import Documents
public import Objects
import Signatures

/// A ref under `refs/tags/writ/` with what it leads to, as it was found: nothing is proved yet.
public struct Record: Sendable {
  /// What the ref points at.
  public indirect enum Content: Sendable {
    /// Something that is no annotated tag; what it is, in words.
    case notATag(String)
    /// Whatever stands under `timestamp/`, where tokens that prove times are kept.
    case timestamp
    /// A tag object whose bytes are not those of a tag as statements need it.
    case malformed(GrammarError)
    /// A tag whose message is no statement.
    case noStatement(TagObject, StatementProblem)
    /// A tag that reads as a statement.
    case statement(SignedTag, Statement, Target)
  }

  /// A tag that reads as a statement: who made it when, and what its signature proves by itself.
  public struct SignedTag: Sendable {
    /// The name in the `tag` header, without `refs/tags/`.
    public let name: String
    /// The commit that it points at.
    public let target: ObjectID
    /// Who tagged, and the time that they claim.
    public let tagger: Ident
    /// The identity of the statement: the digest of all that is signed.
    public let identity: Digest
    /// What the signature proves.
    public let signature: SignatureFinding

    /// Verifies the signature, unless it is known what that finds.
    public init(_ tag: TagObject, signature: SignatureFinding? = nil) {
      name = tag.name
      target = tag.target
      tagger = tag.tagger
      identity = .sha256(of: tag.payload)
      self.signature = signature ?? SignatureFinding(of: tag)
    }
  }

  /// What the tag points at.
  public enum Target: Sendable {
    /// Nothing that is in this clone.
    case missing
    /// An object that is no commit.
    case notACommit
    /// A commit without a regular file at the path that the statement names.
    case noFile
    /// A commit with a file there.
    case file(FoundText)
  }

  /// A file as it was found.
  public struct FoundText: Sendable {
    /// The digest of its exact bytes.
    public let digest: Digest
    /// What they say; `nil` where that is no document and no governance file.
    public let edition: Edition?
    /// What they say, where that is a document of a kind that this version does not know.
    public let ofUnknownKind: DocumentOfUnknownKind?

    /// Reads the bytes of a file at that path.
    public init(_ bytes: [UInt8], path: String) {
      digest = .sha256(of: bytes)
      edition = Edition(bytes, path: path)
      ofUnknownKind =
        edition == nil && path != DocumentFolders.governancePath
        ? Document.parse(bytes, path: path).ofUnknownKind : nil
    }
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
