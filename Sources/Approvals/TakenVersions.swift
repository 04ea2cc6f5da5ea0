import Objects

/// Whether a version was another text's already, as far as a signer knew.
struct TakenVersions {
  private var basis: Basis
  /// The highest version that the signer of each approval asked about had seen approved, where a rule
  /// asks that.
  private var knownVersions: [Digest: Version] = [:]

  init(_ basis: Basis) { self.basis = basis }

  /// Whether two texts of one version were decided on at all.
  static func areThinkable(_ statements: [VerifiedStatement]) -> Bool {
    var texts: [DocumentID: [Version: Digest]] = [:]
    // Of the people and rules one version follows the other: the chain tells.
    return statements.contains { statement in
      let edition = statement.edition
      guard edition.document != .governance else { return false }
      let known = texts[edition.document]?[edition.version]
      texts[edition.document, default: [:]][edition.version] = edition.digest
      return known != nil && known != edition.digest
    }
  }

  /// Whether the signer of an approval had seen all that approves another text of the version; to be
  /// asked about each, what was seen before what saw it.
  mutating func isTaken(for statement: VerifiedStatement, _ history: ChangeHistory) throws -> Bool {
    let edition = statement.edition
    let known = basis.known(by: statement)
    func isOther(_ other: Edition) -> Bool {
      other.version == edition.version && other.digest != edition.digest
    }
    guard statement.statement.name.decision == .approve, edition.document != .governance else {
      return false
    }
    if ApprovedTexts.asksKnownVersions(of: edition.document, on: basis) {
      knownVersions[statement.id] = try ApprovedTexts.knownVersion(
        by: statement, on: basis, known: knownVersions, history)
    }
    guard known.decisions(on: edition.document).contains(where: { isOther($0.edition) }) else {
      return false
    }
    return try ApprovedTexts(
      of: edition.document, on: known, knownVersions: knownVersions, history: history
    ).approved.contains { isOther($0.edition) }
  }

  /// Takes out a statement that came too late: it takes no version itself.
  mutating func exclude(_ statement: VerifiedStatement) { basis.exclude(statement) }
}
