import Approvals
public import Evidence

extension PolicyRepository {
  /// The keys that stock Git needs to verify decisions.
  public func allowedSigners() throws -> AllowedSigners {
    let head = try head()
    let ledger = try ledger(of: head)
    guard let governance = ledger.governance else {
      throw Refusal(
        .couldNot, "the people and rules cannot be read",
        remedies: "see what is wrong with: writ check writ.yaml")
    }
    return AllowedSigners(header(ledger, head), governance: governance)
  }
}
