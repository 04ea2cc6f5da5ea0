import Objects

/// What the statements that hold say of each other's times (`docs/formats.md`, section 6).
struct ClaimedTimes {
  /// Statements of somebody who also made one that had not seen this one, nor been seen by it.
  private(set) var outOfOrder: Set<Digest> = []
  private var earliest: [Digest: Instant] = [:]
  private var latest: [Digest: Instant] = [:]

  init(_ statements: [VerifiedStatement], _ graph: SeenGraph) {
    for (_, own) in Dictionary(grouping: statements, by: \.person.id) {
      outOfOrder.formUnion(Self.outOfOrder(graph.seenFirst(own), graph))
    }
    bound(graph.seenFirst(statements), graph)
  }

  /// The time before which it was not made: the latest claimed by what it has seen.
  func notBefore(_ statement: Digest) -> Instant? { earliest[statement] }

  /// The time after which it was not made: the first claimed by somebody else who saw it.
  func notAfter(_ statement: Digest) -> Instant? { latest[statement] }

  private static func outOfOrder(_ own: [VerifiedStatement], _ graph: SeenGraph) -> Set<Digest> {
    let hasSeen = { (later: VerifiedStatement, earlier: VerifiedStatement) in
      graph.hasSeen(later.id, earlier.id)
    }
    // One chain, as it nearly always is, shows at a glance.
    guard !zip(own.dropFirst(), own).allSatisfy(hasSeen) else { return [] }
    var found: Set<Digest> = []
    for (position, later) in own.enumerated() {
      for earlier in own[..<position] where !hasSeen(later, earlier) {
        found.formUnion([later.id, earlier.id])
      }
    }
    return found
  }

  /// What is out of order bounds nothing: nobody knows when it was made.
  private mutating func bound(_ statements: [VerifiedStatement], _ graph: SeenGraph) {
    let seen = Self.seen(statements, graph)
    var earliest = [Instant?](repeating: nil, count: statements.count)
    for place in statements.indices {
      for other in seen[place] {
        let claimed = outOfOrder.contains(statements[other].id) ? nil : statements[other].time
        for time in [claimed, earliest[other]] {
          if let time, earliest[place].map({ $0 < time }) ?? true { earliest[place] = time }
        }
      }
      self.earliest[statements[place].id] = earliest[place]
    }
    // Of those who saw a statement, the first, and the first by another than that one.
    var witnesses = [[(person: PersonID, time: Instant)]](repeating: [], count: statements.count)
    for place in statements.indices.reversed() {
      let statement = statements[place]
      latest[statement.id] = witnesses[place].first { $0.person != statement.person.id }?.time
      let mine = outOfOrder.contains(statement.id) ? [] : [(statement.person.id, statement.time)]
      let news = witnesses[place] + mine
      for other in seen[place] {
        var known: Set<PersonID> = []
        witnesses[other] = Array(
          (witnesses[other] + news).sorted { $0.time < $1.time }
            .filter { known.insert($0.person).inserted }.prefix(2))
      }
    }
  }

  /// What each of these statements names, by place among them.
  private static func seen(_ statements: [VerifiedStatement], _ graph: SeenGraph) -> [[Int]] {
    let positions = statements.map { graph.position(of: $0.id) }
    var places: [Int: Int] = [:]
    for (place, position) in positions.enumerated() {
      if let position { places[position] = place }
    }
    return positions.map { position in
      (position.map(graph.seen) ?? []).compactMap { places[$0] }
    }
  }
}
