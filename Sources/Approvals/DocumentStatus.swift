public import Objects

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

    /// The day by which it had to be reviewed, where that had passed on the day asked about.
    public func overdueReview(on day: CalendarDate) -> CalendarDate? {
      nextReview.flatMap { $0 < day ? $0 : nil }
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
  /// Every retirement of one of its versions, whichever HEAD holds, by what came first.
  public private(set) var retirements: [Retirement] = []
  /// The commits among the changes of HEAD's text of which nobody can tell who made them.
  public private(set) var unknownAuthors: [ObjectID] = []

  /// The reviews of the version in force, oldest first.
  public var reviews: [Review] { inForce?.reviews ?? [] }

  /// The same with a further flag.
  public func flagged(_ flag: DocumentFlag) -> DocumentStatus {
    DocumentStatus(
      edition: edition, state: state, reasons: reasons, flags: flags + [flag],
      approvals: approvals, objections: objections,
      missing: missing, inForce: inForce,
      approved: approved, retirement: retirement, successor: successor, retirements: retirements,
      unknownAuthors: unknownAuthors)
  }
}
