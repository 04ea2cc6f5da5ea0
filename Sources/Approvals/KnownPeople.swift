public import Objects
public import Signatures

/// People, roles and keys of whatever version of the people and rules: who left is still to be named.
extension Ledger {
  /// The people and rules in force so far, newest first; while none are, the first ones.
  public var registries: [Governance] {
    chain.isEmpty ? governance.map { [$0] } ?? [] : chain.reversed().map(\.governance)
  }

  /// The person of that name, as the newest version says that has one.
  public func person(_ id: PersonID) -> Person? {
    registries.lazy.compactMap { $0.person(id) }.first
  }

  /// The role of that name, as the newest version says that has one.
  public func role(_ id: RoleID) -> Role? { registries.lazy.compactMap { $0.role(id) }.first }

  /// Whose signature it is, or was: the key was registered, and a security key says what it had to.
  public func signer(_ key: KeyName, _ assertion: Assertion?) -> Person? {
    registries.lazy.compactMap { $0.signer(key, assertion) }.first
  }
}
