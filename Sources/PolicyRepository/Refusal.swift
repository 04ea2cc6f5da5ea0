public import Evidence

/// Why a call did not do what it was to do, for the person who made it.
public struct Refusal: Error, Sendable {
  /// What sort of refusal it is; each has its exit code.
  public enum Kind: Sendable {
    /// Checked, and the answer is no.
    case no
    /// The call itself is off.
    case usage
    /// It could not be checked or done.
    case couldNot
    /// Another process is at work; it may go through later.
    case busy
    /// It is recorded, but something went wrong behind that.
    case recorded
  }

  /// What sort of refusal it is.
  public let kind: Kind
  /// What happened, to what.
  public let message: DisplayText
  /// What to do next, a line each.
  public let remedies: [DisplayText]

  /// A refusal of this kind.
  public init(_ kind: Kind, _ message: DisplayText, remedies: DisplayText...) {
    self.init(kind, message, remedies: remedies)
  }

  /// The same with a list of remedies.
  init(_ kind: Kind, _ message: DisplayText, remedies: [DisplayText]) {
    self.kind = kind
    self.message = message
    self.remedies = remedies
  }
}
