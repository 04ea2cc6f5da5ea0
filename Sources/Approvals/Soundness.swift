import Objects

/// What is to be said of all decisions together, apart from each (`docs/formats.md`, section 7).
struct Soundness {
  /// Whether there is no decision at all where there must have been some.
  let hasLostAll: Bool
  /// Whether the chain of governance ends too early: before a fork, or before the newest known.
  let isBroken: Bool
  /// What is wrong, in sentences.
  let problems: [String]
  /// Whether something keeps it from being valid.
  private let isWhole: Bool
  /// Whether something makes it invalid.
  private let isWrong: Bool

  /// `tip` is the newest governance version that must be in force; `isEmpty` says whether there is no
  /// record, whatever the time asked about, and `isUndecided` whether there is none up to then; `isMissed`
  /// says whether the user remembers any.
  init(
    _ root: Root, _ chain: Chain, tip: Digest?, isEmpty: Bool, isUndecided: Bool, isMissed: Bool
  ) {
    hasLostAll =
      isEmpty && (root.isPinned || root.governance?.version != Version(1, 0) || isMissed)
    let isShort = tip.map { tip in !chain.links.contains { $0.digest == tip } } ?? false
    isBroken = !hasLostAll && (!chain.fork.isEmpty || isShort)
    isWrong = root.isGone || isBroken

    var problems = root.problems
    if !chain.fork.isEmpty {
      problems.append(Self.describe(chain.fork, after: chain.newest))
    } else if isBroken, let tip {
      problems.append(
        "The newest version of the people and rules that you know (\(tip)) does not come into force "
          + "here: fetch the decisions (writ pull). If it does not then either, somebody took "
          + "decisions away.")
    }
    if let first = root.governance, chain.links.isEmpty, !isUndecided || !root.problems.isEmpty {
      problems.append(
        "The people and rules (\(first.title) \(first.version)) are not approved yet.")
    }
    if hasLostAll {
      problems.append("This clone has no decisions: fetch the tags (writ pull).")
    }
    isWhole = root.isPinned && !chain.links.isEmpty && problems.isEmpty
    // One that the tip settles is named, and changes nothing.
    self.problems = problems + chain.rivals.map(Self.describe)
  }

  /// The verdict on the whole.
  func verdict(_ entries: [Ledger.Entry], missing: [Ledger.Missing]) -> Verdict {
    let worst = entries.map(\.verdict).max() ?? .valid
    // Where nothing is here, most likely nothing was fetched.
    if worst >= .untrusted || isWrong || !missing.isEmpty && !hasLostAll { return .invalid }
    return worst == .valid && isWhole ? .valid : .indeterminate
  }

  private static func describe(_ fork: [Governance], after last: Governance?) -> String {
    let names = fork.map { "\($0.version) (\($0.digest))" }.joined(separator: " and ")
    return
      "Several versions of the people and rules followed \(last?.version.description ?? "the first"), "
      + "each approved: \(names). Ask whoever keeps the policies which of them holds, and pin it: "
      + "writ root --pin ROOT:TIP"
  }

  private static func describe(_ rival: Governance) -> String {
    "Besides, version \(rival.version) of the people and rules (\(rival.digest)) was approved in the place "
      + "of another one. It is not the one that you know."
  }
}
