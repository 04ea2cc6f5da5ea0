public import Objects

/// What a document of a kind that this version does not know says of itself: what every document says,
/// whatever its kind (formats, section 2).
///
/// A newer version of Writ may know the kind, so nothing can be said of such a document, neither that it
/// holds nor that it does not.
public struct DocumentOfUnknownKind: Sendable, Hashable {
  /// Where the file lies, relative to the repository.
  public let path: String
  /// The name by which it is approved.
  public let id: DocumentID
  /// Its kind.
  public let kind: Identifier
  /// What people call it.
  public let title: String
  /// The version that this text is to be.
  public let version: Version
  /// The document that it takes the place of, under another id.
  public let replaces: DocumentID?

  /// Reads the front matter at `root`; `nil` where the kind is known, or no kind could be called so, or
  /// something is missing that every document says.
  init?(_ root: YAMLNode, path: String) {
    var front = MappingReader(root)
    guard let kind = root["kind"]?.scalar.flatMap({ Identifier($0) }),
      DocumentKind(rawValue: kind.description) == nil, let id = front.documentID("id"),
      let title = front.title(), let version = front.version()
    else { return nil }
    self.path = path
    self.id = id
    self.kind = kind
    self.title = title
    self.version = version
    replaces = front.documentID("replaces")
  }
}
