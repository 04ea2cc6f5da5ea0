import ArgumentParser
import Evidence

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules of check, or explain one.")

  @OptionGroup var global: GlobalOptions

  @Argument(help: "The rule to explain, such as POL-05.")
  var rule: String?

  func validate() throws {
    if global.at != nil {
      throw ValidationError("Rules are those of this program: leave out --at.")
    }
  }

  func run() throws {
    try global.explaining {
      let header = ReportHeader(now: Terminal.now)
      guard let rule else { return try global.print(RulesReport(header)) }
      guard let report = RulesReport(header, rule: rule) else {
        throw ValidationError(
          DisplayText("There is no rule \(rule); see them all with: writ rules").plain)
      }
      try global.print(report)
    }
  }
}
