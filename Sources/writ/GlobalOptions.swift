import ArgumentParser
import Evidence
import Objects
import PolicyRepository

/// Options of every command, before it or behind it.
struct GlobalOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown, html, sarif, github

    /// Those that every command has.
    static let common: Set<Format> = [.text, .json]
    /// Those of a report that is also a text for another document, and a page.
    static let documents: Set<Format> = common.union([.markdown, .html])
  }

  enum Colour: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @Option(
    name: .customShort("C"), help: ArgumentHelp("The folder to work in.", valueName: "folder"),
    completion: .directory)
  var folder: String?

  @Option(
    help:
      "How to print the answer: text or json; some commands have others, which their help names.")
  var format = Format.text

  @Option(help: "When to print in colour.")
  var color = Colour.auto

  @Option(
    help: ArgumentHelp("Ask as of then: 2026-12-01, or 2026-12-01T09:30:00Z.", valueName: "time"))
  var at: Moment?

  @Flag(help: "Say nothing but errors and what was asked for.")
  var quiet = false

  /// Makes a report and prints it; exits with 1 where its answer is no.
  func report(
    root: String? = nil, in formats: Set<Format> = Format.common,
    _ make: (PolicyRepository) throws -> any Report
  ) throws {
    try explaining {
      try print(make(PolicyRepository(try surroundings(root: root, in: formats))))
    }
  }

  /// The same for what needs no repository around it.
  func reportAnywhere(root: String? = nil, _ make: (Surroundings) throws -> any Report) throws {
    try explaining { try print(make(try surroundings(root: root))) }
  }

  /// The same for what waits for other programs.
  func report(_ make: (PolicyRepository) async throws -> any Report) async throws {
    let report = try await explaining { try await make(PolicyRepository(try surroundings())) }
    try explaining { try print(report) }
  }

  /// As `report`, for what writes something: where it fails, the user is told that nothing was.
  func recording(_ make: (Surroundings) throws -> any Report) throws {
    try refuseTime()
    try printDone(try explaining(isRecording: true) { try make(try surroundings()) })
  }

  /// The same for what waits for other programs.
  func recording(_ make: (PolicyRepository) async throws -> any Report) async throws {
    try await recordingAnywhere { try await make(PolicyRepository($0)) }
  }

  /// The same for what needs no repository around it yet, in a folder that is made where it is missing.
  func recordingAnywhere(
    in folder: String? = nil, _ make: (Surroundings) async throws -> any Report
  ) async throws {
    try refuseTime()
    try printDone(
      try await explaining(isRecording: true) {
        try await make(try surroundings(entering: folder))
      })
  }

  private func refuseTime() throws {
    if at != nil { throw ValidationError("What is written is written now: leave out --at.") }
  }

  /// Prints the report on something that is done, and stays so where it cannot be printed.
  func printDone(_ report: any Report) throws {
    try explaining {
      do { try print(report) } catch let refusal as Refusal {
        throw Refusal(
          refusal.kind, refusal.message,
          remedies: "what was asked for is done all the same; look at: writ status")
      }
    }
  }

  /// Runs `body`, and explains whatever it throws.
  func explaining<Value>(isRecording: Bool = false, _ body: () throws -> Value) throws -> Value {
    do { return try body() } catch { throw explanation(error, isRecording: isRecording) }
  }

  /// The same for what waits for other programs.
  func explaining<Value>(isRecording: Bool = false, _ body: () async throws -> Value) async throws
    -> Value
  {
    do { return try await body() } catch {
      throw explanation(error, isRecording: isRecording)
    }
  }

  /// The error as the user is told of it.
  func explanation(_ error: any Error, isRecording: Bool) -> any Error {
    if error is ExitCode || error is ValidationError { return error }
    return CommandError(
      Refusal(explaining: error, now: Terminal.now), isRecording: isRecording,
      colours: Terminal.usesColours(color, for: .error))
  }

  /// Prints a report; throws exit code 1 where its answer is no.
  func print(_ report: any Report) throws {
    let isSilent = quiet && report.isYes && report.isSilentWhenYes
    guard let answer = answer(report) else { throw noSuchFormat }
    if !isSilent || ![.text, .github].contains(format) { try Terminal.print(answer) }
    if !report.isYes { throw ExitCode(1) }
  }

  /// What is printed of a report; `nil` where it has no such format.
  private func answer(_ report: any Report) -> String? {
    switch format {
    case .text: report.text.rendered(colours: Terminal.usesColours(color, for: .output))
    case .json: report.json.document
    case .csv: (report as? any TableReport)?.csv
    case .markdown: (report as? any MarkdownReport)?.markdown
    case .html: (report as? any PageReport)?.page
    case .sarif:
      (report as? CheckReport)?.sarif(version: Writ.configuration.version).document
    case .github: (report as? CheckReport)?.gitHubAnnotations
    }
  }

  private var noSuchFormat: ValidationError {
    ValidationError("This command does not print --format \(format.rawValue); give text or json.")
  }

  /// The world around a command that prints in these formats; refuses before anything is done.
  func surroundings(
    root: String? = nil, entering folder: String? = nil, in formats: Set<Format> = Format.common
  ) throws -> Surroundings {
    guard formats.contains(format) else { throw noSuchFormat }
    if let folder = self.folder { try Terminal.enter(folder) }
    if let folder { try Terminal.make(folder) }
    let environment = Terminal.environment
    return Surroundings(
      environment: environment, currentFolder: try Terminal.currentFolder(),
      stateFolder: Terminal.stateFolder(environment),
      gitConfiguration: environment["GIT_CONFIG_GLOBAL"], program: Terminal.program,
      now: Terminal.now, asOf: at?.instant,
      namedRoot: try Self.named(root, option: "--root")
        ?? Self.named(environment["WRIT_ROOT"], option: "WRIT_ROOT"),
      canAsk: Terminal.canAsk)
  }

  private static func named(_ text: String?, option: String) throws -> Surroundings.NamedRoot? {
    guard let text, !text.isEmpty else { return nil }
    guard let root = Surroundings.NamedRoot(text) else {
      throw Refusal(
        .usage, "\(option) is no root: \(text)",
        remedies: "write sha256: and 64 digits, as in the printed pack or the minutes")
    }
    return root
  }
}

/// A time on the command line; a date alone is the end of that day in UTC.
struct Moment: ExpressibleByArgument {
  let instant: Instant

  init?(argument: String) {
    guard let instant = Instant(rfc3339: argument) ?? CalendarDate(argument)?.end else {
      return nil
    }
    self.instant = instant
  }
}

/// A time on the command line from which on something holds; a date alone is the start of that day
/// in UTC.
struct Beginning: ExpressibleByArgument {
  let instant: Instant

  init?(argument: String) {
    guard let instant = Instant(rfc3339: argument) ?? CalendarDate(argument)?.start else {
      return nil
    }
    self.instant = instant
  }
}
