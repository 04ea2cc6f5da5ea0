import Documents
import Objects
import Testing

@testable import Approvals

/// Which governance versions come into force, one after another.
@Suite struct ChainTests {
  private let scenario: Scenario
  private let founding: [Made]

  init() throws {
    scenario = try Scenario.overTime()
    founding = try scenario.foundation()
  }

  private func successor(
    _ version: String, edit: (String) throws -> String
  ) rethrows -> Text {
    try scenario.successor(of: scenario.root, version, closing: founding, edit: edit)
  }

  private func successor(_ version: String, of text: Text? = nil) -> Text {
    scenario.successor(of: text ?? scenario.root, version, closing: founding)
  }

  /// The versions in force once these people have approved the text under the first version.
  private func chain(
    _ text: Text, by people: [String], in other: (Scenario, [Made])? = nil,
    history: ChangeHistory = nobodyWrote
  ) throws -> [String] {
    let (scenario, founding) = other ?? (scenario, founding)
    let made = try scenario.approve(text, by: people, hour: 5, seen: founding)
    let ledger = try scenario.ledger(founding + made, head: text, history: history)
    #expect(ledger.governance?.version == ledger.chain.last?.version)
    let state = try scenario.status(ledger, of: text, history: history).state
    #expect((state == .inForce) == (ledger.chain.last?.digest == text.digest), "\(state)")
    return ledger.chain.map(\.version.description)
  }

  /// A repository in which the first version has another rule for its successors.
  private func deciding(by rule: String, _ rest: String = "") throws -> (Scenario, [Made]) {
    let scenario = try Scenario.overTime { $0.deciding(by: rule) + rest }
    return (scenario, try scenario.foundation())
  }

  // MARK: Coming into force

  @Test func theApprovedSuccessorComesIntoForce() throws {
    let next = try successor("1.1") { try $0.with("kim-wu", "board-member") }
    let made = try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding)
    let half = try scenario.ledger(founding + made.prefix(1))
    #expect(half.chain.map(\.digest) == [scenario.root.digest] && half.verdict == .valid)
    #expect(half.governance?.digest == scenario.root.digest)
    #expect(try scenario.state(half, of: next) == .partial)
    #expect(try scenario.state(half, of: scenario.root) == .inForce)

