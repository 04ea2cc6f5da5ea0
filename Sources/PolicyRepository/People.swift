import Approvals
import Documents
public import Evidence
import Files
public import Objects
import Signatures

extension PolicyRepository {
  /// A change of who decides, in `writ.yaml`.
  public enum PeopleChange: Sendable {
    /// Registers a person; `key` is the path of a public key file.
    case add(name: String, email: String, roles: [RoleID], key: String?)
    /// Takes a person out.
    case remove
    /// Gives a role.
    case addRole(RoleID)
    /// Takes a role.
    case removeRole(RoleID)
    /// Registers a further key, by the path of a public key file.
    case addKey(String)
    /// Marks a key, named by its fingerprint, as replaced by another from now on.
    case retireKey(String)
    /// Marks a key as one that somebody else may have had since then.
    case keyCompromised(String, since: Instant)

    /// How the command is called in machine output.
    fileprivate var command: String {
      switch self {
      case .add: "people-add"
      case .remove: "people-remove"
      case .addRole, .removeRole: "people-role"
      case .addKey, .retireKey, .keyCompromised: "people-key"
      }
    }

    /// Whether somebody can do less than before.
    fileprivate var takesAway: Bool {
      switch self {
      case .add, .addRole, .addKey: false
      case .remove, .removeRole, .retireKey, .keyCompromised: true
      }
    }
  }

  /// Who holds which role with which keys, by the governance version in force, or the first one
  /// while it is not approved yet.
  public func people() throws -> PeopleReport {
    let head = try head()
    let ledger = try ledger(of: head)
    let governance = try governance(of: ledger)
    return PeopleReport(
      header(ledger, head), governance: governance, chain: ledger.chain)
  }

  /// Changes a person's entry in `writ.yaml`, touching only the lines in question.
  ///
  /// Once the first version is approved, the file becomes the draft of the next one. Leaves the
  /// commit to the author.
  public func change(_ person: PersonID, _ change: PeopleChange) throws -> DoneReport {
    try editGovernance(change.command, of: person, takesAway: change.takesAway) {
      try apply(change, to: person, in: &$0)
    }
  }

  /// Makes `writ.yaml`, in which rules were changed by hand, say, the draft of the version after the
  /// one in force, which it then follows; `asMajor` makes it one of substance.
  public func draftGovernance(asMajor: Bool) throws -> DoneReport {
    try editGovernance("people-draft", of: nil, asMajor: asMajor, takesAway: true) { _ in
      "\("Set", .good) version, previous and closes in writ.yaml."
    }
  }

  /// Makes the change, and says what was done.
  private func apply(
    _ change: PeopleChange, to id: PersonID, in file: inout GovernanceFile
  ) throws -> DisplayText {
    switch change {
    case .add(let name, let email, let roles, let key):
      try file.add(
        PersonEntry(
          id: id, name: name, email: email, roles: roles,
          key: try key.map { try publicKey(registering: $0) }))
      return "\("Registered", .good) \(name) (\(id)) in writ.yaml."
    case .remove:
      let name = try file.person(id).name
      try file.remove(id)
      return "\("Took out", .good) \(name) (\(id)) of writ.yaml."
    case .addRole(let role):
      try file.add(role: role, to: id)
      return "\("Gave", .good) the role \(role) to \(try file.person(id).name) in writ.yaml."
    case .removeRole(let role):
      try file.remove(role: role, from: id)
      return "\("Took", .good) the role \(role) from \(try file.person(id).name) in writ.yaml."
    case .addKey(let path):
      let key = try publicKey(registering: path)
      try file.add(key: key, to: id)
      return
        "\("Registered", .good) the key \(key.fingerprint) of \(try file.person(id).name) in writ.yaml."
    case .retireKey(let key):
      try file.revoke(
        Revocation(key: try Self.keyName(key), reason: .retired, since: surroundings.now), of: id)
      return "\("Retired", .good) the key \(key) of \(try file.person(id).name) in writ.yaml."
    case .keyCompromised(let key, let since):
      guard since <= surroundings.now else {
        throw Refusal(
          .usage, "\(since) is still to come",
          remedies: "name the time since when somebody else may have had the key")
      }
      try file.revoke(
        Revocation(key: try Self.keyName(key), reason: .compromised, since: since), of: id)
      return
        "\("Marked", .good) the key \(key) of \(try file.person(id).name) as compromised since \(since) in writ.yaml."
    }
  }

  private static func keyName(_ text: String) throws -> KeyName {
    if let name = KeyName(text) { return name }
    throw Refusal(
      .usage, "\(text) is no fingerprint of a key",
      remedies: "copy it from: writ people")
  }

  /// The key of a public key file, to be registered.
  private func publicKey(registering path: String) throws -> SSHPublicKey {
    let text = try KeyFile.text(path, remedy: "name the file that ends with .pub")
    if KeyFile.isPrivate(text) {
      throw Refusal(
        .no, "\(path) is a private key, which nobody else may see",
        remedies: "name its public half: \(path).pub")
    }
    return try KeyFile.publicKey(in: text, path: path)
  }
}
