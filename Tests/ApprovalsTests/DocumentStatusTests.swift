import Documents
import Objects
import Testing

@testable import Approvals

@Suite(.enabled(if: Keyring.isInstalled)) struct DocumentStatusTests {
  private let scenario: Scenario
  private let history: [Made]

  init() throws {
    scenario = try Scenario()
    history = try scenario.history()
  }

  private func version(_ version: String, effective: String = "2026-12-01") -> Text {
    scenario.policy.replacing("version: 1.0", with: "version: \(version)")
      .replacing("effective: 2026-12-01", with: "effective: \(effective)")
  }

  private func approved(_ text: Text, hour: Int64 = 5) throws -> [Made] {
    try ["jane-doe", "sam-lee"].map {
      try scenario.make($0, text, hour: hour, seen: Array(history.prefix(2)))
    }
  }

  @Test func aTextThatNobodyDecidedOnIsADraft() throws {
    let ledger = try scenario.ledger(Array(history.prefix(2)))
    let status = try scenario.status(ledger)
    #expect(status.state == .draft && status.approvals.isEmpty && status.approved.isEmpty)
    #expect(status.flags == [] && status.inForce == nil)
    #expect(
      status.missing == [
        "one of Jane Doe (Chief Executive), Bo Berg (Board member)",
        "one of Sam Lee (Chief Information Security Officer), Bo Berg (Board member)",
      ])
    #expect(try scenario.status(scenario.ledger([]), of: scenario.root).missing.count == 1)
  }

  @Test func aTextThatSomeApprovedIsPartialAndSaysWhoIsMissing() throws {
    let status = try scenario.status(scenario.ledger(Array(history.dropLast())))
    #expect(status.state == .partial && status.approvals.map(\.person.id) == ["jane-doe"])
    #expect(
      status.missing == [
        "one of Sam Lee (Chief Information Security Officer), Bo Berg (Board member)"
      ])
    let root = try scenario.status(scenario.ledger([history[0]]), of: scenario.root)
    #expect(root.state == .partial)
    #expect(
      root.missing == [
        "one of Sam Lee (Chief Information Security Officer), Bo Berg (Board member)"
      ])
  }

  @Test func whatIsMissingReadsWell() throws {
    let none = try scenario.status(scenario.ledger([]), of: scenario.root)
    #expect(
      none.missing == [
        "2 of Jane Doe (Chief Executive), Sam Lee (Chief Information Security Officer), "
          + "Bo Berg (Board member)"
      ])
    let both = try Scenario {
      $0.replacing("[2 of chief-executive board-member ciso]", with: "[2 of chief-executive ciso]")
    }
    #expect(
      try both.status(both.ledger([]), of: both.root).missing == [
        "Jane Doe (Chief Executive) and Sam Lee (Chief Information Security Officer)"
      ])
    let few = try Scenario {
      $0.replacing("[2 of chief-executive board-member ciso]", with: "[2 of chief-executive]")
    }
    #expect(
      try few.status(few.ledger([]), of: few.root).missing == [
        "2 of Chief Executive, but too few people hold such a role"
      ])
    let all = try Scenario {
      $0.replacing(
        "[2 of chief-executive board-member ciso]", with: "[all of chief-executive ciso]")
    }
    #expect(
      try all.status(all.ledger([]), of: all.root).missing == [
        "Jane Doe (Chief Executive)", "Sam Lee (Chief Information Security Officer)",
      ])
  }

  @Test func anApprovedTextWaitsForItsDay() throws {
    let text = version("2.0", effective: "2027-01-01")
    let made = try history + approved(text)
    let status = try scenario.status(scenario.ledger(made), of: text)
    #expect(status.state == .approved && status.missing == [])
    #expect(status.inForce?.edition.version == Version(1, 0))
    #expect(status.approved.map(\.edition.version) == [Version(1, 0), Version(2, 0)])
    let day = try #require(CalendarDate("2027-01-01"))
    #expect(status.approved.last?.from == day.start)
    let before = try scenario.ledger(made, now: day.start.adding(seconds: -1))
    #expect(try scenario.status(before, of: text).state == .approved)
    let then = try scenario.ledger(made, now: day.start)
    #expect(try scenario.status(then, of: text).state == .inForce)
    #expect(try scenario.status(then).state == .superseded)
    let asOf = try scenario.ledger(made, now: day.end, asOf: day.start.adding(seconds: -1))
    #expect(try scenario.status(asOf, of: text).state == .approved)
  }

  @Test func aTextWithoutADayIsInForceOnceItsRuleIsMet() throws {
    let text = scenario.policy.replacing("effective: 2026-12-01\n", with: "")
    let made = try Array(history.prefix(2)) + approved(text)
    let status = try scenario.status(scenario.ledger(made), of: text)
    #expect(status.state == .inForce)
    #expect(status.inForce?.from == start.adding(seconds: 5 * 3600))
    // A day in the past does not put it in force before anybody decided.
    let past = version("1.0", effective: "2020-01-01")
    let early = try Array(history.prefix(2)) + approved(past)
    let other = try scenario.status(scenario.ledger(early), of: past)
    #expect(other.inForce?.from == start.adding(seconds: 5 * 3600))
  }

  @Test func theVersionInForceSaysWhoApprovedItAndWhenItIsReviewed() throws {
    let status = try scenario.status(scenario.ledger(history))
    let inForce = try #require(status.inForce)
    #expect(status.state == .inForce && status.reasons == [])
    #expect(inForce.approvals.map(\.person.id) == ["jane-doe", "sam-lee"])
    #expect(inForce.met == start.adding(seconds: 3 * 3600))
    #expect(inForce.from == CalendarDate("2026-12-01")?.start)
    #expect(inForce.nextReview == CalendarDate("2027-11-21"))
    let other = try scenario.ledger(history).approvedVersions(
      of: "information-security", history: nobodyWrote)
    #expect(other.inForce?.edition.digest == scenario.policy.digest && other.reasons == [])
    #expect(
      try scenario.ledger(history).approvedVersions(of: "unknown", history: nobodyWrote).inForce
        == nil)
  }

  @Test func aHigherVersionSupersedesALowerOneApprovedLater() throws {
    let text = version("2.0")
    let made = try Array(history.prefix(2)) + approved(text, hour: 1) + history.suffix(2)
    let ledger = try scenario.ledger(made)
    #expect(try scenario.status(ledger, of: text).state == .inForce)
    #expect(try scenario.status(ledger).state == .superseded)
  }

  @Test func aTextChangedUnderItsVersionIsADraftThatIsFlagged() throws {
    let text = scenario.policy.replacing("We protect", with: "We do not protect")
    let status = try scenario.status(scenario.ledger(history), of: text)
    #expect(status.state == .draft && status.flags == [.modified])
    #expect(status.approvals.isEmpty && status.missing.count == 2)
    #expect(status.inForce?.edition.digest == scenario.policy.digest)
    #expect(try scenario.status(scenario.ledger(history)).flags == [])
    let next = try scenario.status(scenario.ledger(history), of: version("1.1"))
    #expect(next.state == .draft && next.flags == [])
  }

  @Test func theDocumentIsFoundWhereverItsFileLies() throws {
    let moved = Text(scenario.policy.content, path: "policies/moved/information-security.md")
    #expect(try scenario.status(scenario.ledger(history), of: moved).state == .inForce)
  }

  // MARK: Contribution

  private func contribution(
    _ person: PersonID, to made: [Made], in role: RoleID? = nil, scenario: Scenario? = nil,
    text: Text? = nil, history: ChangeHistory = nobodyWrote
  ) throws -> Contribution {
    let scenario = scenario ?? self.scenario
    let person = try #require(try scenario.governance.person(person))
    return try scenario.ledger(made).contribution(
      of: person, in: role, to: (text ?? scenario.policy).edition(), deciding: .approve, at: commit,
      history: history)
  }

  @Test func whatAnApprovalWouldDoIsSaidBeforehand() throws {
    let foundation = Array(history.prefix(2))
    let first = try contribution("jane-doe", to: foundation)
    #expect(first.role == "chief-executive" && !first.completes && first.missing.count == 1)
    let last = try contribution("sam-lee", to: Array(history.prefix(3)))
    #expect(last.role == "ciso" && last.completes && last.missing == [])
    let again = try contribution("jane-doe", to: Array(history.prefix(3)))
    #expect(!again.completes && again.missing.count == 1)
    let more = try contribution("bo-berg", to: history)
    #expect(!more.completes && more.missing == [])
    let other = try contribution("jane-doe", to: foundation, in: "ciso")
    #expect(other.role == nil && !other.completes && other.missing.count == 2)
  }

  @Test func aRoleThatNoRuleNamesDoesNothing() throws {
    let scenario = try Scenario {
      $0.replacing("[2 of chief-executive board-member ciso]", with: "[1 of board-member]")
    }
    let jane = try contribution("jane-doe", to: [], scenario: scenario, text: scenario.root)
    #expect(jane.role == nil && !jane.completes)
    let bo = try contribution("bo-berg", to: [], scenario: scenario, text: scenario.root)
    #expect(bo.role == "board-member" && bo.completes)
  }

  @Test func theRoleIsTheOneThatFillsMost() throws {
    // Sam holds both roles; once somebody decides as ciso, only the other one helps.
    let scenario = try Scenario {
      $0.replacing("roles: [ciso]", with: "roles: [ciso, chief-executive]")
        .replacing("roles: [board-member]", with: "roles: [ciso]")
        .replacing(
          "[1 of chief-executive board-member, 1 of ciso board-member]",
          with: "[1 of chief-executive, 1 of ciso]")
    }
    let foundation = try scenario.foundation()
    let bo = try scenario.make("bo-berg", scenario.policy, hour: 2, seen: foundation)
    let sam = try contribution("sam-lee", to: foundation + [bo], scenario: scenario)
    #expect(sam.role == "chief-executive" && sam.completes)
    #expect(try contribution("sam-lee", to: foundation, scenario: scenario).role == "ciso")
    let forced = try contribution(
      "sam-lee", to: foundation + [bo], in: "ciso", scenario: scenario)
    #expect(forced.role == "ciso" && !forced.completes)
  }

  @Test func whereTwoRulesHoldTheRoleThatMeetsBothIsChosen() throws {
    // A topic policy that becomes the top policy must meet the rules of both.
    let scenario = try Scenario {
      $0.replacing("roles: [chief-executive]", with: "roles: [ciso, chief-executive]")
        .replacing(
          "[1 of chief-executive board-member, 1 of ciso board-member]",
          with: "[1 of chief-executive]")
    }
    let foundation = [
      try scenario.make("jane-doe", scenario.root, hour: 0),
      try scenario.make("sam-lee", scenario.root, hour: 1),
    ]
    let topic = scenario.policy.replacing("level: top", with: "level: topic")
    let one = try scenario.make("sam-lee", topic, hour: 2, seen: foundation)
    let next = scenario.policy.replacing("version: 1.0", with: "version: 2.0")
    let jane = try contribution(
      "jane-doe", to: foundation + [one], scenario: scenario, text: next)
    #expect(jane.role == "chief-executive" && jane.completes && jane.missing == [])
  }

  @Test func anAuthorsApprovalDoesNotComplete() throws {
    let topic = scenario.policy.replacing("level: top", with: "level: topic")
    let authors = ChangeAuthors(signer: nil, emails: ["sam@example.org"], coAuthors: [])
    let foundation = Array(history.prefix(2))
    let sam = try contribution("sam-lee", to: foundation, text: topic) { _, _, _ in [authors] }
    #expect(!sam.completes && sam.missing == ["somebody who did not write this change"])
    let jane = try contribution("jane-doe", to: foundation, text: topic) { _, _, _ in [authors] }
    #expect(jane.completes && jane.missing == [])
  }
}
