import Documents
import Objects
import Testing

@testable import Approvals

/// A document that took the place of another one, when the decisions on it are gone.
@Suite struct VanishedReplacementTests {
  private let scenario: Scenario
  private let founding: [Made]
  /// `access` was approved, then `entry`, which replaces it; `other` has nothing to do with them.
  private let access: Text
  private let entry: Text
  private let other: Text
  private let before: [Made]
  private let replacing: Made
  private let after: Made

  init() throws {
    scenario = try Scenario.overTime()
    founding = try scenario.foundation()
    access = scenario.topic("access")
    entry = scenario.topic("entry", replacing: "access")
    other = scenario.topic("other")
    before = founding + [try scenario.make("jane-doe", access, hour: 2, seen: founding)]
    replacing = try scenario.make("jane-doe", entry, hour: 3, seen: before)
    after = try scenario.make("sam-lee", other, hour: 4, seen: before + [replacing])
  }

  private func states(_ ledger: Ledger, _ texts: [Text]? = nil) throws -> [DocumentState] {
    try (texts ?? [access, entry, other]).map { try scenario.state(ledger, of: $0) }
  }
  private let all: [DocumentState] = [.indeterminate, .indeterminate, .indeterminate]
  private let related: [DocumentState] = [.indeterminate, .indeterminate, .inForce]

  @Test func asLongAsItIsHereItReplaces() throws {
    let whole = try scenario.ledger(before + [replacing, after])
    #expect(try states(whole) == [.superseded, .inForce, .inForce] && whole.verdict == .valid)
  }

