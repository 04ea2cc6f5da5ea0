import Documents
public import Objects

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
public enum DocumentFlag: String, Sendable {
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
  /// Who wrote it is known by e-mail addresses only, which anybody may write.
  case authorshipClaimed = "authorship-claimed"
  /// It is in force, and its review was due before today.
  case reviewOverdue = "review-overdue"
  /// A higher version is approved than the one that HEAD holds.
  case notMerged = "not-merged"
}

/// One document as of some time: the state of HEAD's text, and what is in force.
public struct DocumentStatus: Sendable {
  /// A version that is approved.
  public struct Approved: Sendable {
    /// The text.
    public let edition: Edition
    /// When its rule was met.
    public let met: Instant
    /// From when it is in force: the later of that and its effective day.
    public let from: Instant
    /// The approvals that count.
    public let approvals: [VerifiedStatement]
    /// The reviews that found it still right, oldest first.
    public let reviews: [Review]
    /// Who found it still right since the last review, while others are missing.
    public let openReview: [VerifiedStatement]
    /// Who wants to retire it, while others are missing.
    public let openRetirement: [VerifiedStatement]

    /// When it was found still right the last time; `nil` where it never was.
    public var lastReview: Instant? { reviews.last?.completed }

    /// The day by which it must be reviewed, counted from its approval or its last review.
    public var nextReview: CalendarDate? {
      edition.reviewEvery?.end(from: (lastReview ?? met).day)
    }
  }

  /// A review of an approved text, which all who were asked found still right.
  public struct Review: Sendable {
    /// When the last of them said so.
    public let completed: Instant
    /// What they said.
    public let statements: [VerifiedStatement]
  }

  /// That a version and all before it left force for good.
  public struct Retirement: Sendable {
    /// The version retired.
    public let version: Version
    /// Since when.
    public let since: Instant
    /// The decisions that retired it.
    public let statements: [VerifiedStatement]
  }

  /// The document that took the place of another.
  public struct Successor: Sendable {
    /// The text that replaces it.
    public let edition: Edition
    /// Since when.
    public let since: Instant
  }

  /// The text in HEAD.
  public let edition: Edition
  /// Its state.
  public let state: DocumentState
  /// Why the state cannot be told, in sentences.
  public let reasons: [String]
  /// What else is to be said.
  public let flags: [DocumentFlag]
  /// The approvals of HEAD's text.
  public let approvals: [VerifiedStatement]
  /// The rejections that weigh against HEAD's text, whether or not it is approved all the same.
  public let objections: [VerifiedStatement]
  /// What HEAD's text still lacks, a line for each place.
  public let missing: [String]
  /// The version in force.
  public let inForce: Approved?
  /// Every approved version, lowest first.
  public let approved: [Approved]
  /// What took HEAD's text out of force.
  public let retirement: Retirement?
  /// The document that took the place of this one.
  public let successor: Successor?

  /// The reviews of the version in force, oldest first.
  public var reviews: [Review] { inForce?.reviews ?? [] }

  /// The same with a further flag.
  public func flagged(_ flag: DocumentFlag) -> DocumentStatus {
    DocumentStatus(
      edition: edition, state: state, reasons: reasons, flags: flags + [flag],
      approvals: approvals, objections: objections, missing: missing, inForce: inForce,
      approved: approved, retirement: retirement, successor: successor)
  }
}

extension Ledger {
  /// The status of the document that HEAD holds as `edition`.
  ///
  /// `history` is asked only where it matters who wrote the change.
  public func status(of edition: Edition, history: ChangeHistory) throws -> DocumentStatus {
    var standing = try Standing(of: edition.document, in: self, history: history)
    if edition.document == .governance && edition.version != Version(1, 0) {
      standing.add(["This version of Writ cannot follow a second version of the people and rules."])
    }

    let own = statements.filter { $0.edition.digest == edition.digest }
    let text = try standing.judge(edition, approvals: own, history: history)
    standing.add(text.reasons)
    let reasons = standing.reasons
    let state: DocumentState =
      if !reasons.isEmpty {
        .indeterminate
      } else if standing.conflicts.contains(edition.version) {
        .conflict
      } else if let approved = standing.approved.first(where: {
        $0.edition.digest == edition.digest
      }) {
        if approved.edition.version == standing.inForce?.edition.version {
          .inForce
        } else if approved.from > time {
          .approved
        } else {
          .superseded
        }
      } else {
        own.isEmpty ? .draft : .partial
      }

    var flags: [DocumentFlag] = []
    if standing.approved.contains(where: {
      $0.edition.version == edition.version && $0.edition.digest != edition.digest
    }) {
      flags.append(.modified)
    }
    if text.ballots.contains(where: \.isAuthor) { flags.append(.authorApproved) }
    let isOpen = state == .draft || state == .partial
    return DocumentStatus(
      edition: edition, state: state, reasons: reasons, flags: flags, approvals: own,
      objections: [], missing: isOpen ? text.missing : [],
      inForce: reasons.isEmpty ? standing.inForce : nil, approved: standing.approved,
      retirement: nil, successor: nil)
  }

  /// The documents that decisions which count are about.
  public var documents: Set<DocumentID> { Set(statements.map(\.edition.document)) }

  /// The approved versions of a document, whatever HEAD holds, and the one in force.
  ///
  /// Where that cannot be told, `reasons` says why, and nothing is given.
  public func approvedVersions(of document: DocumentID, history: ChangeHistory) throws
    -> (all: [DocumentStatus.Approved], inForce: DocumentStatus.Approved?, reasons: [String])
  {
    let standing = try Standing(of: document, in: self, history: history)
    guard standing.reasons.isEmpty else { return ([], nil, standing.reasons) }
    return (standing.approved, standing.inForce, [])
  }

  /// What a decision on the document made now has seen: every statement that no other has seen,
  /// and every other one on the document.
  public func seen(deciding document: DocumentID) -> [Statement.Seen] {
    let known = Set(valid.flatMap { $0.statement.seen.map(\.statement) })
    return valid.filter { !known.contains($0.id) || $0.edition.document == document }
      .map { Statement.Seen(statement: $0.id, name: $0.statement.name) }
  }
}
