import Approvals
public import Evidence
import Git
import Objects

extension PolicyRepository {
  /// The root of the repository, as it is found or pinned.
  public func root() throws -> RootReport {
    let head = try head()
    let ledger = try ledger(of: head)
    return RootReport(
      header(ledger, head), tip: try trust().tip ?? ledger.chain.last?.digest,
      isHere: ledger.governance != nil)
  }

  /// Pins a root in the user's own state, and shows what follows from it.
  public func pin(_ named: Surroundings.NamedRoot) throws -> RootReport {
    // What cannot be looked at is not pinned either.
    _ = try root()
    try pins.pin(named.root, tip: named.tip, for: git.commonFolder)
    return try root()
  }
}
