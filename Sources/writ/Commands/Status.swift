import ArgumentParser
import Objects
import PolicyRepository

struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show where documents stand.")

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp("Only these documents.", valueName: "doc"))
  var documents: [DocumentID] = []

  func run() throws { try global.report { try $0.status(documents) } }
}
