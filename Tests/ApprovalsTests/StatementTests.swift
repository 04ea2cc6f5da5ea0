import Objects
import Testing

@testable import Approvals

private let target = "0123456789abcdef0123456789abcdef01234567"
private let fingerprint = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU"
private func digest(_ digit: Character) -> String {
  "sha256:" + String(repeating: digit, count: 64)
}

/// The payload that the formats show, with bytes for what is left open there.
private let samplePayload = """
  object \(target)
  type commit
  tag writ/information-security/1.0/approve/jane-doe
  tagger Jane Doe <jane@example.org> 1795276800 +0000

  Jane Doe, Chief Executive, approves Information Security Policy 1.0

  I read it twice.

  Nothing is missing.

  Writ-Statement: 1
  Writ-Repository: \(digest("1"))
  Writ-Governance: \(digest("2"))
  Writ-Document: information-security
  Writ-Version: 1.0
  Writ-Path: policies/information-security.md
  Writ-Digest: \(digest("3"))
  Writ-Decision: approve
  Writ-Person: jane-doe
  Writ-Role: chief-executive
  Writ-Key: \(fingerprint)
  Writ-Seen: \(digest("4")) writ/governance/1.0/approve/jane-doe
  Writ-Seen: \(digest("5")) writ/governance/1.0/approve/sam-lee.2

  """

private let withdrawal =
  samplePayload
  .replacing("/approve/jane-doe\ntagger", with: "/withdraw/jane-doe\ntagger")
  .replacing(" approves ", with: " withdraws a decision on ")
  .replacing(
    "Writ-Decision: approve\n", with: "Writ-Decision: withdraw\nWrit-Withdraws: \(digest("6"))\n")

