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
  private var trees: [ObjectID: TreeObject] = [:]
  private var documents: [ObjectID: DocumentID?] = [:]
  private var folders: [ObjectID: [Entry]] = [:]

  init(_ git: Repository) {
    self.git = git
    finder = FileFinder(git)
  }

  /// The regular file at the path; `nil` where there is none, or something else.
  func file(at path: String, in commit: CommitObject) throws -> ObjectID? {
    try finder.file(at: path, below: commit.tree)
  }

  /// Everything under the folders of documents, and the governance file, by path.
  func files(in commit: CommitObject) throws -> [(
    path: String, kind: TreeObject.Kind, id: ObjectID
  )] {
    var files: [(path: String, kind: TreeObject.Kind, id: ObjectID)] = []
    for entry in try read(commit.tree).entries {
      if entry.name == DocumentFolders.governancePath {
        files.append((entry.name, entry.kind, entry.id))
      } else if DocumentFolders.names.contains(entry.name) {
        try list(entry, path: entry.name, into: &files)
      }
    }
    return files
  }

  /// The documents of a commit, the governance file included, by path.
  ///
  /// What cannot be read as a document is passed over: it is no document yet.
  func documents(in commit: CommitObject) throws -> [Entry] {
    var entries: [Entry] = []
    for entry in try read(commit.tree).entries {
      if entry.name == DocumentFolders.governancePath, entry.kind == .file {
        entries.append(Entry(document: .governance, path: entry.name, blob: entry.id))
      } else if DocumentFolders.names.contains(entry.name), entry.kind == .tree {
        entries += try documents(under: entry, path: entry.name)
      }
    }
    return entries
  }

  /// The bytes of a file.
  func bytes(_ blob: ObjectID) throws -> [UInt8] { try git.bytes(of: blob, as: .blob) }

  private func read(_ id: ObjectID) throws -> TreeObject {
    if let tree = trees[id] { return tree }
    let tree = try git.tree(id)
    trees[id] = tree
    return tree
  }

  /// A folder that lies in several places is stored once, so a small clone can hold countless paths.
  static let mostPaths = 100_000

  static func tooManyPaths(_ path: String) -> Refusal {
    Refusal(
      .couldNot,
      "more than \(mostPaths) files and folders lie in a folder of documents, as in \(path)",
      remedies: "take out what is no document")
  }

  private func list(
    _ entry: TreeObject.Entry, path: String,
    into files: inout [(path: String, kind: TreeObject.Kind, id: ObjectID)]
  ) throws {
    var left = Self.mostPaths
    try list(entry, path: path, depth: 0, left: &left, into: &files)
  }

  private func list(
    _ entry: TreeObject.Entry, path: String, depth: Int, left: inout Int,
    into files: inout [(path: String, kind: TreeObject.Kind, id: ObjectID)]
  ) throws {
    left -= 1
    guard left >= 0 else { throw Self.tooManyPaths(path) }
    guard entry.kind == .tree else {
      files.append((path, entry.kind, entry.id))
      return
    }
    guard depth < 32 else {
      throw Refusal(.couldNot, "the folder \(path) lies too deep", remedies: "move it up")
    }
    for child in try read(entry.id).entries {
      try list(
        child, path: "\(path)/\(child.name)", depth: depth + 1, left: &left, into: &files)
    }
  }

  private func documents(under folder: TreeObject.Entry, path: String) throws -> [Entry] {
    // A folder that did not change holds the same documents: its name in Git says so.
    if let known = folders[folder.id], known.first.map({ $0.path.hasPrefix("\(path)/") }) ?? true {
      return known
    }
    var files: [(path: String, kind: TreeObject.Kind, id: ObjectID)] = []
    try list(folder, path: path, into: &files)
    let entries: [Entry] = try files.compactMap { file in
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
    var document: DocumentID?
    do {
      document = Document.parse(try bytes(blob), path: path).document?.id
    } catch let error as GitError where error.kind == .tooLarge {
      // Else one such file, ever committed, would keep everybody from reading the others.
    }
    documents[blob] = .some(document)
    return document
  }
}
