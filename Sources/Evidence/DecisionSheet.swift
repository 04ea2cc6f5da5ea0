public import Approvals
public import Objects

/// All that somebody is shown before they sign a decision: what they see is what they sign.
public struct DecisionSheet: Sendable {
  /// What is decided on.
  public let matter: Matter
  /// The exact statement.
  public let statement: Statement
  /// What the decision would do; `nil` for one that fills no place.
  public let contribution: Contribution?
  /// The decision that is taken back; with a withdrawal only.
  public let undone: VerifiedStatement?
  /// How many decisions are signed just before it, which it will name as seen besides.
  public let position: Int
  /// The moment that the statement claims.
  public let time: Instant

  /// A sheet of these parts.
  public init(
    matter: Matter, statement: Statement, contribution: Contribution?, undone: VerifiedStatement?,
    position: Int, time: Instant
  ) {
    self.matter = matter
    self.statement = statement
    self.contribution = contribution
    self.undone = undone
    self.position = position
    self.time = time
  }

  private var decision: Decision { statement.name.decision }
  private var edition: Edition { matter.edition }

  /// For people: the matter, and what is signed.
  public var text: DisplayText {
    var text = matter.text
    text.line()
    switch decision {
    case .approve, .reject:
      text.append(matter.why)
      text.append(matter.changesInFull)
      text.append(matter.others)
      text.append(matter.checks)
    case .reaffirm:
      text.append(matter.force)
      text.append(matter.checks)
    case .retire:
      text.append(matter.force)
    case .withdraw:
      break
    }
    text.line()
    text.append(declaration)
    return text
  }

  /// For people: what is signed, what that means, and what comes of it.
  public var declaration: DisplayText {
    var text: DisplayText = ""
    text.line("You will sign exactly this:")
    text.line()
    for line in statement.message.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast()
    {
      text.line(line.isEmpty ? "" : "    \(line, .dim)")
    }
    text.line()
    if position > 0 {
      text.paragraph(
        "Once you have signed, it also names as seen what you sign before it now "
          + "(\(counted(position, "decision"))).", indent: 0)
    }
    text.append(meaning)
    text.append(effect)
    return text
  }

  private var meaning: DisplayText {
    var text: DisplayText = ""
    switch decision {
    case .approve:
      text.line("By approving you say: \"I have read it; it is suitable and adequate.\"")
    case .reject:
      text.line("You send it back: it cannot be approved as it stands.")
    case .reaffirm:
      text.line("By signing you say: \"I have reviewed it; it is still right.\"")
    case .retire:
      text.paragraph(
        contribution?.completes == true
          ? "You retire it: from now on it is no longer in force, nor is any version before it."
          : "You want it retired: it is then no longer in force, nor is any version before it.",
        indent: 0)
    case .withdraw:
      if let undone {
        text.paragraph(
          "You take back your \(undone.statement.name.decision.spokenNoun) of "
            + "\(undone.time.day.inWords): from now on it no longer counts.", indent: 0)
      }
    }
    return text
  }

  private var effect: DisplayText {
    var text: DisplayText = ""
    switch decision {
    case .reject:
      text.line("It takes a new text, or you take this back: writ withdraw \(edition.document)")
    case .withdraw: break
    case .approve, .reaffirm, .retire:
      guard let contribution else { break }
      if contribution.completes {
        text.line("\(completion)")
      } else if contribution.missing.isEmpty, decision == .approve {
        text.line("It is approved already; yours is one more.")
      }
      for missing in contribution.missing where !contribution.completes {
        text.paragraph("\(condition): \(missing).", indent: 0)
      }
    }
    return text
  }

  /// What happens since the decision is the last one needed.
  private var completion: String {
    switch decision {
    case .approve:
      let from = max(edition.effective?.start ?? time, time)
      return from > time
        ? "It takes effect on \(from.day.inWords), since yours is the last approval needed."
        : "It takes effect at once, since yours is the last approval needed."
    case .reaffirm:
      let next = edition.reviewEvery.map { $0.end(from: time.day).inWords }
      return next.map {
        "The next review is then due by \($0), since yours is the last one needed."
      }
        ?? "It is reviewed then, since yours is the last decision needed."
    case .retire: return "It leaves force at once, since yours is the last decision needed."
    case .reject, .withdraw: return ""
    }
  }

  /// What must come besides, before anything happens.
  private var condition: String {
    switch decision {
    case .approve: "Before it takes effect it also needs"
    case .reaffirm: "Before it counts as reviewed it also needs"
    case .retire: "Until it has this too, it stays in force"
    case .reject, .withdraw: ""
    }
  }
}

extension DecisionSheet {
  /// What to ask for where the reason is missing.
  public var questionForReason: DisplayText {
    decision == .reject
      ? "Why do you send \(edition.title) \(edition.version) back? "
      : "Why do you retire \(edition.title) \(edition.version)? "
  }
}

extension Decision {
  /// The noun that executives read.
  var spokenNoun: String {
    switch self {
    case .approve: "approval"
    case .reject: "send-back"
    case .withdraw: "withdrawal"
    case .reaffirm: "review"
    case .retire: "retirement"
    }
  }
}
