public import Approvals
import Documents
public import Objects

/// Something that whoever relies on a document must know of it, as of a day.
///
/// It is found in one place, and every report shows it: what one of them knows, the others do not leave out.
public struct Observation: Sendable, Hashable {
  /// What it is about.
  public enum Topic: Sendable, Hashable {
    /// What the decisions and files say of the document.
    case flag(DocumentFlag)
    /// What the text says of itself, held against the day.
    case fact(Fact)

    /// Its stable name, as JSON has it.
    public var code: String {
      switch self {
      case .flag(let flag): flag.rawValue
      case .fact(let fact): fact.rawValue
      }
    }
  }

  /// What a text says of itself, held against the day and the people and rules in force.
  public enum Fact: String, Sendable, CaseIterable {
    /// It says that it is in force from a day that has passed, and is not approved.
    case effectivePassed = "effective-passed"
    /// It does not say when it is to be reviewed, and is of a kind that should be.
    case noReviewInterval = "no-review-interval"
    /// Something is still to be filled in.
    case openPlaces = "open-places"
    /// An approval that counts was made apart from another decision of the same person.
    case outOfOrder = "out-of-order"
    /// The objective was to be reached by a day that has passed.
    case objectiveDue = "objective-due"
    /// A milestone of the objective was due before.
    case milestoneDue = "milestone-due"
    /// Something that is done for the objective was due before.
    case actionDue = "action-due"
    /// It was to be judged by now how the objective stands; no result is read.
    case resultNotRead = "result-not-read"
    /// Nobody holds the role.
    case roleVacant = "role-vacant"
  }

  /// How much it weighs, the gravest first.
  public enum Weight: String, Sendable, Comparable, CaseIterable {
    /// Something that is asked for is not there.
    case gap
    /// It weakens what is in force.
    case weakness
    /// It is to be known.
    case note

    /// The gravest first.
    public static func < (a: Weight, b: Weight) -> Bool { a.order < b.order }

    private var order: Int {
      switch self {
      case .gap: 0
      case .weakness: 1
      case .note: 2
      }
    }
  }

  /// The document.
  public let document: DocumentID
  /// What people call it.
  public let title: String
  /// The version that it is about.
  public let version: Version
  /// What it is about.
  public let topic: Topic
  /// How much it weighs.
  public let weight: Weight
  /// The requirement that it is held against: `A.5.1`.
  public let clause: String
  /// What is to be known, in a sentence or more.
  public let words: String

  /// Its stable name, as JSON has it.
  public var code: String { topic.code }

  /// With the document before it: `Backup Policy 1.1: it says …`.
  public var told: String {
    "\(title) \(version): \(words.prefix(1).lowercased())\(words.dropFirst())"
  }

  /// Whether it stands in short reports too: what weighs, and what decisions say of a text that is to come.
  public var isForShortReports: Bool {
    if case .flag(let flag) = topic, flag.isAboutText { return true }
    return weight != .note
  }

  /// Whether readers of a website may know it: what a reader of the text itself can tell.
  public var isPublic: Bool { topic == .flag(.retroactive) || topic == .flag(.reviewOverdue) }
}

extension Observation {
  /// The same of lighter weight, where the text is not in force.
  func weighing(_ weight: Weight) -> Observation {
    Observation(
      document: document, title: title, version: version, topic: topic,
      weight: max(self.weight, weight), clause: clause, words: words)
  }
}
