public import Objects

/// What a call needs to know of the world around the repository: values, never looked up here.
public struct Surroundings: Sendable {
  /// A root that the user named, with the newest governance version known if any.
  public struct NamedRoot: Hashable, Sendable {
    /// The digest of the first governance file.
    public let root: Digest
    /// The digest of the newest governance file known.
    public let tip: Digest?

    /// A root with the newest governance version known, if any.
    public init(root: Digest, tip: Digest?) {
      self.root = root
      self.tip = tip
    }

    /// Reads `sha256:…` or `sha256:…:sha256:…`; `nil` for anything else.
    public init?(_ text: String) {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2 || parts.count == 4,
        let root = Digest(parts[0..<2].joined(separator: ":"))
      else { return nil }
      self.root = root
      guard parts.count == 4 else {
        tip = nil
        return
      }
      guard let tip = Digest(parts[2..<4].joined(separator: ":")) else { return nil }
      self.tip = tip
    }
  }

  /// The environment, of which outside programs get what they need.
  public let environment: [String: String]
  /// The folder that paths are given from; absolute.
  public let currentFolder: String
  /// The folder of the user's own state, `…/writ`; absolute. `nil` where they have no home.
  public private(set) var stateFolder: String?
  /// The file that stands for the user's Git configuration, if another than the usual.
  public let gitConfiguration: String?
  /// The path of this program, which hooks call where it is not on the PATH.
  public let program: String
  /// The time.
  public private(set) var now: Instant
  /// The time as of which the question is asked, if another than now.
  public private(set) var asOf: Instant?
  /// Whether what is found valid is remembered: what is asked as of another time, or of a copy that was handed
  /// over, changes no memory.
  private(set) var remembersWhatIsFound: Bool
  /// The root that the user named, if any.
  public private(set) var namedRoot: NamedRoot?
  /// Whether somebody sits at a terminal who can be asked.
  public let canAsk: Bool

  /// The world as the caller sees it.
  public init(
    environment: [String: String], currentFolder: String, stateFolder: String?,
    gitConfiguration: String?,
    program: String, now: Instant, asOf: Instant? = nil, namedRoot: NamedRoot? = nil,
    canAsk: Bool = false
  ) {
    self.environment = environment
    self.currentFolder = currentFolder
    self.stateFolder = stateFolder
    self.gitConfiguration = gitConfiguration
    self.program = program
    self.now = now
    self.asOf = asOf
    remembersWhatIsFound = asOf == nil
    self.namedRoot = namedRoot
    self.canAsk = canAsk
  }

  /// The same world to somebody who knows the root of the repository.
  func knowing(_ root: NamedRoot) -> Surroundings {
    var other = self
    other.namedRoot = root
    return other
  }

  /// The same world at another moment.
  public func at(_ now: Instant) -> Surroundings {
    var other = self
    other.now = now
    return other
  }

  /// The same world, to which the question is put as of then.
  func asking(asOf time: Instant) -> Surroundings {
    var other = self
    (other.asOf, other.remembersWhatIsFound) = (time, false)
    return other
  }

  /// The same world, to which a copy is shown that somebody handed over: what is found there is not
  /// remembered.
  func lookingAtCopy() -> Surroundings {
    var other = self
    other.remembersWhatIsFound = false
    return other
  }

  /// The same world at that time to anybody, who knows this root at most: what a pack says must depend neither
  /// on what somebody remembers nor on when it is made.
  func withoutMemory(asOf time: Instant, knowing root: Digest?) -> Surroundings {
    var other = asking(asOf: time).at(time)
    (other.stateFolder, other.namedRoot) = (nil, root.map { NamedRoot(root: $0, tip: nil) })
    return other
  }
}
