/// `git(1)`, which exchanges branches and decisions with other repositories, commits as the user has
/// set it up, and merges. Nothing that Writ judges is read through it.
public struct GitProgram: Sendable {
  /// What it answered.
  public struct Answer: Sendable {
    /// What it wrote to its standard output.
    public let output: String
    /// What it wrote to its standard error, what the other side said among it (`remote: …`).
    public let talk: String
    /// Its exit status.
    public let exit: Int32

    /// Whether it did what was asked.
    public var isYes: Bool { exit == 0 }
  }

  /// Whose hooks and settings may name programs that are run.
  public enum Trust: Sendable {
    /// Those of the repository too: for what is a commit, or only looks (`git status`), and so runs what its
    /// author would run with `git commit` themself.
    case repository
    /// Only the user's own: hooks are left out. What the repository's settings name must be refused
    /// before.
    case user
  }

  private let program: Program
  private let folder: String

  /// Finds the program, to work in the repository around `folder`. Throws `ProgramError.missing`.
  public init(folder: String, environment: [String: String]) throws(ProgramError) {
    program = try Program(
      "git", environment: environment,
      passing: environment.keys.filter { !Self.elsewhere.contains($0) })
    self.folder = folder
  }

  /// Runs a command of it, which may take `seconds`, and reads its answer whatever the exit status.
  ///
  /// Its words are English, since some are read. Throws `failed`, `interrupted`.
  public func run(
    _ arguments: [String], input: String = "", trusting trust: Trust, seconds: Int64 = 900
  ) async throws(ProgramError) -> Answer {
    let settings: [String] =
      switch trust {
      case .repository: []
      case .user: ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"]
      }
    let outcome = try await program.run(
      ["-C", folder] + settings + arguments, input: Array(input.utf8), seconds: seconds,
      outputLimit: 1 << 26, setting: ["LC_ALL": "C.UTF-8", "LANGUAGE": "C"])
    guard let exit = outcome.exit else { throw .interrupted }
    return Answer(
      output: String(decoding: outcome.output, as: UTF8.self), talk: outcome.talk, exit: exit)
  }

  /// What would lead it to another repository (`git rev-parse --local-env-vars`). All else of the
  /// user's environment stays: proxies, agents and helpers for passwords know their own variables.
  private static let elsewhere: Set = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_CONFIG", "GIT_DIR",
    "GIT_GRAFT_FILE", "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_NAMESPACE",
    "GIT_NO_REPLACE_OBJECTS", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE", "GIT_WORK_TREE",
  ]
}
