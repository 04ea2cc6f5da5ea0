import Approvals
public import Evidence
import Git
import Objects
import Rules

/// One line that Git hands to its hook `pre-push` (`githooks(5)`).
private struct Pushed {
  /// What is pushed; `nil` where something is to be deleted.
  let object: ObjectID?
  /// The name that it is to have there.
  let name: String
  /// What has that name there now; `nil` for nothing.
  let before: ObjectID?

  init?(_ line: Substring) {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 4, let object = ObjectID(hex: parts[1]),
      let before = ObjectID(hex: parts[3])
    else { return nil }
    self.object = object == .zero ? nil : object
    name = String(parts[2])
    self.before = before == .zero ? nil : before
  }

  var isDecision: Bool { name.utf8.starts(with: StatementName.refPrefix.utf8) }
  var isBranch: Bool { name.utf8.starts(with: "refs/heads/".utf8) }
}

extension PolicyRepository {
  /// What the hook `pre-push` answers: no decision is deleted, moved or pushed unless it holds, and
  /// no document with errors is pushed.
  ///
  /// `remote` is the name or the address that is pushed to, `input` what Git says is pushed.
  public func prePush(to remote: String, _ input: String) throws -> HookReport {
    let pushed = try input.split(separator: "\n").map { line in
      guard let pushed = Pushed(line) else {
        throw Refusal(
          .couldNot, "what Git says of the push cannot be read: \(line)",
          remedies: "install the hooks anew: writ hooks install")
      }
      return pushed
    }
    var answer = PushAnswer()
    try judge(pushed.filter(\.isDecision), &answer)
    let tracked = try git.references(under: "refs/remotes/\(remote)/").compactMap(\.target)
    for branch in pushed where branch.isBranch { try judge(branch, tracked, &answer) }
    if answer.isYes { try rememberDecisions(pushed, tracked, remote, &answer) }
    if !answer.isYes { answer.text.line("Nothing was pushed.") }
    return HookReport(
      header(head: try git.head()), "pre-push", isYes: answer.isYes, text: answer.text)
  }

  private struct PushAnswer {
    var isYes = true
    var text = DisplayText()

    mutating func refuse(_ name: String, _ reason: DisplayText, remedy: DisplayText) {
      isYes = false
      text.line("\("refused", .bad)  \(name)")
      text.line("  \(reason)")
      text.line("  \(remedy)")
    }
  }

  // MARK: Decisions

  private func judge(_ decisions: [Pushed], _ answer: inout PushAnswer) throws {
    guard !decisions.isEmpty else { return }
    let here = Dictionary(
      try git.references(under: StatementName.refPrefix).map { ($0.name, $0.target) },
      uniquingKeysWith: { first, _ in first })
    let ledger = try ledgerWithoutMemory(of: try head())
    let entries = Dictionary(
      ledger.entries.map { ($0.ref, $0) }, uniquingKeysWith: { first, _ in first })
    for decision in decisions {
      guard let object = decision.object else {
        answer.refuse(
          decision.name,
          "This would delete a decision there. Decisions stay, whatever comes later.",
          remedy: "To undo one, its signer withdraws it.")
        continue
      }
      if let before = decision.before, before != object {
        answer.refuse(
          decision.name, "This would put another decision in the place of one that is there.",
          remedy: "Fetch that one, and compare: writ pull")
        continue
      }
      guard let entry = entries[decision.name], here[decision.name] == object else {
        answer.refuse(
          decision.name, "This is not what stands here under that name.",
          remedy: "Push decisions under their own names: writ push")
        continue
      }
      switch entry.verdict {
      case .valid: continue
      case .indeterminate:
        answer.text.paragraph(
          "\(decision.name): pushed, though it cannot be told yet whether it holds. "
            + (entry.issue?.message ?? ""), indent: 0)
      default:
        answer.refuse(
          decision.name, "It does not hold: \(entry.issue?.message ?? "")",
          remedy:
            "See more with: writ verify. Take it back here with: git tag -d \(decision.name.dropFirst(10))"
        )
      }
    }
  }

  // MARK: Documents

  private func judge(_ branch: Pushed, _ tracked: [ObjectID], _ answer: inout PushAnswer) throws {
    guard let tip = branch.object else { return }
    let isDraft = branch.name.utf8.starts(with: (Self.heads + ChangeName.prefix).utf8)
    guard let report = try check(pushing: tip, over: branch.before, tracked, isDraft: isDraft)
    else { return }
    guard !report.isYes else {
      answer.text.append(report.notJudged)
      return
    }
    answer.text.append(report.text)
    answer.refuse(
      branch.name, "What it changes has errors.",
      remedy: "Mend them, commit, and push again.")
  }

  /// What `check` finds in the documents that a branch changes; `nil` where it changes none. `before` is
  /// where the branch stands there, if it does, `tracked` what else is there.
  func check(
    pushing tip: ObjectID, over before: ObjectID?, _ tracked: [ObjectID], isDraft: Bool
  ) throws -> CheckReport? {
    let known = before.flatMap { git.holds($0) ? [$0] : nil } ?? tracked
    return try check(
      pushed: tip, since: try git.mergeBase(of: tip, with: known), as: isDraft ? .draft : .submitted
    )
  }

  // MARK: What stays behind

  /// Points out decisions that were not pushed along, as far as that can be told from here: those on
  /// a text that the other side does not have yet; and where nothing at all was new, that there are
  /// decisions.
  private func rememberDecisions(
    _ pushed: [Pushed], _ tracked: [ObjectID], _ remote: String, _ answer: inout PushAnswer
  ) throws {
    let along = Set(pushed.map(\.name))
    let left = try git.references(under: StatementName.refPrefix).filter {
      !along.contains($0.name)
    }
    let command: DisplayText = "  writ push \(remote)"
    if pushed.isEmpty && !left.isEmpty {
      answer.text.line("git push does not push decisions. If some here are new, push them with:")
      answer.text.line(command)
      return
    }
    let tips = pushed.filter(\.isBranch).compactMap(\.object)
    guard !tips.isEmpty else { return }
    let known = tracked + pushed.compactMap(\.before).filter(git.holds)
    let targets = try left.compactMap { try $0.target.flatMap { try target(of: $0) } }
    let new = try Set(targets).filter { target in
      try git.mergeBase(of: target, with: tips) == target
        && git.mergeBase(of: target, with: known) != target
    }
    let count = targets.count { new.contains($0) }
    guard count > 0 else { return }
    answer.text.line(
      "\(count) \(count == 1 ? "decision" : "decisions") on what you push stay here: git push does not push decisions."
    )
    answer.text.line("Push them too:")
    answer.text.line(command)
  }

  /// What the tag of a decision points at; `nil` for what is no such tag.
  private func target(of tag: ObjectID) throws -> ObjectID? {
    do {
      return try TagObject(try git.bytes(of: tag, as: .tag, limit: 1 << 20)).target
    } catch is GrammarError {
      return nil
    } catch let error as GitError where error.kind == .damaged || error.kind == .tooLarge {
      return nil
    }
  }
}
