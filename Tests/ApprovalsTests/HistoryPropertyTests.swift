import Documents
import Foundation
import Objects
import Testing

@testable import Approvals

/// A random history with what is said of all of it.
private struct Judged: Sendable {
  let history: RandomHistory
  let ledger: Ledger
  let states: [Digest: DocumentStatus]
  /// The newest people and rules that its reader knows, where there is a fork.
  let tip: Text?

  init(seed: UInt64) throws {
    let history = try RandomHistory(seed: seed)
    // Whoever met with a fork is told by somebody which way to go.
    let plain = try history.ledger(history.made)
    let way = try plain.chain.last.flatMap { end in
      try history.companies.map(\.text).filter { text in
        try Governance.parse(text.bytes).governance?.previous == end.digest
          && history.ledger(history.made, tip: text).chain.count > plain.chain.count
      }.first
    }
    self.history = history
    tip = way
    ledger = try way.map { try history.ledger(history.made, tip: $0) } ?? plain
    states = try history.states(ledger)
  }
}

extension RandomHistory {
  fileprivate func ledger(
    _ made: [Made], tip: Text? = nil, tipDigest: Digest? = nil,
    remembered: [Trust.Remembered] = []
  ) throws -> Ledger {
    try Ledger(
      records: made.map(\.record), head: scenario.root.bytes,
      trust: Trust(
        required: scenario.root.digest, tip: tip?.digest ?? tipDigest, remembered: remembered),
      now: now, history: changes)
  }

  /// What is said of every text that was ever drafted.
  fileprivate func states(_ ledger: Ledger) throws -> [Digest: DocumentStatus] {
    var states: [Digest: DocumentStatus] = [:]
    for text in everyText {
      states[text.digest] = try ledger.status(of: text.edition(), history: changes)
    }
    return states
  }
}

/// The same of documents that take the place of others.
@Suite struct ReplacementPropertyTests {
  /// Whoever remembers is not told that something else is in force than was in the whole, or nobody can tell.
  /// Of whatever is left without memory, nothing is in force that the whole says was replaced, unless what
  /// replaced it went without a trace.
  @Test func whatReplacedADocumentIsNotForgotten() throws {
    var (told, open, replaced, traceless) = (0, 0, 0, 0)
    for seed in UInt64(20_261_130)..<20_261_142 {
      var history = try RandomHistory(seed: seed, isReplacing: true)
      let whole = try history.ledger(history.made)
      let states = try history.states(whole)
      let remembered = whole.valid.map { Trust.Remembered($0) }
      let tip = whole.chain.last?.digest
      for round in 0..<3 {
        let some = history.someDecisions()
        let left = Set(some.map(\.id))
        // Every other time as who used an earlier version.
        let memory =
          round == 1
          ? remembered.map { Trust.Remembered(id: $0.id, name: $0.name, time: $0.time) }
          : remembered
        let ledger = try history.ledger(some, tipDigest: tip, remembered: memory)
        for (digest, status) in try history.states(ledger) {
          guard let before = states[digest], before.state != .indeterminate else { continue }
          if status.state == .indeterminate { open += 1 } else { told += 1 }
          guard let now = status.inForce?.edition.digest else { continue }
          #expect(
            now == before.inForce?.edition.digest,
            "seed \(seed): \(status.edition.document), without \(history.made.filter { !left.contains($0.id) }.map(\.name))"
          )
        }
        let alone = try history.ledger(some, tipDigest: tip)
        let missing = Set(alone.missing.map(\.id))
        let unseen = history.made.filter { !left.contains($0.id) && !missing.contains($0.id) }
        for (digest, status) in try history.states(alone) where status.inForce != nil {
          guard let before = states[digest], before.state != .indeterminate,
            let successor = before.successor, before.inForce == nil
          else { continue }
          replaced += 1
          if status.successor != nil { continue }
          // Somebody took away what nobody names: of the one that replaced it, or of those that had it so.
          #expect(
            !unseen.isEmpty,
            "seed \(seed): \(status.edition.document) is in force, replaced by \(successor.edition.document) in the whole"
          )
          traceless += 1
        }
      }
    }
    #expect(told > 0 && open > 0, "\(told) \(open) \(replaced) \(traceless)")
  }
}

extension DocumentState {
  /// Whether it says that the text is or was approved.
  fileprivate var isApproved: Bool {
    [.approved, .inForce, .superseded, .retired].contains(self)
  }

