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
    let byPosition = Dictionary(
      statements.compactMap { statement in
        graph.position(of: statement.id).map { ($0, statement) }
      }, uniquingKeysWith: { a, _ in a })
    let seen = { (statement: VerifiedStatement) in
      (graph.position(of: statement.id).map(graph.seen) ?? []).compactMap { byPosition[$0] }
    }
    for statement in statements {
      let times = seen(statement).flatMap { other in
        [outOfOrder.contains(other.id) ? nil : other.time, earliest[other.id]].compactMap { $0 }
      }
      earliest[statement.id] = times.max()
    }
    // Of those who saw a statement, the first, and the first by another than that one.
    var witnesses: [Digest: [(person: PersonID, time: Instant)]] = [:]
    for statement in statements.reversed() {
      let own = witnesses[statement.id] ?? []
      latest[statement.id] = own.first { $0.person != statement.person.id }?.time
      let mine =
        outOfOrder.contains(statement.id) ? [] : [(statement.person.id, statement.time)]
      for other in seen(statement) {
        var known: Set<PersonID> = []
        witnesses[other.id] = Array(
          ((witnesses[other.id] ?? []) + own + mine).sorted { $0.time < $1.time }
            .filter { known.insert($0.person).inserted }.prefix(2))
      }
    }
  }
}