  @Test func whenItIsDeletedEveryDocumentIsInDoubtButThePeopleAndRules() throws {
    let gone = try scenario.ledger(before + [after])
    #expect(gone.missing.map(\.id) == [replacing.id] && gone.verdict == .invalid)
    #expect(try states(gone) == all)
    #expect(try scenario.state(gone) == .indeterminate)
    #expect(try scenario.state(gone, of: scenario.root) == .inForce)
    let reasons = try scenario.status(gone, of: other).reasons
    #expect(
      reasons == [
        "An approval is missing, and its text may have replaced this one: "
          + "writ/entry/1.0/approve/jane-doe."
      ])
    // Nobody who only asks about `other` is told otherwise.
    #expect(try gone.approvedVersions(of: "other", history: nobodyWrote).all.isEmpty)
    let awaited = try gone.awaited(
      by: scenario.policy.edition(), at: commit, history: nobodyWrote)
    #expect(awaited == nil)
  }

  @Test func aTextOfItsVersionIsNoProofThatItWasTheOne() throws {
    let decoy = scenario.topic("entry")
    for text in [decoy, entry] {
      let gone = try scenario.ledger(before + [after], texts: [text, other])
      #expect(try states(gone) == all)
    }
    // Nor is one that somebody decided on, as long as it is not approved.
    let rejected = try scenario.make(
      "bo-berg", decoy, hour: 5, seen: before, decision: .reject)
    #expect(try states(scenario.ledger(before + [after, rejected])) == all)
    // Where one is approved, the missing approval could have brought in no other.
    let approved = try scenario.make("bo-berg", decoy, hour: 5, seen: before)
    #expect(
      try states(scenario.ledger(before + [after, approved]))
        == [.inForce, .indeterminate, .inForce])
    #expect(
      try states(scenario.ledger(before + [after, approved], texts: [entry])) == related)
  }

  @Test func whoRemembersItKnowsWhatItReplaced() throws {
    let remembered = (before + [replacing, after]).map(\.remembered)
    for left in [before + [after], before] {
      let gone = try scenario.ledger(left, remembered: remembered)
      #expect(try states(gone, [access, entry]) == [.indeterminate, .indeterminate])
      #expect(try scenario.state(gone) == .draft)
    }
    #expect(try states(scenario.ledger(before + [after], remembered: remembered)) == related)
    // An earlier version did not keep that.
    let old = (before + [replacing, after]).map(\.rememberedBefore)
    #expect(try states(scenario.ledger(before + [after], remembered: old)) == all)
    // What is learnt twice is known by the better of the two.
    for both in [remembered + old, old + remembered] {
      #expect(try states(scenario.ledger(before + [after], remembered: both)) == related)
    }
  }

  @Test func oneThatIsLeftAndSufficesLeavesTheOthersAlone() throws {
    let second = try scenario.make("bo-berg", entry, hour: 3, seen: before + [replacing])
    let gone = try scenario.ledger(before + [second, after])
    #expect(try states(gone) == related)
  }

  @Test func itsTextMayBeWhatIsGone() throws {
    let blind = try scenario.make("jane-doe", entry, hour: 3, seen: before) { $0.target = .missing }
    let made = before + [blind, after]
    let gone = try scenario.ledger(made)
    #expect(blind.id == replacing.id && gone.missing.isEmpty)
    #expect(gone.entry(blind)?.issue?.reason == .targetMissing)
    #expect(try states(gone) == all)
    // The very text is in HEAD, or stands with another decision.
    #expect(try states(scenario.ledger(made, texts: [entry])) == related)
    #expect(try states(scenario.ledger(made, texts: [scenario.topic("entry")])) == all)
    let bo = try scenario.make("bo-berg", entry, hour: 5, seen: before, decision: .reject)
    #expect(try states(scenario.ledger(made + [bo])) == related)
    // Who remembers it knows what it replaced.
    let known = try scenario.ledger(made, remembered: [replacing.remembered])
    #expect(try states(known) == related)
    // An approval that waits for something else has its text here.
    let early = try scenario.make("jane-doe", entry, hour: 3, seen: before) {
      $0.governance = $0.digest
    }
    #expect(
      try states(scenario.ledger(before + [early])) == [.indeterminate, .indeterminate, .draft])
  }

  @Test func whatIsGivenUpAsLostIsSettled() throws {
    for blind in [true, false] {
      let kept =
        blind
        ? [try scenario.make("jane-doe", entry, hour: 3, seen: before) { $0.target = .missing }]
        : []
      let known = before + kept + [after]
      let next = scenario.successor(of: scenario.root, "1.1", closing: known) {
        $0 + "lost: [\(replacing.id)]\n"
      }
      let change = try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 6, seen: known)
      let settled = try scenario.ledger(known + change)
      #expect(settled.missing.isEmpty)
      #expect(
        try states(settled, [access, other]) == [.inForce, .inForce])
      #expect(try scenario.state(settled, of: entry) == (blind ? .indeterminate : .draft))
    }
  }

  @Test func whatOnlyItsWithdrawalNamesHasTheTextOfThat() throws {
    let seen = try scenario.withdraw(
      replacing, by: "jane-doe", on: entry, hour: 5, seen: before + [replacing])
    let unseen = try scenario.withdraw(
      replacing, by: "jane-doe", on: entry, hour: 5, seen: before)
    let apart = try scenario.make("sam-lee", other, hour: 4, seen: before)
    for withdrawal in [seen, unseen] {
      let gone = try scenario.ledger(before + [apart, withdrawal])
      #expect(gone.missing.map(\.id) == [replacing.id])
      #expect(try states(gone) == related)
      // Where others name it too, any text may be meant.
      #expect(try states(scenario.ledger(before + [after, withdrawal])) == all)
    }
    // Its text is gone as well.
    let blind = try scenario.make(
      "jane-doe", entry, hour: 5, seen: before, decision: .withdraw
    ) {
      ($0.withdraws, $0.target) = (replacing.id, .missing)
    }
    #expect(try states(scenario.ledger(before + [apart, blind])) == all)
    // What is named as something else than an approval is about its document.
    let reject = try scenario.make("jane-doe", entry, hour: 3, seen: before, decision: .reject)
    let back = try scenario.withdraw(
      reject, by: "jane-doe", on: entry, hour: 5, seen: before + [reject])
    #expect(try states(scenario.ledger(before + [apart, back])) == related)
  }

  @Test func anythingElseThatIsMissingIsAboutItsDocument() throws {
    let reject = try scenario.make("bo-berg", entry, hour: 3, seen: before, decision: .reject)
    let later = try scenario.make("sam-lee", other, hour: 4, seen: before + [reject])
    #expect(
      try states(scenario.ledger(before + [later])) == [.inForce, .indeterminate, .inForce])
    // In HEAD it is to replace the other one.
    #expect(try states(scenario.ledger(before + [later], texts: [entry])) == related)
  }

  @Test func documentsInACircleAreInDoubtTogether() throws {
    for names in [["a", "b"], ["a", "b", "c"]] {
      var made = founding
      let texts = names.indices.map {
        scenario.topic(names[$0], replacing: names[($0 + 1) % names.count])
      }
      for (place, text) in texts.enumerated() {
        made.append(try scenario.make("jane-doe", text, hour: 2 + Int64(place), seen: made))
      }
      let last = try scenario.make("sam-lee", other, hour: 8, seen: made)
      let remembered = (made + [last]).map(\.remembered)
      for gone in made.dropFirst(founding.count) {
        let left = made.filter { $0.id != gone.id } + [last]
        let known = try scenario.ledger(left, remembered: remembered)
        #expect(try states(known, texts).allSatisfy { $0 == .indeterminate })
        #expect(try scenario.state(known, of: other) == .inForce)
        let alone = try scenario.ledger(left)
        #expect(try states(alone, texts + [other]).allSatisfy { $0 == .indeterminate })
      }
    }
  }

  @Test func whoMayNotDecideNamesNothingThatMatters() throws {
    let next = scenario.successor(of: scenario.root, "1.1", closing: before) {
      $0.without("bo-berg")
    }
    let change = try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 4, seen: before)
    let bo = try scenario.make("bo-berg", other, hour: 4, seen: before + [replacing])
    let ledger = try scenario.ledger(before + change + [bo])
    #expect(ledger.entry(bo)?.issue?.reason == .noLongerEntitled)
    #expect(ledger.missing.map(\.id) == [replacing.id])
    #expect(try states(ledger) == [.inForce, .draft, .draft])
  }

  @Test func whatSomeOfTheDecisionsNameIsNotGone() throws {
    let records = (before + [after]).map(\.record)
    let some = try Ledger(
      records: records, isWhole: false, head: scenario.root.bytes,
      trust: Trust(required: scenario.root.digest), now: now, history: nobodyWrote)
    #expect(try states(some) == [.inForce, .indeterminate, .inForce])
  }
}

