import ArgumentParser
import Objects
import PolicyRepository

/// Options of every command that signs.
struct SigningOptions: ParsableArguments {
  @Option(help: "The person whose key it must be.")
  var person: PersonID?

  @Option(help: "The role to act in; else the one that is needed.")
  var role: RoleID?

  @Option(
    help: ArgumentHelp("The key to sign with; public where an agent holds it.", valueName: "file"),
    completion: .file())
  var key: String?

  @Option(help: "What you want to add, or why.")
  var comment = ""

  @Flag(help: "Sign without being asked.")
  var yes = false

  var signer: Signer { Signer(person: person, role: role, key: key, comment: comment) }
}
