/// Where a version of a document stands (`docs/formats.md`, section 7).
public enum DocumentState: String, Sendable {
  /// Nobody has decided on this text.
  case draft
  /// It was sent back, and that was not withdrawn.
  case rejected
  /// Some have approved it; others are missing.
  case partial
  /// It is approved, and its day is still to come.
  case approved
  /// It is approved, and the highest version whose time has come.
  case inForce = "in-force"
  /// It was approved, and a higher version is in force.
  case superseded
  /// It was approved, and taken out of force for good.
  case retired
  /// Two texts of this version are approved: neither is in force.
  case conflict
  /// The evidence that decides is not here, or cannot be judged.
  case indeterminate
}

/// What else is to be said of a document.
public enum DocumentFlag: String, Sendable, CaseIterable {
  /// HEAD's text differs from the approved one under the same version.
  case modified
  /// Decisions name it, but HEAD does not hold it any more.
  case removed
  /// It was approved, among others, by somebody who wrote it.
  case authorApproved = "author-approved"
  /// It is approved by people who had not seen that somebody sent it back, or withdrew an approval.
  case contested
  /// It was to be in force from a day before the one on which it was approved.
  case retroactive
  /// Somebody who approved it is taken for an author by an e-mail address only, which anybody may
  /// write.
  case authorshipClaimed = "authorship-claimed"
  /// Of a change of it nobody can tell who made it.
  case authorshipUnknown = "authorship-unknown"
  /// Somebody who approved it says that they did so before the text was changed for the last time.
  case datedBeforeText = "dated-before-text"
  /// It is in force, and its review was due before today.
  case reviewOverdue = "review-overdue"
  /// A higher version is approved than the one that HEAD holds.
  case notMerged = "not-merged"

  /// Whether it is about the very text, whichever file holds it; else about the files, or about what is in
  /// force.
  public var isAboutText: Bool {
    switch self {
    case .authorApproved, .contested, .retroactive, .authorshipClaimed, .authorshipUnknown,
      .datedBeforeText:
      true
    case .modified, .removed, .reviewOverdue, .notMerged: false
    }
  }
}
