import ArgumentParser
import Objects
import PolicyRepository

struct PrepareBrief: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Print what somebody should have at hand before an audit interview.",
    discussion: "Besides text and json it prints --format markdown and --format html.")

  @OptionGroup var global: GlobalOptions

  @Argument(help: "The person.")
  var person: PersonID

  func run() throws {
    try global.report(in: GlobalOptions.Format.documents) { try $0.brief(on: person) }
  }
}
