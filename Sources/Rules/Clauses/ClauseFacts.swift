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
  /// The registers that are there, by path.
  let registers: Set<String>
  /// As of which day it is asked.
  let day: CalendarDate

  /// These facts; `inForce` has the text of each version in force, `findings` what the rules say of them,
  /// `registers` the paths of CSV files in the folders of documents.
  public init(
    documents: [DocumentStatus], inForce: [DocumentID: Document], findings: [Finding],
    governance: Governance, decisions: Int, integrity: Integrity, registers: Set<String>,
    day: CalendarDate
  ) {
    self.documents = documents
    self.inForce = inForce
    self.findings = findings
    self.governance = governance
    self.decisions = decisions
    self.integrity = integrity
    self.registers = registers
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

  private func sentences(of rules: [String], as severity: Finding.Severity) -> [String] {
    findings.filter { $0.severity == severity && rules.contains($0.rule) }.map {
      "\($0.path), line \($0.line): \($0.message) (\($0.rule))."
    }
  }
}
