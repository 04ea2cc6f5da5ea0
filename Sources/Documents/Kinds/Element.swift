/// A required element of the top policy: where it stands, and the very words.
public struct Element: Sendable, Hashable {
  /// The elements that a top policy must have.
  public enum Name: String, Sendable, Hashable, CaseIterable {
    /// The policy suits the purpose of the organisation.
    case purpose
    /// Information security objectives, or a framework for setting them.
    case objectives
    /// The commitment to meet the requirements that apply.
    case requirements
    /// The commitment to improve continually.
    case improvement
  }

  /// The slug of the heading under which it stands.
  public let under: String
  /// The words that make it, as the front matter quotes them.
  public let says: String
  /// The line of its entry in the front matter.
  public let line: Int
}
