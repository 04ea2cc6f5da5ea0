public import Approvals
public import Objects

/// What an earlier report lists: that of `verify`, or a receipt of a command that decides.
public struct EarlierReport: Sendable {
  /// A governance version that was in force then.
  public struct Link: Sendable {
    /// Its version.
    public let version: Version
    /// Its digest.
    public let digest: Digest
    /// Since when it was in force.
    public let since: Instant

    /// A link of these parts.
    public init(version: Version, digest: Digest, since: Instant) {
      self.version = version
      self.digest = digest
      self.since = since
    }
  }

  /// The root of its repository; `nil` where none was found.
  public let repository: Digest?
  /// As of when it was.
  public let time: Instant
  /// The decisions that it calls valid.
  public let valid: [Trust.Remembered]
  /// The governance versions in force by then, oldest first; none in a receipt.
  let chain: [Link]
  /// The identities of all decisions that were here then; `nil` in a receipt, which lists its own.
  private let all: Set<Digest>?

  /// A report of these parts.
  public init(
    repository: Digest?, time: Instant, valid: [Trust.Remembered], all: Set<Digest>?, chain: [Link]
  ) {
    self.repository = repository
    self.time = time
    self.valid = valid
    self.all = all
    self.chain = chain
  }

  /// How people know it.
  var name: String { "the file of \(time.day.inWords), \(time.clock) UTC," }

  /// The decisions that claim to be older than the report, which does not list them.
  func appeared(in ledger: Ledger) -> [Ledger.Entry] {
    guard let all else { return [] }
    return ledger.entries.filter { entry in
      guard let id = entry.id, let claimed = entry.time else { return false }
      return claimed < time && !all.contains(id)
    }
  }

  /// What has become of the chain of governance since, where it did not just grow.
  func problems(of ledger: Ledger) -> [String] {
    let before = chain.filter { $0.since <= ledger.time }
    let now = ledger.chain.map(\.digest)
    guard
      let parted = before.indices.first(where: {
        !now.indices.contains($0) || now[$0] != before[$0].digest
      })
    else { return [] }
    let link = before[parted]
    let here =
      ledger.chain.indices.contains(parted)
      ? "here it is \(now[parted])" : "here it is not in force"
    return [
      "The people and rules are not those of the earlier file any more: \(name) has version "
        + "\(link.version) of them in force (\(link.digest)); \(here). Fetch the decisions again; "
        + "if it stays so, somebody deleted decisions or exchanged the repository."
    ]
  }
}
