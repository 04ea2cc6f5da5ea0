public import Objects

/// What the person who asks knows of the repository from outside it: values, never read from it.
public struct Trust: Sendable {
  /// The root that it must have: given on the command line, or pinned for this folder.
  public let required: Digest?
  /// The newest governance version known with it, if any.
  public let tip: Digest?
  /// Every root that the person has pinned, of whatever repository.
  public let known: Set<Digest>

  /// What is known: nothing, unless something is given.
  public init(required: Digest? = nil, tip: Digest? = nil, known: Set<Digest> = []) {
    self.required = required
    self.tip = tip
    self.known = known
  }
}
