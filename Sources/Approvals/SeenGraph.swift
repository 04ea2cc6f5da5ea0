import Objects

/// Which statement has seen which: each commits to all that its signer had found valid.
///
/// There is no way round in a circle, since a statement's identity is a digest of what it names.
struct SeenGraph: Sendable {
  private let positions: [Digest: Int]
  /// What each names, by position.
  private let seen: [[Int]]
  /// For each statement traced so far, all that it has seen, and that those have seen.
  private var ancestries: [Int: BitSet] = [:]
  /// How long the longest chain of statements seen behind each is.
  private var depths: [Int: Int] = [:]
  /// The positions of the examinations, each behind those that it names as seen.
  let seenFirst: [Int]

  init(_ examined: [Examination]) {
    var positions: [Digest: Int] = [:]
    for (position, examination) in examined.enumerated() {
      // A misplaced copy never hides the one in its place.
      guard let id = examination.id, positions[id] == nil || examination.verified != nil else {
        continue
      }
      positions[id] = position
    }
    self.positions = positions
    seen = examined.map { ($0.statement?.known ?? []).compactMap { positions[$0] } }
    seenFirst = Self.seenFirst(seen)
    for position in seenFirst {
      depths[position] = 1 + (seen[position].compactMap { depths[$0] }.max() ?? 0)
    }
  }

  /// Finds all that these have seen, and that those have seen.
  ///
  /// What nobody leads to who may decide is never traced: anybody may put any number of tags here.
  mutating func trace(from starts: [Int]) {
    var reached = Set(starts.filter { ancestries[$0] == nil })
    var open = Array(reached)
    while let position = open.popLast() {
      open += seen[position].filter { ancestries[$0] == nil && reached.insert($0).inserted }
    }
    guard !reached.isEmpty else { return }
    for position in seenFirst where reached.contains(position) {
      var ancestry = BitSet(count: seen.count)
      for other in seen[position] {
        ancestry.insert(other)
        if let further = ancestries[other] { ancestry.formUnion(further) }
      }
      ancestries[position] = ancestry
    }
  }

  /// Where the statement stands among the examinations; `nil` where it is not here.
  func position(of id: Digest) -> Int? { positions[id] }

  /// The positions of all that a statement has seen, and that those have seen.
  func ancestry(of id: Digest) -> BitSet { positions[id].flatMap { ancestries[$0] } ?? BitSet() }

  /// What a statement names itself as seen, by position.
  func seen(by position: Int) -> [Int] { seen[position] }

  /// The positions of all that the one at this place has seen, and that those have seen.
  func ancestry(of position: Int) -> BitSet { ancestries[position] ?? BitSet() }

  /// Whether one had seen another, directly or through others.
  func hasSeen(_ statement: Digest, _ other: Digest) -> Bool {
    position(of: other).map(ancestry(of: statement).contains) ?? false
  }

  /// By time; within a second, what was seen before what saw it.
  func oldestFirst(_ verified: [VerifiedStatement]) -> [VerifiedStatement] {
    verified.map { ($0, depth: depth(of: $0)) }.sorted { a, b in
      (a.0.time, a.depth, a.0.id) < (b.0.time, b.depth, b.0.id)
    }.map(\.0)
  }

  /// What was seen before what saw it, whatever times they claim.
  func seenFirst(_ verified: [VerifiedStatement]) -> [VerifiedStatement] {
    verified.map { ($0, depth: depth(of: $0)) }.sorted { a, b in
      (a.depth, a.0.id) < (b.depth, b.0.id)
    }.map(\.0)
  }

  private func depth(of statement: VerifiedStatement) -> Int {
    positions[statement.id].flatMap { depths[$0] } ?? 0
  }

  private static func seenFirst(_ seen: [[Int]]) -> [Int] {
    var order: [Int] = []
    var visited: Set<Int> = []
    for start in seen.indices where visited.insert(start).inserted {
      // Depth first without recursion: a chain of decisions may be longer than the stack is deep.
      var path = [(position: start, next: 0)]
      while let (position, next) = path.last {
        if next < seen[position].count {
          path[path.count - 1].next += 1
          let child = seen[position][next]
          if visited.insert(child).inserted { path.append((child, 0)) }
        } else {
          order.append(position)
          path.removeLast()
        }
      }
    }
    return order
  }
}
