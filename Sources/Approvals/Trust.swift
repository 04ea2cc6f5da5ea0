public import Objects

/// What the person who asks knows of the repository from outside it: values, never read from it.
public struct Trust: Sendable {
  /// The root that it must have: given on the command line, or pinned for this folder.
  public let required: Digest?
  /// The newest governance version known with it, if any.
  public let tip: Digest?
  /// What was found valid before.
  public let remembered: [Remembered]
  /// Every root that the person has pinned, of whatever repository.
  public let known: Set<Digest>

  /// What is known: nothing, unless something is given.
  public init(
    required: Digest? = nil, tip: Digest? = nil, known: Set<Digest> = [],
    remembered: [Remembered] = []
  ) {
    self.required = required
    self.tip = tip
    self.known = known
    self.remembered = remembered
  }

  /// A statement that was found valid before.
  public struct Remembered: Hashable, Sendable {
    /// Its identity.
    public let id: Digest
    /// The name that it had.
    public let name: StatementName
    /// The time that it claimed.
    public let time: Instant

    /// A statement with what is to be said of it once it is gone.
    public init(id: Digest, name: StatementName, time: Instant) {
      self.id = id
      self.name = name
      self.time = time
    }
  }
}
