import ArgumentParser
import Evidence
import Objects
import PolicyRepository

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed since the version approved last, by section.")

  @OptionGroup var global: GlobalOptions

  @Argument(help: "The document.")
  var doc: DocumentID

  @Option(help: "An approved version to compare with instead of the last.")
  var from: Version?

  @Option(help: "An approved version to look at instead of the newest text.")
  var to: Version?

  @Flag(help: "Mark words within paragraphs, not lines.")
  var word = false

  func run() throws {
    try global.report {
      try $0.diff(doc, from: from, to: to, detail: word ? .words : .lines)
    }
  }
}
