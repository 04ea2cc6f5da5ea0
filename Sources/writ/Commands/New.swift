import ArgumentParser
import PolicyRepository

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a document of some kind from its template.",
    discussion: """
      Kinds are policy, procedure, objective and role. The file lies in policies/, objectives/ or \
      roles/ and is named after its id; nothing is written over. What only its author can know is \
      marked with {{ and }}, and writ check reports it until it is filled in.
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "What it is to be: policy, procedure, objective or role.")
  var kind: String

  @Argument(help: "Its name in the files, such as supplier-security.")
  var id: String

  @Option(help: "What people call it; else made from the id.")
  var title: String?

  func run() throws {
    try global.recording {
      try PolicyRepository($0).new(kind: kind, id: id, title: title)
    }
  }
}
