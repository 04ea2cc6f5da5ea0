import ArgumentParser
import Objects
import PolicyRepository

struct WriteEvidence: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Write what an auditor needs: one folder, and the same as one ZIP file.")

  @OptionGroup var global: GlobalOptions

  @Option(help: "The clause of ISO/IEC 27001:2022; so far only 5.2, the policy.")
  var clause: String

  @Option(help: ArgumentHelp("List the history only from this day on.", valueName: "date"))
  var from: CalendarDate?

  @Option(help: ArgumentHelp("List the history only until the end of this day.", valueName: "date"))
  var to: CalendarDate?

  @Option(
    help: ArgumentHelp("The folder, which must not be there yet.", valueName: "folder"),
    completion: .directory)
  var output: String

  func validate() throws {
    guard clause == "5.2" else {
      throw ValidationError(
        "There is no evidence on clause \(clause) yet: give --clause 5.2, the policy.")
    }
  }

  func run() throws {
    try global.report {
      try $0.writeEvidence(
        to: output, from: from, to: to, program: Writ.configuration.version)
    }
  }
}
