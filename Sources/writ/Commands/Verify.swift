import ArgumentParser
import PolicyRepository

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Verify every decision, and that none is missing.")

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("The root that the repository must have.", valueName: "root[:tip]"))
  var root: String?

  func run() throws { try global.report(root: root) { try $0.verify() } }
}
