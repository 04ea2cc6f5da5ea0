import ArgumentParser
import PolicyRepository

struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Find what is missing on this machine or in this clone.")

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if global.at != nil {
      throw ValidationError("Things are looked at as they are: leave out --at.")
    }
  }

  func run() async throws {
    let surroundings = try global.explaining { try global.surroundings() }
    let diagnosis = Diagnosis(surroundings, timeZone: Terminal.timeZone)
    let report = await diagnosis.report()
    try global.explaining { try global.print(report) }
  }
}
