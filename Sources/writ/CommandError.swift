import ArgumentParser
import Evidence
import Objects
import PolicyRepository

/// An error as the user meets it: the text, and the exit code of `docs/cli.md`.
struct CommandError: Error {
  private let refusal: Refusal
  private let document: DocumentID?
  private let isRecording: Bool
  private let colours: Bool

  /// `document` is named where a command is about several; `isRecording` has the user told that
  /// nothing was recorded.
  init(
    _ refusal: Refusal, about document: DocumentID? = nil, isRecording: Bool = false,
    colours: Bool
  ) {
    self.refusal = refusal
    self.document = document
    self.isRecording = isRecording
    self.colours = colours
  }

  /// What happened and what to do.
  var text: String {
    var text: DisplayText = ""
    let about: DisplayText = document.map { "\($0): " } ?? ""
    text.line("\("writ:", .bad) \((about + refusal.message).inLines(indent: 6))")
    for remedy in refusal.remedies { text.line("  \(remedy)") }
    if isRecording && refusal.kind != .recorded { text.line("  (nothing was recorded)") }
    return text.rendered(colours: colours)
  }

  /// Says what happened and what to do, and what comes of it, and ends the program.
  func exit(with consequence: String = "") -> Never {
    Terminal.talk(text + consequence)
    Writ.exit(withError: refusal.exitCode)
  }
}

extension Refusal {
  /// 1: the answer is no. 64: usage. 70: could not check. 75: busy.
  var exitCode: ExitCode {
    switch kind {
    case .no: ExitCode(1)
    case .usage: ExitCode(64)
    case .couldNot, .recorded: ExitCode(70)
    case .busy: ExitCode(75)
    }
  }
}
