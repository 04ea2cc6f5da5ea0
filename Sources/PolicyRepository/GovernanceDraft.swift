import Approvals
import Documents
import Evidence
import Files
import Objects

/// Changes of `writ.yaml` in the working folder, and what is to be said of them.
extension PolicyRepository {
  /// Edits `writ.yaml`, as the draft of the next version once one is in force, and says what comes of
  /// it.
  ///
  /// `person` is whose entry it is about; `takesAway` says whether somebody can do less than before.
  func editGovernance(
    _ command: String, of person: PersonID?, asMajor: Bool = false, takesAway: Bool,
    _ edit: (inout GovernanceFile) throws -> DisplayText
  ) throws -> DoneReport {
    let files = Enclosure(try workingFolder())
    let path = DocumentFolders.governancePath
    let head = try head()
    let ledger = try ledger(of: head)
    try refuseDraft(isForPerson: person != nil, ledger)
    let before = try files.read(path)
    let last = ledger.chain.last?.governance
    var file = try GovernanceFile(
      before, following: ledger.chain.isEmpty ? nil : Predecessors(ledger), asMajor: asMajor)
    var text = try edit(&file)
    text.line()

    let cautions = try cautions(
      on: file, before: before, takesAway: takesAway, after: last, in: head, ledger)
    var changes: [String] = []
    var missing: [String] = []
    if let last, let edition = Edition(file.bytes, path: DocumentFolders.governancePath) {
      changes = GovernanceChanges(from: last, to: file.governance).sentences
      let status = try ledger.status(of: edition, history: history)
      missing = status.missing
      text.append(Self.words(on: file.governance, after: last, changes, missing))
      if !settlesWhatIsMissing(edition, ledger) {
        for reason in status.reasons {
          text.paragraph("It cannot be approved now: \(reason)", indent: 0)
        }
      }
    }
    try files.replace(path, with: file.bytes)

    for caution in cautions {
      text.paragraph("Beware: \(caution.message).", indent: 0)
      text.paragraph("To mend it: \(caution.remedy)", indent: 2)
    }
    text.line("When writ.yaml says all that it should:")
    text.line(
      last == nil
        ? "  git commit -am \"Register who decides\""
        : "  git commit -am \"Change who decides: version \(file.governance.version)\"")
    text.line("  writ approve governance          (by each of them, with their own key)")
    return DoneReport(
      header(head: head?.id), command, text: text,
      members: [
        "person": JSONValue(person), "path": .string(DocumentFolders.governancePath),
        "warnings": .array(cautions.map { .string($0.message) }),
        "version": JSONValue(file.governance.version),
        "changes": .array(changes.map { .string($0) }),
        "missing": .array(missing.map { .string($0) }),
      ])
  }

  /// Refuses where nothing tells what a draft would follow.
  func refuseDraft(isForPerson: Bool, _ ledger: Ledger) throws {
    if ledger.hasLostAll {
      throw Refusal(
        .no,
        "who decides cannot be changed here: no decisions are here, so nothing tells what it follows",
        remedies: "fetch them: writ pull")
    }
    if ledger.chain.isEmpty, !isForPerson {
      throw Refusal(
        .no, "no version of the people and rules is approved yet, so this one follows none",
        remedies: "approve the first one: writ approve governance")
    }
  }

  /// What the draft changes, and what it takes to bring it into force.
  private static func words(
    on draft: Governance, after last: Governance, _ changes: [String], _ missing: [String]
  ) -> DisplayText {
    var text: DisplayText = ""
    text.line("writ.yaml is now the draft of version \(draft.version) of the people and rules.")
    if changes.isEmpty {
      text.line("People, keys, roles and rules are still those of version \(last.version).")
    } else {
      text.line("What it changes so far:")
      for change in changes { text.item(change) }
    }
    if !missing.isEmpty {
      text.line("Version \(last.version) holds until the draft is approved by:")
      for missing in missing { text.item(missing) }
    }
    return text
  }
}

/// What somebody should know of a change of `writ.yaml` before they go on with it.
private struct Caution {
  let message: String
  let remedy: String
}

extension PolicyRepository {
  /// All that somebody should know of what the file is now.
  private func cautions(
    on file: GovernanceFile, before: [UInt8], takesAway: Bool, after last: Governance?,
    in head: Head?, _ ledger: Ledger
  ) throws -> [Caution] {
    let draft = file.governance
    var cautions = try staleApprovals(of: before, in: head, otherThan: draft, ledger)
    if let last {
      cautions += Self.gains(from: last, to: draft)
      cautions += try losses(from: last, to: draft, in: head, ledger)
      cautions += Self.doubts(from: last, to: draft, ledger)
    }
    guard takesAway else { return cautions }
    // While people are added one by one, rules that cannot be met yet are nothing to warn of.
    let known = Set(last == nil ? Governance.parse(before).warnings.map(\.message) : [])
    return cautions
      + file.warnings.filter { !known.contains($0.message) }
      .map { Caution(message: $0.message, remedy: $0.remedy) }
  }

