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
    /// What else is known of it; `nil` where nothing of that was kept.
    public let details: Details?

    /// A statement with what is to be said of it once it is gone.
    public init(id: Digest, name: StatementName, time: Instant, details: Details? = nil) {
      self.id = id
      self.name = name
      self.time = time
      self.details = details
    }

    /// What is to be said of a statement that holds once it is gone.
    public init(_ statement: VerifiedStatement) {
      let said = statement.statement
      var policy = AssertionPolicy.presence
      if case .ssh(_, let asked) = statement.person.key(named: said.key) { policy = asked }
      self.init(
        id: statement.id, name: said.name, time: statement.time,
        details: Details(
          role: statement.role.id, key: said.key, policy: policy,
          replaces: said.name.decision == .approve ? statement.edition.replaces : nil))
    }
  }

  /// What is remembered of a statement besides: whether its signer still stands, and what it may have taken
  /// the place of, can be told by it.
  public struct Details: Hashable, Sendable {
    /// The role that the signer acted in.
    public let role: RoleID
    /// The key that signed.
    public let key: KeyName
    /// What the entry of the key asked for.
    public let policy: AssertionPolicy
    /// The document that its text replaces, where it is an approval.
    public let replaces: DocumentID?

    /// What is known.
    public init(role: RoleID, key: KeyName, policy: AssertionPolicy, replaces: DocumentID?) {
      self.role = role
      self.key = key
      self.policy = policy
      self.replaces = replaces
    }
  }
}
