import Documents
import Objects

extension Ledger {
  /// Where a document stands, with all that keeps that from being told.
  ///
  /// `edition` is the text in HEAD, which may be to replace another document.
  func standing(of document: DocumentID, holding edition: Edition? = nil, history: ChangeHistory)
    throws -> Standing
  {
    var standing = try Standing(of: document, on: basis, history: history)
    var related = basis.documents(replacing: document).union([document])
    related.formUnion(basis.decisions(on: document).compactMap(\.edition.replaces))
    if let replaced = edition?.replaces { related.insert(replaced) }
    for obstacle in obstacles(to: document, related) { standing.add(obstacle) }
    try standing.findSuccessor(by: time, history: history)
    return standing
  }

  /// What is not here or cannot be judged, of the document itself, of those that it replaces or is
  /// replaced by, and of the people and rules.
  private func obstacles(to document: DocumentID, _ related: Set<DocumentID>) -> [String] {
    var reasons: [String] = []
    if let gone = gone(related) {
      reasons.append("A decision that somebody had seen is missing: \(gone).")
    }
    if !open.isDisjoint(with: related) {
      reasons.append("It has a decision that cannot be judged here.")
    } else if open.contains(.governance) {
      reasons.append("There is a decision on the people and rules that cannot be judged here.")
    }
    if document != .governance, hasLostAll {
      reasons.append("This clone has no decisions: fetch the tags (writ pull).")
    }
    if isBroken {
      reasons.append(
        "Which version of the people and rules is in force cannot be told: writ verify")
    }
    return reasons
  }
}

extension Ledger {
  /// The names of what is missing without which one of these documents cannot be judged; `nil` where
  /// nothing is.
  private func gone(_ related: Set<DocumentID>) -> String? {
    guard !missing.isEmpty else { return nil }
    let names = missing.filter { $0.concerns(related, namedBy: credible) }.map {
      $0.name?.description ?? "one of which the name is not known"
    }
    return names.isEmpty ? nil : Set(names).sorted().joined(separator: ", ")
  }
}

extension Ledger.Missing {
  /// Whether one of these documents cannot be judged without it: those who name it are believed
  /// where they may decide, or may turn out to.
  fileprivate func concerns(_ related: Set<DocumentID>, namedBy credible: Set<Digest>) -> Bool {
    let concerned = related.union([.governance])
    let isNamed = documents.contains { namer, document in
      credible.contains(namer) && concerned.contains(document)
    }
    let isRemembered = isRemembered && name.map { concerned.contains($0.document) } ?? true
    // What nobody but a version of the people and rules names may have been about anything.
    return isNamed || isRemembered || !closedBy.isEmpty && documents.isEmpty && name == nil
  }
}
