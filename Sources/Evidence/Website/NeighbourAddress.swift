import Objects

/// Where a page of a website leads within it; relative, so that it holds in whatever folder it lies.
struct NeighbourAddress: CustomStringConvertible {
  /// The address, from the page of a document.
  let description: String

  /// The page of the version of a document that is in force, from that of another document; `heading` is
  /// the slug of one that stands there.
  init(inForce document: DocumentID, heading: String? = nil) {
    description = "../\(document)/index.html" + (heading.map { "#text-\($0)" } ?? "")
  }
}
