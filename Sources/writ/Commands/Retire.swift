import ArgumentParser
import Objects
import PolicyRepository

struct Retire: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire",
    abstract: "Take the version in force, and all before it, out of force.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var signing: SigningOptions

  @Argument(help: "The document.")
  var doc: DocumentID

  func run() async throws {
    try await Deciding("retire", global, signing).run([
      .retirement(of: doc, by: signing.signer)
    ])
  }
}
