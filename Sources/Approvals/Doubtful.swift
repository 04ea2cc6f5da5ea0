public import Objects

extension Ledger {
  /// A text of which decisions do not count, since somebody else may have had the key.
  public struct Doubtful: Sendable {
    /// The text.
    public let edition: Edition
    /// Those decisions, in the order of their refs.
    public let decisions: [Entry]
    /// What the text lacks without them to be approved, a line for each place; nothing where it is
    /// approved all the same.
    public let missing: [String]
    /// The highest approved version above it, which takes its place.
    public let higher: Version?
  }

  /// What must be decided again, or stands all the same, since keys were marked as compromised; by
  /// document and version.
  public func doubtful(history: ChangeHistory) throws -> [Doubtful] {
    let dropped = entries.filter { entry in
      entry.issue.map { [.keyCompromised, .timeNotProven].contains($0.reason) } ?? false
    }
    return try Dictionary(grouping: dropped, by: \.edition?.digest).values.compactMap { entries in
      guard let edition = entries.first?.edition else { return nil }
      let standing = try standing(of: edition.document, history: history)
      return Doubtful(
        edition: edition, decisions: entries,
        missing: try standing.texts.judgement(of: edition, history).approval.missing,
        higher: standing.approved.last.map(\.edition.version).flatMap {
          $0 > edition.version ? $0 : nil
        })
    }.sorted { a, b in
      (a.edition.document, a.edition.version, a.edition.digest)
        < (b.edition.document, b.edition.version, b.edition.digest)
    }
  }
}
