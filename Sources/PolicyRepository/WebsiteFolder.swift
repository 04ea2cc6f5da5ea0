import Documents
import Evidence
import Files
import FoundationEssentials
import Objects
import Signatures

/// The folder of a website: new, empty, or that of a website which Writ wrote there and nobody has touched
/// since. Nothing else is ever replaced.
struct WebsiteFolder {
  /// The absolute path, links on the way resolved.
  let path: String
  private let entries: [Folder.Entry]

  /// The folder that the user named; refuses one that cannot take a website for these readers of the
  /// repository with this root, or that the repository itself needs.
  init(_ output: String, for readers: Readers, of root: Digest?, outside places: Places) throws {
    path = try Self.path(output)
    try places.refuse(path)
    guard let kind = File.kind(of: path) else {
      entries = []
      return
    }
    guard kind == .folder else {
      throw Refusal(
        .no, "\(output) is no folder, and is not replaced",
        remedies: "name a folder that is not there yet"
      )
    }
    entries = try Folder.entries(under: path)
    guard try !Folder.isEmpty(path) else { return }
    try check(readers, root)
  }

  /// The paths of the files that lie there.
  var files: [String] { entries.map(\.path) }

  /// Puts these files in the place of what lies there.
  func replace(with files: [PackFile]) throws {
    try Folder.replace(path, having: entries, with: files.map { ($0.path, $0.bytes) })
  }

  private static func path(_ output: String) throws -> String {
    let trimmed = output.utf8.lastIndex { $0 != UInt8(ascii: "/") }.map { String(output[...$0]) }
    guard let trimmed else {
      throw Refusal(
        .usage, "\"\(output)\" is no folder for a website",
        remedies: "name one: writ publish --output ../website")
    }
    if let kind = File.kind(of: trimmed) {
      if kind == .symbolicLink {
        throw Refusal(
          .no, "\(output) is a symbolic link, which is not followed",
          remedies: "name the folder itself")
      }
      if let resolved = Folder.resolved(trimmed) { return resolved }
    }
    let names = trimmed.split(separator: "/", omittingEmptySubsequences: false)
    let above = names.dropLast().joined(separator: "/")
    let folder = Folder.resolved(above.isEmpty ? (trimmed.hasPrefix("/") ? "/" : ".") : above)
    guard let folder, let name = names.last, name != ".." else {
      throw Refusal(
        .no, "the folder in which \(output) is to lie is not there", remedies: "make it first")
    }
    return folder == "/" ? "/\(name)" : "\(folder)/\(name)"
  }

  // MARK: What lies there

  private struct Record: Decodable {
    struct File: Decodable {
      let path, sha256: String
    }
    let schema: String
    let repository: String?
    let audience: String
    let files: [File]
  }

  private func check(_ readers: Readers, _ root: Digest?) throws {
    guard entries.contains(where: { $0.path == Self.record && $0.kind == .regular }) else {
      throw Refusal(
        .no, "\(path) holds something that Writ did not write there",
        remedies: "name a folder that is not there yet, or an empty one")
    }
    let bytes = try File.read("\(path)/\(Self.record)")
    guard let record = try? JSONDecoder().decode(Record.self, from: Data(bytes)),
      record.schema == "writ.site/1"
    else { throw touched("\(Self.record) is damaged") }
    guard record.repository == root?.description else {
      throw Refusal(
        .no, "the website in \(path) is that of another repository",
        remedies: "name another folder, or take that one away first")
    }
    guard record.audience == readers.classification else {
      throw Refusal(
        .no,
        "the website in \(path) is for readers of what is \(record.audience), and not of what is "
          + "\(readers.classification)",
        remedies: "name another folder, or take that one away first",
        "or write for the same readers: writ publish --audience \(record.audience) --output …")
    }
    try compare(record)
  }

  private static let record = "site.json"

  private func compare(_ record: Record) throws {
    var digests = Dictionary(
      record.files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    for entry in entries where entry.path != Self.record {
      guard let wanted = digests.removeValue(forKey: entry.path) else {
        throw touched("\(entry.path) is none of its files")
      }
      guard entry.kind == .regular,
        try Digest.sha256(of: File.read("\(path)/\(entry.path)", limit: .max - 1)).hex == wanted
      else { throw touched("\(entry.path) is not as it was written") }
    }
    if let missing = digests.keys.min() { throw touched("\(missing) is gone") }
  }

  private func touched(_ what: String) -> Refusal {
    Refusal(
      .no, "somebody changed the website in \(path) since it was written: \(what)",
      remedies: "look at it, and take the folder away if nothing in it is needed",
      "or name another folder")
  }
}

extension WebsiteFolder {
  /// Where a repository lies.
  struct Places {
    /// The folder of Git.
    let git: String
    /// The folder of the files; `nil` in a bare repository.
    let workingFolder: String?

    /// Refuses a folder that is that of the repository, holds it, or is a part of what it needs.
    fileprivate func refuse(_ path: String) throws {
      let git = Folder.resolved(git)
      let top = workingFolder.flatMap(Folder.resolved)
      let documents = top.map { top in
        (DocumentFolders.names + ["trust", "hooks"]).map { "\(top)/\($0)" }
      }
      let isAbove = [git, top].compactMap(\.self).contains { Self.holds(path, $0) }
      let isInside = ((git.map { [$0] } ?? []) + (documents ?? [])).contains {
        Self.holds($0, path)
      }
      guard isAbove || isInside || path.split(separator: "/").contains(".git") else { return }
      throw Refusal(
        .no, "\(path) belongs to the repository, and no website is written there",
        remedies: "name a folder of its own beside it: writ publish --output ../website")
    }

    /// Whether the folder is the other one, or that lies in it.
    private static func holds(_ folder: String, _ other: String) -> Bool {
      folder == other || other.hasPrefix(folder == "/" ? "/" : "\(folder)/")
    }
  }
}
