import Objects

/// One person's decision on a text, as far as counting needs it.
struct Ballot: Sendable {
  let person: PersonID
  let role: RoleID
  /// From when it counts: when it was made or, if later, when the rejections that its signer had
  /// seen were withdrawn.
  private(set) var time: Instant
  /// Its place in the order of all decisions, which breaks ties between times.
  let order: Int
  /// Its identity; `nil` while it is not cast yet.
  var id: Digest?
  /// Whether the person wrote the change themselves.
  var isAuthor = false
  /// Whether the person gains a role by the change.
  var isAppointee = false
  /// Whether it may fill a place that is asked for minor versions.
  var isForMinor = false
  /// Whether its signer withdrew it.
  var isWithdrawn = false
  /// The ballots whose signers had seen that this one was withdrawn.
  var seenWithdrawnBy: Set<Digest> = []

  /// Whether both may count together: neither signer had seen that the other withdrew.
  func isCompatible(with other: Ballot) -> Bool {
    !isKnownWithdrawn(to: other) && !other.isKnownWithdrawn(to: self)
  }

  private func isKnownWithdrawn(to other: Ballot) -> Bool {
    // Whoever decides now has seen all that there is.
    isWithdrawn && (other.id.map(seenWithdrawnBy.contains) ?? true)
  }

  /// Whether both serve for the same, so that nobody needs the two together.
  func isAlike(_ other: Ballot) -> Bool {
    (person, role) == (other.person, other.role)
      && (isAuthor, isAppointee, isForMinor) == (
        other.isAuthor, other.isAppointee, other.isForMinor
      )
  }

  /// The same, but not counting before that time.
  func counting(from time: Instant?) -> Ballot {
    var ballot = self
    ballot.time = max(ballot.time, time ?? ballot.time)
    return ballot
  }

  /// In the order in which they count.
  static func isEarlier(_ a: Ballot, _ b: Ballot) -> Bool { (a.time, a.order) < (b.time, b.order) }
}
