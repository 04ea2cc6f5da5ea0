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
      "An earlier report of verify or a receipt, in JSON, or a pack: is all of it still here?",
      valueName: "file"),
    completion: .file())
  var since: String?

  @Argument(
    help: "An evidence pack (the folder or the ZIP file) or a Git bundle, instead of a clone.",
    completion: .file())
  var pack: String?

  func run() throws {
    guard let pack else { return try global.report(root: root) { try $0.verify(since: since) } }
    try global.reportAnywhere(root: root) {
      try PolicyRepository.verify(pack, since: since, $0)
    }
  }
}
