import Objects

/// Which versions of the people and rules each statement serves: the third stratum of
/// `docs/formats.md`, section 5.
///
/// So who left can neither decide afterwards with an old date, nor have that slipped in by a second
/// signature, while what was decided before stands.
struct Authority {
  /// The places in the chain of the versions that each statement serves.
  private(set) var service: [Digest: Set<Int>] = [:]
  /// Why the others serve none, by their position among the examinations.
  private(set) var issues: [Int: Issue] = [:]

  private let chain: Chain
  private let examinations: Examinations
  /// What belongs to each version but the newest.
  private var belonging: [BitSet] = []
  /// Whether something belongs to the version that is missing.
  private var isOpen: [Bool] = []
  /// Whether a statement on the people and rules is missing, as somebody says who may decide now.
  private let lacksGovernance: Bool

  init(
    _ chain: Chain, _ examinations: Examinations, missing: [Ledger.Missing],
    _ history: ChangeHistory
  ) throws {
    self.chain = chain
    self.examinations = examinations
    lacksGovernance = missing.contains { missing in
      missing.mayBeOnGovernance
        && (missing.isBySomebodyInOffice || !missing.closedBy.isEmpty
          || missing.seenBy.compactMap(examinations.graph.position).contains {
            examinations.all[$0].isBySomebody(in: chain.current)
          })
    }
    for (before, link) in zip(chain.links, chain.links.dropFirst()) {
      let (closed, isOpen) = try close(before, with: link, missing, history)
      belonging.append(closed)
      self.isOpen.append(isOpen)
    }
    for (position, examination) in examinations.all.enumerated() {
      guard let verified = examination.verified else { continue }
      judge(verified, at: position)
    }
  }

  // MARK: What belongs to a version

  /// All that was decided before a version ended, as those vouch for it who ended it.
  private func close(
    _ link: Ledger.Link, with next: Ledger.Link, _ missing: [Ledger.Missing],
    _ history: ChangeHistory
  ) throws -> (BitSet, isOpen: Bool) {
    let graph = examinations.graph
    var closed = BitSet(count: examinations.all.count)
    for position in next.governance.closes.compactMap(graph.position)
    where examinations.all[position].verified != nil {
      closed.insert(position)
      closed.formUnion(graph.ancestry(of: position))
    }
    let approvals = examinations.all.compactMap(\.verified).filter {
      $0.statement.governance == link.digest && $0.edition.digest == next.digest
        && $0.statement.name.decision == .approve && !chain.late.contains($0.id)
    }
    let witnesses = try witnesses(approvals, of: next, link, history)
    var found: [Set<Digest>: Bool] = [:]
    for position in examinations.all.indices where !closed.contains(position) {
      let (seen, unseen) = witnesses.parted { graph.ancestry(of: $0.id).contains(position) }
      guard !seen.isEmpty else { continue }
      let key = Set(seen.map(\.id))
      // That the others are not enough keeps a second approval by the same person, naming what they
      // signed since, from making that count.
      let belongs =
        try found[key]
        ?? areEnough(seen, for: next, link, history) && !areEnough(unseen, for: next, link, history)
      found[key] = belongs
      if belongs { closed.insert(position) }
    }
    var reached = closed
    for witness in witnesses.compactMap({ graph.position(of: $0.id) }) {
      reached.insert(witness)
      reached.formUnion(graph.ancestry(of: witness))
    }
    let isOpen = missing.contains { missing in
      missing.closedBy.contains(next.version)
        || missing.seenBy.contains { graph.position(of: $0).map(reached.contains) ?? false }
    }
    return (closed, isOpen)
  }

  /// The approvals of a version that tell what had been seen before it: those of people who stand in
  /// it unchanged, where these are enough; so nobody who left by it has a say in that.
  private func witnesses(
    _ approvals: [VerifiedStatement], of next: Ledger.Link, _ link: Ledger.Link,
    _ history: ChangeHistory
  ) throws -> [VerifiedStatement] {
    let staying = approvals.filter { $0.stands(in: next.governance) }
    return try areEnough(staying, for: next, link, history) ? staying : approvals
  }

  /// Whether these approvals alone would have brought a version into force.
  private func areEnough(
    _ approvals: [VerifiedStatement], for next: Ledger.Link, _ link: Ledger.Link,
    _ history: ChangeHistory
  ) throws -> Bool {
    let chosen = Set(approvals.map(\.id))
    let basis = examinations.basis(under: link.governance, since: link.since) { decision in
      decision.statement.name.decision != .approve || chosen.contains(decision.id)
    }
    let versions = Array(chain.versions.prefix { $0.digest != next.digest })
    return try Chain.judge(
      Edition(next.governance), under: link.governance, versions, on: basis, history
    ).approval.met != nil
  }

  // MARK: Whom a statement serves

