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

  @Option(
    help: ArgumentHelp(
      "Make the pages of the pack anew from its bundle, in this folder, which must not be there yet.",
      valueName: "folder"),
    completion: .directory)
  var output: String?

  @Argument(
    help: "An evidence pack (the folder or the ZIP file) or a Git bundle, instead of a clone.",
    completion: .file())
  var pack: String?

  func validate() throws {
    guard output == nil || pack != nil else {
      throw ValidationError("--output makes the pages of a pack anew: name the pack as well.")
    }
  }

  func run() throws {
    guard let pack else { return try global.report(root: root) { try $0.verify(since: since) } }
    try global.reportAnywhere(root: root) {
      try PolicyRepository.verify(
        pack, since: since, output: output, program: Writ.configuration.version, $0)
    }
  }
}
