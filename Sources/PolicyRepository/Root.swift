import Approvals
public import Evidence
import Git
import Objects

extension PolicyRepository {
  /// The root of the repository, as it is found or pinned.
  public func root() throws -> RootReport {
    let head = try head()
    let recollection = try recollection(of: head)
    return RootReport(
      header(recollection.ledger, head), tip: recollection.tip,
      isHere: recollection.ledger.governance != nil)
  }

  /// Pins a root in the user's own state, and shows what follows from it.
  public func pin(_ named: Surroundings.NamedRoot) throws -> RootReport {
    // What cannot be looked at is not pinned either.
    _ = try root()
    try pin(named.root, tip: named.tip)
    return try root()
  }
}
