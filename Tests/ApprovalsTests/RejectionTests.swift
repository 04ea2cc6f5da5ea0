import Objects
import Testing

@testable import Approvals

/// Rejections and withdrawals: what weighs against a text, and what comes too late.
@Suite(.enabled(if: Keyring.isInstalled)) struct RejectionTests {
  private let scenario: Scenario
  private let history: [Made]
  private var foundation: [Made] { Array(history.prefix(2)) }
  private var janes: Made { history[2] }
  private var sams: Made { history[3] }

  init() throws {
    scenario = try Scenario()
    history = try scenario.history()
  }

  private func status(_ made: [Made], of text: Text? = nil) throws -> DocumentStatus {
    let ledger = try scenario.ledger(made)
    #expect(ledger.verdict == .valid && ledger.missing.isEmpty)
    return try scenario.status(ledger, of: text)
  }

  private func reject(_ hour: Int64, seen: [Made], _ edit: (inout Draft) -> Void = { _ in })
    throws -> Made
  {
    try scenario.make(
      "bo-berg", scenario.policy, hour: hour, seen: seen, decision: .reject, edit: edit)
  }

  // MARK: Rejections

  @Test func aTextThatSomebodySentBackIsRejected() throws {
    let rejected = try reject(4, seen: foundation + [janes]) { $0.comment = "Too long." }
    let status = try status(foundation + [janes, rejected])
    #expect(status.state == .rejected && status.missing == [] && status.inForce == nil)
    #expect(status.objections.map(\.person.id) == ["bo-berg"])
    #expect(status.objections.map(\.statement.comment) == ["Too long."])
    #expect(status.approvals.map(\.person.id) == ["jane-doe"] && status.flags == [])
    // For no other text.
    let alone = try scenario.ledger(foundation + [janes, rejected])
    let next = scenario.policy.replacing("what we know", with: "what we have")
    #expect(try scenario.status(alone, of: next).state == .draft)
  }

  @Test func whoHasSeenTheRejectionDoesNotOverruleIt() throws {
    let rejected = try reject(3, seen: foundation + [janes])
    let sam = try scenario.make(
      "sam-lee", scenario.policy, hour: 4, seen: foundation + [rejected])
    let made = foundation + [janes, rejected, sam]
    #expect(try status(made).state == .rejected)
    // Seen through another's decision is seen.
    let between = try scenario.make("jane-doe", scenario.root, hour: 5, seen: made, number: 2)
    let again = try scenario.make(
      "sam-lee", scenario.policy, hour: 6, seen: [between], number: 2)
    #expect(try status(made + [between, again]).state == .rejected)
  }

  @Test func aRejectionThatNobodyHadSeenDoesNotUndoAnApproval() throws {
    // With an old date, and pretending to know nothing of what was decided.
    let rejected = try reject(2, seen: foundation)
    let status = try status(history + [rejected])
    #expect(status.state == .inForce && status.flags == [.contested])
    #expect(status.inForce?.met == start.adding(seconds: 3 * 3600))
    #expect(status.objections.map(\.person.id) == ["bo-berg"])
    let ledger = try scenario.ledger(history + [rejected])
    #expect(ledger.entry(rejected)?.counts == true)
    #expect(ledger.entries.allSatisfy { $0.counts })
  }

  @Test func aRejectionInARoleThatNoRuleNamesHasNoWeight() throws {
    let scenario = try Scenario {
      $0.replacing(
        "[1 of chief-executive board-member, 1 of ciso board-member]", with: "[1 of ciso]")
    }
    let foundation = try scenario.foundation()
    let rejected = try scenario.make(
      "jane-doe", scenario.policy, hour: 3, seen: foundation, decision: .reject)
    let draft = try scenario.ledger(foundation + [rejected])
    #expect(draft.verdict == .valid && draft.entry(rejected)?.counts == false)
    #expect(try scenario.status(draft).state == .draft)
    let sam = try scenario.make(
      "sam-lee", scenario.policy, hour: 4, seen: foundation + [rejected])
    let status = try scenario.status(scenario.ledger(foundation + [rejected, sam]))
    #expect(status.state == .inForce && status.flags == [] && status.objections.isEmpty)
  }

  @Test func aWithdrawnRejectionDoesNotWeigh() throws {
    let rejected = try reject(2, seen: foundation)
    let jane = try scenario.make(
      "jane-doe", scenario.policy, hour: 3, seen: foundation + [rejected])
    let sam = try scenario.make(
      "sam-lee", scenario.policy, hour: 4, seen: foundation + [rejected])
    #expect(try status(foundation + [rejected, jane, sam]).state == .rejected)
    let withdrawn = try scenario.withdraw(
      rejected, by: "bo-berg", hour: 5, seen: foundation + [rejected, jane, sam])
    let ledger = try scenario.ledger(foundation + [rejected, jane, sam, withdrawn])
    let status = try scenario.status(ledger)
    #expect(status.state == .inForce && status.flags == [] && status.objections.isEmpty)
    // Only from then on: until then it was sent back.
    #expect(status.inForce?.met == start.adding(seconds: 5 * 3600))
    #expect(ledger.entry(rejected)?.counts == false && ledger.entry(withdrawn)?.counts == true)
    let before = try scenario.ledger(
      foundation + [rejected, jane, sam, withdrawn], asOf: start.adding(seconds: 4 * 3600))
    #expect(try scenario.status(before).state == .rejected)
  }

  @Test func aRejectionThatWasDeletedIsMissing() throws {
    let rejected = try reject(3, seen: foundation + [janes])
    let sam = try scenario.make("sam-lee", scenario.policy, hour: 4, seen: foundation + [rejected])
    let ledger = try scenario.ledger(foundation + [janes, sam])
    #expect(ledger.verdict == .invalid && ledger.missing.map(\.id) == [rejected.id])
    let status = try scenario.status(ledger)
    #expect(status.state == .indeterminate && status.inForce == nil)
  }

  @Test func onesOwnApprovalDoesNotUndoOnesRejection() throws {
    let rejected = try reject(3, seen: foundation + [janes])
    let bo = try scenario.make(
      "bo-berg", scenario.policy, hour: 4, seen: foundation + [janes, rejected])
    #expect(try status(foundation + [janes, rejected, bo]).state == .rejected)
  }

  // MARK: Withdrawals

  @Test func anApprovalThatWasWithdrawnInTimeDoesNotCount() throws {
    let withdrawn = try scenario.withdraw(
      janes, by: "jane-doe", hour: 3, seen: foundation + [janes])
    let alone = try scenario.ledger(foundation + [janes, withdrawn])
    #expect(try scenario.status(alone).state == .draft)
    #expect(try scenario.status(alone).missing.count == 2)
    #expect(alone.entry(janes)?.counts == false && alone.entry(withdrawn)?.counts == true)
    let sam = try scenario.make(
      "sam-lee", scenario.policy, hour: 4, seen: foundation + [janes, withdrawn])
    let made = foundation + [janes, withdrawn, sam]
    let partial = try status(made)
    #expect(partial.state == .partial && partial.approvals.map(\.person.id) == ["sam-lee"])
    // One may approve again.
    let again = try scenario.make("jane-doe", scenario.policy, hour: 5, seen: made, number: 2)
    let status = try status(made + [again])
    #expect(status.state == .inForce && status.flags == [])
    #expect(status.inForce?.met == start.adding(seconds: 5 * 3600))
    #expect(status.approvals.map(\.id) == [sam.id, again.id])
  }

  @Test(arguments: [Int64(2), 3, 500])
  func aWithdrawalThatPretendsNotToHaveSeenTheApprovalIsWithoutEffect(_ hour: Int64) throws {
    let withdrawn = try scenario.withdraw(
      janes, by: "jane-doe", hour: hour, seen: foundation + [janes])
    let ledger = try scenario.ledger(history + [withdrawn])
    let status = try scenario.status(ledger)
    #expect(status.state == .inForce && status.flags == [.contested])
    #expect(status.inForce?.met == start.adding(seconds: 3 * 3600))
    #expect(status.approvals.map(\.id) == [janes.id, sams.id])
    #expect(ledger.entries.allSatisfy { $0.counts })
  }

  @Test func aWithdrawalOfAnApprovalThatWasNotNeededChangesNothing() throws {
    let bo = try scenario.make("bo-berg", scenario.policy, hour: 4, seen: history)
    let withdrawn = try scenario.withdraw(bo, by: "bo-berg", hour: 5, seen: history + [bo])
    let status = try status(history + [bo, withdrawn])
    #expect(status.state == .inForce && status.flags == [])
    #expect(status.approvals.map(\.person.id) == ["jane-doe", "sam-lee"])
  }

  @Test func whatWasApprovedOnceStaysApprovedThoughAnotherApprovesInItsPlace() throws {
    let withdrawn = try scenario.withdraw(
      janes, by: "jane-doe", hour: 3, seen: foundation + [janes])
    let bo = try scenario.make("bo-berg", scenario.policy, hour: 9, seen: history + [withdrawn])
    let status = try status(history + [withdrawn, bo])
    #expect(status.state == .inForce && status.flags == [])
    #expect(status.inForce?.met == start.adding(seconds: 3 * 3600))
    #expect(status.approvals.map(\.person.id) == ["sam-lee", "bo-berg"])
  }

  @Test func twoWhoWithdrewWithoutKnowingOfEachOtherBothCount() throws {
    // Both stood at the same time, as far as either knew.
    let sam = try scenario.make("sam-lee", scenario.policy, hour: 3, seen: foundation)
    let withdrawn = [
      try scenario.withdraw(janes, by: "jane-doe", hour: 4, seen: foundation + [janes]),
      try scenario.withdraw(sam, by: "sam-lee", hour: 4, seen: foundation + [sam]),
    ]
    #expect(try status(foundation + [janes, sam] + withdrawn).flags == [.contested])
    // But not where one had seen that the other withdrew.
    let later = try scenario.make(
      "sam-lee", scenario.policy, hour: 5, seen: foundation + [withdrawn[0]])
    let gone = try scenario.withdraw(later, by: "sam-lee", hour: 6, seen: [later])
    #expect(try status(foundation + [janes, withdrawn[0], later, gone]).state == .draft)
  }

  @Test func aWithdrawalNamesOneDecisionOfTheSamePersonOnTheSameText() throws {
    let other = scenario.policy.replacing("We protect", with: "We guard")
    let next = scenario.policy.replacing("version: 1.0", with: "version: 1.1")
    let bo = try scenario.make("bo-berg", other, hour: 3, seen: foundation)
    let own = try scenario.withdraw(bo, by: "bo-berg", on: other, hour: 4, seen: [bo])
    let cases: [(String, Made, Text)] = [
      ("a colleague's", janes, scenario.policy), ("on another text", bo, scenario.policy),
      ("on another version", bo, next), ("a withdrawal", own, other),
    ]
    for (name, decision, text) in cases {
      let made = foundation + [janes, bo, own]
      let withdrawn = try scenario.withdraw(
        decision, by: "bo-berg", on: text, hour: 5, seen: made, number: 2)
      let entry = try #require(scenario.ledger(made + [withdrawn]).entry(withdrawn))
      #expect(entry.issue?.reason == .withdrawsMismatch && entry.verdict == .invalid, "\(name)")
      let status = try scenario.status(scenario.ledger(made + [withdrawn]))
      #expect(status.approvals.map(\.id) == [janes.id], "\(name)")
    }
    let unsound = try scenario.make("bo-berg", scenario.policy, hour: 4, seen: foundation) {
      $0.tagger.name = "Bo"
    }
    let withdrawn = try scenario.withdraw(unsound, by: "bo-berg", hour: 5)
    let ledger = try scenario.ledger(foundation + [unsound, withdrawn])
    #expect(ledger.entry(withdrawn)?.issue?.reason == .withdrawsMismatch)
  }

  @Test func whatIsWithdrawnCountsAsSeen() throws {
    // Named by the withdrawal alone.
    let withdrawn = try scenario.withdraw(janes, by: "jane-doe", hour: 3)
    let gone = try scenario.ledger(foundation + [withdrawn])
    #expect(gone.missing.map(\.id) == [janes.id] && gone.missing.map(\.name) == [nil])
    #expect(gone.missing.map(\.seenBy) == [[withdrawn.id]])
    #expect(try scenario.status(gone).state == .indeterminate)
    #expect(try scenario.status(gone, of: scenario.root).state == .inForce)
    let ledger = try scenario.ledger(foundation + [janes, withdrawn])
    #expect(ledger.verdict == .valid)
    let leaves = ledger.seen(deciding: .governance).map(\.statement)
    #expect(leaves.contains(withdrawn.id) && !leaves.contains(janes.id))
    let early = try scenario.withdraw(janes, by: "jane-doe", hour: 1)
    let contradicted = try scenario.ledger(foundation + [janes, early])
    #expect(contradicted.entry(early)?.issue?.reason == .timeContradicted)
    #expect(try scenario.status(contradicted).state == .partial)
  }

  // MARK: People and rules

  @Test func theRootCanBeSentBackAndItsApprovalsWithdrawn() throws {
    let jane = history[0]
    let rejected = try scenario.make(
      "bo-berg", scenario.root, hour: 1, seen: [jane], decision: .reject)
    let sam = try scenario.make("sam-lee", scenario.root, hour: 2, seen: [jane, rejected])
    let ledger = try scenario.ledger([jane, rejected, sam])
    #expect(!ledger.isRootApproved)
    #expect(try scenario.status(ledger, of: scenario.root).state == .rejected)
    let undone = try scenario.withdraw(
      rejected, by: "bo-berg", on: scenario.root, hour: 3, seen: [sam])
    let approved = try scenario.ledger([jane, rejected, sam, undone])
    #expect(approved.isRootApproved && approved.verdict == .valid)
    #expect(approved.chain.map(\.since) == [start.adding(seconds: 3 * 3600)])

    let withdrawn = try scenario.withdraw(
      jane, by: "jane-doe", on: scenario.root, hour: 1, seen: [jane])
    let later = try scenario.make("sam-lee", scenario.root, hour: 2, seen: [jane, withdrawn])
    #expect(try !scenario.ledger([jane, withdrawn, later]).isRootApproved)
  }

  @Test func whatComesTooLateDoesNotUndoTheRoot() throws {
    let late = [
      try scenario.withdraw(
        history[0], by: "jane-doe", on: scenario.root, hour: 0, seen: [history[0]]),
      try scenario.make("bo-berg", scenario.root, hour: 0, decision: .reject),
    ]
    for pinned in [true, false] {
      let ledger = try scenario.ledger(history + late, pinned: pinned)
      #expect(ledger.isRootApproved && ledger.root == scenario.root.digest)
      #expect(ledger.chain.map(\.since) == [start.adding(seconds: 3600)])
      #expect(try scenario.status(ledger).state == .inForce)
      #expect(try scenario.status(ledger, of: scenario.root).flags == [.contested])
    }
  }

  // MARK: One person, one place

  @Test func onePersonWithTwoKeysAndTwoApprovalsFillsOnePlace() throws {
    let keys = scenario.keys
    let scenario = try Scenario {
      $0.replacing(
        "      - ssh: \(try keys.line("bo-berg"))",
        with:
          "      - ssh: \(try keys.line("bo-berg"))\n      - ssh: \(try keys.line("another"))")
    }
    let foundation = try scenario.foundation()
    let one = try scenario.make("bo-berg", scenario.policy, hour: 3, seen: foundation)
    let two = try scenario.make(
      "bo-berg", scenario.policy, hour: 4, seen: foundation, number: 2
    ) { draft in
      draft.signer = "another"
      draft.key = .ssh(try keys.fingerprint("another"))
    }
    let ledger = try scenario.ledger(foundation + [one, two])
    #expect(ledger.verdict == .valid)
    let status = try scenario.status(ledger)
    #expect(status.state == .partial && status.approvals.map(\.id) == [two.id])
  }

  // MARK: What may be withdrawn

  @Test func whatCanStillBeWithdrawnIsListed() throws {
    let id: Identifier = "information-security"
    let rejected = try reject(3, seen: foundation + [janes])
    let ledger = try scenario.ledger(foundation + [janes, rejected])
    let jane = try ledger.withdrawable(
      by: "jane-doe", of: id, version: Version(1, 0), history: nobodyWrote)
    #expect(jane.map(\.statement.id) == [janes.id] && jane.map(\.refusal) == [nil])
    let bo = try ledger.withdrawable(
      by: "bo-berg", of: id, version: Version(1, 0), history: nobodyWrote)
    #expect(bo.map(\.statement.id) == [rejected.id] && bo.map(\.refusal) == [nil])
    let none = try ledger.withdrawable(
      by: "jane-doe", of: id, version: Version(1, 1), history: nobodyWrote)
    #expect(none.isEmpty)
    let withdrawn = try scenario.withdraw(janes, by: "jane-doe", hour: 4, seen: [janes])
    let gone = try scenario.ledger(foundation + [janes, withdrawn]).withdrawable(
      by: "jane-doe", of: id, version: Version(1, 0), history: nobodyWrote)
    #expect(gone.isEmpty)
    let approved = try scenario.ledger(history).withdrawable(
      by: "jane-doe", of: id, version: Version(1, 0), history: nobodyWrote)
    #expect(
      approved.map(\.refusal) == [
        "it was approved on 21 November 2026, and an approval that is complete cannot be undone"
      ])
  }
}
