public import Approvals
public import Objects

/// That a decision is recorded, and where its document stands now.
public struct Receipt: Sendable {
  /// What every report says first.
  public let header: ReportHeader
  /// The decision.
  public let statement: VerifiedStatement
  /// Where its document stands with it.
  public let status: DocumentStatus
  /// The decision that it takes back; with a withdrawal only.
  public let undone: VerifiedStatement?
  /// What it still takes besides, a line for each sort of place.
  public let missing: [String]
  /// Whether it was recorded now; else it had been before.
  public let isNew: Bool
  /// Whether there is another repository that others get it from.
  public let isToBeSent: Bool

  /// A receipt of these parts.
  public init(
    _ header: ReportHeader, statement: VerifiedStatement, status: DocumentStatus,
    undone: VerifiedStatement? = nil, missing: [String], isNew: Bool,
    isToBeSent: Bool = false
  ) {
    self.header = header
    self.statement = statement
    self.status = status
    self.undone = undone
    self.missing = missing
    self.isNew = isNew
    self.isToBeSent = isToBeSent
  }

  private var decision: Decision { statement.statement.name.decision }
  private var title: String { "\(statement.edition.title) \(statement.edition.version)" }

  var text: DisplayText {
    var text: DisplayText = ""
    if isNew {
      text.append("\("Signed.", .good) ")
    } else {
      let day = statement.time.day.inWords
      switch decision {
      case .approve: text.line("You approved it already, on \(day).")
      case .reject: text.line("You sent it back already, on \(day).")
      case .retire: text.line("You retired it already, on \(day).")
      case .reaffirm: text.line("You reviewed it already, on \(day).")
      case .withdraw: text.line("You took it back already, on \(day).")
      }
    }
    switch decision {
    case .approve: text.append(standing)
    case .reject:
      text.line("You sent \(title) back.")
      text.line("It cannot be approved as it stands.")
    case .reaffirm: text.append(reviewed)
    case .retire: text.append(retired)
    case .withdraw:
      if let undone {
        text.line(
          "Your \(undone.statement.name.decision.spokenNoun) of \(undone.time.day.inWords) is taken "
            + "back.")
      }
      text.append(standing)
    }
    text.line("Receipt: \(statement.id)")
    return text
  }

  /// Where the text stands.
  private var standing: DisplayText {
    var text: DisplayText = ""
    switch status.state {
    case .inForce:
      text.line("\(title) is approved and in force.")
      if statement.edition.document == .governance, isNew {
        text.line("These people and rules hold from now on.")
      }
    case .approved:
      let from = status.approved.last { $0.edition.digest == statement.edition.digest }?.from
      text.line("\(title) is approved, and in force from \(from.map(\.day.inWords) ?? "then").")
    case .partial:
      text.line("\(title) is not approved yet.")
      text.append(needs)
    case .draft, .rejected, .superseded, .retired, .conflict, .indeterminate:
      text.line("\(title): \(status.words).")
      for reason in status.reasons { text.paragraph(reason, indent: 0) }
      if status.state == .draft { text.append(needs) }
    }
    return text
  }

  /// Whether the version in force is reviewed now, or still waits for others.
  private var reviewed: DisplayText {
    var text: DisplayText = ""
    let isComplete = status.reviews.contains { $0.statements.contains { $0.id == statement.id } }
    guard isComplete else {
      text.line("You found \(title) still right.")
      text.append(needs)
      return text
    }
    text.line("\(title) is reviewed, and still right.")
    if let next = status.inForce?.nextReview {
      text.line("The next review is due by \(next.inWords).")
    }
    return text
  }

  /// Whether the version is out of force now, or still waits for others.
  private var retired: DisplayText {
    var text: DisplayText = ""
    if status.state == .retired {
      text.line("\(title) is retired: it is no longer in force.")
    } else {
      text.line("\(title) stays in force for now.")
      text.append(needs)
    }
    return text
  }

  private var needs: DisplayText {
    var text: DisplayText = ""
    for missing in missing { text.paragraph("It still needs \(missing).", indent: 0) }
    return text
  }

  /// The entry of `decisions` in the JSON of the commands that decide.
  var json: JSONValue {
    [
      "statement": JSONValue(statement.id), "ref": .string(statement.statement.name.ref),
      "document": JSONValue(statement.edition.document),
      "version": JSONValue(statement.edition.version), "decision": .string(decision.rawValue),
      "withdraws": JSONValue(statement.statement.withdraws),
      "person": JSONValue(statement.person.id), "role": JSONValue(statement.role.id),
      "time": JSONValue(statement.time), "recorded": .bool(isNew),
      "state": .string(status.state.rawValue),
      "missing": .array(missing.map { .string($0) }),
    ]
  }
}

/// What came of a command that decides: a receipt for each decision, and what was not decided.
public struct DecisionReport: Report {
  private let header: ReportHeader
  private let command: String
  private let receipts: [Receipt]
  private let notRecorded: [DocumentID]

  /// The decisions of one command; `notRecorded` lists the documents on which none was recorded
  /// though it was asked for.
  public init(
    _ header: ReportHeader, _ command: String, receipts: [Receipt], notRecorded: [DocumentID] = []
  ) {
    self.header = header
    self.command = command
    self.receipts = receipts
    self.notRecorded = notRecorded
  }

  /// Whether everything asked for is recorded.
  public var isYes: Bool { notRecorded.isEmpty }
  /// A yes need not be said.
  public var isSilentWhenYes: Bool { true }

  /// For people.
  public var text: DisplayText {
    var text: DisplayText = ""
    for receipt in receipts { text.append(receipt.text) }
    if let first = receipts.first {
      text.line(
        receipts.count == 1
          ? "Keep it if you like: it proves that your decision existed."
          : "Keep the receipts if you like: they prove that your decisions existed.")
      if receipts.contains(where: { $0.isNew && $0.isToBeSent }) {
        text.line("Others get it with:  writ push")
      }
      if first.header.isRootApproved { text.append(header.caution) }
    }
    if !notRecorded.isEmpty {
      text.line(
        "\("Not recorded:", .bad) \(notRecorded.map(\.description).joined(separator: ", ")).")
    }
    return text
  }

  /// The object of the command's own schema (`docs/cli.md`).
  public var json: JSONValue {
    header.json(
      command,
      [
        "decisions": .array(receipts.map(\.json)),
        "not-recorded": .array(notRecorded.map { JSONValue($0) }),
      ])
  }
}
