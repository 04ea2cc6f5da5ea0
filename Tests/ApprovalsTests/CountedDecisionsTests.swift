import Documents
import Objects
import Testing

@testable import Approvals

/// Which decisions count once people, keys, roles and rules change, and who is named for it.
@Suite struct CountedDecisionsTests {
  private let scenario: Scenario
  private let founding: [Made]

  init() throws {
    scenario = try Scenario.overTime()
    founding = try scenario.foundation()
  }

  private func isCounted(_ made: Made, _ ledger: Ledger) -> Bool? { ledger.entry(made)?.counts }

  /// The policy approved by some, and then a version of the people and rules in which Jane has another key.
  private func withNewKey(after people: String...) throws -> (policy: [Made], rest: [Made]) {
    let policy = try scenario.approve(scenario.policy, by: people, hour: 2, seen: founding)
    let next = try scenario.successor(of: scenario.root, "1.1", closing: founding + policy) {
      try $0.replacing(key: "jane-doe", by: "jane-new")
    }
    let change = try scenario.approve(
      next, by: ["sam-lee", "bo-berg"], hour: 5, seen: founding + policy)
    return (policy, founding + policy + change)
  }

  /// It may still help by the version that it serves, if others come to light; what is missing is told by
  /// the newest.
  @Test func anApprovalWithAFormerKeyGoesOnCounting() throws {
    let (policy, made) = try withNewKey(after: "jane-doe")
    let ledger = try scenario.ledger(made)
    #expect(ledger.verdict == .valid && isCounted(policy[0], ledger) == true)
    let status = try scenario.status(ledger)
    #expect(status.state == .partial && status.approvals.map(\.id) == [policy[0].id])
    #expect(status.missing.count == 2 && status.missing[0].contains("Jane Doe"))
  }

  @Test func whereTheTextWasApprovedInTimeItCounts() throws {
    let (policy, made) = try withNewKey(after: "jane-doe", "sam-lee")
    let ledger = try scenario.ledger(made)
    #expect(policy.allSatisfy { isCounted($0, ledger) == true })
    let status = try scenario.status(ledger)
    #expect(status.state == .inForce && status.approvals.map(\.id) == policy.map(\.id))
  }

  /// Who wrote what takes long to find out.
  @Test(arguments: [["jane-doe"], ["jane-doe", "sam-lee"], ["bo-berg", "jane-doe"]])
  func whoWroteADocumentIsNotAsked(_ people: [String]) throws {
    let policy = try scenario.approve(scenario.policy, by: people, hour: 2, seen: founding)
    let next = try scenario.successor(of: scenario.root, "1.1", closing: founding + policy) {
      try $0.replacing(key: "jane-doe", by: "jane-new")
    }
    let change = try scenario.approve(
      next, by: ["sam-lee", "bo-berg"], hour: 5, seen: founding + policy)
    var asked: Set<DocumentID> = []
    let ledger = try scenario.ledger(founding + policy + change) { edition, _, _ in
      asked.insert(edition.document)
      return [ChangeAuthors(signer: nil, emails: ["jane@example.org"], coAuthors: [])]
    }
    #expect(policy.allSatisfy { isCounted($0, ledger) == true })
    #expect(asked == [.governance])
  }

  @Test func anApprovalInARoleThatNoRuleNamesDoesNotCount() throws {
    let scenario = try Scenario.overTime {
      $0.replacing(
        "- for: {}\n    require: [1 of chief-executive board-member ciso]",
        with: "- for: {}\n    require: [1 of ciso]")
    }
    let founding = try scenario.foundation()
    let text = scenario.topic("other")
    let jane = try scenario.make("jane-doe", text, hour: 3, seen: founding)
    let ledger = try scenario.ledger(founding + [jane])
    #expect(ledger.entry(jane)?.verdict == .valid && isCounted(jane, ledger) == false)
    #expect(try scenario.state(ledger, of: text) == .draft)
    let sam = try scenario.make("sam-lee", text, hour: 3, seen: founding)
    #expect(isCounted(sam, try scenario.ledger(founding + [sam])) == true)
  }

