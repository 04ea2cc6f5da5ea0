/// One rule of `writ check`: a type in a file of its own, whose doc comment explains it.
public protocol Rule: Sendable {
  /// Its stable name, such as `POL-05`.
  static var id: String { get }
  /// The clause of ISO/IEC 27001:2022 that it serves, such as `5.2 d`.
  static var clause: String { get }
  /// Whether its findings are about how documents fit together.
  static var isAcrossDocuments: Bool { get }

  /// What it has to say of a snapshot.
  static func findings(in snapshot: Snapshot) -> [Finding]
}

extension Rule {
  /// About single documents, unless a rule says otherwise.
  public static var isAcrossDocuments: Bool { false }

  /// A finding of this rule.
  static func finding(
    _ path: String, line: Int, as severity: Finding.Severity = .error, _ message: String,
    remedy: String
  ) -> Finding {
    Finding(
      rule: id, severity: severity, clause: clause, path: path, line: line, message: message,
      remedy: remedy, isAcrossDocuments: isAcrossDocuments)
  }
}

/// All rules, in the order in which they are listed.
public enum Rulebook {
  /// The rules.
  public static let rules: [any Rule.Type] = [
    TopPolicy.self, Purpose.self, ObjectivesFramework.self, ApplicableRequirements.self,
    ContinualImprovement.self, Availability.self,
    UniqueID.self, DocumentFacts.self, CleanText.self, OwnerRole.self, Classification.self,
    ChangeNote.self, Residue.self, DerivedFacts.self, UnknownKeys.self,
    GovernanceAccepted.self, GovernanceRobust.self,
  ]

  /// The rule that warns where the people listed could be left unable to decide.
  public static let robustGovernance = GovernanceRobust.id

  /// What all rules have to say, by path, line and severity.
  public static func findings(in snapshot: Snapshot) -> [Finding] {
    rules.flatMap { $0.findings(in: snapshot) }.sorted {
      ($0.path, $0.line, $0.severity, $0.rule, $0.message)
        < ($1.path, $1.line, $1.severity, $1.rule, $1.message)
    }
  }
}
