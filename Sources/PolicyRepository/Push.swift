import Approvals
public import Evidence
import Git
public import Objects
import Programs

extension PolicyRepository {
  /// Sends the decisions that hold here and are not there, then what was written, after fetching what is
  /// new there. Nothing there is ever replaced.
  ///
  /// Where names were taken there meanwhile, the signer's own decisions are made again: `confirm` shows
  /// them and gives the time of signing, or throws; then the others are sent all the same. Throws
  /// `Unreachable` where the remote is not reached.
  public func push(
    to name: String? = nil, by signer: Signer, confirm: (Renewal) throws -> Instant
  ) async throws -> PushReport {
    let remote = try await remoteToExchange(with: name)
    let destination = try await remote.destination()
    try refuseTracking(remote)
    try await clearIncoming(remote.git)
    var sending = Sending()
    var fetched = try await fetch(from: remote)
    var triesLeft = 3
    while true {
      sending.came += fetched.new.map(\.name)
      sending.gone.formUnion(fetched.gone.map(\.name))
      sending.raced = [:]
      try await settle(fetched, at: remote, by: signer, confirm, &sending)
      guard try await sendDecisions(fetched, to: remote, destination, &sending), triesLeft > 0
      else { break }
      // Somebody was faster.
      triesLeft -= 1
      fetched = try await fetch(from: remote)
    }
    sending.kept.merge(sending.raced) { first, _ in first }
    try await clearIncoming(remote.git)
    let branches = try await sendBranches(fetched, to: remote, destination, &sending)
    let head = try head()
    let ledger = try ledger(of: head)
    return PushReport(header(ledger, head), content(sending, fetched, branches, remote, ledger))
  }

  /// What came of sending so far.
  private struct Sending {
    var came: [String] = []
    var sent: [String] = []
    /// What is not there any more.
    var gone: Set<String> = []
    /// What somebody else was faster with, the last time.
    var raced: [String: DisplayText] = [:]
    var madeAgain: [MadeAgain] = []
    /// What stands there in the place of decisions made again.
    var places: [String] = []
    var kept: [String: DisplayText] = [:]
    var remarks: [String] = []

    mutating func hear(_ answer: GitProgram.Answer) {
      for remark in answer.remarks where !remarks.contains(remark) { remarks.append(remark) }
    }
  }

  private func content(
    _ sending: Sending, _ fetched: FetchedDecisions, _ branches: [PushReport.Branch],
    _ remote: Remote, _ ledger: Ledger
  ) -> PushReport.Content {
    func decisions(_ refs: [String]) -> [ExchangedDecision] {
      ExchangedDecision.all(refs, in: ledger)
    }
    let unsound = Set(ledger.entries.filter { $0.verdict != .valid }.map(\.ref))
    return PushReport.Content(
      remote: remote.name, isNamed: remote.isNamed, new: decisions(sending.came),
      sent: decisions(sending.sent.filter { !sending.gone.contains($0) }),
      putBack: decisions(sending.sent.filter(sending.gone.contains)),
      madeAgain: zip(sending.madeAgain.map(\.old), decisions(sending.madeAgain.map(\.new))).map {
        (old: $0, new: $1)
      },
      unsound: decisions(sending.places.filter(unsound.contains)),
      exchanged: decisions(fetched.different.filter(\.wasThere).map(\.name)),
      notTaken: fetched.notTaken, notStored: fetched.notStored,
      kept: sending.kept.sorted { $0.key < $1.key }.map { ref, reason in
        PushReport.Kept(ExchangedDecision(ref, in: ledger), reason)
      }, branches: branches, remarks: sending.remarks)
  }

  /// Refuses where the settings have Git note what it sent elsewhere than among what it knows of that
  /// side: it could note it in the place of a decision.
  private func refuseTracking(_ remote: Remote) throws {
    guard remote.isNamed else { return }
    for refspec in try git.fetchRefspecs(of: remote.name) {
      let sides = refspec.drop { $0 == "+" }.split(separator: ":", maxSplits: 1)
      guard let place = sides.dropFirst().first, place != sides.first,
        !place.utf8.starts(with: "refs/remotes/".utf8)
      else { continue }
      throw Refusal(
        .couldNot,
        "this copy's own settings (\(git.commonFolder)config) say that what \(remote.name) has takes the "
          + "place of what is here: remote.\(remote.name).fetch = \(refspec)",
        remedies:
          "set it right: git config remote.\(remote.name).fetch '+refs/heads/*:refs/remotes/\(remote.name)/*'"
      )
    }
  }

