/// A file of an evidence pack, or of a website.
public struct PackFile: Sendable {
  /// The path from the top of the pack, in `/`; made of our own words, identifiers and versions.
  public let path: String
  /// The bytes of the file.
  public let bytes: [UInt8]

  /// A file of these bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A file of this text, in UTF-8.
  public init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}
