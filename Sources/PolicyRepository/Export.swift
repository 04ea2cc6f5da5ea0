import Approvals
public import Evidence

extension PolicyRepository {
  /// The keys that stock Git needs to verify decisions.
  public func allowedSigners() throws -> AllowedSigners {
    let head = try head()
    let ledger = try ledger(of: head)
    _ = try governance(of: ledger)
    return AllowedSigners(header(ledger, head), versions: ledger.registries)
  }
}