  @Test func theRulesOfTheVersionsThatItServesAreAsked() throws {
    let text = scenario.topic("other")
    func counted(beforeTheChange isBefore: Bool) throws -> (Bool?, DocumentState) {
      let early = isBefore ? [try scenario.make("bo-berg", text, hour: 3, seen: founding)] : []
      let known = founding + early
      let next = scenario.successor(of: scenario.root, "1.1", closing: known) {
        $0.replacing(
          "- for: {}\n    require: [1 of chief-executive board-member ciso]",
          with: "- for: {}\n    require: [2 of chief-executive ciso]")
      }
      let change = try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 5, seen: known)
      let late = try scenario.make("bo-berg", text, hour: 8, seen: known + change, under: next)
      let ledger = try scenario.ledger(known + change + (isBefore ? [] : [late]))
      return (isCounted(early.first ?? late, ledger), try scenario.state(ledger, of: text))
    }
    // By the first version one approval was enough; under the next one Bo has no say.
    #expect(try counted(beforeTheChange: true) == (true, .inForce))
    #expect(try counted(beforeTheChange: false) == (false, .draft))
  }

  /// Of several by one person it is the newest of those that can count.
  @Test func theNewestThatCanCountDoes() throws {
    let scenario = try Scenario.overTime {
      $0.replacing("roles: [ciso]", with: "roles: [ciso, board-member]")
        .replacing(
          "- for: {}\n    require: [1 of chief-executive board-member ciso]",
          with: "- for: {}\n    require: [1 of ciso, 1 of chief-executive]")
    }
    let founding = try scenario.foundation()
    let text = scenario.topic("other")
    let first = try scenario.make("sam-lee", text, hour: 3, seen: founding, role: "ciso")
    let second = try scenario.make(
      "sam-lee", text, hour: 4, seen: founding + [first], role: "ciso", number: 2)
    let third = try scenario.make(
      "sam-lee", text, hour: 5, seen: founding + [first, second], role: "board-member", number: 3)
    let ledger = try scenario.ledger(founding + [first, second, third])
    #expect([first, second, third].map { isCounted($0, ledger) } == [false, true, false])
    let status = try scenario.status(ledger, of: text)
    #expect(status.state == .partial && status.approvals.map(\.id) == [second.id])
  }

  /// A text of the people and rules that can follow nothing counts those who may decide on what follows.
  @Test func ofThePeopleAndRulesThatCountsWhichIsMadeUnderTheVersionBefore() throws {
    let next = scenario.successor(of: scenario.root, "1.1", closing: founding)
    let change = try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding)
    let rival = scenario.successor(of: scenario.root, "2.0", closing: founding)
    let known = founding + change
    let late = try scenario.make("jane-doe", rival, hour: 8, seen: known, under: next)
    let ledger = try scenario.ledger(known + [late])
    #expect(ledger.entry(late)?.verdict == .valid && isCounted(late, ledger) == false)
    #expect(try scenario.state(ledger, of: rival) == .draft)
  }

  /// What was decided on a draft of the people and rules by somebody who left by another one.
  @Test func whatDoesNotHoldIsNotNamed() throws {
    let draft = scenario.successor(of: scenario.root, "2.0", closing: founding)
    let bo = try scenario.make("bo-berg", draft, hour: 4, seen: founding)
    let next = scenario.successor(of: scenario.root, "1.1", closing: founding) {
      $0.without("bo-berg")
    }
    let change = try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding)
    let ledger = try scenario.ledger(founding + change + [bo])
    #expect(ledger.entry(bo)?.issue?.reason == .noLongerEntitled && isCounted(bo, ledger) == false)
    let status = try scenario.status(ledger, of: draft)
    #expect(status.state == .draft && status.approvals.isEmpty)
  }
}
