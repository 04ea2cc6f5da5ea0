import ArgumentParser
import Objects
import PolicyRepository

struct Approve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approve documents with your own key; without a name, go through what awaits you.",
    discussion: "Approving means: \"I have read it; it is suitable and adequate.\"")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var signing: SigningOptions

  @Argument(help: ArgumentHelp("The documents.", valueName: "doc"))
  var documents: [DocumentID] = []

  @Option(
    help: ArgumentHelp("The saved state that holds the text; else the newest.", valueName: "rev"))
  var commit: String?

  @Flag(help: "Take rules that a single loss would block as they are.")
  var acceptWarnings = false

  @Flag(help: "Without a name: fetch nothing first.")
  var offline = false

  func validate() throws {
    if documents.isEmpty && signing.yes {
      throw ValidationError("Signing without being asked (--yes) needs the name of a document.")
    }
    if documents.isEmpty && commit != nil {
      throw ValidationError("Another text than the newest (--commit) needs the name of a document.")
    }
    if Set(documents).count < documents.count {
      throw ValidationError("A document is named twice.")
    }
  }

  func run() async throws {
    let deciding = Deciding("approve", global, signing)
    if documents.isEmpty {
      var walk = Walk(deciding, acceptsWarnings: acceptWarnings, isOffline: offline)
      try await walk.run()
    } else {
      try await deciding.run(documents.map(request))
    }
  }

  private func request(for document: DocumentID) -> DecisionRequest {
    .approval(
      of: document, at: commit, by: signing.signer, acceptsWarnings: acceptWarnings)
  }
}
