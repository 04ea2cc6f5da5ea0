import ArgumentParser
import Evidence
import PolicyRepository

/// An error as the user meets it: the text, and the exit code of `docs/cli.md`.
struct CommandError: Error {
  private let refusal: Refusal
  private let isRecording: Bool
  private let colours: Bool

  init(_ refusal: Refusal, isRecording: Bool, colours: Bool) {
    self.refusal = refusal
    self.isRecording = isRecording
    self.colours = colours
  }

  /// 1: the answer is no. 64: usage. 70: could not check. 75: busy.
  private var exitCode: ExitCode {
    switch refusal.kind {
    case .no: ExitCode(1)
    case .usage: ExitCode(64)
    case .couldNot: ExitCode(70)
    case .busy: ExitCode(75)
    }
  }

  /// Says what happened and what to do, and ends the program.
  func exit() -> Never {
    var text: DisplayText = ""
    text.line("\("writ:", .bad) \(refusal.message)")
    for remedy in refusal.remedies { text.line("  \(remedy)") }
    if isRecording { text.line("  (nothing was recorded)") }
    Terminal.talk(text.rendered(colours: colours))
    Writ.exit(withError: exitCode)
  }
}
