/// What `writ push` sent, and what it could not send.
public struct PushReport: Report {
  /// A decision that stays here, and why.
  public struct Kept: Sendable {
    let decision: ExchangedDecision
    let reason: DisplayText

    /// A decision that stays here for this reason.
    public init(_ decision: ExchangedDecision, _ reason: DisplayText) {
      self.decision = decision
      self.reason = reason
    }
  }

  /// What came of a branch.
  public struct Branch: Sendable {
    /// What came of it.
    public enum Outcome: Sendable {
      /// It is there now.
      case sent
      /// Somebody sent changes meanwhile.
      case behind
      /// What it changes has errors: these.
      case errors(DisplayText)
      /// The other side refused it, with these words.
      case refused(String)

      var name: String {
        switch self {
        case .sent: "sent"
        case .behind: "behind"
        case .errors: "errors"
        case .refused: "refused"
        }
      }
    }

    let name: String
    let outcome: Outcome

    /// What came of the branch of this name, without `refs/heads/`.
    public init(_ name: String, _ outcome: Outcome) {
      self.name = name
      self.outcome = outcome
    }

    var isSent: Bool { if case .sent = outcome { true } else { false } }
  }

  /// What was sent, and what was not.
  public struct Content: Sendable {
    /// The name or address of the other side.
    public let remote: String
    /// Whether it has a name here: else only decisions are exchanged with it.
    public let isNamed: Bool
    /// The decisions of others that came before.
    public let new: [ExchangedDecision]
    /// The decisions that are there now for the first time.
    public let sent: [ExchangedDecision]
    /// Those that somebody had deleted there.
    public let putBack: [ExchangedDecision]
    /// Those that were made again, since their names were taken: the names of the old and the new one.
    public let madeAgain: [(old: String, new: ExchangedDecision)]
    /// What stood in their places and does not hold.
    public let unsound: [ExchangedDecision]
    /// The decisions here in whose place something else was put there.
    public let exchanged: [ExchangedDecision]
    /// What is there under names of decisions that cannot be had here.
    public let notTaken: [String]
    /// All that is there and could not be stored here, branches too: these keep nothing from being sent.
    public let notStored: [NotStored]
    /// The decisions that stay here.
    public let kept: [Kept]
    /// The branches that had something to send.
    public let branches: [Branch]
    /// What the other side said to people, a line each.
    public let remarks: [String]

    /// Content of these parts.
    public init(
      remote: String, isNamed: Bool, new: [ExchangedDecision], sent: [ExchangedDecision],
      putBack: [ExchangedDecision], madeAgain: [(old: String, new: ExchangedDecision)],
      unsound: [ExchangedDecision], exchanged: [ExchangedDecision], notTaken: [String],
      notStored: [NotStored],
      kept: [Kept], branches: [Branch], remarks: [String]
    ) {
      self.remote = remote
      self.isNamed = isNamed
      self.new = new
      self.sent = sent
      self.putBack = putBack
      self.madeAgain = madeAgain
      self.unsound = unsound
      self.exchanged = exchanged
      self.notTaken = notTaken
      self.notStored = notStored
      self.kept = kept
      self.branches = branches
      self.remarks = remarks
    }
  }

  private let header: ReportHeader
  private let content: Content

  /// A report on what was pushed.
  public init(_ header: ReportHeader, _ content: Content) {
    self.header = header
    self.content = content
  }

  /// Whether all that was to be sent is there, and nothing is wrong there.
  public var isYes: Bool {
    content.kept.isEmpty && content.unsound.isEmpty && content.exchanged.isEmpty
      && content.notTaken.isEmpty && content.new.allSatisfy(\.isValid)
      && content.branches.allSatisfy(\.isSent)
  }

  /// A yes need not be said.
  public var isSilentWhenYes: Bool { true }

