import Git
import Objects

/// Finds files in commits that lie close together: what trees have in common is read once.
final class FileFinder {
  /// What a commit has at a path.
  enum Finding {
    /// A regular file.
    case blob(ObjectID)
    /// No regular file.
    case nothing
    /// There is no commit of that name, but something else.
    case notACommit
  }

  private let git: Repository
  /// The last tree read at each depth.
  private var trees: [(id: ObjectID, tree: TreeObject)] = []
  private var lastCommit: (id: ObjectID, tree: ObjectID)?

  init(_ git: Repository) { self.git = git }

  /// What stands at the path; the commit and its trees are hashed.
  func file(at path: String, in commit: ObjectID) throws -> Finding {
    guard let tree = try root(of: commit) else { return .notACommit }
    return try file(at: path, below: tree).map { .blob($0) } ?? .nothing
  }

  /// The regular file at the path below a tree; `nil` where there is none, or something else.
  func file(at path: String, below root: ObjectID) throws -> ObjectID? {
    var tree = root
    var names = path.split(separator: "/", omittingEmptySubsequences: false)[...]
    var depth = 0
    while let name = names.popFirst() {
      guard let entry = try read(tree, depth: depth).entry(named: String(name)) else { return nil }
      if names.isEmpty { return entry.kind == .file ? entry.id : nil }
      guard entry.kind == .tree else { return nil }
      tree = entry.id
      depth += 1
    }
    return nil
  }

  private func root(of commit: ObjectID) throws -> ObjectID? {
    if let lastCommit, lastCommit.id == commit { return lastCommit.tree }
    let object: RawObject
    do { object = try git.object(commit) } catch let error where error.kind == .tooLarge {
      return nil
    }
    // A commit that only its pusher's tools can read must not keep everybody from verifying.
    guard object.type == .commit, let read = try? CommitObject(object.bytes) else { return nil }
    lastCommit = (commit, read.tree)
    return read.tree
  }

  private func read(_ id: ObjectID, depth: Int) throws -> TreeObject {
    if depth < trees.count, trees[depth].id == id { return trees[depth].tree }
    let near = depth < trees.count ? trees[depth].tree : nil
    let tree = try git.tree(id, near: near)
    if depth < trees.count { trees[depth] = (id, tree) } else { trees.append((id, tree)) }
    return tree
  }
}
