import Documents
import Evidence
import Git
import Objects

/// Compares the trees of commits with those of their parents, as far as documents lie in them.
///
/// It keeps the trees of the last commits: a walk meets each of them twice.
final class TreeWalk {
  /// A path that is touched: the raw bytes, what stood there in each parent, and what does now.
  struct Touch: Sendable {
    let path: [UInt8]
    let before: [ObjectID?]
    let after: ObjectID?
  }

  private let git: Repository
  /// The tree read last at each path of a folder, under its name.
  private var last: [[UInt8]: (id: ObjectID, tree: TreeObject)] = [:]
  /// How many paths may still differ between a commit and its parent.
  private var left = 0

  init(_ git: Repository) { self.git = git }

  /// What a commit touched: every path at which it holds another file than some parent.
  func touches(of commit: Ancestry.Commit, parents commits: [Ancestry.Commit]) throws -> [Touch] {
    guard let now = commit.object?.tree else { return [] }
    guard !commit.parents.isEmpty else {
      return try changes(from: nil, to: now).map { path, _, after in
        Touch(path: path, before: [], after: after)
      }
    }
    let compared = try commit.parents.map { parent in
      try changes(from: commits[parent].object?.tree, to: now)
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

  private func changes(from before: ObjectID?, to after: ObjectID) throws -> [Change] {
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
    guard left >= 0 else { throw Trees.tooManyPaths(String(decoding: path, as: UTF8.self)) }
    if before?.kind == .file || after?.kind == .file,
      DocumentFolders.isDocumentPath(String(decoding: path, as: UTF8.self))
    {
      changes.append((path, before?.file, after?.file))
    }
    guard before?.kind == .tree || after?.kind == .tree, before?.folder != after?.folder else {
      return
    }
    guard depth < 32 else {
      let folder = String(decoding: path, as: UTF8.self)
      throw Refusal(.couldNot, "the folder \(folder) lies too deep", remedies: "move it up")
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
    let newer = try tree(after, at: path)
    guard let before else { return newer.changes(since: .empty) }
    let (older, changes) = try git.comparing(newer, older: before)
    last[path] = (before, older)
    return changes
  }

  private func tree(_ id: ObjectID?, at path: [UInt8]) throws -> TreeObject {
    guard let id else { return .empty }
    if let known = last[path], known.id == id { return known.tree }
    return try git.unhashedTree(id, near: last[path]?.tree)
  }
}

extension TreeObject.Entry {
  fileprivate var file: ObjectID? { kind == .file ? id : nil }
  fileprivate var folder: ObjectID? { kind == .tree ? id : nil }
}