  // MARK: Names that are taken

  /// Makes decisions again whose names are taken there; where that cannot be, says why.
  private func settle(
    _ fetched: FetchedDecisions, at remote: Remote, by signer: Signer,
    _ confirm: (Renewal) throws -> Instant, _ sending: inout Sending
  ) async throws {
    let taken = fetched.different.filter { !$0.wasThere && sending.kept[$0.name] == nil }
    guard !taken.isEmpty else { return }
    let again: [MadeAgain]
    do {
      again = try await makeAgain(taken, fetched, at: remote, by: signer, confirm: confirm)
    } catch let refusal as Refusal where refusal.kind != .recorded && refusal.kind != .busy {
      keep(taken, "another one has its name at \(remote.name): \(refusal.message)", &sending)
      return
    } catch let conflict as Conflict {
      switch conflict {
      case .ofAnother(let person):
        keep(
          taken,
          "another one has its name at \(remote.name), and only who made it can make it again: \(person) runs writ push here",
          &sending)
      case .seenBy(let other):
        keep(
          taken,
          "another one has its name at \(remote.name), and it cannot be made again: \(other.person)'s "
            + "\(other.decision.noun) of \(other.document) \(other.version) names it as seen. Ask "
            + "whoever keeps the policies.", &sending)
      }
      return
    }
    sending.madeAgain += again
    let done = Set(again.map(\.old))
    sending.places += taken.map(\.name).filter(done.contains)
    keep(
      taken.filter { !done.contains($0.name) },
      "another one has its name at \(remote.name), and it does not hold, or is somebody else's to make again. See more with: writ verify",
      &sending)
  }

  private func keep(
    _ differences: [FetchedDecisions.Difference], _ reason: DisplayText, _ sending: inout Sending
  ) {
    for difference in differences { sending.kept[difference.name] = reason }
  }

  // MARK: Decisions

  /// How many decisions are sent at once: a command takes arguments of two megabytes in all.
  private static let most = 5000

  /// Sends the decisions that hold here and are not there; gives whether somebody was faster.
  private func sendDecisions(
    _ fetched: FetchedDecisions, to remote: Remote, _ destination: Digest,
    _ sending: inout Sending
  ) async throws -> Bool {
    let there = Set(fetched.decisionsThere.map(\.name))
    let here = try git.references(under: StatementName.refPrefix).filter {
      !there.contains($0.name)
    }
    guard !here.isEmpty else { return false }
    let ledger = try ledger(of: try head())
    let entries = Dictionary(
      ledger.entries.map { ($0.ref, $0) }, uniquingKeysWith: { first, _ in first })
    // What names one that stays here would make others miss that.
    let away = Set(sending.kept.keys.compactMap { entries[$0]?.id })
    var sound: [(name: String, object: ObjectID)] = []
    var unsent = away
    for reference in here where sending.kept[reference.name] == nil {
      guard let object = reference.target, let entry = entries[reference.name],
        entry.verdict == .valid
      else {
        let issue = entries[reference.name]?.issue
        sending.kept[reference.name] =
          "it does not hold: \(issue?.message ?? "it cannot be read"). See more with: writ verify"
        continue
      }
      sound.append((reference.name, object))
    }
    for statement in ledger.valid where !statement.statement.known.isDisjoint(with: unsent) {
      let name = statement.statement.name.ref
      guard let place = sound.firstIndex(where: { $0.name == name }) else { continue }
      unsent.insert(statement.id)
      sound.remove(at: place)
      sending.kept[name] = "it names one as seen that cannot be sent"
    }
    // Git takes minutes for thousands of names. What is not named one by one is not sent by force either.
    let isAll = sound.count == here.count && sound.count > 500
    var rest = sound[...]
    while !rest.isEmpty {
      let some = rest.prefix(isAll ? rest.count : Self.most)
      rest = rest.dropFirst(some.count)
      let answer = try await send(
        isAll
          ? ["\(StatementName.refPrefix)*:\(StatementName.refPrefix)*"]
          : some.map { "\($0.object):\($0.name)" }, to: remote)
      sending.hear(answer)
      let objects = Dictionary(some.map { ($0.name, $0.object) }, uniquingKeysWith: { a, _ in a })
      var (sent, there): ([Reference], [Reference]) = ([], [])
      for (name, result) in Self.results(answer) {
        guard let object = objects[name] else { continue }
        switch result {
        case .sent: sent.append(Reference(name: name, target: object))
        case .there: there.append(Reference(name: name, target: object))
        case .raced(let reason):
          sending.raced[name] = "\(remote.name) does not take it: \(reason)"
        case .refused(let reason):
          sending.kept[name] = "\(remote.name) refuses it: \(reason)"
        }
      }
      sending.sent += sent.map(\.name)
      remember(sent + there, branches: [], at: destination)
    }
    return !sending.raced.isEmpty
  }

