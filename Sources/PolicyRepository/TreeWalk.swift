import Documents
import Evidence
import Git
import Objects

/// Compares the trees of commits with those of their parents, as far as documents lie in them. Every tree
/// is hashed: which of them a commit has decides who wrote what.
///
/// It keeps the trees of the last commits: a walk meets each of them twice.
final class TreeWalk {
  /// A path that is touched: the raw bytes, what stood there in each parent, and what does now.
  struct Touch: Sendable {
    let path: [UInt8]
    let before: [ObjectID?]
    let after: ObjectID?
  }

  /// What is odd about a commit, so that not all that it changed can be told.
  enum Oddity: Sendable {
    /// A folder in it is not as Git writes it, or lies too deep: what lies in it is as good as removed.
    case folder
    /// It changed more files than anybody has.
    case tooManyFiles
  }

  private let git: Repository
  /// The tree read last at each path of a folder, under its name.
  private var last: [[UInt8]: (id: ObjectID, tree: TreeObject)] = [:]
  /// How many paths may still differ between a commit and its parent.
  private var left = 0
  /// What is odd about the commits that are being compared.
  private var oddity: Oddity?

  init(_ git: Repository) { self.git = git }

  /// What a commit touched: every path at which it holds another file than some parent; of one that touched
  /// too many, nothing.
  func touches(of commit: Ancestry.Commit, parents commits: [Ancestry.Commit]) throws -> (
    [Touch], Oddity?
  ) {
    oddity = nil
    let touches = try touchesOfAny(commit, parents: commits)
    return (oddity == .tooManyFiles ? [] : touches, oddity)
  }

  private func touchesOfAny(_ commit: Ancestry.Commit, parents commits: [Ancestry.Commit]) throws
    -> [Touch]
  {
    let now = commit.object.tree
    guard !commit.parents.isEmpty else {
      return try changes(from: nil, to: now).map { path, _, after in
        Touch(path: path, before: [], after: after)
      }
    }
    let compared = try commit.parents.map { parent in
      try changes(from: commits[parent].object.tree, to: now)
    }
    if compared.count == 1 {
      return compared[0].map { Touch(path: $0.path, before: [$0.before], after: $0.after) }
    }
    // What differs from one parent is the same as in those that it does not differ from.
    let afters = Dictionary(
      compared.joined().map { ($0.path, $0.after) }, uniquingKeysWith: { first, _ in first })
    let befores = compared.map { changes in
      Dictionary(changes.map { ($0.path, $0.before) }, uniquingKeysWith: { first, _ in first })
    }
    return afters.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { path, after in
      Touch(path: path, before: befores.map { $0[path] ?? after }, after: after)
    }
  }

  private typealias Change = (path: [UInt8], before: ObjectID?, after: ObjectID?)

  private func changes(from before: ObjectID?, to after: ObjectID?) throws -> [Change] {
    guard before != after else { return [] }
    left = Trees.mostPaths
    var changes: [Change] = []
    for change in try compare(before, after, at: []) {
      let name = String(decoding: change.rawName, as: UTF8.self)
      if DocumentFolders.names.contains(name) {
        try descend(change, path: change.rawName, depth: 1, into: &changes)
      } else if name == DocumentFolders.governancePath {
        changes.append((change.rawName, change.before?.file, change.after?.file))
      }
    }
    return changes
  }

  /// What changed below a folder, or the file itself.
  private func descend(
    _ change: TreeObject.Change, path: [UInt8], depth: Int, into changes: inout [Change]
  ) throws {
    let (before, after) = (change.before, change.after)
    left -= 1
    guard left >= 0 else {
      oddity = .tooManyFiles
      return
    }
    if before?.kind == .file || after?.kind == .file,
      DocumentFolders.isDocumentPath(String(decoding: path, as: UTF8.self))
    {
      changes.append((path, before?.file, after?.file))
    }
    guard before?.kind == .tree || after?.kind == .tree, before?.folder != after?.folder else {
      return
    }
    guard depth <= Trees.mostFolders else {
      oddity = oddity ?? .folder
      return
    }
    for change in try compare(before?.folder, after?.folder, at: path) {
      try descend(
        change, path: path + [UInt8(ascii: "/")] + change.rawName, depth: depth + 1, into: &changes)
    }
  }

  /// What differs between two trees, of which one may not be there.
  private func compare(_ before: ObjectID?, _ after: ObjectID?, at path: [UInt8]) throws
    -> [TreeObject.Change]
  {
    guard let after else { return try TreeObject.empty.changes(since: tree(before, at: path)) }
    let newer = try tree(after, at: path, isNew: true)
    guard let before, let (older, changes) = try git.comparing(newer, older: before) else {
      return newer.changes(since: .empty)
    }
    last[path] = (before, older)
    return changes
  }

  /// The folder; one that is not as Git writes it is as good as empty, and odd where it is `isNew`.
  private func tree(_ id: ObjectID?, at path: [UInt8], isNew: Bool = false) throws -> TreeObject {
    guard let id else { return .empty }
    if let known = last[path], known.id == id { return known.tree }
    guard let tree = try git.tree(id, near: last[path]?.tree) else {
      if isNew { oddity = oddity ?? .folder }
      return .empty
    }
    return tree
  }
}

extension TreeObject.Entry {
  fileprivate var file: ObjectID? { kind == .file ? id : nil }
  fileprivate var folder: ObjectID? { kind == .tree ? id : nil }
}
