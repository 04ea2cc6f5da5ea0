import Approvals
public import Evidence
import Git
import Objects
import Programs

extension PolicyRepository {
  /// Fetches decisions and branches, brings the files here up to date where that takes no merge, and
  /// reports what is new, and what is not in order there.
  ///
  /// Without a name the remote is found. Throws `Unreachable` where it is not reached.
  public func pull(from name: String? = nil) async throws -> PullReport {
    let remote = try await remoteToExchange(with: name)
    let fetched = try await fetch(from: remote)
    let branch = try git.branch().map { $0.without("refs/heads/") }
    let files = try await bringUpToDate(branch, from: remote, fetched)
    let head = try head()
    let ledger = try ledger(of: head)
    let taken = fetched.different.filter { !$0.wasThere }
    // What stands in the place of a decision here, and is none, was not made twice by anybody.
    let plain = taken.filter { difference in
      guard let entry = ledger.entries.first(where: { $0.ref == difference.name }) else {
        return true
      }
      return entry.statement == nil
    }.map(\.name)
    let notStored = plain.map { name in
      NotStored(
        name, reason: "something that is no decision has its name here",
        remedy:
          "Take that away, if it is not yours to keep: git tag -d \(name.without("refs/tags/")); "
          + "then: writ pull")
    }
    return PullReport(
      header(ledger, head),
      PullReport.Content(
        remote: remote.name, isNamed: remote.isNamed, branch: branch, files: files,
        new: ExchangedDecision.all(fetched.new.map(\.name), in: ledger),
        unsent: ExchangedDecision.all(fetched.unsent.map(\.name), in: ledger),
        gone: ExchangedDecision.all(fetched.gone.map(\.name), in: ledger),
        exchanged: ExchangedDecision.all(
          fetched.different.filter(\.wasThere).map(\.name), in: ledger),
        madeTwice: ExchangedDecision.all(
          taken.map(\.name).filter { !plain.contains($0) }, in: ledger),
        notTaken: fetched.notTaken, notStored: fetched.notStored + notStored,
        newBranches: fetched.newBranches.filter(Self.isDraft),
        goneBranches: fetched.goneBranches.filter(Self.isDraft),
        rewritten: try rewritten(fetched)))
  }

  /// Whether a branch holds a draft: those are written anew and given up as their authors like.
  static func isDraft(_ branch: String) -> Bool { branch.utf8.starts(with: ChangeName.prefix.utf8) }

  /// The branches, drafts aside, that do not lead on from what they were.
  private func rewritten(_ fetched: FetchedDecisions) throws -> [String] {
    try (fetched.branchesBefore ?? [:]).filter { name, before in
      guard !Self.isDraft(name), let now = fetched.branches[name], now != before, git.holds(before)
      else { return false }
      return try git.mergeBase(of: now, with: [before]) != before
    }.keys.sorted()
  }

  /// Moves the branch here on to where it is there; never back, and never beside it.
  private func bringUpToDate(
    _ branch: String?, from remote: Remote, _ fetched: FetchedDecisions
  ) async throws -> PullReport.Files {
    guard remote.isNamed, git.workingFolder != nil, let branch,
      let there = fetched.branches[branch]
    else { return .none }
    if let here = try git.head() {
      let base = try git.mergeBase(of: there, with: [here])
      if base == there { return .upToDate }
      guard base == here else { return .diverged }
    }
    if let program = try git.programsForCheckout().first {
      return .refused(
        "this copy's own settings (\(git.commonFolder)config) name a program that Git would run: "
          + "\(program). If you trust it, move it to your own settings: git config --global \(program) …"
      )
    }
    let answer = try await remote.git.run(
      [
        "-c", "submodule.recurse=false", "merge", "--ff-only", "--quiet", "--no-stat",
        "--no-verify-signatures", "--no-autostash", there.description,
      ], trusting: .user)
    guard !answer.isYes else { return .updated }
    let inTheWay = answer.talk.split(separator: "\n").filter { $0.hasPrefix("\t") }
      .map { String($0.dropFirst()) }
    return answer.talk.contains("would be overwritten")
      ? .blocked(inTheWay) : .refused(answer.complaint)
  }
}
