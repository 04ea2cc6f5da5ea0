import Testing

@testable import Rules

/// One fault, and the finding that must come of it.
struct Fault: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let rule: String
  let clause: String
  let path: String
  /// Words on the line that is to be named; none for line 1.
  let place: String
  let severity: Finding.Severity
  let spoil: @Sendable (inout Files) throws -> Void

  init(
    _ rule: String, _ clause: String, _ name: String, path: String = Files.policyPath,
    at place: String = "", _ severity: Finding.Severity = .error,
    _ spoil: @escaping @Sendable (inout Files) throws -> Void
  ) {
    testDescription = "\(rule): \(name)"
    self.rule = rule
    self.clause = clause
    self.path = path
    self.place = place
    self.severity = severity
    self.spoil = spoil
  }

  /// One piece of the policy exchanged for another.
  init(
    _ rule: String, _ clause: String, _ piece: String, _ other: String, at place: String = "",
    _ severity: Finding.Severity = .error
  ) {
    self.init(rule, clause, "\(piece) → \(other)", at: place, severity) {
      try $0.replace(piece, with: other)
    }
  }
}

private let improvement = "We will continually improve our information security management system"

private let faults: [Fault] = [
  // The top policy.
  Fault("POL-01", "5.2", "there is none", path: "writ.yaml") { $0.files[Files.policyPath] = nil },
  Fault("POL-01", "5.2", "there is none yet", path: "writ.yaml", .warning) {
    $0.files[Files.policyPath] = nil
    $0.isGovernanceApproved = false
  },
  Fault("POL-01", "5.2", "only a topic policy", path: "writ.yaml") {
    try $0.replace("level: top", with: "level: topic")
  },
  Fault("POL-01", "5.2", "there are two", path: "policies/other.md", at: "level: top") {
    $0.files["policies/other.md"] = $0.policy.replacing(
      "id: information-security", with: "id: other")
  },
  Fault("POL-02", "5.2 a", "the organisation is not named", at: "# Information Security Policy") {
    files in
    files.policy = files.policy.replacing("Example Ltd", with: "Another Ltd")
  },
  Fault(
    "POL-02", "5.2 a", "policy protects the information", "policy covers the information",
    at: "## Purpose"),
  Fault("POL-02", "5.2 a", "says: \"protects the", "says: \"defends the", at: "## Purpose"),
  Fault("POL-02", "5.2 a", "under: purpose", "under: purposes", at: "  purpose:"),
  Fault("POL-02", "5.2 a", "    under: purpose\n", "", at: "says: \"protects"),
  Fault("POL-02", "5.2 a", "a safe way to do it", "a TODO way to do it", at: "TODO"),
  Fault("POL-03", "5.2 b", "sets our information", "makes our information", at: "## Objectives"),
  Fault(
    "POL-03", "5.2 b", "framework:\n  set-by: chief-executive\n  reviewed-every: 12 months\n", ""),
  Fault(
    "POL-03", "5.2 b", "framework:\n", "objectives: [no-incidents]\nframework:\n",
    at: "objectives: [no"),
  Fault(
    "POL-03", "5.2 b", "  reviewed-every: 12 months\n", "  reviewed-every: often\n", at: "often"),
  Fault("POL-03", "5.2 b", "  set-by: chief-executive\n", "", at: "  reviewed-every"),
  Fault("POL-04", "5.2 c", "We will meet every legal", "We meet every legal", at: "## Commitments"),
  Fault(
    "POL-04", "5.2 c", "availability:", "requirements: [gdpr]\navailability:",
    at: "requirements: [gdpr]", .warning),
  Fault("POL-04", "5.2 c", "names no requirement", at: "elements:", .warning) { _ in },
  Fault(
    "POL-05", "5.2 d", "  improvement:\n    under: commitments\n    says: \"\(improvement)\"\n", "",
    at: "elements:"),
  Fault(
    "POL-05", "5.2 d", "improve our information security management system, which",
    "improve much, which", at: "## Commitments"),
  Fault(
    "POL-05", "5.2 d", "\(improvement), which", "<!-- \(improvement) --> which",
    at: "## Commitments"),
  Fault(
    "POL-05", "5.2 d", "\(improvement), which", "\n\n```\n\(improvement)\n```\n\nwhich",
    at: "## Commitments"),
  Fault(
    "POL-05", "5.2 d", "\(improvement), which", "\n\n    \(improvement)\n\nwhich",
    at: "## Commitments"),
  Fault(
    "POL-05", "5.2 d", "\(improvement), which", "~~\(improvement)~~, which", at: "## Commitments"),
  Fault(
    "POL-05", "5.2 d", "\(improvement), which", "<span title=\"\(improvement)\">We</span>, which",
    at: "## Commitments"),
  Fault("POL-05", "5.2 d", "the words stand elsewhere", at: "## Commitments") { files in
    try files.replace("\(improvement), which", with: "It is something which")
    try files.replace("## Exceptions\n", with: "## Exceptions\n\n\(improvement).\n")
  },
  Fault("POL-05", "5.2 d", "that it worked.", "that it worked. [Name of the audit]", at: "[Name"),
  Fault("POL-05", "5.2 d", "that it worked.", "that it worked in {{place}}.", at: "{{place}}"),
  Fault("POL-05", "5.2 d", "that it worked.", "that it worked (TBD).", at: "(TBD)"),
  Fault("POL-05", "5.2 d", "## Commitments", "## Promises", at: "  improvement:"),
  Fault("POL-05", "5.2 d", "a section of few words", at: "## Improvement", .warning) { files in
    try files.replace(
      "improvement:\n    under: commitments", with: "improvement:\n    under: improvement")
    try files.replace("## Principles", with: "## Improvement\n\n\(improvement).\n\n## Principles")
  },
  Fault("POL-08", "5.2 g", "availability: [intranet, website]\n", ""),
  Fault(
    "POL-08", "5.2 g", "availability: [intranet, website]", "availability: website",
    at: "availability:"),
  // Document control.
  Fault("DOC-01", "7.5.2 a", "id: information-security", "id: Information", at: "id:"),
  Fault("DOC-01", "7.5.2 a", "id: information-security", "id: security", at: "id:"),
  Fault(
    "DOC-01", "7.5.2 a", "the same id twice", path: "policies/sub/information-security.md",
    at: "id:"
  ) {
    $0.files["policies/sub/information-security.md"] = $0.policy.replacing(
      "level: top", with: "level: topic")
  },
  Fault("DOC-02", "7.5.2 a", "title: Information Security Policy\n", "", at: "id:"),
  Fault("DOC-02", "7.5.2 a", "title: Information Security Policy", "title: \"TODO\"", at: "title:"),
  Fault("DOC-02", "7.5.2 a", "version: 1.0", "version: 1", at: "version:"),
  Fault("DOC-02", "7.5.2 a", "kind: policy", "kind: polcy", at: "kind:"),
  Fault("DOC-02", "7.5.2 a", "language: en", "language: English", at: "language:"),
  Fault("DOC-02", "7.5.2 a", "effective: 2026-12-01", "effective: 2026-02-30", at: "effective:"),
  Fault(
    "DOC-03", "7.5.2 b", "a safe way to do it", "a safe\u{202E} way to do it", at: "way to do it"),
  Fault("DOC-03", "7.5.2 b", "Example Ltd to do", "Jose\u{301} to do", at: "to do useful work"),
  Fault("DOC-03", "7.5.2 b", "---\nid", "id"),
  Fault("DOC-03", "7.5.2 b", "id: information-security", "id: &a information-security", at: "id:"),
  Fault("DOC-03", "7.5.2 b", "id: information-security", "id: x\nid: y", at: "id: y"),
  Fault("DOC-03", "7.5.2 b", "a name that cannot be read", path: "policies/a\u{200B}.md") {
    $0.files["policies/a\u{200B}.md"] = $0.policy
  },
  Fault("DOC-05", "5.3", "owner: ciso\n", "", at: "id:"),
  Fault("DOC-05", "5.3", "owner: ciso", "owner: owner", at: "owner:"),
  Fault("DOC-05", "5.3", "nobody holds the owner's role", at: "owner:") { files in
    files.files["writ.yaml"] = files.files["writ.yaml"]?.replacing(
      "[chief-executive, ciso]", with: "[chief-executive]")
  },
  Fault("DOC-05", "5.3", "nobody holds the owner's role yet", at: "owner:", .warning) { files in
    files.files["writ.yaml"] = files.files["writ.yaml"]?.replacing(
      "[chief-executive, ciso]", with: "[chief-executive]")
    files.isGovernanceApproved = false
  },
  Fault("DOC-06", "A.5.12", "classification: public\n", "", at: "id:"),
  Fault(
    "DOC-06", "A.5.12", "classification: public", "classification: secret", at: "classification:"),
  Fault(
    "DOC-08", "7.5.3",
    "change:\n  summary: First issue\n  reason: The information security management system is being established\n",
    "", at: "version:"),
  Fault("DOC-08", "7.5.3", "  summary: First issue\n", "", at: "  reason:"),
  Fault("DOC-12", "7.5.3", "## Purpose", "<<<<<<< HEAD\n## Purpose", at: "<<<<<<<"),
  Fault("DOC-12", "7.5.3", "## Purpose", ">>>>>>> other\n## Purpose", at: ">>>>>>>"),
  Fault("DOC-12", "7.5.3", "## Purpose", "||||||| base\n## Purpose", at: "|||||||"),
  Fault(
    "DOC-12", "7.5.3", "## Purpose", "-----BEGIN OPENSSH PRIVATE KEY-----\n## Purpose",
    at: "PRIVATE"),
  Fault("DOC-12", "7.5.3", "## Purpose", "{++ new ++}\n\n## Purpose", at: "{++"),
  Fault("DOC-12", "7.5.3", "## Purpose", "<del>old</del>\n\n## Purpose", at: "<del>"),
  Fault("DOC-13", "7.5.3", "owner: ciso", "owner: ciso\nstatus: approved", at: "status:"),
  Fault("DOC-13", "7.5.3", "owner: ciso", "owner: ciso\napproved-by: Jane", at: "approved-by:"),
  Fault(
    "DOC-13", "7.5.3", "owner: ciso", "owner: ciso\napproved-date: 2026-12-01", at: "approved-date:"
  ),
  Fault("DOC-13", "7.5.3", "owner: ciso", "owner: ciso\nauthor: Jane", at: "author:"),
  Fault(
    "DOC-14", "7.5.2", "owner: ciso", "owner: ciso\nreview-evry: x", at: "review-evry", .warning),
  // People and rules.
  Fault("GOV-01", "5.3", "there is no writ.yaml", path: "writ.yaml") {
    $0.files["writ.yaml"] = nil
  },
  Fault("GOV-01", "5.3", "it is refused", path: "writ.yaml", at: "writ: 2") {
    $0.files["writ.yaml"] = $0.files["writ.yaml"]?.replacing("writ: 1", with: "writ: 2")
  },
  Fault("GOV-02", "5.3", "a role that nobody holds", path: "writ.yaml", at: "auditor:", .warning) {
    $0.files["writ.yaml"] = $0.files["writ.yaml"]?.replacing(
      "  ciso: {", with: "  auditor: {title: Auditor}\n  ciso: {")
  },
  Fault("GOV-02", "5.3", "an unknown key", path: "writ.yaml", at: "cadenze", .warning) {
    $0.files["writ.yaml"] = ($0.files["writ.yaml"] ?? "") + "cadenze: {}\n"
  },
]

