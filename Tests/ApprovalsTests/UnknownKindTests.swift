import Documents
import Objects
import Testing

@testable import Approvals

/// Decisions on documents of kinds that this version does not know: nothing is said of them, and nothing
/// else changes.
@Suite struct UnknownKindTests {
  private let scenario: Scenario
  private let made: [Made]
  /// What such a document says that all documents say, in a kind that is known.
  private let twin: Text

  init() throws {
    scenario = try Scenario.overTime()
    made = try scenario.history()
    twin = scenario.policy
      .replacing("id: information-security", with: "id: board-minutes")
      .replacing("title: Information Security Policy", with: "title: Minutes of the Board")
      .replacing("level: top\n", with: "")
  }

  /// The text in which that is of another kind.
  private func text(_ kind: String) -> Text {
    Text(
      twin.replacing("kind: policy", with: "kind: \(kind)").content
        .replacing("\n---\n\n", with: "\nattended: [jane-doe]\nresults: {scope: kept}\n---\n\n"),
      path: "records/board-minutes.md")
  }

  private func decide(
    _ text: Text, by person: String = "jane-doe", hour: Int64 = 5, seen: [Made]? = nil,
    decision: Decision = .approve, key: String? = nil, edit: (inout Draft) throws -> Void = { _ in }
  ) throws -> Made {
    try scenario.make(person, twin, hour: hour, seen: seen ?? made, decision: decision, key: key) {
      $0.path = text.path
      $0.digest = text.digest
      $0.target = .file(Record.FoundText(text.bytes, path: text.path))
      try edit(&$0)
    }
  }

  private func reason(_ made: Made, _ ledger: Ledger) -> Reason? {
    ledger.entry(made)?.issue?.reason
  }

  @Test(arguments: DocumentKind.announced.sorted() + ["charter", "policy-2", "x"])
  func whatIsDecidedOnSuchADocumentCannotBeJudged(_ kind: String) throws {
    let decision = try decide(text(kind))
    let ledger = try scenario.ledger(made + [decision])
    #expect(reason(decision, ledger) == .unsupported)
    #expect(ledger.entry(decision)?.counts == false)
    #expect(ledger.verdict == .indeterminate && ledger.problems.isEmpty && ledger.missing.isEmpty)
    #expect(try scenario.state(ledger) == .inForce)
    // What this version knows of the same id hangs on what it does not.
    #expect(try scenario.state(ledger, of: twin) == .indeterminate)
  }

  @Test(arguments: ["governance", "Charter", "a--b", "-", "con", "[charter]", "{a: b}", "", "b c"])
  func whatIsNoKindIsNoDocument(_ kind: String) throws {
    let decision = try decide(text(kind))
    let ledger = try scenario.ledger(made + [decision])
    #expect(reason(decision, ledger) == .documentMismatch)
    #expect(try scenario.state(ledger, of: twin) != .indeterminate)
  }

  /// Of a kind that is known this is asked too.
  @Test(arguments: [
    ("id: board-minutes", "id: other-minutes", Reason.documentMismatch),
    ("version: 1.0", "version: 1.1", .documentMismatch),
    ("version: 1.0", "version: one", .documentMismatch),
    ("title: Minutes of the Board\n", "", .documentMismatch),
    ("title: Minutes of the Board", "title: Minutes of the board", .subjectMismatch),
    ("title: Minutes of the Board", "title: <b>", .documentMismatch),
    ("kind: charter", "kind: charter\nkind: charter", .documentMismatch),
    ("---\nid", "--- \nid", .documentMismatch),
  ])
  func whatEveryDocumentSaysMustFit(_ piece: String, _ other: String, _ expected: Reason) throws {
    let decision = try decide(text("charter").replacing(piece, with: other))
    let ledger = try scenario.ledger(made + [decision])
    #expect(reason(decision, ledger) == expected)
    #expect(try scenario.state(ledger, of: twin) != .indeterminate)
  }

  /// Else one file in a folder of documents would put everything in doubt.
  @Test(arguments: ["records/board-minutes.md", "writ.yaml"])
  func itIsNeverThePeopleAndRules(_ path: String) throws {
    let text = Text(
      text("charter").replacing("id: board-minutes", with: "id: governance").content, path: path)
    let decision = try decide(text) { draft in
      draft.name = StatementName(
        document: .governance, version: Version(1, 0), decision: .approve, person: "jane-doe",
        number: 7)
    }
    let ledger = try scenario.ledger(made + [decision])
    #expect(reason(decision, ledger) == .documentMismatch)
    #expect(try scenario.state(ledger, of: twin) != .indeterminate)
    #expect(try scenario.state(ledger) == .inForce)
  }

  @Test(arguments: [Decision.approve, .reject, .reaffirm, .retire])
  func soItIsOfEveryDecision(_ decision: Decision) throws {
    let first = try decide(text("charter"), decision: decision)
    let undone = try decide(
      text("charter"), hour: 6, seen: made + [first], decision: .withdraw
    ) { $0.withdraws = first.id }
    let ledger = try scenario.ledger(made + [first, undone])
    #expect(reason(first, ledger) == .unsupported && reason(undone, ledger) == .unsupported)
    #expect(ledger.missing.isEmpty)
    #expect(try scenario.state(ledger) == .inForce)
  }

  @Test func aStrangersIsNotReckonedWith() throws {
    let decision = try decide(text("charter"), key: "stranger")
    let ledger = try scenario.ledger(made + [decision])
    #expect(reason(decision, ledger) == .keyNotRegistered)
    #expect(try scenario.state(ledger, of: twin) != .indeterminate)
    #expect(try scenario.state(ledger, of: twin) == .draft)
  }

  @Test func whatWasDecidedOnItAndIsGoneIsMissing() throws {
    let first = try decide(text("charter"))
    let next = try scenario.make(
      "sam-lee", scenario.policy("1.1"), hour: 6, seen: made + [first])
    #expect(try scenario.ledger(made + [first, next]).missing.isEmpty)
    let ledger = try scenario.ledger(made + [next])
    #expect(ledger.missing.map(\.id) == [first.id])
    #expect(try scenario.state(ledger, of: twin) == .indeterminate)
    // Whatever it was, it may have taken the place of any other document.
    #expect(try scenario.state(ledger) == .indeterminate)
  }

  /// What it names as seen is missing where it is gone.
  @Test func whatItHadSeenIsMissedToo() throws {
    let gone = try scenario.make("sam-lee", scenario.policy("1.1"), hour: 4, seen: made)
    let decision = try decide(text("charter"), seen: made + [gone])
    #expect(try scenario.ledger(made + [decision]).missing.map(\.id) == [gone.id])
  }

  /// Perhaps it took the place of another document.
  @Test func whatItReplacesCannotBeToldEither() throws {
    let replacing = text("charter").replacing(
      "kind: charter", with: "kind: charter\nreplaces: information-security")
    let decision = try decide(replacing)
    #expect(try scenario.state(scenario.ledger(made + [decision])) == .indeterminate)
    // To send it back replaces nothing, and who may not decide neither.
    for other in [
      try decide(replacing, decision: .reject), try decide(replacing, key: "stranger"),
      try decide(text("charter")),
    ] {
      #expect(try scenario.state(scenario.ledger(made + [other])) == .inForce)
    }
  }
}
