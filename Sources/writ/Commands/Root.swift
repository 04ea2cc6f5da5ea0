import ArgumentParser
import PolicyRepository

struct Root: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "root",
    abstract: "Show or pin the fingerprint of the repository's first people and rules.")

  @OptionGroup var global: GlobalOptions

  @Option(
    help: ArgumentHelp(
      "Remember the root that you got outside the repository.", valueName: "root[:tip]"))
  var pin: String?

  func run() throws {
    guard let pin else { return try global.report { try $0.root() } }
    guard let named = Surroundings.NamedRoot(pin) else {
      throw ValidationError("A root is written sha256: and 64 digits.")
    }
    try global.report { try $0.pin(named) }
  }
}
