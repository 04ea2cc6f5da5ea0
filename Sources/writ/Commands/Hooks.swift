import ArgumentParser
import PolicyRepository

struct Hooks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hooks", abstract: "Check every commit before it is made.",
    subcommands: [Install.self, Run.self])

  struct Install: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "install",
      abstract: "Install the hooks; one that is there already goes first from then on.")

    @OptionGroup var global: GlobalOptions

    @Flag(help: "The hook of a server, which checks every push.")
    var server = false

    func run() async throws {
      try await global.recording { try await $0.installHooks(onServer: server) }
    }
  }

  /// What the installed scripts call; nobody else needs it.
  struct Run: ParsableCommand {
    enum Hook: String, ExpressibleByArgument, CaseIterable {
      case preCommit = "pre-commit"
      case commitMessage = "commit-msg"
      case prePush = "pre-push"
    }

    static let configuration = CommandConfiguration(
      commandName: "run", abstract: "Answer for a hook, with what Git hands to it.",
      shouldDisplay: false)

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The hook.")
    var hook: Hook

    @Argument(parsing: .remaining, help: "What Git says behind it.")
    var arguments: [String] = []

    func validate() throws {
      if (hook == .preCommit) != arguments.isEmpty {
        throw ValidationError("Give what Git gives to the hook: \"$@\".")
      }
    }

    func run() throws {
      let first = arguments.first ?? ""
      do {
        try global.report { repository in
          switch hook {
          case .preCommit: try repository.preCommit()
          case .commitMessage: try repository.commitMessage(inFile: first)
          case .prePush: try repository.prePush(to: first, try Terminal.input())
          }
        }
      } catch let error as CommandError {
        let done = hook == .prePush ? "pushed" : "committed"
        error.exit(
          with: "Nothing was \(done): writ could not check. Do what it says above, and try again.\n"
        )
      }
    }
  }
}
