import Documents
import Objects

/// The versions of the people and rules that came into force one after the other, each judged under
/// the one before: the second stratum of `docs/formats.md`, section 5.
struct Chain: Sendable {
  /// Oldest first.
  private(set) var links: [Ledger.Link] = []
  /// What is to be said of each text of the people and rules that was decided on.
  private(set) var judged: [TextJudgement] = []
  /// Those of them in force, oldest first.
  private(set) var approved: [TextJudgement] = []
  /// Successors of one version that were all approved, where the chain ends before them.
  private(set) var fork: [Governance] = []
  /// Approved successors that the chain does not go through, since the tip is known.
  private(set) var rivals: [Governance] = []
  /// Versions on the way that somebody approved who may, each after the newest one or another of them:
  /// perhaps in force, if approvals were deleted.
  private(set) var prospects: [Governance] = []
  /// Approvals of a successor by somebody who had seen another one approved.
  private(set) var late: Set<Digest> = []

  /// Without any version in force.
  static let empty = Chain()

  private init() {}

  /// The versions, oldest first.
  var versions: [Governance] { links.map(\.governance) }

  /// The version in force.
  var newest: Governance? { links.last?.governance }

  /// The versions that are approved: those in force, and those beside them.
  var closing: [Governance] { versions + rivals + fork }

  /// Who is to be reckoned with: the version in force, and those on the way.
  var current: [Governance] { (newest.map { [$0] } ?? []) + prospects }

  /// Begins at the root, and goes on as long as there is one successor: of several, the one on the
  /// way to the tip.
  init(
    from root: Governance, to tip: Digest?, in examinations: inout Examinations,
    _ history: ChangeHistory
  ) throws {
    guard root.version == Version(1, 0), root.previous == nil else { return }
    examinations.trace(under: root)
    var next = try Self.judge(
      Edition(root), under: root, [], on: examinations.basis(under: root, since: nil), history)
    judged.append(next)
    while let link = Ledger.Link(next) {
      links.append(link)
      approved.append(next)
      examinations.trace(under: link.governance)
      let successors = try successors(of: link, in: examinations, history)
      judged += successors
      let inForce = successors.filter { $0.approval.met != nil }
      let chosen =
        inForce.count == 1
        ? inForce.first
        : inForce.first { examinations.isOnTheWay(from: $0.edition.digest, to: tip) }
      guard let chosen else {
        fork = inForce.compactMap(\.edition.governance)
        break
      }
      rivals += inForce.compactMap(\.edition.governance).filter {
        $0.digest != chosen.edition.digest
      }
      next = chosen
    }
    if let newest { prospects = Self.prospects(after: newest, in: examinations) }
  }

  /// What people in office approved as the version after theirs, and what people of that did.
  private static func prospects(after newest: Governance, in examinations: Examinations)
    -> [Governance]
  {
    var found: [Governance] = []
    var open = [newest]
    while let last = open.popLast() {
      let approved = examinations.all.compactMap(\.verified).filter {
        $0.statement.governance == last.digest && $0.statement.name.decision == .approve
      }.compactMap(\.edition.governance)
      for text in approved
      where text.previous == last.digest && !found.contains(where: { $0.digest == text.digest }) {
        found.append(text)
        open.append(text)
      }
    }
    return found
  }

  /// What is to be said of a text of the people and rules, decided on or not.
  func judgement(of edition: Edition, on basis: Basis, _ history: ChangeHistory) throws
    -> TextJudgement
  {
    if let known = judged.first(where: { $0.edition.digest == edition.digest }) { return known }
    let before = versions.firstIndex { $0.digest == edition.governance?.previous }
    let known = before.map { Array(versions[...$0]) } ?? versions
    if known.isEmpty, let first = edition.governance, first.version == Version(1, 0) {
      return try Self.judge(edition, under: first, [], on: basis, history)
    }
    return try Self.judge(edition, under: known.last, known, on: basis, history)
  }

