import CLibgit2
import Files
public import Objects

/// A name that points at an object.
public struct Reference: Hashable, Sendable {
  /// The whole name, such as `refs/tags/writ/…`.
  public let name: String
  /// The object; `nil` for a symbolic ref, which names another ref instead.
  public let target: ObjectID?

  /// A ref that holds this.
  public init(name: String, target: ObjectID?) {
    self.name = name
    self.target = target
  }
}

/// What a push that is not taken yet is to make of a ref.
public struct PendingReference: Hashable, Sendable {
  /// The whole name.
  public let name: String
  /// The object that it is to name; `nil` where it is to be removed.
  public let target: ObjectID?

  /// A ref of this name that is to name the object, or to be removed.
  public init(name: String, target: ObjectID?) {
    self.name = name
    self.target = target
  }
}

extension Repository {
  /// The refs whose names begin with `prefix` (which ends with a slash), by name, with what is pending.
  ///
  /// libgit2 passes over refs that it cannot read; here such a ref is `damaged`, since a decision
  /// that cannot be read must never look like one that was not made.
  public func references(under prefix: String) throws(GitError) -> [Reference] {
    // Whatever libgit2 would stumble over is found before.
    let files = try files(under: prefix)
    // By bytes: to a String, names that are canonically equal are one.
    var found: [[UInt8]: Reference] = [:]
    let packed = File.state(of: commonFolder + "packed-refs")
    try list(under: prefix, into: &found)
    // libgit2 reads the packed refs first, then the others: it passes over those that Git packs between.
    if File.state(of: commonFolder + "packed-refs") != packed {
      try list(under: prefix, into: &found)
    }
    for name in files {
      // A packed ref does not stand in for a damaged file. One that is gone was removed, or is packed.
      do { found[Array(name.utf8)] = try reference(named: name) } catch {
        guard error.kind != .damaged else { throw Self.unreadable(name) }
        guard error.kind == .notFound else { throw error }
      }
    }
    try findUnlisted(under: prefix, into: &found)
    for pending in pending where pending.name.utf8.starts(with: prefix.utf8) {
      found[Array(pending.name.utf8)] = pending.target.map {
        Reference(name: pending.name, target: $0)
      }
    }
    return found.values.sorted { $0.name < $1.name }
  }

  private func list(under prefix: String, into found: inout [[UInt8]: Reference]) throws(GitError) {
    let iterator = try Handle(free: git_reference_iterator_free) {
      git_reference_iterator_glob_new(&$0, handle.pointer, prefix + "*")
    }
    while true {
      var next: OpaquePointer?
      let result = git_reference_next(&next, iterator.pointer)
      if result == GIT_ITEROVER.rawValue { return }
      try check(result)
      guard let next else { return }
      defer { git_reference_free(next) }
      // As it is listed: to look a name up, libgit2 believes that packed refs are in order.
      let name = String(cString: git_reference_name(next))
      found[Array(name.utf8)] = Reference(
        name: name, target: git_reference_target(next).map { ObjectID($0.pointee) })
    }
  }

  /// Stores a tag and makes the ref that names it, which must not exist yet; both are synced when this
  /// returns.
  ///
  /// Throws `exists`, `locked`, and `unsynced` where the ref is made, but might not outlive a power cut.
  public func createTag(_ name: String, holding bytes: [UInt8]) throws(GitError) {
    var triesLeft = 5
    while true {
      var id: ObjectID?
      do {
        let written = try write(bytes, as: .tag)
        id = written
        try createReference(name, target: written)
        waitForCollection()
        if !holds(written) { _ = try write(bytes, as: .tag) }
        return
      } catch {
        guard error.kind != .exists, error.kind != .locked else { throw error }
        // Only what the disk refuses comes behind the ref; else somebody made the same one meanwhile.
        if error.kind == .system, id != nil, (try? reference(named: name))?.target == id {
          throw GitError(.unsynced, error.message)
        }
        // Git may tidy up at any moment: it takes away objects that no ref names yet (`git gc
        // --prune=now`), and folders of refs that are empty.
        guard triesLeft > 0 else { throw error }
        triesLeft -= 1
      }
    }
  }

  /// Waits while `git gc` runs, five seconds at most: one that began before a ref was made takes away
  /// what only that ref names.
  private func waitForCollection() {
    for _ in 0..<100 where File.kind(of: commonFolder + "gc.pid") != nil { File.giveWay() }
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

  /// The object that a ref names, of at most `limit` bytes. Throws as `object` does.
  ///
  /// Where Git tidies up between the writing of a decision and the making of its ref, the decision is
  /// written again: that is waited for, a second at most when Git is done.
  public func target(_ id: ObjectID, limit: Int) throws(GitError) -> RawObject {
    var triesLeft = 20
    while true {
      do { return try object(id, limit: limit) } catch {
        guard error.kind == .notFound, triesLeft > 0 else { throw error }
        triesLeft -= 1
        waitForCollection()
        File.giveWay()
        forgetLooseFolders()
      }
    }
  }

  /// Whether there is a ref of that name, to whatever it leads.
  public func holdsReference(named name: String) throws(GitError) -> Bool {
    do { _ = try reference(named: name) } catch {
      guard error.kind == .notFound else { throw error }
      return false
    }
    return true
  }

  private func reference(named name: String) throws(GitError) -> Reference {
    let reference = try Handle(free: git_reference_free) {
      git_reference_lookup(&$0, handle.pointer, name)
    }
    return Reference(
      name: name, target: git_reference_target(reference.pointer).map { ObjectID($0.pointee) })
  }

  /// Finds the files that were not listed: of refs made meanwhile, or of what is none.
  private func findUnlisted(under prefix: String, into found: inout [[UInt8]: Reference])
    throws(GitError)
  {
    var unread: [String] = []
    for name in try files(under: prefix) where found[Array(name.utf8)] == nil {
      if let reference = try? reference(named: name) {
        found[Array(reference.name.utf8)] = reference
      } else {
        unread.append(name)
      }
    }
    // What is gone by now was removed, or is packed.
    guard !unread.isEmpty, let name = Set(try files(under: prefix)).intersection(unread).first
    else {
      return
    }
    throw Self.unreadable(name)
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
