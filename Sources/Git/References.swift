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
    let files = try files(under: prefix)
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
    // As bytes: to a String, names that are canonically equal are one.
    let known = Set(references.map { Array($0.name.utf8) })
    for name in files where !known.contains(Array(name.utf8)) { throw Self.unreadable(name) }
    return references.sorted { $0.name < $1.name }
  }

  /// Makes a ref that does not exist yet; synced when this returns. Throws `exists`, `locked`.
  public func createReference(_ name: String, target: ObjectID) throws(GitError) {
    var id = target.raw
    _ = try Handle(free: git_reference_free) {
      git_reference_create(&$0, handle.pointer, name, &id, 0, nil)
    }
  }

  private func reference(named name: String) throws(GitError) -> Reference {
    let reference = try Handle(free: git_reference_free) {
      git_reference_lookup(&$0, handle.pointer, name)
    }
    return Reference(
      name: name, target: git_reference_target(reference.pointer).map { ObjectID($0.pointee) })
  }

  /// The names of the files that refs have of their own.
  ///
  /// Throws `damaged` for what libgit2 would wait for (a pipe), would read whole however large it is,
  /// and for a link in the place of the folder, behind which nothing would be listed here.
  private func files(under prefix: String) throws(GitError) -> [String] {
    let folder = commonFolder + prefix
    guard File.kind(of: String(folder.dropLast())) != .symbolicLink else {
      throw Self.unreadable(prefix)
    }
    let files: [Folder.Entry]
    do { files = try Folder.entries(under: folder) } catch {
      throw GitError(.system, "\(error.path): \(error.reason)")
    }
    var names: [String] = []
    for file in files where !file.path.hasSuffix(".lock") {
      let kind =
        file.kind == .symbolicLink ? File.status(of: folder + file.path)?.kind : file.kind
      guard kind == .regular, file.size < 4096 else { throw Self.unreadable(prefix + file.path) }
      names.append(prefix + file.path)
    }
    return names
  }

  private static func unreadable(_ name: String) -> GitError {
    GitError(.damaged, "\(name.replacing("refs/tags/", with: "")) cannot be read")
  }
}
