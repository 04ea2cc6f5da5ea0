import ArgumentParser
import PolicyRepository

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find what is missing or wrong in documents.")

  @OptionGroup var global: GlobalOptions

  @Argument(help: "Only these files, or what lies below these folders.", completion: .file())
  var paths: [String] = []

  @Flag(help: "Check what the next commit will hold, not the files in the folder.")
  var staged = false

  @Option(help: ArgumentHelp("Check a commit.", valueName: "rev"))
  var commit: String?

  func validate() throws {
    if global.at != nil && commit == nil {
      throw ValidationError("Files are checked as they are now: leave out --at, or give --commit.")
    }
    if staged && commit != nil { throw ValidationError("Give --staged or --commit, not both.") }
  }

  func run() throws {
    let source: PolicyRepository.CheckSource =
      staged ? .staged : commit.map { .commit($0) } ?? .workingFolder
    try global.report { try $0.check(source, paths: paths) }
  }
}
