import Documents
import Objects
import Testing

@testable import Approvals

/// Reviews and retirements of approved texts.
@Suite(.enabled(if: Keyring.isInstalled)) struct ReviewTests {
  private let scenario: Scenario
  private let history: [Made]

  init() throws {
    scenario = try Scenario()
    history = try scenario.history()
  }

  /// Hours after the first decision of as many days.
  private func days(_ count: Int64) -> Int64 { 24 * count }

  private func later(_ hour: Int64) -> Instant { start.adding(seconds: 3600 * hour) }

  private func decide(
    _ decision: Decision, _ person: String, hour: Int64, seen: [Made], number: Int = 1,
    on text: Text? = nil, scenario: Scenario? = nil
  ) throws -> Made {
    try (scenario ?? self.scenario).make(
      person, text ?? self.scenario.policy, hour: hour, seen: seen, decision: decision,
      number: number)
  }

  private func status(_ made: [Made], hour: Int64, of text: Text? = nil) throws -> DocumentStatus {
    let ledger = try scenario.ledger(made, now: later(hour))
    #expect(ledger.verdict == .valid)
    return try scenario.status(ledger, of: text)
  }

  // MARK: Reviews

  @Test func aReviewIsDueAnIntervalAfterTheApprovalOrTheLastReview() throws {
    let before = try status(history, hour: days(365))
    #expect(before.inForce?.nextReview == CalendarDate("2027-11-21") && before.flags == [])
    #expect(try status(history, hour: days(366)).flags == [.reviewOverdue])

    let jane = try decide(.reaffirm, "jane-doe", hour: days(300), seen: history)
    let half = try status(history + [jane], hour: days(366))
    #expect(half.flags == [.reviewOverdue] && half.reviews.isEmpty)
    #expect(half.inForce?.openReview.map(\.person.id) == ["jane-doe"])
    #expect(half.inForce?.nextReview == CalendarDate("2027-11-21"))

    let sam = try decide(.reaffirm, "sam-lee", hour: days(310), seen: history + [jane])
    let done = try status(history + [jane, sam], hour: days(366))
    #expect(done.state == .inForce && done.flags == [])
    #expect(done.reviews.map(\.completed) == [later(days(310))])
    #expect(done.reviews.map { $0.statements.map(\.id) } == [[jane.id, sam.id]])
    #expect(done.inForce?.openReview.isEmpty == true)
    #expect(done.inForce?.nextReview == CalendarDate("2028-09-27"))
    // Who found it still right did not approve it, and need not be another than its author.
    #expect(done.inForce?.approvals.map(\.id) == [history[2].id, history[3].id])
  }

  @Test func reviewsAreRounds() throws {
    var made = history
    for (position, person) in ["sam-lee", "jane-doe", "jane-doe", "sam-lee", "jane-doe"]
      .enumerated()
    {
      made.append(
        try decide(
          .reaffirm, person, hour: days(Int64(position) * 100 + 100), seen: made,
          number: position + 1))
    }
    let ledger = try scenario.ledger(made, now: later(days(600)))
    let status = try scenario.status(ledger)
    #expect(status.reviews.map(\.completed) == [later(days(200)), later(days(400))])
    #expect(status.inForce?.openReview.map(\.id) == [made[8].id])
    #expect(ledger.entries.allSatisfy { $0.counts })
    // Of several by one person in a round the newest counts.
    let again = try decide(.reaffirm, "jane-doe", hour: days(550), seen: made, number: 6)
    let other = try scenario.ledger(made + [again], now: later(days(600)))
    #expect(other.entry(made[8])?.counts == false && other.entry(again)?.counts == true)
  }

  @Test func whatWasNotApprovedCannotBeReviewed() throws {
    let early = try ["jane-doe", "sam-lee"].map {
      try decide(.reaffirm, $0, hour: 2, seen: Array(history.prefix(2)))
    }
    let ledger = try scenario.ledger(history + early)
    #expect(ledger.verdict == .valid)
    #expect(early.allSatisfy { ledger.entry($0)?.counts == false })
    #expect(try scenario.status(ledger).reviews.isEmpty)
    let draft = try scenario.ledger(history.prefix(2) + early)
    #expect(try scenario.status(draft).state == .draft)
  }

  @Test func aWithdrawnReviewDoesNotCountUnlessItWasComplete() throws {
    let jane = try decide(.reaffirm, "jane-doe", hour: days(10), seen: history)
    let withdrawn = try scenario.withdraw(
      jane, by: "jane-doe", hour: days(11), seen: history + [jane])
    let knowing = try decide(
      .reaffirm, "sam-lee", hour: days(12), seen: history + [jane, withdrawn])
    let open = try status(history + [jane, withdrawn, knowing], hour: days(20))
    #expect(open.reviews.isEmpty)
    #expect(open.inForce?.openReview.map(\.person.id) == ["sam-lee"])
    let unknowing = try decide(.reaffirm, "sam-lee", hour: days(12), seen: history + [jane])
    let ledger = try scenario.ledger(
      history + [jane, withdrawn, unknowing], now: later(days(20)))
    #expect(try scenario.status(ledger).reviews.map(\.completed) == [later(days(12))])
    #expect(ledger.entry(jane)?.counts == true)
    let list = try ledger.withdrawable(
      by: "sam-lee", of: "information-security", version: Version(1, 0), history: nobodyWrote)
    #expect(list.map(\.statement.id) == [unknowing.id, history[3].id])
    #expect(list.allSatisfy { $0.refusal != nil })
  }

  @Test func theRuleForReviewsIsThatOfTheFile() throws {
    let own = try Scenario {
      $0.replacing("level: top}\n", with: "level: top}\n    reaffirm: [1 of ciso]\n")
    }
    let made = try own.history()
    let jane = try decide(.reaffirm, "jane-doe", hour: days(10), seen: made, scenario: own)
    let sam = try decide(.reaffirm, "sam-lee", hour: days(11), seen: made, scenario: own)
    let ledger = try own.ledger(made + [jane, sam], now: later(days(20)))
    #expect(try own.status(ledger).reviews.map { $0.statements.map(\.id) } == [[sam.id]])
    #expect(ledger.entry(jane)?.counts == false && ledger.verdict == .valid)
    // A rule asked of a document is that for what it was before, too.
    let rule = try #require(try own.governance.rules.dropFirst().first)
    #expect(rule.places(for: .reaffirm) == [["ciso"]])
    #expect(rule.places(for: .retire).count == 2 && rule.places(for: .minor).count == 2)
  }

  // MARK: Retirement

  @Test func aRetiredVersionAndAllBeforeItLeaveForce() throws {
    let second = scenario.policy.replacing("version: 1.0", with: "version: 2.0")
    let approved = try ["jane-doe", "sam-lee"].map {
      try decide(.approve, $0, hour: days(30), seen: history, on: second)
    }
    let jane = try decide(.retire, "jane-doe", hour: days(40), seen: history + approved, on: second)
    let half = try status(history + approved + [jane], hour: days(50), of: second)
    #expect(half.state == .inForce && half.retirement == nil)
    #expect(half.inForce?.openRetirement.map(\.person.id) == ["jane-doe"])
    let sam = try decide(
      .retire, "sam-lee", hour: days(41), seen: history + approved + [jane], on: second)
    let made = history + approved + [jane, sam]
    let done = try status(made, hour: days(50), of: second)
    #expect(done.state == .retired && done.inForce == nil)
    #expect(done.retirement?.since == later(days(41)))
    #expect(done.retirement?.statements.map(\.id) == [jane.id, sam.id])
    #expect(try status(made, hour: days(50)).state == .retired)
    // As of before, it was in force.
    let before = try scenario.ledger(
      made, now: later(days(50)), asOf: later(days(41)).adding(seconds: -1))
    #expect(try scenario.status(before, of: second).state == .inForce)
    // A draft of a higher version is a draft; approved, it is in force.
    let third = scenario.policy.replacing("version: 1.0", with: "version: 3.0")
    #expect(try status(made, hour: days(50), of: third).state == .draft)
    #expect(try status(made, hour: days(50)).flags == [])
    // Approving a lower one is of no use any more.
    let lower = scenario.policy.replacing("version: 1.0", with: "version: 1.1")
    let ledger = try scenario.ledger(made, now: later(days(50)))
    #expect(try scenario.status(ledger, of: lower).state == .draft)
    #expect(try ledger.awaited(by: lower.edition(), at: commit, history: nobodyWrote) == nil)
    let bo = try ledger.contribution(
      of: #require(scenario.governance.person("bo-berg")), to: lower.edition(), deciding: .approve,
      at: commit, history: nobodyWrote)
    #expect(bo.missing == ["a version higher than 2.0, which was retired"] && !bo.completes)
    let again = try ["jane-doe", "sam-lee"].map {
      try decide(.approve, $0, hour: days(60), seen: made, on: third)
    }
    #expect(try status(made + again, hour: days(70), of: third).state == .inForce)
    #expect(try status(made + again, hour: days(70)).state == .retired)
  }

  @Test func aHigherVersionIsNotTouched() throws {
    let second = scenario.policy.replacing("version: 1.0", with: "version: 2.0")
    let approved = try ["jane-doe", "sam-lee"].map {
      try decide(.approve, $0, hour: days(30), seen: history, on: second)
    }
    let retired = try ["jane-doe", "sam-lee"].map {
      try decide(.retire, $0, hour: days(40), seen: history)
    }
    let made = history + approved + retired
    #expect(try status(made, hour: days(50), of: second).state == .inForce)
    #expect(try status(made, hour: days(50)).state == .retired)
  }

  @Test func aVersionApprovedLaterThanItWasRetiredIsOutOfForceFromTheStart() throws {
    let retired = try ["jane-doe", "sam-lee"].map {
      try decide(.retire, $0, hour: 1, seen: Array(history.prefix(2)))
    }
    let done = try status(history + retired, hour: days(20))
    #expect(done.state == .retired && done.retirement?.since == later(3))
    let draft = try scenario.status(scenario.ledger(history.prefix(2) + retired))
    #expect(draft.state == .draft && draft.retirement == nil)
  }

  @Test func aWithdrawalThatComesTooLateDoesNotUndoARetirement() throws {
    let jane = try decide(.retire, "jane-doe", hour: days(10), seen: history)
    let sam = try decide(.retire, "sam-lee", hour: days(11), seen: history + [jane])
    let late = try scenario.withdraw(jane, by: "jane-doe", hour: days(10), seen: history + [jane])
    #expect(try status(history + [jane, sam, late], hour: days(20)).state == .retired)
    let knowing = try decide(.retire, "sam-lee", hour: days(11), seen: history + [jane, late])
    #expect(try status(history + [jane, knowing, late], hour: days(20)).state == .inForce)
  }

  @Test func aConflictIsSettledByRetiringIt() throws {
    let other = scenario.policy.replacing("We protect", with: "We guard")
    let others = try ["jane-doe", "sam-lee"].map {
      try decide(
        .approve, $0, hour: 4, seen: Array(history.prefix(2)), number: 2, on: other)
    }
    let made = history + others
    #expect(try status(made, hour: days(20)).state == .conflict)
    let retired = try ["jane-doe", "sam-lee"].map {
      try decide(.retire, $0, hour: days(10), seen: made)
    }
    for text in [scenario.policy, other] {
      #expect(try status(made + retired, hour: days(20), of: text).state == .retired)
    }
  }

  // MARK: What is said beforehand

  @Test func whatADecisionWouldDoIsSaidBeforehand() throws {
    func contribution(_ decision: Decision, _ person: PersonID, _ made: [Made]) throws
      -> Contribution
    {
      try scenario.ledger(made).contribution(
        of: #require(scenario.governance.person(person)), to: scenario.policy.edition(),
        deciding: decision, at: commit, history: nobodyWrote)
    }
    for decision in [Decision.reaffirm, .retire] {
      let first = try contribution(decision, "jane-doe", history)
      #expect(first.role == "chief-executive" && !first.completes && first.missing.count == 1)
      let jane = try decide(decision, "jane-doe", hour: 9, seen: history)
      let last = try contribution(decision, "sam-lee", history + [jane])
      #expect(last.role == "ciso" && last.completes && last.missing == [] && last.helps)
      let again = try contribution(decision, "jane-doe", history + [jane])
      #expect(!again.completes && !again.helps)
      let draft = try contribution(decision, "jane-doe", Array(history.prefix(2)))
      #expect(draft.role == nil && !draft.completes)
    }
    let back = try contribution(.reject, "bo-berg", Array(history.prefix(3)))
    #expect(back.role == "board-member" && back.completes)
    #expect(try !contribution(.reject, "bo-berg", history).completes)
    let rejected = try decide(.reject, "bo-berg", hour: 3, seen: Array(history.prefix(3)))
    let late = try contribution(.approve, "sam-lee", history.prefix(3) + [rejected])
    #expect(!late.completes && !late.helps)
    #expect(late.missing == ["a changed text, or that Bo Berg withdraws: they sent it back"])
  }

  @Test func whatATextAwaitsIsSaid() throws {
    func awaited(_ made: [Made], _ text: Text? = nil, hour: Int64 = 20, due: CalendarDate? = nil)
      throws -> Awaited?
    {
      try scenario.ledger(made, now: later(hour)).awaited(
        by: (text ?? scenario.policy).edition(), at: commit, reviewsDue: due, history: nobodyWrote)
    }
    let draft = try #require(try awaited(Array(history.prefix(2))))
    #expect(draft.decision == .approve && draft.missing.count == 2)
    #expect(draft.people.map(\.person.id) == ["jane-doe", "sam-lee", "bo-berg"])
    let partial = try #require(try awaited(Array(history.prefix(3))))
    #expect(partial.people.map(\.person.id) == ["sam-lee", "bo-berg"])
    #expect(partial.people.map(\.role) == ["ciso", "board-member"])
    #expect(try awaited(history) == nil)
    let other = scenario.policy.replacing("We protect", with: "We guard")
    #expect(try awaited(history, other) == nil)
    let rejected = try decide(.reject, "bo-berg", hour: 4, seen: Array(history.prefix(3)))
    #expect(try awaited(history.prefix(3) + [rejected]) == nil)

    #expect(try awaited(history, hour: days(364)) == nil)
    let review = try #require(try awaited(history, hour: days(365)))
    #expect(review.decision == .reaffirm && review.people.count == 3)
    #expect(try awaited(history, hour: days(300), due: CalendarDate("2027-11-20")) == nil)
    #expect(try awaited(history, hour: days(300), due: CalendarDate("2027-11-21")) != nil)
    let jane = try decide(.reaffirm, "jane-doe", hour: days(364), seen: history)
    let rest = try #require(try awaited(history + [jane], hour: days(370)))
    #expect(rest.people.map(\.person.id) == ["sam-lee", "bo-berg"])
  }
}
