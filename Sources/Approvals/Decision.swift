/// What top management can decide on a version of a document.
public enum Decision: String, Sendable, CaseIterable {
  /// It is suitable and adequate.
  case approve
  /// It is sent back.
  case reject
  /// An earlier decision of one's own is undone.
  case withdraw
  /// It was reviewed and is still right.
  case reaffirm
  /// This version and all before it leave force.
  case retire

  /// The verb in the first line of a statement.
  public var verb: String {
    switch self {
    case .approve: "approves"
    case .reject: "rejects"
    case .withdraw: "withdraws a decision on"
    case .reaffirm: "reaffirms"
    case .retire: "retires"
    }
  }

  /// The noun for messages: `Jane Doe's approval of …`.
  public var noun: String {
    switch self {
    case .approve: "approval"
    case .reject: "rejection"
    case .withdraw: "withdrawal"
    case .reaffirm: "confirmation"
    case .retire: "retirement"
    }
  }
}
