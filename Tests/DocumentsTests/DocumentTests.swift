import Documents
import Markdown
import Objects
import Testing

/// The front matter that the formats show.
let sampleFrontMatter = """
  ---
  id: information-security
  kind: policy                  # see artefacts.md
  level: top                    # top | topic (policies)
  title: Information Security Policy
  version: 1.0                  # a major version is a material change
  language: en
  classification: public        # from the scale in writ.yaml
  owner: ciso                   # a role, never a person
  effective: 2026-12-01
  review-every: 12 months
  clauses: [5.2, A.5.1]
  elements:                     # top policy: each required element, where it stands, and the very words
    purpose: {under: purpose, says: "This policy supports what Example Ltd is for"}
    objectives: {under: objectives, says: "sets the information security objectives each year"}
    requirements: {under: commitments, says: "meet every legal, regulatory and contractual requirement that applies"}
    improvement: {under: commitments, says: "continually improve our information security management system"}
  availability: [intranet, website]
  change: {summary: First issue, reason: The ISMS was established}
  ---

  """

let sampleBody = """
  # Information Security Policy

  ## Purpose

  This policy supports what *Example Ltd*
  is for.

  ## Objectives

  The CISO sets the information security objectives each year.

  ## Commitments

  - We meet every legal, regulatory and contractual requirement that applies.
  - We continually improve our information security management system.

  """

let sample = sampleFrontMatter + sampleBody

func parse(_ text: String) -> ParsedDocument {
  Document.parse(Array(text.utf8), path: "policies/information-security.md")
}

/// The sample with one piece of it exchanged.
func parseSample(_ piece: String, _ replacement: String) -> ParsedDocument {
  var text = sample
  if let range = text.firstRange(of: piece) { text.replaceSubrange(range, with: replacement) }
  return parse(text)
}

@Suite struct DocumentTests {
  @Test func theSampleReadsAsItSays() throws {
    let parsed = parse(sample)
    #expect(parsed.problems == [])
    let document = try #require(parsed.document)
    let policy = try #require(document.policy)
    #expect(document.path == "policies/information-security.md")
    #expect(document.id == DocumentID("information-security"))
    #expect(document.kind == .policy)
    #expect(document.level == .top)
    #expect(document.title == "Information Security Policy")
    #expect(document.version == Version(1, 0))
    #expect(document.language == "en")
    #expect(document.classification == "public")
    #expect(document.owner == RoleID("ciso"))
    #expect(document.effective == CalendarDate("2026-12-01"))
    #expect(document.reviewEvery == Interval("12 months"))
    #expect(document.clauses == ["5.2", "A.5.1"])
    #expect(Set(policy.elements.keys) == Set(Element.Name.allCases))
    let purpose = try #require(policy.elements[.purpose])
    #expect(purpose.under == "purpose")
    #expect(purpose.says == "This policy supports what Example Ltd is for")
    #expect(purpose.line == 14)
    #expect(policy.availability == ["intranet", "website"])
    #expect(policy.notAvailableReason == nil)
    #expect(document.change?.summary == "First issue")
    #expect(document.change?.reason == "The ISMS was established")
    #expect(document.replaces == nil)
    #expect(document.line(of: "owner") == 9)
    #expect(document.line(of: "parent") == 1)
    #expect(document.bodyLine == 21)
    #expect(document.body.sections.map(\.slug).first == "information-security-policy")
    #expect(document.body.section("purpose")?.line == 23)
    for element in policy.elements.values {
      #expect(document.body.section(element.under)?.says(element.says) == true, "\(element)")
    }
  }

