/// What a security key says of the person who used it, under its signature.
public struct Assertion: Hashable, Sendable {
  /// Whether it made sure who that is, by a PIN or a finger; not only that somebody is there.
  public let isUserVerified: Bool
  /// The web origin at which a browser was asked for the signature, `https://desk.example.org`;
  /// `nil` where it was not asked by a browser.
  public let origin: String?

  /// What a security key says.
  public init(isUserVerified: Bool, origin: String?) {
    self.isUserVerified = isUserVerified
    self.origin = origin
  }
}
