/// What a rule has to say of itself: its manual page (`writ rules POL-05`).
public struct Manual: Sendable {
  /// One thing that a rule looks for, and how much it weighs.
  public struct Check: Sendable, Hashable {
    /// How much a finding of it weighs.
    public let severity: Finding.Severity
    /// What is wrong where it is found, or what must be there.
    public let text: String

    static func error(_ text: String) -> Check { Check(severity: .error, text: text) }
    static func warning(_ text: String) -> Check { Check(severity: .warning, text: text) }
    static func note(_ text: String) -> Check { Check(severity: .note, text: text) }
  }

  /// What it asks, in one sentence; the doc comment of the rule begins with the same.
  public let title: String
  /// Why that matters, in a few sentences.
  public let why: String
  /// What is checked, what weighs most first.
  public let checks: [Check]
  /// How to mend what it finds, a few sentences each.
  public let mend: [String]
  /// Whether it is a convention of practice, which no standard asks for.
  public let isConvention: Bool

  init(
    _ title: String, why: String, checks: [Check], mend: [String], isConvention: Bool = false
  ) {
    self.title = title
    self.why = why
    self.checks = [.error, .warning, .note].flatMap { severity in
      checks.filter { $0.severity == severity }
    }
    self.mend = mend
    self.isConvention = isConvention
  }

  /// How much its gravest finding weighs.
  public var severity: Finding.Severity { checks.map(\.severity).min() ?? .note }
}
