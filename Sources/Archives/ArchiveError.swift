/// Bytes that are no ZIP file, or one that is not read.
public struct ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, in words, lower case and without a full stop.
  public let description: String

  init(_ description: String) { self.description = description }
}
