import Approvals
import Documents
import Files
import Git
import Objects
import Rules

/// Reads what snapshots are made of: the files of a commit, of what is staged, of the working folder.
extension PolicyRepository {
  /// The documents of a commit.
  func files(of head: Head) throws -> [Snapshot.File] {
    try git.map(try trees.files(in: head.commit)) { git, files in
      try files.map { file in
        Snapshot.File(path: file.path, content: try Self.content(file.kind, file.id, git))
      }
    }
  }

  /// The documents that the next commit will hold.
  func files(of staged: [IndexEntry]) throws -> [Snapshot.File] {
    try staged.map { entry in
      Snapshot.File(
        path: entry.path,
        content: entry.isConflict
          ? .notRegular("left undecided by a merge")
          : try Self.content(entry.kind, entry.id, git))
    }
  }

  /// The paths of documents that the next commit changes, removed ones included.
  func changedPaths(in staged: [IndexEntry]) throws -> Set<String> {
    var before: [String: ObjectID] = [:]
    if let head = try head() {
      for file in try trees.files(in: head.commit) { before[file.path] = file.id }
    }
    var changed = Set(before.keys)
    for entry in staged {
      if before[entry.path] == entry.id && !entry.isConflict {
        changed.remove(entry.path)
      } else {
        changed.insert(entry.path)
      }
    }
    return changed
  }

  /// The paths of documents that differ between two commits, removed ones included.
  func changedPaths(from old: ObjectID, to new: ObjectID) throws -> Set<String> {
    let before = try blobs(of: old)
    let after = try blobs(of: new)
    return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
  }

  private func blobs(of commit: ObjectID) throws -> [String: ObjectID] {
    Dictionary(
      try trees.files(in: try git.commit(commit)).map { ($0.path, $0.id) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The documents as they lie in the working folder.
  func filesInWorkingFolder() throws -> [Snapshot.File] {
    let top = try workingFolder()
    var paths: [(path: String, kind: File.Kind)] = []
    if let kind = File.kind(of: top + DocumentFolders.governancePath) {
      paths.append((DocumentFolders.governancePath, kind))
    }
    for folder in DocumentFolders.names {
      if let kind = File.kind(of: top + folder), kind != .folder { paths.append((folder, kind)) }
      paths += try Folder.entries(under: top + folder).map { ("\(folder)/\($0.path)", $0.kind) }
    }
    return try paths.map { path, kind in
      Snapshot.File(path: path, content: try content(of: top + path, kind))
    }
  }

  /// What is staged under the folders of documents, and the people and rules.
  func stagedDocuments() throws -> [IndexEntry] { Self.documents(in: try git.index()) }

  /// Of what is staged that under the folders of documents, and the people and rules.
  static func documents(in index: [IndexEntry]) -> [IndexEntry] {
    index.filter { DocumentFolders.holds($0.path) || DocumentFolders.names.contains($0.path) }
  }

  private static func content(
    _ kind: TreeObject.Kind, _ id: ObjectID, _ git: Repository
  ) throws -> Snapshot.File.Content {
    switch kind {
    case .file:
      do {
        let object = try git.object(id)
        return object.type == .blob ? .bytes(object.bytes) : .notRegular("no file")
      } catch let error
        where error.kind == .tooLarge
      { return .notRegular("far too large for a document") }
    case .symbolicLink: return .notRegular("a symbolic link")
    case .submodule: return .notRegular("another repository (a submodule)")
    case .tree:
      return .notRegular(
        "a folder, or lies in one, that cannot be read (it is not as Git writes it, lies too deep or is "
          + "too large)")
    }
  }

  private func content(of path: String, _ kind: File.Kind) throws -> Snapshot.File.Content {
    switch kind {
    case .regular:
      do { return .bytes(try File.read(path)) } catch let error where error.isTooLarge {
        return .notRegular("far too large for a document")
      }
    case .symbolicLink: return .notRegular("a symbolic link")
    case .folder: return .notRegular("a folder")
    case .other: return .notRegular("a device, socket or pipe")
    }
  }
}