  @Test func everyKeyOfAPolicyIsRead() throws {
    let parsed = parseSample(
      "availability: [intranet, website]",
      """
      not-available-reason: internal only
      audience: [everyone]
      objectives: [fewer-incidents]
      framework: {set-by: ciso, reviewed-every: 1 year}
      requirements: [gdpr]
      goals: [trust]
      controls: [A.5.15]
      parent: top-policy
      replaces: old-policy
      retention: 7 years
      """)
    #expect(parsed.problems == [])
    let document = try #require(parsed.document)
    let policy = try #require(document.policy)
    #expect(policy.notAvailableReason == "internal only")
    #expect(policy.audience == ["everyone"])
    #expect(policy.objectives == [DocumentID("fewer-incidents")].compactMap { $0 })
    #expect(policy.framework?.setBy == "ciso")
    #expect(policy.framework?.reviewedEvery == Interval("1 year"))
    #expect(policy.requirements == ["gdpr"])
    #expect(policy.goals == ["trust"])
    #expect(policy.controls == ["A.5.15"])
    #expect(policy.parent == DocumentID("top-policy"))
    #expect(document.replaces == DocumentID("old-policy"))
    #expect(document.retention == "7 years")
  }

  @Test(arguments: [
    ("id: information-security", "id: Information Security", "id", 2),
    ("id: information-security", "id: governance", "id", 2),
    ("id: information-security", "id: con", "id", 2),
    ("kind: policy", "kind: governance", "kind", 3),
    ("kind: policy", "kind: minutes", "kind", 3),
    ("kind: policy", "kind: polcy", "kind", 3),
    ("kind: policy", "kind: [policy]", "kind", 3),
    ("title: Information Security Policy", "title: <b>Policy</b>", "title", 5),
    ("title: Information Security Policy", "title: \" Policy\"", "title", 5),
    ("title: Information Security Policy", "title:", "title", 5),
    ("version: 1.0", "version: 1", "version", 6),
    ("version: 1.0", "version: 01.0", "version", 6),
    ("version: 1.0", "version: v1.0", "version", 6),
  ])
  func withoutWhatNamesItThereIsNoDocument(
    _ piece: String, _ replacement: String, _ key: String, _ line: Int
  ) throws {
    let parsed = parseSample(piece, replacement)
    #expect(parsed.document == nil)
    let problem = try #require(parsed.problems.first)
    #expect(parsed.problems.count == 1)
    #expect(problem.kind == .value(key))
    #expect(problem.line == line)
  }

  @Test(arguments: [
    ("level: top", "level: middle", "level", 4),
    ("language: en", "language: English", "language", 7),
    ("language: en", "language: en_GB", "language", 7),
    ("classification: public", "classification: []", "classification", 8),
    ("owner: ciso", "owner: Jane Doe", "owner", 9),
    ("effective: 2026-12-01", "effective: 1 December 2026", "effective", 10),
    ("effective: 2026-12-01", "effective: 2026-02-29", "effective", 10),
    ("review-every: 12 months", "review-every: yearly", "review-every", 11),
    ("clauses: [5.2, A.5.1]", "clauses: 5.2", "clauses", 12),
    ("clauses: [5.2, A.5.1]", "clauses: [{a: b}]", "clauses", 12),
    ("availability: [intranet, website]", "availability: intranet", "availability", 18),
    ("availability: [intranet, website]", "objectives: [A B]", "objectives", 18),
    ("availability: [intranet, website]", "parent: A", "parent", 18),
    ("availability: [intranet, website]", "replaces: governance", "replaces", 18),
    ("change: {summary: First issue, reason: The ISMS was established}", "change: x", "change", 19),
    ("purpose: {under: purpose, says: \"This", "purpose: x # \"This", "elements.purpose", 14),
    ("under: purpose", "under: ", "elements.purpose.under", 14),
  ])
  func otherProblemsStandBesideTheDocument(
    _ piece: String, _ replacement: String, _ key: String, _ line: Int
  ) throws {
    let parsed = parseSample(piece, replacement)
    #expect(parsed.document != nil)
    #expect(parsed.problems.map(\.kind) == [.value(key)])
    #expect(parsed.problems.first?.line == line)
  }

