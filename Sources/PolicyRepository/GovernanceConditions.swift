import Approvals
import Documents
import Evidence
import Objects

/// What must hold before anybody approves a version of the people and rules.
extension PolicyRepository {
  /// Refuses a version that can never come into force, or not by this person.
  func refuse(_ draft: Governance, by person: Person, _ ledger: Ledger) throws {
    guard let last = ledger.chain.last?.governance, draft.digest != ledger.root else { return }
    let title: DisplayText = "\(draft.title) \(draft.version)"
    if ledger.chain.contains(where: { $0.digest == draft.digest }) {
      throw Refusal(
        .no,
        draft.digest == last.digest
          ? "\(title) is in force already" : "\(title) was replaced by version \(last.version)",
        remedies: "there is nothing to decide on")
    }
    if let problem = draft.refusals(following: ledger.chain.map(\.governance)).first {
      throw Refusal(
        .no, "\(title) cannot come into force: \(problem.message)", remedies: "\(problem.remedy)",
        "version, previous and closes are set by: writ people draft")
    }
    let known = Set(ledger.entries.compactMap(\.id) + draft.lost)
    if let unknown = draft.closes.first(where: { !known.contains($0) }) {
      throw Refusal(
        .no, "\(title) names a decision as made before it that is not here: \(unknown)",
        remedies: "ask whoever keeps the policies to fetch it, or to leave it out: "
          + "writ people draft")
    }
    let gained = draft.rolesGained(by: person.id, after: last)
    if last.selfAppointment == .never, !gained.isEmpty {
      let titles = gained.map { draft.role($0)?.title ?? $0.description }.joined(separator: ", ")
      throw Refusal(
        .no, "\(person.name) becomes \(titles) by \(title), so may not approve it",
        remedies: "see who may: writ status governance")
    }
  }

  /// Whether a version of the people and rules gives up all that keeps it from being decided on.
  func settlesWhatIsMissing(_ edition: Edition, _ ledger: Ledger) -> Bool {
    guard let lost = edition.governance?.lost, !ledger.missing.isEmpty else { return false }
    return ledger.problems.isEmpty && Set(lost).isSuperset(of: ledger.missing.map(\.id))
  }

  /// What somebody must know besides before they approve a version of the people and rules: that it
  /// would leave decisions without effect which were made since it was drafted.
  func warnings(on status: DocumentStatus, _ ledger: Ledger) -> [String] {
    decisionsCutOff(by: status, ledger).map { decision in
      "\(decision.person.name)'s \(decision.statement.name.decision.noun) of "
        + "\(decision.edition.title) \(decision.edition.version), of \(decision.time.day.inWords), was "
        + "made after this was drafted, and not all who approved this have seen it. Once this is in "
        + "force, that never counts."
    }
  }

  /// Refuses to bring a version into force that would leave decisions without effect.
  func refuseCuttingOff(_ status: DocumentStatus, _ ledger: Ledger, acceptingWarnings: Bool) throws
  {
    guard !acceptingWarnings, let warning = warnings(on: status, ledger).first else { return }
    throw Refusal(
      .no, "\(warning)",
      remedies: "ask whoever keeps writ.yaml for a new draft, which knows of it: writ people draft",
      "or take it as it is: writ approve governance --accept-warnings")
  }

  /// The decisions that count now, by those from whom the version takes what they decided with, and
  /// of which neither the version knows nor all who approved it.
  private func decisionsCutOff(by status: DocumentStatus, _ ledger: Ledger) -> [VerifiedStatement] {
    guard let draft = status.edition.governance, let last = ledger.chain.last?.governance,
      draft.previous == last.digest
    else { return [] }
    let closed = Self.known(from: draft.closes, ledger)
    let seen = status.approvals.map { Self.known(from: [$0.id], ledger) }
    return ledger.valid.filter { decision in
      decision.edition.document != .governance && !closed.contains(decision.id)
        && decision.stands(in: last) && !decision.stands(in: draft)
        && !seen.allSatisfy { $0.contains(decision.id) }
    }
  }

  /// These decisions, and all that they had seen.
  private static func known(from decisions: [Digest], _ ledger: Ledger) -> Set<Digest> {
    let statements = Dictionary(ledger.valid.map { ($0.id, $0.statement) }) { first, _ in first }
    var known: Set<Digest> = []
    var open = decisions
    while let next = open.popLast() {
      guard known.insert(next).inserted, let statement = statements[next] else { continue }
      open += statement.known
    }
    return known
  }
}
