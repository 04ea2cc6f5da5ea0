import Documents
import Objects
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

  /// One piece of a document exchanged for another; of the top policy unless another is named.
  init(
    _ rule: String, _ clause: String, in path: String = Files.policyPath, _ piece: String,
    _ other: String, at place: String = "", _ severity: Finding.Severity = .error
  ) {
    self.init(rule, clause, "\(piece) → \(other)", path: path, at: place, severity) {
      try $0.replace(piece, with: other, in: path)
    }
  }

  /// A line at the end of `writ.yaml`.
  init(
    _ rule: String, _ clause: String, path: String, at place: String, _ severity: Finding.Severity,
    adding line: String
  ) {
    self.init(rule, clause, line, path: path, at: place, severity) {
      $0.files[path] = ($0.files[path] ?? "") + line + "\n"
    }
  }

  /// A change of an approved document; `at` is a word of the line to be named.
  init(
    _ rule: String, approved version: String, _ piece: String, _ other: String, at place: String,
    _ further: @escaping @Sendable (inout Files) throws -> Void = { _ in }
  ) {
    self.init(rule, "7.5.3", "after \(version): \(piece) → \(other), \(place)", at: place) {
      try $0.replace("version: 1.0", with: "version: \(version)")
      $0.approved.append((Files.policyPath, $0.policy))
      try $0.replace(piece, with: other)
      try further(&$0)
    }
  }
}

private let improvement = "We will continually improve our information security management system"

