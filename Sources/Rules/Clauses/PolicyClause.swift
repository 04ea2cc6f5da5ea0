import Approvals
import Documents
import Markdown
import Objects

/// Clause 5.2 of ISO/IEC 27001:2022: the information security policy.
struct PolicyClause {
  private let facts: ClauseFacts
  private let policy: ClauseFacts.InForce?

  init(_ facts: ClauseFacts) {
    self.facts = facts
    policy = facts.policies(.top).first
  }

  var rows: [ClauseMatrix.Row] {
    [
      established,
      element(
        "5.2 a", .purpose, rule: Purpose.id, "The policy suits the purpose of the organisation.",
        toJudge: "Whether these words fit what the organisation really does."),
      element(
        "5.2 b", .objectives, rule: ObjectivesFramework.id,
        "The policy holds information security objectives, or says how they are set.",
        toJudge: "Whether the objectives follow from the policy, and are the ones in use."),
      element(
        "5.2 c", .requirements, rule: ApplicableRequirements.id,
        "The policy commits to meeting the requirements that apply.",
        toJudge: "Whether people know which requirements these are."),
      element(
        "5.2 d", .improvement, rule: ContinualImprovement.id,
        "The policy commits to continual improvement of the management system.",
        toJudge: "Whether improvements do follow."),
      documented, communicated, available,
    ]
  }

  private static let none = "No information security policy is in force."

  // MARK: Rows

  private var established: ClauseMatrix.Row {
    var gaps = facts.errors(of: TopPolicy.id) + facts.gaps(of: "5.2")
    var evidence: [ClauseMatrix.Evidence] = []
    if let policy {
      let leaders = policy.approved.approvals.filter(\.role.isTopManagement)
      evidence.append(policy.evidence())
      evidence += leaders.map { approval in
        ClauseMatrix.Evidence(
          "\(approval.person.name), \(approval.role.title), who then belonged to top management, "
            + "approved it on \(approval.time.day.inWords) by their own clock.",
          in: policy.approved.edition.document, of: approval.time.day)
      }
      if leaders.isEmpty {
        gaps.append(
          "Nobody who approved it decided in a role of top management (POL-09).")
      }
    } else if gaps.isEmpty {
      gaps.append(Self.none)
    }
    return ClauseMatrix.Row(
      clause: "5.2", requirement: "Top management has established an information security policy.",
      evidence: evidence, gaps: gaps, weaknesses: facts.weaknesses(of: "5.2"),
      toJudge: "Whether those who approved it are top management in fact, and stand behind it.")
  }

  private func element(
    _ clause: String, _ name: Element.Name, rule: String, _ requirement: String, toJudge: String
  ) -> ClauseMatrix.Row {
    let claim = policy?.text.policy?.elements[name]
    let section = claim.flatMap { policy?.text.body.section($0.under) }
    var gaps = facts.errors(of: rule) + facts.gaps(of: clause)
    var weaknesses = facts.warnings(of: rule) + facts.weaknesses(of: clause)
    if policy == nil { gaps.append(Self.none) }
    var evidence: [ClauseMatrix.Evidence] = []
    if let policy, let claim, let section, section.says(claim.says) {
      evidence.append(
        policy.evidence(
          "\(policy.approved.edition.title) \(policy.approved.edition.version), section "
            + "\"\(section.heading)\":", quote: claim.says))
    }
    if name == .objectives {
      evidence += objectives
      if policy?.text.policy?.framework != nil {
        weaknesses.append(
          "Whether objectives are set and reviewed as the policy says was not judged: this version "
            + "reads no record of it.")
      }
    }
    return ClauseMatrix.Row(
      clause: clause, requirement: requirement, evidence: evidence, gaps: gaps,
      weaknesses: weaknesses, toJudge: toJudge)
  }

  /// The objectives that the policy names, and are in force; how it says that they are set.
  private var objectives: [ClauseMatrix.Evidence] {
    guard let policy, let contents = policy.text.policy else { return [] }
    let named = facts.all.filter { contents.objectives.contains($0.approved.edition.document) }
    let framework = contents.framework.map { framework in
      let who = framework.setBy.map { " by \(title(ofRole: $0))" } ?? ""
      let when = framework.reviewedEvery.map { ", reviewed every \($0)" } ?? ""
      return policy.evidence("The policy says that objectives are set\(who)\(when).")
    }
    return (framework.map { [$0] } ?? []) + named.map { $0.evidence() }
  }

  /// What the role is called; a body that is none of the roles goes by its own name.
  private func title(ofRole name: String) -> String {
    facts.governance.roles.first { $0.id.description == name }?.title ?? name
  }

  private var documented: ClauseMatrix.Row {
    let evidence = policy.map { policy in
      policy.evidence(
        "The approved bytes, with the fingerprint \(policy.approved.edition.digest), are kept in the "
          + "repository and in this pack.")
    }
    return ClauseMatrix.Row(
      clause: "5.2 e", requirement: "The policy is available as documented information.",
      evidence: evidence.map { [$0] } ?? [],
      gaps: facts.errors(of: ReadablePolicy.id) + (policy == nil ? [Self.none] : []),
      weaknesses: facts.warnings(of: ReadablePolicy.id),
      toJudge: "Whether the people who need it find it.")
  }

  private var communicated: ClauseMatrix.Row {
    ClauseMatrix.Row(
      clause: "5.2 f", requirement: "The policy is communicated within the organisation.",
      evidence: [],
      gaps: [facts.noRecord(of: "communication", in: "records/communications.csv")],
      weaknesses: [], toJudge: "Whether people know the policy: ask them.")
  }

  private var available: ClauseMatrix.Row {
    var evidence: [ClauseMatrix.Evidence] = []
    var weaknesses = facts.warnings(of: Availability.id)
    if let policy, let contents = policy.text.policy {
      if !contents.availability.isEmpty {
        evidence.append(
          policy.evidence(
            "The policy says that it is available at: "
              + "\(contents.availability.joined(separator: ", "))."))
        weaknesses.append(
          "Whether it can be had there was not looked at: the policy says so itself.")
      } else if let reason = contents.notAvailableReason {
        evidence.append(
          policy.evidence("The policy says why it is not available to others:", quote: reason))
      }
    }
    return ClauseMatrix.Row(
      clause: "5.2 g",
      requirement: "The policy is available to interested parties, as far as that is fitting.",
      evidence: evidence,
      gaps: facts.errors(of: Availability.id) + (policy == nil ? [Self.none] : []),
      weaknesses: weaknesses,
      toJudge: "Whether it can really be had there.")
  }
}
