import Objects
import Testing

@testable import Approvals

/// What is left of the decisions of a key that somebody else may have.
@Suite struct CompromiseTests {
  private let scenario: Scenario
  private let founding: [Made]

  init() throws {
    scenario = try Scenario.overTime()
    founding = try scenario.foundation()
  }

  /// Bo gets another key, since this one may have been somebody else's since the fourth hour.
  private func rotation(_ known: [Made], of text: Text? = nil, version: String = "1.1") throws
    -> Text
  {
    try scenario.successor(of: text ?? scenario.root, version, closing: known) {
      try $0.replacing(key: "bo-berg", by: "bo-berg-2")
        .revoking(("bo-berg", "compromised", hour(4)))
    }
  }

  @Test func decisionsBeforeAreUnprovedAndThoseAfterAreNot() throws {
    let policy = try scenario.approve(
      scenario.policy, by: ["bo-berg", "sam-lee"], hour: 2, seen: founding)
    var made = founding + policy
    let just = try scenario.make("bo-berg", scenario.topic("just"), hour: 4, seen: made) {
      $0.time = $0.time.adding(seconds: -1)
    }
    let since = try scenario.make("bo-berg", scenario.topic("since"), hour: 4, seen: made + [just])
    made += [just, since]
    #expect(try scenario.state(scenario.ledger(made)) == .inForce)
    let next = try rotation(made)
    made += try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 6, seen: made)
    let ledger = try scenario.ledger(made)
    #expect(ledger.chain.count == 2)
    for unproved in [policy[0], just] {
      #expect(ledger.entry(unproved)?.issue?.reason == .timeNotProven)
      #expect(ledger.entry(unproved)?.verdict == .indeterminate)
    }
    #expect(ledger.entry(since)?.issue?.reason == .keyCompromised)
    #expect(ledger.entry(since)?.verdict == .untrusted && ledger.verdict == .invalid)
    #expect(
      made.allSatisfy { made in
        ["just", "since"].contains("\(made.name.document)") || made.id == policy[0].id
          || ledger.entry(made)?.verdict == .valid
      })
    // None counts.
    #expect(try scenario.state(ledger) != .inForce)
    for topic in ["just", "since"] {
      #expect(try scenario.state(ledger, of: scenario.topic(topic)) != .inForce)
    }
    #expect(try scenario.status(ledger).inForce == nil)
    // Bo decides again with the new key.
    let again = try scenario.make(
      "bo-berg", scenario.policy, hour: 9, seen: made, under: next, key: "bo-berg-2", number: 2)
    #expect(try scenario.state(scenario.ledger(made + [again])) == .inForce)
  }

  @Test func withOnlyUnprovedOnesTheWholeIsIndeterminate() throws {
    let bo = try scenario.make("bo-berg", scenario.topic("other"), hour: 2, seen: founding)
    var made = founding + [bo]
    made += try scenario.approve(
      try rotation(made), by: ["jane-doe", "sam-lee"], hour: 6, seen: made)
    let ledger = try scenario.ledger(made)
    #expect(ledger.entry(bo)?.issue?.reason == .timeNotProven)
    #expect(ledger.verdict == .indeterminate)
  }

  @Test func aKeyThatIsOnlyRetiredKeepsWhatItDecided() throws {
    let bo = try scenario.make("bo-berg", scenario.topic("other"), hour: 5, seen: founding)
    var made = founding + [bo]
    let next = try scenario.successor(of: scenario.root, "1.1", closing: made) {
      try $0.replacing(key: "bo-berg", by: "bo-berg-2").revoking(("bo-berg", "retired", hour(4)))
    }
    made += try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 6, seen: made)
    let ledger = try scenario.ledger(made)
    #expect(ledger.verdict == .valid)
    #expect(try scenario.state(ledger, of: scenario.topic("other")) == .inForce)
  }

  @Test func theChainIsNeverShortened() throws {
    // Bo's key had decided on both versions before, one of them when it was somebody else's.
    var made = founding
    let first = try scenario.successor(of: scenario.root, "1.1", closing: made) {
      try $0.with("kim-wu", "board-member")
    }
    let one = try scenario.approve(first, by: ["bo-berg", "sam-lee"], hour: 2, seen: made)
    made += one
    let second = scenario.successor(of: first, "1.2", closing: made)
    let two = try scenario.approve(
      second, by: ["jane-doe", "bo-berg"], hour: 5, seen: made, under: first)
    made += two
    let third = try rotation(made, of: second, version: "1.3")
    made += try scenario.approve(
      third, by: ["jane-doe", "sam-lee"], hour: 8, seen: made, under: second)
    let ledger = try scenario.ledger(made, tip: third)
    #expect(
      ledger.chain.map(\.version.description) == ["1.0", "1.1", "1.2", "1.3"])
    #expect(ledger.entry(one[0])?.verdict == .valid && ledger.entry(two[1])?.verdict == .valid)
    #expect(ledger.verdict == .valid, "\(ledger.problems)")
    #expect(try scenario.state(ledger, of: third) == .inForce)
    for text in [scenario.root, first, second] {
      #expect(try scenario.state(ledger, of: text) == .superseded)
    }
  }

  @Test func aSoleExecutiveWhoseKeyWasStolenDecidesOnTheNewOne() throws {
    let scenario = try Scenario.overTime {
      $0.without("sam-lee").without("bo-berg").deciding(by: "require: [1 of chief-executive]")
        .policies(by: "require: [1 of chief-executive]")
    }
    let root = try scenario.make("jane-doe", scenario.root, hour: 0)
    let policy = try scenario.make("jane-doe", scenario.policy, hour: 2, seen: [root])
    let next = try scenario.successor(of: scenario.root, "1.1", closing: [root, policy]) {
      try $0.replacing(key: "jane-doe", by: "jane-doe-2")
        .revoking(("jane-doe", "compromised", hour(4)))
    }
    let change = try scenario.make("jane-doe", next, hour: 5, seen: [root, policy])
    let made = [root, policy, change]
    let ledger = try scenario.ledger(made)
    #expect(ledger.chain.count == 2)
    #expect(ledger.entry(root)?.verdict == .valid && ledger.entry(change)?.verdict == .valid)
    #expect(ledger.entry(policy)?.issue?.reason == .timeNotProven)
    #expect(try scenario.status(ledger).inForce == nil)
    let again = try scenario.make(
      "jane-doe", scenario.policy, hour: 7, seen: made, under: next, key: "jane-doe-2", number: 2)
    #expect(try scenario.state(scenario.ledger(made + [again])) == .inForce)
  }

  @Test func whatDidNotDecideAVersionIsNotSpared() throws {
    var made = founding
    let bo = try scenario.make("bo-berg", scenario.root, hour: 2, seen: made)
    let other = scenario.successor(of: scenario.root, "2.0", closing: made)
    let rival = try scenario.make("bo-berg", other, hour: 3, seen: made)
    made += [bo, rival]
    let next = try rotation(made)
    made += try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 6, seen: made)
    let ledger = try scenario.ledger(made)
    #expect(ledger.chain.count == 2)
    #expect(ledger.entry(rival)?.issue?.reason == .timeNotProven)
  }

  @Test func rejectionsAndWithdrawalsOfTheKeyWeighNothing() throws {
    let reject = try scenario.make(
      "bo-berg", scenario.policy, hour: 2, seen: founding, decision: .reject)
    let other = scenario.topic("other")
    let bo = try scenario.make("bo-berg", other, hour: 2, seen: founding)
    var made = founding + [reject, bo]
    let policy = try scenario.make("jane-doe", scenario.policy, hour: 3, seen: made)
    made.append(policy)
    #expect(try scenario.state(scenario.ledger(made)) == .rejected)
    let next = try rotation(made)
    made += try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 6, seen: made)
    let sam = try scenario.make("sam-lee", scenario.policy, hour: 9, seen: made, under: next)
    let ledger = try scenario.ledger(made + [sam])
    #expect(ledger.entry(reject)?.issue?.reason == .timeNotProven)
    #expect(try scenario.state(ledger) == .inForce)
  }

  @Test func theKeyMayBeSaidToBeCompromisedLongAfterItWasReplaced() throws {
    let bo = try scenario.make("bo-berg", scenario.topic("other"), hour: 2, seen: founding)
    var made = founding + [bo]
    let first = try scenario.successor(of: scenario.root, "1.1", closing: made) {
      try $0.replacing(key: "bo-berg", by: "bo-berg-2")
    }
    made += try scenario.approve(first, by: ["jane-doe", "sam-lee"], hour: 5, seen: made)
    #expect(try scenario.ledger(made).verdict == .valid)
    let second = try scenario.successor(of: first, "1.2", closing: made) {
      try $0.revoking(("bo-berg", "compromised", hour(1)))
    }
    made += try scenario.approve(
      second, by: ["jane-doe", "sam-lee"], hour: 8, seen: made, under: first)
    let ledger = try scenario.ledger(made)
    #expect(ledger.entry(bo)?.issue?.reason == .keyCompromised)
    #expect(try scenario.status(ledger, of: scenario.topic("other")).inForce == nil)
  }

  @Test func whoHasTheKeyHoldsNothingUp() throws {
    // Whoever has it names what never was, with a date of before.
    let policy = try scenario.approve(
      scenario.policy, by: ["jane-doe", "sam-lee"], hour: 2, seen: founding)
    var made = founding + policy
    made += try scenario.approve(
      try rotation(made), by: ["jane-doe", "sam-lee"], hour: 6, seen: made)
    for text in [scenario.root, scenario.policy] {
      let never = try scenario.make("jane-doe", text, hour: 1, seen: founding, number: 9)
      let thief = try scenario.make(
        "bo-berg", scenario.topic("other"), hour: 3, seen: founding + [never])
      let ledger = try scenario.ledger(made + [thief])
      #expect(ledger.entry(thief)?.issue?.reason == .timeNotProven)
      #expect(ledger.missing.map(\.id) == [never.id] && ledger.verdict == .invalid)
      let state = try scenario.state(ledger)
      #expect(state == .inForce, "\(text.path)")
    }
  }
}
