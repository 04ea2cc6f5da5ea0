import ArgumentParser
import PolicyRepository

struct Initialise: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a folder a policy repository.")

  @OptionGroup var global: GlobalOptions

  @Argument(help: "The folder; made where it is missing.", completion: .directory)
  var dir: String?

  @Option(help: ArgumentHelp("The organisation's name, filled in everywhere.", valueName: "name"))
  var organisation: String?

  @Flag(help: "Only writ.yaml, no documents.")
  var minimal = false

  @Flag(help: "Install no hooks.")
  var noHooks = false

  func run() async throws {
    try await global.recordingAnywhere(in: dir) {
      try await PolicyRepository.initialise(
        $0, organisation: organisation, isMinimal: minimal, withHooks: !noHooks)
    }
  }
}
