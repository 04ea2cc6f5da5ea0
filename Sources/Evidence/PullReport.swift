/// What `writ pull` brought, and what is not in order at the other side.
public struct PullReport: Report {
  /// What came of the files here.
  public enum Files: Sendable, Equatable {
    /// They are as they are there, or further on.
    case upToDate
    /// They were brought up to date.
    case updated
    /// None were looked for: there are no files here, or no such branch there.
    case none
    /// Both sides have changes that the other one lacks.
    case diverged
    /// Files with changes that are not saved are in the way; their paths, if Git names them.
    case blocked([String])
    /// It was not done, for this reason.
    case refused(String)

    var isInOrder: Bool {
      switch self {
      case .upToDate, .updated, .none: true
      case .diverged, .blocked, .refused: false
      }
    }

    var name: String {
      switch self {
      case .upToDate: "up-to-date"
      case .updated: "updated"
      case .none: "none"
      case .diverged: "diverged"
      case .blocked: "blocked"
      case .refused: "refused"
      }
    }
  }

  /// What came, and what is not there.
  public struct Content: Sendable {
    /// The name or address of the other side.
    public let remote: String
    /// Whether it has a name here: else only decisions are exchanged with it.
    public let isNamed: Bool
    /// The branch that the files here belong to, without `refs/heads/`, if there is one.
    public let branch: String?
    /// What came of the files.
    public let files: Files
    /// The decisions that came.
    public let new: [ExchangedDecision]
    /// The decisions here that are to be sent.
    public let unsent: [ExchangedDecision]
    /// The decisions here that were there, and are not any more.
    public let gone: [ExchangedDecision]
    /// The decisions here in whose place something else was put there.
    public let exchanged: [ExchangedDecision]
    /// The decisions here whose name another one has there, which was sent first.
    public let madeTwice: [ExchangedDecision]
    /// What is there under names of decisions that cannot be had here.
    public let notTaken: [String]
    /// All that is there and could not be stored here.
    public let notStored: [NotStored]
    /// The branches that are new there, and those that are gone.
    public let newBranches, goneBranches: [String]
    /// The branches that do not lead on from what they were.
    public let rewritten: [String]

    /// Content of these parts.
    public init(
      remote: String, isNamed: Bool, branch: String?, files: Files, new: [ExchangedDecision],
      unsent: [ExchangedDecision], gone: [ExchangedDecision], exchanged: [ExchangedDecision],
      madeTwice: [ExchangedDecision], notTaken: [String], notStored: [NotStored],
      newBranches: [String], goneBranches: [String], rewritten: [String]
    ) {
      self.remote = remote
      self.isNamed = isNamed
      self.branch = branch
      self.files = files
      self.new = new
      self.unsent = unsent
      self.gone = gone
      self.exchanged = exchanged
      self.madeTwice = madeTwice
      self.notTaken = notTaken
      self.notStored = notStored
      self.newBranches = newBranches
      self.goneBranches = goneBranches
      self.rewritten = rewritten
    }
  }

  private let header: ReportHeader
  private let content: Content

  /// A report on what was pulled.
  public init(_ header: ReportHeader, _ content: Content) {
    self.header = header
    self.content = content
  }

  /// Whether all that came holds, all is still there, and the files are up to date.
  public var isYes: Bool {
    content.new.allSatisfy(\.isValid) && content.gone.isEmpty && content.exchanged.isEmpty
      && content.madeTwice.isEmpty && content.notTaken.isEmpty && content.notStored.isEmpty
      && content.rewritten.isEmpty
      && content.files.isInOrder
  }

  /// A yes need not be said.
  public var isSilentWhenYes: Bool { true }

