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
    /// There is no commit of that name, but something else, or one that is not as Git writes it.
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

  /// The regular file at the path below a tree; `nil` where there is none, or something else, or a folder
  /// on the way is not as Git writes it.
  func file(at path: String, below root: ObjectID) throws -> ObjectID? {
    var tree = root
    var names = path.split(separator: "/", omittingEmptySubsequences: false)[...]
    guard names.count <= Trees.mostFolders + 1 else { return nil }
    var depth = 0
    while let name = names.popFirst() {
      guard let entry = try read(tree, depth: depth)?.entry(named: String(name)) else { return nil }
      if names.isEmpty { return entry.kind == .file ? entry.id : nil }
      guard entry.kind == .tree else { return nil }
      tree = entry.id
      depth += 1
    }
    return nil
  }

  private func root(of commit: ObjectID) throws -> ObjectID? {
    if let lastCommit, lastCommit.id == commit { return lastCommit.tree }
    let read = try git.commit(commit)
    guard read.flaw == nil, let tree = read.tree else { return nil }
    lastCommit = (commit, tree)
    return tree
  }

  private func read(_ id: ObjectID, depth: Int) throws -> TreeObject? {
    if depth < trees.count, trees[depth].id == id { return trees[depth].tree }
    let near = depth < trees.count ? trees[depth].tree : nil
    guard let tree = try git.tree(id, near: near) else { return nil }
    if depth < trees.count { trees[depth] = (id, tree) } else { trees.append((id, tree)) }
    return tree
  }
}
