public import Objects

extension Ledger {
  /// The status of the document that HEAD holds as `edition`.
  ///
  /// `history` is asked only where it matters who wrote the change.
  public func status(of edition: Edition, history: ChangeHistory) throws -> DocumentStatus {
    let standing = try standing(of: edition.document, holding: edition, history: history)
    let text = try standing.texts.judgement(of: edition, history)
    let state = state(of: text, standing)
    let isOpen = state == .draft || state == .partial
    return DocumentStatus(
      edition: edition, state: state, reasons: standing.reasons,
      flags: try flags(of: text, state, standing, history),
      approvals: text.approvals,
      objections: text.objections, missing: isOpen ? text.approval.missing : [],
      inForce: standing.reasons.isEmpty ? standing.inForce(at: time) : nil,
      approved: standing.approved,
      retirement: text.approval.met == nil
        ? nil : standing.retirement(of: edition.version, by: time),
      successor: standing.successor, retirements: standing.retirements,
      unknownAuthors: text.authorship.unknown.sorted())
  }

  func state(of text: TextJudgement, _ standing: Standing) -> DocumentState {
    let edition = text.edition
    if !standing.reasons.isEmpty { return .indeterminate }
    let isRetired = standing.retirement(of: edition.version, by: time) != nil
    if text.approval.met != nil && isRetired { return .retired }
    if standing.conflicts.contains(edition.version) && !isRetired { return .conflict }
    guard let approved = standing.approved.first(where: { $0.edition.digest == edition.digest })
    else {
      // Approved beside the version of the people and rules that went on.
      if text.approval.met != nil { return .conflict }
      return !text.objections.isEmpty ? .rejected : text.approvals.isEmpty ? .draft : .partial
    }
    if standing.inForce(at: time)?.edition.digest == edition.digest { return .inForce }
    return approved.from > time ? .approved : .superseded
  }

  private func flags(
    of text: TextJudgement, _ state: DocumentState, _ standing: Standing, _ history: ChangeHistory
  ) throws -> [DocumentFlag] {
    let edition = text.edition
    var flags: [DocumentFlag] = []
    if standing.approved.contains(where: {
      $0.edition.version == edition.version && $0.edition.digest != edition.digest
    }) {
      flags.append(.modified)
    }
    if standing.approved.contains(where: { approved in
      approved.edition.version > edition.version
        && standing.retirement(of: approved.edition.version, by: time) == nil
    }) {
      flags.append(.notMerged)
    }
    if text.approval.count.filling.contains(where: \.isAuthor) { flags.append(.authorApproved) }
    if text.authorship.isClaimed { flags.append(.authorshipClaimed) }
    if !text.authorship.unknown.isEmpty { flags.append(.authorshipUnknown) }
    if try text.approvals.contains(where: { try standing.isDatedBeforeText($0, history) }) {
      flags.append(.datedBeforeText)
    }
    if text.isContested { flags.append(.contested) }
    if let met = text.approval.met, let effective = edition.effective, effective < met.day {
      flags.append(.retroactive)
    }
    if standing.reasons.isEmpty, standing.inForce(at: time)?.overdueReview(on: time.day) != nil {
      flags.append(.reviewOverdue)
    }
    return flags
  }

  /// The approvals that hold, and are dated before the newest change of the text that they are about.
  public func datedBeforeText(history: ChangeHistory) throws -> Set<Digest> {
    let approvals = valid.filter { $0.statement.name.decision == .approve }
    var found: Set<Digest> = []
    for (document, approvals) in Dictionary(grouping: approvals, by: \.edition.document) {
      let standing = try Standing(of: document, on: basis, history: history)
      found.formUnion(
        try approvals.filter { try standing.isDatedBeforeText($0, history) }.map(\.id))
    }
    return found
  }

  /// The documents that decisions which hold are about.
  public var documents: Set<DocumentID> { Set(valid.map(\.edition.document)) }

  /// Whether a statement that holds serves the newest version of the people and rules: by that it helps where
  /// others are missing. Before the first one is approved all do.
  public func servesNewest(_ statement: VerifiedStatement) -> Bool {
    basis.chain.links.indices.last.map { basis.serves(statement.id, $0) } ?? true
  }

  /// The approved versions of a document, whatever HEAD holds, and the one in force.
  ///
  /// Where that cannot be told, `reasons` says why, and nothing is given.
  public func approvedVersions(of document: DocumentID, history: ChangeHistory) throws
    -> (all: [DocumentStatus.Approved], inForce: DocumentStatus.Approved?, reasons: [String])
  {
    let standing = try standing(of: document, history: history)
    guard standing.reasons.isEmpty else { return ([], nil, standing.reasons) }
    return (standing.approved, standing.inForce(at: time), [])
  }

  /// What a decision on the document made now has seen: every statement that no other has seen,
  /// and every other one on the document.
  public func seen(deciding document: DocumentID) -> [Statement.Seen] {
    let leaves = Set(leaves.map(\.id))
    return valid.filter { leaves.contains($0.id) || $0.edition.document == document }
      .map { Statement.Seen(statement: $0.id, name: $0.statement.name) }
  }

  /// The leaves of the ledger: what no other statement that holds has seen, oldest first.
  public var leaves: [VerifiedStatement] {
    let known = Set(valid.flatMap(\.statement.known))
    return valid.filter { !known.contains($0.id) }
  }
}
