extension CommitObject {
  /// How the bytes of a commit differ from what Git writes today, in words; `nil` for not at all.
  ///
  /// None of it keeps anybody from following the history: but dates, names and words may be shown otherwise
  /// than they were meant.
  public static func oddity(of bytes: [UInt8]) -> String? {
    do { _ = try CommitObject(bytes) } catch { return error.reason }
    var reader = ByteReader(bytes)
    while let line = try? reader.line(), !line.isEmpty {
      guard line.starts(with: "encoding ".utf8) else { continue }
      let name = String(decoding: line.dropFirst("encoding ".utf8.count), as: UTF8.self)
      return known.contains(name.lowercased())
        ? nil : "its words are written in an encoding that few programs read"
    }
    return String(validating: bytes, as: UTF8.self) == nil
      ? "its words are not UTF-8, and it names no other encoding" : nil
  }

  private static let known: Set = [
    "utf-8", "utf8", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "iso-8859-15", "iso8859-15",
    "windows-1252", "cp1252",
  ]
}
