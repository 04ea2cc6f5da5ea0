import ArgumentParser
import Objects
import PolicyRepository

struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Show changes and decisions, oldest first.",
    discussion: """
      With --format csv it is a table for a spreadsheet, with markdown a text to put into another document, \
      with html a page with a picture of versions and decisions over time.
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "Only this document.")
  var doc: DocumentID?

  @Option(help: ArgumentHelp("Only from this day on.", valueName: "date"))
  var from: CalendarDate?

  @Option(help: ArgumentHelp("Only until the end of this day.", valueName: "date"))
  var to: CalendarDate?

  func run() throws {
    try global.report(in: GlobalOptions.Format.documents.union([.csv])) {
      try $0.history(
        of: doc, from: from?.start, to: to?.end,
        forPage: [.markdown, .html].contains(global.format))
    }
  }
}
