import ArgumentParser
import PolicyRepository

struct Hooks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hooks", abstract: "Check every commit before it is made.",
    subcommands: [Install.self])

  struct Install: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "install",
      abstract: "Install the hooks; one that is there already goes first from then on.")

    @OptionGroup var global: GlobalOptions

    func run() throws { try global.recording { try PolicyRepository($0).installHooks() } }
  }
}