  /// For people.
  public var text: DisplayText {
    var text = DisplayText()
    text.append(DisplayText(news: content.new))
    for name in content.newBranches { text.line("New draft: \(name)") }
    for name in content.goneBranches { text.line("Landed or given up: \(name)") }
    text.append(files)
    for name in content.rewritten {
      text.paragraph(
        "\(content.remote) has another history of \(name) than it had: somebody rewrote it there. "
          + "Decisions keep the texts that they are about. Ask whoever runs \(content.remote) why.",
        indent: 0)
    }
    text.append(
      DisplayText(
        gone: content.gone, exchanged: content.exchanged, at: content.remote,
        remedy: "It is still here: writ push puts it back."))
    text.append(DisplayText(notStored: content.notStored, of: content.remote))
    for decision in content.madeTwice {
      text.paragraph(
        "\(decision.noun) was made twice, here and in another copy, and the other one was sent first. "
          + "writ push makes yours again beside it.", indent: 0)
    }
    if !content.unsent.isEmpty {
      text.line("Only here so far; send with writ push:")
      for decision in content.unsent { text.item("\(decision.sentence).") }
    }
    if header.isRootApproved, !isYes || !content.new.isEmpty { text.append(header.caution) }
    return text
  }

  private var files: DisplayText {
    var text = DisplayText()
    let remote = content.remote
    switch content.files {
    case .upToDate where content.new.isEmpty && !content.notStored.isEmpty:
      text.line("Nothing else is new at \(remote).")
    case .upToDate where content.new.isEmpty:
      text.line("Nothing new: all that \(remote) has is here.")
    case .upToDate: break
    case .updated: text.line("The files here are as they are at \(remote) now.")
    case .none:
      if !content.isNamed {
        text.paragraph(
          "Only decisions were fetched: drafts and files come from a place that has a name here. Give "
            + "it one with: git remote add NAME \(remote)", indent: 0)
      } else if content.new.isEmpty {
        text.line("No new decisions.")
      }
    case .diverged:
      text.paragraph(
        "The files here stay as they are: they have changes that \(remote) lacks, and it has others. "
          + "Whoever keeps the policies puts them together: git merge "
          + "\(remote)/\(content.branch ?? "")", indent: 0)
    case .blocked(let paths):
      text.paragraph(
        "The files here stay as they are: changes that are not saved yet would be lost. Save them or "
          + "put them back as they were, then: writ pull", indent: 0)
      for path in paths { text.line("  \(path)") }
    case .refused(let reason):
      text.paragraph("The files here stay as they are: \(reason)", indent: 0)
    }
    return text
  }

  /// The object of `writ.pull/1` (`docs/cli.md`).
  public var json: JSONValue {
    let isBlockedBy: [JSONValue] =
      if case .blocked(let paths) = content.files { paths.map { .string($0) } } else { [] }
    return header.json(
      "pull",
      [
        "remote": .string(content.remote), "branch": JSONValue(content.branch),
        "files": .string(content.files.name), "blocked-by": .array(isBlockedBy),
        "new": .array(content.new.map { $0.json() }),
        "unsent": .array(content.unsent.map { $0.json() }),
        "gone": .array(content.gone.map { $0.json() }),
        "exchanged": .array(content.exchanged.map { $0.json() }),
        "made-twice": .array(content.madeTwice.map { $0.json() }),
        "not-taken": .array(content.notTaken.map { .string($0) }),
        "not-stored": .array(content.notStored.map(\.json)),
        "new-branches": .array(content.newBranches.map { .string($0) }),
        "gone-branches": .array(content.goneBranches.map { .string($0) }),
        "rewritten": .array(content.rewritten.map { .string($0) }),
      ])
  }
}

extension DisplayText {
  /// The decisions that came, a line each, and those of them that do not hold.
  init(news: [ExchangedDecision]) {
    self.init()
    for decision in news where decision.isValid { paragraph("\(decision.sentence).", indent: 0) }
    for decision in news where !decision.isValid {
      line("\("does not hold", .bad)  \(decision.noun)")
      paragraph(decision.reason, indent: 2)
    }
    if news.contains(where: { !$0.isValid }) { line("See more with: writ verify") }
  }

  /// What is not at the other side as it was.
  init(
    gone: [ExchangedDecision], exchanged: [ExchangedDecision], at remote: String, remedy: String
  ) {
    self.init()
    for decision in gone {
      paragraph(
        "\(remote) no longer has \(decision.noun): somebody deleted it there. \(remedy)", indent: 0)
    }
    for decision in exchanged {
      paragraph(
        "\(remote) has something else in the place of \(decision.noun): somebody exchanged it there. "
          + "It is still here. Ask whoever runs \(remote) to remove what stands there now; then: writ "
          + "push", indent: 0)
    }
  }
}
