import Objects

/// The objects that a pack is made of, in the order in which they go into it: commits and tags, as they
/// are reached, then folders and files.
struct PackedObjects {
  /// Each with the name that it has in its folder, by which versions of one file are found.
  private(set) var all: [(id: ObjectID, name: ArraySlice<UInt8>)] = []
  private var known: Set<ObjectID> = []

  /// All that these objects lead to. Read loosely, and without recursion: a decision that is not well made
  /// goes along as it is.
  init(_ git: Repository, from starts: [ObjectID]) throws(GitError) {
    var trees: [ObjectID] = []
    var seen: Set<ObjectID> = []
    // One after another, so that what lies close in history lies close here: else hardly anything would be
    // packed as the difference to its neighbour.
    for start in starts { try reach(from: start, git, &seen, &trees) }
    for tree in trees { try insertAll(in: tree, git) }
  }

  /// The commits and tags that this one leads to; the trees that these name go into `trees`.
  private mutating func reach(
    from start: ObjectID, _ git: Repository, _ seen: inout Set<ObjectID>, _ trees: inout [ObjectID]
  ) throws(GitError) {
    var open = [start]
    var next = 0
    while next < open.count {
      let id = open[next]
      next += 1
      guard seen.insert(id).inserted else { continue }
      let object = try git.object(id, limit: Self.largest)
      switch object.type {
      case .commit:
        insert(id)
        let commit = CommitObject(object.bytes)
        open += commit.parents
        if let tree = commit.tree { trees.append(tree) }
      case .tag:
        insert(id)
        if let target = ObjectLinks.ofTag(object.bytes) { open.append(target) }
      case .tree: trees.append(id)
      case .blob: insert(id)
      }
    }
  }

  /// As much as libgit2 is given in one piece.
  private static let largest = 256 << 20

  @discardableResult
  private mutating func insert(_ id: ObjectID, name: ArraySlice<UInt8> = []) -> Bool {
    guard known.insert(id).inserted else { return false }
    all.append((id, name))
    return true
  }

  /// The folder with all below it; what is known is not looked at again.
  private mutating func insertAll(in tree: ObjectID, _ git: Repository) throws(GitError) {
    var open = [ObjectLinks.Entry(name: [], isTree: true, id: tree)]
    while let entry = open.popLast() {
      guard insert(entry.id, name: entry.name) else { continue }
      guard entry.isTree else {
        try git.refuseDamagedFile(of: entry.id)
        continue
      }
      let object = try git.object(entry.id, limit: Self.largest)
      guard object.type == .tree else { continue }
      open += ObjectLinks.ofTree(object.bytes).reversed().filter { !known.contains($0.id) }
    }
  }
}

extension Repository {
  /// Reads an object that lies in a file of its own: from one that is cut short libgit2 would never return.
  fileprivate func refuseDamagedFile(of id: ObjectID) throws(GitError) {
    for (place, folder) in objectFolders.enumerated() where mayBeLoose(id, at: place) {
      if try LooseObject(id, in: folder, limit: 256 << 20) != nil { return }
    }
  }
}
