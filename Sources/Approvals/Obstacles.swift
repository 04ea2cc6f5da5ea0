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
    if document == .governance, let edition, edition.version != Version(1, 0) {
      standing.add("This version of Writ cannot follow a second version of the people and rules.")
    }
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
    let gone = missing.filter { !$0.documents.isDisjoint(with: related.union([.governance])) }
    if !gone.isEmpty {
      let names = gone.map { $0.name?.description ?? "a decision that was withdrawn" }
      reasons.append(
        "A decision that somebody had seen is missing: \(names.joined(separator: ", ")).")
    }
    if !unsupported.isDisjoint(with: related.subtracting([.governance])) {
      reasons.append("It has a decision that this version of Writ cannot judge.")
    }
    if document == .governance, unsupported.contains(.governance) {
      reasons.append("It has a decision that this version of Writ cannot judge.")
    }
    if document != .governance {
      if hasLostAll {
        reasons.append("This clone has no decisions: fetch the tags (git fetch --tags).")
      }
      if unsupported.contains(.governance) {
        reasons.append(
          "A further version of the people and rules is being decided, which this version of Writ "
            + "cannot follow.")
      }
    }
    return reasons
  }
}
