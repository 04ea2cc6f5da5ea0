/// Something that a rule has to say about a file.
public struct Finding: Hashable, Sendable {
  /// How much it weighs.
  public enum Severity: String, Sendable, Comparable {
    /// It cannot be committed like this.
    case error
    /// It should be mended.
    case warning
    /// It is worth a thought.
    case note

    /// Errors first.
    public static func < (a: Severity, b: Severity) -> Bool { a.order < b.order }

    private var order: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .note: 2
      }
    }
  }

  /// The rule, such as `POL-05`.
  public let rule: String
  /// How much it weighs.
  public let severity: Severity
  /// The clause of ISO/IEC 27001:2022 that the rule serves, such as `5.2 d`.
  public let clause: String
  /// The path of the file.
  public let path: String
  /// The line, from 1.
  public let line: Int
  /// What is wrong: no capital at the start, no full stop at the end.
  public let message: String
  /// How to mend it.
  public let remedy: String
  /// Whether its rule looks at how documents fit together, so that a change elsewhere may cause it.
  public let isAcrossDocuments: Bool
}
