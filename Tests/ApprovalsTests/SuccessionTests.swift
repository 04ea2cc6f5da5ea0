import Documents
import Objects
import Testing

@testable import Approvals

/// Versions that follow others: minor ones, documents that replace others, texts of one version.
@Suite(.enabled(if: Keyring.isInstalled)) struct SuccessionTests {
  private let scenario: Scenario
  private let history: [Made]
  private var foundation: [Made] { Array(history.prefix(2)) }

  init() throws {
    scenario = try Scenario()
    history = try scenario.history()
  }

  private func version(_ version: String, _ words: String = "We protect what we know.") -> Text {
    scenario.policy.replacing("version: 1.0", with: "version: \(version)")
      .replacing("We protect what we know.", with: words)
  }

  /// The top policy under another name, replacing what is given.
  private func document(
    _ id: String, replacing old: String?, version: String = "1.0", level: String = "top",
    effective: String = "2026-12-01"
  ) -> Text {
    Text(
      scenario.policy.content.replacing("id: information-security", with: "id: \(id)")
        .replacing("effective: 2026-12-01", with: "effective: \(effective)")
        .replacing("level: top", with: "level: \(level)")
        .replacing(
          "version: 1.0", with: (old.map { "replaces: \($0)\n" } ?? "") + "version: \(version)"),
      path: "policies/\(id).md")
  }

  private func approve(
    _ text: Text, hour: Int64, seen: [Made], by people: [String] = ["jane-doe", "sam-lee"],
    number: Int = 1, scenario: Scenario? = nil
  ) throws -> [Made] {
    try people.map {
      try (scenario ?? self.scenario).make($0, text, hour: hour, seen: seen, number: number)
    }
  }

  // MARK: Minor versions

  private func withMinor() throws -> (Scenario, [Made]) {
    let scenario = try Scenario {
      $0.replacing("level: top}\n", with: "level: top}\n    minor: [1 of ciso]\n")
    }
    return (scenario, try scenario.history())
  }

  @Test func aMinorVersionMeetsTheRuleForMinorVersions() throws {
    let (scenario, history) = try withMinor()
    let minor = version("1.1", "Better words.")
    let draft = try scenario.status(scenario.ledger(history), of: minor)
    #expect(
      draft.state == .draft && draft.missing == ["Sam Lee (Chief Information Security Officer)"])
    let sam = try scenario.make("sam-lee", minor, hour: 5, seen: history)
    let status = try scenario.status(scenario.ledger(history + [sam]), of: minor)
    #expect(status.state == .inForce && status.inForce?.met == start.adding(seconds: 5 * 3600))
    // The whole rule serves as well.
    let whole = try approve(
      minor, hour: 6, seen: history, by: ["jane-doe", "bo-berg"], scenario: scenario)
    #expect(try scenario.status(scenario.ledger(history + whole), of: minor).state == .inForce)
    // A major version needs it.
    let major = version("2.0")
    let one = try scenario.make("sam-lee", major, hour: 5, seen: history)
    #expect(try scenario.status(scenario.ledger(history + [one]), of: major).state == .partial)
  }

  @Test func whoHadNotSeenTheMajorVersionApprovedDoesNotSignAMinorOne() throws {
    let (scenario, history) = try withMinor()
    let minor = version("1.1", "Better words.")
    for seen in [[], Array(history.prefix(2)), Array(history.prefix(3))] {
      let sam = try scenario.make("sam-lee", minor, hour: 5, seen: seen)
      let ledger = try scenario.ledger(history + [sam])
      #expect(ledger.verdict == .valid)
      let status = try scenario.status(ledger, of: minor)
      #expect(status.state == .partial && status.inForce?.edition.version == Version(1, 0))
    }
    // Nor who had seen a higher major version approved already.
    let second = try approve(version("2.0"), hour: 4, seen: history, scenario: scenario)
    let late = try scenario.make("sam-lee", minor, hour: 5, seen: history + second)
    let status = try scenario.status(scenario.ledger(history + second + [late]), of: minor)
    #expect(status.state == .partial && status.flags == [.notMerged])
    #expect(status.inForce?.edition.version == Version(2, 0))
  }

  @Test func minorVersionsFollowMinorVersions() throws {
    let (scenario, history) = try withMinor()
    var made = history
    for minor in 1...12 {
      made.append(
        try scenario.make("sam-lee", version("1.\(minor)"), hour: 5 + Int64(minor), seen: made))
    }
    let status = try scenario.status(scenario.ledger(made), of: version("1.12"))
    #expect(status.state == .inForce && status.approved.count == 13)
    // Without the first of them approved, none is.
    let gone = try scenario.ledger(Array(made[..<2]) + made[4...])
    #expect(try scenario.status(gone, of: version("1.12")).state == .indeterminate)
  }

  // MARK: A version taken before

  @Test func anAuthorWhoApprovesAloneMayAmendAndApproveAgain() throws {
    // One is enough for a topic policy, but not the author alone.
    let topic = scenario.policy.replacing("level: top", with: "level: topic")
    let amended = topic.replacing("We protect", with: "We guard")
    let authors = ChangeAuthors(signer: nil, emails: ["sam@example.org"], coAuthors: [])
    let first = try scenario.make("sam-lee", topic, hour: 3, seen: foundation)
    let again = try scenario.make(
      "sam-lee", amended, hour: 4, seen: foundation + [first], number: 2)
    let jane = try scenario.make(
      "jane-doe", amended, hour: 5, seen: foundation + [first, again])
    let made = foundation + [first, again, jane]
    let ledger = try scenario.ledger(made) { _, _, _ in [authors] }
    #expect(ledger.verdict == .valid)
    let status = try scenario.status(ledger, of: amended) { _, _, _ in [authors] }
    #expect(status.state == .inForce)
    // Had somebody else written it, one approval would have taken the version.
    let other = try scenario.ledger(made)
    #expect(other.entry(again)?.issue?.reason == .versionTaken)
  }

  @Test func aTextThatWasSentBackTakesNoVersion() throws {
    let amended = version("1.0", "Better words.")
    let rejected = try scenario.make(
      "bo-berg", scenario.policy, hour: 2, seen: foundation, decision: .reject)
    let first = try approve(scenario.policy, hour: 3, seen: foundation + [rejected])
    let again = try approve(
      amended, hour: 4, seen: foundation + [rejected] + first, number: 2)
    let ledger = try scenario.ledger(foundation + [rejected] + first + again)
    #expect(ledger.verdict == .valid)
    #expect(try scenario.status(ledger, of: amended).state == .inForce)
    #expect(try scenario.status(ledger).state == .rejected)
    // But sending back what one has seen approved does not free its version.
    let late = try scenario.make(
      "bo-berg", scenario.policy, hour: 4, seen: history, decision: .reject)
    let taken = try scenario.make("jane-doe", amended, hour: 5, seen: history + [late], number: 2)
    let entry = try scenario.ledger(history + [late, taken]).entry(taken)
    #expect(entry?.issue?.reason == .versionTaken)
  }

  // MARK: Documents that replace others

  @Test func aDocumentTakesThePlaceOfAnother() throws {
    let new = document("security", replacing: "information-security")
    #expect(try scenario.status(scenario.ledger(history)).state == .inForce)
    let made = try history + approve(new, hour: 5, seen: history)
    let ledger = try scenario.ledger(made)
    #expect(ledger.verdict == .valid)
    #expect(try scenario.status(ledger, of: new).state == .inForce)
    let old = try scenario.status(ledger)
    #expect(old.state == .superseded && old.inForce == nil)
    #expect(old.successor?.edition.document == "security")
    #expect(old.successor?.since == CalendarDate("2026-12-01")?.start)
    #expect(
      try ledger.approvedVersions(of: "information-security", history: nobodyWrote).inForce == nil)
    // As of before, it was in force; a later version of it is in force anew.
    let later = document("security", replacing: "information-security", effective: "2027-06-01")
    let ahead = try scenario.ledger(history + approve(later, hour: 5, seen: history))
    #expect(try scenario.status(ahead).state == .inForce)
    #expect(try scenario.status(ahead, of: later).state == .approved)
    let anew = scenario.policy.replacing("version: 1.0", with: "version: 2.0")
      .replacing("effective: 2026-12-01", with: "effective: 2026-12-02")
    let revived = try scenario.ledger(made + approve(anew, hour: 6, seen: made))
    #expect(try scenario.status(revived, of: anew).state == .inForce)
    #expect(try scenario.status(revived).state == .superseded)
  }

  @Test func theRuleOfTheReplacedDocumentMustBeMetToo() throws {
    // One is enough for a topic policy, but not to take the place of the top policy.
    let new = document("security", replacing: "information-security", level: "topic")
    let one = try scenario.make("sam-lee", new, hour: 5, seen: history)
    let status = try scenario.status(scenario.ledger(history + [one]), of: new)
    #expect(status.state == .partial && status.missing.count == 1)
    #expect(try scenario.status(scenario.ledger(history + [one])).state == .inForce)
    let two = try scenario.make("jane-doe", new, hour: 6, seen: history + [one])
    #expect(try scenario.status(scenario.ledger(history + [one, two])).state == .superseded)
    let alone = document("security", replacing: nil, level: "topic")
    let own = try scenario.make("sam-lee", alone, hour: 5, seen: history)
    #expect(try scenario.status(scenario.ledger(history + [own]), of: alone).state == .inForce)
  }

  @Test func nothingReplacesItself() throws {
    let text = document("information-security", replacing: "information-security", version: "2.0")
    let made = try history + approve(text, hour: 5, seen: history)
    let status = try scenario.status(scenario.ledger(made), of: text)
    #expect(status.state == .partial && status.inForce?.edition.version == Version(1, 0))
    #expect(
      status.missing == ["another entry under replaces, since a document cannot replace itself"])
  }

  @Test func documentsThatReplaceEachOtherInACircleAreJudged() throws {
    // On the same day: what was approved later holds.
    let there = document("security", replacing: "information-security")
    let back = document("information-security", replacing: "security", version: "2.0")
    var made = history
    made += try approve(there, hour: 5, seen: made)
    made += try approve(back, hour: 6, seen: made)
    let ledger = try scenario.ledger(made)
    #expect(try scenario.status(ledger, of: back).state == .inForce)
    #expect(try scenario.status(ledger, of: there).state == .superseded)
    #expect(try scenario.status(ledger).state == .superseded)
    // Three in a circle, each approved at the same second.
    let three = [("a", "b"), ("b", "c"), ("c", "a")].map { document($0, replacing: $1) }
    let circle = try scenario.ledger(
      foundation + three.flatMap { try approve($0, hour: 5, seen: foundation) })
    let states = try three.map { try scenario.status(circle, of: $0).state }
    #expect(states.filter { $0 == .inForce }.count >= 1)
  }

  @Test func whatCannotBeToldOfOneCannotBeToldOfTheOther() throws {
    let new = document("security", replacing: "information-security")
    let first = try scenario.make("jane-doe", new, hour: 5, seen: history)
    let last = try scenario.make("sam-lee", new, hour: 6, seen: history + [first])
    let ledger = try scenario.ledger(history + [last])
    #expect(ledger.missing.map(\.id) == [first.id])
    #expect(try scenario.status(ledger, of: new).state == .indeterminate)
    #expect(try scenario.status(ledger).state == .indeterminate)
    // The one that is left does not suffice: what is missing may have been of another text.
    let other = document("other", replacing: nil)
    #expect(try scenario.status(ledger, of: other).state == .indeterminate)
    // Where it does, the others are as they are.
    let topic = document("security", replacing: "information-security", level: "topic")
    let three = try approve(
      topic, hour: 5, seen: history, by: ["jane-doe", "sam-lee", "bo-berg"])
    let bo = try scenario.make("bo-berg", other, hour: 6, seen: history + three)
    let left = try scenario.ledger(history + three.dropFirst() + [bo])
    #expect(left.missing.map(\.id) == [three[0].id])
    #expect(try scenario.status(left, of: topic).state == .indeterminate)
    #expect(try scenario.status(left).state == .indeterminate)
    #expect(try scenario.status(left, of: other).state == .partial)
  }

  // MARK: Flags

  @Test func whatWasMeantToBeInForceBeforeItWasApprovedIsFlagged() throws {
    let text = scenario.policy.replacing("effective: 2026-12-01", with: "effective: 2026-11-20")
    let made = try foundation + approve(text, hour: 5, seen: foundation)
    #expect(try scenario.status(scenario.ledger(made), of: text).flags == [.retroactive])
    let same = scenario.policy.replacing("effective: 2026-12-01", with: "effective: 2026-11-21")
    let other = try foundation + approve(same, hour: 5, seen: foundation)
    #expect(try scenario.status(scenario.ledger(other), of: same).flags == [])
    #expect(try scenario.status(scenario.ledger(foundation), of: text).flags == [])
  }

  @Test func aVersionThatIsApprovedButNotInHEADIsFlagged() throws {
    let made = try history + approve(version("1.1"), hour: 5, seen: history)
    let status = try scenario.status(scenario.ledger(made))
    #expect(status.state == .superseded && status.flags == [.notMerged])
    #expect(try scenario.status(scenario.ledger(made), of: version("1.1")).flags == [])
  }
}
