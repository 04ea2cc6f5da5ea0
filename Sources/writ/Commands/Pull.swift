import ArgumentParser
import Evidence
import PolicyRepository

struct Pull: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pull", abstract: "Fetch what others decided and wrote.")

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp("Where from: its name or address.", valueName: "remote"))
  var remote: String?

  func run() async throws {
    if global.at != nil { throw ValidationError("What is there is there now: leave out --at.") }
    let report: PullReport
    do {
      Terminal.outliveInterrupts()
      report = try await PolicyRepository(try global.surroundings()).pull(from: remote)
    } catch {
      throw global.explanation(error, isRecording: false)
    }
    try global.printDone(report)
  }
}
