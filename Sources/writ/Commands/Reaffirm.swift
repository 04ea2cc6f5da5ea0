import ArgumentParser
import Objects
import PolicyRepository

struct Reaffirm: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reaffirm",
    abstract: "Say that you have reviewed the version in force, and that it is still right.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var signing: SigningOptions

  @Argument(help: "The document.")
  var doc: DocumentID

  func run() async throws {
    try await Deciding("reaffirm", global, signing).run([
      .review(of: doc, by: signing.signer)
    ])
  }
}
