import ArgumentParser
import Evidence
import Objects
import PolicyRepository

struct Push: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "push", abstract: "Send what you decided and wrote.",
    discussion: """
      Where a decision of yours has the same name as one that was sent first, from another copy, it is \
      shown and signed again beside that one.
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: "The person whose key it must be.")
  var person: PersonID?

  @Option(
    help: ArgumentHelp("The key to sign with; public where an agent holds it.", valueName: "file"),
    completion: .file())
  var key: String?

  @Flag(help: "Sign without being asked.")
  var yes = false

  @Argument(help: ArgumentHelp("Where to: its name or address.", valueName: "remote"))
  var remote: String?

  func run() async throws {
    if global.at != nil { throw ValidationError("What is sent is sent now: leave out --at.") }
    let report: PushReport
    do {
      Terminal.outliveInterrupts()
      let repository = try PolicyRepository(try global.surroundings())
      let signer = Signer(person: person, role: nil, key: key, comment: "")
      report = try await repository.push(to: remote, by: signer, confirm: confirm)
    } catch is BrokenOff {
      throw global.explanation(
        Refusal(.no, "you broke off", remedies: "go on later with: writ push"), isRecording: false)
    } catch {
      throw global.explanation(error, isRecording: false)
    }
    try global.printDone(report)
  }

  /// Shows what is to be signed again, and asks once.
  private func confirm(_ renewal: Renewal) throws -> Instant {
    if !(global.quiet && yes) {
      Terminal.talk(
        renewal.text.rendered(colours: Terminal.usesColours(global.color, for: .error)))
    }
    if yes { return Terminal.now }
    guard Terminal.canAsk else {
      throw Refusal(
        .usage,
        "nobody is there to be asked whether to make it again: push in a terminal, or with --yes")
    }
    do { try Deciding.ask(renewal.drafts, later: "writ push") } catch {
      throw Terminal.isInterrupted ? BrokenOff() : error
    }
    return Terminal.now
  }
}
