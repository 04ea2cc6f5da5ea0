import Documents
import Foundation
import Objects
import Signatures
import Testing

@testable import Approvals

private let securityKey =
  "sk-ecdsa-sha2-nistp256@openssh.com AAAAInNrLWVjZHNhLXNoYTItbmlzdHAyNTZAb3BlbnNzaC5jb20AAAAIbmlzdHAyNTYAAABBBEPe4rV19U1S+nFUd66NB87o+jo9Gg7YJDdM+h9h9Rjz6AaSsPiM5GK/PvQ4bfJi3w/+M1xqDwxaT0ukToEejREAAAAEc3NoOg=="
private let passkey =
  "sk-ecdsa-sha2-nistp256@openssh.com AAAAInNrLWVjZHNhLXNoYTItbmlzdHAyNTZAb3BlbnNzaC5jb20AAAAIbmlzdHAyNTYAAABBBNyccvY1IMsMpA47bdFeFMxBYYo3pq8gSaQieoSf1qkiyVTZcvdxBvr2rzvCXgYYcig3QjwRR3/V1DkrO/rf+sMAAAAQZGVzay5leGFtcGxlLm9yZw=="
private let securityKeyEd25519 =
  "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIMSJbYILjkwV4ae1/1IzPJLr1cZcimKU46TaeYegspCmAAAABHNzaDo="
private let rsa1024 =
  "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQDPLTPNbktDnw+CELb24fj7OWC7DI9JiEXVwNVRVHHIRy0v+FQWnN1HQcD0KSvsgZwhLett7WaWESFnDSbOkisljmUOHuQ2fUcYlSc7mPD5HhBDL/K8zpdzQIW0dBLGzLHALHDQCsh3kmma/i0ESbb1jA3hXeWWIcic36yW/S57Bw=="
private let dsa =
  "ssh-dss AAAAB3NzaC1kc3MAAACBAN1zYWK1eRa5LNJ0eg1DWF7he8TJzS+sRpMXVi4taBG1+7emWGMxJ7+bZXbP4QtG49aaZnIk+XsNRFfjq04I9mf+sBEbXbm1UZorez2kKNRArrCMz9Q1K3v+jKdbmkOByKGz9QAmpd2bDIp6HzbaHyncSIpBCW8kyNmdFtYL+4jVAAAAFQDiepWkgTnM85/4gWMwtVZi0rj5tQAAAIEAwz9cE0UALhA1jGLDoF5PzEKibTIGoBltUndPSJOIPNhau4aTznPiPCQ9nraqhvxnCWYJzB2sJjPK65P8tIp1epqlucLF7aff3y0btI+KRxeQ8MDugrns1hA60dE1WF3gb83rf7ZpFXAOsfCFEdd+MbRP9u1rvltv/WX4nS2K5AUAAACBAMgynyoo8X3G9W5gXgW3zv+nOG4U6uTM3V8eDIDtUG3EUMUQlqfg3JGSAtEfuGPhJrq2etjKYc3nol0ZHqMGecvacDgrKZKzLpeKdO+Ico1DlsMf6Gyje78Pwil85mntUujIp6SBf7EgksYv/sLdBGwKCOPtibj21ApELznUB9iZ"
private let certificate =
  "ecdsa-sha2-nistp256-cert-v01@openssh.com AAAAKGVjZHNhLXNoYTItbmlzdHAyNTYtY2VydC12MDFAb3BlbnNzaC5jb20AAAAgevzCtQ28x9IuYAFcy311OKmK8xQBkSq4yj6bpw0Z9osAAAAIbmlzdHAyNTYAAABBBIqdZ1wNLxHxJ48wHar5AzmrBRSpt85rk1Elu8xyOnl/C6cTvQtB4+nT6hox9/3df1HuUW0+/sooUSRvhzi9R88AAAAAAAAAAAAAAAEAAAACaWQAAAAIAAAABGphbmUAAAAAAAAAAP//////////AAAAAAAAAIIAAAAVcGVybWl0LVgxMS1mb3J3YXJkaW5nAAAAAAAAABdwZXJtaXQtYWdlbnQtZm9yd2FyZGluZwAAAAAAAAAWcGVybWl0LXBvcnQtZm9yd2FyZGluZwAAAAAAAAAKcGVybWl0LXB0eQAAAAAAAAAOcGVybWl0LXVzZXItcmMAAAAAAAAAAAAAADMAAAALc3NoLWVkMjU1MTkAAAAg/9fq4F6GynGzHgLAC9q3IQPQWw0KsKRqEN4TgMLCKn4AAABTAAAAC3NzaC1lZDI1NTE5AAAAQJK95SkgAsTTMG1HzGah+iAAxgT3udEdhNCDQQ8JYBAjUk7RI3E0PZVyMw2WuOZ/wqlUB01paTwe1wN0tPfO3Ac="