  private func remember(_ decisions: [Reference], branches: [String], at destination: Digest) {
    guard let folder = surroundings.stateFolder else { return }
    ExchangeStore(destination, in: folder).add(
      ExchangeMemory(decisions: decisions, branches: branches, time: surroundings.now))
  }

  /// Sends these refs in one go, none of them by force.
  private func send(_ refspecs: [String], to remote: Remote) async throws -> GitProgram.Answer {
    let answer = try await remote.send(refspecs)
    guard answer.isYes || !Self.results(answer).isEmpty else {
      throw Unreachable(remote, answer, last: nil)
    }
    return answer
  }

  /// What came of one ref.
  private enum Result {
    case sent
    /// It was there already, though not where one fetches from.
    case there
    /// Somebody else has sent something under that name.
    case raced(String)
    /// The other side refused it.
    case refused(String)
  }

  /// Reads what came of each ref (`git-push(1)`, `--porcelain`).
  private static func results(_ answer: GitProgram.Answer) -> [(name: String, result: Result)] {
    answer.output.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 3, let name = parts[1].split(separator: ":").last.map(String.init) else {
        return nil
      }
      guard parts[0] == "!" else { return (name, parts[0] == "=" ? .there : .sent) }
      let isRaced = [
        "[rejected]", "already exists", "cannot lock ref", "failed to update ref",
      ].contains(where: parts[2].contains)
      // `[remote rejected] (pre-receive hook declined)`: the reason stands in brackets.
      let words = parts[2].drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
      let reason = words.isEmpty ? String(parts[2]) : String(words)
      return (name, isRaced ? .raced(reason) : .refused(reason))
    }
  }

  // MARK: Branches

  /// Sends the branch here, and drafts, as far as they hold what the other side lacks.
  private func sendBranches(
    _ fetched: FetchedDecisions, to remote: Remote, _ destination: Digest,
    _ sending: inout Sending
  ) async throws -> [PushReport.Branch] {
    guard remote.isNamed else { return [] }
    let current = try git.branch()
    let there = fetched.branches.values.filter(git.holds)
    let gone = Set(fetched.goneBranches)
    var outcomes: [String: PushReport.Branch.Outcome] = [:]
    var sent: [String: ObjectID] = [:]
    for branch in try git.references(under: "refs/heads/") {
      let name = branch.name.without("refs/heads/")
      guard let tip = branch.target, branch.name == current || Self.isDraft(name) else { continue }
      if let theirs = fetched.branches[name] {
        let base = git.holds(theirs) ? try git.mergeBase(of: tip, with: [theirs]) : nil
        if base == tip { continue }
        guard base == theirs else {
          outcomes[name] = .behind
          continue
        }
      } else {
        // It was landed or given up there; or all of it is in other branches.
        let isGone = gone.contains(name) && Self.isDraft(name)
        guard try !isGone && git.mergeBase(of: tip, with: there) != tip else { continue }
      }
      let report = try check(
        pushing: tip, over: fetched.branches[name], there, isDraft: Self.isDraft(name))
      if let report, !report.isYes {
        outcomes[name] = .errors(report.text)
      } else {
        sent[name] = tip
      }
    }
    guard !sent.isEmpty else { return Self.branches(outcomes) }
    let answer = try await send(
      sent.sorted { $0.key < $1.key }.map { "\($0.value):refs/heads/\($0.key)" }, to: remote)
    sending.hear(answer)
    for (ref, result) in Self.results(answer) {
      outcomes[ref.without("refs/heads/")] =
        switch result {
        case .sent, .there: .sent
        case .raced: .behind
        case .refused(let reason): .refused(reason)
        }
    }
    remember(
      [], branches: outcomes.filter { if case .sent = $0.value { true } else { false } }.map(\.key),
      at: destination)
    return Self.branches(outcomes)
  }

  private static func branches(_ outcomes: [String: PushReport.Branch.Outcome])
    -> [PushReport.Branch]
  {
    outcomes.sorted { $0.key < $1.key }.map { PushReport.Branch($0.key, $0.value) }
  }
}