  /// Whether it does, or says of the version that two texts of it are.
  fileprivate var mayBeApproved: Bool { isApproved || self == .conflict }
}

/// Everything that is said of a history, a line each.
private func account(_ ledger: Ledger, _ states: [Digest: DocumentStatus]) -> [String] {
  [
    "\(ledger.verdict) \(ledger.governance?.digest.description ?? "none") \(ledger.problems)",
    "leaves \(ledger.leaves.map(\.id).sorted())",
  ] + ledger.chain.map { "link \($0.digest) \($0.since) \($0.approvals.map(\.id))" }
    + ledger.missing.map {
      "missing \($0.id) \($0.name?.description ?? "") \($0.seenBy) \($0.closedBy) \($0.isRemembered)"
    } + ledger.entries.map(line) + texts(states)
}

private func line(_ entry: Ledger.Entry) -> String {
  "\(entry.ref) \(entry.issue?.reason.rawValue ?? "valid") \(entry.issue?.message ?? "")"
    + " \(entry.counts) \(entry.notBefore?.description ?? "-") \(entry.notAfter?.description ?? "-")"
    + " \(entry.isOutOfOrder)"
}

/// What is said of documents only.
private func texts(_ states: [Digest: DocumentStatus]) -> [String] {
  states.sorted { $0.key < $1.key }.map { digest, status in
    "\(status.edition.document) \(status.edition.version) \(digest): \(status.state)"
      + " \(status.flags) \(status.reasons) \(status.missing) \(status.approvals.map(\.id))"
      + " \(status.objections.map(\.id)) \(status.approved.map { "\($0.edition.digest) \($0.met)" })"
      + " \(status.inForce?.edition.digest.description ?? "-")"
  }
}

/// What must hold of every history, whoever did what in it.
///
/// `WRIT_HISTORIES` says how many are made up, `WRIT_SEED` where to begin: with the seed that a
/// failure names, and one history, it happens again.
@Suite struct HistoryPropertyTests {
  private static func number(_ name: String, _ otherwise: UInt64) -> UInt64 {
    ProcessInfo.processInfo.environment[name].flatMap(UInt64.init) ?? otherwise
  }
  private static let seeds: Range<UInt64> = {
    let first = number("WRIT_SEED", 20_261_122)
    return first..<first + number("WRIT_HISTORIES", 24)
  }()

  /// A few alone, to see one again, need not show everything.
  private static var areMany: Bool { seeds.count >= 20 }

  /// Made up and judged once, for all tests.
  private static let histories = Result { try seeds.map { try Judged(seed: $0) } }

  private func forEachHistory(_ body: (inout RandomHistory, Judged) throws -> Void) throws {
    for judged in try Self.histories.get() {
      var history = judged.history
      try body(&history, judged)
    }
  }

  /// The order in which decisions are found changes nothing that is said.
  @Test func theOrderOfRecordsDoesNotMatter() throws {
    try forEachHistory { history, judged in
      let before = account(judged.ledger, judged.states)
      let ledger = try history.ledger(history.shuffled(), tip: judged.tip)
      let after = account(ledger, try history.states(ledger))
      #expect(after == before, "seed \(history.seed)")
    }
  }

