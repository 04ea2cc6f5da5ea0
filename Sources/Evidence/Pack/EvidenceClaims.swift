public import Approvals
import Documents
public import Objects

/// What a pack says for scripts: `evidence.json` (`writ.evidence/1`).
public struct EvidenceClaims {
  /// Where it lies in the pack.
  public static let path = "evidence.json"

  private let header: ReportHeader
  private let ledger: Ledger
  private let verification: VerificationReport
  private let approved: [DocumentStatus.Approved]
  private let from: Instant?
  private let to: Instant?

  /// The approved versions of all documents, and what is found of the decisions.
  public init(
    _ header: ReportHeader, ledger: Ledger, verification: VerificationReport,
    approved: [DocumentStatus.Approved], from: Instant?, to: Instant?
  ) {
    self.header = header
    self.ledger = ledger
    self.verification = verification
    self.approved = approved
    self.from = from
    self.to = to
  }

  /// Where the approved bytes of a text lie in the pack.
  public static func path(of edition: Edition) -> String {
    let ending = edition.governance == nil ? "md" : "yaml"
    return "documents/\(edition.document)/\(edition.version).\(ending)"
  }

  /// The object of `writ.evidence/1`.
  public var json: JSONValue {
    header.json(
      "evidence",
      [
        "clause": "5.2", "from": JSONValue(from), "to": JSONValue(to),
        "documents": .array(approved.map(Self.json)),
        "statements": .array(verification.statements),
        "verdict": .string(verification.verdict.rawValue),
      ])
  }

  private static func json(of approved: DocumentStatus.Approved) -> JSONValue {
    let edition = approved.edition
    return [
      "id": JSONValue(edition.document), "kind": .string(edition.kind.rawValue),
      "title": .string(edition.title), "version": JSONValue(edition.version),
      "since": JSONValue(approved.from), "path": .string(edition.path),
      "digest": JSONValue(edition.digest), "file": .string(path(of: edition)),
      "approved-by": .array(approved.approvals.map(StatementEntry.json)),
    ]
  }
}