private let faults: [Fault] = [
  // The top policy.
  Fault("POL-01", "5.2", "there is none", path: "writ.yaml") { $0.files[Files.policyPath] = nil },
  Fault("POL-01", "5.2", "there is none yet", path: "writ.yaml", .warning) {
    $0.files[Files.policyPath] = nil
    $0.files[Files.accessPath] = nil
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
    "POL-03", "5.2 b", "framework:\n", "objectives: [ciso, phishing]\nframework:\n",
    at: "objectives: [ciso"),
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
  Fault(
    "POL-06", "5.2 e", "nothing but headings and a picture", path: Files.accessPath, at: "# Access"
  ) { files in
    let front = files.files[Files.accessPath]?.firstRange(of: "\n# Access Policy")?.lowerBound
    let text = files.files[Files.accessPath] ?? ""
    files.files[Files.accessPath] =
      text.prefix(upTo: front ?? text.startIndex)
      + "# Access Policy\n\n## Scope\n\n![All of it](all.png)\n\n<!-- words -->\n"
  },
  Fault(
    "POL-12", "A.5.1", in: Files.accessPath, "## Breaches", "## More", at: "# Access", .warning),
  Fault(
    "POL-12", "A.5.1", in: Files.accessPath, "retention:", "sections: {roles: who}\nretention:",
    at: "sections:", .warning),
  Fault(
    "POL-12", "A.5.1", in: Files.accessPath, "language: en", "language: de", at: "# Access",
    .warning),
  Fault(
    "POL-13", "A.5.1", in: Files.accessPath, "parent: information-security\n", "",
    at: "level: topic"),
  Fault(
    "POL-13", "A.5.1", in: Files.accessPath, "parent: information-security", "parent: other",
    at: "parent:"),
  Fault(
    "POL-13", "A.5.1", in: Files.accessPath, "parent: information-security", "parent: phishing",
    at: "parent:"),
  Fault(
    "POL-13", "A.5.1", in: Files.accessPath, "parent: information-security", "parent: access",
    at: "parent:"),
  Fault("POL-13", "A.5.1", "two are each above the other", path: Files.accessPath, at: "parent:") {
    try $0.replace("parent: information-security", with: "parent: desk", in: Files.accessPath)
    $0.files["policies/desk.md"] = $0.files[Files.accessPath]?
      .replacing("id: access", with: "id: desk").replacing("parent: desk", with: "parent: access")
  },
  Fault("POL-13", "A.5.1", "no rule fits", path: Files.accessPath, at: "level: topic") {
    try $0.replace("for: {}", with: "for: {level: top}", in: "writ.yaml")
  },
  Fault(
    "POL-16", "5.2", in: Files.accessPath, "retention:", "audience: [all]\nretention:",
    at: "audience:",
    .note),
  Fault(
    "POL-16", "5.2", in: Files.accessPath, "retention:", "goals: [trust]\nretention:", at: "goals:",
    .note),
  Fault(
    "POL-16", "5.2", in: Files.accessPath, "retention:", "requirements: [gdpr]\nretention:",
    at: "requirements:", .note),
  Fault(
    "DOC-17", "6.1.3 c", in: Files.accessPath, "retention:",
    "controls: [A.5.15, A.9.2.1]\nretention:",
    at: "controls:", .warning),
  Fault(
    "DOC-17", "6.1.3 c", "clauses: [5.2, A.5.1]", "clauses: [5.2, A.5.38]", at: "clauses:", .warning
  ),
  Fault(
    "GOV-05", "5.3", path: "writ.yaml", at: "cadence:", .note,
    adding: "cadence: {policy-review: 1 year}"),
  Fault(
    "GOV-05", "5.3", path: "writ.yaml", at: "cadence:", .warning,
    adding: "cadence: {reviews: 1 year}"),
  Fault(
    "GOV-05", "5.3", path: "writ.yaml", at: "cadence:", .warning,
    adding: "cadence: {management-review: often}"),
  Fault("GOV-05", "5.3", path: "writ.yaml", at: "cadence:", .warning, adding: "cadence: 3 months"),
  Fault(
    "GOV-05", "5.3", path: "writ.yaml", at: "timestamp:", .note,
    adding: "timestamp: {authorities: [{url: \"https://tsa.example.org\"}]}"),
  Fault(
    "GOV-05", "5.3", in: "writ.yaml", "isms-reporting]", "isms-reporting, all-else]",
    at: "all-else", .note),
  Fault(
    "GOV-05", "5.3", in: "writ.yaml", "isms-reporting]", "isms-reporting], management: true",
    at: "], management: true", .note),
  Fault("POL-14", "A.5.12", "on the same day.", "to 192.168.0.7.", at: "192.168.0.7", .warning),
  Fault("POL-14", "A.5.12", "on the same day.", "to 2001:db8::7/64.", at: "2001:db8", .warning),
  Fault("POL-14", "A.5.12", "on the same day.", "to (db01.example.org).", at: "db01", .warning),
  Fault("POL-14", "A.5.12", "on the same day.", "to files.internal.", at: "files.int", .warning),
  Fault(
    "POL-14", "A.5.12", "on the same day.", "to https://wiki.corp/x.", at: "wiki.corp", .warning),
  Fault(
    "POL-14", "A.5.12", "on the same day.", "to <jo.roe@example.org>.", at: "jo.roe", .warning),
  Fault("POL-14", "A.5.12", "on the same day.", "to SAM@example.org.", at: "SAM@", .warning),
  Fault(
    "POL-14", "A.5.12", "on the same day.", "as [said](access.md).", at: "access.md", .warning),
  Fault("POL-15", "5.2", "on the same day.", "as\n  needed.", at: "  as", .note),
  Fault("POL-15", "5.2", "on the same day.", "if appropriate.", at: "if appropriate", .note),
  Fault("POL-15", "5.2", "on the same day.", "**regularly**.", at: "regularly", .note),
  // Objectives.
  Fault("OBJ-01", "6.2 g", in: Files.objectivePath, "level: department\n", "", at: "id:"),
  Fault("OBJ-01", "6.2 g", in: Files.objectivePath, "level: department", "level:", at: "level:"),
  Fault(
    "OBJ-01", "6.2 g", in: Files.objectivePath, "function: Sales\n", "", at: "level:", .warning),
  Fault(
    "OBJ-02", "6.2 a", in: Files.objectivePath, "policy: information-security", "policy: other",
    at: "policy: other"),
  Fault(
    "OBJ-02", "6.2 a", in: Files.objectivePath, "policy: information-security", "policy: access",
    at: "policy: access"),
  Fault(
    "OBJ-02", "6.2 a", in: Files.objectivePath, "policy: information-security\n", "", at: "id:"),
  Fault(
    "OBJ-02", "6.2 a", in: Files.objectivePath, "metric:", "goals: [trust]\nmetric:", at: "goals:",
    .note),
  Fault("OBJ-03", "6.2 b", in: Files.objectivePath, "baseline: 12\n", "", at: "metric:"),
  Fault("OBJ-03", "6.2 b", in: Files.objectivePath, "unit: percent", "unit: [a]", at: "unit:"),
  Fault(
    "OBJ-04", "6.2 c", in: Files.objectivePath, "requirements: [gdpr]\n", "", .warning),
  Fault(
    "OBJ-04", "6.2 c", in: Files.objectivePath, "requirements: [gdpr]", "risks: r-7", at: "risks:"),
  Fault(
    "OBJ-09", "6.2 h", in: Files.objectivePath, ", due: 2027-01-31}", "}", at: "what: Simulate"),
  Fault("OBJ-09", "6.2 h", "no action", path: Files.objectivePath, at: "actions:") {
    try $0.replace(
      "actions:\n  - {what: Simulate, who: ciso, due: 2027-01-31}", with: "actions: []",
      in: Files.objectivePath)
  },
  Fault(
    "OBJ-10", "6.2 i", in: Files.objectivePath, "[two days a quarter, a tool]", "[]",
    at: "resources:"),
  Fault(
    "OBJ-11", "6.2 j", in: Files.objectivePath, "owner-person: sam-lee\n", "", at: "id:"),
  Fault(
    "OBJ-11", "6.2 j", in: Files.objectivePath, "owner-person: sam-lee", "owner-person: kim",
    at: "owner-person:"),
  Fault(
    "OBJ-11", "6.2 j", "a role that several hold", path: Files.objectivePath,
    at: "owner-person: ciso", .warning
  ) {
    try $0.replace("owner-person: sam-lee", with: "owner-person: ciso", in: Files.objectivePath)
  },
  Fault(
    "OBJ-11", "6.2 j", "a role that nobody holds", path: Files.objectivePath,
    at: "owner-person: ciso"
  ) {
    try $0.replace("owner-person: sam-lee", with: "owner-person: ciso", in: Files.objectivePath)
    $0.dismissOfficer()
  },
  Fault("OBJ-11", "6.2 j", "perhaps a staff id", path: Files.objectivePath, at: "kim", .warning) {
    try $0.replace("owner-person: sam-lee", with: "owner-person: kim", in: Files.objectivePath)
    $0.files["context/staff.csv"] = "id,kind\nkim,employee\n"
  },
  Fault(
    "OBJ-12", "6.2 k", in: Files.objectivePath, "due: 2027-12-31", "due: soon", at: "due: soon"),
  Fault(
    "OBJ-12", "6.2 k", in: Files.objectivePath, "due: 2027-06-30", "due: 2027-02-27",
    at: "Half way"),
  Fault(
    "OBJ-12", "6.2 k", in: Files.objectivePath, "due: 2027-06-30", "due: 2028-01-01",
    at: "Half way"),
  Fault("OBJ-13", "6.2 l", in: Files.objectivePath, ", every: 3 months", "", at: "evaluation:"),
  Fault(
    "OBJ-15", "6.2 b", in: Files.objectivePath, "target: below 5", "target: fewer", at: "target:",
    .note),
  // Roles.
  Fault(
    "ROL-01", "5.3", in: Files.rolePath, "authorities: [Stops a change that is not safe]\n", "",
    at: "id:"),
  Fault(
    "ROL-01", "5.3", in: Files.rolePath,
    "responsibilities: [Keeps the management system conforming]",
    "responsibilities: []", at: "responsibilities:"),
  Fault("ROL-02", "5.3 a", in: "writ.yaml", "isms-conformity, ", "", at: "chief-executive:"),
  Fault("ROL-02", "5.3 a", "nobody holds the role", path: "writ.yaml", at: "  ciso: {") {
    $0.dismissOfficer()
  },
  Fault("ROL-02", "5.3 a", "nobody holds it yet", path: "writ.yaml", at: "  ciso: {", .warning) {
    $0.dismissOfficer()
    $0.isGovernanceApproved = false
  },
  Fault("ROL-03", "5.3 b", in: "writ.yaml", ", isms-reporting", "", at: "chief-executive:"),
  Fault("ROL-03", "5.3 b", "nobody holds the role", path: "writ.yaml", at: "  ciso: {") {
    $0.dismissOfficer()
  },
  Fault(
    "ROL-04", "5.3", in: Files.rolePath, "reports-to: chief-executive", "reports-to: king",
    at: "reports-to:"),
  Fault(
    "ROL-04", "5.3", in: Files.rolePath, "reports-to: chief-executive", "deputy: Jane Doe",
    at: "deputy:"),
  Fault("ROL-04", "5.3", "nobody can fill a place", path: "writ.yaml", at: "for: {}") {
    $0.dismissOfficer()
    try $0.replace("1 of chief-executive ciso]", with: "all of ciso]", in: "writ.yaml")
  },
  // Document control.
  Fault("DOC-01", "7.5.2 a", "in another folder", path: "policies/ciso.md", at: "kind:", .warning) {
    $0.files["policies/ciso.md"] = $0.files.removeValue(forKey: Files.rolePath)
  },
  Fault("DOC-02", "7.5.2 a", "on the same day.", "TBD.", at: "TBD."),
  Fault("DOC-02", "7.5.2 a", "on the same day.", "as {{role}} says.", at: "{{role}}"),
  Fault("DOC-02", "7.5.2 a", in: Files.procedurePath, "See the", "TODO: the", at: "TODO"),
  Fault("DOC-02", "7.5.2 a", "on the same day.", "`TBD`.", at: "TBD", .warning),
  Fault("DOC-02", "7.5.2 a", "on the same day.", "{{< day >}}.", at: "{{<", .warning),
  Fault("DOC-02", "7.5.2 a", "in a draft", at: "TBD.", .warning) {
    try $0.replace("on the same day.", with: "TBD.")
    $0.stage = .draft
  },
  Fault("DOC-02", "7.5.2 a", "in a text that is approved", at: "TBD.", .warning) {
    try $0.replace("on the same day.", with: "TBD.")
    $0.approved.append((Files.policyPath, $0.policy))
  },
  Fault("DOC-02", "7.5.2 a", "a word of the language", at: "TODO.", .warning) {
    try $0.replace("on the same day.", with: "TODO.")
    try $0.replace("language: en", with: "language: es-MX")
  },
  Fault("DOC-02", "7.5.2 a", "no word of the language", at: "{{dia}}.") {
    try $0.replace("on the same day.", with: "{{dia}}.")
    try $0.replace("language: en", with: "language: pt-BR")
  },
  Fault("DOC-07", approved: "1.0", "## Purpose", "## Purpose\n\nMore.", at: "version:"),
  Fault("DOC-07", "7.5.3", "writ.yaml is changed", path: "writ.yaml", at: "version: 1.0") {
    $0.approved = [("writ.yaml", $0.files["writ.yaml"] ?? "")]
    try $0.replace("Example Cloud", with: "Example Moon", in: "writ.yaml")
  },
  Fault(
    "DOC-09", "7.5.3", in: Files.accessPath, "information-security.md#", "other.md#",
    at: "other.md"),
  Fault(
    "DOC-09", "7.5.3", in: Files.accessPath, "#principles", "#principle", at: "#principle"),
  Fault("DOC-09", "7.5.3", in: Files.procedurePath, "(#joiners", "(#join", at: "(#join"),
  Fault("DOC-09", "7.5.3", in: Files.procedurePath, "../docs/", "../../docs/", at: "../../docs/"),
  Fault("DOC-09", "7.5.3", in: Files.procedurePath, "../roles/", "../rolls/../plans", at: "/plans"),
  Fault("DOC-09", "7.5.3", in: Files.procedurePath, "/writ.yaml", "/policies/w.md", at: "/w.md"),
  Fault(
    "DOC-09", "7.5.3", in: Files.procedurePath, "[access, ", "[acess, ", at: "implements:"),
  Fault("DOC-09", "7.5.3", "a heading is gone elsewhere", path: Files.accessPath, at: "#principles")
  {
    try $0.replace("## Principles", with: "## Maxims")
    $0.judged = [Files.policyPath]
  },
  Fault(
    "DOC-09", "7.5.3", "a document is retired", path: Files.accessPath,
    at: "information-security.md#"
  ) {
    $0.retired = [try #require(DocumentID("information-security"))]
    $0.judged = [Files.accessPath]
  },
  Fault("DOC-09", "7.5.3", "a document is gone", path: Files.procedurePath, at: "implements:") {
    $0.files[Files.accessPath] = nil
    $0.judged = [Files.accessPath]
  },
  Fault("DOC-08", "7.5.3", "the note is that of an approved version", at: "change:", .warning) {
    $0.approved.append((Files.policyPath, $0.policy))
    try $0.replace("version: 1.0", with: "version: 2.0")
  },
  Fault("DOC-10", approved: "1.0", "version: 1.0", "version: 1.2", at: "version:"),
  Fault("DOC-10", approved: "1.0", "version: 1.0", "version: 2.1", at: "version:"),
  Fault("DOC-10", approved: "1.0", "version: 1.0", "version: 3.0", at: "version:"),
  Fault("DOC-10", approved: "1.1", "version: 1.1", "version: 1.0", at: "version:"),
  Fault("DOC-10", approved: "1.0", "version: 1.0", "version: 0.9", at: "version:"),
  Fault(
    "DOC-11", "7.5.3", in: Files.procedurePath, "retention:",
    "external: {source: Acme, date: 2026-12-01}\nretention:", at: "external:"),
  Fault("DOC-15", approved: "1.0", "version: 1.0", "version: 1.1", at: "## Purpose") {
    try $0.replace("for a safe way", with: "for any safe way")
  },
  Fault("DOC-15", approved: "1.0", "version: 1.0", "version: 1.1", at: "## Scope") {
    try $0.replace("temporary staff", with: "volunteers")
  },
  Fault("DOC-15", approved: "1.0", "version: 1.0", "version: 1.1", at: "## We shall") {
    try $0.replace("## Commitments", with: "## We shall")
    try $0.replace(
      "improvement:\n    under: commitments", with: "improvement:\n    under: we-shall")
    try $0.replace("under: commitments", with: "under: objectives")
  },
  Fault("DOC-15", approved: "1.0", "version: 1.0", "version: 1.1", at: "classification:") {
    try $0.replace("classification: public", with: "classification: internal")
  },
  Fault("DOC-15", approved: "1.0", "version: 1.0", "version: 1.1", at: "availability:") {
    try $0.replace("[intranet, website]", with: "[intranet]")
  },
  Fault("DOC-15", approved: "1.0", "version: 1.0", "version: 1.1", at: "audience:") {
    try $0.replace("retention:", with: "audience: [everyone]\nretention:")
  },
  Fault("DOC-15", approved: "1.0", "version: 1.0", "version: 1.1", at: "level:") {
    try $0.replace("level: top", with: "level: topic")
  },
  Fault(
    "DOC-16", "7.5.3", "retention: 6 years after it is replaced\n", "", at: "version:", .warning),
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
  Fault("DOC-03", "7.5.2 b", "a name that is not NFC", path: "policies/Re\u{301}seau/a.md") {
    $0.files["policies/Re\u{301}seau/a.md"] = "---\n---\n"
  },
  Fault("DOC-03", "7.5.2 b", "a name that cannot be read", path: "policies/a\u{200B}.md") {
    $0.files["policies/a\u{200B}.md"] = $0.policy
  },
  Fault("DOC-05", "5.3", "owner: ciso\n", "", at: "id:"),
  Fault("DOC-05", "5.3", "owner: ciso", "owner: owner", at: "owner:"),
  Fault("DOC-05", "5.3", "nobody holds the owner's role", at: "owner:") { $0.dismissOfficer() },
  Fault("DOC-05", "5.3", "nobody holds the owner's role yet", at: "owner:", .warning) {
    $0.dismissOfficer()
    $0.isGovernanceApproved = false
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
  Fault("GOV-03", "5.3", "no name yet", path: "writ.yaml", at: "organisation:") {
    $0.files["writ.yaml"] = $0.files["writ.yaml"]?.replacing(
      "Design and operation", with: "TODO")
  },
  Fault("GOV-02", "5.3", "an unknown key", path: "writ.yaml", at: "cadenze", .warning) {
    $0.files["writ.yaml"] = ($0.files["writ.yaml"] ?? "") + "cadenze: {}\n"
  },
  Fault("GOV-04", "5.3", "it follows another version", path: "writ.yaml") {
    try $0.draftGovernance()
    $0.approved = [("writ.yaml", "\($0.approved[0].text)# Another one.\n")]
  },
  Fault("GOV-04", "5.3", "it has somebody else's key", path: "writ.yaml", at: "  sam-lee:") {
    try $0.replace("  sam-lee:", with: "  kim-ray:", in: "writ.yaml")
    try $0.draftGovernance()
    try $0.replace("  kim-ray:", with: "  sam-lee:", in: "writ.yaml")
  },
  Fault("GOV-04", "5.3", "it takes back that a key is no good", path: "writ.yaml") {
    let mark =
      "revoked: [{key: SHA256:DpzESPeYVq8MomU4zPLLzA8OtCnPRlxT/aX/ZGCEVnc, reason: retired, since: 2026-05-01T00:00:00Z}]\n"
    $0.files["writ.yaml"] = ($0.files["writ.yaml"] ?? "") + mark
    try $0.draftGovernance()
    try $0.replace(mark, with: "", in: "writ.yaml")
  },
]

@Suite struct RuleTests {
  @Test func theStarterPolicyFilledInHasNoErrors() throws {
    let findings = try Files().findings
    #expect(findings.filter { $0.severity == .error } == [])
    // It names no requirements, since those are the organisation's own; nor goals and registers.
    #expect(findings.map(\.rule) == Files.standing)
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
      #expect(!Files.found.contains { found.contains($0) })
    }
    // What is malformed is always an error; the manual page lists the rest.
    let rule = try #require(Rulebook.rule(named: fault.rule))
    let isListed = rule.manual.checks.contains { $0.severity == fault.severity }
    #expect(isListed || fault.severity == .error && !rule.entries.isEmpty)
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
    #expect(files.findings.map(\.rule) == Files.standing)
  }

  @Test func aReasonStandsInForAvailability() throws {
    var files = try Files()
    try files.replace(
      "availability: [intranet, website]", with: "not-available-reason: secret work")
    #expect(files.findings.map(\.rule) == Files.standing)
  }

  @Test func namedRequirementsAreNotSaidToBeAbsent() throws {
    var files = try Files()
    try files.replace("availability:", with: "requirements: [gdpr]\navailability:")
    let findings = files.findings
    #expect(findings.map(\.rule) == Files.standing)
    let finding = findings.first { $0.rule == "POL-04" }
    #expect(finding?.message.contains("were not looked up") == true)
  }

  @Test func aPolicyThatCannotBeReadIsNotSaidToBeAbsent() throws {
    var files = try Files()
    try files.replace("title: Information Security Policy\n", with: "")
    #expect(!files.findings.contains { $0.rule == "POL-01" })
  }

  @Test func whatIsNoRegularFileIsAnError() throws {
    let files = try Files()
    let snapshot = Snapshot(
      files: files.snapshot.files + [
        Snapshot.File(path: "policies/link.md", content: .notRegular("a symbolic link"))
      ])
    let finding = try #require(Rulebook.findings(in: snapshot).first { $0.rule == "DOC-03" })
    #expect(finding.path == "policies/link.md" && finding.severity == .error)
    #expect(finding.message == "this is a symbolic link, not a file")
  }

  @Test(arguments: [
    ("A.5.1", nil), ("5.1", nil), ("A.5.37", nil), ("6.8", nil), ("A.7.14", nil), ("8.34", nil),
    ("A.5.38", "write one of A.5.1 to A.5.37"), ("6.9", "write one of A.6.1 to A.6.8"),
    ("A.5.0", "write one of A.5.1 to A.5.37"),
    ("A.9.1", "write one of A.5.1 to A.5.37, A.6.1 to A.6.8, A.7.1 to A.7.14, A.8.1 to A.8.34"),
    ("A.5.1.1", "write one of A.5.1 to A.5.37"), ("A5.15", "write A.5.15"),
    ("a.5.15", "write A.5.15"),
    ("A.5.15 Access control", "write A.5.15"), ("A.05.15", "write A.5.15"),
    ("A.5.99999999999999999999", "write one of A.5.1 to A.5.37"), ("A.5.1\u{301}", "write A.5.1"),
  ])
  func controlsAreThoseOfAnnexA(_ name: String, _ remedy: String?) throws {
    var files = try Files()
    try files.replace(
      "retention:", with: "controls: [\"\(name)\"]\nretention:", in: Files.accessPath)
    let found = files.findings.filter { $0.rule == "DOC-17" }
    #expect(found.map(\.remedy) == (remedy.map { [$0] } ?? []))
  }

  @Test func allControlsOfTheEditionAreKnown() throws {
    var files = try Files()
    let all = [(5, 37), (6, 8), (7, 14), (8, 34)].flatMap { theme, count in
      (1...count).map { "A.\(theme).\($0)" }
    }
    #expect(all.count == 93)
    try files.replace(
      "retention:", with: "controls: [\(all.joined(separator: ", "))]\nretention:",
      in: Files.accessPath)
    #expect(!files.findings.contains { $0.rule == "DOC-17" })
  }

  @Test func whatHasNoEffectNeverStandsInTheWayOfAnApproval() throws {
    var files = try Files()
    files.files["writ.yaml"]? += "cadence: {reviews: 1 year}\ntimestamp: {}\n"
    let found = files.findings.filter { $0.path == "writ.yaml" }
    #expect(found.map(\.rule) == ["GOV-05", "GOV-05"])
    #expect(!found.contains { $0.rule == Rulebook.robustGovernance || $0.severity == .error })
    #expect(found.first { $0.severity == .warning }?.remedy.isEmpty == false)
  }

  @Test func whatIsNotJudgedIsCounted() throws {
    var files = try Files()
    for path in ["policies/handbook.docx", "policies/More.MD", "roles/rasci.csv", "policies/.keep"]
    {
      files.files[path] = "x"
    }
    files.files["records/review.md"] =
      "---\nid: review\nkind: minutes\ntitle: x\nversion: 1.0\n---\n"
    files.files["policies/broken.md"] = "no front matter"
    let snapshot = files.snapshot
    #expect(
      snapshot.unjudged == [
        UnjudgedFile("policies/More.MD", .name), UnjudgedFile("policies/handbook.docx", .form),
        UnjudgedFile("records/review.md", .kind), UnjudgedFile("roles/rasci.csv", .register),
      ])
    // The five of the sample, writ.yaml, and the one that has its own finding.
    #expect(snapshot.judgedCount { _ in true } == 7)
    #expect(snapshot.judgedCount { $0.hasPrefix("roles/") } == 1)
    files.judged = ["policies/handbook.docx", "policies/gone.md"]
    #expect(files.snapshot.unjudged.map(\.path) == ["policies/handbook.docx"])
    #expect(files.snapshot.judgedCount { _ in true } == 0)
  }

  @Test func findingsStandInOneOrderWhateverTheOrderOfFiles() throws {
    var files = try Files()
    try files.replace("## Purpose", with: "<<<<<<< HEAD\n## Purpose")
    files.files["policies/other.md"] = files.policy
    let expected = files.findings
    for _ in 0..<10 {
      var snapshot = Snapshot(files: files.snapshot.files.shuffled())
      snapshot.isGovernanceApproved = true
      #expect(Rulebook.findings(in: snapshot) == expected)
    }
    #expect(expected.map(\.path) == expected.map(\.path).sorted())
  }
}
