import CLibgit2
import Files
public import Objects

/// A name that points at an object.
public struct Reference: Hashable, Sendable {
  /// The whole name, such as `refs/tags/writ/…`.
  public let name: String
  /// The object; `nil` for a symbolic ref, which names another ref instead.
  public let target: ObjectID?
}

extension Repository {
  /// The refs whose names begin with `prefix` (which ends with a slash), by name.
  ///
  /// libgit2 passes over refs that it cannot read; here such a ref is `damaged`, since a decision
  /// that cannot be read must never look like one that was not made.
  public func references(under prefix: String) throws(GitError) -> [Reference] {
    let iterator = try Handle(free: git_reference_iterator_free) {
      git_reference_iterator_glob_new(&$0, handle.pointer, prefix + "*")
    }
    var references: [Reference] = []
    while true {
      var name: UnsafePointer<CChar>?
      let result = git_reference_next_name(&name, iterator.pointer)
      if result == GIT_ITEROVER.rawValue { break }
      try check(result)
      guard let name else { break }
      references.append(try reference(named: String(cString: name)))
    }
    try findUnreadable(under: prefix, known: Set(references.map { Array($0.name.utf8) }))
    return references.sorted { $0.name < $1.name }
  }

  /// Stores a tag and makes the ref that names it, which must not exist yet; both are synced when this
  /// returns.
  ///
  /// Throws `exists`, `locked`, and `unsynced` where the ref is made, but might not outlive a power cut.
  public func createTag(_ name: String, holding bytes: [UInt8]) throws(GitError) {
    let id = try write(bytes, as: .tag)
    do {
      try createReference(name, target: id)
      // `git gc --prune=now` may have cleared the object away while no ref named it yet.
      if !holds(id) { _ = try write(bytes, as: .tag) }
    } catch {
      guard error.kind != .exists, error.kind != .locked,
        (try? reference(named: name))?.target == id
      else { throw error }
      throw GitError(.unsynced, error.message)
    }
  }

  /// Makes a ref that does not exist yet; synced when this returns. Throws `exists`, `locked`.
  func createReference(_ name: String, target: ObjectID) throws(GitError) {
    var id = target.raw
    _ = try Handle(free: git_reference_free) {
      git_reference_create(&$0, handle.pointer, name, &id, 0, nil)
    }
    try syncFolders(of: name)
  }

  /// Syncs each folder on the way to a file below `.git`. libgit2 syncs only the last of them, also
  /// where it has just made those above.
  func syncFolders(of path: String) throws(GitError) {
    var folder = Substring(path)
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      do { try Folder.sync(commonFolder + folder) } catch {
        // Git packs refs, and removes the folder that they leave empty.
        guard !error.isMissing else { continue }
        throw GitError(.system, "\(error.path): \(error.reason)")
      }
    }
  }

  private func reference(named name: String) throws(GitError) -> Reference {
    let reference = try Handle(free: git_reference_free) {
      git_reference_lookup(&$0, handle.pointer, name)
    }
    return Reference(
      name: name, target: git_reference_target(reference.pointer).map { ObjectID($0.pointee) })
  }

  private func findUnreadable(under prefix: String, known: Set<[UInt8]>) throws(GitError) {
    let files: [Folder.Entry]
    do { files = try Folder.entries(under: commonFolder + prefix) } catch {
      throw GitError(.system, "\(error.path): \(error.reason)")
    }
    for file in files where !file.path.hasSuffix(".lock") {
      // As bytes: to a String, names that are canonically equal are one.
      if known.contains(Array((prefix + file.path).utf8)) { continue }
      let tag = (prefix + file.path).replacing("refs/tags/", with: "")
      throw GitError(.damaged, "\(tag) cannot be read")
    }
  }
}
