public import Documents
public import Objects
import Signatures

/// A version of a document in its exact bytes: what a decision is about. A class, since one is held in
/// many places.
public final class Edition: Sendable {
  /// The document.
  public let document: DocumentID
  /// Its kind.
  public let kind: DocumentKind
  /// Its level, for policies.
  public let level: DocumentLevel?
  /// The version that it says it is.
  public let version: Version
  /// The digest of the bytes.
  public let digest: Digest
  /// The title for people.
  public let title: String
  /// The path at which it was found.
  public let path: String
  /// The day from which it is meant to be in force.
  public let effective: CalendarDate?
  /// How long until it must be reviewed.
  public let reviewEvery: Interval?
  /// The document that it takes the place of.
  public let replaces: DocumentID?
  /// What the file says, where it is the governance file.
  public let governance: Governance?

  /// Reads the text of a document or of the governance file; `nil` where id, kind, version and
  /// title cannot be read from it.
  public convenience init?(_ bytes: [UInt8], path: String) {
    if path == DocumentFolders.governancePath {
      guard let governance = Governance.parse(bytes).governance else { return nil }
      self.init(governance)
    } else {
      guard let text = Document.parse(bytes, path: path).document else { return nil }
      self.init(text, path: path, digest: Digest.sha256(of: bytes))
    }
  }

  private init(_ text: Document, path: String, digest: Digest) {
    self.path = path
    self.digest = digest
    document = text.id
    kind = text.kind
    level = text.level
    version = text.version
    title = text.title
    effective = text.effective
    reviewEvery = text.reviewEvery
    replaces = text.replaces
    governance = nil
  }

  /// Whether the person gains a role by this text, where it is one of the people and rules that
  /// follows that version.
  func appoints(_ person: PersonID, after last: Governance) -> Bool {
    governance.map { !$0.rolesGained(by: person, after: last).isEmpty } ?? false
  }

  /// The governance file as a document of its own.
  init(_ governance: Governance) {
    path = DocumentFolders.governancePath
    digest = governance.digest
    document = .governance
    kind = .governance
    level = nil
    version = governance.version
    title = governance.title
    effective = nil
    reviewEvery = nil
    replaces = nil
    self.governance = governance
  }
}
