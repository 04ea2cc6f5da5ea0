public import Approvals
import Documents
public import Objects
import Rules

/// The request to those who must decide on a change: text for a mail, and a page for a phone.
///
/// It is read by people who know no Git, away from the repository. It is no decision, and says so.
public struct ChangeRequest: Report {
  /// Who asks for the decision.
  public struct Asker: Sendable {
    /// The name, as Git is told it.
    public let name: String
    /// The e-mail address, likewise.
    public let email: String

    /// Somebody of this name and address; both are foreign text.
    public init(name: String, email: String) {
      self.name = name
      self.email = email
    }
  }

  /// Somebody whose decision would help.
  public struct Decider: Sendable {
    /// Who.
    public let person: Person
    /// In which role.
    public let role: RoleID

    /// A person to act in a role, as `Awaited` has them.
    public init(_ person: Person, in role: RoleID) {
      self.person = person
      self.role = role
    }
  }

  let header: ReportHeader
  let matter: Matter
  let organisation: String
  let asker: Asker
  let due: CalendarDate?
  let branch: String
  let commit: ObjectID
  let missing: [String]
  let deciders: [Decider]
  let roles: [Role]

  /// A request to decide on a text that stands at a commit of a branch.
  ///
  /// `due` is the day by which the asker wants an answer, `missing` what the text still lacks, a line
  /// for each sort of place, and `roles` are those of the people and rules in force, whose titles
  /// the reader knows.
  public init(
    _ header: ReportHeader, matter: Matter, organisation: String, asker: Asker,
    due: CalendarDate?, branch: String, commit: ObjectID, missing: [String], deciders: [Decider],
    roles: [Role]
  ) {
    self.header = header
    self.matter = matter
    self.organisation = organisation
    self.asker = asker
    self.due = due
    self.branch = branch
    self.commit = commit
    self.missing = missing
    self.deciders = deciders
    self.roles = roles
  }

  /// Always yes: the request was made.
  public var isYes: Bool { true }

  /// The name of the file for the page: of ASCII letters, digits, hyphens and full stops.
  public var pageName: String { "request-\(matter.document)-\(matter.version).html" }

  /// To paste into a mail.
  public var text: DisplayText {
    var text: DisplayText = ""
    text.paragraph("\(matter.edition.title) \(matter.version) awaits a decision.", indent: 0)
    text.line()
    text.append("Asked by: ")
    let asked = "\(asker.name) <\(asker.email)>, \(organisation)"
    text.line("\(DisplayText(foreign: wrapped(asked, indent: 10)))")
    if let due { text.line("Answer:   by \(due.inWords), please.") }
    text.append(matter.why)
    text.append(matter.changesInWords)
    text.append(matter.others)
    text.append(matter.known)
    text.append(matter.checks)
    text.line()
    if !missing.isEmpty { text.line("It still needs the approval of") }
    for line in missing { text.item(line) }
    for sentence in consequences { text.paragraph(sentence, indent: 0) }
    text.line()
    text.line("To decide, on the computer with your key, in the folder of the policies:")
    text.line("  writ approve")
    text.line("  writ push")
    text.line("Or, naming exactly this text, once it is fetched (writ pull):")
    text.line("  writ approve \(matter.document) --commit \(commit)")
    text.line("To send it back, with your reason:")
    text.line("  writ reject \(matter.document) --commit \(commit)")
    text.line()
    text.line("The fingerprint of the text, which you are shown again before you sign:")
    text.line("  \(matter.digest)")
    text.line("This message is no decision, and proves nothing.")
    return text
  }

  /// The object of `writ.change-submit/1`.
  public var json: JSONValue {
    let edition = matter.edition
    let errors = matter.findings.count { $0.severity == .error }
    return header.json(
      "change-submit",
      [
        "id": JSONValue(edition.document), "kind": .string(edition.kind.rawValue),
        "title": .string(edition.title), "version": JSONValue(edition.version),
        "path": .string(edition.path), "digest": JSONValue(edition.digest),
        "branch": .string(branch), "commit": JSONValue(commit),
        "organisation": .string(organisation),
        "asked-by": ["name": .string(asker.name), "email": .string(asker.email)],
        "due": JSONValue(due), "why": JSONValue(matter.changeNote),
        "since": JSONValue(matter.changes?.since),
        "summary": .array((matter.changes?.1.sentences ?? []).map { .string($0) }),
        "missing": .array(missing.map { .string($0) }),
        "deciders": .array(
          deciders.map {
            [
              "person": JSONValue($0.person.id), "name": .string($0.person.name),
              "email": .string($0.person.email), "role": JSONValue($0.role),
            ]
          }),
        "approved-by": .array(matter.status.approvals.map(StatementEntry.json)),
        "sent-back-by": .array(matter.status.objections.map(StatementEntry.jsonWithComment)),
        "errors": .number(errors), "remarks": .number(matter.findings.count - errors),
        "warnings": .array(matter.warnings.map { .string($0) }),
        "in-force": matter.status.inForce.map(Self.json) ?? .null,
        "page": .string(pageName),
        "observations": ObservationEntry.json(of: matter.observations),
      ])
  }

  private static func json(_ approved: DocumentStatus.Approved) -> JSONValue {
    [
      "version": JSONValue(approved.edition.version), "since": JSONValue(approved.from),
      "next-review": JSONValue(approved.nextReview),
    ]
  }
}

/// What page and text say alike.
extension ChangeRequest {
  /// What comes of an approval, and of none, a sentence each.
  var consequences: [String] {
    let edition = matter.edition
    var sentences: [String] = []
    if let effective = edition.effective, effective > header.time.day {
      sentences.append(
        "Once approved, it takes effect on \(effective.inWords), or on the day of the last approval "
          + "if that is later.")
    } else {
      sentences.append("Once approved, it takes effect at once.")
    }
    if let inForce = matter.status.inForce {
      sentences.append(
        "Until then version \(inForce.edition.version) stays in force, as it has been since "
          + "\(inForce.from.day.inWords).")
      if let review = inForce.nextReview {
        let verb = inForce.overdueReview(on: header.time.day) == nil ? "is" : "was"
        sentences.append("The next review of that \(verb) due by \(review.inWords).")
      }
    } else if edition.document == .governance {
      sentences.append("Until then nothing else can be decided.")
    } else {
      sentences.append("Until then nothing of this title is in force.")
    }
    if let due {
      sentences.append(
        "If \(due.inWords) passes without a decision, nothing happens by itself: it still waits.")
    }
    return sentences
  }
}