  /// For people.
  public var text: DisplayText {
    var text = DisplayText()
    let remote = content.remote
    if !content.new.isEmpty { text.line("Fetched from \(remote):") }
    text.append(DisplayText(news: content.new))
    for again in content.madeAgain {
      text.paragraph(
        "\(again.new.noun) was made again, since another one had its name at \(remote).", indent: 0)
    }
    if !content.sent.isEmpty { text.line("\("Sent", .good) to \(remote):") }
    for decision in content.sent { text.item("\(decision.sentence).") }
    if !content.putBack.isEmpty {
      text.line("Put back at \(remote), where somebody had deleted it:")
    }
    for decision in content.putBack { text.item("\(decision.sentence).") }
    for decision in content.unsound {
      text.paragraph(
        "\(remote) has something that does not hold under the name of \(decision.noun): "
          + decision.reason, indent: 0)
    }
    for kept in content.kept {
      text.line("\("not sent", .bad)  \(kept.decision.noun)")
      text.append("  ")
      text.line(kept.reason.inLines(indent: 2))
    }
    text.append(
      DisplayText(
        gone: [], exchanged: content.exchanged, at: remote, remedy: ""))
    text.append(DisplayText(notStored: content.notStored, of: remote))
    for branch in content.branches { text.append(describe(branch)) }
    if !content.remarks.isEmpty { text.line("\(remote) says:") }
    for remark in content.remarks { text.line("  \(remark)") }
    if !content.isNamed {
      text.paragraph(
        "Only decisions are sent to an address: drafts and files go to a place that has a name here. "
          + "Give it one with: git remote add NAME \(remote)", indent: 0)
    }
    if isYes && content.sent.isEmpty && content.putBack.isEmpty && content.branches.isEmpty {
      text.line("Nothing to send: \(remote) has all that is here.")
    }
    return text
  }

  private func describe(_ branch: Branch) -> DisplayText {
    var text = DisplayText()
    switch branch.outcome {
    case .sent: text.line("Sent to \(content.remote): what was written (\(branch.name))")
    case .behind:
      text.line("\("not sent", .bad)  what was written (\(branch.name))")
      text.line("  Somebody sent changes since: writ pull, then push again.")
    case .errors(let findings):
      text.line("\("not sent", .bad)  what was written (\(branch.name)): it has errors")
      text.append(findings)
      text.line("  Mend them, commit, and push again.")
    case .refused(let reason):
      text.line("\("not sent", .bad)  what was written (\(branch.name))")
      text.line("  \(content.remote) refuses it: \(reason)")
    }
    return text
  }

  /// The object of `writ.push/1` (`docs/cli.md`).
  public var json: JSONValue {
    header.json(
      "push",
      [
        "remote": .string(content.remote),
        "new": .array(content.new.map { $0.json() }),
        "sent": .array(content.sent.map { $0.json() }),
        "put-back": .array(content.putBack.map { $0.json() }),
        "made-again": .array(
          content.madeAgain.map { again in
            again.new.json([JSONValue.Member(key: "in-place-of", value: .string(again.old))])
          }),
        "unsound": .array(content.unsound.map { $0.json() }),
        "exchanged": .array(content.exchanged.map { $0.json() }),
        "not-taken": .array(content.notTaken.map { .string($0) }),
        "not-stored": .array(content.notStored.map(\.json)),
        "not-sent": .array(
          content.kept.map { kept in
            kept.decision.json([
              JSONValue.Member(key: "message", value: .string(kept.reason.plain))
            ])
          }),
        "branches": .array(
          content.branches.map { branch in
            let message: JSONValue =
              switch branch.outcome {
              case .sent, .behind: .null
              case .errors(let findings): .string(findings.plain)
              case .refused(let reason): .string(reason)
              }
            return [
              "name": .string(branch.name), "outcome": .string(branch.outcome.name),
              "message": message,
            ]
          }),
        "remarks": .array(content.remarks.map { .string($0) }),
      ])
  }
}