  /// What somebody signs whom no governance version knows changes nothing but that it is there: no
  /// document, no link of the chain, nothing that is missing, no verdict on any other statement.
  @Test func strangersChangeNothing() throws {
    try forEachHistory { history, judged in
      let strangers = try history.strangers()
      let ledger = try history.ledger(history.made + strangers, tip: judged.tip)
      #expect(
        texts(try history.states(ledger)) == texts(judged.states), "seed \(history.seed)")
      #expect(ledger.chain.map(\.digest) == judged.ledger.chain.map(\.digest))
      #expect(ledger.chain.map(\.since) == judged.ledger.chain.map(\.since))
      #expect(
        ledger.missing.map(\.id) == judged.ledger.missing.map(\.id), "seed \(history.seed)")
      let foreign = Set(strangers.map(\.record.ref))
      #expect(
        ledger.entries.filter { !foreign.contains($0.ref) }.map(line)
          == judged.ledger.entries.map(line), "seed \(history.seed)")
      let believed = ledger.entries.filter { foreign.contains($0.ref) && $0.verdict == .valid }
      #expect(believed.map(line) == [], "seed \(history.seed)")
      #expect(ledger.leaves.map(\.id) == judged.ledger.leaves.map(\.id), "seed \(history.seed)")
    }
  }

  /// What those who left, or have another key or role, sign afterwards changes no document and no
  /// link of the chain, whatever date it has; nor what it says that it has seen, unless by somebody
  /// whose key may still decide in another role, or in a version on the way.
  @Test func leaversChangeNothing() throws {
    var count = 0
    try forEachHistory { history, judged in
      let late = try history.lateDecisions(
        newest: judged.ledger.governance?.digest,
        onTheWay: Set(judged.ledger.basis.chain.prospects.map(\.digest)))
      count += late.count
      let ledger = try history.ledger(history.made + late, tip: judged.tip)
      #expect(
        late.allSatisfy { made in
          ledger.entries.contains { $0.ref == made.record.ref && $0.verdict != .valid }
        }, "seed \(history.seed)")
      #expect(ledger.chain.map(\.digest) == judged.ledger.chain.map(\.digest))
      #expect(ledger.leaves.map(\.id) == judged.ledger.leaves.map(\.id), "seed \(history.seed)")
      // Where something is missing, it may have been seen: then nothing new can be told.
      let states = try history.states(ledger)
      for (digest, status) in states {
        let before = try #require(judged.states[digest])
        let isLeftOpen = status.state == .indeterminate
        if isLeftOpen && !judged.ledger.missing.isEmpty { continue }
        #expect(texts([digest: status]) == texts([digest: before]), "seed \(history.seed)")
      }
    }
    #expect(count > 0)
  }

  /// Once approved, a text stays approved when more decisions come to light.
  ///
  /// Let some of the decisions be known, with everything that these have seen, then all of them, to
  /// a reader who remembers the newest people and rules of before. A text that was approved then is
  /// approved now, unless it cannot be told at all (its document is indeterminate), or
  /// - a governance version that was not in force before, or an approval of one that was not known
  ///   before: its signer, or one of its signers, had not seen an approval of the document, so that it
  ///   judges that anew;
  /// - the newest version says of a key that approved the document that it is compromised, and that
  ///   of before did not;
  /// - a lower version of the document is approved now and was not before: it may bring the stricter
  ///   rule of its kind.
  @Test func whatIsApprovedStaysApproved() throws {
    var (stayed, excepted) = (0, 0)
    try forEachHistory { history, judged in
      for _ in 0..<2 {
        let some = history.someClone()
        let before = try history.ledger(some)
        let then = try history.states(before)
        let tip = before.chain.last?.digest
        let after = try history.ledger(history.made, tipDigest: tip)
        let later = try history.states(after)
        for (digest, status) in then where status.state.isApproved {
          guard let now = later[digest], now.state != .indeterminate else { continue }
          if now.state.mayBeApproved {
            stayed += 1
          } else if isExcepted(status, then, later, before, after, history) {
            excepted += 1
          } else {
            Testing.Issue.record(
              "seed \(history.seed), \(some.count) of \(history.made.count): \(status.edition.document) \(status.edition.version) was \(status.state) and is \(now.state): \(now.missing) \(now.objections.map(\.statement.name))"
            )
          }
        }
      }
    }
    #expect(stayed > excepted)
    if Self.areMany { #expect(excepted > 0) }
  }

  private func isExcepted(
    _ status: DocumentStatus, _ then: [Digest: DocumentStatus], _ later: [Digest: DocumentStatus],
    _ before: Ledger, _ after: Ledger, _ history: RandomHistory
  ) -> Bool {
    let document = status.edition.document
    let known = Set(before.entries.compactMap(\.id))
    let approvals = before.valid.filter {
      $0.edition.document == document && $0.statement.name.decision == .approve
    }
    let isJudgedAnew = after.chain.dropFirst().contains { link in
      let isNew = !before.chain.contains { $0.digest == link.digest }
      return after.entries.contains { entry in
        guard let id = entry.id, let statement = entry.statement,
          statement.name.decision == .approve, statement.digest == link.digest,
          isNew || !known.contains(id)
        else { return false }
        let seen = history.past[id] ?? []
        return approvals.contains { !seen.contains($0.id) }
      }
    }
    let compromised = { (ledger: Ledger) in
      Set(
        (ledger.chain.last?.governance.revoked ?? []).filter { $0.reason == .compromised }
          .map(\.key))
    }
    let stolen = compromised(after).subtracting(compromised(before))
    let isCompromised = approvals.contains { stolen.contains($0.statement.key) }
    let hasLower = later.contains { digest, other in
      other.edition.document == document && other.edition.version < status.edition.version
        && other.state.mayBeApproved && then[digest]?.state.isApproved != true
    }
    return isJudgedAnew || isCompromised || hasLower
  }

  /// Whoever remembers is not deceived by taking decisions away.
  ///
  /// A reader has found all the valid decisions of the whole history valid once, and knows the
  /// newest people and rules. Of whatever is left of the history,
  /// - each valid decision that is gone is reported, and then the verdict is invalid;
  /// - the verdict is valid only if that of the whole was, or only what was not valid has gone;
  /// - no text is in force, or otherwise approved, that was not so in the whole, unless it could not
  ///   be told there: then only where a decision has gone that was not valid itself, or that had
  ///   named one which was missing already, and so never was remembered.
  @Test func whoRemembersIsNotDeceivedByWhatIsGone() throws {
    var (open, told) = (0, 0)
    try forEachHistory { history, judged in
      let valid = judged.ledger.valid
      let remembered = valid.map { Trust.Remembered($0) }
      for _ in 0..<3 {
        let some = history.someDecisions()
        let left = Set(some.map(\.id))
        let gone = valid.filter { !left.contains($0.id) }
        let ledger = try history.ledger(
          some, tipDigest: judged.ledger.chain.last?.digest, remembered: remembered)
        let lost = judged.ledger.governance.map { Set($0.lost) } ?? []
        let missing = Set(ledger.missing.map(\.id))
        #expect(
          gone.allSatisfy { missing.contains($0.id) || lost.contains($0.id) },
          "seed \(history.seed)")
        if !gone.isEmpty { #expect(ledger.verdict == .invalid, "seed \(history.seed)") }
        let states = try history.states(ledger)
        let hadDoubtful =
          history.made.contains { made in
            !left.contains(made.id) && !valid.contains { $0.id == made.id }
          } || judged.ledger.missing.contains { !left.isSuperset(of: $0.seenBy) }
        for (digest, status) in states {
          let whole = try #require(judged.states[digest])
          if status.state == .indeterminate { open += 1 } else { told += 1 }
          if status.state.isApproved && !whole.state.mayBeApproved
            && !(whole.state == .indeterminate && hadDoubtful)
          {
            Testing.Issue.record(
              "seed \(history.seed): \(status.edition.document) \(status.edition.version) is \(status.state) of what is left, \(whole.state) of the whole; gone are \(history.made.filter { !left.contains($0.id) }.map(\.name))"
            )
          }
          if let now = status.inForce?.edition.digest, whole.state != .indeterminate,
            now != whole.inForce?.edition.digest
          {
            Testing.Issue.record(
              "seed \(history.seed): \(status.edition.document) has another version in force once \(history.made.filter { !left.contains($0.id) }.map(\.name)) are gone"
            )
          }
        }
      }
    }
    #expect(told > 0 && open > 0)
  }

  /// Whoever knows the newest people and rules, but remembers nothing, is deceived only by taking
  /// away what nobody has seen.
  ///
  /// Of whatever is left of the history, no text is approved that was not so in the whole, unless
  /// that could not be told, or one of what has gone without a trace is
  /// - a rejection or withdrawal of the document, or an approval of a lower version of it;
  /// - an approval of people and rules, whose signer may not have seen what counts now.
  @Test func onlyWhatNobodyHasSeenGoesUnnoticed() throws {
    var count = 0
    try forEachHistory { history, judged in
      for _ in 0..<2 {
        let some = history.someDecisions()
        let left = Set(some.map(\.id))
        let ledger = try history.ledger(some, tipDigest: judged.ledger.chain.last?.digest)
        let missing = Set(ledger.missing.map(\.id))
        let traceless = history.made.filter {
          !left.contains($0.id) && !missing.contains($0.id)
        }.map(\.name)
        for (digest, status) in try history.states(ledger) where status.state.isApproved {
          let whole = try #require(judged.states[digest])
          if whole.state.isApproved { count += 1 }
          if whole.state.mayBeApproved || whole.state == .indeterminate { continue }
          let isExcepted = traceless.contains { name in
            switch name.decision {
            case .approve:
              name.document == .governance
                || name.document == status.edition.document
                  && name.version < status.edition.version
            case .reject, .withdraw: name.document == status.edition.document
            case .reaffirm, .retire: false
            }
          }
          if !isExcepted {
            Testing.Issue.record(
              "seed \(history.seed): \(status.edition.document) \(status.edition.version) is \(status.state) of what is left, \(whole.state) of the whole; gone are \(history.made.filter { !left.contains($0.id) }.map(\.name)), without a trace \(traceless)"
            )
          }
        }
      }
    }
    #expect(count > 0)
  }

  /// There is one way to count: what `counts` says of a decision, whom a document names as those who
  /// approved it or sent it back, and the state of the text say the same, whether or not anybody was asked
  /// who wrote what.
  @Test func countingStateAndNamesAgree() throws {
    var (unnamed, beside) = (0, 0)
    try forEachHistory { history, judged in
      let ledger = judged.ledger
      let counting = Set(ledger.entries.filter(\.counts).compactMap(\.id))
      #expect(Set(ledger.statements.map(\.id)) == counting, "seed \(history.seed)")
      for document in Set(ledger.valid.map(\.edition.document)) {
        let own = Set(ledger.valid.filter { $0.edition.document == document }.map(\.id))
        let standing = try Standing(of: document, on: ledger.basis, history: history.changes)
        #expect(
          standing.counting == own.intersection(counting), "seed \(history.seed): \(document)")
      }
      for (digest, status) in judged.states {
        let own = ledger.valid.filter { $0.edition.digest == digest }
        func counted(_ decision: Decision) -> Set<Digest> {
          Set(own.filter { $0.statement.name.decision == decision }.map(\.id))
            .intersection(counting)
        }
        let what = "seed \(history.seed): \(status.edition.document) \(status.edition.version)"
        #expect(counted(.approve) == Set(status.approvals.map(\.id)), "\(what)")
        #expect(counted(.reject) == Set(status.objections.map(\.id)), "\(what)")
        switch status.state {
        case .draft: #expect(counted(.approve).isEmpty && counted(.reject).isEmpty, "\(what)")
        case .partial: #expect(!counted(.approve).isEmpty && counted(.reject).isEmpty, "\(what)")
        case .rejected: #expect(!counted(.reject).isEmpty, "\(what)")
        case .approved, .inForce, .superseded, .retired:
          #expect(!counted(.approve).isEmpty, "\(what)")
        // Who approved the other one of two successors may have left by this one.
        case .conflict, .indeterminate: break
        }
        let approvals = own.filter { $0.statement.name.decision == .approve }
        if status.state == .draft, !approvals.isEmpty { unnamed += 1 }
        if status.state == .partial, approvals.contains(where: { !counting.contains($0.id) }) {
          beside += 1
        }
      }
    }
    guard Self.areMany else { return }
    #expect(unnamed > 0 && beside > 0, "\(unnamed) \(beside)")
  }

  /// What is made up reaches what matters.
  @Test func theHistoriesAreNotDull() throws {
    var counts: [String: Int] = [:]
    try forEachHistory { history, judged in
      let ledger = judged.ledger
      if judged.tip != nil { counts["fork", default: 0] += 1 }
      if ledger.chain.count > 2 { counts["chain", default: 0] += 1 }
      if !ledger.missing.isEmpty { counts["missing", default: 0] += 1 }
      for entry in ledger.entries {
        if let reason = entry.issue?.reason.rawValue { counts[reason, default: 0] += 1 }
        if entry.isOutOfOrder { counts["out-of-order", default: 0] += 1 }
        if entry.verdict == .valid { counts["valid", default: 0] += 1 }
      }
      for status in judged.states.values where status.edition.document != .governance {
        counts[status.state.rawValue, default: 0] += 1
        for flag in status.flags { counts[flag.rawValue, default: 0] += 1 }
      }
    }
    guard Self.areMany else { return }
    for what in [
      "fork", "chain", "missing", "no-longer-entitled", "governance-not-in-force", "version-taken",
      "time-not-proven", "key-compromised", "out-of-order", "in-force", "superseded", "rejected",
      "partial", "contested",
    ] {
      #expect(counts[what, default: 0] > 0, "no \(what) in \(counts)")
    }
  }
}
