public import Files
import Subprocess
import SystemPackage

/// An outside program, found once by its absolute path.
public struct Program: Sendable {
  /// What came of a run.
  struct Outcome {
    /// What it wrote to its standard output.
    let output: [UInt8]
    /// What it wrote to its standard error.
    let talk: String
    /// Its exit status; `nil` where a signal ended it.
    let exit: Int32?
  }

  /// The absolute path.
  public let path: String
  private let environment: [String: String]

  /// Finds a program on the search path, of which only absolute folders count.
  ///
  /// It is started with just those variables of `environment` that `passing` names.
  /// Throws `ProgramError.missing`.
  public init(_ name: String, environment: [String: String], passing: [String]) throws(ProgramError)
  {
    let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    guard let folder = folders.first(where: { File.isExecutable("\($0)/\(name)") }) else {
      throw .missing(name)
    }
    path = "\(folder)/\(name)"
    self.environment = environment.filter { passing.contains($0.key) }
  }

  /// Starts the program, gives it `input`, and waits at most `seconds` for its end.
  ///
  /// It may write `outputLimit` bytes. Variables of `setting` go before those of the environment.
  /// It shares our terminal, so that it can ask for a passphrase itself. It reads its input from a
  /// file: were it to end before it has read all of a pipe, swift-subprocess would trap.
  func run(
    _ arguments: [String], input: [UInt8] = [], seconds: Int64, outputLimit: Int = 1 << 20,
    setting: [String: String] = [:]
  ) async throws(ProgramError) -> Outcome {
    let variables = Dictionary(
      uniqueKeysWithValues: environment.merging(setting) { _, set in set }.map {
        (Environment.Key(stringLiteral: $0), $1)
      })
    do {
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      let file = "\(folder.path)/input"
      try File.create(file, with: input, mode: 0o600)
      return try await withThrowingTaskGroup(of: Outcome?.self) { group in
        group.addTask {
          let result = try await Subprocess.run(
            .path(FilePath(path)), arguments: Arguments(arguments),
            environment: .custom(variables),
            input: .fileDescriptor(
              try FileDescriptor.open(FilePath(file), .readOnly), closeAfterSpawningProcess: true),
            output: .bytes(limit: outputLimit), error: .string(limit: 1 << 20))
          let exit: Int32? =
            if case .exited(let code) = result.terminationStatus { code } else { nil }
          return Outcome(output: result.standardOutput, talk: result.standardError, exit: exit)
        }
        group.addTask {
          try await Task.sleep(for: .seconds(seconds))
          return nil
        }
        defer { group.cancelAll() }
        guard let outcome = try await group.next() ?? nil else {
          throw ProgramError.failed(path, "it did not end within \(seconds) seconds")
        }
        return outcome
      }
    } catch let error as ProgramError {
      throw error
    } catch let error as FileError {
      throw .file(error)
    } catch {
      throw .failed(path, "\(error)")
    }
  }
}

/// An outside program that is not there or did not do its work.
public enum ProgramError: Error, Hashable, Sendable {
  /// It is not on the search path.
  case missing(String)
  /// What it was to read could not be written.
  case file(FileError)
  /// It said no, or could not be run: its path and why.
  case failed(String, String)
  /// The user stopped it.
  case interrupted
}