@Suite struct RuleTests {
  @Test func theStarterPolicyFilledInHasNoErrors() throws {
    let findings = try Files().findings
    #expect(findings.filter { $0.severity == .error } == [])
    // It names no requirements, since those are the organisation's own.
    #expect(findings.map(\.rule) == ["POL-04"])
  }

  @Test func theStarterPolicyAsItIsAsksToBeFilledIn() throws {
    var files = try Files()
    files.policy = files.policy.replacing("Example Ltd", with: "{{organisation}}")
      .replacing("2026-12-01", with: "{{date}}")
    #expect(files.findings.contains { $0.severity == .error })
  }

  @Test(arguments: faults)
  func everyRuleFindsItsFault(_ fault: Fault) throws {
    var files = try Files()
    let before = files.findings
    try fault.spoil(&files)
    let findings = files.findings
    let line = fault.place.isEmpty ? 1 : files.line(of: fault.place, in: fault.path)
    let found = findings.filter { finding in
      finding.rule == fault.rule && finding.path == fault.path
        && finding.severity == fault.severity && finding.line == line
    }
    #expect(found.count == 1, "\(findings)")
    for finding in found {
      #expect(finding.clause == fault.clause)
      #expect(!finding.message.isEmpty && !finding.remedy.isEmpty)
    }
    if !fault.testDescription.contains("names no requirement") {
      #expect(!before.contains { found.contains($0) })
    }
  }

