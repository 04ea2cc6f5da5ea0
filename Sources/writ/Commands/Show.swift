import ArgumentParser
import Objects
import PolicyRepository

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the text in force, with who approved it.")

  @OptionGroup var global: GlobalOptions

  @Argument(help: "The document.")
  var doc: DocumentID

  @Option(help: "An approved version instead of the one in force.")
  var version: Version?

  func run() throws { try global.report { try $0.show(doc, version: version) } }
}
