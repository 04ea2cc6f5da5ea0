import Documents
import Objects

/// All records, each examined by itself, and then beside those that it names: the first stratum of
/// `docs/formats.md`, section 5, and what follows from the approval of the root.
struct Examinations {
  private(set) var all: [Examination]
  /// Which of them has seen which.
  private(set) var graph: SeenGraph
  /// Every governance file that is here, by its digest.
  private let governances: [Digest: Governance]
  /// What nothing is wrong with but that it serves no version of the people and rules.
  private var withoutAuthority: Set<Int> = []

  init(_ records: [Record], root: Digest?, governances: [Digest: Governance], now: Instant) {
    self.governances = governances
    all = records.map { Examination($0, root: root, governances: governances, now: now) }
    graph = SeenGraph(all)
    for position in graph.seenFirst {
      contradictTime(at: position)
      matchWithdrawal(at: position)
    }
  }

  /// Every statement that holds, oldest first.
  var valid: [VerifiedStatement] { graph.oldestFirst(all.compactMap(\.verified)) }

  /// What documents are judged on.
  func basis(_ chain: Chain, service: [Digest: Set<Int>]) -> Basis {
    Basis(valid, graph, chain, service: service)
  }

  /// What the successor of a version of the people and rules is judged on: what was decided under it
  /// since it is in force; the first one, under itself. Of that, what is `included`.
  func basis(
    under governance: Governance, since: Instant?,
    including included: (VerifiedStatement) -> Bool = { _ in true }
  ) -> Basis {
    let decisions = all.compactMap(\.verified).filter { verified in
      verified.edition.document == .governance
        && verified.statement.governance == governance.digest
        && since.map { !verified.isDated(before: $0) } ?? true && included(verified)
    }
    return Basis(graph.oldestFirst(decisions), graph, .empty, service: [:])
  }

  /// Finds out what everybody had seen who decided under a version of the people and rules.
  mutating func trace(under governance: Governance) {
    graph.trace(
      from: all.indices.filter {
        all[$0].verified?.statement.governance == governance.digest
      })
  }

  /// Whether a governance file is that of the tip, or one that leads to it.
  func isOnTheWay(from digest: Digest, to tip: Digest?) -> Bool {
    var next = tip
    while let file = next {
      if file == digest { return true }
      next = governances[file]?.previous
    }
    return false
  }

  /// The statements that are to be reckoned with.
  func credible(in current: [Governance]) -> Set<Digest> {
    Set(all.lazy.filter { $0.isCredible(in: current) }.compactMap(\.id))
  }

  /// The decisions that are to be reckoned with, but cannot be judged here.
  func open(in current: [Governance]) -> [Examination] {
    all.filter { examination in
      examination.verified == nil && examination.isCredible(in: current)
        && !examination.issues.contains { $0.reason == .rootNotApproved }
    }
  }

  /// Whether something cannot be judged here, before it is asked who may decide.
  var hasOpen: Bool { all.contains { $0.mayHold && $0.verified == nil } }

  /// The texts of what is well-made, by people who stand in one of these versions of the people and rules.
  func texts(bySomebodyIn registries: [Governance]) -> [Edition] {
    all.compactMap { $0.words(bySomebodyIn: registries) == nil ? nil : $0.edition }
  }

  /// What somebody approved who is to be reckoned with, of kinds that this version does not know.
  func unknownKinds(in current: [Governance]) -> [DocumentOfUnknownKind] {
    all.filter { $0.statement?.name.decision == .approve && $0.isCredible(in: current) }
      .compactMap(\.ofUnknownKind)
  }

  /// Refuses what has no authority, and approvals of a second successor of one version.
  mutating func refuse(_ authority: Authority, late: Set<Digest>) {
    for position in all.indices {
      if let issue = authority.issues[position] {
        all[position].add(issue.reason, issue.message)
        withoutAuthority.insert(position)
      } else if let verified = all[position].verified, late.contains(verified.id) {
        all[position].add(
          .versionTaken,
          "Another version of the people and rules had come into force in the place of this one, and "
            + "\(verified.person.name) had seen that.")
      }
    }
  }

  /// While the first governance version is not approved, nothing else can be judged than what those
  /// decided on it whom it knows.
  mutating func suspend(allBut root: Digest?) {
    for position in all.indices {
      guard let statement = all[position].statement else { continue }
      if statement.name.document != .governance || statement.digest != root
        || statement.governance != root
      {
        all[position].add(
          .rootNotApproved, "The people and rules that it was made under are not approved yet.")
      }
    }
  }

  /// Refuses approvals of a second text under a version that their signer had seen approved, and
  /// withdrawals of what was refused so.
  mutating func refuseTakenVersions(
    _ chain: Chain, service: [Digest: Set<Int>], _ history: ChangeHistory
  ) throws {
    var taken = TakenVersions(basis(chain, service: service))
    let areThinkable = TakenVersions.areThinkable(valid)
    for position in graph.seenFirst {
      matchWithdrawal(at: position)
      guard areThinkable, let verified = all[position].verified else { continue }
      if try taken.isTaken(for: verified, history) {
        all[position].add(
          .versionTaken,
          "Another text had been approved as version \(verified.edition.version) before, and "
            + "\(verified.person.name) had seen that. The text needs a version of its own.")
        taken.exclude(verified)
      }
    }
  }

  /// Refuses what is dated before something that it has seen, with the grace for clocks.
  private mutating func contradictTime(at position: Int) {
    guard let verified = all[position].verified else { return }
    let latest = verified.statement.known.compactMap { known in
      graph.position(of: known).flatMap { all[$0].verified?.time }
    }.max()
    if let latest, verified.isDated(before: latest) {
      all[position].add(
        .timeContradicted,
        "It is dated \(verified.time), but knows a decision of \(latest): its date is wrong.")
    }
  }

  /// Refuses a withdrawal of anything but a decision of the same person on the same text.
  ///
  /// What is not here is missing; what may still turn out to hold may be withdrawn.
  private mutating func matchWithdrawal(at position: Int) {
    guard let statement = all[position].verified?.statement, let withdrawn = statement.withdraws,
      let place = graph.position(of: withdrawn), let named = all[place].statement
    else { return }
    let isAlike =
      (named.name.person, named.name.document, named.name.version, named.digest)
      == (statement.name.person, statement.name.document, statement.name.version, statement.digest)
    if !isAlike || named.name.decision == .withdraw {
      all[position].add(
        .withdrawsMismatch,
        "It withdraws something that is no decision of the same person on the same text.")
    } else if let issue = all[place].gravest, issue.reason.verdict > .indeterminate,
      !withoutAuthority.contains(place)
    {
      all[position].add(.withdrawsMismatch, "It withdraws a decision that does not hold.")
    }
  }
}

extension VerifiedStatement {
  /// Whether it claims an earlier time than that, beyond what clocks may be off.
  func isDated(before other: Instant) -> Bool {
    time.adding(seconds: Examination.grace) < other
  }
}
