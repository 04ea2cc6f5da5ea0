import Documents
import Git
import Objects

/// Every change of a file below the folders of documents, in all commits that some come from.
///
/// Made in one walk, by comparing trees: what is equal is not looked into.
struct ChangeIndex {
  /// A commit that changed a file: what the file held before, in each parent, and after.
  struct Touch: Sendable {
    /// The place of the path among `paths`.
    let path: Int
    /// The blob in each parent; `nil` where the parent has no regular file there.
    let before: [ObjectID?]
    /// The blob in the commit.
    let after: ObjectID?
  }

  /// The commits, the newest first.
  let commits: [Ancestry.Commit]
  /// The paths of files.
  let paths: [String]
  /// What each commit touched.
  let touches: [[Touch]]
  /// What is odd about commits, by their places.
  let oddities: [Int: TreeWalk.Oddity]

  private let places: [ObjectID: Int]
  private let pathPlaces: [[UInt8]: Int]
  /// Commits in a row, each the only child of the next: the row that each stands in.
  private let rows: [Int]
  /// The last commit of each row.
  private let ends: [Int]
  /// The commits of a row that touched a path, in their order.
  private let touching: [Stretch: [Int]]

  private struct Stretch: Hashable {
    let path: Int
    let row: Int
  }

  private struct Visit: Hashable {
    let path: Int
    let position: Int
  }

  /// Walks back from these commits. Commits and trees are hashed.
  init(_ git: Repository, from starts: [ObjectID]) throws {
    let commits = try git.ancestry(of: starts).commits
    let found = try git.map(Array(commits.indices), run: 1024) { git, positions in
      let walk = TreeWalk(git)
      return try positions.map { try walk.touches(of: commits[$0], parents: commits) }
    }
    oddities = Dictionary(
      uniqueKeysWithValues: found.enumerated().compactMap { place, found in
        found.1.map { (place, $0) }
      })

    var pathPlaces: [[UInt8]: Int] = [:]
    var paths: [String] = []
    touches = found.map { touches, _ in
      touches.map { touch in
        let place = pathPlaces[touch.path] ?? paths.count
        if place == paths.count {
          pathPlaces[touch.path] = place
          paths.append(String(decoding: touch.path, as: UTF8.self))
        }
        return Touch(path: place, before: touch.before, after: touch.after)
      }
    }
    self.commits = commits
    self.paths = paths
    self.pathPlaces = pathPlaces
    places = Dictionary(
      commits.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })

    var children = [Int](repeating: 0, count: commits.count)
    for commit in commits { for parent in Set(commit.parents) { children[parent] += 1 } }
    var rows = [Int](repeating: -1, count: commits.count)
    var ends: [Int] = []
    for (position, commit) in commits.enumerated() {
      if rows[position] < 0 {
        rows[position] = ends.count
        ends.append(position)
      }
      ends[rows[position]] = position
      if commit.parents.count == 1, children[commit.parents[0]] == 1,
        oddities[position] != .tooManyFiles
      {
        rows[commit.parents[0]] = rows[position]
      }
    }
    self.rows = rows
    self.ends = ends
    var touching: [Stretch: [Int]] = [:]
    for (position, touches) in touches.enumerated() {
      for touch in touches {
        touching[Stretch(path: touch.path, row: rows[position]), default: []].append(position)
      }
    }
    self.touching = touching
  }

  /// Whether the walk came to this commit.
  func holds(_ commit: ObjectID) -> Bool { places[commit] != nil }

  /// The commits that changed a file of a document on the way back from `place`, stopping at commits in
  /// which it holds one of the approved blobs, and those that lead nowhere.
  ///
  /// `identify` tells which document a blob at a path is: a file that is new where another one of the
  /// same document went was moved. A commit that touched too many files to list them counts as one that
  /// changed each of them.
  func changes(
    of document: DocumentID, at place: KnownObjects.Place, approved: Set<ObjectID>,
    identify: (ObjectID, String) throws -> DocumentID?
  ) throws -> [ObjectID] {
    guard let start = places[place.commit] else { return [] }
    // One that is not listed was touched by such commits alone.
    let path = pathPlaces[Array(place.path.utf8)] ?? -1
    var changes: Set<Int> = []
    var visited: Set<Visit> = []
    var open = [(position: start, path: path)]
    while let (position, path) = open.popLast() {
      let row = rows[position]
      let next = firstTouch(of: Stretch(path: path, row: row), from: position) ?? ends[row]
      guard visited.insert(Visit(path: path, position: next)).inserted else { continue }
      guard let touch = touches[next].first(where: { $0.path == path }) else {
        if oddities[next] == .tooManyFiles { changes.insert(next) }
        open += commits[next].parents.map { ($0, path) }
        continue
      }
      if let after = touch.after, approved.contains(after) { continue }
      let moved = try formerPlaces(of: touch, at: next, document, identify)
      let before = zip(touch.before, moved).map { $0 ?? $1?.blob }
      if touch.after != nil, before.allSatisfy({ $0 != touch.after }) { changes.insert(next) }
      changes.formUnion(commits[next].parents.filter { commits[$0].object.tree == nil })
      for (parent, (blob, former)) in zip(commits[next].parents, zip(touch.before, moved)) {
        if blob != nil || touch.after == nil {
          open.append((parent, path))
        } else if let former {
          open.append((parent, former.path))
        }
      }
    }
    return changes.sorted().map { commits[$0].id }
  }

  private func firstTouch(of stretch: Stretch, from position: Int) -> Int? {
    guard let touching = touching[stretch] else { return nil }
    var (low, high) = (0, touching.count)
    while low < high {
      let middle = (low + high) / 2
      if touching[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low < touching.count ? touching[low] : nil
  }

  /// Where a text that is new at its path stood in each parent, if its file was moved.
  private func formerPlaces(
    of touch: Touch, at position: Int, _ document: DocumentID,
    _ identify: (ObjectID, String) throws -> DocumentID?
  ) throws -> [(path: Int, blob: ObjectID)?] {
    try touch.before.indices.map { parent in
      guard touch.after != nil, touch.before[parent] == nil else { return nil }
      for other in touches[position] where other.after == nil {
        if let blob = other.before[parent], try identify(blob, paths[other.path]) == document {
          return (other.path, blob)
        }
      }
      return nil
    }
  }
}
