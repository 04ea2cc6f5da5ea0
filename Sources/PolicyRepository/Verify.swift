import Approvals
import Documents
public import Evidence

extension PolicyRepository {
  /// Verifies every decision, the ledger and the chain of governance.
  public func verify() throws -> VerificationReport {
    let head = try head()
    let parsed = Governance.parse(try governanceFile(of: head))
    if let problem = parsed.problems.first(where: \.isUnreadable) {
      throw Refusal(
        .couldNot, "writ.yaml cannot be read: line \(problem.line): \(problem.message)",
        remedies: "\(problem.remedy)")
    }
    let ledger = try ledger(of: head)
    return VerificationReport(
      header(ledger, head), ledger: ledger,
      refusals: parsed.problems.map {
        "writ.yaml is refused: line \($0.line): \($0.message)."
      })
  }
}

extension Problem {
  /// Whether it keeps the file from being read at all.
  fileprivate var isUnreadable: Bool {
    switch kind {
    case .encoding, .size, .syntax: true
    case .missing, .value, .derived, .unknownKey: false
    }
  }
}
