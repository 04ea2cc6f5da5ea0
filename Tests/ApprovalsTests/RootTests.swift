import Documents
import Objects
import Testing

@testable import Approvals

@Suite(.enabled(if: Keyring.isInstalled)) struct RootTests {
  private let scenario: Scenario

  init() throws { scenario = try Scenario() }

  /// Another repository, of the same organisation or of somebody who claims to be it.
  private func rogue() throws -> Scenario {
    try Scenario {
      $0.replacing("Design and operation", with: "Operation").replacing(
        try keys.line("jane-doe"), with: try keys.line("stranger")
      ).replacing(try keys.line("sam-lee"), with: try keys.line("another"))
    }
  }
  private var keys: Keyring { scenario.keys }

  /// The rogue's approvals of its own root, under names that are free.
  private func takeover(number: Int = 5) throws -> (root: Text, made: [Made]) {
    let rogue = try rogue()
    var made: [Made] = []
    for (person, signer) in [("jane-doe", "stranger"), ("sam-lee", "another")] {
      made.append(
        try rogue.make(person, rogue.root, hour: 0, seen: made) { draft in
          draft.signer = signer
          draft.key = .ssh(try keys.fingerprint(signer))
          draft.name = StatementName(
            document: .governance, version: Version(1, 0), decision: .approve,
            person: draft.name.person, number: number)
        })
    }
    return (rogue.root, made)
  }

  @Test func aPinnedHistoryIsValid() throws {
    let ledger = try scenario.ledger(try scenario.history())
    #expect(ledger.verdict == .valid && ledger.isPinned && ledger.problems == [])
    #expect(ledger.root == scenario.root.digest)
    #expect(ledger.chain.map(\.version) == [Version(1, 0)])
    #expect(ledger.chain.first?.digest == scenario.root.digest)
    #expect(ledger.chain.first?.since == start.adding(seconds: 3600))
    #expect(ledger.chain.first?.approvals.map(\.person.id) == ["jane-doe", "sam-lee"])
    #expect(ledger.governance?.digest == scenario.root.digest)
    #expect(
      ledger.statements.count == 4 && ledger.documents == [.governance, "information-security"])
    let known = try Ledger(
      records: try scenario.history().map(\.record), head: scenario.root.bytes,
      trust: Trust(known: [scenario.root.digest, scenario.policy.digest]), now: now,
      history: nobodyWrote)
    #expect(known.verdict == .valid && known.isPinned)
  }

  @Test func withoutAPinItIsIndeterminateThoughEveryDecisionIsValid() throws {
    let ledger = try scenario.ledger(try scenario.history(), pinned: false)
    #expect(ledger.verdict == .indeterminate && !ledger.isPinned)
    #expect(ledger.root == scenario.root.digest)
    #expect(ledger.entries.allSatisfy { $0.verdict == .valid })
    #expect(try scenario.status(ledger).state == .inForce)
    let other = try Ledger(
      records: try scenario.history().map(\.record), head: scenario.root.bytes,
      trust: Trust(known: [scenario.policy.digest]), now: now,
      history: nobodyWrote)
    #expect(other.verdict == .indeterminate && !other.isPinned)
  }

  @Test func aHistoryWithAnotherRootThanThePinnedOneIsInvalid() throws {
    let ledger = try Ledger(
      records: try scenario.history().map(\.record), head: scenario.root.bytes,
      trust: Trust(required: scenario.policy.digest), now: now,
      history: nobodyWrote)
    #expect(ledger.verdict == .invalid && ledger.isPinned)
    #expect(ledger.problems.contains { $0.contains("not the repository that you know") })
    #expect(ledger.entries.allSatisfy { $0.issue?.reason == .otherRepository })
    #expect(ledger.statements.isEmpty && !ledger.isRootApproved)
  }

  @Test func aPinnedRepositoryWithoutDecisionsIsIndeterminateAndSaysWhatToDo() throws {
    let ledger = try scenario.ledger([])
    #expect(ledger.verdict == .indeterminate)
    #expect(ledger.problems.contains { $0.contains("fetch the tags") })
    #expect(try scenario.status(ledger).state == .indeterminate)
    // The same where the file in HEAD is a later version.
    let later = scenario.root.replacing(
      "version: 1.0", with: "version: 1.1\nprevious: \(scenario.root.digest)")
    let other = try scenario.ledger([], head: later)
    #expect(other.verdict == .indeterminate, "\(other.problems)")
    #expect(other.problems == ["This clone has no decisions: fetch the tags (writ pull)."])
    let unpinned = try scenario.ledger([], pinned: false, head: later)
    #expect(unpinned.verdict == .indeterminate)
    #expect(unpinned.problems.contains { $0.contains("fetch the tags") })
  }

  @Test func anUnpinnedRepositoryBeingSetUpIsIndeterminate() throws {
    let ledger = try scenario.ledger([], pinned: false)
    #expect(ledger.verdict == .indeterminate && ledger.root == scenario.root.digest)
    #expect(!ledger.isRootApproved)
  }

  @Test func untilTheRootIsApprovedNothingElseCounts() throws {
    let history = try scenario.history()
    let ledger = try scenario.ledger([history[0], history[2], history[3]])
    #expect(ledger.statements.map(\.id) == [history[0].id])
    // Not even that hides the approval of the root that the others had seen.
    #expect(ledger.verdict == .invalid && ledger.missing.map(\.id) == [history[1].id])
    let unseen = try scenario.make("jane-doe", scenario.policy, hour: 2)
    let early = try scenario.ledger([history[0], unseen])
    #expect(early.verdict == .indeterminate && !early.isRootApproved)
    #expect(early.entry(history[0])?.verdict == .valid)
    #expect(early.entry(unseen)?.verdict == .indeterminate)
    #expect(early.entry(unseen)?.issue?.reason == .rootNotApproved)
    #expect(early.problems.contains { $0.contains("not approved yet") })
    #expect(try scenario.status(early).state == .draft)
    #expect(try scenario.status(early, of: scenario.root).state == .partial)
    // With the second approval of the root it counts, whenever it was made.
    let late = try scenario.ledger([history[0], unseen, history[1]])
    #expect(late.entry(unseen)?.verdict == .valid && late.verdict == .valid)
  }

  @Test func theRootMustMeetItsOwnRule() throws {
    let foundation = try scenario.foundation()
    let again = try scenario.make("jane-doe", scenario.root, hour: 2, seen: foundation) { draft in
      draft.name = draft.name.next
    }
    #expect(try !scenario.ledger([foundation[0], again]).isRootApproved)
    #expect(try scenario.ledger([foundation[1], again]).isRootApproved == true)
  }

  @Test func twoApprovedRootsWithoutAPinAreSaid() throws {
    let history = try scenario.history()
    let (root, made) = try takeover()
    for records in [history + made, made + history] {
      let ledger = try scenario.ledger(records, pinned: false)
      #expect(ledger.verdict != .valid && ledger.root == scenario.root.digest)
      let problem = try #require(ledger.problems.first)
      #expect(problem.contains("2 first versions"))
      #expect(problem.contains("\(root.digest)") && problem.contains("\(scenario.root.digest)"))
      #expect(made.allSatisfy { ledger.entry($0)?.issue?.reason == .otherRepository })
      // From the other file, the other root.
      #expect(try scenario.ledger(records, pinned: false, head: root).root == root.digest)
    }
    let pinned = try scenario.ledger(history + made, head: root)
    #expect(pinned.root == scenario.root.digest && pinned.problems == [])
    #expect(try scenario.status(pinned).state == .inForce)
  }

  @Test func aRootThatIsKnownWinsOverOneThatIsApproved() throws {
    let first = try scenario.make("jane-doe", scenario.root, hour: 0)
    let (root, made) = try takeover()
    let known = try Ledger(
      records: ([first] + made).map(\.record), head: scenario.root.bytes,
      trust: Trust(known: [scenario.root.digest]), now: now,
      history: nobodyWrote)
    #expect(known.root == scenario.root.digest && known.isPinned)
    #expect(try scenario.status(known, of: scenario.root).state == .partial)
    // Of two that are known, that of HEAD: somebody may have copied another repository's tags.
    let history = try scenario.history()
    for records in [history + made, made + history] {
      let both = try Ledger(
        records: records.map(\.record), head: scenario.root.bytes,
        trust: Trust(known: [scenario.root.digest, root.digest]), now: now,
        history: nobodyWrote)
      #expect(both.root == scenario.root.digest)
    }
  }

  @Test func theApprovedRootStandsWhenTheFileInHeadIsAnother() throws {
    let edited = scenario.root.replacing("Example Cloud", with: "Example Clouds")
    for pinned in [true, false] {
      let ledger = try scenario.ledger(try scenario.history(), pinned: pinned, head: edited)
      #expect(ledger.root == scenario.root.digest && ledger.governance != nil)
      #expect(try scenario.status(ledger).state == .inForce)
      let status = try scenario.status(ledger, of: edited)
      #expect(status.state == .draft && status.flags == [.modified])
    }
    let refused = try scenario.ledger(try scenario.history(), head: Text("x", path: "writ.yaml"))
    #expect(refused.verdict == .valid && refused.governance != nil)
  }

  @Test func withoutTheFileOfTheRootItsDecisionsAreIndeterminate() throws {
    var made: [Made] = []
    for person in ["jane-doe", "sam-lee"] {
      made.append(
        try scenario.make(person, scenario.root, hour: Int64(made.count), seen: made) {
          $0.target = .missing
        })
    }
    made.append(try scenario.make("jane-doe", scenario.policy, hour: 2, seen: made))
    let ledger = try Ledger(
      records: made.map(\.record), head: nil, trust: Trust(required: scenario.root.digest),
      now: now, history: nobodyWrote)
    #expect(ledger.entries.allSatisfy { $0.verdict == .indeterminate })
    #expect(ledger.entry(made[2])?.issue?.reason == .governanceMissing)
    #expect(!ledger.isRootApproved && ledger.verdict != .valid)
  }

  @Test func aTipThatIsNotReachedIsNotValid() throws {
    let ledger = try Ledger(
      records: try scenario.history().map(\.record), head: scenario.root.bytes,
      trust: Trust(required: scenario.root.digest, tip: scenario.policy.digest), now: now,
      history: nobodyWrote)
    #expect(ledger.verdict == .invalid && ledger.problems.count == 1)
    #expect(try scenario.status(ledger).state == .indeterminate)
    let same = try Ledger(
      records: try scenario.history().map(\.record), head: scenario.root.bytes,
      trust: Trust(required: scenario.root.digest, tip: scenario.root.digest), now: now,
      history: nobodyWrote)
    #expect(same.verdict == .valid)
  }

  private var next: Text {
    scenario.root.replacing(
      "version: 1.0", with: "version: 1.1\nprevious: \(scenario.root.digest)")
  }

  @Test func aDecisionOnPeopleAndRulesWhoseTextIsNotHereLeavesEverythingOpen() throws {
    let history = try scenario.history()
    let approval = try scenario.make("bo-berg", next, hour: 5, seen: history) {
      $0.target = .missing
    }
    let ledger = try scenario.ledger(history + [approval])
    #expect(ledger.entry(approval)?.verdict == .indeterminate && ledger.verdict == .indeterminate)
    for text in [scenario.policy, scenario.root, next] {
      let status = try scenario.status(ledger, of: text)
      #expect(status.state == .indeterminate && status.inForce == nil, "\(text.path)")
    }
  }

  @Test func aDraftOfTheNextVersionLeavesTheOthersAlone() throws {
    let history = try scenario.history()
    let approval = try scenario.make("bo-berg", next, hour: 5, seen: history)
    for made in [history, history + [approval]] {
      let ledger = try scenario.ledger(made, head: next)
      #expect(ledger.verdict == .valid && ledger.chain.count == 1)
      #expect(try scenario.status(ledger).state == .inForce)
      #expect(
        try scenario.status(ledger, of: next).state == (made.count == 4 ? .draft : .partial))
    }
  }

  @Test func aDecisionUnderAVersionThatIsNotHereLeavesItsDocumentOpen() throws {
    let history = try scenario.history()
    let other = try scenario.make("bo-berg", scenario.policy, hour: 5, seen: history) {
      $0.governance = $0.digest
    }
    let ledger = try scenario.ledger(history + [other])
    #expect(ledger.entry(other)?.issue?.reason == .governanceMissing)
    #expect(try scenario.status(ledger).state == .indeterminate)
    #expect(try scenario.status(ledger, of: scenario.root).state == .inForce)
  }
}