  private mutating func judge(_ verified: VerifiedStatement, at position: Int) {
    let links = chain.links
    guard let made = links.firstIndex(where: { $0.digest == verified.statement.governance }) else {
      issues[position] = issueOfGovernance
      return
    }
    let link = links[made]
    // Whoever acts under a version has seen it come into force; the root is approved under itself.
    if verified.isDated(before: link.since), verified.edition.digest != links[0].digest {
      issues[position] = Issue(
        .timeContradicted,
        "It is dated \(verified.time), but was made under version \(link.version) of the people and "
          + "rules, which came into force at \(link.since): its date is wrong.")
      return
    }
    let last = links[made...].firstIndex { !verified.stands(in: $0.governance) }
    let standing = made..<(last ?? links.endIndex)
    let belongs = standing.filter {
      $0 == links.index(before: links.endIndex) || belonging[$0].contains(position)
        || $0 == made && isOnSuccessor(verified, of: made)
    }
    if let issue = compromise(of: verified) {
      issues[position] = issue
    } else if !belongs.isEmpty {
      service[verified.id] = Set(belongs)
    } else if let last, let issue = issue(of: verified, ending: last) {
      issues[position] =
        standing.contains { isOpen.indices.contains($0) && isOpen[$0] }
        ? Issue(
          .mayHaveBeenSeen,
          issue.message + " A decision that is missing may have seen it: bring that back first.")
        : issue
    }
  }

  /// Whether it is a decision on the version that came into force after the one that it was made
  /// under: that counts for deciding it, whoever left with it.
  private func isOnSuccessor(_ verified: VerifiedStatement, of link: Int) -> Bool {
    let links = chain.links
    return links.indices.contains(link + 1) && verified.edition.digest == links[link + 1].digest
  }

  private var issueOfGovernance: Issue {
    lacksGovernance
      ? Issue(
        .governanceMissing,
        "Whether the people and rules that it was made under came into force cannot be told: a "
          + "decision on them is missing.")
      : Issue(
        .governanceNotInForce,
        "The people and rules that it was made under never came into force here.")
  }

  /// What follows from somebody else having had the key; it never shortens the chain.
  private func compromise(of verified: VerifiedStatement) -> Issue? {
    let since = chain.newest?.revocations(of: verified.statement.key).filter {
      $0.reason == .compromised
    }.map(\.since).min()
    guard let since else { return nil }
    let decided = chain.links.contains { $0.approvals.contains { $0.id == verified.id } }
    let isOnChain = chain.links.contains { $0.digest == verified.edition.digest }
    if decided || isOnChain && verified.time < since { return nil }
    return verified.time < since
      ? Issue(
        .timeNotProven,
        "Somebody else may have had the key \(verified.statement.key) of \(verified.person.name) since "
          + "\(since.day.inWords). This is dated before, but nothing proves that. "
          + "\(verified.person.name) should decide again with another key.")
      : Issue(
        .keyCompromised,
        "Somebody else may have had the key \(verified.statement.key) of \(verified.person.name) since "
          + "\(since.day.inWords), and this was signed with it afterwards.")
  }

  /// Why a decision came too late, as its signer no longer stood in the version at this place.
  private func issue(of verified: VerifiedStatement, ending: Int) -> Issue? {
    let link = chain.links[ending]
    let version = "with version \(link.version) of them (\(link.since.day.inWords))"
    let person = link.governance.person(verified.person.id)
    let what =
      if person == nil {
        "\(verified.person.name) left the people and rules \(version)"
      } else if person?.roles.contains(verified.role.id) != true {
        "\(verified.person.name) ceased to be \(verified.role.title) in the people and rules \(version)"
      } else {
        "The key \(verified.statement.key) of \(verified.person.name) ceased to be good in the people "
          + "and rules \(version)"
      }
    let isSeen = link.approvals.contains { examinations.graph.hasSeen($0.id, verified.id) }
    let why =
      isSeen
      ? "and not all whose approval that took had seen this decision."
      : "and nobody who signed up to then had seen this decision. It carries the date "
        + "\(verified.time.day.inWords), which proves nothing."
    return Issue(
      .noLongerEntitled, "\(what), \(why) Somebody who may decide now must decide again.")
  }
}

extension Array {
  /// Those for which it holds, and the others.
  fileprivate func parted(by holds: (Element) -> Bool) -> (those: [Element], others: [Element]) {
    (filter(holds), filter { !holds($0) })
  }
}

extension VerifiedStatement {
  /// Whether person, key and role stand unchanged in another version of the people and rules, and the
  /// key is still good there.
  public func stands(in governance: Governance) -> Bool {
    guard let other = governance.person(person.id), other.roles.contains(role.id),
      let key = person.key(named: statement.key)
    else { return false }
    return other.key(named: statement.key) == key
      && governance.revocations(of: statement.key).isEmpty
  }
}
