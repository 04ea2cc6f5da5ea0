import ArgumentParser
import Objects
import PolicyRepository

struct Change: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: "Change a document: open, submit, land.",
    discussion: """
      A change has a branch of its own, change/DOC-VERSION. Open it, edit the text, submit it; when \
      it is approved, land it.
      """,
    subcommands: [Open.self, Submit.self, Land.self, List.self, Abandon.self])

  struct Open: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "open",
      abstract: "Begin the next version of a document on a branch of its own.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("The document.", valueName: "doc"))
    var document: DocumentID

    @Flag(help: "A material change: 2.0 after 1.3.")
    var major = false

    @Flag(help: "A change of nothing that matters: 1.4 after 1.3.")
    var minor = false

    @Option(help: ArgumentHelp("What is different, in a few words.", valueName: "text"))
    var summary: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String?

    func validate() throws {
      if major == minor { throw ValidationError("Give one of --major and --minor.") }
    }

    func run() async throws {
      try await global.recording { repository in
        try await repository.openChange(
          of: document, major ? .major : .minor,
          try ChangeNote(summary: summary, reason: reason))
      }
    }
  }

  struct Submit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "submit",
      abstract: "Check the change, save it, and write the request to those who decide.")

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("The day by which you want an answer.", valueName: "date"))
    var by: CalendarDate?

    @Flag(help: "Send the branch to the other repository.")
    var push = false

    func run() async throws {
      try await global.recording { try await $0.submitChange(due: by, isPushed: push) }
    }
  }

  struct Land: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "land", abstract: "Merge the change, once it is approved.")

    @OptionGroup var global: GlobalOptions

    func run() async throws { try await global.recording { try await $0.landChange() } }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Show the changes under way.")

    @OptionGroup var global: GlobalOptions

    func run() throws { try global.report { try $0.listChanges() } }
  }

  struct Abandon: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "abandon", abstract: "Give the change up.")

    @OptionGroup var global: GlobalOptions

    @Flag(help: "At the other repository too.")
    var push = false

    func run() async throws {
      try await global.recording { try await $0.abandonChange(isPushed: push) }
    }
  }
}
