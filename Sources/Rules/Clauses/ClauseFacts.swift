public import Approvals
public import Documents
public import Objects

/// What the requirements of a clause are held against.
public struct ClauseFacts: Sendable {
  /// Whether the decisions can be relied on, all together.
  public enum Integrity: Sendable {
    /// Each holds, and none is missing.
    case whole
    /// It cannot be told; why, in a sentence.
    case open(String)
    /// Something is wrong; what, in a sentence.
    case broken(String)
  }

  /// Where all documents stand.
  let documents: [DocumentStatus]
  /// The texts in force.
  let inForce: [DocumentID: Document]
  /// What the rules have to say of the texts in force, as they stand together.
  let findings: [Finding]
  /// The people and rules in force.
  let governance: Governance
  /// How many decisions hold.
  let decisions: Int
  /// Whether they can be relied on.
  let integrity: Integrity
  /// What is to be known of the documents, whatever the rules say of their texts.
  let observations: [Observation]
  /// What lies in the folders of documents and was not read.
  let unread: [UnreadFile]
  /// As of which day it is asked.
  let day: CalendarDate

  /// These facts; `inForce` has the text of each version in force, `findings` what the rules say of them,
  /// `unread` the files in the folders of documents of which nothing was judged.
  public init(
    documents: [DocumentStatus], inForce: [DocumentID: Document], findings: [Finding],
    governance: Governance, decisions: Int, integrity: Integrity, observations: [Observation],
    unread: [UnreadFile], day: CalendarDate
  ) {
    self.documents = documents
    self.inForce = inForce
    self.findings = findings
    self.governance = governance
    self.decisions = decisions
    self.integrity = integrity
    self.observations = observations
    self.unread = unread
    self.day = day
  }

  /// A document in force, with its text.
  struct InForce {
    let status: DocumentStatus
    let approved: DocumentStatus.Approved
    let text: Document

    /// `Information Security Policy 2.0, in force since 1 March 2026`.
    var described: String {
      "\(approved.edition.title) \(approved.edition.version), in force since "
        + approved.from.day.inWords
    }

    /// That, as a piece of evidence.
    func evidence(_ text: String? = nil, quote: String? = nil) -> ClauseMatrix.Evidence {
      ClauseMatrix.Evidence(
        text ?? described, in: approved.edition.document, quote: quote, of: approved.from.day)
    }
  }

  /// The policies in force at that level.
  func policies(_ level: DocumentLevel) -> [InForce] {
    all.filter { $0.text.level == level }
  }

  /// All documents in force.
  var all: [InForce] {
    documents.compactMap { status in
      guard let approved = status.inForce, let text = inForce[approved.edition.document] else {
        return nil
      }
      return InForce(status: status, approved: approved, text: text)
    }
  }

  /// What rules have found that is an error, in sentences.
  func errors(of rules: String...) -> [String] { sentences(of: rules, as: .error) }

  /// What rules have found that is a warning, in sentences.
  func warnings(of rules: String...) -> [String] { sentences(of: rules, as: .warning) }

  /// What is to be known of documents and weighs as a gap of that requirement, in sentences.
  func gaps(of clause: String) -> [String] { told(of: clause, as: .gap) }

  /// What is to be known of documents and weakens that requirement, in sentences.
  func weaknesses(of clause: String) -> [String] { told(of: clause, as: .weakness) }

  private func told(of clause: String, as weight: Observation.Weight) -> [String] {
    observations.filter { $0.clause == clause && $0.weight == weight }.map(\.told)
  }

  /// That no record of something counts: this version reads none, whether or not there is a file of it.
  func noRecord(of what: String, in path: String) -> String {
    unread.contains { $0.path == path }
      ? "No record of \(what) was read: there is a file \(path), but this version does not read it."
      : "No record of \(what) is kept in the repository (\(path))."
  }

  /// A finding as reports say it.
  public static func sentence(on finding: Finding) -> String {
    "\(finding.path), line \(finding.line): \(finding.message) (\(finding.rule))."
  }

  private func sentences(of rules: [String], as severity: Finding.Severity) -> [String] {
    findings.filter { $0.severity == severity && rules.contains($0.rule) }.map(
      Self.sentence)
  }
}
