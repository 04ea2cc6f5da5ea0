import Approvals
import Documents
public import Evidence
import Files
public import Objects
import Signatures

extension PolicyRepository {
  /// Who holds which role with which keys, by the governance version in force, or the first one
  /// while it is not approved yet.
  public func people() throws -> PeopleReport {
    let head = try head()
    let ledger = try ledger(of: head)
    let governance = try governance(of: ledger)
    return PeopleReport(
      header(ledger, head), governance: governance, since: ledger.chain.last?.since)
  }

  /// Registers a person in `writ.yaml`, touching only the lines of that person.
  ///
  /// `key` is the path of a public key file. Leaves the commit to the author.
  public func addPerson(
    _ id: PersonID, name: String, email: String, roles: [RoleID], key: String?
  ) throws -> DoneReport {
    let path = try workingFolder() + DocumentFolders.governancePath
    let head = try head()
    if try ledger(of: head).isRootApproved {
      throw Refusal(
        .couldNot,
        "the first version of the people and rules is approved, and this version of Writ cannot "
          + "bring a second one into force yet",
        remedies: "nothing was changed")
    }
    let bytes = try File.read(path)
    var file = try GovernanceFile(bytes)
    try file.add(
      PersonEntry(
        id: id, name: name, email: email, roles: roles, key: try key.map(publicKey)))
    try File.replace(path, with: file.bytes)

    var text: DisplayText = ""
    text.line("\("Registered", .good) \(name) (\(id)) in writ.yaml.")
    text.line("When everybody is registered:")
    text.line("  git commit -am \"Register who decides\"")
    text.line("  writ approve governance          (by each of them, with their own key)")
    return DoneReport(
      header(head: head?.id),
      "people-add", text: text,
      members: ["person": JSONValue(id), "path": .string(DocumentFolders.governancePath)])
  }

  /// The line of a public key file.
  private func publicKey(_ path: String) throws -> SSHPublicKey {
    let text = try keyText(path, remedy: "name the file that ends with .pub")
    if text.contains("PRIVATE KEY") {
      throw Refusal(
        .no, "\(path) is a private key, which nobody else may see",
        remedies: "name its public half: \(path).pub")
    }
    let line = text.split(separator: "\n").first.map(String.init) ?? ""
    do {
      return try SSHPublicKey(text: line)
    } catch {
      throw Refusal(
        .no, "the key in \(path) is refused: \(error)",
        remedies: "\(error.remedy)")
    }
  }
}
