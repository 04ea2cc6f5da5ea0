import Documents
import Evidence
import Git
import Programs

/// What Git says of a file of the working folder that differs from the last commit.
struct WorkingChange {
  /// The path from the top of the repository.
  let path: String
  /// Whether a merge left it undecided.
  let isConflict: Bool
}

extension PolicyRepository {
  /// The documents in the working folder that differ from the last commit, new ones included.
  func workingChanges() async throws -> [WorkingChange] {
    let answer = try await author(
      ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all"],
      trusting: .repository, "Git cannot tell what has changed here")
    return answer.output.split(separator: "\0").compactMap { entry in
      let path = String(entry.dropFirst(3))
      let top = path.split(separator: "/").first.map(String.init) ?? ""
      guard path == DocumentFolders.governancePath || DocumentFolders.names.contains(top) else {
        return nil
      }
      // `git-status(1)`, unmerged paths.
      let isConflict = ["DD", "AU", "UD", "UA", "DU", "AA", "UU"].contains(entry.prefix(2))
      return WorkingChange(path: path, isConflict: isConflict)
    }
  }

  /// Refuses while documents in the working folder differ from the last commit.
  func refuseWorkingChanges(remedy: DisplayText) async throws {
    guard let first = try await workingChanges().first else { return }
    throw Refusal(.no, "\(first.path) has changes that are not saved yet", remedies: remedy)
  }

  /// Commits just these files, as Git is configured; without any, an empty commit. What else is staged
  /// stays staged.
  func commit(_ changes: [WorkingChange], message: String) async throws {
    let commit = ["commit", "--quiet", "--cleanup=verbatim", "--message=\(message)\n", "--only"]
    guard !changes.isEmpty else {
      try await author(
        commit + ["--allow-empty"], trusting: .repository, "Git would not save it")
      return
    }
    let paths = changes.map(\.path).joined(separator: "\0")
    let named = ["--pathspec-from-file=-", "--pathspec-file-nul"]
    try await author(
      ["--literal-pathspecs", "add"] + named, input: paths, trusting: .repository,
      "what was changed cannot be staged")
    try await author(
      ["--literal-pathspecs"] + commit + named, input: paths, trusting: .repository,
      "Git would not save it", "mend that, then do it again")
  }

  /// Runs a command of Git's as the author would; where it fails, refuses with what Git says.
  ///
  /// Only what a plain `git commit` would run too may trust the repository.
  @discardableResult
  func author(
    _ arguments: [String], input: String = "", trusting trust: GitProgram.Trust = .user,
    _ failure: DisplayText, _ remedies: DisplayText...
  ) async throws -> GitProgram.Answer {
    try await author(arguments, input: input, trusting: trust, failure, remedies)
  }

  private func author(
    _ arguments: [String], input: String = "", trusting trust: GitProgram.Trust = .user,
    _ failure: DisplayText, _ remedies: [DisplayText]
  ) async throws -> GitProgram.Answer {
    let answer = try await gitProgram().run(arguments, input: input, trusting: trust)
    if answer.isYes { return answer }
    if let lock = Refusal(lockNamedIn: answer.talk, now: surroundings.now) { throw lock }
    if answer.talk.contains("Please tell me who you are") {
      throw Refusal(
        .couldNot, "Git does not know who you are, so that nothing can be saved",
        remedies: "tell it: git config --global user.name \"Your Name\"",
        "and: git config --global user.email you@example.org")
    }
    throw Refusal(
      .couldNot, failure + ": \(answer.complaint)", remedies: remedies)
  }

  /// Goes to another branch, without hooks.
  func switchBranch(
    _ arguments: [String], _ failure: DisplayText, _ remedies: DisplayText...
  ) async throws {
    _ = try await author(
      ["switch", "--quiet", "--no-recurse-submodules"] + arguments, failure, remedies)
  }

  /// Refuses where the repository's own settings name programs that Git would run when it writes other files
  /// into the working folder, and would not run when it commits.
  func refuseProgramsBeyondCommit(isMerging: Bool = false) throws {
    try refuse(programs: git.programsBeyondCommit(isMerging: isMerging), instead: nil)
  }
}
