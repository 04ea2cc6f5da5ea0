import Signatures

/// What a security key must say of the person who used it, for its signature to count.
public struct AssertionPolicy: Hashable, Sendable {
  /// Whether it must have made sure who that is.
  public let requiresUserVerification: Bool
  /// Where a browser may have been asked for the signature; none: nowhere.
  public let origins: [WebOrigin]

  /// Nothing is asked beyond somebody's presence, and no browser may have been asked.
  public static let presence = AssertionPolicy(requiresUserVerification: false, origins: [])

  /// A policy of these conditions.
  public init(requiresUserVerification: Bool, origins: [WebOrigin]) {
    self.requiresUserVerification = requiresUserVerification
    self.origins = origins
  }

  /// What speaks against the signature; `nil` where it counts.
  func objection(to assertion: Assertion) -> Issue? {
    if requiresUserVerification, !assertion.isUserVerified {
      return Issue(
        .userNotVerified,
        "It was signed without the PIN or finger that this security key has to ask for.")
    }
    if let origin = assertion.origin,
      !origins.contains(where: { $0.description.utf8.elementsEqual(origin.utf8) })
    {
      return Issue(
        .originNotAllowed,
        "It was signed in a browser at \(origin), which is not allowed for this key.")
    }
    return nil
  }
}
