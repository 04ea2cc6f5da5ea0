import Objects

/// What is found of who wrote a text, on the way to those who approved it.
struct Authorship {
  /// Whether somebody who approved it counts as an author by an e-mail address only.
  private(set) var isClaimed = false
  /// The commits among its changes of which nobody can tell who made them.
  private(set) var unknown: Set<ObjectID> = []

  /// Whether a person who approved the text made one of the changes that led to it; keeps in mind what is
  /// uncertain about that.
  mutating func isAuthor(
    _ person: PersonID, of changes: [ChangeAuthors], by versions: [Governance]
  ) -> Bool {
    unknown.formUnion(changes.filter { $0.areUnknown(of: versions) }.map(\.commit))
    guard changes.contains(where: { $0.include(person, of: versions) }) else { return false }
    if !changes.contains(where: { $0.areProved(by: person, of: versions) }) { isClaimed = true }
    return true
  }
}
