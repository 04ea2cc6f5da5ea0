import Objects
import Testing

@testable import Approvals

/// What the person who asks had found valid before, and what has become of it.
@Suite struct RememberedTests {
  let scenario: Scenario
  let made: [Made]

  init() throws {
    scenario = try Scenario()
    made = try scenario.history()
  }

  @Test func whatIsHereIsNotMissing() throws {
    let ledger = try ledger(made, remembering: made)
    #expect(ledger.missing.isEmpty && ledger.verdict == .valid)
  }

  /// The newest is named by nobody: only the memory knows of it.
  @Test(arguments: 0..<4) func whatIsGoneIsMissing(_ position: Int) throws {
    let gone = made[position]
    let left = made.filter { $0.id != gone.id }
    let ledger = try ledger(left, remembering: made)
    #expect(ledger.missing.map(\.id) == [gone.id] && ledger.missing.map(\.name) == [gone.name])
    #expect(ledger.missing.map(\.isRemembered) == [true])
    #expect(ledger.missing.map(\.remembered) == [start.adding(seconds: 3600 * Int64(position))])
    #expect(ledger.missing.map(\.seenBy.isEmpty) == [position == 3])
    #expect(ledger.verdict == .invalid)
    #expect(try scenario.status(ledger).state == .indeterminate)

    let alone = try self.ledger(left, remembering: [])
    #expect(alone.missing.contains { $0.isRemembered } == false)
    #expect(alone.missing.isEmpty == (position == 3))
  }

  /// Most likely the tags were not fetched, so the verdict stays what it is without any decision.
  @Test func whereAllIsGoneAllIsMissing() throws {
    let ledger = try ledger([], remembering: made)
    #expect(Set(ledger.missing.map(\.id)) == Set(made.map(\.id)))
    #expect(ledger.verdict == .indeterminate && ledger.hasLostAll)
    #expect(try scenario.status(ledger).state == .indeterminate)
  }

  /// So it is where nobody told the root: who remembers something knows that there was some.
  @Test func nothingAtAllIsNotMissingOneByOne() throws {
    let trust = Trust(remembered: made.map(\.remembered))
    let ledger = try Ledger(
      records: [], head: scenario.root.bytes, trust: trust, now: now, history: nobodyWrote)
    #expect(ledger.missing.count == made.count)
    #expect(ledger.verdict == .indeterminate && ledger.hasLostAll && !ledger.isPinned)
    let plain = try Ledger(
      records: [], head: scenario.root.bytes, trust: Trust(), now: now, history: nobodyWrote)
    #expect(plain.verdict == .indeterminate && !plain.hasLostAll)
    // One that is here, whatever it is, and the others are missing.
    let some = try Ledger(
      records: [made[0].record], head: scenario.root.bytes, trust: trust, now: now,
      history: nobodyWrote)
    #expect(some.verdict == .invalid)
  }

  /// What leaves a document as it is keeps others as they are.
  @Test func onlyItsDocumentIsLeftOpen() throws {
    let foundation = Array(made[..<2])
    let other = try scenario.make(
      "jane-doe",
      scenario.policy.replacing("id: information-security", with: "id: access-control"), hour: 4,
      seen: made)
    let ledger = try ledger(made, remembering: foundation + [other])
    #expect(ledger.missing.map(\.id) == [other.id] && ledger.verdict == .invalid)
    #expect(try scenario.status(ledger).state == .inForce)
  }

  @Test func whatIsDatedLaterThanAskedIsNotMissing() throws {
    let left = Array(made[..<3])
    let last = start.adding(seconds: 3600 * 3)
    for (asOf, isMissing) in [(last.adding(seconds: -1), false), (last, true)] {
      let ledger = try ledger(left, remembering: made, asOf: asOf)
      #expect(ledger.missing.isEmpty == !isMissing)
    }
    // What is here, but later, is left out and not missing.
    let ledger = try ledger(made, remembering: made, asOf: last.adding(seconds: -1))
    #expect(ledger.missing.isEmpty)
  }

  /// In its place means: under its own name, and signed with the key that it names.
  @Test func whatStandsElsewhereIsMissing() throws {
    let moved = try scenario.make("sam-lee", scenario.policy, hour: 3, seen: Array(made[..<3])) {
      $0.ref = "refs/tags/writ/information-security/1.0/approve/sam-lee.2"
    }
    #expect(moved.id == made[3].id)
    let misplaced = try ledger(Array(made[..<3]) + [moved], remembering: made)
    #expect(misplaced.missing.map(\.id) == [made[3].id])

    let otherwise = try scenario.make(
      "sam-lee", scenario.policy, hour: 3, seen: Array(made[..<3])
    ) { $0.signer = "jane-doe" }
    let forged = try ledger(Array(made[..<3]) + [otherwise], remembering: made)
    #expect(otherwise.id == made[3].id && forged.missing.map(\.id) == [made[3].id])
  }

  private func ledger(
    _ made: [Made], remembering remembered: [Made], asOf: Instant? = nil
  ) throws -> Ledger {
    try Ledger(
      records: made.map(\.record), head: scenario.root.bytes,
      trust: Trust(
        required: scenario.root.digest,
        remembered: remembered.map(\.remembered)),
      now: now, asOf: asOf, history: nobodyWrote)
  }
}
