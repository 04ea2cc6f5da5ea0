public import Documents
public import Objects

/// A version of a document that is approved, in its exact bytes.
public struct ApprovedText: Sendable {
  /// The version.
  public let version: Version
  /// The bytes that were approved.
  public let bytes: [UInt8]
  /// What they say; `nil` for `writ.yaml`.
  public let document: Document?

  /// An approved version of these parts.
  public init(version: Version, bytes: [UInt8], document: Document?) {
    self.version = version
    self.bytes = bytes
    self.document = document
  }
}
