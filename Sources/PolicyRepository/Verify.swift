import Approvals
import Documents
public import Evidence

extension PolicyRepository {
  /// Verifies every decision, the ledger and the chain of governance.
  public func verify() throws -> VerificationReport {
    let head = try head()
    let parsed = Governance.parse(try governanceFile(of: head))
    let ledger = try ledger(of: head)
    let contradictions =
      parsed.governance?.contradictions(to: ledger.chain.map(\.governance)) ?? []
    return VerificationReport(
      header(ledger, head), ledger: ledger, doubtful: try ledger.doubtful(history: history),
      refusals: (parsed.problems + contradictions).map {
        "writ.yaml is refused: line \($0.line): \($0.message)."
      })
  }
}
