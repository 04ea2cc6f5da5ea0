import Objects
import Signatures
import Testing

@testable import Approvals

/// One way to spoil a decision, and the one thing that is then said of it.
struct Attack: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let verdict: Verdict
  let reason: Reason
  let spoil: @Sendable (inout Draft, Scenario) throws -> Void

  init(
    _ name: String, _ verdict: Verdict, _ reason: Reason,
    _ spoil: @escaping @Sendable (inout Draft, Scenario) throws -> Void
  ) {
    testDescription = name
    self.verdict = verdict
    self.reason = reason
    self.spoil = spoil
  }
}

private func armor(_ label: String) -> String {
  "-----BEGIN \(label)-----\nAAAA\n-----END \(label)-----\n"
}

private let attacks: [Attack] =
  [
    // Objects.
    Attack("text behind END", .malformed, .objectGrammar) { draft, _ in
      draft.changeObject = { $0 + "I did not say that.\n" }
    },
    Attack("a line feed behind END", .malformed, .objectGrammar) { draft, _ in
      draft.changeObject = { $0 + "\n" }
    },
    Attack("a second signature", .malformed, .objectGrammar) { draft, _ in
      draft.changeArmor = { $0 + $0 }
    },
    Attack("a further header", .malformed, .objectGrammar) { draft, _ in
      draft.changePayload = { $0.replacing("type commit\n", with: "type commit\nencoding UTF-8\n") }
    },
    Attack("a tag of a tag", .malformed, .objectGrammar) { draft, _ in
      draft.changePayload = { $0.replacing("type commit\n", with: "type tag\n") }
    },
    Attack("line ends of Windows", .malformed, .objectGrammar) { draft, _ in
      draft.comment = "x"
      draft.changePayload = { $0.replacing("\nx\n", with: "\nx\r\n") }
    },
    Attack("a character that reorders", .malformed, .objectGrammar) { draft, _ in
      draft.comment = "\u{202E}yes"
    },
    Attack("a field more", .malformed, .statementGrammar) { draft, _ in
      draft.changePayload = { $0 + "Writ-Note: x\n" }
    },
    Attack("a field of another document", .malformed, .statementGrammar) { draft, _ in
      draft.changePayload = {
        $0.replacing("Writ-Document: information-security", with: "Writ-Document: other")
      }
    },
    Attack("a tag that is no statement", .malformed, .statementGrammar) { draft, _ in
      draft.changePayload = { _ in
        "object \(commit)\ntype commit\ntag \(draftName)\ntagger A <a@b> 1 +0000\n\nhello\n"
      }
    },
    Attack("a target that is no commit", .malformed, .targetType) { draft, _ in
      draft.target = .notACommit
    },
    Attack("a ref renamed", .invalid, .refMismatch) { draft, _ in
      draft.ref = "refs/tags/writ/information-security/1.0/approve/bo-berg"
    },
    Attack("a ref with a number more", .invalid, .refMismatch) { draft, _ in
      draft.ref = draft.name.ref + ".2"
    },
    Attack("a ref moved to another statement", .invalid, .refMismatch) { draft, scenario in
      let own = draft.name.ref
      draft = try scenario.draft("sam-lee", scenario.root, hour: 3)
      draft.ref = own
    },
    Attack("no signature", .invalid, .unsigned) { draft, _ in draft.changeArmor = { _ in "" } },
    // The text decided on.
    Attack("another first line", .invalid, .subjectMismatch) { draft, _ in
      draft.subject = draft.subject.replacing("1.0", with: "1.1")
    },
    Attack("a first line that rejects", .invalid, .subjectMismatch) { draft, _ in
      draft.subject = draft.subject.replacing("approves", with: "rejects")
    },
    Attack("a first line with another's name", .invalid, .subjectMismatch) { draft, _ in
      draft.subject = draft.subject.replacing("Sam Lee", with: "Jane Doe")
    },
    Attack("a first line with another title", .invalid, .subjectMismatch) { draft, _ in
      draft.subject = draft.subject.replacing("Policy", with: "Policies")
    },
    Attack("a first line with another role", .invalid, .subjectMismatch) { draft, _ in
      draft.subject = draft.subject.replacing("Chief Information Security Officer", with: "CEO")
    },
    Attack("other bytes in the commit", .invalid, .digestMismatch) { draft, scenario in
      draft.target = .file(
        Record.FoundText(scenario.policy.bytes + [0x0A], path: scenario.policy.path))
    },
    Attack("no such file in the commit", .invalid, .fileMissing) { draft, _ in
      draft.target = .noFile
    },
    Attack("a file of another document", .invalid, .documentMismatch) { draft, scenario in
      let text = scenario.policy.replacing("id: information-security", with: "id: other")
      draft.target = .file(Record.FoundText(text.bytes, path: text.path))
      draft.digest = text.digest
    },
    Attack("a file of another version", .invalid, .documentMismatch) { draft, scenario in
      let text = scenario.policy.replacing("version: 1.0", with: "version: 1.1")
      draft.target = .file(Record.FoundText(text.bytes, path: text.path))
      draft.digest = text.digest
    },
    Attack("a file that is no document", .invalid, .documentMismatch) { draft, _ in
      let text = Text("hello", path: draft.path)
      draft.target = .file(Record.FoundText(text.bytes, path: text.path))
      draft.digest = text.digest
    },
    Attack("a statement of another repository", .invalid, .otherRepository) { draft, scenario in
      draft.repository = scenario.policy.digest
    },
    // Signatures.
    Attack("signed for another purpose", .invalid, .badSignature) { draft, _ in
      draft.namespace = "file"
    },
    Attack("edited after signing", .invalid, .badSignature) { draft, scenario in
      var other = draft
      other.time = other.time.adding(seconds: 1)
      let armor = try armorOf(other, scenario)
      draft.changeArmor = { _ in armor }
    },
    Attack("a signature that is none", .malformed, .signatureGrammar) { draft, _ in
      draft.changeArmor = { _ in armor("SSH SIGNATURE") }
    },
    Attack("a certificate's signature, but an SSH key named", .untrusted, .otherKey) { draft, _ in
      draft.changeArmor = { _ in armor("SIGNED MESSAGE") }
    },
    Attack("an OpenPGP signature, but an SSH key named", .untrusted, .otherKey) { draft, _ in
      draft.changeArmor = { _ in armor("PGP SIGNATURE") }
    },
    // People and authority.
    Attack("another person's tagger", .untrusted, .taggerMismatch) { draft, _ in
      draft.tagger = ("Jane Doe", "jane@example.org")
    },
    Attack("another address", .untrusted, .taggerMismatch) { draft, _ in
      draft.tagger.email = "sam@example.com"
    },
    Attack("a role not held", .untrusted, .roleNotHeld) { draft, _ in
      draft.role = "chief-executive"
      draft.subject = draft.subject.replacing(
        "Chief Information Security Officer", with: "Chief Executive")
    },
    Attack("a role that does not exist", .untrusted, .roleNotHeld) { draft, _ in
      draft.role = "emperor"
    },
    Attack("a person whom nobody knows", .untrusted, .unknownPerson) { draft, _ in
      draft.name = StatementName(
        document: draft.name.document, version: draft.name.version, decision: .approve,
        person: "eve")
    },
    Attack("a key that nobody registered", .untrusted, .keyNotRegistered) { draft, scenario in
      draft.signer = "stranger"
      draft.key = .ssh(try scenario.keys.fingerprint("stranger"))
    },
    Attack("a colleague's key", .untrusted, .keyNotRegistered) { draft, scenario in
      draft.signer = "jane-doe"
      draft.key = .ssh(try scenario.keys.fingerprint("jane-doe"))
    },
    Attack("signed with another key than named", .untrusted, .otherKey) { draft, _ in
      draft.signer = "stranger"
    },
    Attack("signed with a key of another kind than named", .untrusted, .otherKey) { draft, _ in
      draft.signer = "stranger-rsa"
    },
    // Time.
    Attack("dated 10 minutes and a second before what it has seen", .untrusted, .timeContradicted) {
      draft, _ in draft.time = start.adding(seconds: 2 * 3600 - 601)
    },
    Attack("dated 10 minutes and a second ahead", .indeterminate, .inTheFuture) { draft, _ in
      draft.time = now.adding(seconds: 601)
    },
    // Evidence that is not here, or cannot be judged.
    Attack("a commit that is not here", .indeterminate, .targetMissing) { draft, _ in
      draft.target = .missing
    },
    Attack("made under other people and rules", .indeterminate, .governanceMissing) {
      draft, scenario in
      draft.governance = scenario.policy.digest
    },
  ]
  + [
    ("a colleague's decision", "jane-doe"), ("one's decision on something else", "sam-lee"),
  ].map { what, person in
    Attack("a withdrawal of \(what)", .invalid, .withdrawsMismatch) { draft, scenario in
      let seen = draft.seen
      draft = try scenario.draft("sam-lee", scenario.policy, hour: 3, decision: .withdraw)
      draft.seen = seen
      draft.withdraws = seen.first { "\($0.name.person)" == person }?.statement
    }
  }

