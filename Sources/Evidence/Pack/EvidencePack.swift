public import Approvals
import Documents
public import Objects
public import Rules

/// What is handed to an auditor on one clause: what holds, what does not, and all that is needed to
/// check it without the repository.
///
/// A pure function of what it is made of: equal input gives equal bytes. The bundle of the repository and
/// the list of all files are added where it is written.
public struct EvidencePack: Sendable {
  /// A document of the register, with every version that was ever approved.
  public struct Entry: Sendable {
    /// An approved version, in its exact bytes.
    public struct Version: Sendable {
      /// When and by whom it was approved.
      public let approved: DocumentStatus.Approved
      /// The bytes.
      public let bytes: [UInt8]
      /// What changed since the approved version below it; `nil` for the lowest.
      public let changes: (since: Objects.Version, SectionChanges)?
      /// What is to be known of this very text.
      let observations: [Observation]

      /// An approved version in these bytes, and what is to be known of it.
      public init(
        _ approved: DocumentStatus.Approved, bytes: [UInt8],
        changes: (since: Objects.Version, SectionChanges)?, observations: [Observation]
      ) {
        self.observations = observations
        self.approved = approved
        self.bytes = bytes
        self.changes = changes
      }
    }

    /// Where it stands.
    public let status: DocumentStatus
    /// The approved versions, lowest first.
    public let versions: [Version]
    /// What is to be known of it.
    public let observations: [Observation]

    /// A document that stands there, with what is to be known of it.
    public init(_ status: DocumentStatus, _ observations: [Observation], versions: [Version]) {
      self.observations = observations
      self.status = status
      self.versions = versions
    }
  }

  /// Where what it says for scripts lies in it.
  public static let jsonPath = "evidence.json"
  /// Where its first page lies in it.
  static let pagePath = "index.html"

  let verification: VerificationReport
  let register: [Entry]
  let matrix: ClauseMatrix
  let findings: [Finding]
  let history: HistoryReport
  let timeline: Timeline
  let period: (from: CalendarDate?, to: CalendarDate?)
  let governance: Governance
  let unread: [UnreadFile]
  let notes: [String]
  var program: String
  /// What happened, in words.
  let words: EventsInWords

  /// A pack of these parts: what `verify` found, where the documents stand, by id, what stands for the
  /// clause, what the rules say of the texts in force, the history of the period asked for, the history of
  /// all time, that period, the people and rules in force, what of the folders was not read, what else could
  /// not be read, in sentences, and the version of
  /// the program.
  public init(
    _ verification: VerificationReport, register: [Entry], matrix: ClauseMatrix,
    findings: [Finding], history: HistoryReport, timeline: Timeline,
    period: (from: CalendarDate?, to: CalendarDate?), governance: Governance,
    unread: [UnreadFile], notes: [String], program: String
  ) {
    self.unread = unread
    self.verification = verification
    self.register = register
    self.matrix = matrix
    self.findings = findings
    self.history = history
    self.timeline = timeline
    self.period = period
    self.governance = governance
    self.notes = notes
    self.program = program
    words = EventsInWords(verification.ledger)
  }

  /// The files but for the bundle and the list of all files.
  public var files: [PackFile] {
    var files: [PackFile] = []
    forEachFile { files.append($0) }
    return files
  }

  /// The same one after another, since together they may be large.
  func forEachFile(_ body: (PackFile) -> Void) {
    body(PackFile(path: Self.pagePath, text: page))
    body(PackFile(path: Self.jsonPath, text: json.document))
    body(PackFile(path: "history.csv", text: history.csv))
    body(PackFile(path: "history.html", text: history.page))
    for entry in register {
      for version in entry.versions { entry.files(of: version, in: self).forEach(body) }
    }
    filesToVerifyWith.forEach(body)
  }

  /// What stock tools need: the keys, and how.
  private var filesToVerifyWith: [PackFile] {
    let hasTexts = register.contains { !$0.versions.isEmpty }
    return VerifyInstructions(ledger, hasTexts: hasTexts).files
      + [AllowedSigners(header, versions: ledger.registries).file]
  }

  var ledger: Ledger { verification.ledger }
  var header: ReportHeader { verification.header }

  /// The top policy, where one is in force.
  var policy: (entry: Entry, version: Entry.Version)? {
    register.lazy.compactMap { entry in
      guard let approved = entry.status.inForce, approved.edition.level == .top else { return nil }
      return entry.version(of: approved).map { (entry, $0) }
    }.first
  }

  /// What the ledger says of a decision beside what its signer says.
  func entry(of statement: VerifiedStatement) -> Ledger.Entry? {
    words.entries[statement.id]
  }
}

extension EvidencePack.Entry {
  /// What people call it: by its text in force, else its newest.
  var title: String { (status.inForce?.edition ?? status.edition).title }

  /// The version in force, if there is one.
  public var inForce: Version? { status.inForce.flatMap(version) }

  /// The version of those bytes.
  func version(of approved: DocumentStatus.Approved) -> Version? {
    versions.first { $0.approved.edition.digest == approved.edition.digest }
  }

  /// The path of a version in the pack, without what it ends with: two texts of one version are told
  /// apart by the first digits of their fingerprints.
  func path(of version: Version) -> String {
    let edition = version.approved.edition
    let isAlone = versions.count { $0.approved.edition.version == edition.version } == 1
    return "documents/\(edition.document)/\(edition.version)"
      + (isAlone ? "" : "-\(edition.digest.hex.prefix(8))")
  }

  /// What the file of a version ends with.
  var suffix: String { status.edition.kind == .governance ? "yaml" : "md" }
}
