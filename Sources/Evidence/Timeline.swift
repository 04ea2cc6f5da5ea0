public import Approvals
public import Objects

/// What happened to documents: changes and decisions, oldest first.
public struct Timeline: Sendable {
  /// The verdict on the signature of a commit.
  public enum CommitSignature: Sendable {
    /// By a registered key: whose.
    case signed(PersonID)
    /// By a key that is not registered.
    case unknownKey
    /// There is none.
    case unsigned
    /// There is one that does not verify, or that nothing could verify.
    case bad
    /// There is one of a kind that this version cannot verify: nothing is known of it.
    case unverified

    /// The verdict for scripts (`docs/formats.md`, section 8).
    var code: String {
      switch self {
      case .signed(let person): "signed by \(person)"
      case .unknownKey: "signed by unknown key"
      case .unsigned: "unsigned"
      case .bad: "bad"
      case .unverified: "unverified"
      }
    }
  }

  /// A commit that changed a document.
  public final class Change: Sendable {
    /// The document.
    public let document: DocumentID
    /// The commit.
    public let commit: ObjectID
    /// Who wrote it, as claimed.
    public let author: Ident
    /// Who committed it, and when, as claimed.
    public let committer: Ident
    /// The version before; `nil` for a new document or one that could not be read.
    public let before: Version?
    /// The version after; `nil` where the text cannot be read or the document was removed.
    public let after: Version?
    /// The change note of the new text, else the first line of the commit's message.
    public let summary: String
    /// The verdict on the commit's own signature.
    public let signature: CommitSignature
    /// What about the commit is not as Git writes one, in words; `nil` for nothing.
    public let flaw: String?

    /// A change of these parts.
    public init(
      document: DocumentID, commit: ObjectID, author: Ident, committer: Ident, before: Version?,
      after: Version?, summary: String, signature: CommitSignature, flaw: String? = nil
    ) {
      self.document = document
      self.commit = commit
      self.author = author
      self.committer = committer
      self.before = before
      self.after = after
      self.summary = summary
      self.signature = signature
      self.flaw = flaw
    }
  }

  /// One thing that happened.
  public enum Event: Sendable {
    /// A document changed.
    case change(Change)
    /// Somebody decided, whether or not that holds.
    case decision(Ledger.Entry, Statement, Instant)

    /// What it happened to.
    public var document: DocumentID {
      switch self {
      case .change(let change): change.document
      case .decision(_, let statement, _): statement.name.document
      }
    }

    /// When, as claimed.
    public var time: Instant {
      switch self {
      case .change(let change): change.committer.time
      case .decision(_, _, let time): time
      }
    }
  }

  /// The events, oldest first.
  public let events: [Event]

  /// Puts changes (oldest first) and decisions into one order.
  public init(changes: [Change], entries: [Ledger.Entry]) {
    let decisions = entries.compactMap { entry -> Event? in
      guard let statement = entry.statement, let time = entry.time else { return nil }
      return .decision(entry, statement, time)
    }
    // At the same second a change comes before the decision on it.
    let events = changes.map(Event.change) + decisions
    let order = events.enumerated().map { ($1.time.seconds, $0) }.sorted(by: <)
    self.events = order.map { _, place in events[place] }
  }

  private init(events: [Event]) { self.events = events }

  /// What of it happened between two times, both included.
  public func from(_ start: Instant?, to end: Instant?) -> Timeline {
    Timeline(
      events: events.filter { event in
        (start.map { $0 <= event.time } ?? true) && (end.map { event.time <= $0 } ?? true)
      })
  }
}
