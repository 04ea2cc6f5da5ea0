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
    for obstacle in obstacles(to: document, replacing: edition?.replaces) {
      standing.add(obstacle)
    }
    try standing.findSuccessor(by: time, history: history)
    return standing
  }

  /// Whether something is missing, or cannot be judged here, without which nothing can be told of the document
  /// that has this text.
  public func isInDoubt(_ edition: Edition) -> Bool {
    !obstacles(to: edition.document, replacing: edition.replaces).isEmpty
  }

  /// What is in doubt, and why no document can be judged, or none but the people and rules.
  private func obstacles(to document: DocumentID, replacing replaced: DocumentID?) -> [String] {
    var reasons = doubts.reasons(for: document, replacing: replaced)
    for other in unknownKinds where other.replaces == document {
      reasons.append(
        "What is to replace it (\(other.id)) is of a kind that this version of Writ does not know.")
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
