import ArgumentParser
import Objects
import PolicyRepository

struct Reject: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Send a text back: it cannot be approved as it stands.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var signing: SigningOptions

  @Argument(help: "The document.")
  var doc: DocumentID

  @Option(
    help: ArgumentHelp("The saved state that holds the text; else the newest.", valueName: "rev"))
  var commit: String?

  func run() async throws {
    try await Deciding("reject", global, signing).run([
      .rejection(of: doc, at: commit, by: signing.signer)
    ])
  }
}
