import Documents
import Objects
import Testing

@testable import Approvals

@Suite(.enabled(if: Keyring.isInstalled)) struct LedgerTests {
  private let scenario: Scenario
  private let history: [Made]

  init() throws {
    scenario = try Scenario()
    history = try scenario.history()
  }

  /// The policy in another version, with other words.
  private func version(_ version: String, _ words: String = "We protect what we know.") -> Text {
    scenario.policy.replacing("version: 1.0", with: "version: \(version)")
      .replacing("We protect what we know.", with: words)
  }

  // MARK: Missing

  @Test func aDecisionThatWasSeenAndIsGoneIsMissing() throws {
    let ledger = try scenario.ledger([history[0], history[1], history[3]])
    #expect(ledger.verdict == .invalid)
    #expect(ledger.missing.map(\.id) == [history[2].id])
    #expect(ledger.missing.map(\.name) == [history[2].name])
    #expect(ledger.missing.map(\.seenBy) == [[history[3].id]])
    let status = try scenario.status(ledger)
    #expect(status.state == .indeterminate && status.inForce == nil)
    #expect(
      status.reasons == [
        "A decision that somebody had seen is missing: "
          + "writ/information-security/1.0/approve/jane-doe."
      ])
    #expect(try scenario.status(ledger, of: scenario.root).state == .inForce)
  }

  @Test func whileADecisionOnPeopleAndRulesIsMissingEveryDocumentIsOpen() throws {
    let extra = try scenario.make("bo-berg", scenario.root, hour: 2, seen: history.prefix(2) + [])
    let witness = try scenario.make("bo-berg", scenario.policy, hour: 5, seen: history + [extra])
    #expect(try scenario.ledger(history + [extra, witness]).verdict == .valid)
    let ledger = try scenario.ledger(history + [witness])
    #expect(ledger.missing.map(\.name?.document) == [.governance])
    #expect(try scenario.status(ledger).state == .indeterminate)
    #expect(try scenario.status(ledger, of: scenario.root).state == .indeterminate)
    let other = Text(
      scenario.policy.content.replacing("id: information-security", with: "id: other"),
      path: "policies/other.md")
    #expect(try scenario.status(ledger, of: other).state == .indeterminate)
  }

  @Test func aDecisionAtTheTipThatNobodySawLeavesNoTrace() throws {
    let ledger = try scenario.ledger(Array(history.dropLast()))
    #expect(ledger.missing.isEmpty && ledger.verdict == .valid)
    #expect(try scenario.status(ledger).state == .partial)
  }

  @Test(arguments: [
    ("under another key", "stranger", "", Reason.otherKey),
    ("under a key of another kind", "stranger-rsa", "", .otherKey),
    ("in the form of OpenPGP", "jane-doe", "PGP SIGNATURE", .otherKey),
    ("in the form of certificates", "jane-doe", "SIGNED MESSAGE", .otherKey),
    ("with a signature of something else", "jane-doe", "SSH SIGNATURE", .signatureGrammar),
  ])
  func aDecisionWhoseSignatureWasExchangedIsMissing(
    _ name: String, _ signer: String, _ label: String, _ reason: Reason
  ) throws {
    let exchanged = try scenario.make(
      "jane-doe", scenario.policy, hour: 2, seen: Array(history.prefix(2))
    ) { draft in
      draft.signer = signer
      if !label.isEmpty {
        draft.changeArmor = { _ in "-----BEGIN \(label)-----\nAAAA\n-----END \(label)-----\n" }
      }
    }
    #expect(exchanged.id == history[2].id)
    let ledger = try scenario.ledger([history[0], history[1], exchanged, history[3]])
    #expect(ledger.entry(exchanged)?.issue?.reason == reason)
    #expect(ledger.missing.map(\.id) == [history[2].id])
    #expect(ledger.verdict == .invalid)
    #expect(try scenario.status(ledger).state == .indeterminate)
  }

  @Test func aDecisionInTheWrongPlaceIsMissingAndACopyOfItIsHarmless() throws {
    let ref = "refs/tags/writ/information-security/1.0/approve/jane-doe.9"
    let copy = Made(
      record: Record(ref: ref, content: history[2].record.content), id: history[2].id,
      name: history[2].name)
    let moved = try scenario.ledger([history[0], history[1], copy, history[3]])
    #expect(moved.entry(copy)?.issue?.reason == .refMismatch)
    #expect(moved.missing.map(\.id) == [history[2].id])
    for records in [history + [copy], [copy] + history] {
      let copied = try scenario.ledger(records)
      #expect(copied.entry(copy)?.issue?.reason == .refMismatch)
      #expect(copied.entry(copy)?.counts == false && copied.entry(history[2])?.counts == true)
      #expect(copied.missing.isEmpty)
      #expect(try scenario.status(copied).state == .inForce)
    }
  }

  // MARK: Times

  @Test func whatTheQuestionLeavesOutIsNotMissing() throws {
    let asOf = start.adding(seconds: 2 * 3600 + 60)
    let ledger = try scenario.ledger(history, asOf: asOf)
    #expect(ledger.time == asOf && ledger.entries.count == 3)
    #expect(ledger.missing.isEmpty && ledger.verdict == .valid)
    #expect(try scenario.status(ledger).state == .partial)
    let before = try scenario.ledger(history, asOf: start.adding(seconds: 60))
    #expect(!before.isRootApproved && before.verdict == .indeterminate)

    // Within the grace one may have seen what is dated later than oneself.
    let early = try scenario.make("bo-berg", scenario.policy, hour: 3, seen: history) {
      $0.time = $0.time.adding(seconds: -300)
    }
    let between = try scenario.ledger(
      history + [early], asOf: start.adding(seconds: 3 * 3600 - 100))
    #expect(between.entries.count == 4 && between.missing.isEmpty)
  }

  @Test func aDateThatWasContradictedContradictsNoOther() throws {
    let late = try scenario.make("bo-berg", scenario.policy, hour: 9, seen: history)
    let wrong = try scenario.make("bo-berg", scenario.root, hour: 1, seen: history + [late])
    let after = try scenario.make("jane-doe", scenario.policy, hour: 8, seen: history + [wrong]) {
      $0.name = $0.name.next
    }
    let ledger = try scenario.ledger(history + [late, wrong, after])
    #expect(ledger.entry(wrong)?.issue?.reason == .timeContradicted)
    #expect(ledger.entry(after)?.verdict == .valid)
  }

  // MARK: Versions

  @Test func aSecondTextUnderAVersionThatOneSawApprovedIsInvalid() throws {
    let text = version("1.0", "Other words.")
    let taken = try scenario.make("bo-berg", text, hour: 5, seen: history)
    let ledger = try scenario.ledger(history + [taken])
    let entry = try #require(ledger.entry(taken))
    #expect(entry.verdict == .invalid && entry.issue?.reason == .versionTaken)
    #expect(try scenario.status(ledger).state == .inForce)
    #expect(try scenario.status(ledger, of: text).state == .draft)
    // Seen through another decision, which has seen them.
    let between = try scenario.make("bo-berg", scenario.root, hour: 4, seen: history)
    let through = try scenario.make("bo-berg", text, hour: 5, seen: [between])
    let other = try scenario.ledger(history + [between, through])
    #expect(other.entry(through)?.issue?.reason == .versionTaken)
  }

  @Test func aSecondTextIsFineWhileTheFirstIsNotApproved() throws {
    let text = version("1.0", "Other words.")
    let first = Array(history.dropLast())
    let other = try scenario.make("bo-berg", text, hour: 5, seen: first)
    let ledger = try scenario.ledger(first + [other])
    #expect(ledger.verdict == .valid)
    #expect(try scenario.status(ledger).state == .partial)
    #expect(try scenario.status(ledger, of: text).state == .partial)
  }

  @Test func whatCameTooLateTakesNoVersionItself() throws {
    let text = version("1.0", "Other words.")
    let late = [
      try scenario.make("bo-berg", text, hour: 5, seen: history),
      try scenario.make("jane-doe", text, hour: 5, seen: history) { $0.name = $0.name.next },
    ]
    let again = try scenario.make("bo-berg", scenario.policy, hour: 6, seen: history + late) {
      $0.name = $0.name.next
    }
    for records in [history + late + [again], [again] + late.reversed() + history] {
      let ledger = try scenario.ledger(records)
      #expect(late.allSatisfy { ledger.entry($0)?.issue?.reason == .versionTaken })
      #expect(ledger.entry(again)?.verdict == .valid)
      #expect(try scenario.status(ledger).state == .inForce)
    }
  }

  @Test func twoTextsOfOneVersionApprovedUnseenAreAConflict() throws {
    let text = version("1.0", "Other words.")
    let foundation = Array(history.prefix(2))
    let others = [
      try scenario.make("bo-berg", text, hour: 4, seen: foundation),
      try scenario.make("sam-lee", text, hour: 4, seen: foundation) { $0.name = $0.name.next },
    ]
    let ledger = try scenario.ledger(history + others)
    #expect(ledger.entries.allSatisfy { $0.verdict == .valid })
    for text in [scenario.policy, text] {
      let status = try scenario.status(ledger, of: text)
      #expect(status.state == .conflict && status.inForce == nil)
    }
    #expect(try scenario.status(ledger, of: version("2.0")).inForce == nil)
    #expect(try scenario.status(scenario.ledger(history)).state == .inForce)
  }

  @Test func inAConflictTheVersionBelowStays() throws {
    let texts = [version("2.0"), version("2.0", "Other words.")]
    var made = history
    for text in texts {
      made += try ["jane-doe", "sam-lee"].map { person in
        try scenario.make(person, text, hour: 4, seen: history) { draft in
          if text.digest == texts[1].digest { draft.name = draft.name.next }
        }
      }
    }
    let ledger = try scenario.ledger(made)
    let status = try scenario.status(ledger, of: texts[0])
    #expect(status.state == .conflict)
    #expect(status.inForce?.edition.version == Version(1, 0))
  }

  // MARK: Rules that a document might pick for itself

  private func topic(_ text: Text) -> Text { text.replacing("level: top", with: "level: topic") }

  @Test func aLowerLevelDoesNotGetAWeakerRule() throws {
    let lower = topic(version("2.0"))
    // One of anybody is enough for a topic policy, but not for one that was the top policy.
    let one = try scenario.make("sam-lee", lower, hour: 5, seen: history)
    let partial = try scenario.status(scenario.ledger(history + [one]), of: lower)
    #expect(partial.state == .partial && partial.inForce?.edition.version == Version(1, 0))
    #expect(partial.missing.count == 1)
    let two = try scenario.make("jane-doe", lower, hour: 6, seen: history + [one])
    let status = try scenario.status(scenario.ledger(history + [one, two]), of: lower)
    #expect(status.state == .inForce)
    // A policy that was a topic policy from the start needs only one.
    let alone = topic(scenario.policy)
    let own = try scenario.make("sam-lee", alone, hour: 2, seen: Array(history.prefix(2)))
    let fresh = try scenario.ledger(history.prefix(2) + [own])
    #expect(try scenario.status(fresh, of: alone).state == .inForce)
  }

  @Test func aHigherLevelNeedsItsStricterRuleToo() throws {
    let alone = topic(scenario.policy)
    let own = try scenario.make("sam-lee", alone, hour: 2, seen: Array(history.prefix(2)))
    let higher = version("2.0")
    let one = try scenario.make("sam-lee", higher, hour: 5, seen: history.prefix(2) + [own])
    let ledger = try scenario.ledger(history.prefix(2) + [own, one])
    let status = try scenario.status(ledger, of: higher)
    #expect(status.state == .partial)
    #expect(status.inForce?.edition.version == Version(1, 0))
  }

  @Test func aConflictBelowDoesNotFreeFromItsRule() throws {
    let text = version("1.0", "Other words.")
    let foundation = Array(history.prefix(2))
    let others = [
      try scenario.make("bo-berg", text, hour: 4, seen: foundation),
      try scenario.make("sam-lee", text, hour: 4, seen: foundation) { $0.name = $0.name.next },
    ]
    let lower = topic(version("2.0"))
    let one = try scenario.make("sam-lee", lower, hour: 5, seen: history + others)
    let ledger = try scenario.ledger(history + others + [one])
    #expect(try scenario.status(ledger, of: lower).state == .partial)
  }

  @Test func aMinorVersionThatChangesItsLevelIsNeverApproved() throws {
    let lower = topic(version("1.1"))
    var made = history
    for person in ["jane-doe", "sam-lee", "bo-berg"] {
      made.append(try scenario.make(person, lower, hour: 5, seen: history))
    }
    let status = try scenario.status(scenario.ledger(made), of: lower)
    #expect(status.state == .partial)
    #expect(status.missing == ["a new major version, since its kind or level changes"])
    let same = version("1.1", "Better words.")
    var control = history
    for person in ["jane-doe", "sam-lee"] {
      control.append(try scenario.make(person, same, hour: 5, seen: history))
    }
    #expect(try scenario.status(scenario.ledger(control), of: same).state == .inForce)
  }

  @Test func withoutARuleThatFitsNothingIsApproved() throws {
    let scenario = try Scenario { $0.replacing("for: {}", with: "for: {id: other}") }
    let foundation = try scenario.foundation()
    let text = topic(scenario.policy)
    let made = try ["jane-doe", "sam-lee", "bo-berg"].map {
      try scenario.make($0, text, hour: 5, seen: foundation)
    }
    let status = try scenario.status(scenario.ledger(foundation + made), of: text)
    #expect(status.state == .draft && status.approvals.isEmpty)
    #expect(status.missing == ["a rule in writ.yaml that fits this document"])
  }

  // MARK: Authors

  @Test func anAuthorAloneCannotApprove() throws {
    let text = topic(scenario.policy)
    let foundation = Array(history.prefix(2))
    let sam = try scenario.make("sam-lee", text, hour: 3, seen: foundation)
    let ledger = try scenario.ledger(foundation + [sam])
    let key = try scenario.keys.fingerprint("sam-lee")
    let stranger = try scenario.keys.fingerprint("stranger")
    let bySam: [(name: String, authors: ChangeAuthors)] = [
      ("by key", ChangeAuthors(signer: key, emails: ["x@example.org"], coAuthors: [])),
      ("by address", ChangeAuthors(signer: nil, emails: ["SAM@example.org"], coAuthors: [])),
      (
        "by address, under a key that is not registered",
        ChangeAuthors(signer: stranger, emails: ["sam@example.org"], coAuthors: [])
      ),
      (
        "as co-author of another's signed commit",
        ChangeAuthors(
          signer: try scenario.keys.fingerprint("jane-doe"), emails: [],
          coAuthors: ["sam@example.org"])
      ),
    ]
    for (name, authors) in bySam {
      let status = try scenario.status(ledger, of: text) { _, _, _ in [authors] }
      #expect(status.state == .partial, "\(name)")
      let flags: [DocumentFlag] =
        name == "by key" ? [.authorApproved] : [.authorApproved, .authorshipClaimed]
      #expect(status.flags == flags, "\(name)")
      #expect(status.missing == ["somebody who did not write this change"], "\(name)")
      #expect(status.inForce == nil)
    }
    let byOthers: [ChangeAuthors] = [
      ChangeAuthors(signer: nil, emails: ["jane@example.org"], coAuthors: []),
      // The key tells more than the address, which anybody may write.
      ChangeAuthors(
        signer: try scenario.keys.fingerprint("jane-doe"), emails: ["sam@example.org"],
        coAuthors: []),
    ]
    for authors in byOthers {
      let status = try scenario.status(ledger, of: text) { _, _, _ in [authors] }
      #expect(status.state == .inForce && status.flags == [])
    }
    // Another beside the author is enough, and fills the place.
    let jane = try scenario.make("jane-doe", text, hour: 4, seen: foundation + [sam])
    let both = try scenario.status(scenario.ledger(foundation + [sam, jane]), of: text) {
      _, _, _ in [bySam[0].1]
    }
    #expect(both.state == .inForce && both.flags == [])
    #expect(both.inForce?.met == start.adding(seconds: 4 * 3600))
  }

  @Test func aChangeOfWhichNobodyKnowsWhoMadeItBarsNobodyAndIsNamed() throws {
    let commit = try #require(ObjectID(hex: String(repeating: "a", count: 40)))
    let unknown: [ChangeAuthors] = [
      ChangeAuthors(signer: nil, emails: [], coAuthors: [], commit: commit),
      // A signature by a key that nobody is registered with tells no more.
      ChangeAuthors(
        signer: try scenario.keys.fingerprint("stranger"), emails: [], coAuthors: [], commit: commit
      ),
    ]
    for authors in unknown {
      let status = try scenario.status(scenario.ledger(history)) { _, _, _ in [authors] }
      #expect(status.state == .inForce && status.flags == [.authorshipUnknown])
      #expect(status.unknownAuthors == [commit])
    }
    // Co-authors are known, whoever else there was.
    let shared = ChangeAuthors(
      signer: nil, emails: [], coAuthors: ["sam@example.org"], commit: commit)
    let status = try scenario.status(scenario.ledger(history)) { _, _, _ in [shared] }
    #expect(
      status.flags.contains(.authorshipUnknown) && status.flags.contains(.authorshipClaimed))
  }

  @Test func anApprovalDatedBeforeTheTextWasWrittenIsFlaggedAndCounts() throws {
    func change(_ time: Instant?) -> ChangeAuthors {
      ChangeAuthors(signer: nil, emails: ["x@example.org"], coAuthors: [], time: time)
    }
    let ledger = try scenario.ledger(history)
    let approvals = try scenario.status(ledger).approvals
    let first = try #require(approvals.map(\.time).min())
    for (seconds, isEarly) in [(-1, false), (0, false), (600, false), (601, true)]
      as [(Int64, Bool)]
    {
      let changes = [
        change(first.adding(seconds: seconds)), change(first.adding(seconds: -9)), change(nil),
      ]
      let status = try scenario.status(ledger) { _, _, _ in changes }
      #expect(status.state == .inForce)
      #expect(status.flags == (isEarly ? [.datedBeforeText] : []), "\(seconds)")
      let found = try ledger.datedBeforeText { _, _, _ in changes }
      #expect(found.isDisjoint(with: approvals.map(\.id)) != isEarly, "\(seconds)")
    }
    // What has no date that can be read is no reason.
    #expect(try scenario.status(ledger) { _, _, _ in [change(nil)] }.flags == [])
  }

  @Test(arguments: [("never", DocumentState.partial), ("allowed", .inForce)])
  func theSeparationIsThatOfTheFile(_ separation: String, _ state: DocumentState) throws {
    let scenario = try Scenario { $0 + "separation: {author-approves: \(separation)}\n" }
    let made = try scenario.history()
    let authors = ChangeAuthors(signer: nil, emails: ["sam@example.org"], coAuthors: [])
    let status = try scenario.status(scenario.ledger(made)) { _, _, _ in [authors] }
    #expect(status.state == state)
    let other = ChangeAuthors(signer: nil, emails: ["x@example.org"], coAuthors: [])
    #expect(try scenario.status(scenario.ledger(made)) { _, _, _ in [other] }.state == .inForce)
  }

  @Test func theFirstPeopleAndRulesMayBeApprovedByWhoWroteThem() throws {
    let status = try scenario.status(scenario.ledger(history), of: scenario.root) { _, _, _ in
      [ChangeAuthors(signer: nil, emails: ["sam@example.org", "jane@example.org"], coAuthors: [])]
    }
    #expect(status.state == .inForce && status.flags == [])
  }

  @Test func theHistoryIsAskedUpToWhatWasApprovedBefore() throws {
    let text = version("1.1", "Better words.")
    let made = try ["jane-doe", "sam-lee"].map {
      try scenario.make($0, text, hour: 5, seen: history)
    }
    let ledger = try scenario.ledger(history + made)
    let known = scenario.policy.digest
    let own = text.digest
    _ = try scenario.status(ledger, of: text) { text, target, approved in
      #expect(text.document == "information-security" && target == commit)
      #expect(!approved.contains(own) || !approved.contains(known))
      return []
    }
  }

  // MARK: Duplicates

  @Test func ofSeveralAlikeByOnePersonTheNewestCounts() throws {
    let again = try scenario.make("sam-lee", scenario.policy, hour: 6, seen: history) {
      $0.name = $0.name.next
    }
    let ledger = try scenario.ledger(history + [again])
    #expect(ledger.verdict == .valid)
    #expect(ledger.entry(again)?.counts == true && ledger.entry(again)?.verdict == .valid)
    #expect(ledger.entry(history[3])?.counts == false)
    #expect(ledger.entry(history[3])?.verdict == .valid)
    let status = try scenario.status(ledger)
    #expect(status.approvals.count == 2)
    // What was approved once was approved then.
    #expect(status.inForce?.met == start.adding(seconds: 3 * 3600))
  }
}
