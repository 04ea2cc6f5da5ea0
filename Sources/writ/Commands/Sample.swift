import ArgumentParser
import PolicyRepository

struct Sample: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Draw documents out of an evidence pack, so that anybody can repeat it.",
    discussion: """
      Of each document the version in force takes part. They are put in the order of the SHA-256 of \
      SEED, ID and VERSION, each on a line of its own but no line feed at the end; the first are drawn.
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: "How many documents.")
  var count: Int

  @Option(help: "Any words or digits, on one line; name them after the pack was made.")
  var seed: String

  @Argument(help: "The evidence pack: the folder or the ZIP file.", completion: .file())
  var pack: String

  func validate() throws {
    guard count > 0 else { throw ValidationError("Draw at least one document.") }
    guard !seed.isEmpty, !seed.contains(where: \.isNewline) else {
      throw ValidationError("A seed is one line of words or digits.")
    }
  }

  func run() throws {
    try global.reportAnywhere { _ in
      try PolicyRepository.sample(pack, count: count, seed: seed)
    }
  }
}
