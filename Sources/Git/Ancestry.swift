public import Objects

/// Commits and all that they come from: a parent never before its child, else the newest first.
public struct Ancestry: Sendable {
  /// One of the commits.
  public struct Commit: Sendable {
    /// Its name.
    public let id: ObjectID
    /// What it says, as far as that can be read.
    public let object: CommitObject
    /// When it was made, as claimed; as its newest parent where that cannot be read.
    public let time: Instant
    /// Where its parents stand, in their order.
    public let parents: [Int]
  }

  /// The commits.
  public let commits: [Commit]
}

extension Repository {
  /// The commits reachable from these. They are hashed: which commits there are decides who wrote what.
  public func ancestry(of starts: [ObjectID]) throws(GitError) -> Ancestry {
    let (found, positions) = try reach(starts)
    var children = [Int](repeating: 0, count: found.count)
    for commit in found {
      for parent in Set(commit.parents) { children[parent] += 1 }
    }
    // The commits all of whose children are placed, oldest first: as many as there are branches.
    var ready: [(time: Instant, position: Int)] = []
    func insert(_ position: Int) {
      let new = (found[position].object.time ?? .undated, position)
      var (low, high) = (0, ready.count)
      while low < high {
        let middle = (low + high) / 2
        if ready[middle] < new { low = middle + 1 } else { high = middle }
      }
      ready.insert(new, at: low)
    }
    for start in Set(starts) {
      if let position = positions[start], children[position] == 0 { insert(position) }
    }
    var order: [Int] = []
    order.reserveCapacity(found.count)
    while let (_, position) = ready.popLast() {
      order.append(position)
      for parent in Set(found[position].parents) {
        children[parent] -= 1
        if children[parent] == 0 { insert(parent) }
      }
    }
    var places = [Int](repeating: 0, count: found.count)
    for (place, position) in order.enumerated() { places[position] = place }
    let parents = order.map { found[$0].parents.map { places[$0] } }
    var times = [Instant](repeating: .undated, count: order.count)
    for place in order.indices.reversed() {
      times[place] =
        found[order[place]].object.time ?? parents[place].map { times[$0] }.max() ?? .undated
    }
    return Ancestry(
      commits: order.indices.map { place in
        let commit = found[order[place]]
        return Ancestry.Commit(
          id: commit.id, object: commit.object, time: times[place], parents: parents[place])
      })
  }

  /// A commit as it was found, its parents by the order of finding.
  private struct Found {
    let id: ObjectID
    let object: CommitObject
    let parents: [Int]
  }

  /// The commits reachable from these as they are found, parents by their place among them.
  private func reach(_ starts: [ObjectID]) throws(GitError) -> (
    [Found], positions: [ObjectID: Int]
  ) {
    var positions: [ObjectID: Int] = [:]
    var names: [ObjectID] = []
    func position(of id: ObjectID) -> Int {
      if let known = positions[id] { return known }
      positions[id] = names.count
      names.append(id)
      return names.count - 1
    }
    for start in starts { _ = position(of: start) }
    var found: [Found] = []
    while found.count < names.count {
      let id = names[found.count]
      let commit = try commit(id)
      found.append(Found(id: id, object: commit, parents: commit.parents.map { position(of: $0) }))
    }
    return (found, positions)
  }
}
