import ArgumentParser
import Objects
import PolicyRepository

struct WriteEvidence: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Write what an auditor needs, or draw a sample of documents from it.",
    usage: """
      writ evidence --clause 5.2 [--from <date>] [--to <date>] --output <folder>
      writ evidence --sample <count> --seed <seed> <pack>
      """,
    discussion: """
      A pack is one folder, and beside it the same as one ZIP file.

      A sample is drawn from a finished pack, so that anybody can repeat it. Of each document the version \
      in force takes part. They are put in the order of the SHA-256 of SEED, ID and VERSION, each on a line \
      of its own but no line feed at the end; the first are drawn.
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: "The clause of ISO/IEC 27001:2022; so far only 5.2, the policy.")
  var clause: String?

  @Option(help: ArgumentHelp("List the history only from this day on.", valueName: "date"))
  var from: CalendarDate?

  @Option(help: ArgumentHelp("List the history only until the end of this day.", valueName: "date"))
  var to: CalendarDate?

  @Option(
    help: ArgumentHelp("The folder, which must not be there yet.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(help: ArgumentHelp("How many documents to draw.", valueName: "count"))
  var sample: Int?

  @Option(help: "Any words or digits, on one line; name them after the pack was made.")
  var seed: String?

  @Argument(help: "The pack to draw from: the folder or the ZIP file.", completion: .file())
  var pack: String?

  func validate() throws {
    if sample == nil && seed == nil && pack == nil {
      guard let clause, output != nil else {
        throw ValidationError("Give --clause 5.2 and --output, or --sample, --seed and a pack.")
      }
      guard clause == "5.2" else {
        throw ValidationError(
          "There is no evidence on clause \(clause) yet: give --clause 5.2, the policy.")
      }
      return
    }
    guard let sample, let seed, pack != nil else {
      throw ValidationError("To draw a sample, give --sample, --seed and a pack.")
    }
    guard clause == nil, output == nil, from == nil, to == nil else {
      throw ValidationError(
        "A sample is drawn from a pack that is made: leave out --clause, --output, --from and --to."
      )
    }
    guard sample > 0 else { throw ValidationError("Draw at least one document.") }
    guard !seed.isEmpty, !seed.contains(where: \.isNewline) else {
      throw ValidationError("A seed is one line of words or digits.")
    }
  }

  func run() throws {
    if let pack, let sample, let seed {
      try global.reportAnywhere {
        try PolicyRepository.sample(
          pack, count: sample, seed: seed, program: Writ.configuration.version, $0)
      }
    } else if let output {
      try global.report {
        try $0.writeEvidence(
          to: output, from: from, to: to, program: Writ.configuration.version)
      }
    }
  }
}
