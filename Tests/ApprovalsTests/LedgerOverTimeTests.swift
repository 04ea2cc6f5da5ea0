import Documents
import Objects
import Testing

@testable import Approvals

/// What is missing, who had seen what, and when, where people and rules change.
@Suite struct LedgerOverTimeTests {
  private let scenario: Scenario
  private let founding: [Made]

  init() throws {
    scenario = try Scenario.overTime()
    founding = try scenario.foundation()
  }

  private func withoutBo(_ known: [Made] = [], edit: (String) -> String = { $0 }) -> Text {
    scenario.successor(of: scenario.root, "1.1", closing: known) { edit($0.without("bo-berg")) }
  }

  private func states(_ ledger: Ledger, _ texts: [Text]) throws -> [DocumentState] {
    try texts.map { try scenario.state(ledger, of: $0) }
  }

  // MARK: Missing

  @Test func whatTheNewVersionClosesAndIsGoneIsMissing() throws {
    let bo = try scenario.make("bo-berg", scenario.topic("other"), hour: 2, seen: founding)
    let next = withoutBo([bo])
    let change = try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding)
    let whole = try scenario.ledger(founding + [bo] + change)
    #expect(whole.verdict == .valid && whole.missing.isEmpty)
    let ledger = try scenario.ledger(founding + change)
    #expect(ledger.verdict == .invalid)
    #expect(ledger.missing.map(\.id) == [bo.id])
    #expect(ledger.missing.map(\.name) == [nil] && ledger.missing.map(\.seenBy) == [[]])
    #expect(ledger.missing.map(\.closedBy) == [[Version(1, 1)]])
    #expect(ledger.missing.map(\.isRemembered) == [false])
    // Nobody knows what it was about.
    let texts = [scenario.policy, scenario.root, next, scenario.topic("other")]
    #expect(try states(ledger, texts).allSatisfy { $0 == .indeterminate })
    // A file that did not come into force says nothing.
    let half = try scenario.ledger(founding + change.prefix(1))
    #expect(half.missing.isEmpty && half.verdict == .valid)
  }

  @Test func whatARivalClosesIsMissingToo() throws {
    let bo = try scenario.make("bo-berg", scenario.topic("other"), hour: 2, seen: founding)
    let next = withoutBo()
    let rival = scenario.successor(of: scenario.root, "2.0", closing: [bo])
    let sam = [
      try scenario.make("sam-lee", next, hour: 5, seen: founding),
      try scenario.make("sam-lee", rival, hour: 5, seen: founding),
    ]
    let jane = try scenario.make("jane-doe", next, hour: 6, seen: founding + [sam[0]])
    let berg = try scenario.make("bo-berg", rival, hour: 6, seen: founding + [sam[1]])
    let ledger = try scenario.ledger(founding + sam + [jane, berg], tip: next)
    #expect(ledger.chain.last?.digest == next.digest)
    #expect(ledger.missing.map(\.id) == [bo.id])
    #expect(ledger.missing.map(\.closedBy) == [[Version(2, 0)]])
  }

  @Test func whatIsLostForGoodIsSettled() throws {
    let bo = try scenario.make("bo-berg", scenario.topic("other"), hour: 2, seen: founding)
    let sam = try scenario.make("sam-lee", scenario.topic("other"), hour: 3, seen: founding + [bo])
    var made = founding + [sam]
    let open = try scenario.ledger(made)
    #expect(open.missing.map(\.id) == [bo.id] && open.verdict == .invalid)
    #expect(try scenario.state(open, of: scenario.topic("other")) == .indeterminate)
    #expect(try scenario.state(open) == .draft)
    let next = scenario.successor(of: scenario.root, "1.1", closing: made) {
      $0 + "lost: [\(bo.id)]\n"
    }
    made += try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 5, seen: made)
    let half = try scenario.ledger(made.dropLast())
    #expect(half.missing.map(\.id) == [bo.id])
    let settled = try scenario.ledger(made)
    #expect(settled.missing.isEmpty && settled.verdict == .valid)
    #expect(try scenario.state(settled, of: scenario.topic("other")) == .inForce)
    #expect(settled.governance?.lost == [bo.id])
    // For good: the version after need not say it again.
    let third = scenario.successor(of: next, "1.2", closing: made) {
      $0.replacing("lost: [\(bo.id)]\n", with: "")
    }
    made += try scenario.approve(
      third, by: ["jane-doe", "sam-lee"], hour: 8, seen: made, under: next)
    let later = try scenario.ledger(made)
    #expect(later.chain.count == 3 && later.missing.isEmpty && later.verdict == .valid)
  }

  @Test func whatOnlyARogueNamesIsReportedAndHoldsNothingUp() throws {
    let next = withoutBo(founding)
    let policy = try scenario.approve(
      scenario.policy, by: ["jane-doe", "sam-lee"], hour: 2, seen: founding)
    let change = try scenario.approve(
      next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding + policy)
    let made = founding + policy + change
    // He names what never was, as decisions on the policy and on people and rules.
    let never = [
      try scenario.make("jane-doe", scenario.policy, hour: 1, seen: founding, number: 9),
      try scenario.make("jane-doe", scenario.root, hour: 1, seen: founding, number: 9),
    ]
    let rogue = try scenario.make("bo-berg", scenario.policy, hour: 3, seen: founding + never)
    let ledger = try scenario.ledger(made + [rogue])
    #expect(ledger.entry(rogue)?.issue?.reason == .noLongerEntitled)
    #expect(Set(ledger.missing.map(\.id)) == Set(never.map(\.id)))
    #expect(ledger.missing.allSatisfy { $0.seenBy == [rogue.id] })
    #expect(ledger.verdict == .invalid)
    #expect(try states(ledger, [scenario.policy, next]) == [.inForce, .inForce])
    // Somebody who stood nowhere is not even reported.
    let invented = try scenario.successor(of: scenario.root, "1.1") {
      try $0.with("eve-doe", "board-member")
    }
    let stranger = try scenario.make(
      "eve-doe", scenario.policy, hour: 3, seen: founding + never, under: invented)
    let claim = try scenario.make(
      "eve-doe", invented, hour: 3, seen: founding + never, under: invented)
    let other = try scenario.ledger(made + [stranger, claim])
    #expect(other.missing.isEmpty && other.verdict == .invalid)
    #expect(try states(other, [scenario.policy, next]) == [.inForce, .inForce])
    // From one who stands, the same names hold everything up.
    let sam = try scenario.make(
      "sam-lee", scenario.policy, hour: 8, seen: made + never, under: next, number: 2)
    let open = try scenario.ledger(made + [sam])
    #expect(try states(open, [scenario.policy, next]) == [.indeterminate, .indeterminate])
  }

  @Test func nobodyBecomesBelievableByWhatHeSaysIsMissing() throws {
    // He signs under people and rules that never came into force, naming a decision that never was
    // and would have brought them into force.
    let draft = scenario.successor(of: scenario.root, "2.0")
    let half = try scenario.make("bo-berg", draft, hour: 3, seen: founding)
    let next = withoutBo(founding)
    let policy = try scenario.approve(
      scenario.policy, by: ["jane-doe", "sam-lee"], hour: 2, seen: founding)
    let change = try scenario.approve(
      next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding + policy)
    let never = try scenario.make("jane-doe", draft, hour: 4, seen: founding)
    let rogue = try scenario.make(
      "bo-berg", scenario.topic("other"), hour: 4, seen: founding + [half, never], under: draft)
    let made = founding + policy + change
    let ledger = try scenario.ledger(made + [half, rogue])
    #expect(ledger.missing.map(\.id) == [never.id] && ledger.verdict == .invalid)
    let states = try states(ledger, [scenario.policy, next])
    #expect(states == [.inForce, .inForce])
  }

  @Test func whoLeftMakesNobodyElseDoubtful() throws {
    // Jane, who stays, signs under a draft of people and rules: that counts for nothing.
    let draft = scenario.successor(of: scenario.root, "2.0")
    let half = try scenario.make("jane-doe", draft, hour: 3, seen: founding)
    let other = scenario.topic("other")
    let early = try scenario.make("jane-doe", other, hour: 4, seen: founding + [half], under: draft)
    let sam = try scenario.make("sam-lee", other, hour: 4, seen: founding)
    let next = withoutBo(founding + [sam])
    let change = try scenario.approve(
      next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding + [sam])
    let made = founding + [half, early, sam] + change
    let before = try scenario.ledger(made)
    #expect(before.entry(early)?.issue?.reason == .governanceNotInForce)
    #expect(try scenario.state(before, of: other) == .inForce)
    // Then Bo, who left, says that a decision on people and rules is missing.
    let never = try scenario.make("sam-lee", draft, hour: 2, seen: founding)
    let rogue = try scenario.make(
      "bo-berg", scenario.topic("third"), hour: 3, seen: founding + [never])
    let ledger = try scenario.ledger(made + [rogue])
    #expect(ledger.missing.map(\.id) == [never.id])
    #expect(ledger.entry(early)?.issue?.reason == .governanceNotInForce)
    #expect(try scenario.state(ledger, of: other) == .inForce)
  }

  @Test func whoLeftHoldsNothingUpUnderRulesThatNobodyHas() throws {
    let policy = try scenario.approve(
      scenario.policy, by: ["jane-doe", "sam-lee"], hour: 2, seen: founding)
    let next = withoutBo(founding + policy)
    let change = try scenario.approve(
      next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding + policy)
    let rogue = try scenario.make("bo-berg", scenario.policy, hour: 8, seen: founding) {
      $0.governance = $0.digest
    }
    let ledger = try scenario.ledger(founding + policy + change + [rogue])
    #expect(ledger.entry(rogue)?.issue?.reason == .governanceMissing)
    let state = try scenario.state(ledger)
    #expect(state == .inForce)
  }

  @Test func aWithdrawalOfWhatIsGoneTellsWhichDocumentItIsAbout() throws {
    let bo = try scenario.make("bo-berg", scenario.topic("other"), hour: 2, seen: founding)
    let back = try scenario.withdraw(
      bo, by: "bo-berg", on: scenario.topic("other"), hour: 3, seen: founding)
    let ledger = try scenario.ledger(scenario.history() + [back])
    #expect(ledger.missing.map(\.id) == [bo.id])
    #expect(
      try states(ledger, [scenario.topic("other"), scenario.policy]) == [.indeterminate, .inForce])
  }

  @Test func whatTheUserRemembersAndIsGoneIsMissing() throws {
    let history = try scenario.history()
    let bo = try scenario.make("bo-berg", scenario.topic("other"), hour: 5, seen: history)
    let next = withoutBo(history)
    let change = try scenario.make("jane-doe", next, hour: 6, seen: history)
    let all = history + [bo, change]
    let whole = try scenario.ledger(all, remembered: all.map(\.remembered))
    #expect(whole.missing.isEmpty && whole.verdict == .valid)
    // Nobody else names it.
    let gone = try scenario.ledger(history + [change], remembered: all.map(\.remembered))
    #expect(gone.missing.map(\.id) == [bo.id] && gone.missing.map(\.name) == [bo.name])
    #expect(gone.missing.map(\.isRemembered) == [true] && gone.missing.map(\.seenBy) == [[]])
    #expect(gone.verdict == .invalid)
    #expect(
      try states(gone, [scenario.topic("other"), scenario.policy]) == [.indeterminate, .inForce])
    // One on people and rules holds everything up.
    let rules = try scenario.ledger(history + [bo], remembered: all.map(\.remembered))
    #expect(rules.missing.map(\.id) == [change.id])
    #expect(
      try states(rules, [scenario.topic("other"), scenario.policy, scenario.root])
        == [.indeterminate, .indeterminate, .indeterminate])
    // With no decision left at all, too.
    let none = try scenario.ledger([], remembered: all.map(\.remembered))
    #expect(none.missing.count == all.count && none.verdict != .valid)
    // As of before it was made, it is not missing.
    let before = try scenario.ledger(
      history, asOf: hour(4), remembered: all.map(\.remembered))
    #expect(before.missing.isEmpty && before.verdict == .valid)
  }

  @Test func whatAMissingOneMayHaveSeenIsLeftOpen() throws {
    // Sam saw Bo's decision; the others saw Sam's, and then it went.
    let bo = try scenario.make("bo-berg", scenario.topic("other"), hour: 2, seen: founding)
    let sam = try scenario.make("sam-lee", scenario.topic("third"), hour: 3, seen: founding + [bo])
    let next = withoutBo()
    let change = try scenario.approve(
      next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding + [sam])
    let whole = try scenario.ledger(founding + [bo, sam] + change)
    #expect(whole.verdict == .valid)
    #expect(try scenario.state(whole, of: scenario.topic("other")) == .inForce)
    let ledger = try scenario.ledger(founding + [bo] + change)
    #expect(ledger.missing.map(\.id) == [sam.id])
    #expect(ledger.entry(bo)?.issue?.reason == .mayHaveBeenSeen)
    #expect(ledger.entry(bo)?.verdict == .indeterminate && ledger.verdict == .invalid)
    #expect(try scenario.state(ledger, of: scenario.topic("other")) != .inForce)
    // Once it is settled as lost, it has seen nothing.
    let third = scenario.successor(of: next, "1.2") { $0 + "lost: [\(sam.id)]\n" }
    let known = founding + [bo] + change
    let settling = try scenario.approve(
      third, by: ["jane-doe", "sam-lee"], hour: 8, seen: founding + change, under: next)
    let settled = try scenario.ledger(known + settling)
    #expect(settled.missing.isEmpty)
    #expect(settled.entry(bo)?.issue?.reason == .noLongerEntitled)
    // What is missing only after he left has seen nothing that counts.
    let direct = try scenario.approve(
      next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding, number: 2)
    let after = try scenario.make(
      "sam-lee", scenario.topic("third"), hour: 8, seen: founding + direct + [bo], under: next)
    let witness = try scenario.make(
      "jane-doe", scenario.topic("third"), hour: 9, seen: founding + direct + [after], under: next)
    let late = try scenario.ledger(founding + [bo] + direct + [witness])
    #expect(late.missing.map(\.id) == [after.id])
    #expect(late.entry(bo)?.issue?.reason == .noLongerEntitled)
  }

  @Test func aRejectionThatMayHaveBeenSeenLeavesItsDocumentOpen() throws {
    // Else whoever takes Sam's decision on another document away would get Bo's rejection off.
    let other = scenario.topic("other")
    let reject = try scenario.make("bo-berg", other, hour: 2, seen: founding, decision: .reject)
    let sam = try scenario.make(
      "sam-lee", scenario.topic("third"), hour: 3, seen: founding + [reject])
    let next = withoutBo()
    let change = try scenario.approve(
      next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding + [sam])
    let known = founding + [reject, sam] + change
    let jane = try scenario.make("jane-doe", other, hour: 8, seen: known, under: next)
    #expect(try scenario.state(scenario.ledger(known + [jane]), of: other) == .rejected)
    let ledger = try scenario.ledger((known + [jane]).filter { $0.id != sam.id })
    #expect(ledger.entry(reject)?.issue?.reason == .mayHaveBeenSeen)
    let status = try scenario.status(ledger, of: other)
    #expect(status.inForce == nil)
  }

  @Test func whoStandsInARivalReportsWhatIsMissing() throws {
    let next = withoutBo()
    let rival = try scenario.successor(of: scenario.root, "2.0") {
      try $0.with("kim-wu", "board-member")
    }
    let sam = [
      try scenario.make("sam-lee", next, hour: 5, seen: founding),
      try scenario.make("sam-lee", rival, hour: 5, seen: founding),
    ]
    let jane = try scenario.make("jane-doe", next, hour: 6, seen: founding + [sam[0]])
    let berg = try scenario.make("bo-berg", rival, hour: 6, seen: founding + [sam[1]])
    let gone = try scenario.make("bo-berg", scenario.topic("other"), hour: 2, seen: founding)
    let kim = try scenario.make(
      "kim-wu", scenario.topic("other"), hour: 8, seen: founding + [sam[1], berg, gone],
      under: rival)
    let made = founding + sam + [jane, berg, kim]
    let ledger = try scenario.ledger(made, tip: next)
    #expect(ledger.entry(kim)?.issue?.reason == .governanceNotInForce)
    #expect(ledger.missing.map(\.id) == [gone.id] && ledger.verdict == .invalid)
    #expect(try scenario.state(ledger, of: scenario.topic("other")) == .draft)
  }

  // MARK: Order and time

  @Test func twoOfOnePersonThatHaveNotSeenEachOtherAreFlagged() throws {
    let one = try scenario.make("sam-lee", scenario.topic("one"), hour: 2, seen: founding)
    let two = try scenario.make("sam-lee", scenario.topic("two"), hour: 3, seen: founding)
    let three = try scenario.make(
      "sam-lee", scenario.topic("three"), hour: 4, seen: founding + [one, two])
    let jane = try scenario.make("jane-doe", scenario.topic("one"), hour: 3, seen: founding + [one])
    let ledger = try scenario.ledger(founding + [one, two, three, jane])
    #expect(ledger.verdict == .valid && ledger.entries.allSatisfy { $0.verdict == .valid })
    let flagged = ledger.entries.filter(\.isOutOfOrder).compactMap(\.id)
    #expect(Set(flagged) == [one.id, two.id])
    // Through another it has been seen all the same.
    let through = try scenario.make("sam-lee", scenario.topic("two"), hour: 5, seen: [jane])
    let chained = try scenario.ledger(founding + [one, jane, through])
    #expect(chained.entries.allSatisfy { !$0.isOutOfOrder })
  }

  @Test func eachIsDatedByWhatItHasSeenAndWhoHasSeenIt() throws {
    let history = try scenario.history()
    let ledger = try scenario.ledger(history)
    #expect(ledger.entry(history[0])?.notBefore == nil)
    #expect(ledger.entry(history[0])?.notAfter == hour(1))
    #expect(ledger.entry(history[1])?.notBefore == hour(0))
    #expect(ledger.entry(history[1])?.notAfter == hour(2))
    #expect(ledger.entry(history[2])?.notBefore == hour(1))
    #expect(ledger.entry(history[2])?.notAfter == hour(3))
    #expect(ledger.entry(history[3])?.notBefore == hour(2))
    #expect(ledger.entry(history[3])?.notAfter == nil)
    // One's own later decision is no witness; what has seen it only through that is.
    let sam = try scenario.make("sam-lee", scenario.topic("other"), hour: 5, seen: [history[3]])
    let own = try scenario.ledger(history + [sam])
    #expect(own.entry(history[3])?.notAfter == nil)
    let bo = try scenario.make("bo-berg", scenario.topic("other"), hour: 7, seen: [sam])
    let seen = try scenario.ledger(history + [sam, bo])
    #expect(seen.entry(history[3])?.notAfter == hour(7))
    #expect(seen.entry(sam)?.notAfter == hour(7) && seen.entry(bo)?.notBefore == hour(5))
  }

  @Test func whatIsOutOfOrderDatesNothing() throws {
    let bo = try scenario.make("bo-berg", scenario.topic("other"), hour: 2, seen: founding)
    let sam = [
      try scenario.make("sam-lee", scenario.topic("one"), hour: 4, seen: founding + [bo]),
      try scenario.make("sam-lee", scenario.topic("two"), hour: 5, seen: founding + [bo]),
    ]
    let jane = try scenario.make(
      "jane-doe", scenario.topic("one"), hour: 9, seen: founding + [bo] + sam)
    let ledger = try scenario.ledger(founding + [bo] + sam + [jane])
    #expect(sam.allSatisfy { ledger.entry($0)?.isOutOfOrder == true })
    #expect(ledger.entry(bo)?.notAfter == hour(9))
    #expect(ledger.entry(jane)?.notBefore == hour(2))
    let ordered = try scenario.ledger(founding + [bo, sam[0]])
    #expect(ordered.entry(bo)?.notAfter == hour(4))
  }

  @Test func asOfBeforeTheSecondVersionTheFirstIsInForce() throws {
    let policy = try scenario.approve(
      scenario.policy, by: ["bo-berg", "sam-lee"], hour: 2, seen: founding)
    var made = founding + policy
    let next = withoutBo(made) {
      $0.policies(by: "require: [1 of chief-executive]")
    }
    made += try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 6, seen: made)
    let later = scenario.policy("2.0")
    made.append(try scenario.make("jane-doe", later, hour: 9, seen: made, under: next))
    let today = try scenario.ledger(made, head: next)
    #expect(today.chain.count == 2 && today.verdict == .valid)
    #expect(try scenario.state(today, of: later) == .inForce)
    for (moment, chain, decisions) in [
      (hour(5), 1, 4), (hour(6), 1, 5), (hour(7), 2, 6), (hour(8), 2, 6), (hour(9), 2, 7),
    ] {
      let then = try scenario.ledger(made, head: next, asOf: moment)
      #expect(then.chain.count == chain && then.entries.count == decisions)
      #expect(then.missing.isEmpty && then.verdict == .valid, "\(then.problems)")
      #expect(then.governance?.version == then.chain.last?.version)
      #expect(try scenario.state(then) == .approved)
      #expect(
        try scenario.state(then, of: next)
          == (chain == 2 ? .inForce : decisions == 5 ? .partial : .draft))
    }
    // What he signed late and dated before counts as of before, as it would have.
    let rogue = try scenario.make("bo-berg", scenario.topic("other"), hour: 3, seen: founding)
    let asOf = try scenario.ledger(made + [rogue], asOf: hour(5))
    #expect(asOf.entry(rogue)?.verdict == .valid)
    let asked = try scenario.ledger(made + [rogue])
    #expect(asked.entry(rogue)?.issue?.reason == .noLongerEntitled)
  }

  @Test func theLeavesAreWhatNothingElseHadSeen() throws {
    let history = try scenario.history()
    let bo = try scenario.make("bo-berg", scenario.topic("other"), hour: 5, seen: founding)
    let ledger = try scenario.ledger(history + [bo])
    #expect(Set(ledger.leaves.map(\.id)) == [history[3].id, bo.id])
    // What does not hold is no leaf, and hides none.
    let rogue = try scenario.make("bo-berg", scenario.topic("third"), hour: 6, seen: history + [bo])
    {
      $0.subject += "!"
    }
    let spoiled = try scenario.ledger(history + [bo, rogue])
    #expect(Set(spoiled.leaves.map(\.id)) == [history[3].id, bo.id])
  }
}