  @Test(arguments: faults)
  func messagesAndRemediesAreForPeople(_ fault: Fault) throws {
    var files = try Files()
    try fault.spoil(&files)
    for finding in files.findings {
      for text in [finding.message, finding.remedy] {
        #expect(text.first?.isUppercase == false && !text.hasSuffix("."), "\(text)")
        #expect(!text.isEmpty && !text.contains("\n"), "\(text)")
      }
      #expect(finding.line >= 1)
    }
  }

  @Test func everyRuleHasAFaultThatItFinds() {
    #expect(Set(faults.map(\.rule)) == Set(Rulebook.rules.map { $0.id }))
    for rule in Rulebook.rules {
      #expect(faults.filter { $0.rule == rule.id }.allSatisfy { $0.clause == rule.clause })
    }
    #expect(Set(Rulebook.rules.map { $0.id }).count == Rulebook.rules.count)
  }

  @Test(arguments: [
    (
      "words split over lines", "\(improvement), which",
      "We will continually\nimprove our *information* security\nmanagement system, which"
    ),
    ("words in a list", "\(improvement), which", "\n\n- \(improvement);\n\nwhich"),
    ("a link", "that it worked.", "that it worked, see [the list](https://example.org)."),
    ("a task that is done", "that it worked.", "that it worked. [sic]"),
  ])
  func thePolicyMayBeWrittenOtherwise(_ name: String, _ piece: String, _ other: String) throws {
    var files = try Files()
    try files.replace(piece, with: other)
    #expect(files.findings.map(\.rule) == ["POL-04"])
  }

