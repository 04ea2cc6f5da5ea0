import ArgumentParser
import PolicyRepository

struct Guard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guard", abstract: "Refuse on the server what would break the record.",
    discussion: """
      Reads what Git gives to the hook pre-receive: lines of old, new and ref. To install that: \
      writ hooks install --server
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("The root that the repository must have.", valueName: "root[:tip]"))
  var root: String?

  func run() throws {
    if global.at != nil {
      throw ValidationError("What is pushed is judged as of now: leave out --at.")
    }
    do {
      try global.report(root: root) { try $0.judgePush(try Terminal.input()) }
    } catch let error as CommandError {
      error.exit(
        with: """
          Nothing of this push was taken: the server could not check it.
          Show this to whoever runs the server.

          """)
    }
  }
}
