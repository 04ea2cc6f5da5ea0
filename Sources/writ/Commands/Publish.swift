import ArgumentParser
import PolicyRepository

struct Publish: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Write a website of the policies in force.",
    discussion: """
      Files that need no server: open index.html, or copy the folder to a web server. What Writ wrote \
      there before is replaced; anything else never is.
      """)

  @OptionGroup var global: GlobalOptions

  @Option(
    help: ArgumentHelp("The folder to write.", valueName: "folder"), completion: .directory)
  var output: String

  @Option(
    help: ArgumentHelp(
      "For whom: a step of the classifications in writ.yaml; else for everybody.",
      valueName: "class"))
  var audience: String?

  func run() throws { try global.report { try $0.publish(to: output, audience: audience) } }
}
