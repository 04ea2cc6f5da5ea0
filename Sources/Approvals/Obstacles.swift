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
    let obstacles = doubts.reasons(for: document, replacing: edition?.replaces) + obstacles(to: document)
    for obstacle in obstacles { standing.add(obstacle) }
    try standing.findSuccessor(by: time, history: history)
    return standing
  }

  /// Why no document can be judged, or none but the people and rules.
  private func obstacles(to document: DocumentID) -> [String] {
    var reasons: [String] = []
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
