import CLibgit2
public import Objects

/// One path of the index: what the next commit will hold.
public struct IndexEntry: Hashable, Sendable {
  /// The path from the top of the repository, with slashes.
  public let path: String
  /// What it is.
  public let kind: TreeObject.Kind
  /// The blob, or the commit of a submodule.
  public let id: ObjectID
  /// Whether a merge left it undecided.
  public let isConflict: Bool
}

extension Repository {
  /// What is staged, by path.
  public func index() throws(GitError) -> [IndexEntry] {
    let index = try Handle(free: git_index_free) { git_repository_index(&$0, handle.pointer) }
    // Another process, such as the `git commit` that runs us, may have written it meanwhile.
    try check(git_index_read(index.pointer, 0))
    var entries: [IndexEntry] = []
    for position in 0..<git_index_entrycount(index.pointer) {
      guard let entry = git_index_get_byindex(index.pointer, position)?.pointee,
        let kind = TreeObject.Kind(mode: entry.mode)
      else { throw GitError(.damaged, "the index holds an entry of no known kind") }
      entries.append(
        IndexEntry(
          path: String(cString: entry.path), kind: kind, id: ObjectID(entry.id),
          isConflict: git_index_entry_stage(git_index_get_byindex(index.pointer, position)) != 0))
    }
    return entries
  }

  /// Commits these files on top of HEAD, stages them, and gives the new commit.
  ///
  /// Only these paths change: what else was staged stays staged, and is not committed. The bytes
  /// are taken as they are, through no filter. Throws `locked` where another process holds the
  /// index or the branch.
  public func commit(
    files: [(path: String, bytes: [UInt8], executable: Bool)], author: Ident, message: String
  ) throws(GitError) -> ObjectID {
    let staged = try Handle(free: git_index_free) { git_repository_index(&$0, handle.pointer) }
    try check(git_index_read(staged.pointer, 0))
    let committed = try Handle(free: git_index_free) { git_index_new(&$0) }
    let parent = try head()
    var parentCommit: Handle?
    if let parent {
      var id = parent.raw
      let commit = try Handle(free: git_commit_free) {
        git_commit_lookup(&$0, handle.pointer, &id)
      }
      let tree = try Handle(free: git_tree_free) { git_commit_tree(&$0, commit.pointer) }
      try check(git_index_read_tree(committed.pointer, tree.pointer))
      parentCommit = commit
    }
    for file in files {
      guard !file.path.utf8.starts(with: "/".utf8) else {
        throw GitError(.system, "\"\(file.path)\" is no path within the repository")
      }
      let blob = try write(file.bytes, as: .blob)
      var entry = git_index_entry()
      entry.id = blob.raw
      entry.mode = file.executable ? 0o100755 : 0o100644
      try check(
        file.path.withCString { path in
          entry.path = path
          let result = git_index_add(committed.pointer, &entry)
          return result < 0 ? result : git_index_add(staged.pointer, &entry)
        })
    }
    var tree = git_oid()
    try check(git_index_write_tree_to(&tree, committed.pointer, handle.pointer))
    let treeHandle = try Handle(free: git_tree_free) {
      git_tree_lookup(&$0, handle.pointer, &tree)
    }
    let signature = try Self.signature(author)
    defer { git_signature_free(signature) }
    var commit = git_oid()
    var parents: [OpaquePointer?] = parentCommit.map { [$0.pointer] } ?? []
    // The index first: where another process holds it, nothing must have been committed yet.
    try write(index: staged)
    do {
      try check(
        git_commit_create(
          &commit, handle.pointer, "HEAD", signature, signature, nil, message, treeHandle.pointer,
          parents.count, &parents))
    } catch {
      for file in files { _ = git_index_remove(staged.pointer, file.path, 0) }
      try? write(index: staged)
      throw error
    }
    return ObjectID(commit)
  }

  private func write(index: Handle) throws(GitError) {
    do {
      try check(git_index_write(index.pointer))
    } catch let error where error.kind == .locked {
      // libgit2 does not name the lock here.
      let path = git_index_path(index.pointer).map { String(cString: $0) } ?? ""
      throw GitError(.locked, "the index is locked: '\(path).lock'")
    }
  }

  private static func signature(_ ident: Ident) throws(GitError) -> UnsafeMutablePointer<
    git_signature
  > {
    var signature: UnsafeMutablePointer<git_signature>?
    try check(
      git_signature_new(
        &signature, ident.name, ident.email, ident.time.seconds, Int32(ident.offset)))
    guard let signature else { throw GitError(.system, "libgit2 gave no signature") }
    return signature
  }
}