private func sampleStatement() throws -> Statement {
  Statement(
    subject: Statement.subject(
      person: "Jane Doe", role: "Chief Executive", decision: .approve,
      title: "Information Security Policy", version: Version(1, 0)),
    comment: "I read it twice.\n\nNothing is missing.",
    repository: try #require(Digest(digest("1"))), governance: try #require(Digest(digest("2"))),
    name: StatementName(
      document: "information-security", version: Version(1, 0), decision: .approve,
      person: "jane-doe"),
    path: "policies/information-security.md", digest: try #require(Digest(digest("3"))),
    role: "chief-executive", key: try #require(KeyName(fingerprint)),
    seen: [
      Statement.Seen(
        statement: try #require(Digest(digest("5"))),
        name: try #require(StatementName("writ/governance/1.0/approve/sam-lee.2"))),
      Statement.Seen(
        statement: try #require(Digest(digest("4"))),
        name: try #require(StatementName("writ/governance/1.0/approve/jane-doe"))),
    ])
}

private func read(_ payload: String) throws -> Statement {
  try Statement(TagObject(Array(payload.utf8)))
}

private func payload(_ statement: Statement) throws -> String {
  String(
    decoding: TagObject.payload(
      target: try #require(ObjectID(hex: target)), name: "\(statement.name)",
      tagger: Ident(
        name: "Jane Doe", email: "jane@example.org", time: Instant(seconds: 1_795_276_800)),
      message: statement.message), as: UTF8.self)
}

@Suite struct StatementTests {
  @Test func isWrittenByteForByteAsTheFormatsShow() throws {
    #expect(try payload(sampleStatement()) == samplePayload)
    #expect(Array(try payload(sampleStatement()).utf8) == Array(samplePayload.utf8))
  }

  @Test func whatIsWrittenReadsTheSame() throws {
    #expect(try read(samplePayload) == sampleStatement())
    let statement = try read(withdrawal)
    #expect(statement.withdraws == Digest(digest("6")))
    #expect(statement.name.decision == .withdraw)
    #expect(try payload(statement) == withdrawal)
  }

  @Test(arguments: [
    "", "One line.", "One\nparagraph.", "Two.\n\nParagraphs.", "Far.\n\n\nApart.", "  indented",
    "writ-person: small", " Writ-Person: indented", "----", "Grüße, José", "日本語", "a\tb",
  ])
  func anyCommentOfParagraphsComesBack(_ comment: String) throws {
    let sample = try sampleStatement()
    let statement = Statement(
      subject: sample.subject, comment: comment, repository: sample.repository,
      governance: sample.governance, name: sample.name, path: sample.path, digest: sample.digest,
      role: sample.role, key: sample.key, seen: [])
    if comment.contains("\t") {
      #expect(throws: GrammarError.self) { try read(payload(statement)) }
    } else {
      #expect(try read(payload(statement)) == statement)
    }
  }

  @Test(arguments: [
    "Statement", "Repository", "Governance", "Document", "Version", "Path", "Digest", "Decision",
    "Person", "Role", "Key",
  ])
  func everyFieldStandsExactlyOnceInItsPlace(_ field: String) throws {
    let lines = samplePayload.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let index = try #require(lines.firstIndex { $0.hasPrefix("Writ-\(field): ") })
    func refused(_ change: (inout [String]) -> Void) {
      var lines = lines
      change(&lines)
      #expect(throws: StatementProblem.self) { try read(lines.joined(separator: "\n")) }
    }
    refused { $0.remove(at: index) }
    refused { $0.insert($0[index], at: index) }
    refused { $0.swapAt(index, index + 1) }
    refused { $0[index] = "Writ-\(field): " }
    refused { $0[index] = "Writ-\(field):" }
    refused { $0[index] = $0[index].replacing(": ", with: ":", maxReplacements: 1) }
    refused { $0[index] = $0[index].replacing(": ", with: ":  ", maxReplacements: 1) }
    refused { $0[index] += " " }
    refused { $0[index] = " " + $0[index] }
    refused { $0[index] = $0[index].replacing("Writ-", with: "writ-") }
    refused { $0[index] = $0[index].uppercased() }
    refused { $0.insert("", at: index) }
    refused { $0.insert("Writ-Unknown: x", at: index) }
    refused { $0.insert("Signed-off-by: x", at: index + 1) }
  }

  @Test(arguments: [
    ("Writ-Statement: 1", "Writ-Statement: 2"), ("Writ-Statement: 1", "Writ-Statement: 01"),
    ("Repository: sha256:1", "Repository: 1"), ("Governance: sha256", "Governance: SHA256"),
    ("Writ-Digest: sha256:333", "Writ-Digest: sha256:33"),
    ("Writ-Digest: sha256:3", "Writ-Digest: sha256:A"),
    // The fields against the tag's name.
    ("Document: information-security", "Document: other"),
    ("Writ-Version: 1.0", "Writ-Version: 1.1"), ("Writ-Version: 1.0", "Writ-Version: 1.00"),
    ("Decision: approve", "Decision: reject"), ("Decision: approve", "Decision: Approve"),
    ("Writ-Person: jane-doe", "Writ-Person: sam-lee"),
    ("tag writ/information-security", "tag writ/other"),
    ("tag writ/information-security/1.0", "tag writ/information-security/1.1"),
    ("/approve/jane-doe\ntagger", "/reject/jane-doe\ntagger"),
    ("/approve/jane-doe\ntagger", "/approve/sam-lee\ntagger"),
    ("/approve/jane-doe\ntagger", "/approve/jane-doe.1\ntagger"),
    ("/approve/jane-doe\ntagger", "/approve/jane-doe.02\ntagger"),
    ("tag writ/information-security/1.0/approve/jane-doe", "tag v1.0"),
    ("Writ-Role: chief-executive", "Writ-Role: Chief Executive"),
    ("Writ-Key: SHA256:47", "Writ-Key: 47"), ("Writ-Key: SHA256:47", "Writ-Key: SHA256:"),
    // Paths.
    ("policies/information-security.md", "policies/../writ.yaml"),
    ("policies/information-security.md", "../policies/information-security.md"),
    ("policies/information-security.md", "policies//information-security.md"),
    ("policies/information-security.md", "/policies/information-security.md"),
    ("policies/information-security.md", "docs/information-security.md"),
    ("policies/information-security.md", "information-security.md"),
    ("policies/information-security.md", "trust/key.md"),
    ("policies/information-security.md", "policies/information-security.txt"),
    ("policies/information-security.md", "policies/information-security.md/"),
    ("policies/information-security.md", "./writ.yaml"),
    ("policies/information-security.md", "sub/writ.yaml"),
    // What was seen.
    ("Seen: sha256:4", "Seen: sha256:6"), ("Seen: sha256:5", "Seen: sha256:3"),
    (" writ/governance/1.0/approve/jane-doe\n", "\n"),
    (" writ/governance/1.0/approve/jane-doe\n", " writ/governance/1.0/approve/jane-doe x\n"),
    (" writ/governance/1.0/approve/jane-doe\n", "  writ/governance/1.0/approve/jane-doe\n"),
    (
      " writ/governance/1.0/approve/jane-doe\n", " refs/tags/writ/governance/1.0/approve/jane-doe\n"
    ),
    // Layout.
    ("1.0\n\nI read", "1.0\nI read"), ("1.0\n\nI read", "1.0\n\n\nI read"),
    ("missing.\n\nWrit", "missing.\nWrit"), ("missing.\n\nWrit", "missing.\n\n\nWrit"),
    ("I read", "Writ-Note: I read"), ("I read", "Writ-"),
    ("Jane Doe, Chief", "Writ-Person, Chief"),
    ("sam-lee.2\n", "sam-lee.2\n\n"), ("sam-lee.2\n", "sam-lee.2\nmore\n"),
    ("sam-lee.2\n", "sam-lee.2\nWrit-Unknown: x\n"),
    ("Decision: approve\n", "Decision: approve\nWrit-Withdraws: \(digest("6"))\n"),
    // Text that is not in NFC, and letters that Unicode holds to be the same.
    ("I read", "Jose\u{301} read"), ("Jane Doe, Chief", "Jose\u{301}, Chief"),
    ("Writ-Key", "Writ-\u{212A}ey"), ("I read", "\u{212A} read"),
  ])
  func anyOtherFormIsRefused(_ piece: String, _ other: String) throws {
    try #require(samplePayload.contains(piece))
    #expect(throws: StatementProblem.self) {
      try read(samplePayload.replacing(piece, with: other))
    }
  }

  @Test func theSameSeenTwiceIsRefused() throws {
    let line = "Writ-Seen: \(digest("4")) writ/governance/1.0/approve/jane-doe\n"
    #expect(throws: StatementProblem.self) {
      try read(samplePayload.replacing(line, with: line + line))
    }
  }

  @Test func withoutABlankLineBehindTheSubjectThereIsNoStatement() throws {
    let comment = "I read it twice.\n\nNothing is missing.\n\n"
    let plain = samplePayload.replacing(comment, with: "")
    #expect(try read(plain).comment == "")
    #expect(throws: StatementProblem.self) {
      try read(plain.replacing("1.0\n\nWrit-S", with: "1.0\nWrit-S"))
    }
    #expect(throws: StatementProblem.self) {
      try read(plain.replacing("1.0\n\nWrit-S", with: "1.0\n\n\nWrit-S"))
    }
  }

  @Test func onlyAWithdrawalNamesWhatItUndoes() throws {
    #expect(throws: Never.self) { try read(withdrawal) }
    #expect(throws: StatementProblem.self) {
      try read(withdrawal.replacing("Writ-Withdraws: \(digest("6"))\n", with: ""))
    }
    #expect(throws: StatementProblem.self) {
      try read(
        withdrawal.replacing("Withdraws: \(digest("6"))", with: "Withdraws: jane-doe"))
    }
  }

  @Test(arguments: Decision.allCases)
  func theFirstLineSaysWhatIsDecided(_ decision: Decision) {
    let verb = [
      Decision.approve: "approves", .reject: "rejects", .withdraw: "withdraws a decision on",
      .reaffirm: "reaffirms", .retire: "retires",
    ][decision]
    #expect(
      Statement.subject(
        person: "Jo", role: "CEO", decision: decision, title: "Policy", version: Version(2, 10))
        == "Jo, CEO, \(verb ?? "") Policy 2.10")
  }
}

