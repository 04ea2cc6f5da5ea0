import Approvals
import Documents
import Objects
import Rules

/// What a brief says, before it is put on a terminal, on a page or into another text.
struct BriefSection {
  /// A piece of it; words may be foreign.
  enum Piece {
    /// A sentence or more.
    case paragraph(String)
    /// One of a list.
    case item(String)
    /// A question, with the clauses that it is about.
    case question(String, clause: String)
    /// The very words of a text, and whose they are.
    case quote(String, of: String)
    /// What there is no answer to.
    case gap(String)
  }

  /// How links on a page call it.
  let id: HTML
  /// Its heading.
  let title: String
  /// What it says.
  let pieces: [Piece]
}

extension Brief {
  /// How many decisions are listed.
  private static let newest = 12

  /// Who it is for, and as of when.
  var opening: String {
    let roles = titles.isEmpty ? "without a role now" : titles.inWords
    let time = asOf == nil ? "Today is" : "As of"
    return
      "\(person.name), \(roles), at \(governance.organisation). \(time) \(header.time.day.inWords)."
  }

  /// All of it, in the order in which it is read.
  var sections: [BriefSection] {
    [
      BriefSection(id: "where", title: "Where the policies are", pieces: whereabouts),
      BriefSection(id: "known", title: "What to know of them", pieces: known),
      BriefSection(id: "signed", title: "What you signed", pieces: decisions),
      BriefSection(id: "awaiting", title: "What awaits you", pieces: awaited),
      BriefSection(id: "back", title: "What you sent back or took back", pieces: returned),
      BriefSection(id: "roles", title: "Your roles and keys", pieces: rolesAndKeys),
      BriefSection(id: "part", title: "Your part in it", pieces: part),
      BriefSection(id: "questions", title: "What you may be asked", pieces: asked),
    ]
  }

  private var whereabouts: [BriefSection.Piece] {
    if inForce.isEmpty { return [.paragraph("Nothing is in force.")] }
    let items = policies.map { policy -> BriefSection.Piece in
      let places = policy.text.policy?.availability ?? []
      let isUsual = policy.edition.path == "policies/\(policy.edition.document).md"
      let at = (isUsual ? [] : [policy.edition.path]) + places
      return .item(
        "\(policy.name), since \(policy.approved.from.day.inWords)"
          + (at.isEmpty ? "." : "; also at: \(at.joined(separator: ", "))."))
    }
    let others = inForce.count - policies.count
    let besides: [BriefSection.Piece] =
      others == 0 ? [] : [.paragraph("In force besides: \(counted(others, "other document")).")]
    return items + besides + [
      .paragraph(
        "In brackets is the name of the file in the folder policies. To read one, with who approved it: "
          + "writ show NAME")
    ]
  }

  /// What weighs against what is in force, and what was not looked at.
  private var known: [BriefSection.Piece] {
    let told = observations.filter(\.isForShortReports).map { observation -> BriefSection.Piece in
      observation.weight == .gap ? .gap(observation.told) : .item(observation.told)
    }
    let nothing: [BriefSection.Piece] =
      told.isEmpty && decisionsApart.isEmpty ? [.paragraph("Nothing that was found.")] : []
    let others = decisionsApart + UnreadFile.sentences(on: unread)
    return nothing + told + others.map { .paragraph($0) }
  }

  // MARK: Decisions

  private var decisions: [BriefSection.Piece] {
    if signed.isEmpty { return [.paragraph("You have signed nothing yet.")] }
    let items = signed.prefix(Self.newest).map { BriefSection.Piece.item(Self.words(for: $0)) }
    let more = signed.count - items.count
    let earlier: [BriefSection.Piece] =
      more <= 0 ? [] : [.paragraph("And \(counted(more, "earlier decision")).")]
    return items + earlier + [
      .paragraph("The dates are those of your own clock; nobody else has proved them.")
    ]
  }

  private static func words(for signed: Signed) -> String {
    let statement = signed.statement
    let comment = statement.statement.comment
    return "\(statement.time.day.inWords), as \(statement.role.title): \(what(signed))"
      + (comment.isEmpty ? "." : ": \"\(comment)\"")
  }

  private static func what(_ signed: Signed) -> String {
    let name = "\(signed.statement.edition.title) \(signed.statement.edition.version)"
    switch signed.statement.statement.name.decision {
    case .approve: return "approved \(name)"
    case .reject: return "sent \(name) back"
    case .reaffirm: return "reviewed \(name), still right"
    case .retire: return "retired \(name)"
    case .withdraw:
      guard let undone = signed.undone else { return "took a decision on \(name) back" }
      return "took back the \(undone.statement.name.decision.spokenNoun) of \(name) of "
        + undone.time.day.inWords
    }
  }

