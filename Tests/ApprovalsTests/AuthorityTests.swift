import Documents
import Objects
import Testing

@testable import Approvals

/// For which governance versions a decision counts, when people, keys and roles change.
@Suite struct AuthorityTests {
  private let scenario: Scenario
  private let founding: [Made]

  init() throws {
    scenario = try Scenario.overTime()
    founding = try scenario.foundation()
  }

  /// The first version without Bo.
  private func withoutBo(_ known: [Made] = []) -> Text {
    scenario.successor(of: scenario.root, "1.1", closing: known) { $0.without("bo-berg") }
  }

  private func reason(_ made: Made, _ ledger: Ledger) -> Reason? {
    ledger.entry(made)?.issue?.reason
  }

  // MARK: Who stays

  @Test func whatSomebodyWhoStaysSignedOfflineCounts() throws {
    let next = try scenario.successor(of: scenario.root, "1.1", closing: founding) {
      try $0.with("kim-wu", "board-member")
    }
    let change = try scenario.approve(next, by: ["jane-doe", "bo-berg"], hour: 5, seen: founding)
    // Sam signs before, unseen; Kim after, without having seen it.
    let sam = try scenario.make("sam-lee", scenario.policy, hour: 2, seen: founding)
    let kim = try scenario.make(
      "kim-wu", scenario.policy, hour: 8, seen: founding + change, under: next)
    let ledger = try scenario.ledger(founding + change + [sam, kim])
    #expect(ledger.verdict == .valid && ledger.entries.allSatisfy { $0.verdict == .valid })
    #expect(try scenario.state(ledger) == .inForce)
  }

  @Test func twoWhoSignOfflineAtTheSameTimeDoNotConflict() throws {
    let next = withoutBo(founding)
    let jane = try scenario.make("jane-doe", next, hour: 5, seen: founding)
    let sam = try scenario.make("sam-lee", next, hour: 5, seen: founding)
    let policy = try ["jane-doe", "sam-lee"].map {
      try scenario.make($0, scenario.policy, hour: 4, seen: founding)
    }
    let ledger = try scenario.ledger(founding + [jane, sam] + policy)
    #expect(ledger.chain.count == 2 && ledger.verdict == .valid)
    #expect(try scenario.state(ledger) == .inForce)
  }

