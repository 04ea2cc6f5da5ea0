import ArgumentParser
import Evidence
import Objects
import PolicyRepository

struct Approve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Approve a document with your own key.",
    discussion: "Approving means: \"I have read it; it is suitable and adequate.\"")

  @OptionGroup var global: GlobalOptions

  @Argument(help: "The document.")
  var doc: DocumentID

  @Option(help: ArgumentHelp("The commit that holds the text; else the newest.", valueName: "rev"))
  var commit: String?

  @Option(help: "The person whose key it must be.")
  var person: PersonID?

  @Option(help: "The role to act in; else the one that is still needed.")
  var role: RoleID?

  @Option(
    help: ArgumentHelp("The key to sign with; public where an agent holds it.", valueName: "file"))
  var key: String?

  @Option(help: "What you want to add.")
  var comment = ""

  @Flag(help: "Sign without being asked.")
  var yes = false

  @Flag(help: "Take rules that a single loss would block as they are.")
  var acceptWarnings = false

  func run() async throws {
    let receipt: Receipt
    do {
      Terminal.outliveInterrupts()
      let repository = try PolicyRepository(try global.surroundings())
      switch try await repository.prepare(request) {
      case .approvedBefore(let before): receipt = before
      case .draft(let draft):
        try confirm(draft)
        receipt = try await repository.sign(draft, at: Terminal.now)
      }
    } catch {
      throw global.explanation(error, isRecording: true)
    }
    try global.printDone(receipt)
  }

  private var request: ApprovalRequest {
    ApprovalRequest(
      document: doc, revision: commit, person: person, role: role, key: key, comment: comment,
      acceptsWarnings: acceptWarnings)
  }

  /// Shows all that will be signed, and asks once: the answer is the version, so that it cannot be
  /// given unread by a habit of pressing a key.
  private func confirm(_ draft: ApprovalDraft) throws {
    let version = draft.sheet.version.description
    if !(global.quiet && yes) {
      Terminal.talk(
        draft.sheet.text.rendered(colours: Terminal.usesColours(global.color, for: .error)))
    }
    let later: DisplayText = "approve it later with: writ approve \(doc)"
    if Terminal.isInterrupted { throw Refusal(.no, "you broke off", remedies: later) }
    if yes { return }
    guard Terminal.canAsk else {
      throw Refusal(
        .usage, "nobody is there to be asked", remedies: "approve in a terminal, or with --yes")
    }
    let question: DisplayText = "\nKey: \(draft.keyName)\nType \(version) to sign: "
    guard let answer = Terminal.ask(question.plain) else {
      throw Refusal(.no, "you broke off", remedies: later)
    }
    guard answer == version else {
      throw Refusal(.no, "you did not type \(version)", remedies: later)
    }
  }
}
