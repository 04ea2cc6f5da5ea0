import Evidence
import Git
import Objects

/// The branch that changes start from and land in.
struct MainBranch {
  /// Its name, such as `main`.
  let name: String
  /// Where it stands here; `nil` where it was only fetched.
  let local: ObjectID?
  /// Where it stands at the remote, as far as it was fetched; `nil` where it was not.
  let tracked: (name: String, tip: ObjectID)?
  /// The newest commit that is known of it: the remote's, where that follows the one here.
  let start: ObjectID
  /// Whether each side has commits that the other lacks.
  let hasParted: Bool
}

extension PolicyRepository {
  /// The branch that changes start from and land in: what the remote calls its own branch, else what
  /// Git would call the first one, else `main` or `master`, else the only one that is no change.
  func mainBranch() throws -> MainBranch {
    let remotes = try git.remotes()
    let remote = remotes.first { $0 == "origin" } ?? remotes.first
    let local = try branches(under: Self.heads)
    let tracked = try remote.map { try branches(under: "refs/remotes/\($0)/") } ?? [:]
    let told = try remote.flatMap { remote in
      try git.symbolicTarget(of: "refs/remotes/\(remote)/HEAD").flatMap {
        $0.hasPrefix("refs/remotes/\(remote)/")
          ? String($0.dropFirst("refs/remotes/\(remote)/".count)) : nil
      }
    }
    let usual = [told, try git.firstBranchName(), "main", "master"].compactMap { $0 }
    let others = Set(local.keys).union(tracked.keys).filter { !$0.hasPrefix(ChangeName.prefix) }
    let known = usual.first(where: others.contains) ?? (others.count == 1 ? others.first : nil)
    guard let name = known, let start = local[name] ?? tracked[name] else {
      throw Refusal(
        .no, "it cannot be told which branch holds the policies as they are in force",
        remedies: "name it main: git branch -m NAME main")
    }
    guard let remote, let there = tracked[name] else {
      return MainBranch(
        name: name, local: local[name], tracked: nil, start: start, hasParted: false)
    }
    let base = try git.mergeBase(of: start, with: [there])
    return MainBranch(
      name: name, local: local[name], tracked: ("\(remote)/\(name)", there),
      start: base == start ? there : start, hasParted: base != start && base != there)
  }

  /// The branches whose whole names begin with `folder`, by their names without that.
  func branches(under folder: String) throws -> [String: ObjectID] {
    var branches: [String: ObjectID] = [:]
    for reference in try git.references(under: folder) {
      if let target = reference.target {
        branches[reference.name.without(folder)] = target
      }
    }
    return branches
  }
}