  private var awaited: [BriefSection.Piece] {
    var pieces = awaiting.map { text -> BriefSection.Piece in
      let name = "\(text.edition.title) \(text.edition.version)"
      guard let due = text.reviewDue else { return .item("\(name): to be approved or sent back.") }
      return .item("\(name): to be reviewed by \(due.inWords).")
    }
    if awaiting.isEmpty { pieces.append(.paragraph("Nothing awaits your decision.")) }
    if asOf != nil {
      pieces.append(.paragraph("Drafts that were under way then are not looked at."))
    } else if !awaiting.isEmpty {
      pieces.append(.paragraph("To read and decide: writ approve"))
    }
    return pieces + notes.map { .paragraph($0) }
  }

  private var returned: [BriefSection.Piece] {
    let rejections = sentBack.map { sentBack -> BriefSection.Piece in
      let edition = sentBack.statement.edition
      let comment = sentBack.statement.statement.comment
      return .item(
        "\(edition.title) \(edition.version), sent back on \(sentBack.statement.time.day.inWords)"
          + (comment.isEmpty ? "." : ": \"\(comment)\"") + " \(Self.outcome(sentBack.outcome))")
    }
    let withdrawals = signed.filter { $0.statement.statement.name.decision == .withdraw }.map {
      BriefSection.Piece.item("On \($0.statement.time.day.inWords) you \(Self.what($0)).")
    }
    let pieces = rejections + withdrawals
    return pieces.isEmpty ? [.paragraph("Nothing.")] : pieces
  }

  private static func outcome(_ outcome: Inbox.SentBack.Outcome) -> String {
    switch outcome {
    case .noNewText: "Nobody has written a new text yet."
    case .newText(let version): "Version \(version) has been written since, and is not approved."
    case .approved(let version, let time):
      "Version \(version) was approved on \(time.day.inWords)."
    case .takenBack: "You took that back."
    }
  }

  // MARK: The person

  private var rolesAndKeys: [BriefSection.Piece] {
    if chain.isEmpty {
      return [.paragraph("The people and rules are not approved yet, so nobody holds a role.")]
    }
    var pieces = roles.map { BriefSection.Piece.item("\($0.title), \($0.tenure.words).") }
    if pieces.isEmpty { pieces = [.paragraph("You held no role so far.")] }
    pieces += keys.map { key, marks, tenure in
      let name = key.name?.description ?? "whatever its authority vouches for"
      let marked = marks.map { ", \($0.reason.rawValue) since \($0.since.day.inWords)" }.joined()
      return .item("Key \(name) (\(key.type)), \(tenure.words)\(marked).")
    }
    return pieces
  }

  private var part: [BriefSection.Piece] {
    guard let first = signed.last else { return [.paragraph("You have decided nothing yet.")] }
    let counts = Decision.allCases.compactMap { decision -> String? in
      let count = signed.count { $0.statement.statement.name.decision == decision }
      return count == 0 ? nil : counted(count, decision.spokenNoun)
    }
    var pieces: [BriefSection.Piece] = [
      .paragraph(
        "Your first decision was on \(first.statement.time.day.inWords): you \(Self.what(first))."),
      .paragraph("You decided \(counted(signed.count, "time")): \(counts.inWords)."),
    ]
    let days = signed.compactMap(\.days).sorted()
    if let longest = days.last {
      let middle = days[(days.count - 1) / 2]
      pieces.append(
        .paragraph(
          "From the newest change of the text to your decision it took you "
            + "\(counted(Int(middle), "day")) as a rule, and \(counted(Int(longest), "day")) at most "
            + "(of \(counted(days.count, "decision")) for which that is known)."))
    }
    return pieces
  }

  private var asked: [BriefSection.Piece] {
    let opening = BriefSection.Piece.paragraph(
      "Likely questions on clauses 5.1, 5.2 and 5.3 of ISO/IEC 27001:2022, in our own words, with what stands "
        + "here. Answer in words of your own; look after the gaps before.")
    return [opening]
      + questions.flatMap { question -> [BriefSection.Piece] in
        [.question(question.question, clause: question.clause)]
          + question.answers.map { answer in
            switch answer {
            case .fact(let words): .item(words)
            case .quote(let words, let source): .quote(words, of: source.name)
            case .gap(let words): .gap(words)
            }
          }
      }
  }
}