/// The point with y = 1: the neutral element.
private let smallOrder =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
private let hex = String(repeating: "ab", count: 32)

private func parse(_ text: String) -> Governance.Parsed { Governance.parse(Array(text.utf8)) }

/// The line on which the words stand, from 1.
private func line(of words: String, in text: String) -> Int? {
  text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(words) }
    .map { $0 + 1 }
}

/// A change of the sample, and the words on whose line the problem is said to be.
struct Spoiled: Sendable, CustomTestStringConvertible {
  let piece: String
  let other: String
  let place: String
  let kind: Problem.Kind
  var testDescription: String { "\(piece.prefix(40)) → \(other.prefix(60))" }

  init(_ piece: String, _ other: String, at place: String, _ kind: Problem.Kind) {
    self.piece = piece
    self.other = other
    self.place = place
    self.kind = kind
  }
}

@Suite(.enabled(if: Keyring.isInstalled)) struct GovernanceTests {
  private let keys: Keyring
  private let sample: String

  init() throws {
    keys = try Keyring.shared()
    sample = try sampleGovernance(keys)
  }

  @Test func theSampleIsReadWhole() throws {
    let parsed = parse(sample)
    #expect(parsed.problems == [])
    #expect(parsed.warnings == [])
    let governance = try #require(parsed.governance)
    #expect(governance.digest == Digest.sha256(of: sample.utf8))
    #expect(governance.version == Version(1, 0))
    #expect(governance.previous == nil)
    #expect(governance.organisation == "Example Ltd")
    #expect(governance.title == "Governance of Example Ltd")
    #expect(governance.scope == "Design and operation of Example Cloud")
    #expect(governance.classifications == ["public", "internal", "confidential"])
    #expect(governance.roles.map(\.id) == ["chief-executive", "board-member", "ciso"])
    #expect(governance.roles.map(\.isTopManagement) == [true, true, false])
    #expect(governance.roles.map(\.title).last == "Chief Information Security Officer")
    #expect(governance.people.map(\.id) == ["jane-doe", "sam-lee", "bo-berg"])
    let jane = try #require(governance.person("jane-doe"))
    #expect(jane.name == "Jane Doe" && jane.email == "jane@example.org")
    #expect(jane.roles == ["chief-executive"])
    let key = KeyName.ssh(try keys.fingerprint("jane-doe"))
    #expect(jane.keys.map(\.name) == [key])
    #expect(governance.owner(of: key) == jane)
    #expect(governance.owner(of: .ssh(try keys.fingerprint("stranger"))) == nil)
    #expect(jane.line == line(of: "jane-doe:", in: sample))
    #expect(governance.authorApproves == .neverAlone)
    #expect(governance.revoked == [])
  }

  @Test func theFirstRuleThatFitsDecides() throws {
    let governance = try #require(parse(sample).governance)
    func asked(_ document: DocumentID, _ kind: DocumentKind, _ level: DocumentLevel?) -> String? {
      governance.rule(for: document, kind: kind, level: level)?.require
        .map(\.description).joined(separator: ", ")
    }
    #expect(
      asked(.governance, .governance, nil) == "2 of chief-executive board-member ciso")
    #expect(
      asked("x", .policy, .top) == "1 of chief-executive board-member, 1 of ciso board-member")
    #expect(asked("x", .policy, .topic) == "1 of chief-executive board-member ciso")
    let without = sample.replacing("  - for: {}", with: "  - for: {id: other}")
    let rule = parse(without).governance?.rule(for: "x", kind: .policy, level: .topic)
    #expect(rule == nil)
  }

  @Test func aLaterVersionNamesTheOneBeforeIt() throws {
    let next = sample.replacing(
      "version: 1.0", with: "version: 1.1\nprevious: sha256:\(hex)\ncloses: [sha256:\(hex)]")
    let parsed = parse(next)
    #expect(parsed.problems == [])
    #expect(parsed.governance?.previous == Digest("sha256:\(hex)"))
  }

  @Test func keysOfOtherKindsAreKeptByTheirNames() throws {
    let fingerprint = "0123456789ABCDEF0123456789ABCDEF01234567"
    let jane = "- ssh: \(try keys.line("jane-doe"))"
    for (entry, name) in [
      ("- openpgp: \(fingerprint)", KeyName(fingerprint)),
      ("- x509: {certificate: sha256:\(hex)}", KeyName("sha256:\(hex)")),
      ("- x509: {ca: sha256:\(hex), email: jane@example.org}", nil),
    ] {
      let parsed = parse(sample.replacing(jane, with: entry))
      #expect(parsed.problems == [], "\(entry)")
      let keys = try #require(parsed.governance?.person("jane-doe")?.keys, "\(entry)")
      #expect(keys.map(\.name) == [name], "\(entry)")
      if case .ssh? = keys.first {
        Testing.Issue.record("taken for a key that can be verified with")
      }
    }
  }

  @Test(arguments: [
    Spoiled("writ: 1\n", "writ: 2\n", at: "writ:", .value("writ")),
    Spoiled("id: governance\n", "id: other\n", at: "id:", .value("id")),
    Spoiled("version: 1.0", "version: 1", at: "version:", .value("version")),
    Spoiled("version: 1.0", "version: 1.1", at: "writ:", .missing("previous")),
    Spoiled(
      "version: 1.0", "version: 1.0\nprevious: sha256:\(hex)", at: "previous",
      .value("previous")),
    Spoiled(
      "version: 1.0", "version: 1.1\nprevious: \(hex)", at: "previous", .value("previous")),
    Spoiled(
      "iso27001:2022", "iso27001:2013", at: "standard", .value("standard")),
    Spoiled(
      ", scope: Design and operation of Example Cloud", "", at: "organisation",
      .missing("organisation.scope")),
    Spoiled("Example Ltd", "<b>Example</b>", at: "organisation", .value("organisation.name")),
    Spoiled(
      "classifications: [", "classifications: x # [", at: "classifications",
      .value("classifications")),
    // Roles and people.
    Spoiled(
      "{title: Board member, top-management: true}", "{top-management: true}",
      at: "  board-member:", .missing("roles.board-member.title")),
    Spoiled(
      "{title: Board member, top-management: true}",
      "{title: Board member, top-management: yes}", at: "  board-member:",
      .value("roles.board-member.top-management")),
    Spoiled("roles: [ciso]", "roles: [cisoo]", at: "[cisoo]", .value("people.sam-lee.roles")),
    Spoiled("  bo-berg:", "  Bo Berg:", at: "Bo Berg:", .value("Bo Berg")),
    Spoiled("name: Sam Lee", "name: Sam <Lee>", at: "Sam <Lee>", .value("people.sam-lee.name")),
    Spoiled(
      "    email: sam@example.org\n", "", at: "name: Sam Lee",
      .missing("people.sam-lee.email")),
    Spoiled(
      "email: sam@example.org", "email: \"*@example.org\"", at: "*@",
      .value("people.sam-lee.email")),
    Spoiled(
      "email: sam@example.org", "email: sam?@example.org", at: "sam?@",
      .value("people.sam-lee.email")),
    Spoiled(
      "email: sam@example.org", "email: \"sam@example.org,jane@example.org\"", at: "sam@",
      .value("people.sam-lee.email")),
    Spoiled(
      "email: sam@example.org", "email: \"!sam@example.org\"", at: "sam@",
      .value("people.sam-lee.email")),
    Spoiled(
      "email: sam@example.org", "email: sam", at: "email: sam",
      .value("people.sam-lee.email")),
    // Rules.
    Spoiled(
      "require: [2 of chief-executive board-member ciso]", "require: [2 of owner]",
      at: "2 of owner", .value("approval[1].require")),
    Spoiled(
      "require: [2 of chief-executive board-member ciso]", "require: []",
      at: "require: []", .value("approval[1].require")),
    Spoiled(
      "require: [2 of chief-executive board-member ciso]", "require: [ciso]",
      at: "require: [ciso]", .value("approval[1].require")),
    Spoiled(
      "require: [2 of chief-executive board-member ciso]",
      "minor: [1 of ciso]", at: "for: {id: governance}", .missing("approval[1].require")),
    Spoiled("level: top}", "level: tpo}", at: "tpo", .value("approval[2].for.level")),
    Spoiled("kind: policy, ", "kind: polcy, ", at: "polcy", .value("approval[2].for.kind")),
    Spoiled("kind: policy, ", "knd: policy, ", at: "knd", .value("approval[2].for.knd")),
    Spoiled(
      "cadence:", "separation: {author-approves: maybe}\ncadence:", at: "separation",
      .value("separation.author-approves")),
    Spoiled(
      "cadence:",
      "revoked: [{key: SHA256:x, reason: retired, since: 2026-05-01T00:00:00Z}]\ncadence:",
      at: "revoked", .value("revoked[1].key")),
    Spoiled(
      "cadence:",
      "revoked: [{key: sha256:\(hex), reason: lost, since: 2026-05-01T00:00:00Z}]\ncadence:",
      at: "revoked", .value("revoked[1].reason")),
    Spoiled(
      "cadence:", "revoked: [{key: sha256:\(hex), reason: retired, since: 2026-05-01}]\ncadence:",
      at: "revoked", .value("revoked[1].since")),
    // YAML.
    Spoiled("writ: 1\n", "writ: 1\nwrit: 1\n", at: "writ: 1", .syntax),
    Spoiled("name: Sam Lee", "name: &sam Sam Lee", at: "&sam", .syntax),
    Spoiled("name: Sam Lee", "name: *sam", at: "*sam", .syntax),
    Spoiled("name: Sam Lee", "name: !!str Sam Lee", at: "!!str", .syntax),
    Spoiled("name: Sam Lee", "<<: {}\n    name: Sam Lee", at: "<<", .syntax),
    Spoiled("name: Sam Lee", "name: Jose\u{301}", at: "name: Jose\u{301}", .encoding),
  ])
  func aFileWithAnythingUnclearIsRefused(_ spoiled: Spoiled) throws {
    try #require(sample.contains(spoiled.piece))
    let text = sample.replacing(spoiled.piece, with: spoiled.other, maxReplacements: 1)
    let parsed = parse(text)
    #expect(parsed.governance == nil)
    #expect(parsed.problems.map(\.kind) == [spoiled.kind])
    var expected = line(of: spoiled.place, in: text)
    // The second of two is the one too many.
    if spoiled.other == "writ: 1\nwrit: 1\n" { expected = 2 }
    #expect(parsed.problems.map(\.line) == [expected].compactMap { $0 })
    for problem in parsed.problems {
      #expect(!problem.remedy.isEmpty && !problem.message.isEmpty)
    }
  }

  @Test(arguments: [
    (rsa1024, "1024 bits"), (dsa, "DSA"), (certificate, "certificate"),
    (smallOrder, "small order"), ("ssh-ed25519 AAAAA", "not an SSH public key"),
    ("ssh-unknown AAAAC3NzaC11bmtub3du", "not an SSH public key"),
  ])
  func aKeyThatProvesNothingRefusesTheFile(_ key: String, _ words: String) throws {
    let text = sample.replacing(try keys.line("sam-lee"), with: key)
    let parsed = parse(text)
    #expect(parsed.governance == nil)
    #expect(parsed.problems.map(\.kind) == [.value("people.sam-lee.keys[1].ssh")])
    #expect(parsed.problems.map(\.line) == [line(of: key, in: text)].compactMap { $0 })
    #expect(parsed.problems.first?.message.contains(words) == true, "\(parsed.problems)")
  }

  @Test func everyTypeOfSSHKeyCanBeVerifiedWith() throws {
    let lines =
      try ["p384", "p521", "rsa-3072"].map(keys.line) + [securityKey, securityKeyEd25519]
    for line in lines {
      let parsed = parse(sample.replacing(try keys.line("sam-lee"), with: line))
      #expect(parsed.problems == [] && parsed.warnings == [], "\(line)")
      let sam = parsed.governance?.person("sam-lee")
      #expect(sam?.keys == [.ssh(try SSHPublicKey(text: line), .presence)])
    }
  }

  @Test func whatASecurityKeyHasToSayIsKept() throws {
    let entry = """
      \(passkey)
              user-verification: required
              origins: ["https://desk.example.org", "http://localhost:8080"]
      """
    let parsed = parse(sample.replacing(try keys.line("sam-lee"), with: entry))
    #expect(parsed.problems == [] && parsed.warnings == [])
    let origins = ["https://desk.example.org", "http://localhost:8080"].compactMap { WebOrigin($0) }
    #expect(
      parsed.governance?.person("sam-lee")?.keys == [
        .ssh(
          try SSHPublicKey(text: passkey),
          AssertionPolicy(requiresUserVerification: true, origins: origins))
      ])
  }

  @Test func aCommitOfASecurityKeyIsItsOwnersIfTheKeySaysWhatItHasTo() throws {
    let entry = "\(securityKey)\n        user-verification: required"
    let governance = try #require(
      parse(sample.replacing(try keys.line("sam-lee"), with: entry)).governance)
    let key = try SSHPublicKey(text: securityKey).fingerprint
    let sam = try #require(governance.person("sam-lee"))
    let jane = try #require(governance.person("jane-doe"))
    for isVerified in [true, false] {
      let assertion = Assertion(isUserVerified: isVerified, origin: nil)
      #expect(governance.signer(.ssh(key), assertion)?.id == (isVerified ? sam.id : nil))
      // Else it proves nothing, and the address is believed.
      let authors = ChangeAuthors(
        signer: key, assertion: assertion, emails: [jane.email], coAuthors: [])
      #expect(authors.include(sam.id, of: [governance]) == isVerified)
      #expect(authors.include(jane.id, of: [governance]) == !isVerified)
    }
    let browser = Assertion(isUserVerified: true, origin: "https://desk.example.org")
    #expect(governance.signer(.ssh(key), browser) == nil)
    let plain = try keys.fingerprint("jane-doe")
    #expect(governance.signer(.ssh(plain), nil) == jane)
  }

  @Test(arguments: [
    ("user-verification: preferred", "user-verification"), ("origins: desk", "origins"),
    ("origins: [\"https://desk.example.org/sign\"]", "origins"),
    ("origins: [\"http://desk.example.org\"]", "origins"),
    ("origins: [\"https://desk.example.org\", \"*\"]", "origins"),
  ])
  func aSecurityKeyWithAnUnclearConditionRefusesTheFile(_ member: String, _ key: String) throws {
    let entry = "\(passkey)\n        \(member)"
    let text = sample.replacing(try keys.line("sam-lee"), with: entry)
    let parsed = parse(text)
    #expect(parsed.governance == nil)
    #expect(parsed.problems.map(\.kind) == [.value("people.sam-lee.keys[1].\(key)")])
    #expect(parsed.problems.map(\.line) == [line(of: member, in: text)].compactMap { $0 })
  }

  @Test(arguments: ["user-verification: required", "origins: [\"https://desk.example.org\"]"])
  func aConditionOnAKeyThatIsNoSecurityKeyRefusesTheFile(_ member: String) throws {
    let ssh = "ssh: \(try keys.line("sam-lee"))"
    for entry in [
      ssh, "openpgp: 0123456789ABCDEF0123456789ABCDEF01234567",
      "x509: {certificate: sha256:\(hex)}",
    ] {
      let text = sample.replacing(ssh, with: "\(entry)\n        \(member)")
      let parsed = parse(text)
      #expect(parsed.governance == nil)
      #expect(parsed.problems.map(\.line) == [line(of: member, in: text)].compactMap { $0 })
      #expect(parsed.problems.first?.message.contains("is no security key") == true)
    }
  }

  @Test func aShortRSAKeyIsAWarning() throws {
    let text = sample.replacing(try keys.line("sam-lee"), with: try keys.line("rsa"))
    let parsed = parse(text)
    #expect(parsed.governance != nil)
    #expect(parsed.warnings.map(\.line) == [line(of: "sam-lee:", in: text)].compactMap { $0 })
    #expect(parsed.warnings.first?.message.contains("2048 bits") == true)
  }

  /// A device's key for one application beside the same key for another, or for none.
  @Test func aPrivateHalfThatTwoPeopleShareRefusesTheFile() throws {
    let words = securityKey.split(separator: " ")
    let blob = try #require(
      Data(base64Encoded: String(words[1])).map { Array($0) })
    let type = Array("sk-ecdsa-sha2-nistp256@openssh.com".utf8)
    let plainType = Array("ecdsa-sha2-nistp256".utf8)
    let tail = blob.dropFirst(4 + type.count).dropLast(4 + "ssh:".utf8.count)
    let plain =
      "ecdsa-sha2-nistp256 "
      + Data([0, 0, 0, UInt8(plainType.count)] + plainType + tail).base64EncodedString()
    let other =
      "\(words[0]) "
      + Data(blob.dropLast(4) + Array("ssx:".utf8)).base64EncodedString()
    for second in [plain, other] {
      #expect(throws: Never.self) { try SSHPublicKey(text: second) }
      let text = sample.replacing(try keys.line("sam-lee"), with: securityKey)
        .replacing(try keys.line("bo-berg"), with: second)
      let parsed = parse(text)
      #expect(parsed.governance == nil)
      #expect(parsed.problems.map(\.line) == [line(of: "bo-berg:", in: text)].compactMap { $0 })
    }
  }

  @Test func aKeyThatTwoPeopleShareRefusesTheFile() throws {
    let text = sample.replacing(try keys.line("sam-lee"), with: try keys.line("jane-doe"))
    let parsed = parse(text)
    #expect(parsed.governance == nil)
    #expect(parsed.problems.map(\.line) == [line(of: "sam-lee:", in: text)].compactMap { $0 })
    let message = try #require(parsed.problems.first?.message)
    #expect(message.contains("Jane Doe") && message.contains("Sam Lee"))

    let other = "0123456789ABCDEF0123456789ABCDEF01234567"
    let shared = text.replacing("ssh: \(try keys.line("jane-doe"))", with: "openpgp: \(other)")
    #expect(parse(shared).governance == nil)
  }

  @Test func aKeyThatStandsTwiceRefusesTheFile() throws {
    let key = "      - ssh: \(try keys.line("sam-lee"))"
    let parsed = parse(sample.replacing(key, with: "\(key)\n\(key) a comment"))
    #expect(parsed.governance == nil)
    #expect(parsed.problems.count == 1)
  }

  @Test func twoKeysInOneEntryOrNoneRefuseTheFile() throws {
    let key = "- ssh: \(try keys.line("sam-lee"))"
    let fingerprint = "0123456789ABCDEF0123456789ABCDEF01234567"
    let two = sample.replacing(key, with: "\(key)\n        openpgp: \(fingerprint)")
    #expect(parse(two).governance == nil && parse(two).problems.count == 1)
    let none = sample.replacing(key, with: "- user-verification: required")
    #expect(parse(none).governance == nil && parse(none).problems.count == 1)
  }

  @Test(arguments: [
    "writ", "id", "version", "organisation", "classifications", "roles", "people", "approval",
  ])
  func whatMustBeThereIsMissed(_ key: String) {
    let text = sample.replacing("\n\(key):", with: "\nx-\(key):")
    let parsed = parse(key == "writ" ? "x-" + text : text)
    #expect(parsed.governance == nil)
    #expect(parsed.problems.contains { $0.kind == .missing(key) && $0.line == 1 })
  }

  @Test func anUnknownKeyIsAWarningWithTheNearestKnownOne() throws {
    let text = sample.replacing("  cadence", with: "cadence").replacing(
      "\ncadence:", with: "\ncadenze:")
    let parsed = parse(text)
    #expect(parsed.governance != nil)
    #expect(parsed.warnings.map(\.kind) == [.unknownKey("cadenze")])
    #expect(parsed.warnings.map(\.line) == [line(of: "cadenze", in: text)].compactMap { $0 })
    #expect(parsed.warnings.first?.remedy.contains("\"cadence\"") == true)
  }

  @Test func bytesThatAreNoTextAreRefused() {
    for bytes in [[], [0xFF], Array("\u{FEFF}".utf8), Array("- a\n".utf8), Array("x".utf8)] {
      let parsed = Governance.parse(bytes)
      #expect(parsed.governance == nil && parsed.problems.count >= 1, "\(bytes)")
    }
  }

  @Test func separationIsReadAsWritten() {
    for (text, separation) in [
      ("never-alone", Separation.neverAlone), ("never", .never), ("allowed", .allowed),
    ] {
      let file = sample + "separation: {author-approves: \(text)}\n"
      #expect(parse(file).governance?.authorApproves == separation)
    }
  }

  // MARK: Limits

  /// The sample with these rules in place of its own.
  private func sample(rules: String) throws -> String {
    let before = try #require(sample.range(of: "approval:\n"))
    let behind = try #require(sample.range(of: "\ncadence:"))
    return sample[..<before.upperBound] + rules + sample[behind.lowerBound...]
  }

  private func rules(_ count: Int, asking requirements: String = "1 of ciso board-member") -> String
  {
    String(repeating: "  - for: {}\n    require: [\(requirements)]\n", count: count)
  }

  @Test func aHostileFileIsRefusedAtOnce() throws {
    let rule = rules(1, asking: "100 of ciso")
    var text = try sample(rules: rule)
    let room = Governance.byteLimit - text.utf8.count
    text = try sample(rules: rule + String(repeating: rule, count: room / rule.utf8.count))
    try #require(text.utf8.count > Governance.byteLimit - 100)
    let reading = try ContinuousClock().measure {
      _ = try StrictYAML.read(Array(text.utf8), limit: Governance.byteLimit)
    }
    var parsed: Governance.Parsed?
    let time = ContinuousClock().measure { parsed = parse(text) }
    #expect(parsed?.governance == nil)
    #expect(parsed?.problems.map(\.kind) == [.value("approval")])
    #expect(parsed?.problems.first?.message.contains("more than the 200 that are read") == true)
    // Which takes less than a second: how much less hangs on what else the machine does.
    #expect(time < reading * 3)
  }

  @Test func whatIsAsMuchAsMayBeIsJudgedSoon() throws {
    let people = (0..<997).map {
      "  p\($0): {name: P, email: p\($0)@example.org, roles: [ciso, board-member], keys: "
        + "[{openpgp: \(String(repeating: "A", count: 34))\(100_000 + $0)}]}\n"
    }.joined()
    let asked = (0..<10).map { rules(1, asking: "\(90 + $0) of ciso, \(10 - $0) of board-member") }
    let text = try sample(rules: asked.joined() + rules(0)).replacing(
      "people:\n", with: "people:\n\(people)")
    var found: [String] = []
    let time = try ContinuousClock().measure { found = try warnings(text) }
    #expect(found == [])
    #expect(time < .seconds(10))
    let more = try sample(rules: asked.joined() + rules(1))
    #expect(parse(more).problems.map(\.kind) == [.value("approval")])
  }

  @Test func moreThanAnyOrganisationHasIsRefused() throws {
    #expect(parse(try sample(rules: rules(200))).problems == [])
    #expect(parse(try sample(rules: rules(201))).problems.map(\.kind) == [.value("approval")])

    func people(_ count: Int) -> String {
      sample.replacing(
        "people:\n",
        with: "people:\n"
          + (3..<count).map { "  p\($0): {name: P, email: p\($0)@example.org, roles: []}\n" }
          .joined())
    }
    #expect(parse(people(1000)).problems == [])
    #expect(parse(people(1001)).problems.map(\.kind) == [.value("people")])

    func roles(_ count: Int) -> String {
      sample.replacing(
        "roles:\n  chief",
        with: "roles:\n" + (3..<count).map { "  r\($0): {title: R}\n" }.joined() + "  chief")
    }
    #expect(parse(roles(200)).problems == [])
    #expect(parse(roles(201)).problems.map(\.kind) == [.value("roles")])
  }

  @Test(arguments: ["require", "minor", "reaffirm", "retire", "recover"])
  func aRuleThatAsksForMorePlacesThanItMayRefusesTheFile(_ key: String) throws {
    func rule(_ asked: String) throws -> String {
      let others = key == "require" ? "" : "    require: [1 of ciso]\n"
      return try sample(rules: "  - for: {}\n\(others)    \(key): [\(asked)]\n")
    }
    let ones = Array(repeating: "1 of ciso", count: 100).joined(separator: ", ")
    for asked in ["100 of ciso", "98 of ciso, all of ciso board-member", ones] {
      #expect(parse(try rule(asked)).problems == [], "\(asked)")
    }
    for asked in ["100 of ciso, 1 of ciso", "99 of ciso, all of ciso board-member", "\(ones), x"] {
      let parsed = parse(try rule(asked))
      #expect(parsed.governance == nil)
      #expect(Set(parsed.problems.map(\.kind)) == [.value("approval[1].\(key)")], "\(asked)")
      #expect(parsed.problems.first?.message.contains("more than the 100 that") == true)
    }
  }

  // MARK: Weaknesses

  private func warnings(_ text: String) throws -> [String] {
    let parsed = parse(text)
    try #require(parsed.governance != nil, "\(parsed.problems)")
    #expect(parsed.warnings.allSatisfy { !$0.remedy.isEmpty })
    return parsed.warnings.map { "\($0.line) \($0.message)" }
  }

  @Test func aRoleThatNobodyHoldsIsAWeakness() throws {
    let text = sample.replacing(
      "  ciso: {", with: "  auditor: {title: Internal auditor}\n  ciso: {")
    let at = try #require(line(of: "auditor:", in: text))
    #expect(try warnings(text) == ["\(at) nobody holds the role Internal auditor"])
  }

  @Test func aRuleThatCannotBeMetIsAWeakness() throws {
    let text = sample.replacing(
      "require: [2 of chief-executive board-member ciso]",
      with: "require: [4 of chief-executive board-member ciso]")
    let at = try #require(line(of: "{id: governance}", in: text))
    #expect(
      try warnings(text) == [
        "\(at) the people listed cannot meet the rule "
          + "\"4 of chief-executive board-member ciso\""
      ])
  }

  @Test func aRuleThatOneLossBlocksIsAWeakness() throws {
    let text = sample.replacing(
      "require: [2 of chief-executive board-member ciso]",
      with: "require: [1 of ciso, 1 of chief-executive board-member]")
    let at = try #require(line(of: "{id: governance}", in: text))
    #expect(
      try warnings(text) == [
        "\(at) without Sam Lee nobody could meet the rule "
          + "\"1 of ciso, 1 of chief-executive board-member\""
      ])
  }

  private static let lastRule =
    "  - for: {}\n    require: [1 of chief-executive board-member ciso]\n"

  @Test(arguments: ["reaffirm", "retire"])
  func whatIsAskedInOtherCasesIsLookedAtToo(_ key: String) throws {
    let rule = Self.lastRule
    try #require(sample.contains(rule))
    for (asked, message) in [
      ("2 of ciso", "the people listed cannot meet the rule \"2 of ciso\" (\(key))"),
      ("1 of ciso", "without Sam Lee nobody could meet the rule \"1 of ciso\" (\(key))"),
    ] {
      let text = sample.replacing(rule, with: "\(rule)    \(key): [\(asked)]\n")
      let at = try #require(line(of: "for: {}", in: text))
      #expect(try warnings(text) == ["\(at) \(message)"])
      // Said once of what is asked for again.
      let again = sample.replacing(
        rule, with: "\(rule)    \(key): [\(asked)]\n  - for: {}\n    require: [\(asked)]\n")
      #expect(try warnings(again) == ["\(at) \(message)"])
    }
    let able = sample.replacing(rule, with: "\(rule)    \(key): [1 of ciso board-member]\n")
    #expect(try warnings(able) == [])
  }

  @Test func aRuleForMinorVersionsNeedsToBeMetByThePeopleListedOnly() throws {
    let rule = Self.lastRule
    let text = sample.replacing(rule, with: "\(rule)    minor: [2 of ciso]\n")
    let at = try #require(line(of: "for: {}", in: text))
    #expect(
      try warnings(text) == [
        "\(at) the people listed cannot meet the rule \"2 of ciso\" (minor)"
      ])
    let one = sample.replacing(rule, with: "\(rule)    minor: [1 of ciso]\n")
    #expect(try warnings(one) == [])
    // Which hides nothing that is said of another rule.
    let other = one.replacing("cadence:", with: "  - for: {}\n    require: [1 of ciso]\ncadence:")
    let found = try warnings(other)
    #expect(found.count == 1 && found.first?.hasSuffix("\"1 of ciso\"") == true, "\(found)")
  }

  @Test func anAddressThatTwoPeopleShareIsAWeakness() throws {
    let text = sample.replacing("sam@example.org", with: "Jane@Example.org")
    let at = try #require(line(of: "sam-lee:", in: text))
    #expect(try warnings(text) == ["\(at) Sam Lee has the e-mail address of another person"])
  }

  @Test func aPersonWithoutAKeyIsAWeakness() throws {
    let text = sample.replacing("keys:\n      - ssh: \(try keys.line("bo-berg"))", with: "keys: []")
      .replacing("    keys:\n        - ssh: \(try keys.line("bo-berg"))\n", with: "")
    let found = try warnings(text)
    let at = try #require(line(of: "bo-berg:", in: text))
    #expect(found.contains("\(at) Bo Berg has no key, so cannot decide"))
    // What only he could have done is weak too.
    #expect(found.contains { $0.contains("without Jane Doe") })
  }

  @Test func aPersonWhoseOnlyKeyIsNoLongerGoodIsAWeakness() throws {
    let key = try keys.fingerprint("bo-berg")
    let mark = "{key: \(key), reason: retired, since: 2026-05-01T00:00:00Z}"
    let text = sample.replacing("cadence:", with: "revoked:\n  - \(mark)\ncadence:")
    let found = try warnings(text)
    let at = try #require(line(of: "bo-berg:", in: text))
    #expect(found.contains("\(at) Bo Berg has no key that is still good, so cannot decide"))
    #expect(found.contains { $0.contains("without Jane Doe") })
    let governance = try #require(parse(text).governance)
    let since = try #require(Instant(rfc3339: "2026-05-01T00:00:00Z"))
    #expect(
      governance.revocations(of: .ssh(key))
        == [Revocation(key: .ssh(key), reason: .retired, since: since)])
    // The key stays his, so that it is known who decided with it.
    #expect(governance.owner(of: .ssh(key))?.id == "bo-berg")
    #expect(governance.revocations(of: .ssh(try keys.fingerprint("jane-doe"))) == [])
  }
}
