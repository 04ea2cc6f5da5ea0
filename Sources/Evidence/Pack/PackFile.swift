import Objects

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

  /// Whether a pack may hold a file at this path: names of letters, digits, `.`, `-` and `_` that begin
  /// with none of the last three and do not end with a full stop, between slashes, 200 characters at most.
  public static func isAllowed(_ path: String) -> Bool {
    path.utf8.count <= 200
      && path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .allSatisfy { name in
          name.first?.isASCIILetterOrDigit ?? false && name.last != UInt8(ascii: ".")
            && name.allSatisfy { $0.isASCIILetterOrDigit || "._-".utf8.contains($0) }
        }
  }
}
