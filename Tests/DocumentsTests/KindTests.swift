import Documents
import Objects
import Testing

private func document(_ kind: String, _ entries: String) -> ParsedDocument {
  let text = """
    ---
    id: it
    kind: \(kind)
    title: It
    version: 1.0
    language: en
    classification: internal
    owner: ciso
    \(entries)
    ---

    # It

    """
  return Document.parse(Array(text.utf8), path: "policies/it.md")
}

private let objective = """
  statement: Fewer than one in twenty people click on a simulated phishing message
  level: department
  function: Sales
  policy: information-security
  goals: [trust]
  metric: share of people who click
  unit: percent
  baseline: 12
  target: below 5
  requirements: [gdpr]
  risks: [r-7]
  owner-person: sam-lee
  resources: [two days a quarter, a tool]
  actions:
    - {what: Simulate, who: ciso, due: 2027-01-31}
  milestones:
    - {what: First result, due: 2027-02-28}
    - {what: Half way, due: 2027-06-30}
  due: 2027-12-31
  evaluation: {method: Count of clicks, by: ciso, every: 3 months}
  tags: [continuity]
  """

@Suite struct KindTests {
  @Test func everyKeyOfAnObjectiveIsRead() throws {
    let parsed = document("objective", objective)
    #expect(parsed.problems == [])
    #expect(parsed.kind == .objective)
    let document = try #require(parsed.document)
    #expect(document.kind == .objective && document.level == nil && document.policy == nil)
    let read = try #require(document.objective)
    #expect(read.statement?.hasPrefix("Fewer than one") == true)
    #expect(read.level == "department" && read.function == "Sales")
    #expect(read.policy == DocumentID("information-security") && read.goals == ["trust"])
    #expect(read.metric == "share of people who click" && read.unit == "percent")
    #expect(read.baseline == "12" && read.target == "below 5" && read.notMeasurableReason == nil)
    #expect(read.requirements == ["gdpr"] && read.risks == ["r-7"])
    #expect(read.ownerPerson == "sam-lee" && read.resources == ["two days a quarter", "a tool"])
    #expect(read.actions.map(\.what) == ["Simulate"] && read.actions.map(\.who) == ["ciso"])
    #expect(read.actions.map(\.due) == [CalendarDate("2027-01-31")])
    #expect(read.milestones.map(\.what) == ["First result", "Half way"])
    #expect(read.milestones.map(\.line) == [25, 26])
    #expect(read.due == CalendarDate("2027-12-31"))
    #expect(read.evaluation?.method == "Count of clicks" && read.evaluation?.by == "ciso")
    #expect(read.evaluation?.every == Interval("3 months") && read.tags == ["continuity"])
  }

  @Test func resourcesMayBeOneText() {
    let parsed = document(
      "objective",
      objective.replacing("[two days a quarter, a tool]", with: "two days a quarter"))
    #expect(parsed.problems == [])
    #expect(parsed.document?.objective?.resources == ["two days a quarter"])
  }

  @Test func everyKeyOfARoleIsRead() throws {
    let parsed = document(
      "role",
      """
      responsibilities: [Keeps the system conforming, Reports on it]
      authorities: [Stops a change]
      reports-to: chief-executive
      granted-by: board-member
      job-description: https://example.org/ciso
      management: true
      deputy: deputy-ciso
      """)
    #expect(parsed.problems == [])
    let role = try #require(parsed.document?.role)
    #expect(role.responsibilities == ["Keeps the system conforming", "Reports on it"])
    #expect(role.authorities == ["Stops a change"] && role.isManagement)
    #expect(role.reportsTo == RoleID("chief-executive") && role.deputy == RoleID("deputy-ciso"))
    #expect(role.grantedBy == RoleID("board-member"))
    #expect(role.jobDescription == "https://example.org/ciso")
  }

  @Test func aProcedureNamesWhatItPutsToWork() {
    let parsed = document("procedure", "implements: [information-security, access]")
    #expect(parsed.problems == [])
    #expect(
      parsed.document?.procedure?.implements
        == ["information-security", "access"].compactMap { DocumentID($0) })
  }

  @Test func anExternalTextSaysWhereItComesFrom() {
    let digest = "sha256:" + String(repeating: "0a", count: 32)
    let good = document(
      "procedure", "external: {source: Acme Ltd, date: 2026-01-31, digest: \"\(digest)\"}")
    #expect(good.problems == [])
    #expect(good.document?.external?.source == "Acme Ltd")
    #expect(good.document?.external?.date == CalendarDate("2026-01-31"))
    #expect(good.document?.external?.digest == Digest(digest))

    #expect(
      document("procedure", "external: {date: 31 January, digest: abc}").problems.map(\.kind)
        == [.missing("external.source"), .value("external.date"), .value("external.digest")])
  }

  @Test(arguments: [
    "statement", "level", "policy", "owner-person", "resources", "actions", "due", "evaluation",
  ])
  func anObjectiveLacksNothing(_ key: String) {
    // Without what stands indented below the key.
    var isLeftOut = false
    let rows = objective.split(separator: "\n").filter { row in
      if !row.hasPrefix(" ") { isLeftOut = row.hasPrefix("\(key):") }
      return !isLeftOut
    }
    let parsed = document("objective", rows.joined(separator: "\n"))
    #expect(parsed.problems.map(\.kind) == [.missing(key)])
    #expect(parsed.document != nil)
  }

  @Test(arguments: [
    ("due: 2027-12-31", "due: soon", "due"),
    ("who: ciso, due", "due", "actions[1].who"),
    ("{what: Half way, due: 2027-06-30}", "{what: Half way, due: June}", "milestones[2].due"),
    ("every: 3 months", "every: sometimes", "evaluation.every"),
    ("policy: information-security", "policy: The Policy", "policy"),
    ("risks: [r-7]", "risks: r-7", "risks"),
  ])
  func malformedEntriesAreNamed(_ piece: String, _ other: String, _ key: String) {
    let kinds = document("objective", objective.replacing(piece, with: other)).problems.map(\.kind)
    #expect(kinds == [.value(key)] || kinds == [.missing(key)])
  }

  @Test(arguments: [
    ("policy\nlevel: topic", "metric: clicks", "metric"),
    ("procedure", "elements: {}", "elements"),
    ("role\nresponsibilities: [a]\nauthorities: [b]", "level: top", "level"),
  ])
  func keysAreKnownToTheirKindOnly(_ kind: String, _ entry: String, _ key: String) {
    let parsed = document(kind, entry)
    #expect(parsed.problems.map(\.kind) == [.unknownKey(key)])
    #expect(parsed.document != nil)
  }

  @Test func aSlipOfThePenNamesTheNearestKeyOfTheKind() {
    let parsed = document("objective", "\(objective)\nmileston: []")
    #expect(parsed.problems.map(\.kind) == [.unknownKey("mileston")])
    #expect(parsed.problems.first?.remedy.contains("\"milestones\"") == true)
  }

  @Test func whatHasNoKindIsNotJudgedByTheKeysOfOne() {
    #expect(document("objektive", objective).problems.map(\.kind) == [.value("kind")])
  }
}
