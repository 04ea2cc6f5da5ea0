public import Objects

/// What a procedure says besides what every document says: how things are done, kept apart from
/// what is to hold.
public struct Procedure: Sendable, Hashable {
  /// The documents that it puts to work.
  public let implements: [DocumentID]

  init(_ front: inout MappingReader) {
    implements = front.documentIDs("implements", of: "documents")
  }
}
