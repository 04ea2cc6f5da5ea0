import Documents

/// All rules, in the order in which they are listed.
public enum Rulebook {
  /// The rules.
  public static let rules: [any Rule.Type] = [
    TopPolicy.self, Purpose.self, ObjectivesFramework.self, ApplicableRequirements.self,
    ContinualImprovement.self, ReadablePolicy.self, Availability.self, UsualSections.self,
    ParentPolicy.self, PublicDetail.self, VagueWords.self, LookedUp.self,
    ObjectiveStatement.self, ObjectiveOrigin.self, Measure.self, ObjectiveReasons.self,
    ObjectiveActions.self, ObjectiveResources.self, ObjectiveOwner.self, ObjectiveDueDate.self,
    ObjectiveEvaluation.self, NumberInTarget.self,
    RoleDuties.self, ConformityRole.self, ReportingRole.self, NamedRoles.self,
    UniqueID.self, DocumentFacts.self, CleanText.self, OwnerRole.self, Classification.self,
    NewVersion.self, ChangeNote.self, Links.self, VersionStep.self, ExternalSource.self,
    Residue.self, DerivedFacts.self, UnknownKeys.self, MinorChange.self, Retention.self,
    AnnexControls.self,
    GovernanceAccepted.self, GovernanceRobust.self, GovernanceComplete.self,
    GovernanceSucceeds.self, GovernanceEffect.self,
  ]

  /// The rule that warns where the people listed could be left unable to decide.
  public static let robustGovernance = GovernanceRobust.id

  /// The rule of that name, in capitals or not.
  public static func rule(named id: String) -> (any Rule.Type)? {
    rules.first { $0.id == id.uppercased() }
  }

  /// What all rules have to say, by path, line and severity.
  public static func findings(in snapshot: Snapshot) -> [Finding] {
    (malformed(in: snapshot) + rules.flatMap { $0.findings(in: snapshot) }).sorted {
      ($0.path, $0.line, $0.severity, $0.rule, $0.message)
        < ($1.path, $1.line, $1.severity, $1.rule, $1.message)
    }
  }

  /// The problems of reading documents, each as a finding of the rule that answers for it.
  private static func malformed(in snapshot: Snapshot) -> [Finding] {
    snapshot.judgedParses.flatMap { parsed in
      parsed.problems.map { problem in
        rule(for: problem.kind, in: parsed.kind).finding(
          parsed.path, line: problem.line, as: problem.isWarning ? .warning : .error,
          problem.message, remedy: problem.remedy)
      }
    }
  }

  private static func rule(for problem: Problem.Kind, in kind: DocumentKind?) -> any Rule.Type {
    switch problem {
    case .encoding, .size, .syntax: CleanText.self
    case .derived: DerivedFacts.self
    case .unknownKey: UnknownKeys.self
    case .missing(let key), .value(let key):
      rules.first { $0.entries.contains { $0.holds(key, in: kind) } } ?? DocumentFacts.self
    }
  }
}

extension Problem {
  fileprivate var isWarning: Bool { if case .unknownKey = kind { true } else { false } }
}
