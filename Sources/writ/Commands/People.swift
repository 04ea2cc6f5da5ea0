import ArgumentParser
import Objects
import PolicyRepository

struct People: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: "Show who holds which role with which keys.",
    subcommands: [Add.self])

  @OptionGroup var global: GlobalOptions

  func run() throws { try global.report { try $0.people() } }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Register a person in writ.yaml, touching only their lines.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: "A short name such as jane-doe.")
    var id: PersonID

    @Option(help: "The name for people.")
    var name: String

    @Option(help: "The e-mail address.")
    var email: String

    @Option(help: "A role that the person holds; may be given several times.")
    var role: [RoleID] = []

    @Option(help: ArgumentHelp("The public key file, FILE.pub.", valueName: "file"))
    var key: String?

    func run() throws {
      try global.recording {
        try PolicyRepository($0).addPerson(id, name: name, email: email, roles: role, key: key)
      }
    }
  }
}