/// What the user remembers of people who left, or have another role or key by now.
@Suite struct LeaverRememberedTests {
  private let scenario: Scenario
  private let before: [Made]
  /// What Bo signed with an old date, once he had left.
  private let rejection: Made

  init() throws {
    scenario = try Scenario.overTime()
    let founding = try scenario.foundation()
    before =
      try founding
      + scenario.approve(scenario.policy, by: ["jane-doe", "sam-lee"], hour: 2, seen: founding)
    rejection = try scenario.make(
      "bo-berg", scenario.policy, hour: 2, seen: founding, decision: .reject)
  }

  private func ledger(
    _ remembered: Trust.Remembered, closing: [Made] = [], more: [Made] = [],
    edit: (String) throws -> String
  ) throws -> Ledger {
    let next = try scenario.successor(
      of: scenario.root, "1.1", closing: before + closing, edit: edit)
    let change = try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 6, seen: before)
    return try scenario.ledger(before + change + more, remembered: [remembered])
  }

  /// It is told that it is gone, and nothing else changes.
  private func isToldOnly(_ ledger: Ledger) throws -> Bool {
    #expect(ledger.missing.map(\.id) == [rejection.id] && ledger.verdict == .invalid)
    #expect(ledger.missing.map(\.isRemembered) == [true])
    return try scenario.state(ledger) == .inForce
  }

  @Test func whoStandsAsBeforeIsMissed() throws {
    for remembered in [rejection.remembered, rejection.rememberedBefore] {
      #expect(try !isToldOnly(ledger(remembered) { $0 }))
    }
  }

  @Test func whoLeftIsToldOnly() throws {
    for remembered in [rejection.remembered, rejection.rememberedBefore] {
      #expect(try isToldOnly(ledger(remembered) { $0.without("bo-berg") }))
    }
  }

  @Test func whoHasAnotherRoleOrKeyIsToldOnly() throws {
    let edits: [(String) throws -> String] = [
      { $0.replacing("roles: [board-member]", with: "roles: [ciso]") },
      { try $0.replacing(key: "bo-berg", by: "bo-new") },
      { try $0.revoking((key: "bo-berg", reason: "retired", since: hour(5))) },
    ]
    for edit in edits {
      #expect(try isToldOnly(ledger(rejection.remembered, edit: edit)))
      // Of what an earlier version remembered only the person is known.
      #expect(try !isToldOnly(ledger(rejection.rememberedBefore, edit: edit)))
    }
  }

  @Test func aKeyOfWhichMoreIsAskedByNowIsAnother() throws {
    let details = try #require(rejection.remembered.details)
    let strict = Trust.Remembered(
      id: rejection.id, name: rejection.name, time: rejection.time,
      details: Trust.Details(
        role: details.role, key: details.key,
        policy: AssertionPolicy(requiresUserVerification: true, origins: []), replaces: nil))
    #expect(try isToldOnly(ledger(strict) { $0 }))
  }

  @Test func whatAVersionClosesWithIsMissedWhoeverLeft() throws {
    #expect(
      try !isToldOnly(
        ledger(rejection.remembered, closing: [rejection]) { $0.without("bo-berg") }))
  }

  @Test func whatSomebodyNamesIsMissedWhoeverLeft() throws {
    let sam = try scenario.make(
      "sam-lee", scenario.topic("other"), hour: 5, seen: before + [rejection])
    let next = scenario.successor(of: scenario.root, "1.1", closing: before + [sam]) {
      $0.without("bo-berg")
    }
    let change = try scenario.approve(
      next, by: ["jane-doe", "sam-lee"], hour: 6, seen: before + [sam])
    let named = try scenario.ledger(
      before + [sam] + change, remembered: [rejection.remembered, sam.remembered])
    #expect(try !isToldOnly(named))
    // So it is where the one that names it is gone as well: that one is named.
    let both = try scenario.ledger(
      before + change, remembered: [rejection.remembered, sam.remembered])
    #expect(Set(both.missing.map(\.id)) == [rejection.id, sam.id])
    #expect(try scenario.state(both) == .indeterminate)
  }

  /// A decision on the people and rules that is missing makes others undecided: not where only one who left
  /// is remembered to have made it.
  @Test func whoLeftLeavesNothingOpenElsewhere() throws {
    let draft = scenario.successor(of: scenario.root, "2.0")
    let his = try scenario.make("bo-berg", draft, hour: 3, seen: before)
    let half = try scenario.make("jane-doe", draft, hour: 3, seen: before)
    let early = try scenario.make(
      "jane-doe", scenario.topic("other"), hour: 4, seen: before + [half], under: draft)
    let next = scenario.successor(of: scenario.root, "1.1", closing: before) {
      $0.without("bo-berg")
    }
    let change = try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 6, seen: before)
    let ledger = try scenario.ledger(
      before + [half, early] + change, remembered: [his.remembered])
    #expect(ledger.missing.map(\.id) == [his.id])
    #expect(ledger.entry(early)?.issue?.reason == .governanceNotInForce)
    #expect(try scenario.state(ledger) == .inForce)
  }

  /// What only a version of the people and rules names, and somebody who may not decide, may have been about
  /// anything, whatever that one says.
  @Test func whoLeftDoesNotSayWhatWasClosed() throws {
    let gone = try scenario.make("sam-lee", scenario.topic("other"), hour: 4, seen: before)
    let next = scenario.successor(of: scenario.root, "1.1", closing: before + [gone]) {
      $0.without("bo-berg")
    }
    let change = try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 6, seen: before)
    let draft = scenario.successor(of: scenario.root, "2.0")
    let half = try scenario.make("jane-doe", draft, hour: 3, seen: before)
    let bo = try scenario.make(
      "bo-berg", scenario.topic("third"), hour: 4, seen: before + [half, gone], under: draft)
    for made in [before + change + [half], before + change + [half, bo]] {
      let ledger = try scenario.ledger(made)
      #expect(ledger.missing.map(\.id) == [gone.id])
      #expect(ledger.entry(bo)?.issue.map { $0.reason == .governanceNotInForce } ?? true)
      #expect(try scenario.state(ledger) == .indeterminate)
      #expect(try scenario.state(ledger, of: next) == .indeterminate)
    }
  }
}
