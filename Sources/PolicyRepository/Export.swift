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

  /// Who must approve the documents of HEAD, by the people and rules in force or the first ones while
  /// they are not approved, for forges that ask for reviews.
  public func codeOwners() throws -> CodeOwners {
    let head = try head()
    let ledger = try ledger(of: head)
    let governance = try governance(of: ledger)
    let editions = try head.map { try trees.documents(in: $0.commit) }?.compactMap {
      Edition(try trees.bytes($0.blob), path: $0.path)
    }
    return CodeOwners(
      header(ledger, head), governance: governance, isInForce: ledger.isRootApproved,
      editions: editions ?? [])
  }
}
