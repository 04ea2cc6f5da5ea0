import ArgumentParser
import Objects
import PolicyRepository

struct People: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: "Show who holds which role with which keys.",
    subcommands: [Add.self, Key.self, Role.self, Remove.self, Draft.self])

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

    @Option(
      help: ArgumentHelp("The public key file, FILE.pub.", valueName: "file"),
      completion: .file(extensions: ["pub"]))
    var key: String?

    func run() throws {
      try global.recording {
        try PolicyRepository($0).change(
          id, .add(name: name, email: email, roles: role, key: key))
      }
    }
  }

  struct Key: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "key",
      abstract: "Add a key of somebody's, or mark one as no longer good.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The person.")
    var id: PersonID

    @Option(
      help: ArgumentHelp("The file of a further public key, FILE.pub.", valueName: "file"),
      completion: .file(extensions: ["pub"]))
    var add: String?

    @Option(
      help: ArgumentHelp("A key that another one replaces from now on.", valueName: "fingerprint"))
    var retire: String?

    @Option(
      help: ArgumentHelp("A key that somebody else may have.", valueName: "fingerprint"))
    var compromised: String?

    @Option(
      help: ArgumentHelp(
        "Since when they may have it: 2026-12-01, or 2026-12-01T09:30:00Z.", valueName: "time"))
    var since: Beginning?

    func validate() throws {
      guard [add != nil, retire != nil, compromised != nil].count(where: { $0 }) == 1 else {
        throw ValidationError("Give one of --add, --retire and --compromised.")
      }
      guard (since == nil) == (compromised == nil) else {
        throw ValidationError("--since goes with --compromised, and --compromised with --since.")
      }
    }

    func run() throws {
      let change: PolicyRepository.PeopleChange
      if let add {
        change = .addKey(add)
      } else if let retire {
        change = .retireKey(retire)
      } else if let compromised, let since {
        change = .keyCompromised(compromised, since: since.instant)
      } else {
        return
      }
      try global.recording { try PolicyRepository($0).change(id, change) }
    }
  }

  struct Role: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "role", abstract: "Give somebody a role, or take it from them.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The person.")
    var id: PersonID

    @Option(help: "A role to give.")
    var add: RoleID?

    @Option(help: "A role to take.")
    var remove: RoleID?

    func validate() throws {
      guard (add == nil) != (remove == nil) else {
        throw ValidationError("Give one of --add and --remove.")
      }
    }

    func run() throws {
      let change =
        add.map { PolicyRepository.PeopleChange.addRole($0) } ?? remove.map { .removeRole($0) }
      guard let change else { return }
      try global.recording { try PolicyRepository($0).change(id, change) }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Take a person out of writ.yaml, touching only their lines.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The person.")
    var id: PersonID

    func run() throws {
      try global.recording { try PolicyRepository($0).change(id, .remove) }
    }
  }

  struct Draft: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "draft",
      abstract: "Make writ.yaml, changed by hand, the next version of the people and rules.")

    @OptionGroup var global: GlobalOptions

    @Flag(help: "Make it a major version.")
    var major = false

    func run() throws {
      try global.recording { try PolicyRepository($0).draftGovernance(asMajor: major) }
    }
  }
}
