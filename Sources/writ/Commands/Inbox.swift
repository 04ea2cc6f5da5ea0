import ArgumentParser
import Objects
import PolicyRepository

struct ReadInbox: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inbox",
    abstract: "Show what awaits your decision, and what came of what you sent back.")

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("Whose inbox; without it, that of your key's owner.", valueName: "id"))
  var person: PersonID?

  @Option(help: ArgumentHelp("A key of the person.", valueName: "file"), completion: .file())
  var key: String?

  @Flag(help: "Fetch nothing first.")
  var offline = false

  func run() async throws {
    try await global.report {
      try await $0.inbox(
        Signer(person: person, role: nil, key: key, comment: ""), isFetching: !offline)
    }
  }
}
