import Documents

/// A file in the folders of documents of which nothing was judged, since this version does not read it.
public struct UnreadFile: Sendable, Hashable {
  /// Why it is not read.
  public enum Reason: String, Sendable, CaseIterable {
    /// A table: none of its rows is read.
    case register
    /// Another form than Markdown: Word, PDF, a picture.
    case format
    /// Markdown that is no document which this version can read.
    case unreadable
    /// No file: a link, or another repository.
    case notFile = "not-a-file"

    /// What such files are, before their names.
    var words: String {
      switch self {
      case .register: "tables, of which no row was read"
      case .format: "files in other formats than Markdown"
      case .unreadable: "documents that cannot be read as they are, or are of a kind to come"
      case .notFile: "links, other repositories, and folders that cannot be read"
      }
    }
  }

  /// Where it lies.
  public let path: String
  /// Why it is not read.
  public let reason: Reason

  /// What lies at a path of the folders of documents; `nil` where it is read. `isDocument` says whether it
  /// could be read as one.
  public init?(at path: String, isFile: Bool, isDocument: Bool) {
    self.path = path
    let name = path.lowercased()
    if path == DocumentFolders.governancePath {
      guard !isFile else { return nil }
      reason = .notFile
    } else if !isFile {
      reason = .notFile
    } else if DocumentFolders.isDocumentPath(path) {
      guard !isDocument else { return nil }
      reason = .unreadable
    } else {
      reason = [".csv", ".tsv"].contains(where: name.hasSuffix) ? .register : .format
    }
  }

  /// What was not read, a sentence for each reason, with the first names of each.
  public static func sentences(on files: [UnreadFile]) -> [String] {
    Reason.allCases.compactMap { reason in
      let paths = files.filter { $0.reason == reason }.map(\.path)
      guard !paths.isEmpty else { return nil }
      let most = 10
      let more = paths.count > most ? " and \(paths.count - most) more" : ""
      return "Not looked at: \(reason.words): \(paths.prefix(most).joined(separator: ", "))\(more)."
    }
  }
}
