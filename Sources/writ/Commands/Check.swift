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

  @Option(
    help: ArgumentHelp("Check a commit, for what it changed since another.", valueName: "a..b"))
  var range: CommitRange?

  func validate() throws {
    if global.at != nil && commit == nil && range == nil {
      throw ValidationError("Files are checked as they are now: leave out --at, or give --commit.")
    }
    if [staged, commit != nil, range != nil].count(where: { $0 }) > 1 {
      throw ValidationError("Give one of --staged, --commit and --range.")
    }
  }

  func run() throws {
    let source: PolicyRepository.CheckSource =
      staged
      ? .staged
      : range.map { .range(from: $0.from, to: $0.to) } ?? commit.map { .commit($0) }
        ?? .workingFolder
    try global.report(in: GlobalOptions.Format.common.union([.sarif, .github])) {
      try $0.check(source, paths: paths)
    }
  }
}

/// Two commits on the command line, `A..B`; an empty one is HEAD, as for Git.
struct CommitRange: ExpressibleByArgument {
  let from: String
  let to: String

  init?(argument: String) {
    guard let dots = argument.firstRange(of: ".."), !argument.contains("...") else { return nil }
    let ends = [argument[..<dots.lowerBound], argument[dots.upperBound...]]
      .map { $0.isEmpty ? "HEAD" : String($0) }
    (from, to) = (ends[0], ends[1])
  }
}
