import Documents
import Objects
import Signatures
import Testing

@testable import Approvals

@Suite(.enabled(if: Keyring.isInstalled)) struct OrderTests {
  private let scenario: Scenario

  init() throws { scenario = try Scenario() }

  /// What is said of every document, as text.
  private func states(_ ledger: Ledger, _ texts: [Text], reasons: Bool = true) throws -> [String] {
    try texts.map { text in
      let status = try ledger.status(of: text.edition(), history: nobodyWrote)
      let inForce = try ledger.approvedVersions(of: text.edition().document, history: nobodyWrote)
      return "\(text.path) \(status.state) \(status.flags) \(status.missing) "
        + "\(status.inForce?.edition.digest.description ?? "-") "
        + "\(status.approved.map { "\($0.edition.digest) \($0.met) \($0.approvals.map(\.id))" }) "
        + "\(status.approvals.map(\.id)) \(reasons ? status.reasons : []) "
        + "\(inForce.inForce?.edition.digest.description ?? "-") \(reasons ? inForce.reasons : [])"
    }
  }

  private func everything(_ ledger: Ledger, _ texts: [Text]) throws -> [String] {
    try states(ledger, texts)
      + ledger.entries.map {
        "\($0.ref) \($0.verdict) \($0.counts) \(String(describing: $0.issue))"
      }
      + ledger.missing.map { "\($0.id) \($0.name?.description ?? "-") \($0.seenBy)" }
      + ledger.problems
      + ["\(ledger.verdict) \(ledger.root?.description ?? "-")"]
      + ledger.statements.map(\.id.description)
      + ledger.chain.map { "\($0.since) \($0.approvals.map(\.id))" }
  }

  @Test func nothingDependsOnTheOrderOfTheRecords() throws {
    let scenario = scenario
    let history = try scenario.history()
    let other = scenario.policy.replacing("We protect", with: "We hide")
    let second = scenario.policy.replacing("version: 1.0", with: "version: 2.0")
    let third = second.replacing("We protect", with: "We guard")
    let foundation = Array(history.prefix(2))
    var made = history
    made.append(try scenario.make("bo-berg", scenario.policy, hour: 3, seen: history))
    made.append(
      try scenario.make("bo-berg", other, hour: 4, seen: history) { $0.name = $0.name.next })
    made.append(try scenario.make("sam-lee", scenario.policy, hour: 3) { $0.name = $0.name.next })
    for (person, text) in [("jane-doe", second), ("sam-lee", second), ("bo-berg", third)] {
      made.append(try scenario.make(person, text, hour: 6, seen: foundation))
    }
    made.append(
      try scenario.make("jane-doe", third, hour: 6, seen: foundation) { $0.name = $0.name.next })
    made.append(
      try scenario.make("jane-doe", scenario.root, hour: 7, seen: made) { $0.name = $0.name.next })
    made.append(
      try scenario.make("sam-lee", scenario.root, hour: 1, seen: made) { $0.name = $0.name.next })
    let lost = try scenario.make("bo-berg", scenario.root, hour: 5, seen: foundation)
    made.append(
      try scenario.make("jane-doe", third, hour: 9, seen: [lost]) { $0.name = $0.name.next.next })
    made.append(
      Made(
        record: Record(ref: "refs/tags/writ/x", content: history[3].record.content),
        id: history[3].id, name: history[3].name))

    let texts = [scenario.root, scenario.policy, other, second, third]
    var random = SameEveryTime(3)
    for (records, pinned) in [
      (made, true), (made, false), (history, true), (made.filter { $0.id != lost.id }, false),
    ] {
      let expected = try everything(scenario.ledger(records, pinned: pinned), texts)
      for _ in 0..<6 {
        let shuffled = try scenario.ledger(records.shuffled(using: &random), pinned: pinned)
        #expect(try everything(shuffled, texts) == expected)
      }
    }
  }

  @Test func rootsAreChosenInNoOrderOfTheRecords() throws {
    // Both approved, neither known, neither that of HEAD.
    let other = try Scenario { $0.replacing("Design and operation", with: "Operation") }
    let made =
      try scenario.foundation()
      + ["jane-doe", "sam-lee"].enumerated().map { hour, person in
        try other.make(person, other.root, hour: Int64(hour)) { $0.name = $0.name.next }
      }
    let head = scenario.root.replacing(
      "version: 1.0", with: "version: 1.1\nprevious: \(scenario.root.digest)")
    var random = SameEveryTime(4)
    let expected = try everything(scenario.ledger(made, pinned: false, head: head), [head])
    for _ in 0..<8 {
      let shuffled = made.shuffled(using: &random)
      let ledger = try scenario.ledger(shuffled, pinned: false, head: head)
      #expect(try everything(ledger, [head]) == expected)
    }
  }

  // MARK: Insiders

  /// A decision of somebody registered, on one of the texts, who has seen what they please of what
  /// there is (and of that all that it has seen): honest or not, their key is good.
  private func insider(_ random: inout SameEveryTime, _ texts: [Text], _ made: [Made]) throws
    -> Made
  {
    let person = try #require(["jane-doe", "sam-lee", "bo-berg"].randomElement(using: &random))
    let own = made.filter {
      "\($0.name.person)" == person && $0.name.decision != .withdraw
        && $0.name.document != .governance
    }
    let seen = made.filter { _ in Int.random(in: 0...3, using: &random) == 0 }
    let withdrawn = Bool.random(using: &random) ? own.randomElement(using: &random) : nil
    // Backdated as far as what they admit to have seen lets them, and the people and rules.
    let known = Set((seen + (withdrawn.map { [$0] } ?? [])).map(\.id))
    let earliest = max(1, made.lastIndex { known.contains($0.id) } ?? 1)
    let hour = Int64.random(in: Int64(earliest)...Int64(made.count), using: &random)
    if let withdrawn,
      let text = try texts.first(where: { text in
        try text.edition().version == withdrawn.name.version
      })
    {
      return try scenario.withdraw(
        withdrawn, by: person, on: text, hour: hour, seen: seen, number: made.count)
    }
    let decisions: [Decision] = [.approve, .approve, .approve, .approve, .reject, .reaffirm]
    return try scenario.make(
      person, #require(texts.randomElement(using: &random)), hour: hour, seen: seen,
      decision: #require(decisions.randomElement(using: &random)), number: made.count)
  }

  @Test func whatWasApprovedStaysApprovedWhateverIsDecidedLater() throws {
    let second = scenario.policy.replacing("version: 1.0", with: "version: 2.0")
    let third = scenario.policy.replacing("version: 1.0", with: "version: 2.1")
    let texts = [scenario.policy, second, third]
    let foundation = try scenario.foundation()
    var (approvals, contested, rejected) = (0, 0, 0)
    for seed in UInt64(21)...24 {
      var random = SameEveryTime(seed)
      var made = foundation
      var approved: [Digest: Instant] = [:]
      for _ in 0..<24 {
        made.append(try insider(&random, texts, made))
        let ledger = try scenario.ledger(made)
        #expect(ledger.entries.allSatisfy { $0.verdict == .valid })
        for text in texts {
          let status = try scenario.status(ledger, of: text)
          let met = status.approved.first { $0.edition.digest == text.digest }?.met
          if let before = approved[text.digest] { #expect(met.map { $0 <= before } == true) }
          approved[text.digest] = met
          if status.flags.contains(.contested) { contested += 1 }
          if status.state == .draft { #expect(status.approvals.isEmpty) }
          if status.state == .rejected {
            rejected += 1
            #expect(!status.objections.isEmpty && met == nil)
          }
        }
      }
      approvals += approved.count
      let expected = try everything(scenario.ledger(made), texts)
      let shuffled = try scenario.ledger(made.shuffled(using: &random))
      #expect(try everything(shuffled, texts) == expected)
    }
    #expect(approvals > 3 && contested > 0 && rejected > 0)
  }

  // MARK: Strangers

  /// A stranger's statement: any fields, signed with whatever key is not registered, or not at all.
  private func stranger(_ random: inout SameEveryTime, _ texts: [Text], _ history: [Made]) throws
    -> Made
  {
    func any<Value>(_ values: [Value]) throws -> Value {
      try #require(values.randomElement(using: &random))
    }
    let bogus = Digest.sha256(of: Array("bogus \(Int.random(in: 0...9, using: &random))".utf8))
    let person = try any(["jane-doe", "sam-lee", "bo-berg"])
    let text = try any(texts)
    let scenario = scenario
    var draft = try scenario.draft(
      person, text, hour: .random(in: 0...20, using: &random), decision: any(Decision.allCases))
    draft.name = StatementName(
      document: draft.name.document, version: draft.name.version, decision: draft.name.decision,
      person: try any([draft.name.person, draft.name.person, "eve"]),
      number: .random(in: 20...30, using: &random))
    if try any([true, false, false]) { draft.governance = try any([bogus, text.digest]) }
    if try any([true, false, false, false]) { draft.repository = try any([bogus, text.digest]) }
    if try any([true, false, false, false]) { draft.role = try any(["ciso", "chief-executive"]) }
    if try any([true, false, false]) { draft.target = try any([.missing, .noFile, .notACommit]) }
    draft.seen = try any([
      [], history.map(\.seen),
      [
        Statement.Seen(
          statement: bogus,
          name: StatementName(
            document: any([.governance, "information-security"]), version: Version(1, 0),
            decision: .approve, person: "jane-doe"))
      ],
    ])
    if try any([true, false, false, false]) { draft.time = now.adding(seconds: 10_000) }
    draft.signer = try any(["stranger", "another", "stranger-rsa"])
    let names = ["stranger", "another", "stranger-rsa", person, person]
    draft.key = .ssh(try scenario.keys.fingerprint(any(names)))
    if try any([true, false, false]) {
      let label = try any(["SIGNED MESSAGE", "PGP SIGNATURE", "SSH SIGNATURE"])
      draft.changeArmor = { _ in "-----BEGIN \(label)-----\nAAAA\n-----END \(label)-----\n" }
      if try any([true, false]) { draft.key = .certificate(bogus) }
      if try any([true, false, false]) {
        draft.key = .openPGP("0123456789ABCDEF0123456789ABCDEF01234567")
      }
    }
    if try any([true, false, false, false, false]) {
      draft.ref = history.randomElement(using: &random).map { $0.record.ref + ".9" }
    }
    return try scenario.make(draft)
  }

  @Test(arguments: [UInt64(11), 12, 13, 14])
  func whatAStrangerSaysChangesTheStateOfNoDocument(_ seed: UInt64) throws {
    let history = try scenario.history()
    let second = scenario.policy.replacing("version: 1.0", with: "version: 2.0")
    let next = scenario.root.replacing(
      "version: 1.0", with: "version: 1.1\nprevious: \(scenario.root.digest)")
    let own = scenario.root.replacing(
      try scenario.keys.line("jane-doe"), with: try scenario.keys.line("stranger"))
    let texts = [scenario.root, scenario.policy, second, next, own]
    var random = SameEveryTime(seed)
    let bases = [history, Array(history.dropLast()), Array(history.prefix(2)), [history[0]]]
    for _ in 0..<12 {
      let base = try #require(bases.randomElement(using: &random))
      let made = try (0..<Int.random(in: 1...2, using: &random)).map { _ in
        try stranger(&random, texts, history)
      }
      for pinned in [true, false] {
        let before = try states(scenario.ledger(base, pinned: pinned), texts)
        let ledger = try scenario.ledger(base + made, pinned: pinned)
        #expect(try states(ledger, texts) == before, "\(made)")
        #expect(made.allSatisfy { ledger.entry($0)?.verdict != .valid })
        #expect(ledger.missing.isEmpty || base.count < history.count)
      }
    }
  }

  @Test func aStrangersOwnRepositoryBesideTheApprovedOneChangesNothing() throws {
    let keys = scenario.keys
    let own = try Scenario {
      $0.replacing(try keys.line("jane-doe"), with: try keys.line("stranger"))
        .replacing(try keys.line("sam-lee"), with: try keys.line("another"))
    }
    var made: [Made] = []
    for (person, signer, text) in [
      ("jane-doe", "stranger", own.root), ("sam-lee", "another", own.root),
      ("jane-doe", "stranger", own.policy), ("sam-lee", "another", own.policy),
    ] {
      made.append(
        try own.make(person, text, hour: Int64(made.count), seen: made) { draft in
          draft.signer = signer
          draft.key = .ssh(try keys.fingerprint(signer))
          draft.name = draft.name.next
        })
    }
    let history = try scenario.history()
    let texts = [scenario.root, scenario.policy, own.root]
    for base in [history, Array(history.dropLast())] {
      for pinned in [true, false] {
        let before = try states(scenario.ledger(base, pinned: pinned), texts)
        #expect(try states(scenario.ledger(made + base, pinned: pinned), texts) == before)
      }
    }
  }
}