  /// What is to be said of each text that names this version as the one before it.
  private mutating func successors(
    of link: Ledger.Link, in examinations: Examinations, _ history: ChangeHistory
  ) throws -> [TextJudgement] {
    let last = link.governance
    var basis = examinations.basis(under: last, since: link.since)
    let texts = Dictionary(
      grouping: basis.decisions(on: .governance).filter {
        $0.edition.governance?.previous == last.digest
      }, by: \.edition.digest
    ).compactMap(\.value.first?.edition).sorted {
      ($0.version, $0.digest) < ($1.version, $1.digest)
    }
    let versions = versions
    func judge(_ edition: Edition, _ basis: Basis) throws -> TextJudgement {
      try Self.judge(edition, under: last, versions, on: basis, history)
    }
    let judged = try texts.map { try judge($0, basis) }
    // What somebody had seen approved is approved: the others need not be judged by what each knew.
    let thinkable = judged.filter { $0.approval.met != nil || $0.isUndecided }.map(\.edition)
    guard texts.count > 1, !thinkable.isEmpty else { return judged }
    var excluded: Set<Digest> = []
    for approval in basis.seenFirst(basis.decisions(on: .governance)) {
      guard approval.statement.name.decision == .approve else { continue }
      let known = basis.known(by: approval)
      let isLate = try thinkable.contains { other in
        try other.digest != approval.edition.digest && judge(other, known).approval.met != nil
      }
      guard isLate else { continue }
      excluded.insert(approval.id)
      basis.exclude(approval)
    }
    let result = try excluded.isEmpty ? judged : texts.map { try judge($0, basis) }
    late.formUnion(excluded)
    return result
  }

  /// What the version before a text says of it; the first one is judged under itself.
  static func judge(
    _ edition: Edition, under last: Governance?, _ versions: [Governance], on basis: Basis,
    _ history: ChangeHistory
  ) throws -> TextJudgement {
    // What was decided under another version has no say in what follows this one.
    let decisions = TextDecisions(
      basis.decisions(on: .governance).filter {
        $0.edition.digest == edition.digest && $0.statement.governance == last?.digest
      }, on: basis,
      bringing: edition.digest == last?.digest ? nil : edition.governance)
    guard let last, let text = edition.governance else {
      return TextJudgement(
        edition, Judgement([], governance: nil), decisions, Authorship())
    }
    var obstacles = text.refusals(following: versions).map { "another text: \($0.message)" }
    let rule = last.rule(for: .governance, kind: .governance, level: nil)
    if rule == nil { obstacles.append("a rule in writ.yaml that fits the people and rules") }
    // The very first version has nobody before it who could be asked, nor keys that were lost.
    let isFirst = text.digest == last.digest
    let isMinor = last.version.major == text.version.major && !isFirst
    let ways: [[Way]] = rule.map { [$0.ways(isFirst: isFirst, isMinor: isMinor)] } ?? []
    let separations =
      isFirst
      ? .none : Separations(authors: last.authorApproves, appointees: last.selfAppointment)

    let approvals = Dictionary(
      decisions.of(.approve).map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    var authorship = Authorship()
    let ballots = try decisions.approvals(unlessRejectedBy: ways.roles).map { ballot in
      var ballot = ballot
      ballot.isForMinor = isMinor
      ballot.isAppointee = edition.appoints(ballot.person, after: last)
      guard let approval = ballot.id.flatMap({ approvals[$0] }), separations.authors != .allowed
      else { return ballot }
      let changes = try history(edition, approval.target, Set(versions.map(\.digest)))
      ballot.isAuthor = authorship.isAuthor(ballot.person, of: changes, by: versions)
      return ballot
    }
    let approval = Judgement(
      ways, separations: separations, obstacles: obstacles, ballots: ballots, governance: last)
    return TextJudgement(edition, approval, decisions, authorship)
  }
}

extension ApprovalRule {
  /// The ways in which a version of the people and rules may come into force.
  fileprivate func ways(isFirst: Bool, isMinor: Bool) -> [Way] {
    var ways = [Way(places: places(for: .require))]
    if isMinor, minor != nil { ways.append(Way(places: places(for: .minor), isForMinor: true)) }
    if !isFirst, recover != nil { ways.append(Way(places: places(for: .recover))) }
    return ways
  }
}

extension Ledger.Link {
  /// The version that a text is, if it is approved.
  fileprivate init?(_ text: TextJudgement) {
    guard let governance = text.edition.governance, let since = text.approval.met else {
      return nil
    }
    let filling = Set(text.approval.count.filling.compactMap(\.id))
    self.init(
      governance: governance, since: since,
      approvals: text.decisions.of(.approve).filter { filling.contains($0.id) })
  }
}
