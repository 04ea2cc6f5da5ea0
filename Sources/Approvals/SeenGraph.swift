import Objects

/// Which statement has seen which: each commits to all that its signer had found valid.
///
/// There is no way round in a circle, since a statement's identity is a digest of what it names.
struct SeenGraph {
  private let statements: [Statement?]
  private let ids: [Digest?]
  private let positions: [Digest: Int]
  /// The positions of the examinations, each behind those that it names as seen.
  let seenFirst: [Int]

  init(_ examined: [Examination]) {
    statements = examined.map(\.statement)
    ids = examined.map(\.id)
    var positions: [Digest: Int] = [:]
    for (position, examination) in examined.enumerated() {
      // A misplaced copy never hides the one in its place.
      guard let id = examination.id, positions[id] == nil || examination.verified != nil else {
        continue
      }
      positions[id] = position
    }
    self.positions = positions
    seenFirst = Self.seenFirst(statements, positions)
  }

  /// Where the statement stands among the examinations; `nil` where it is not here.
  func position(of id: Digest) -> Int? { positions[id] }

  /// The identities of all that a statement has seen, and that those have seen.
  func ancestry(of statement: VerifiedStatement) -> Set<Digest> {
    var known: Set<Digest> = []
    var open = statement.statement.seen.map(\.statement)
    while let id = open.popLast() {
      guard known.insert(id).inserted, let position = positions[id] else { continue }
      open += statements[position]?.seen.map(\.statement) ?? []
    }
    return known
  }

  /// By time; within a second, what was seen before what saw it.
  func oldestFirst(_ verified: [VerifiedStatement]) -> [VerifiedStatement] {
    // How long the longest chain of statements seen behind it is.
    var depths: [Digest: Int] = [:]
    for position in seenFirst {
      guard let id = ids[position] else { continue }
      let seen = statements[position]?.seen ?? []
      depths[id] = 1 + (seen.compactMap { depths[$0.statement] }.max() ?? 0)
    }
    return verified.sorted { a, b in
      (a.time, depths[a.id] ?? 0, a.id) < (b.time, depths[b.id] ?? 0, b.id)
    }
  }

  private static func seenFirst(_ statements: [Statement?], _ positions: [Digest: Int]) -> [Int] {
    var order: [Int] = []
    var visited: Set<Int> = []
    for start in statements.indices where visited.insert(start).inserted {
      // Depth first without recursion: a chain of decisions may be longer than the stack is deep.
      var path = [(position: start, next: 0)]
      while let (position, next) = path.last {
        let seen = statements[position]?.seen ?? []
        if next < seen.count {
          path[path.count - 1].next += 1
          if let child = positions[seen[next].statement], visited.insert(child).inserted {
            path.append((child, 0))
          }
        } else {
          order.append(position)
          path.removeLast()
        }
      }
    }
    return order
  }
}
