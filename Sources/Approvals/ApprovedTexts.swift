import Documents
import Objects

/// Which texts of a document are approved, judged from the lowest version up: each may change the
/// rule of the next.
struct ApprovedTexts {
  private let document: DocumentID
  private let basis: Basis
  /// Whether the rule of the document that a text replaces must be met too.
  private let asksReplaced: Bool
  /// The highest version that each approval had seen approved, where a rule asks that.
  private let knownVersions: [Digest: Version]
  private let decisions: [Digest: [VerifiedStatement]]
  /// Every text decided on, lowest version first.
  private(set) var judged: [TextJudgement] = []
  /// Those of them that are approved.
  private(set) var approved: [TextJudgement] = []
  private var approvedDigests: Set<Digest> = []

  init(
    of document: DocumentID, on basis: Basis, asksReplaced: Bool = true,
    knownVersions: [Digest: Version]? = nil, history: ChangeHistory
  ) throws {
    self.document = document
    self.basis = basis
    self.asksReplaced = asksReplaced
    if document == .governance {
      self.knownVersions = [:]
      decisions = [:]
      let valid = basis.decisions(on: .governance)
      // The chain asks less of a decision than that it holds.
      let ids = Set(valid.map(\.id))
      judged = basis.chain.judged.map { $0.keeping(ids) }
      approved = basis.chain.approved.map { $0.keeping(ids) }
      // Texts beside the chain too, since somebody decided on them.
      for decision in valid
      where !judged.contains(where: { $0.edition.digest == decision.edition.digest }) {
        judged.append(try basis.chain.judgement(of: decision.edition, on: basis, history))
      }
      return
    }
    self.knownVersions =
      try knownVersions ?? Self.knownVersions(of: document, on: basis, history)
    decisions = Dictionary(grouping: basis.decisions(on: document), by: \.edition.digest)
    let editions = decisions.values.compactMap(\.first?.edition).sorted { a, b in
      (a.version, a.digest) < (b.version, b.digest)
    }
    for edition in editions {
      let text = try judge(edition, history)
      judged.append(text)
      if text.approval.met != nil {
        approved.append(text)
        approvedDigests.insert(edition.digest)
      }
    }
  }

  /// The versions of which a text is approved.
  var approvedVersions: Set<Version> { Set(approved.map(\.edition.version)) }

  /// Whether it cannot be told for one of the texts.
  var isUndecided: Bool { judged.contains(where: \.isUndecided) }

  /// What is to be said of a text, decided on or not.
  func judgement(of edition: Edition, _ history: ChangeHistory) throws -> TextJudgement {
    try judged.first { $0.edition.digest == edition.digest } ?? judge(edition, history)
  }

  /// A decision that somebody could make now.
  func ballot(
    of person: Person, in role: RoleID, at time: Instant, on edition: Edition, isAuthor: Bool
  ) -> Ballot {
    Ballot(
      person: person.id, role: role, time: time, order: .max, isAuthor: isAuthor,
      isAppointee: basis.chain.newest.map { edition.appoints(person.id, after: $0) } ?? false,
      isForMinor: approved.last?.edition.version.major == edition.version.major)
  }

  /// Whether the person wrote the change that led to the text at this commit.
  func isAuthor(
    _ person: Person, of edition: Edition, at target: ObjectID, _ history: ChangeHistory
  ) throws -> Bool {
    try changes(of: edition, at: target, history).contains {
      $0.include(person.id, of: basis.chain.versions)
    }
  }

  /// The changes that led to a text at this commit, since the approved texts of lower versions.
  func changes(of edition: Edition, at target: ObjectID, _ history: ChangeHistory) throws
    -> [ChangeAuthors]
  {
    if document == .governance {
      return try history(edition, target, Set(basis.chain.versions.map(\.digest)))
    }
    let before = lower(than: edition.version)
    let isAll = before.endIndex == approved.endIndex
    return try history(
      edition, target, isAll ? approvedDigests : Set(before.map(\.edition.digest)))
  }

  /// The approved texts of lower versions, lowest first.
  private func lower(than version: Version) -> ArraySlice<TextJudgement> {
    var lower = approved[...]
    while let last = lower.last, last.edition.version >= version { lower.removeLast() }
    return lower
  }

  private func judge(_ edition: Edition, _ history: ChangeHistory) throws -> TextJudgement {
    if document == .governance { return try basis.chain.judgement(of: edition, on: basis, history) }
    let decisions = TextDecisions(self.decisions[edition.digest] ?? [], on: basis)
    let places = basis.chain.links.indices
    // Where no decision serves a version, nothing is approved by it.
    let turns = try places.filter { place in
      place == places.last || decisions.areServing(place)
    }.map { try turn($0, edition, decisions, history) }
    return TextJudgement(edition, turns, decisions)
  }