@Suite struct StatementNameTests {
  @Test(arguments: [
    "writ/information-security/1.0/approve/jane-doe", "writ/governance/12.34/retire/x",
    "writ/a/0.1/reject/b.2", "writ/a/1.0/withdraw/b.65535", "writ/a/1.0/reaffirm/b.10",
  ])
  func aNameComesBack(_ text: String) throws {
    let name = try #require(StatementName(text))
    #expect(name.description == text)
    #expect(name.ref == "refs/tags/" + text)
  }

  @Test func theNextNameCountsUp() throws {
    let name = try #require(StatementName("writ/a/1.0/approve/b"))
    #expect(name.number == 1)
    #expect(name.next.description == "writ/a/1.0/approve/b.2")
    #expect(name.next.next.description == "writ/a/1.0/approve/b.3")
  }

  @Test(arguments: [
    "", "writ", "writ/a/1.0/approve", "writ/a/1.0/approve/b/c", "/writ/a/1.0/approve/b",
    "writ/a/1.0/approve/b/", "writ//1.0/approve/b", "Writ/a/1.0/approve/b",
    "refs/tags/writ/a/1.0/approve/b", "writ/A/1.0/approve/b", "writ/a/1/approve/b",
    "writ/a/1.0.0/approve/b", "writ/a/01.0/approve/b", "writ/a/1.0/approves/b",
    "writ/a/1.0/APPROVE/b", "writ/a/1.0/approve/b.", "writ/a/1.0/approve/b.0",
    "writ/a/1.0/approve/b.1", "writ/a/1.0/approve/b.02", "writ/a/1.0/approve/b.+2",
    "writ/a/1.0/approve/b.2.3", "writ/a/1.0/approve/b.65536", "writ/a/1.0/approve/.2",
    "writ/a/1.0/approve/b c", "writ/con/1.0/approve/b", "writ/a/1.0/approve/nul",
    "writ/timestamp/1.0/approve/b",
  ])
  func anythingElseIsNone(_ text: String) {
    #expect(StatementName(text) == nil)
  }
}

@Suite struct KeyNameTests {
  private static let openPGP = "0123456789ABCDEF0123456789ABCDEF01234567"

  @Test(arguments: [fingerprint, digest("a"), openPGP])
  func aNameComesBack(_ text: String) throws {
    #expect(try #require(KeyName(text)).description == text)
  }

  @Test func theFormTellsTheKind() {
    if case .ssh? = KeyName(fingerprint) {} else { Testing.Issue.record("no SSH key") }
    if case .certificate? = KeyName(digest("a")) {} else { Testing.Issue.record("no certificate") }
    if case .openPGP? = KeyName(Self.openPGP) {} else { Testing.Issue.record("no OpenPGP key") }
  }

  @Test(arguments: [
    "", String(fingerprint.dropLast()), fingerprint + "=", "sha256:" + fingerprint.dropFirst(7),
    "MD5:00", digest("a").uppercased(), String(digest("a").dropLast()), openPGP.lowercased(),
    String(openPGP.dropLast()), openPGP + "0", "0x" + openPGP.dropFirst(2), " " + fingerprint,
    "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV",
  ])
  func anythingElseIsNone(_ text: String) {
    #expect(KeyName(text) == nil)
  }
}