private let draftName = "writ/information-security/1.0/approve/sam-lee"

/// The armor that belongs to another draft.
private func armorOf(_ draft: Draft, _ scenario: Scenario) throws -> String {
  let payload = TagObject.payload(
    target: draft.commit, name: "\(draft.name)",
    tagger: Ident(name: draft.tagger.name, email: draft.tagger.email, time: draft.time),
    message: draft.statement.message)
  return String(decoding: try scenario.keys.sign(payload, with: draft.signer), as: UTF8.self)
}

@Suite(.enabled(if: Keyring.isInstalled)) struct AttackTests {
  /// The last of four decisions, spoiled; with nothing spoiled, everything is valid.
  private func outcome(_ spoil: (inout Draft, Scenario) throws -> Void) throws -> (
    ledger: Ledger, entry: Ledger.Entry, status: DocumentStatus
  ) {
    let scenario = try Scenario()
    let foundation = try scenario.foundation()
    let first = try scenario.make("jane-doe", scenario.policy, hour: 2, seen: foundation)
    let last = try scenario.make(
      "sam-lee", scenario.policy, hour: 3, seen: foundation + [first]
    ) { try spoil(&$0, scenario) }
    let ledger = try scenario.ledger(foundation + [first, last])
    let entry = try #require(ledger.entry(last))
    return (ledger, entry, try scenario.status(ledger))
  }

  @Test func theControlIsValid() throws {
    let (ledger, entry, status) = try outcome { _, _ in }
    #expect(entry.verdict == .valid && entry.issue == nil && entry.counts)
    #expect(entry.edition?.title == "Information Security Policy")
    #expect(entry.time == start.adding(seconds: 3 * 3600))
    #expect(ledger.verdict == .valid && ledger.problems == [] && ledger.missing.isEmpty)
    #expect(ledger.entries.allSatisfy { $0.verdict == .valid && $0.counts })
    #expect(status.state == .inForce && status.reasons == [] && status.missing == [])
  }

  @Test(arguments: attacks)
  func oneFaultGivesOneVerdictAndOneReason(_ attack: Attack) throws {
    let (ledger, entry, status) = try outcome(attack.spoil)
    #expect(entry.issue?.reason == attack.reason, "\(String(describing: entry.issue))")
    #expect(entry.verdict == attack.verdict)
    #expect(!entry.counts)
    let message = try #require(entry.issue?.message)
    #expect(message.hasSuffix(".") && message.first?.isUppercase == true, "\(message)")
    #expect(status.state != .inForce && status.state != .approved && status.inForce == nil)
    #expect(ledger.verdict == (attack.verdict >= .untrusted ? .invalid : .indeterminate))
    #expect(ledger.isRootApproved)
  }

  @Test(arguments: [
    ("in another time zone", 0, 120), ("10 minutes before what it has seen", -600, 0),
    ("at the same time", 0, 0),
  ])
  func whatIsWithinTheGraceIsValid(_ name: String, _ seconds: Int64, _ zone: Int) throws {
    let (ledger, entry, status) = try outcome { draft, _ in
      draft.time = start.adding(seconds: 2 * 3600 + seconds)
      draft.zone = zone
    }
    #expect(entry.verdict == .valid && ledger.verdict == .valid && status.state == .inForce)
  }

  @Test func tenMinutesAheadIsValid() throws {
    let (_, entry, _) = try outcome { draft, _ in draft.time = now.adding(seconds: 600) }
    #expect(entry.verdict == .valid)
  }

  @Test func aNumberedNameAndACommentAreValid() throws {
    let (ledger, entry, _) = try outcome { draft, _ in
      draft.comment = "I read it.\n\nTwice."
      draft.name = StatementName(
        document: draft.name.document, version: draft.name.version, decision: .approve,
        person: draft.name.person, number: 7)
    }
    #expect(entry.verdict == .valid && ledger.verdict == .valid)
  }

  @Test func theGravestOfSeveralFaultsIsSaid() throws {
    let (_, entry, _) = try outcome { draft, scenario in
      draft.tagger.name = "Eve"
      draft.governance = scenario.root.digest
      draft.time = now.adding(seconds: 5000)
      draft.subject = "Yes"
    }
    #expect(entry.verdict == .invalid && entry.issue?.reason == .subjectMismatch)
  }

  @Test func aRefThatIsNoTagIsInvalid() throws {
    let scenario = try Scenario()
    let history = try scenario.history()
    let ref = "refs/tags/writ/information-security/1.0/approve/bo-berg"
    let ledger = try Ledger(
      records: history.map(\.record) + [Record(ref: ref, content: .notATag("a commit"))],
      head: scenario.root.bytes, trust: Trust(required: scenario.root.digest), now: now,
      history: nobodyWrote)
    let entry = try #require(ledger.entries.first { $0.ref == ref })
    #expect(entry.verdict == .invalid && entry.issue?.reason == .notATag)
    #expect(entry.issue?.message == "This is a commit, not a signed decision.")
    #expect(ledger.verdict == .invalid)
    #expect(try scenario.status(ledger).state == .inForce)
  }

  @Test func aTagThatIsNeitherSignedNorAStatementIsUnsigned() throws {
    let (_, entry, _) = try outcome { draft, _ in
      draft.changePayload = { _ in
        "object \(commit)\ntype commit\ntag \(draftName)\ntagger A <a@b> 1 +0000\n\nhello\n"
      }
      draft.changeArmor = { _ in "" }
    }
    #expect(entry.verdict == .invalid && entry.issue?.reason == .unsigned)
  }

  @Test func aTaggerSpelledInAnotherNormalFormIsAnotherTagger() throws {
    let scenario = try Scenario { $0.replacing("Sam Lee", with: "Jos\u{E9} Lee") }
    let foundation = try scenario.foundation()
    #expect(try scenario.ledger(foundation).verdict == .valid)
    let other = try scenario.make("sam-lee", scenario.policy, hour: 3, seen: foundation) {
      $0.tagger.name = "Jose\u{301} Lee"
    }
    let entry = try #require(scenario.ledger(foundation + [other]).entry(other))
    #expect(entry.issue?.reason == .taggerMismatch)
  }

  @Test(arguments: [Decision.retire, .reaffirm])
  func peopleAndRulesAreNeitherRetiredNorReaffirmed(_ decision: Decision) throws {
    let scenario = try Scenario()
    let history = try scenario.history()
    let other = try scenario.make(
      "jane-doe", scenario.root, hour: 5, seen: history, decision: decision)
    let ledger = try scenario.ledger(history + [other])
    let entry = try #require(ledger.entry(other))
    #expect(entry.verdict == .invalid && entry.issue?.reason == .decisionNotAllowed)
    #expect(ledger.verdict == .invalid && ledger.isRootApproved)
    #expect(try scenario.status(ledger).state == .inForce)
    #expect(try scenario.status(ledger, of: scenario.root).state == .inForce)
  }

  @Test(arguments: [
    ("openpgp: 0123456789ABCDEF0123456789ABCDEF01234567", "PGP SIGNATURE"),
    ("x509: {certificate: \(Digest.sha256(of: []))}", "SIGNED MESSAGE"),
  ])
  func aRegisteredKeyOfAnotherKindLeavesItsDocumentOpen(_ entry: String, _ label: String) throws {
    let scenario = try Scenario {
      $0.replacing("      - ssh: \(try Keyring.shared().line("bo-berg"))", with: "      - \(entry)")
    }
    let history = try scenario.history()
    let other = try scenario.make("bo-berg", scenario.policy, hour: 5, seen: history) { draft in
      draft.key = try #require(scenario.governance.person("bo-berg")?.keys.first?.name)
      draft.changeArmor = { _ in armor(label) }
    }
    let ledger = try scenario.ledger(history + [other])
    #expect(ledger.entry(other)?.issue?.reason == .unsupported)
    #expect(ledger.verdict == .indeterminate)
    #expect(try scenario.status(ledger).state == .indeterminate)
  }
}