    for head in [scenario.root, next] {
      let ledger = try scenario.ledger(founding + made, head: head)
      #expect(ledger.verdict == .valid && ledger.problems == [] && ledger.missing.isEmpty)
      #expect(ledger.entries.allSatisfy { $0.verdict == .valid && $0.counts })
      #expect(ledger.chain.map(\.digest) == [scenario.root.digest, next.digest])
      #expect(ledger.chain.map(\.governance.digest) == ledger.chain.map(\.digest))
      #expect(ledger.chain.map(\.version) == [Version(1, 0), Version(1, 1)])
      #expect(ledger.chain.map(\.since) == [hour(1), hour(6)])
      #expect(ledger.chain.last?.approvals.map(\.person.id) == ["jane-doe", "sam-lee"])
      #expect(ledger.governance?.digest == next.digest)
      #expect(try scenario.state(ledger, of: next) == .inForce)
      #expect(try scenario.state(ledger, of: scenario.root) == .superseded)
      #expect(ledger.statements.last?.edition.governance?.digest == next.digest)
    }
  }

  @Test func newPeopleDecideUnderTheNewVersion() throws {
    let next = try successor("1.1") { try $0.with("kim-wu", "board-member") }
    let made =
      try founding
      + scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding)
    let policy = try scenario.approve(
      scenario.policy, by: ["kim-wu", "sam-lee"], hour: 8, seen: made, under: next)
    let ledger = try scenario.ledger(made + policy, head: next)
    #expect(ledger.verdict == .valid && ledger.entries.allSatisfy { $0.verdict == .valid })
    #expect(try scenario.state(ledger) == .inForce)
  }

  @Test func theRuleIsThatOfTheVersionBefore() throws {
    let weaker = successor("1.1") { $0.deciding(by: "require: [1 of ciso]") }
    #expect(try chain(weaker, by: ["sam-lee"]) == ["1.0"])
    #expect(try chain(weaker, by: ["sam-lee", "bo-berg"]) == ["1.0", "1.1"])
    let stricter = successor("1.1") {
      $0.deciding(by: "require: [3 of chief-executive board-member ciso]")
    }
    #expect(try chain(stricter, by: ["sam-lee", "bo-berg"]) == ["1.0", "1.1"])
    // Then the version after it is decided by its rule.
    let third = successor("1.2", of: stricter)
    var made =
      try founding
      + scenario.approve(stricter, by: ["sam-lee", "bo-berg"], hour: 5, seen: founding)
    made += try scenario.approve(
      third, by: ["sam-lee", "bo-berg"], hour: 8, seen: made, under: stricter)
    #expect(try scenario.ledger(made).chain.count == 2)
    made += try scenario.approve(third, by: ["jane-doe"], hour: 10, seen: made, under: stricter)
    #expect(try scenario.ledger(made).chain.count == 3)
  }

  @Test func onlyWhatIsMadeUnderTheVersionBeforeDecides() throws {
    let next = try successor("1.1") { try $0.with("kim-wu", "board-member") }
    let jane = try scenario.approve(next, by: ["jane-doe"], hour: 5, seen: founding)
    // Not under the version itself: else who is new could vote for himself.
    let kim = try scenario.approve(
      next, by: ["kim-wu"], hour: 6, seen: founding + jane, under: next)
    let ledger = try scenario.ledger(founding + jane + kim)
    #expect(ledger.chain.count == 1)
    #expect(ledger.entry(kim[0])?.issue?.reason == .governanceNotInForce)
    #expect(try scenario.state(ledger, of: next) == .partial)
    // Nor under one further back.
    let sam = try scenario.approve(next, by: ["sam-lee"], hour: 6, seen: founding + jane)
    let third = successor("1.2", of: next)
    let known = founding + jane + sam
    let old = try scenario.approve(third, by: ["bo-berg"], hour: 8, seen: founding)
    let new = try scenario.approve(third, by: ["jane-doe"], hour: 9, seen: known, under: next)
    #expect(try scenario.ledger(known + old + new).chain.count == 2)
    let again = try scenario.approve(
      third, by: ["bo-berg"], hour: 10, seen: known + new, under: next, number: 2)
    #expect(try scenario.ledger(known + old + new + again).chain.count == 3)
  }

  @Test func aRejectedSuccessorDoesNotComeIntoForce() throws {
    let next = successor("1.1")
    let reject = try scenario.make("bo-berg", next, hour: 4, seen: founding, decision: .reject)
    let knowing = try scenario.approve(
      next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding + [reject])
    let ledger = try scenario.ledger(founding + [reject] + knowing)
    #expect(ledger.chain.count == 1 && ledger.verdict == .valid)
    #expect(try scenario.state(ledger, of: next) == .rejected)
    // Approvals by a quorum that had not seen it hold all the same.
    let unknowing = try scenario.approve(
      next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding)
    let contested = try scenario.ledger(founding + [reject] + unknowing)
    #expect(contested.chain.count == 2)
    #expect(try scenario.status(contested, of: next).flags.contains(.contested))
    // Once it is withdrawn, it holds nobody up.
    let late = try scenario.approve(next, by: ["jane-doe"], hour: 5, seen: founding)
    let open = try scenario.ledger(founding + late + [reject])
    #expect(open.chain.count == 1)
    #expect(try scenario.state(open, of: next) == .rejected)
    let back = try scenario.withdraw(
      reject, by: "bo-berg", on: next, hour: 6, seen: founding + late + [reject])
    let known = founding + late + [reject, back]
    let sam = try scenario.approve(next, by: ["sam-lee"], hour: 7, seen: known)
    #expect(try scenario.ledger(known + sam).chain.count == 2)
  }

  @Test func aWithdrawnApprovalDoesNotBringItIntoForce() throws {
    let next = successor("1.1")
    let jane = try scenario.make("jane-doe", next, hour: 5, seen: founding)
    let back = try scenario.withdraw(
      jane, by: "jane-doe", on: next, hour: 6, seen: founding + [jane])
    let known = founding + [jane, back]
    let sam = try scenario.make("sam-lee", next, hour: 7, seen: known)
    #expect(try scenario.ledger(known + [sam]).chain.count == 1)
    let bo = try scenario.make("bo-berg", next, hour: 8, seen: known + [sam])
    let ledger = try scenario.ledger(known + [sam, bo])
    #expect(ledger.chain.last?.approvals.map(\.person.id) == ["sam-lee", "bo-berg"])
    #expect(ledger.chain.last?.since == hour(8))
  }

  @Test func whileTheFirstVersionIsNotApprovedStrangersHaveNoSayInIt() throws {
    // Under people and rules of their own they approve and reject it.
    let invented = try scenario.successor(of: scenario.root, "1.1") {
      try $0.with("eve-doe", "board-member").with("max-roe", "ciso")
    }
    let claim = try scenario.make("eve-doe", invented, hour: 1, under: invented)
    let approvals = try ["eve-doe", "max-roe"].map {
      try scenario.make($0, scenario.root, hour: 2, seen: [claim], under: invented)
    }
    let reject = try scenario.make(
      "eve-doe", scenario.root, hour: 3, seen: [claim], decision: .reject, under: invented)
    for others in [approvals, [reject], approvals + [reject]] {
      for own in [[], [founding[0]]] {
        let plain = try scenario.ledger(own)
        let ledger = try scenario.ledger(own + [claim] + others)
        #expect(!ledger.isRootApproved)
        #expect(others.allSatisfy { ledger.entry($0)?.verdict != .valid })
        #expect(ledger.leaves.map(\.id) == own.map(\.id))
        if !own.isEmpty {
          #expect(
            try scenario.state(ledger, of: scenario.root)
              == scenario.state(plain, of: scenario.root))
        }
        #expect(try scenario.state(ledger, of: scenario.root) != .inForce)
      }
    }
  }

  // MARK: What cannot follow

  @Test(arguments: [
    ("1.1", true), ("2.0", true), ("1.2", false), ("2.1", false), ("3.0", false), ("0.9", false),
  ])
  func noVersionIsSkipped(_ version: String, _ follows: Bool) throws {
    let next = successor(version)
    #expect(try chain(next, by: ["jane-doe", "sam-lee"]) == ["1.0"] + (follows ? [version] : []))
    let refusals = try #require(Governance.parse(next.bytes).governance)
      .refusals(following: [try scenario.governance])
    #expect(refusals.isEmpty == follows)
  }

  @Test func theVersionsFollowEachOtherFurther() throws {
    var made = founding
    var newest = scenario.root
    for version in ["1.1", "1.2", "2.0", "2.1", "3.0"] {
      let next = scenario.successor(of: newest, version, closing: made)
      made += try scenario.approve(
        next, by: ["jane-doe", "bo-berg"], hour: Int64(made.count), seen: made, under: newest)
      newest = next
    }
    let ledger = try scenario.ledger(made, head: newest, tip: newest)
    #expect(
      ledger.chain.map(\.version.description) == ["1.0", "1.1", "1.2", "2.0", "2.1", "3.0"])
    #expect(ledger.verdict == .valid && ledger.entries.allSatisfy { $0.verdict == .valid })
  }

  @Test func itMustNameTheOneBefore() throws {
    let wrong = successor("1.1").replacing("\(scenario.root.digest)", with: "\(founding[0].id)")
    #expect(try chain(wrong, by: ["jane-doe", "sam-lee"]) == ["1.0"])
    let refusals = try #require(Governance.parse(wrong.bytes).governance)
      .refusals(following: [try scenario.governance])
    #expect(!refusals.isEmpty)
    let made = try scenario.approve(wrong, by: ["jane-doe"], hour: 5, seen: founding)
    let status = try scenario.status(scenario.ledger(founding + made), of: wrong)
    #expect(status.state == .partial)
    #expect(status.missing.contains { $0.contains("1.0") }, "\(status.missing)")
  }

  @Test func whatFollowsNoVersionInForceIsToldWhichItMustFollow() throws {
    let next = successor("1.1") { $0.replacing("Example Cloud", with: "Example Clouds") }
    let dropped = successor("1.1")
    var made = founding
    made += try scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 5, seen: made)
    let third = scenario.successor(of: dropped, "1.2", closing: made)
    made += try scenario.approve(
      third, by: ["jane-doe", "sam-lee"], hour: 8, seen: made, under: next)
    let ledger = try scenario.ledger(made)
    #expect(ledger.chain.last?.digest == next.digest)
    let status = try scenario.status(ledger, of: third)
    #expect(status.state == .partial)
    #expect(status.missing.contains { $0.contains("1.1") }, "\(status.missing)")
  }

  @Test func noKeyPassesToSomebodyElse() throws {
    let passed = try successor("1.1") {
      try $0.without("bo-berg").with("kim-wu", "board-member", key: "bo-berg")
    }
    #expect(try chain(passed, by: ["jane-doe", "sam-lee"]) == ["1.0"])
    let refusals = try #require(Governance.parse(passed.bytes).governance)
      .refusals(following: [try scenario.governance])
    #expect(!refusals.isEmpty)
    // The control: a key of one's own, and somebody gone.
    let own = try successor("1.1") { try $0.without("bo-berg").with("kim-wu", "board-member") }
    #expect(try chain(own, by: ["jane-doe", "sam-lee"]) == ["1.0", "1.1"])
    // Nor later, when the owner has long left.
    var made =
      try founding
      + scenario.approve(own, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding)
    let third = try scenario.successor(of: own, "1.2", closing: made) {
      try $0.with("al-ray", "board-member", key: "bo-berg")
    }
    made += try scenario.approve(
      third, by: ["jane-doe", "sam-lee"], hour: 7, seen: made, under: own)
    #expect(try scenario.ledger(made).chain.count == 2)
    // But back to its owner.
    let back = try scenario.successor(of: own, "1.2", closing: Array(made.prefix(4))) {
      try $0.with("bo-berg", "board-member")
    }
    let others = try scenario.approve(
      back, by: ["jane-doe", "sam-lee"], hour: 7, seen: Array(made.prefix(4)), under: own)
    #expect(try scenario.ledger(made.prefix(4) + others).chain.count == 3)
  }

  @Test(arguments: [
    ("the same", "retired", 3, true), ("earlier", "retired", 2, true),
    ("later", "retired", 4, false), ("for another reason", "compromised", 3, false),
    ("gone", nil, 0, false),
  ])
  func whatIsRevokedStaysRevoked(
    _ name: String, _ reason: String?, _ since: Int64, _ follows: Bool
  ) throws {
    let first = try successor("1.1") { try $0.revoking(("old-key", "retired", hour(3))) }
    var made =
      try founding
      + scenario.approve(first, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding)
    let next = try scenario.successor(of: first, "1.2", closing: made) { text in
      let plain = String(try #require(text.split(separator: "revoked:").first))
      return try reason.map { try plain.revoking(("old-key", $0, hour(since))) } ?? plain
    }
    made += try scenario.approve(
      next, by: ["jane-doe", "sam-lee"], hour: 7, seen: made, under: first)
    #expect(try scenario.ledger(made).chain.count == (follows ? 3 : 2))
  }

  // MARK: Which rule

  @Test func recoveryServesInPlaceOfTheRule() throws {
    let other = try deciding(
      by: "require: [2 of chief-executive ciso]\n    recover: [1 of board-member]")
    for version in ["1.1", "2.0"] {
      let next = other.0.successor(of: other.0.root, version)
      #expect(try chain(next, by: ["bo-berg"], in: other) == ["1.0", version])
      #expect(try chain(next, by: ["sam-lee"], in: other) == ["1.0"])
      #expect(try chain(next, by: ["sam-lee", "jane-doe"], in: other) == ["1.0", version])
    }
  }

  @Test func aMinorVersionMayHaveARuleOfItsOwn() throws {
    let other = try deciding(
      by: "require: [2 of chief-executive board-member ciso]\n    minor: [1 of ciso]")
    let minor = other.0.successor(of: other.0.root, "1.1")
    #expect(try chain(minor, by: ["sam-lee"], in: other) == ["1.0", "1.1"])
    #expect(try chain(minor, by: ["bo-berg"], in: other) == ["1.0"])
    #expect(try chain(minor, by: ["bo-berg", "jane-doe"], in: other) == ["1.0", "1.1"])
    let major = other.0.successor(of: other.0.root, "2.0")
    #expect(try chain(major, by: ["sam-lee"], in: other) == ["1.0"])
    #expect(try chain(major, by: ["sam-lee", "jane-doe"], in: other) == ["1.0", "2.0"])
  }

  // MARK: Separation

  /// The history in which this person, by e-mail, wrote every change.
  private func wrote(_ names: String...) -> ChangeHistory {
    let authors = names.map {
      ChangeAuthors(signer: nil, emails: ["\($0)@example.org"], coAuthors: [])
    }
    return { _, _, _ in authors }
  }

  @Test func theFirstVersionIsExempt() throws {
    let ledger = try scenario.ledger(founding, history: wrote("jane", "sam"))
    #expect(ledger.isRootApproved && ledger.verdict == .valid)
  }

  @Test func anAuthorAloneDoesNotDecide() throws {
    let next = successor("1.1")
    let both = wrote("jane", "sam")
    #expect(try chain(next, by: ["jane-doe", "sam-lee"], history: both) == ["1.0"])
    #expect(try chain(next, by: ["jane-doe", "sam-lee"], history: wrote("sam")).count == 2)
    #expect(try chain(next, by: ["jane-doe", "sam-lee", "bo-berg"], history: both).count == 2)
    // The separation is that of the version before.
    let freed = successor("1.1") { $0 + "separation: {author-approves: allowed}\n" }
    #expect(try chain(freed, by: ["jane-doe", "sam-lee"], history: both) == ["1.0"])
    let rule = "require: [2 of chief-executive board-member ciso]"
    let allowed = try deciding(by: rule, "separation: {author-approves: allowed}\n")
    let free = allowed.0.successor(of: allowed.0.root, "1.1")
    #expect(try chain(free, by: ["jane-doe", "sam-lee"], in: allowed, history: both).count == 2)
    let never = try deciding(by: rule, "separation: {author-approves: never}\n")
    let strict = never.0.successor(of: never.0.root, "1.1")
    let sam = wrote("sam")
    #expect(try chain(strict, by: ["jane-doe", "sam-lee"], in: never, history: sam) == ["1.0"])
    #expect(
      try chain(strict, by: ["jane-doe", "sam-lee", "bo-berg"], in: never, history: sam).count == 2)
  }

  /// Sam makes himself a member of the board too.
  private static func samRises(_ text: String) -> String {
    text.replacing("roles: [ciso]", with: "roles: [ciso, board-member]")
  }

  @Test func nobodyGivesHimselfARoleAlone() throws {
    let one = try deciding(by: "require: [1 of chief-executive board-member ciso]")
    let rise = one.0.successor(of: one.0.root, "1.1", edit: Self.samRises)
    #expect(try chain(rise, by: ["sam-lee"], in: one) == ["1.0"])
    #expect(try chain(rise, by: ["jane-doe"], in: one) == ["1.0", "1.1"])
    #expect(try chain(rise, by: ["sam-lee", "jane-doe"], in: one) == ["1.0", "1.1"])
    // Two who rise together are no better than one.
    let two = successor("1.1") {
      Self.samRises($0).replacing(
        "roles: [chief-executive]", with: "roles: [chief-executive, ciso]")
    }
    #expect(try chain(two, by: ["sam-lee", "jane-doe"]) == ["1.0"])
    #expect(try chain(two, by: ["sam-lee", "bo-berg"]) == ["1.0", "1.1"])
    // A new version that allows it does not allow itself.
    let freed = one.0.successor(of: one.0.root, "1.1") {
      Self.samRises($0) + "separation: {self-appointment: allowed}\n"
    }
    #expect(try chain(freed, by: ["sam-lee"], in: one) == ["1.0"])
  }

  @Test(arguments: [
    ("never-alone", ["sam-lee", "jane-doe"], true), ("never", ["sam-lee", "jane-doe"], false),
    ("never", ["sam-lee", "jane-doe", "bo-berg"], true),
    ("allowed", ["sam-lee", "jane-doe"], true),
  ])
  func selfAppointmentIsJudgedAsTheFileSays(
    _ separation: String, _ people: [String], _ follows: Bool
  ) throws {
    let other = try deciding(
      by: "require: [2 of chief-executive board-member ciso]",
      "separation: {self-appointment: \(separation)}\n")
    let rise = other.0.successor(of: other.0.root, "1.1", edit: Self.samRises)
    #expect(try chain(rise, by: people, in: other) == ["1.0"] + (follows ? ["1.1"] : []))
  }

  @Test func whereItIsAllowedOneAloneMay() throws {
    let other = try deciding(
      by: "require: [1 of chief-executive board-member ciso]",
      "separation: {self-appointment: allowed}\n")
    let rise = other.0.successor(of: other.0.root, "1.1", edit: Self.samRises)
    #expect(try chain(rise, by: ["sam-lee"], in: other) == ["1.0", "1.1"])
  }

  @Test func authorAndBeneficiaryMayBeTwoPeople() throws {
    // Jane wrote it, Sam rises: Sam did not write it, Jane does not rise.
    let rise = successor("1.1", edit: Self.samRises)
    #expect(try chain(rise, by: ["jane-doe", "sam-lee"], history: wrote("jane")).count == 2)
    #expect(try chain(rise, by: ["jane-doe", "sam-lee"], history: wrote("sam")).count == 2)
    #expect(try chain(rise, by: ["jane-doe", "sam-lee"], history: wrote("jane", "sam")) == ["1.0"])
    // Where neither may, nobody of the two does.
    let never = try deciding(
      by: "require: [1 of chief-executive board-member ciso]",
      "separation: {author-approves: never, self-appointment: never}\n")
    let strict = never.0.successor(of: never.0.root, "1.1", edit: Self.samRises)
    let jane = wrote("jane")
    #expect(try chain(strict, by: ["jane-doe", "sam-lee"], in: never, history: jane) == ["1.0"])
    #expect(try chain(strict, by: ["bo-berg"], in: never, history: jane) == ["1.0", "1.1"])
  }

  @Test func newKeysForTheSameRolesAreNoGain() throws {
    let one = try deciding(
      by: "require: [1 of chief-executive board-member ciso]",
      "separation: {self-appointment: never}\n")
    let rotated = try one.0.successor(of: one.0.root, "1.1") {
      try $0.replacing(key: "sam-lee", by: "sam-lee-2")
    }
    #expect(try chain(rotated, by: ["sam-lee"], in: one) == ["1.0", "1.1"])
    let fewer = one.0.successor(of: one.0.root, "1.1") {
      $0.replacing("roles: [ciso]", with: "roles: []")
    }
    #expect(try chain(fewer, by: ["sam-lee"], in: one) == ["1.0", "1.1"])
  }

  // MARK: Forks

  /// Two successors, each approved by two who had not seen the other approved. Sam signs both.
  private func fork(_ version: String = "1.1") throws -> (one: Text, other: Text, made: [Made]) {
    let one = try successor("1.1") { try $0.with("kim-wu", "board-member") }
    let other = try successor(version) { try $0.with("al-ray", "board-member") }
    let sam = [
      try scenario.make("sam-lee", one, hour: 5, seen: founding),
      try scenario.make("sam-lee", other, hour: 5, seen: founding, number: 2),
    ]
    let jane = try scenario.make("jane-doe", one, hour: 6, seen: founding + [sam[0]])
    let bo = try scenario.make("bo-berg", other, hour: 7, seen: founding + [sam[1]])
    return (one, other, founding + sam + [jane, bo])
  }

  @Test(arguments: ["1.1", "2.0"])
  func withoutATipAForkEndsTheChain(_ version: String) throws {
    let (one, other, made) = try fork(version)
    for head in [scenario.root, one, other] {
      let ledger = try scenario.ledger(made, head: head)
      #expect(ledger.chain.map(\.digest) == [scenario.root.digest])
      #expect(ledger.governance?.digest == scenario.root.digest)
      #expect(ledger.verdict == .invalid && !ledger.problems.isEmpty)
      for text in [one, other] { #expect(try scenario.state(ledger, of: text) != .inForce) }
    }
  }

  @Test(arguments: ["1.1", "2.0"])
  func withATipTheForkGoesOnItsWay(_ version: String) throws {
    let (one, other, made) = try fork(version)
    for (tip, rival) in [(one, other), (other, one)] {
      for head in [scenario.root, tip, rival] {
        let ledger = try scenario.ledger(made, head: head, tip: tip)
        #expect(ledger.chain.map(\.digest) == [scenario.root.digest, tip.digest])
        #expect(ledger.verdict == .valid, "\(ledger.problems)")
        #expect(!ledger.problems.isEmpty)
        #expect(ledger.entries.allSatisfy { $0.verdict == .valid })
        #expect(try scenario.state(ledger, of: tip) == .inForce)
        #expect(try scenario.state(ledger, of: rival) != .inForce)
      }
    }
  }

  @Test func aTipFurtherOnTellsTheWayToo() throws {
    let (one, other, made) = try fork()
    let third = scenario.successor(of: other, "1.2", closing: made)
    let more = try scenario.approve(
      third, by: ["jane-doe", "sam-lee"], hour: 9, seen: made, under: other)
    let ledger = try scenario.ledger(made + more, tip: third)
    #expect(
      ledger.chain.map(\.digest) == [scenario.root.digest, other.digest, third.digest])
    #expect(ledger.verdict == .valid)
    // On the other way the same decisions were made under rules that did not come into force.
    let way = try scenario.ledger(made + more, tip: one)
    #expect(way.chain.map(\.digest) == [scenario.root.digest, one.digest])
    #expect(more.allSatisfy { way.entry($0)?.issue?.reason == .governanceNotInForce })
    #expect(way.verdict == .invalid)
  }

  @Test func whatIsDecidedUnderARivalDoesNotCount() throws {
    let (one, other, made) = try fork()
    let policy = try scenario.approve(
      scenario.policy, by: ["jane-doe", "sam-lee"], hour: 9, seen: made, under: other)
    let there = try scenario.ledger(made + policy, tip: other)
    #expect(try scenario.state(there) == .inForce)
    let here = try scenario.ledger(made + policy, tip: one)
    #expect(policy.allSatisfy { here.entry($0)?.issue?.reason == .governanceNotInForce })
    #expect(try scenario.state(here) != .inForce)
    let none = try scenario.ledger(made + policy)
    #expect(policy.allSatisfy { none.entry($0)?.verdict == .untrusted })
    #expect(try scenario.state(none) != .inForce)
  }

  @Test func aTipThatIsNotReachedLeavesEverythingOpen() throws {
    let made = try scenario.history()
    let next = successor("1.1")
    let half = try scenario.approve(next, by: ["jane-doe"], hour: 5, seen: made)
    for (records, head) in [(made, scenario.root), (made, next), (made + half, next)] {
      let ledger = try scenario.ledger(records, head: head, tip: next)
      #expect(ledger.verdict == .invalid && !ledger.problems.isEmpty)
      for text in [scenario.policy, scenario.root, next, scenario.topic("other")] {
        let status = try scenario.status(ledger, of: text)
        #expect(status.state == .indeterminate && status.inForce == nil)
      }
    }
    // One that was reached and passed is fine.
    let both = try half + scenario.approve(next, by: ["sam-lee"], hour: 6, seen: made + half)
    for tip in [scenario.root, next] {
      let ledger = try scenario.ledger(made + both, tip: tip)
      #expect(ledger.verdict == .valid && ledger.problems == [])
      #expect(try scenario.state(ledger) == .inForce)
    }
  }

  @Test(arguments: ["1.1", "2.0"])
  func aSecondSuccessorComesTooLateForWhoHasSeenTheFirstApproved(_ version: String) throws {
    let next = try successor("1.1") { try $0.with("kim-wu", "board-member") }
    let other = try successor(version) { try $0.with("al-ray", "board-member") }
    let made =
      try founding
      + scenario.approve(next, by: ["jane-doe", "sam-lee"], hour: 5, seen: founding)
    let late = try scenario.make("bo-berg", other, hour: 8, seen: made)
    let ledger = try scenario.ledger(made + [late])
    #expect(ledger.entry(late)?.issue?.reason == .versionTaken)
    #expect(ledger.entry(late)?.verdict == .invalid && ledger.verdict == .invalid)
    #expect(ledger.chain.last?.digest == next.digest)
    // Who saw only the first half of it was not too late.
    let early = try scenario.make("bo-berg", other, hour: 8, seen: Array(made.dropLast()))
    let open = try scenario.ledger(made + [early])
    #expect(open.entry(early)?.verdict == .valid && open.verdict == .valid)
    #expect(open.chain.last?.digest == next.digest)
    // Two who come too late make no fork.
    let second = try scenario.make("jane-doe", other, hour: 9, seen: made + [late], number: 2)
    let both = try scenario.ledger(made + [late, second])
    #expect(both.chain.last?.digest == next.digest)
    #expect(both.entry(second)?.issue?.reason == .versionTaken)
  }
}
