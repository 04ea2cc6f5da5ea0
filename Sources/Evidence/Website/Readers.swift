import Approvals
import Documents

/// For whom a website is: for everybody, or for those who may read up to a step of the organisation's
/// scale of classifications.
public struct Readers: Sendable {
  /// The highest step that they may read.
  public let classification: String
  /// Whether they are everybody: the step is the first one.
  public let isEverybody: Bool
  private let classifications: Set<String>

  /// What readers of the web at large find a text by, under `availability`.
  static let website = "website"

  /// The readers of a step of the scale, lowest first; without a name, everybody. `nil` where the scale
  /// has no such step.
  public init?(_ name: String?, of scale: [String]) {
    guard let name = name ?? scale.first, let step = scale.firstIndex(of: name) else { return nil }
    classification = name
    isEverybody = step == 0
    classifications = Set(scale[...step])
  }

  /// Why a text is not for them.
  public enum Objection: String, Sendable {
    /// It is neither a policy nor, beyond what everybody may read, a procedure.
    case kind
    /// Its class is above theirs, or not on the scale.
    case classification
    /// It does not say that it is available on the website.
    case availability
  }

  /// Why a text is not for them, by what it says of itself; `nil` where it is.
  func objection(to text: Document) -> Objection? {
    guard text.kind == .policy || text.kind == .procedure && !isEverybody else { return .kind }
    guard let own = text.classification, classifications.contains(own) else {
      return .classification
    }
    guard isEverybody else { return nil }
    return text.policy?.availability.contains(Self.website) ?? false ? nil : .availability
  }

  /// How they are told who decided: with name and role; to everybody, others than top management with
  /// the role alone.
  func name(of statement: VerifiedStatement) -> String {
    if isEverybody && !statement.role.isTopManagement { return "The \(statement.role.title)" }
    return "\(statement.person.name), \(statement.role.title),"
  }

  /// The same within a sentence.
  func name(within statement: VerifiedStatement) -> String {
    if isEverybody && !statement.role.isTopManagement { return "the \(statement.role.title)" }
    return "\(statement.person.name) (\(statement.role.title))"
  }
}
