import ArgumentParser
import PolicyRepository

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Verify every decision, and that none is missing.")

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("The root that the repository must have.", valueName: "root[:tip]"))
  var root: String?

  @Option(
    help: ArgumentHelp(
      "An earlier report of verify, or a receipt, in JSON: is all of it still here?",
      valueName: "file"),
    completion: .file())
  var since: String?

  func run() throws { try global.report(root: root) { try $0.verify(since: since) } }
}
