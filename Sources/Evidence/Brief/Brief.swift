public import Approvals
public import Documents
public import Objects
public import Rules

/// What somebody should have at hand before an auditor asks them: a page on the policies, on what they
/// decided, and on what they are likely to be asked.
public struct Brief: MarkdownReport, PageReport {
  /// A text in force.
  public struct InForce: Sendable {
    let approved: DocumentStatus.Approved
    let text: Document

    /// A version in force, and what it says.
    public init(_ approved: DocumentStatus.Approved, text: Document) {
      self.approved = approved
      self.text = text
    }

    var edition: Edition { approved.edition }
    /// `Information Security Policy 2.0 (information-security)`.
    var name: String { "\(edition.title) \(edition.version) (\(edition.document))" }
  }

  /// A decision of the person that holds.
  public struct Signed: Sendable {
    let statement: VerifiedStatement
    /// Of a withdrawal: what it took back.
    let undone: VerifiedStatement?
    /// Of an approval or a send-back: how many days the text had lain ready, where that is known.
    let days: Int64?

    /// A decision; with what it took back, and how many days it took.
    public init(_ statement: VerifiedStatement, undone: VerifiedStatement?, days: Int64?) {
      self.statement = statement
      self.undone = undone
      self.days = days
    }
  }

  /// A text that awaits the person's decision.
  public struct Awaiting: Sendable {
    let edition: Edition
    /// By when its review is due; `nil` for a text that is to be approved.
    let reviewDue: CalendarDate?

    /// A text to be approved or, with a day, to be reviewed.
    public init(_ edition: Edition, reviewDue: CalendarDate?) {
      self.edition = edition
      self.reviewDue = reviewDue
    }
  }

  let header: ReportHeader
  let person: Person
  let governance: Governance
  let chain: [Ledger.Link]
  let inForce: [InForce]
  let signed: [Signed]
  let awaiting: [Awaiting]
  let sentBack: [Inbox.SentBack]
  let observations: [Observation]
  let unread: [UnreadFile]
  let decisionsApart: [String]
  let notes: [String]
  let asOf: Instant?

  /// On a person of any version of the people and rules: `governance` is the newest version, `chain` all
  /// that were in force; `inForce` is by id, `signed` newest first; `observations` say what is to be known of all
  /// documents, `unread` what of their folders was not read, `ledger` whose dates show no order; `notes` say what is to be known of what
  /// awaits them, a sentence each; `asOf` is given where it is asked as of another time than now.
  public init(
    _ header: ReportHeader, of person: Person, governance: Governance, chain: [Ledger.Link],
    inForce: [InForce], signed: [Signed], awaiting: [Awaiting], sentBack: [Inbox.SentBack],
    observations: [Observation], unread: [UnreadFile], ledger: Ledger, notes: [String],
    asOf: Instant?
  ) {
    self.observations = observations
    self.unread = unread
    decisionsApart = ledger.decisionsApartInWords
    self.header = header
    self.person = person
    self.governance = governance
    self.chain = chain
    self.inForce = inForce
    self.signed = signed
    self.awaiting = awaiting
    self.sentBack = sentBack
    self.notes = notes
    self.asOf = asOf
  }

  /// Always yes, whatever it says.
  public var isYes: Bool { true }

  /// The top policy in force.
  var topPolicy: InForce? { inForce.first { $0.edition.level == .top } }

  /// The policies in force, the top one first, then by title.
  var policies: [InForce] {
    inForce.filter { $0.edition.kind == .policy }.sorted {
      ($0.edition.level == .top ? 0 : 1, $0.edition.title, $0.edition.document)
        < ($1.edition.level == .top ? 0 : 1, $1.edition.title, $1.edition.document)
    }
  }

  /// The titles of the roles that the person holds now.
  var titles: [String] {
    governance.person(person.id)?.roles.compactMap { governance.role($0)?.title } ?? []
  }

  /// Whether the person belongs to top management now.
  var isTopManagement: Bool {
    governance.person(person.id)?.roles.contains {
      governance.role($0)?.isTopManagement ?? false
    } ?? false
  }
}
