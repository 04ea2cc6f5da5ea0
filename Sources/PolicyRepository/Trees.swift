import Documents
import Evidence
import Git
import Objects

/// Reads files and documents out of commits, each tree and each blob once.
final class Trees {
  /// A document as it stands in a tree.
  struct Entry: Hashable {
    let document: DocumentID
    let path: String
    let blob: ObjectID
  }

  private let git: Repository
  private let finder: FileFinder
  private var trees: [ObjectID: TreeObject?] = [:]
  private var documents: [ObjectID: DocumentID?] = [:]
  private var folders: [ObjectID: [Entry]] = [:]

  init(_ git: Repository) {
    self.git = git
    finder = FileFinder(git)
  }

  /// The regular file at the path; `nil` where there is none, or something else.
  func file(at path: String, in commit: CommitObject) throws -> ObjectID? {
    try commit.tree.flatMap { try finder.file(at: path, below: $0) }
  }

  /// Everything under the folders of documents, and the governance file, by path.
  ///
  /// A folder that is listed is one that cannot be read: it is not as Git writes it, lies too deep, or holds
  /// more than anybody has. What lies in it is as good as not there.
  func files(in commit: CommitObject) throws -> [(
    path: String, kind: TreeObject.Kind, id: ObjectID
  )] {
    guard let root = commit.tree else { return [] }
    guard let tree = try read(root) else { return [(DocumentFolders.governancePath, .tree, root)] }
    var files: [(path: String, kind: TreeObject.Kind, id: ObjectID)] = []
    for entry in tree.entries {
      if entry.name == DocumentFolders.governancePath {
        files.append((entry.name, entry.kind, entry.id))
      } else if DocumentFolders.names.contains(entry.name) {
        files += try list(entry, path: entry.name)
      }
    }
    return files
  }

  /// The documents of a commit, the governance file included, by path.
  ///
  /// What cannot be read as a document is passed over: it is no document yet.
  func documents(in commit: CommitObject) throws -> [Entry] {
    var entries: [Entry] = []
    for entry in try commit.tree.flatMap(read)?.entries ?? [] {
      if entry.name == DocumentFolders.governancePath, entry.kind == .file,
        try bytesOfFile(entry.id) != nil
      {
        entries.append(Entry(document: .governance, path: entry.name, blob: entry.id))
      } else if DocumentFolders.names.contains(entry.name), entry.kind == .tree {
        entries += try documents(under: entry, path: entry.name)
      }
    }
    return entries
  }

  /// The bytes of a file.
  func bytes(_ blob: ObjectID) throws -> [UInt8] { try git.bytes(of: blob, as: .blob) }

  /// The bytes of a file that a commit names; `nil` where it is far too large, or no file at all.
  func bytesOfFile(_ blob: ObjectID) throws -> [UInt8]? {
    do {
      let object = try git.object(blob)
      return object.type == .blob ? object.bytes : nil
    } catch let error where error.kind == .tooLarge { return nil }
  }

  /// The folder; `nil` where it is not as Git writes it.
  private func read(_ id: ObjectID) throws -> TreeObject? {
    if let tree = trees[id] { return tree }
    let tree = try git.tree(id)
    trees[id] = .some(tree)
    return tree
  }

  /// A folder that lies in several places is stored once, so a small clone can hold countless paths.
  static let mostPaths = 100_000

  /// How deep folders go.
  static let mostFolders = 32

  private typealias File = (path: String, kind: TreeObject.Kind, id: ObjectID)

  /// The files below a folder of documents; the folder itself where there are too many.
  private func list(_ entry: TreeObject.Entry, path: String) throws -> [File] {
    var left = Self.mostPaths
    var files: [File] = []
    try list(entry, path: path, depth: 0, left: &left, into: &files)
    return left < 0 ? [(path, .tree, entry.id)] : files
  }

  private func list(
    _ entry: TreeObject.Entry, path: String, depth: Int, left: inout Int, into files: inout [File]
  ) throws {
    left -= 1
    guard left >= 0 else { return }
    guard entry.kind == .tree, depth < Self.mostFolders, let tree = try read(entry.id) else {
      files.append((path, entry.kind, entry.id))
      return
    }
    for child in tree.entries {
      try list(
        child, path: "\(path)/\(child.name)", depth: depth + 1, left: &left, into: &files)
    }
  }

  private func documents(under folder: TreeObject.Entry, path: String) throws -> [Entry] {
    // A folder that did not change holds the same documents: its name in Git says so.
    if let known = folders[folder.id], known.first.map({ $0.path.hasPrefix("\(path)/") }) ?? true {
      return known
    }
    let entries: [Entry] = try list(folder, path: path).compactMap { file in
      guard file.kind == .file, DocumentFolders.isDocumentPath(file.path),
        let document = try document(file.id, path: file.path)
      else { return nil }
      return Entry(document: document, path: file.path, blob: file.id)
    }
    folders[folder.id] = entries
    return entries
  }

  /// Which document the blob is at that path; `nil` where it is none, or far too large.
  func document(_ blob: ObjectID, path: String) throws -> DocumentID? {
    if let known = documents[blob] { return known }
    // What is no file or too large, ever committed, keeps nobody from reading the others.
    let document = try bytesOfFile(blob).flatMap { Document.parse($0, path: path).document?.id }
    documents[blob] = .some(document)
    return document
  }
}