  @Test func anotherNameOrAddressChangesNothing() throws {
    let next = scenario.successor(of: scenario.root, "1.1", closing: founding) {
      $0.replacing("Bo Berg", with: "Bo Lind").replacing("bo@example.org", with: "bl@example.org")
    }
    let change = try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding)
    let bo = try scenario.make("bo-berg", scenario.topic("other"), hour: 3, seen: founding)
    let ledger = try scenario.ledger(founding + change + [bo])
    #expect(ledger.verdict == .valid)
    #expect(try scenario.state(ledger, of: scenario.topic("other")) == .inForce)
  }

  /// Whoever dated a decision wrong may take it back: what serves no version is nothing else than that.
  @Test func whatIsDatedBeforeItsPeopleAndRulesMayBeWithdrawn() throws {
    let next = scenario.successor(of: scenario.root, "1.1", closing: founding)
    let change = try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding)
    let known = founding + change
    func withdrawn(_ seen: [Made]) throws -> (early: Made, Ledger, Reason?) {
      let early = try scenario.make(
        "sam-lee", scenario.policy, hour: 3, seen: seen, under: next)
      let undone = try scenario.make(
        "sam-lee", scenario.policy, hour: 9, seen: known + [early], decision: .withdraw, under: next
      ) { $0.withdraws = early.id }
      let ledger = try scenario.ledger(known + [early, undone])
      return (early, ledger, reason(undone, ledger))
    }
    let (early, ledger, ofWithdrawal) = try withdrawn(founding)
    #expect(reason(early, ledger) == .timeContradicted && ofWithdrawal == nil)
    // One that is dated before what it names is wrong by itself.
    let (wrong, other, ofOther) = try withdrawn(known)
    #expect(reason(wrong, other) == .timeContradicted && ofOther == .withdrawsMismatch)
  }

  // MARK: Who leaves

  @Test func whatALeaverDecidedBeforeStays() throws {
    let policy = try scenario.approve(
      scenario.policy, by: ["bo-berg", "sam-lee"], hour: 2, seen: founding)
    let next = withoutBo(founding + policy)
    let change = try scenario.approve(
      next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding + policy)
    let ledger = try scenario.ledger(founding + policy + change)
    #expect(ledger.verdict == .valid && ledger.entries.allSatisfy { $0.verdict == .valid })
    let status = try scenario.status(ledger)
    #expect(status.state == .inForce && status.inForce?.met == hour(3))
  }

  @Test func whatALeaverSignsAfterwardsWithAnOldDateDoesNotCount() throws {
    let next = withoutBo(founding)
    let sam = try scenario.make("sam-lee", scenario.policy, hour: 2, seen: founding)
    let change = try scenario.approve(
      next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding + [sam])
    let rogue = try scenario.make("bo-berg", scenario.policy, hour: 3, seen: founding + [sam])
    let ledger = try scenario.ledger(founding + [sam] + change + [rogue])
    #expect(reason(rogue, ledger) == .noLongerEntitled)
    #expect(ledger.entry(rogue)?.verdict == .untrusted && ledger.verdict == .invalid)
    let message = try #require(ledger.entry(rogue)?.issue?.message)
    #expect(message.contains("Bo Berg") && message.hasSuffix("."), "\(message)")
    for word in ["genesis", "ledger", "HEAD", "ref", "serve"] {
      #expect(!message.split(separator: " ").contains(word[...]), "\(message)")
    }
    #expect(try scenario.state(ledger) == .partial)
    // Without the change it would have counted.
    #expect(try scenario.state(scenario.ledger(founding + [sam, rogue])) == .inForce)
  }

  @Test func whatTheNewVersionClosesBelongsToTheOldOne() throws {
    let bo = try scenario.make("bo-berg", scenario.policy, hour: 2, seen: founding)
    let sam = try scenario.make("sam-lee", scenario.policy, hour: 3, seen: founding + [bo])
    for (closed, counts) in [([bo, sam], true), ([sam], true), ([bo], false), ([], false)] {
      // The approvers name none of it themselves.
      let next = withoutBo(closed)
      let change = try scenario.approve(
        next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding)
      let ledger = try scenario.ledger(founding + [bo, sam] + change)
      #expect(ledger.chain.count == 2)
      // Bo's is closed, or seen by one that is.
      let expected: Reason? = closed.isEmpty ? .noLongerEntitled : nil
      #expect(reason(bo, ledger) == expected, "\(closed.map(\.name))")
      // Sam's counts for the new version at least; only with both under the old one is it approved.
      #expect(reason(sam, ledger) == nil)
      #expect(try (scenario.state(ledger) == .inForce) == counts)
    }
  }

  @Test func whatWasSeenThroughAnotherBelongsToo() throws {
    let bo = try scenario.make("bo-berg", scenario.policy, hour: 2, seen: founding)
    let sam = try scenario.make("sam-lee", scenario.topic("other"), hour: 3, seen: founding + [bo])
    let next = withoutBo()
    for (seen, belongs) in [(founding + [sam], true), (founding, false)] {
      let change = try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 5, seen: seen)
      let ledger = try scenario.ledger(founding + [bo, sam] + change)
      #expect((reason(bo, ledger) == nil) == belongs)
      #expect(reason(sam, ledger) == nil)
    }
  }

  @Test func aQuorumMustHaveSeenIt() throws {
    let bo = try scenario.make("bo-berg", scenario.policy, hour: 2, seen: founding)
    let next = withoutBo()
    let jane = try scenario.make("jane-doe", next, hour: 5, seen: founding + [bo])
    let blind = try scenario.make("sam-lee", next, hour: 6, seen: founding)
    let half = try scenario.ledger(founding + [bo, jane, blind])
    #expect(half.chain.count == 2)
    #expect(reason(bo, half) == .noLongerEntitled)
    let sam = try scenario.make("sam-lee", next, hour: 6, seen: founding + [bo])
    let whole = try scenario.ledger(founding + [bo, jane, sam])
    #expect(reason(bo, whole) == nil && whole.verdict == .valid)
  }

  @Test func aSecondSignatureDoesNotLaunderUnderARuleOfTwo() throws {
    let next = withoutBo()
    let change = try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding)
    let rogue = try scenario.make("bo-berg", scenario.topic("other"), hour: 2, seen: founding)
    let known = founding + change + [rogue]
    let sam = try scenario.make("sam-lee", next, hour: 8, seen: known, number: 2)
    let jane = try scenario.make("jane-doe", next, hour: 9, seen: known + [sam], number: 2)
    let own = try scenario.make("bo-berg", next, hour: 3, seen: founding + [rogue])
    for further in [[sam], [sam, jane], [own], [own, sam], [own, sam, jane]] {
      let ledger = try scenario.ledger(known + further)
      #expect(ledger.chain.count == 2)
      #expect(reason(rogue, ledger) == .noLongerEntitled, "\(further.map(\.name))")
      #expect(try scenario.state(ledger, of: scenario.topic("other")) != .inForce)
      #expect(further.allSatisfy { ledger.entry($0)?.verdict == .valid })
    }
  }

  @Test func aSecondSignatureDoesNotLaunderUnderARuleOfOne() throws {
    let scenario = try Scenario.overTime {
      $0.deciding(by: "require: [1 of chief-executive board-member ciso]")
    }
    let founding = try scenario.foundation()
    let next = scenario.successor(of: scenario.root, "1.1") { $0.without("bo-berg") }
    let jane = try scenario.make("jane-doe", next, hour: 5, seen: founding)
    let rogue = try scenario.make("bo-berg", scenario.topic("other"), hour: 2, seen: founding)
    let own = try scenario.make("bo-berg", next, hour: 3, seen: founding + [rogue])
    let ledger = try scenario.ledger(founding + [jane, rogue, own])
    #expect(ledger.chain.count == 2)
    #expect(reason(rogue, ledger) == .noLongerEntitled)
    #expect(ledger.entry(own)?.verdict == .valid)
    #expect(try scenario.state(ledger, of: scenario.topic("other")) != .inForce)
    // He who decides on his own leaving, alone, decides under the old version what he had decided.
    let alone = try scenario.ledger(founding + [rogue, own])
    #expect(alone.chain.count == 2 && reason(rogue, alone) == nil)
  }

  @Test func whoLeftDoesNotTakeAwayWhatOthersHadSeen() throws {
    // Decided between drafting and approval, so that only the approval tells of it.
    let scenario = try Scenario.overTime {
      $0.deciding(by: "require: [1 of chief-executive board-member ciso]")
    }
    let founding = try scenario.foundation()
    let next = scenario.successor(of: scenario.root, "1.1", closing: founding) {
      $0.without("bo-berg").without("sam-lee")
    }
    let bo = try scenario.make("bo-berg", scenario.topic("other"), hour: 4, seen: founding)
    let jane = try scenario.make("jane-doe", next, hour: 5, seen: founding + [bo])
    // Sam, who left too, approves the version late, and as one who had not seen it.
    let sam = try scenario.make("sam-lee", next, hour: 2, seen: founding)
    for made in [founding + [bo, jane], founding + [bo, jane, sam]] {
      let ledger = try scenario.ledger(made)
      #expect(ledger.chain.count == 2 && ledger.verdict == .valid)
      #expect(reason(bo, ledger) == nil)
      #expect(try scenario.state(ledger, of: scenario.topic("other")) == .inForce)
    }
  }

  @Test func decisionsOnTheNextVersionCountWhoeverLeavesWithIt() throws {
    let next = withoutBo()
    let jane = try scenario.make("jane-doe", next, hour: 5, seen: founding)
    let bo = try scenario.make("bo-berg", next, hour: 6, seen: founding + [jane])
    let ledger = try scenario.ledger(founding + [jane, bo])
    #expect(ledger.chain.count == 2 && ledger.verdict == .valid)
    #expect(ledger.chain.last?.approvals.map(\.person.id) == ["jane-doe", "bo-berg"])
    #expect(try scenario.state(ledger, of: next) == .inForce)
    // One more that nobody saw.
    let sam = try scenario.make("sam-lee", next, hour: 6, seen: founding)
    let more = try scenario.ledger(founding + [jane, bo, sam])
    #expect(more.verdict == .valid)
  }

  @Test func whoComesBackComesBackWithoutWhatHeSignedMeanwhile() throws {
    let next = withoutBo(founding)
    var made = founding
    made += try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 5, seen: made)
    let back = try scenario.successor(of: next, "1.2", closing: made) {
      try $0.with("bo-berg", "board-member").replacing("bo-berg@", with: "bo@")
    }
    made += try scenario.approve(
      back, by: ["jane-doe", "sam-lee"], hour: 8, seen: made, under: next)
    let old = try scenario.make("bo-berg", scenario.topic("other"), hour: 3, seen: founding)
    let new = try scenario.make(
      "bo-berg", scenario.topic("third"), hour: 10, seen: made, under: back)
    let ledger = try scenario.ledger(made + [old, new])
    #expect(ledger.chain.count == 3)
    #expect(reason(old, ledger) == .noLongerEntitled)
    #expect(try scenario.state(ledger, of: scenario.topic("third")) == .inForce)
  }

  @Test func aRejectionStaysWhenItsAuthorLeaves() throws {
    let reject = try scenario.make(
      "bo-berg", scenario.policy, hour: 2, seen: founding, decision: .reject)
    let jane = try scenario.make("jane-doe", scenario.policy, hour: 3, seen: founding + [reject])
    let next = withoutBo(founding + [reject, jane])
    let change = try scenario.approve(
      next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding + [reject, jane])
    let known = founding + [reject, jane] + change
    let ledger = try scenario.ledger(known)
    #expect(reason(reject, ledger) == nil)
    #expect(try scenario.state(ledger) == .rejected)
    // One that came too late weighs nothing.
    let other = scenario.topic("other")
    let late = try scenario.make("bo-berg", other, hour: 2, seen: founding, decision: .reject)
    let sam = try scenario.make("sam-lee", other, hour: 8, seen: known + [late], under: next)
    let after = try scenario.ledger(known + [late, sam])
    #expect(reason(late, after) == .noLongerEntitled)
    #expect(try scenario.state(after, of: other) == .inForce)
  }

  // MARK: Keys and roles

  @Test func aSoleExecutiveChangesHerKey() throws {
    let scenario = try Scenario.overTime {
      $0.without("sam-lee").without("bo-berg").deciding(by: "require: [1 of chief-executive]")
        .policies(by: "require: [1 of chief-executive]")
    }
    let root = try scenario.make("jane-doe", scenario.root, hour: 0)
    let policy = try scenario.make("jane-doe", scenario.policy, hour: 2, seen: [root])
    let next = try scenario.successor(of: scenario.root, "1.1", closing: [root, policy]) {
      try $0.replacing(key: "jane-doe", by: "jane-doe-2")
        .revoking(("jane-doe", "retired", hour(3)))
    }
    let change = try scenario.make("jane-doe", next, hour: 5, seen: [root, policy])
    let later = scenario.policy("2.0")
    let second = try scenario.make(
      "jane-doe", later, hour: 7, seen: [root, policy, change], under: next, key: "jane-doe-2")
    let ledger = try scenario.ledger([root, policy, change, second])
    #expect(ledger.verdict == .valid && ledger.chain.count == 2)
    #expect(ledger.entries.allSatisfy { $0.verdict == .valid && $0.counts })
    let status = try scenario.status(ledger)
    #expect(status.state == .superseded && status.approved.count == 2)
    #expect(try scenario.state(ledger, of: later) == .inForce)
    // What comes to light later under the old key does not count.
    let rogue = try scenario.make("jane-doe", scenario.topic("other"), hour: 3, seen: [root])
    let late = try scenario.ledger([root, policy, change, second, rogue])
    #expect(reason(rogue, late) == .noLongerEntitled)
    #expect(late.entry(policy)?.verdict == .valid && late.entry(change)?.verdict == .valid)
  }

  @Test func aKeyThatIsRevokedDoesNotDecideUnderTheFileThatSaysSo() throws {
    // It stays listed, so that whose it was is known.
    let next = try scenario.successor(of: scenario.root, "1.1", closing: founding) {
      try $0.revoking(("bo-berg", "retired", hour(3)))
    }
    let early = try scenario.make("bo-berg", scenario.topic("early"), hour: 2, seen: founding)
    let unseen = try scenario.make("bo-berg", scenario.topic("unseen"), hour: 2, seen: founding)
    let change = try scenario.approve(
      next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding + [early])
    let known = founding + [early] + change
    let after = try scenario.make(
      "bo-berg", scenario.topic("after"), hour: 8, seen: known, under: next)
    let ledger = try scenario.ledger(known + [unseen, after])
    #expect(reason(early, ledger) == nil)
    #expect(reason(unseen, ledger) == .noLongerEntitled)
    #expect(reason(after, ledger) == .keyRevoked)
    #expect(ledger.entry(after)?.verdict == .untrusted)
    let states = try ["early", "unseen", "after"].map {
      try scenario.state(ledger, of: scenario.topic($0)) == .inForce
    }
    #expect(states == [true, false, false])
  }

  @Test func aKeyOfWhichMoreIsAskedIsAnotherEntry() throws {
    let key = "security-key-of-bo"
    let scenario = try Scenario.overTime { try $0.replacing(key: "bo-berg", by: key) }
    let founding = try scenario.foundation()
    let line = try Keyring.software.line(key)
    let next = scenario.successor(of: scenario.root, "1.1", closing: founding) {
      $0.replacing(line, with: line + "\n        user-verification: required")
    }
    let kept = scenario.successor(of: scenario.root, "1.1", closing: founding)
    let bo = try scenario.make(
      "bo-berg", scenario.topic("other"), hour: 2, seen: founding, key: key)
    for (next, expected) in [(next, Reason.noLongerEntitled), (kept, nil)] {
      let change = try scenario.approve(
        next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding)
      let ledger = try scenario.ledger(founding + change + [bo])
      #expect(ledger.chain.count == 2)
      #expect(reason(bo, ledger) == expected)
    }
    let seen = try scenario.approve(
      next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding + [bo])
    let ledger = try scenario.ledger(founding + [bo] + seen)
    #expect(reason(bo, ledger) == nil)
    #expect(try scenario.state(ledger, of: scenario.topic("other")) == .inForce)
  }

  @Test func aRoleThatWasTakenDoesNotCountAnyMore() throws {
    let scenario = try Scenario.overTime {
      $0.replacing("roles: [ciso]", with: "roles: [ciso, board-member]")
    }
    let founding = try scenario.foundation()
    let next = scenario.successor(of: scenario.root, "1.1", closing: founding) {
      $0.replacing("roles: [ciso, board-member]", with: "roles: [board-member]")
    }
    let change = try scenario.approve(next, by: ["jane-doe", "bo-berg"], hour: 5, seen: founding)
    for (role, expected) in [("ciso" as RoleID, Reason.noLongerEntitled), ("board-member", nil)] {
      let sam = try scenario.make(
        "sam-lee", scenario.topic("other"), hour: 2, seen: founding, role: role)
      let ledger = try scenario.ledger(founding + change + [sam])
      #expect(reason(sam, ledger) == expected)
      #expect(
        try (scenario.state(ledger, of: scenario.topic("other")) == .inForce) == (expected == nil))
    }
  }

  // MARK: Rules that change

  /// From now on two must approve a policy of any level, and three the top policy.
  private func stricter(_ known: [Made]) -> Text {
    scenario.successor(of: scenario.root, "1.1", closing: known) {
      $0.policies(by: "require: [3 of chief-executive board-member ciso]")
    }
  }

  @Test func whatWasApprovedStaysApprovedUnderStricterRules() throws {
    let history = try scenario.history()
    let next = stricter(history)
    let change = try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 5, seen: history)
    let ledger = try scenario.ledger(history + change)
    let status = try scenario.status(ledger)
    #expect(status.state == .inForce && status.inForce?.met == hour(3))
  }

  @Test func whatWasBegunIsCompletedUnderTheStricterRules() throws {
    let jane = try scenario.make("jane-doe", scenario.policy, hour: 2, seen: founding)
    var made = founding + [jane]
    let next = stricter(made)
    made += try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 5, seen: made)
    // Begun under the old rules, for which it would have been enough.
    let sam = try scenario.make("sam-lee", scenario.policy, hour: 8, seen: made, under: next)
    let partial = try scenario.status(scenario.ledger(made + [sam]))
    #expect(partial.state == .partial && partial.missing.count == 1)
    #expect(partial.missing.first?.contains("Bo Berg") == true, "\(partial.missing)")
    let offline = try scenario.make("sam-lee", scenario.policy, hour: 4, seen: founding)
    #expect(try scenario.state(scenario.ledger(made + [offline])) == .partial)
    let bo = try scenario.make(
      "bo-berg", scenario.policy, hour: 9, seen: made + [sam], under: next)
    let whole = try scenario.status(scenario.ledger(made + [sam, bo]))
    #expect(whole.state == .inForce && whole.inForce?.met == hour(9))
  }

  @Test func whatSomeApproversHadNotSeenApprovedIsJudgedAnew() throws {
    let history = try scenario.history()
    let next = stricter(founding)
    let change = try scenario.approve(next, by: ["jane-doe", "bo-berg"], hour: 5, seen: founding)
    let ledger = try scenario.ledger(history + change)
    #expect(ledger.verdict == .valid)
    #expect(try scenario.state(ledger) == .partial)
    let bo = try scenario.make(
      "bo-berg", scenario.policy, hour: 8, seen: history + change, under: next)
    #expect(try scenario.state(scenario.ledger(history + change + [bo])) == .inForce)
  }

  @Test func weakerRulesServeWhatWasBegunBefore() throws {
    let jane = try scenario.make("jane-doe", scenario.policy, hour: 2, seen: founding)
    let made = founding + [jane]
    let next = scenario.successor(of: scenario.root, "1.1", closing: made) {
      $0.policies(by: "require: [1 of chief-executive]")
    }
    let change = try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 5, seen: made)
    let status = try scenario.status(scenario.ledger(made + change))
    #expect(status.state == .inForce)
    let then = try scenario.ledger(made + change, asOf: hour(5))
    #expect(try scenario.state(then) == .partial)
    #expect(status.inForce?.met == hour(6))
  }

  @Test func newPeopleReviewAndRetireWhatOthersApproved() throws {
    let history = try scenario.history()
    let next = try scenario.successor(of: scenario.root, "1.1", closing: history) {
      try $0.without("jane-doe").with("kim-wu", "chief-executive")
    }
    let made =
      try history
      + scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 5, seen: history)
    var after: [Made] = []
    for decision in [Decision.reaffirm, .retire] {
      for person in ["kim-wu", "sam-lee"] {
        after.append(
          try scenario.make(
            person, scenario.policy, hour: 8 + Int64(after.count), seen: made + after,
            decision: decision, under: next))
      }
    }
    #expect(try scenario.status(scenario.ledger(made)).reviews.isEmpty)
    let reviewed = try scenario.status(scenario.ledger(made + after.prefix(2)))
    #expect(reviewed.state == .inForce && reviewed.reviews.map(\.completed) == [hour(9)])
    #expect(try scenario.state(scenario.ledger(made + after.prefix(3))) == .inForce)
    let retired = try scenario.ledger(made + after)
    #expect(retired.verdict == .valid)
    #expect(try scenario.state(retired) == .retired)
    // Jane, who left, retires nothing afterwards.
    let rogue = try scenario.make(
      "jane-doe", scenario.policy, hour: 4, seen: history, decision: .retire)
    let late = try scenario.ledger(made + after.prefix(2) + [rogue, after[3]])
    #expect(reason(rogue, late) == .noLongerEntitled)
    #expect(late.missing.map(\.id) == [after[2].id])
    let sam = try scenario.make(
      "sam-lee", scenario.policy, hour: 12, seen: made, decision: .retire, under: next, number: 2)
    let alone = try scenario.ledger(made + [rogue, sam])
    #expect(try scenario.state(alone) == .inForce)
  }

  // MARK: Under what never came into force

  @Test func underRulesThatNeverCameIntoForceNothingCounts() throws {
    let next = try scenario.successor(of: scenario.root, "1.1", closing: founding) {
      try $0.with("kim-wu", "board-member")
    }
    let half = try scenario.approve(next, by: ["jane-doe"], hour: 5, seen: founding)
    let kim = try scenario.make(
      "kim-wu", scenario.topic("other"), hour: 8, seen: founding + half, under: next)
    for head in [scenario.root, next] {
      let ledger = try scenario.ledger(founding + half + [kim], head: head)
      #expect(reason(kim, ledger) == .governanceNotInForce)
      #expect(ledger.entry(kim)?.verdict == .untrusted && ledger.verdict == .invalid)
      #expect(try scenario.state(ledger, of: scenario.topic("other")) == .draft)
    }
    // Only its being written, with nobody's approval, makes it no better.
    let bare = try scenario.make(
      "kim-wu", scenario.topic("other"), hour: 8, seen: founding, under: next)
    #expect(
      reason(bare, try scenario.ledger(founding + [bare], head: next)) == .governanceNotInForce)
    // Where nobody has the file, it cannot be told.
    let unknown = try scenario.ledger(founding + [bare])
    #expect(reason(bare, unknown) == .governanceMissing)
    #expect(unknown.verdict == .indeterminate)
  }

  @Test func whileADecisionOnPeopleAndRulesIsMissingItCannotBeTold() throws {
    let next = try scenario.successor(of: scenario.root, "1.1", closing: founding) {
      try $0.with("kim-wu", "board-member")
    }
    let change = try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding)
    let kim = try scenario.make(
      "kim-wu", scenario.topic("other"), hour: 8, seen: founding + change, under: next)
    let bo = try scenario.make(
      "bo-berg", scenario.topic("third"), hour: 8, seen: founding + change)
    let ledger = try scenario.ledger(founding + [change[0], kim, bo])
    #expect(ledger.missing.map(\.id) == [change[1].id])
    #expect(reason(kim, ledger) == .governanceMissing)
    #expect(ledger.entry(kim)?.verdict == .indeterminate && ledger.verdict == .invalid)
    #expect(try scenario.state(ledger) == .indeterminate)
  }
}
