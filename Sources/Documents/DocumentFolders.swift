/// Which files of a policy repository are documents (formats, section 1).
public enum DocumentFolders {
  /// The governance file.
  public static let governancePath = "writ.yaml"

  /// The folders, at the top of the repository, below which documents lie.
  public static let names = ["policies", "objectives", "roles", "context", "plans", "records"]

  /// Whether a path, relative to the repository, is that of the governance file or leads into one of the
  /// folders.
  public static func holds(_ path: String) -> Bool {
    path.utf8.elementsEqual(governancePath.utf8)
      || prefixes.contains { path.utf8.starts(with: $0) }
  }

  /// How paths below the folders begin: an index may hold countless others.
  private static let prefixes = names.map { Array("\($0)/".utf8) }

  /// Whether a file at this path, relative to the repository, is a document: a `.md` file at any
  /// depth below one of the folders.
  ///
  /// Paths with an empty part, `.` or `..` are none.
  public static func isDocumentPath(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { Substring($0) }
    guard parts.count >= 2, let folder = parts.first, let file = parts.last else { return false }
    return names.contains(String(folder)) && file.hasSuffix(".md") && file != ".md"
      && !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." }
  }
}
