import ArgumentParser
import Evidence
import PolicyRepository

struct Join: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Find or make your key, and print the line to hand in.",
    discussion: """
      For who is to decide. Prints the one line to send to whoever keeps writ.yaml; a private key \
      never leaves this machine.
      """)

  @OptionGroup var global: GlobalOptions

  @Option(
    help: ArgumentHelp("The key to hand in; else yours is found or made.", valueName: "file"),
    completion: .file())
  var key: String?

  func run() async throws {
    let report: JoinReport
    do {
      Terminal.outliveInterrupts()
      let join = Joining(try global.surroundings())
      if let key {
        report = try await join.key(inFile: key)
      } else {
        report = try await choose(join)
      }
    } catch {
      throw global.explanation(error, isRecording: true)
    }
    if !global.quiet { talk(report.introduction) }
    try global.printDone(report)
    if !global.quiet { talk(report.next) }
  }

  /// A key that is there, if the user wants that, else a new one.
  private func choose(_ join: Joining) async throws -> JoinReport {
    let (sound, unfit) = try await join.candidates()
    for reason in unfit { talk("\(reason)\n") }
    guard Terminal.canAsk else {
      if let only = sound.first, sound.count == 1 { return try await join.handIn(only) }
      throw Refusal(
        .usage,
        sound.isEmpty
          ? "you have no key yet, and nobody is there to be asked for a passphrase"
          : "you have several keys, and nobody is there to be asked which it is",
        remedies: "do this in a terminal", "or name the key: --key FILE")
    }
    if !sound.isEmpty {
      talk("You have a key already:\n")
      for (position, candidate) in sound.enumerated() {
        talk("  \(position + 1)  \(candidate.label)\n")
      }
      let answer = try ask("Type its number to hand it in, or n to make a new one: ")
      if let number = Int(answer), sound.indices.contains(number - 1) {
        return try await join.handIn(sound[number - 1])
      }
      guard answer == "n" else { throw Self.undecided }
    }
    return try await make(join)
  }

  private func make(_ join: Joining) async throws -> JoinReport {
    var holder = Joining.Holder.file
    if join.seesSecurityKey {
      switch try ask(
        "A security key is plugged in. A key in it cannot be copied by anybody. Use it? (y or n) ")
      {
      case "y": holder = .securityKey
      case "n": break
      default: throw Self.undecided
      }
    }
    let path = try join.place(for: holder)
    switch holder {
    case .file:
      talk("You get a new key, in \(path).\n")
      talk("Choose a passphrase for it, of several words: it is asked for when you decide.\n")
    case .securityKey:
      talk("You get a new key in the security key; \(path) will name it.\n")
      talk("Touch the security key when it blinks. If it has a PIN, you are asked for it.\n")
    }
    return try await join.makeKey(holder, at: path)
  }

  private func ask(_ question: DisplayText) throws -> String {
    guard let answer = Terminal.ask(question.plain) else {
      throw Refusal(.no, "you broke off", remedies: "do it later with: writ join")
    }
    return answer
  }

  private static var undecided: Refusal {
    Refusal(.no, "that was none of the answers", remedies: "do it again: writ join")
  }

  private func talk(_ text: DisplayText) {
    Terminal.talk(text.rendered(colours: Terminal.usesColours(global.color, for: .error)))
  }
}
