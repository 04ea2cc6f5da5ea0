import ArgumentParser
import Objects
import PolicyRepository

struct Withdraw: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Take back your own newest decision on a document.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var signing: SigningOptions

  @Argument(help: "The document.")
  var doc: DocumentID

  func run() async throws {
    try await Deciding("withdraw", global, signing).run([
      .withdrawal(of: doc, by: signing.signer)
    ])
  }
}
