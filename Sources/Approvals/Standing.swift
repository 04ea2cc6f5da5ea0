import Documents
import Objects

/// All versions of one document, judged from the lowest up: each may change the rule of the next.
struct Standing {
  private let ledger: Ledger
  /// Why nothing can be said of the document.
  private(set) var reasons: [String] = []
  /// The approved texts, lowest version first, those in conflict left out.
  private(set) var approved: [DocumentStatus.Approved] = []
  /// Versions of which two texts are approved.
  private(set) var conflicts: Set<Version> = []
  /// Every text approved, lowest version first, those in conflict too.
  private var texts: [Edition] = []

  init(of document: DocumentID, in ledger: Ledger, history: ChangeHistory) throws {
    self.ledger = ledger
    reasons = Self.obstacles(to: document, in: ledger)

    let approvals = ledger.statements.filter {
      $0.edition.document == document && $0.statement.name.decision == .approve
    }
    for (version, approvals) in Dictionary(grouping: approvals, by: \.edition.version)
      .sorted(by: { $0.key < $1.key })
    {
      var texts: [DocumentStatus.Approved] = []
      for (_, approvals) in Dictionary(grouping: approvals, by: \.edition.digest) {
        let edition = approvals[0].edition
        let judgement = try judge(edition, approvals: approvals, history: history)
        add(judgement.reasons)
        guard let met = judgement.met else { continue }
        texts.append(
          DocumentStatus.Approved(
            edition: edition, met: met, from: max(met, edition.effective?.start ?? met),
            approvals: approvals, reviews: [], openReview: [], openRetirement: []))
      }
      self.texts += texts.map(\.edition).sorted { $0.digest < $1.digest }
      if texts.count > 1 { conflicts.insert(version) } else { approved += texts }
    }
  }

  /// Says why nothing can be said of the document, each reason once.
  mutating func add(_ further: [String]) {
    reasons += further.filter { !reasons.contains($0) }
  }

  /// The highest approved version whose time has come.
  var inForce: DocumentStatus.Approved? { approved.last { $0.from <= ledger.time } }

  /// Judges one text by the rule for what it is, and by that for what the document was before: a
  /// document cannot pick a weaker rule for itself.
  func judge(_ edition: Edition, approvals: [VerifiedStatement], history: ChangeHistory) throws
    -> Judgement
  {
    guard let governance = ledger.governance else { return Judgement() }
    // Two where that version is in conflict.
    let highest = texts.last { $0.version < edition.version }?.version
    let before = texts.filter { $0.version == highest }
    let others = before.filter { ($0.kind, $0.level) != (edition.kind, edition.level) }
    let isMinor = highest?.major == edition.version.major
    var judgement = Judgement()
    judgement.governance = governance
    if isMinor && !others.isEmpty {
      judgement.obstacles.append("a new major version, since its kind or level changes")
    }

    var rules = [governance.rule(for: edition.document, kind: edition.kind, level: edition.level)]
    rules += others.map {
      governance.rule(for: edition.document, kind: $0.kind, level: $0.level)
    }
    judgement.rules = rules.compactMap { $0 }
    if judgement.rules.count < rules.count {
      judgement.obstacles.append("a rule in writ.yaml that fits this document")
    }
    if isMinor && judgement.rules.contains(where: { $0.minor != nil }) {
      judgement.reasons.append("This version of Writ cannot judge a rule for minor versions yet.")
    }
    if edition.replaces != nil {
      judgement.reasons.append(
        "This version of Writ cannot judge a document that replaces another.")
    }

    // The very first version of the people and rules has nobody before it who could be asked.
    let isFirstGovernance = edition.document == .governance && edition.version == Version(1, 0)
    judgement.separation = isFirstGovernance ? .allowed : governance.authorApproves
    judgement.ballots = try approvals.map { approval in
      let isAuthor =
        try judgement.separation != .allowed
        && isAuthor(approval.person, of: edition, at: approval.target, history)
      return Ballot(approval, isAuthor: isAuthor)
    }
    return judgement
  }

  /// Whether the person wrote the change that led to the text at this commit.
  func isAuthor(
    _ person: Person, of edition: Edition, at target: ObjectID, _ history: ChangeHistory
  ) throws -> Bool {
    guard let governance = ledger.governance else { return false }
    let others = Set(texts.map(\.digest)).subtracting([edition.digest])
    return try history(edition.document, target, others).contains {
      $0.include(person, of: governance)
    }
  }

  private static func obstacles(to document: DocumentID, in ledger: Ledger) -> [String] {
    var reasons: [String] = []
    let gone = ledger.missing.filter {
      $0.name.document == document || $0.name.document == .governance
    }
    if !gone.isEmpty {
      reasons.append(
        "A decision that somebody had seen is missing: \(gone.map(\.name.description).joined(separator: ", "))."
      )
    }
    if let successor = ledger.statements.first(where: { $0.edition.replaces == document }) {
      reasons.append(
        "\(successor.edition.title) is to replace it, which this version of Writ cannot judge.")
    }
    if ledger.unsupported.contains(document) {
      reasons.append("It has a decision that this version of Writ cannot judge.")
    }
    if document != .governance {
      if ledger.hasLostAll {
        reasons.append("This clone has no decisions: fetch the tags (git fetch --tags).")
      }
      if ledger.unsupported.contains(.governance) {
        reasons.append(
          "A further version of the people and rules is being decided, which this version of Writ "
            + "cannot follow.")
      }
    }
    return reasons
  }
}
