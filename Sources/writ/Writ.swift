import ArgumentParser
import Evidence
import PolicyRepository

/// The command line.
@main
struct Writ: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "writ",
    abstract: "Policies in Git, approved by top management with their own keys.",
    discussion: """
      An approval is a signed tag over the exact bytes of a document. Everybody can verify it \
      offline: with writ verify, or with stock git and ssh-keygen.

      Exit status: 0 yes; 1 checked, and the answer is no; 64 wrong usage; 70 could not check; \
      75 busy, try again.
      """,
    version: "0.2.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Setting up",
        subcommands: [
          Initialise.self, Join.self, People.self, Hooks.self, Root.self, Doctor.self,
        ]),
      CommandGroup(
        name: "Writing",
        subcommands: [
          New.self, Change.self, Status.self, Check.self, Rules.self, Diff.self,
        ]),
      CommandGroup(
        name: "Deciding",
        subcommands: [
          ReadInbox.self, Approve.self, Reject.self, Withdraw.self, Reaffirm.self, Retire.self,
        ]),
      CommandGroup(name: "Exchanging", subcommands: [Push.self, Pull.self]),
      CommandGroup(
        name: "Auditing",
        subcommands: [
          Verify.self, Show.self, History.self, WriteEvidence.self, PrepareBrief.self,
          Publish.self, Export.self,
        ]),
      CommandGroup(name: "On a server", subcommands: [Guard.self]),
    ])

  @OptionGroup var global: GlobalOptions

  static func main() async {
    Terminal.prepare()
    // Without them it would look as if help were asked for, and a hook would let everything pass.
    guard !Terminal.arguments.isEmpty else {
      CommandError(
        Refusal(
          .couldNot, "it cannot be read what to do, since /proc is not there",
          remedies: "mount it: mount -t proc proc /proc"),
        isRecording: false, colours: false
      ).exit()
    }
    do {
      var command = try parseAsRoot(Array(Terminal.arguments.dropFirst()))
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let error as CommandError {
      error.exit()
    } catch {
      // Help and version are answers too: they must reach the reader.
      if exitCode(for: error).isSuccess {
        guard (try? Terminal.print("\(fullMessage(for: error))\n")) != nil else {
          exit(withError: ExitCode(70))
        }
        exit()
      }
      exit(withError: error, of: Terminal.arguments.dropFirst())
    }
  }

  /// Says what is wrong with a call, and ends the program.
  ///
  /// The parser repeats arguments as they are, and they need not be the user's own words. Where one is not
  /// harmless, it is asked again with harmless ones: so a line feed in an argument feigns no line.
  private static func exit(withError error: any Error, of arguments: some Sequence<String>) -> Never
  {
    let given = Array(arguments)
    let harmless = given.map { DisplayText("\($0)").plain }
    var message = fullMessage(for: error)
    if harmless != given {
      do { _ = try parseAsRoot(harmless) } catch { message = fullMessage(for: error) }
    }
    if !message.isEmpty { Terminal.talk("\(DisplayText(foreign: message).plain)\n") }
    exit(withError: exitCode(for: error))
  }
}