  /// The approvals of what the file was before, which do not hold for what it is now.
  private func staleApprovals(
    of bytes: [UInt8], in head: Head?, otherThan draft: Governance, _ ledger: Ledger
  ) throws -> [Caution] {
    let path = DocumentFolders.governancePath
    let texts = [bytes, try governanceFile(of: head)].compactMap {
      $0.flatMap { Edition($0, path: path) }
    }
    var known = Set(ledger.chain.map(\.digest) + [draft.digest])
    return try texts.filter { known.insert($0.digest).inserted }.flatMap { text in
      try ledger.status(of: text, history: history).approvals.map { approval in
        Caution(
          message: "\(approval.person.name) approved version \(text.version) as it was before, on "
            + "\(approval.time.day.inWords), which does not hold for what is changed now",
          remedy: "ask \(approval.person.name) to approve it again once it is complete")
      }
    }
  }

  /// Who gains a role, and what that asks of those who approve.
  private static func gains(from last: Governance, to draft: Governance) -> [Caution] {
    guard last.selfAppointment != .allowed else { return [] }
    return draft.people.compactMap { person in
      let gained = draft.rolesGained(by: person.id, after: last)
      // Nobody can approve anything who is not there yet.
      guard !gained.isEmpty, last.person(person.id) != nil else { return nil }
      let titles = gained.map { draft.role($0)?.title ?? $0.description }.joined(separator: ", ")
      return last.selfAppointment == .never
        ? Caution(
          message: "\(person.name) becomes \(titles) by it, so may not approve it",
          remedy: "let others approve it")
        : Caution(
          message: "\(person.name) becomes \(titles) by it, so may not approve it alone",
          remedy: "somebody who gains no role by it must be among those who approve it")
    }
  }

  /// What those decide without effect from whom something is taken.
  private func losses(
    from last: Governance, to draft: Governance, in head: Head?, _ ledger: Ledger
  ) throws -> [Caution] {
    let names = last.people.flatMap { person -> [String] in
      guard let after = draft.person(person.id) else { return ["\(person.name) decides"] }
      let roles = person.roles.filter { !after.roles.contains($0) }.map { role in
        "\(person.name) decides as \(last.role(role)?.title ?? role.description)"
      }
      let keys = person.keys.filter { key in
        guard let name = key.name, last.revocations(of: name).isEmpty,
          !draft.isCompromised(name)
        else { return false }
        return !after.keys.contains(key) || !draft.revocations(of: name).isEmpty
      }.compactMap { key in
        key.name.map { "\(person.name) signs with the key \($0)" }
      }
      return roles + keys
    }
    let later = names.map { what in
      Caution(
        message: "what \(what) from now on counts only if those who approve version "
          + "\(draft.version) have seen it",
        remedy: "bring the draft up to date before it is approved: writ people draft")
    }
    return try openDecisions(in: head, ledger).filter {
      $0.stands(in: last) && !$0.stands(in: draft)
    }.map { decision in
      Caution(
        message: "the \(decision.statement.name.decision.noun) of \(decision.edition.title) "
          + "\(decision.edition.version) by \(decision.person.name) helps no more once this is in "
          + "force, for others have still to decide on that",
        remedy: "let them decide before, or somebody who may then decide again")
    } + later
  }

  /// What counts no more since keys turn out to have been in other hands.
  private static func doubts(from last: Governance, to draft: Governance, _ ledger: Ledger)
    -> [Caution]
  {
    let keys = Set(draft.revoked.filter { $0.reason == .compromised }.map(\.key))
    return keys.filter { !last.isCompromised($0) }.sorted { "\($0)" < "\($1)" }.map { key in
      let owner =
        (draft.owner(of: key) ?? ledger.registries.lazy.compactMap { $0.owner(of: key) }.first)
      let decisions = ledger.statements.filter {
        $0.statement.key == key && $0.edition.document != .governance
      }.map {
        "the \($0.statement.name.decision.noun) of \($0.edition.title) \($0.edition.version)"
      }
      let what = decisions.isEmpty ? "" : " (\(decisions.joined(separator: ", ")))"
      return Caution(
        message:
          "once this is in force, nothing counts that was signed with the key \(key)\(what): "
          + "nothing proves when it was signed",
        remedy:
          "let \(owner?.name ?? "its owner") decide again with another key; writ verify then says on "
          + "what")
    }
  }

  /// The decisions on documents of HEAD that wait for others.
  private func openDecisions(in head: Head?, _ ledger: Ledger) throws -> [VerifiedStatement] {
    let entries = try head.map { try trees.documents(in: $0.commit) } ?? []
    return try entries.filter { $0.document != .governance }.flatMap { entry in
      guard let edition = Edition(try trees.bytes(entry.blob), path: entry.path) else {
        return [VerifiedStatement]()
      }
      let status = try ledger.status(of: edition, history: history)
      return (status.state == .partial ? status.approvals : [])
        + (status.inForce.map { $0.openReview + $0.openRetirement } ?? [])
    }
  }
}

extension Governance {
  /// Whether somebody else may have the key.
  fileprivate func isCompromised(_ key: KeyName) -> Bool {
    revocations(of: key).contains { $0.reason == .compromised }
  }
}