  /// What a version of the people and rules says of a text.
  private func turn(
    _ place: Int, _ edition: Edition, _ decisions: TextDecisions, _ history: ChangeHistory
  ) throws -> TextJudgement.Turn {
    let link = basis.chain.links[place]
    let governance = link.governance
    var (rules, ways, obstacles) = self.rules(for: edition, governance)
    let (replaced, obstacle) = try ruleOfReplaced(edition, governance, history)
    ways += replaced.map { [[Way(places: $0.places(for: .require))]] } ?? []
    obstacles += obstacle.map { [$0] } ?? []

    let separations = Separations(authors: governance.authorApproves)
    let (ballots, authorship) = try self.ballots(
      decisions, serving: place, on: edition, unlessRejectedBy: ways.roles,
      asksAuthors: separations.authors != .allowed, history)
    let judgement = Judgement(
      ways.distinct, separations: separations, obstacles: obstacles,
      // By rules that were not in force yet nothing was approved.
      ballots: ballots.map { $0.counting(from: link.since) }, governance: governance)
    return TextJudgement.Turn(
      place: place, link: link, rules: rules, judgement: judgement,
      authorship: authorship)
  }

  /// The rule for what a text is, and that for what the document was before: a document cannot pick
  /// a weaker rule for itself.
  private func rules(for edition: Edition, _ governance: Governance) -> (
    [ApprovalRule], ways: [[Way]], obstacles: [String]
  ) {
    let lower = lower(than: edition.version)
    let highest = lower.last?.edition.version
    // Two where that version is in conflict.
    let others = lower.reversed().prefix { $0.edition.version == highest }.map(\.edition).filter {
      ($0.kind, $0.level) != (edition.kind, edition.level)
    }
    let isMinor = highest?.major == edition.version.major
    var obstacles: [String] = []
    if isMinor && !others.isEmpty {
      obstacles.append("a new major version, since its kind or level changes")
    }
    let selected = ([edition] + others).map {
      governance.rule(for: edition.document, kind: $0.kind, level: $0.level)
    }
    let rules = selected.compactMap { $0 }
    if rules.count < selected.count {
      obstacles.append("a rule in writ.yaml that fits this document")
    }
    let ways = rules.map { rule in
      [Way(places: rule.places(for: .require))]
        + (isMinor && rule.minor != nil
          ? [Way(places: rule.places(for: .minor), isForMinor: true)] : [])
    }
    return (rules, ways, obstacles)
  }

  /// The rule for the document that the text takes the place of, by what that was approved as last.
  private func ruleOfReplaced(
    _ edition: Edition, _ governance: Governance, _ history: ChangeHistory
  ) throws -> (ApprovalRule?, obstacle: String?) {
    guard let replaced = edition.replaces else { return (nil, nil) }
    if replaced == document {
      return (nil, "another entry under replaces, since a document cannot replace itself")
    }
    guard asksReplaced else { return (nil, nil) }
    // What that replaces in turn is not asked: documents may replace each other in a circle.
    let last =
      try ApprovedTexts(
        of: replaced, on: basis, asksReplaced: false, history: history
      ).approved.last?.edition ?? edition
    guard let rule = governance.rule(for: replaced, kind: last.kind, level: last.level) else {
      return (nil, "a rule in writ.yaml that fits the document that it replaces (\(replaced))")
    }
    return (rule, nil)
  }

  private func ballots(
    _ decisions: TextDecisions, serving place: Int, on edition: Edition,
    unlessRejectedBy roles: Set<RoleID>, asksAuthors: Bool, _ history: ChangeHistory
  ) throws -> ([Ballot], Authorship) {
    let approvals = Dictionary(
      decisions.of(.approve).map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let versions = basis.chain.versions
    var authors: [ObjectID: [ChangeAuthors]] = [:]
    var authorship = Authorship()
    let serving = decisions.approvals(unlessRejectedBy: roles).filter {
      decisions.serves($0, place)
    }
    let ballots = try serving.map { ballot in
      var ballot = ballot
      guard let approval = ballot.id.flatMap({ approvals[$0] }) else { return ballot }
      ballot.isForMinor = knownVersions[approval.id]?.major == edition.version.major
      if asksAuthors {
        let changes =
          try authors[approval.target]
          ?? self.changes(of: edition, at: approval.target, history)
        authors[approval.target] = changes
        ballot.isAuthor = authorship.isAuthor(approval.person.id, of: changes, by: versions)
      }
      return ballot
    }
    return (ballots, authorship)
  }

  /// Whether a rule asks which version the signers of approvals of this document had seen approved.
  static func asksKnownVersions(of document: DocumentID, on basis: Basis) -> Bool {
    basis.chain.versions.contains { governance in
      governance.rules.contains { $0.minor != nil && ($0.document ?? document) == document }
    }
  }

  /// The highest version of the document that the signer of an approval had seen approved; that of
  /// each approval seen is `known`.
  static func knownVersion(
    by approval: VerifiedStatement, on basis: Basis, known: [Digest: Version],
    _ history: ChangeHistory
  ) throws -> Version? {
    try ApprovedTexts(
      of: approval.edition.document, on: basis.known(by: approval), asksReplaced: false,
      knownVersions: known, history: history
    ).approved.last?.edition.version
  }

  /// The highest version of the document that each approval's signer had seen approved.
  private static func knownVersions(
    of document: DocumentID, on basis: Basis, _ history: ChangeHistory
  ) throws -> [Digest: Version] {
    guard asksKnownVersions(of: document, on: basis) else { return [:] }
    var known: [Digest: Version] = [:]
    let approvals = basis.decisions(on: document).filter {
      $0.statement.name.decision == .approve
    }
    // What an approval had seen is judged before the approval itself.
    for approval in basis.seenFirst(approvals) {
      known[approval.id] = try knownVersion(by: approval, on: basis, known: known, history)
    }
    return known
  }
}