  @Test func aReasonStandsInForAvailability() throws {
    var files = try Files()
    try files.replace(
      "availability: [intranet, website]", with: "not-available-reason: secret work")
    #expect(files.findings.map(\.rule) == ["POL-04"])
  }

  @Test func namedRequirementsAreNotSaidToBeAbsent() throws {
    var files = try Files()
    try files.replace("availability:", with: "requirements: [gdpr]\navailability:")
    let findings = files.findings
    #expect(findings.map(\.rule) == ["POL-04"])
    #expect(findings.first?.message.contains("were not looked up") == true)
  }

  @Test func aPolicyThatCannotBeReadIsNotSaidToBeAbsent() throws {
    var files = try Files()
    try files.replace("title: Information Security Policy\n", with: "")
    #expect(!files.findings.contains { $0.rule == "POL-01" })
  }

  @Test func topicPoliciesNeedNoneOfTheElements() throws {
    var files = try Files()
    files.files["policies/access.md"] = """
      ---
      id: access
      kind: policy
      level: topic
      title: Access Policy
      version: 1.0
      language: en
      classification: internal
      owner: ciso
      change: {summary: First issue}
      ---

      # Access

      Access follows need.

      """
    #expect(files.findings.map(\.path) == [Files.policyPath])
  }

  @Test func whatIsNoRegularFileIsAnError() throws {
    let files = try Files()
    let snapshot = Snapshot(
      files: files.snapshot.files + [
        Snapshot.File(path: "policies/link.md", content: .notRegular("a symbolic link"))
      ], isGovernanceApproved: true)
    let finding = try #require(Rulebook.findings(in: snapshot).first { $0.rule == "DOC-03" })
    #expect(finding.path == "policies/link.md" && finding.severity == .error)
    #expect(finding.message == "this is a symbolic link, not a file")
  }

  @Test func findingsStandInOneOrderWhateverTheOrderOfFiles() throws {
    var files = try Files()
    try files.replace("## Purpose", with: "<<<<<<< HEAD\n## Purpose")
    files.files["policies/other.md"] = files.policy
    let expected = files.findings
    for _ in 0..<10 {
      let snapshot = Snapshot(
        files: files.snapshot.files.shuffled(), isGovernanceApproved: true)
      #expect(Rulebook.findings(in: snapshot) == expected)
    }
    #expect(expected.map(\.path) == expected.map(\.path).sorted())
  }
}
