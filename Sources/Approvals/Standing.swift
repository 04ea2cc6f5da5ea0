import Documents
import Objects

/// All versions of one document: what is approved, reviewed, retired and in force.
struct Standing {
  let document: DocumentID
  let texts: ApprovedTexts
  /// Why nothing can be said of the document.
  private(set) var reasons: [String] = []
  /// The approved versions, lowest first, those in conflict left out.
  private(set) var approved: [DocumentStatus.Approved] = []
  /// Versions of which two texts are approved.
  private(set) var conflicts: Set<Version> = []
  /// What retired versions, by what came first.
  private(set) var retirements: [DocumentStatus.Retirement] = []
  /// The document that took the place of this one.
  private(set) var successor: DocumentStatus.Successor?
  /// The decisions that weigh.
  private(set) var counting: Set<Digest> = []
  private let basis: Basis

  init(of document: DocumentID, on basis: Basis, history: ChangeHistory) throws {
    self.document = document
    self.basis = basis
    texts = try ApprovedTexts(of: document, on: basis, history: history)
    if texts.isUndecided {
      add("So many approvals of it were withdrawn that it cannot be told whether it is approved.")
    }
    for text in texts.judged { count(text) }
    let versions = Dictionary(grouping: texts.approved, by: \.edition.version)
    for (version, texts) in versions.sorted(by: { $0.key < $1.key }) {
      if texts.count > 1 { conflicts.insert(version) }
      for text in texts {
        guard let met = text.approval.met else { continue }
        let (approved, retirement) = judge(text, met)
        if texts.count == 1 { self.approved.append(approved) }
        if let retirement { retirements.append(retirement) }
      }
    }
    retirements.sort { ($0.since, $0.version) < ($1.since, $1.version) }
  }

  /// Those of the statements that weigh in where their documents stand.
  ///
  /// Who wrote what is asked only where something hangs on it. Where each decision on a document is an
  /// approval that counts whatever is approved, of several by one person the newest counts, in any case.
  static func counting(
    _ statements: [VerifiedStatement], on basis: Basis, history: ChangeHistory
  ) throws -> Set<Digest> {
    var counting: Set<Digest> = []
    for (document, decisions) in Dictionary(grouping: statements, by: \.edition.document) {
      if document != .governance, decisions.allSatisfy(basis.countsInAnyCase) {
        let texts = Dictionary(grouping: decisions, by: \.edition.digest).values
        counting.formUnion(texts.flatMap(\.newestOfEachPerson).map(\.id))
      } else {
        counting.formUnion(try Standing(of: document, on: basis, history: history).counting)
      }
    }
    return counting
  }

  /// Says why nothing can be said of the document, each reason once.
  mutating func add(_ reason: String) {
    if !reasons.contains(reason) { reasons.append(reason) }
  }

  /// The version in force: the highest one whose time has come.
  func inForce(at time: Instant) -> DocumentStatus.Approved? {
    guard let highest = highest(at: time), successor.map({ $0.since > time }) ?? true else {
      return nil
    }
    return highest
  }

  /// What had taken a version out of force by then.
  func retirement(of version: Version, by time: Instant) -> DocumentStatus.Retirement? {
    retirements.first { version <= $0.version && $0.since <= time }
  }

  /// Whether an approval is dated before the newest change of the text that it is about: clocks contradict
  /// each other, or somebody dated it back. What has no date that can be read tells nothing.
  func isDatedBeforeText(_ approval: VerifiedStatement, _ history: ChangeHistory) throws -> Bool {
    try texts.changes(of: approval.edition, at: approval.target, history).compactMap(\.time).max()
      .map(approval.isDated) ?? false
  }

  /// Finds out whether another document took the place of what else would be in force.
  mutating func findSuccessor(by time: Instant, history: ChangeHistory) throws {
    let others = basis.documents(replacing: document)
    guard !others.isEmpty else { return }
    let old = highest(at: time)
    for other in others.sorted() where other != document {
      let standing = try Standing(of: other, on: basis, history: history)
      if !standing.reasons.isEmpty { add("What is to replace it (\(other)) cannot be judged now.") }
      for new in standing.approved
      where new.edition.replaces == document && new.from <= time
        && standing.highest(at: new.from)?.edition.digest == new.edition.digest
        && (old.map { Self.isEarlier($0, new) } ?? true)
      {
        if successor.map({ new.from < $0.since }) ?? true {
          successor = DocumentStatus.Successor(edition: new.edition, since: new.from)
        }
      }
    }
  }

  /// What would be in force if no other document had taken its place.
  private func highest(at time: Instant) -> DocumentStatus.Approved? {
    approved.last { version in
      version.from <= time && retirement(of: version.edition.version, by: time) == nil
    }
  }

  /// Whether the first was in force before the second: of two on the same day, what was approved
  /// first.
  private static func isEarlier(_ a: DocumentStatus.Approved, _ b: DocumentStatus.Approved) -> Bool
  {
    (a.from, a.met, a.edition.digest) < (b.from, b.met, b.edition.digest)
  }

  private mutating func judge(_ text: TextJudgement, _ met: Instant) -> (
    DocumentStatus.Approved, DocumentStatus.Retirement?
  ) {
    let reviews = Reviews(of: text)
    counting.formUnion(reviews.completed.flatMap { $0.statements.map(\.id) })
    counting.formUnion(reviews.openStatements.map(\.id))

    let wishes = text.decisions.of(.retire)
    let judgement = text.judgement(for: .retire, wishes)
    if judgement.count.isUndecided {
      add("So many decisions on it were withdrawn that it cannot be told whether it is retired.")
    }
    let filling = Set(judgement.met == nil ? [] : judgement.count.filling.compactMap(\.id))
    let standing = text.decisions.counting(wishes, by: judgement.roles)
    let retiring = wishes.filter { wish in
      filling.contains(wish.id) || standing.contains { $0.id == wish.id }
    }
    counting.formUnion(retiring.map(\.id))
    let approved = DocumentStatus.Approved(
      edition: text.edition, met: met, from: max(met, text.edition.effective?.start ?? met),
      approvals: text.approvals, reviews: reviews.completed, openReview: reviews.openStatements,
      openRetirement: judgement.met == nil ? retiring : [])
    let retirement = judgement.met.map { since in
      DocumentStatus.Retirement(
        version: text.edition.version, since: max(met, since), statements: retiring)
    }
    return (approved, retirement)
  }

  /// Approvals, rejections and withdrawals that weigh; the others weigh on approved texts only.
  private mutating func count(_ text: TextJudgement) {
    counting.formUnion(text.approvals.map(\.id))
    counting.formUnion(text.objections.map(\.id))
    // Of several that withdraw the same, the newest.
    let withdrawals = Dictionary(
      text.decisions.of(.withdraw).map { ($0.statement.withdraws, $0.id) },
      uniquingKeysWith: { _, newer in newer })
    counting.formUnion(withdrawals.values)
  }
}