  @Test(arguments: [
    "id", "kind", "level", "title", "version", "language", "classification", "owner",
  ])
  func requiredKeysAreMissed(_ key: String) throws {
    let rows = sample.split(separator: "\n", omittingEmptySubsequences: false)
    let text = rows.filter { !$0.hasPrefix("\(key): ") }.joined(separator: "\n")
    let parsed = parse(text)
    #expect(parsed.problems.contains { $0.kind == .missing(key) && $0.line == 2 })
    #expect((parsed.document == nil) == ["id", "kind", "title", "version"].contains(key))
  }

  @Test func languageTagsAreThoseOfRFC5646() {
    for tag in ["en", "de-AT", "pt-BR", "zh-Hant-TW", "es-419", "de-1996", "sl-rozaj", "gsw", "EN"]
    {
      #expect(parseSample("language: en", "language: \(tag)").problems == [], "\(tag)")
    }
    for tag in ["e", "engl", "en-", "-en", "en--GB", "en-G", "12", "en GB", "dé"] {
      #expect(parseSample("language: en", "language: \(tag)").problems.count == 1, "\(tag)")
    }
  }

  @Test(arguments: ["status", "approved-by", "approved-date", "author"])
  func derivedKeysAreRefused(_ key: String) {
    let parsed = parseSample("owner: ciso", "\(key): x\nowner: ciso")
    #expect(parsed.problems.map(\.kind) == [.derived(key)])
    #expect(parsed.problems.first?.line == 9)
    #expect(parsed.document != nil)
  }

  @Test func unknownKeysNameTheNearestKnownOne() {
    let parsed = parse(
      sample.replacing("review-every", with: "review-evry").replacing("says:", with: "say:"))
    let first = parsed.problems.first
    #expect(first?.kind == .unknownKey("review-evry"))
    #expect(first?.line == 11)
    #expect(first?.remedy.contains("\"review-every\"") == true)
    #expect(parsed.problems.filter { $0.kind == .missing("elements.purpose.says") }.count == 1)
    #expect(parsed.problems.contains { $0.kind == .unknownKey("elements.improvement.say") })
    #expect(parsed.document?.policy?.elements.isEmpty == true)

    let element = parse(sample.replacing("  improvement:", with: "  improvment:"))
    #expect(element.problems.map(\.kind) == [.unknownKey("elements.improvment")])
    #expect(element.problems.first?.remedy.contains("\"improvement\"") == true)
    #expect(element.document?.policy?.elements.count == 3)
  }

  @Test func allProblemsComeAtOnceInTheOrderOfLines() {
    let parsed = parse(
      "---\nid: A\nkind: policy\ntitle: x\u{202E}\nversion: 1\nstatus: approved\n---\nBody\u{200B}\n"
    )
    #expect(parsed.problems.map(\.line) == [4, 8])
    let other = parse("---\nid: A\nkind: policy\ntitle: <\nversion: 1\nstatus: x\n---\n\u{7}\n")
    #expect(
      other.problems.map(\.kind) == [
        .value("id"), .missing("language"), .missing("classification"), .missing("owner"),
        .missing("level"), .value("title"), .value("version"), .derived("status"), .encoding,
      ])
  }

  @Test func messagesAreForPeople() {
    let texts = [
      "", "x", "---\n", "---\na: &b c\n---\n",
      "---\nid: A\nkind: minutes\nstatus: x\nfoo: [\n---\n",
      "---\nid: A\nkind: minutes\nstatus: x\nfoo: x\nelements: {}\nclauses: x\n---\n\r\n",
    ]
    for problem in texts.flatMap({ parse($0).problems }) {
      for text in [problem.message, problem.remedy] {
        #expect(text.first?.isUppercase == false && !text.hasSuffix("."), "\(text)")
        #expect(!text.isEmpty && !text.contains("\n"))
      }
    }
  }
}
