import Evidence
import Git
import Objects
import Programs

/// The other repository that branches and decisions are exchanged with.
struct Remote: Sendable {
  /// Its name here, such as `origin`, or its address.
  let name: String
  /// Git's program, to work in this repository.
  let git: GitProgram

  /// Runs a command that talks to it; with nothing but the user's own settings and no hooks.
  func run(_ arguments: [String], input: String = "") async throws -> GitProgram.Answer {
    try await git.run(arguments, input: input, trusting: .user)
  }
}

extension PolicyRepository {
  /// Git's program, to work in this repository.
  func gitProgram() throws -> GitProgram {
    try GitProgram(
      folder: git.workingFolder ?? git.gitFolder, environment: surroundings.environment)
  }

  /// The remote of that name; without one, that of the branch, else `origin`, else the only one;
  /// `nil` where there is none.
  ///
  /// Unless the repository is trusted, refuses where its own settings name programs: whoever made this
  /// copy could have anything run by them.
  func remote(_ name: String? = nil, trusting trust: GitProgram.Trust = .user) async throws
    -> Remote?
  {
    if trust == .user, let first = try git.programsForExchange().first {
      throw Refusal(
        .couldNot,
        "this copy's own settings (\(git.commonFolder)config) name a program that Git would run: \(first)",
        remedies: "if you trust it, move it to your own settings: git config --global \(first) …",
        "or exchange with git itself: git fetch, git push")
    }
    let program = try gitProgram()
    if let name { return Remote(name: try Self.harmless(name), git: program) }
    let names = try git.remotes()
    let wanted = try git.branch().flatMap { try git.remote(ofBranch: $0) }
    let chosen = [wanted, "origin"].compactMap { $0 }.first(where: names.contains)
    return (chosen ?? (names.count == 1 ? names.first : nil)).map { Remote(name: $0, git: program) }
  }

  /// A name that Git cannot take for an option, or for a program to be run (`ext::…`).
  private static func harmless(_ name: String) throws -> String {
    guard !name.hasPrefix("-"), !name.contains("::"), !name.isEmpty else {
      throw Refusal(.usage, "\(name) is no name or address of a repository")
    }
    return name
  }
}
