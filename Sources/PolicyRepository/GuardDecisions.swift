import Approvals
import Documents
import Evidence
import Git
import Objects

/// What a server asks of decisions that are pushed.
extension PolicyRepository {
  /// Objects to decisions that do not hold beside all others after the push, to those that name one that
  /// is not here, and to what would break the people and rules that were in force.
  func judgeDecisions(
    _ places: [Int], _ held: Held, _ updates: inout [GuardReport.Update]
  ) throws {
    guard !places.isEmpty else { return }
    let names = Set(places.map { updates[$0].ref })
    if try areSoundBesideFew(names, held) { return }

    let ledger = try settled(records()) { try self.ledger($0, trust: held.trust) }
    rememberObjects()
    let entries = Dictionary(
      ledger.entries.map { ($0.ref, $0) }, uniquingKeysWith: { first, _ in first })
    for place in places {
      guard let entry = entries[updates[place].ref] else { continue }
      judge(entry, ledger, &updates[place])
      for missing in ledger.missing where entry.id.map(missing.seenBy.contains) ?? false {
        let name = missing.name?.description ?? missing.id.description
        updates[place].object(
          .missing,
          "It names a decision as made before it that is neither here nor in this push: "
            + "\(name).",
          remedy: "Push all decisions together: writ push")
      }
      try judgeConflict(entry, ledger, &updates[place])
    }
    guard let problem = breach(of: held, in: ledger) else { return }
    let governance = places.filter {
      StatementName(updates[$0].ref.dropFirst("refs/tags/".count))?.document == .governance
    }
    for place in governance.isEmpty ? places : governance {
      updates[place].object(
        .fork, problem,
        remedy: "Fetch what was decided before, and decide after that: writ pull")
    }
  }

  private func judge(
    _ entry: Ledger.Entry, _ ledger: Ledger, _ update: inout GuardReport.Update
  ) {
    guard let issue = entry.issue else { return }
    // What waits for the first people and rules alone is sound otherwise. Under any other ones anybody
    // could have put down themselves.
    if issue.reason == .rootNotApproved, entry.statement?.governance == ledger.root { return }
    let name = update.ref.dropFirst("refs/tags/".count)
    let remedy =
      switch issue.reason {
      case .otherRepository where !ledger.isRootApproved:
        "If it is the right one, whoever runs the server can say so: git config writ.root "
          + (entry.statement?.repository.description ?? "ROOT")
      case .inTheFuture: "Set the clock of that computer right, and decide again."
      case .governanceMissing, .rootNotApproved:
        "Push all decisions together: writ push"
      default: "See more in your copy: writ verify. To take it back there: git tag -d \(name)"
      }
    update.object(
      .notValid,
      issue.reason.verdict == .indeterminate
        ? "It cannot be told whether it holds: \(issue.message)"
        : "It does not hold: \(issue.message)",
      remedy: remedy, reason: issue.reason)
  }

  /// Objects to an approval that helps a second text of a version to be approved: then neither would be
  /// in force.
  private func judgeConflict(
    _ entry: Ledger.Entry, _ ledger: Ledger, _ update: inout GuardReport.Update
  ) throws {
    guard entry.issue == nil, let edition = entry.edition, edition.document != .governance,
      entry.statement?.name.decision == .approve
    else { return }
    guard try ledger.status(of: edition, history: history).state == .conflict else { return }
    update.object(
      .conflict, "Another text is approved as version \(edition.version), so neither would hold.",
      remedy: "Fetch that, and give this text the next version: writ pull")
  }

  /// What the push would break of the people and rules that the server knew; `nil` for nothing.
  private func breach(of held: Held, in ledger: Ledger) -> String? {
    guard !held.chain.isEmpty else {
      return ledger.isBroken ? ledger.problems.first ?? "The people and rules are broken." : nil
    }
    if let problem = ledger.problems.first(where: { !held.problems.contains($0) }) {
      return problem
    }
    guard !ledger.chain.map(\.digest).starts(with: held.chain) else { return nil }
    return "The people and rules that are in force here would no longer be in force."
  }
}
