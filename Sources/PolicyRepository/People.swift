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
      header(ledger, head), governance: governance, since: ledger.chain.last?.since)
  }

  /// Changes a person's entry in `writ.yaml`, touching only the lines in question.
  ///
  /// Leaves the commit to the author.
  public func change(_ person: PersonID, _ change: PeopleChange) throws -> DoneReport {
    let path = try workingFolder() + DocumentFolders.governancePath
    let head = try head()
    try refuseLaterVersion(head)
    var file = try GovernanceFile(try File.read(path))
    let known = Set(file.warnings.map(\.message))
    let done = try apply(change, to: person, in: &file)
    try File.replace(path, with: file.bytes)

    // While people are added one by one, rules that cannot be met yet are nothing to warn of.
    let warnings =
      change.takesAway ? file.warnings.filter { !known.contains($0.message) } : []
    var text = done
    text.line()
    for warning in warnings {
      text.line("\("Beware:", .warning) \(warning.message).")
      text.paragraph("To mend it: \(warning.remedy)", indent: 2)
    }
    text.line("When writ.yaml says all that it should:")
    text.line("  git commit -am \"Register who decides\"")
    text.line("  writ approve governance          (by each of them, with their own key)")
    return DoneReport(
      header(head: head?.id), change.command, text: text,
      members: [
        "person": JSONValue(person), "path": .string(DocumentFolders.governancePath),
        "warnings": .array(warnings.map { .string($0.message) }),
      ])
  }

  /// The one place that knows how far `writ.yaml` may be edited.
  private func refuseLaterVersion(_ head: Head?) throws {
    if try ledger(of: head).isRootApproved {
      throw Refusal(
        .couldNot,
        "the first version of the people and rules is approved, and this version of Writ cannot "
          + "bring a second one into force yet",
        remedies: "nothing was changed")
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
