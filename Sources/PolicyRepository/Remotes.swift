import Evidence
import Git
import Objects
import Programs
import Signatures

/// The other repository that branches and decisions are exchanged with.
struct Remote: Sendable {
  /// Its name here, such as `origin`, or its address.
  let name: String
  /// Whether that is a name of this repository's settings, so that it has branches of its own here.
  let isNamed: Bool
  /// The address that is fetched from.
  let address: String
  /// Git's program, to work in this repository.
  let git: GitProgram

  /// Runs a command that talks to it; with nothing but the user's own settings and no hooks.
  func run(_ arguments: [String], input: String = "") async throws -> GitProgram.Answer {
    try await git.run(arguments, input: input, trusting: .user)
  }

  /// Sends these refs in one go, none of them by force.
  func send(_ refspecs: [String], _ options: [String] = []) async throws -> GitProgram.Answer {
    try await run(
      [
        "push", "--porcelain", "--no-follow-tags", "--no-signed", "--no-recurse-submodules",
        "--no-force-with-lease",
      ] + options + [name] + refspecs)
  }

  /// Where its branches are kept here; `nil` where it has no name.
  var trackingPrefix: String? { isNamed ? "refs/remotes/\(name)/" : nil }
}

extension PolicyRepository {
  /// Git's program, to work in this repository.
  ///
  /// Where nobody can be asked, it and SSH ask nobody: unless a program of the user's own does that.
  func gitProgram() throws -> GitProgram {
    var environment = surroundings.environment
    if !surroundings.canAsk {
      environment["GIT_TERMINAL_PROMPT"] = "0"
      let own = try UserConfiguration(file: surroundings.gitConfiguration)
      if ["GIT_SSH_COMMAND", "GIT_SSH", "SSH_ASKPASS"].allSatisfy({ environment[$0] == nil }),
        try own.string("core.sshCommand") == nil
      {
        environment["GIT_SSH_COMMAND"] = "ssh -o BatchMode=yes"
      }
    }
    return try GitProgram(folder: git.workingFolder ?? git.gitFolder, environment: environment)
  }

  /// The remote of that name or address; without one, that of the branch, else `origin`, else the only
  /// one; `nil` where there is none.
  ///
  /// Refuses where the repository's own settings name programs: whoever made this copy could have anything
  /// run by them.
  func remote(_ name: String? = nil) async throws -> Remote? {
    try refuse(programs: git.programsForExchange())
    let names = try git.remotes()
    let wanted = try git.branch().flatMap { try git.remote(ofBranch: $0) }
    let chosen = [wanted, "origin"].compactMap { $0 }.first(where: names.contains)
    guard let name = try name.map(harmless) ?? chosen ?? (names.count == 1 ? names.first : nil)
    else { return nil }
    let program = try gitProgram()
    let address = try await program.run(["ls-remote", "--get-url", name], trusting: .user).output
    return Remote(
      name: name, isNamed: names.contains(name),
      address: address.split(separator: "\n").first.map(String.init) ?? name, git: program)
  }

  /// The same; refuses where there is none.
  func remoteToExchange(with name: String?) async throws -> Remote {
    if let remote = try await remote(name) { return remote }
    throw Refusal(
      .couldNot,
      try git.remotes().isEmpty
        ? "this copy knows no other one to exchange with"
        : "this copy knows several others, and none of them is called origin",
      remedies: "name it: writ pull ADDRESS, writ push ADDRESS",
      "or, for good: git remote add origin ADDRESS",
      "whoever keeps the policies knows the address")
  }

  /// Refuses where the repository's own settings name programs that Git would run.
  func refuse(
    programs: [String], instead: DisplayText? = "or exchange with git itself: git fetch, git push"
  ) throws {
    guard let first = programs.first else { return }
    if first.hasSuffix("url") {
      throw Refusal(
        .couldNot,
        "this copy's own settings (\(git.commonFolder)config) give an address that leads to a program, or "
          + "to a folder that came along with this copy, whose hooks Git would run: \(first)",
        remedies: [
          "if you trust that folder, name it from the top: git config \(ShellWord(first)) /PATH/TO/IT"
        ] + (instead.map { [$0] } ?? []))
    }
    let name = ShellWord(first)
    throw Refusal(
      .couldNot,
      "this copy's own settings (\(git.commonFolder)config) name a program that Git would run: \(first)",
      remedies: [
        "see which: git config --show-origin \(name)",
        "if you trust it, make it your own: git config --global \(name) \"$(git config \(name))\"",
        "and take it out of this copy: git config --unset \(name)",
      ] + (instead.map { [$0] } ?? []))
  }

  /// A name that Git cannot take for an option, or for a program to be run (`ext::…`). A path is that
  /// seen from the current folder.
  private func harmless(_ name: String) throws -> String {
    guard !name.hasPrefix("-"), !name.contains("::"), !name.isEmpty, !name.contains("\n") else {
      throw Refusal(.usage, "\(name) is no name or address of a repository")
    }
    let isPath = try !name.hasPrefix("/") && !name.contains(":") && !git.remotes().contains(name)
    return isPath ? "\(surroundings.currentFolder)/\(name)" : name
  }
}

extension Remote {
  /// What the user's own state knows it by: its address need not be readable there, for it may hold
  /// a password.
  var digest: Objects.Digest { Digest.sha256(of: Array(address.utf8)) }

  /// The same of where it is sent to, which may be another place (`git remote set-url --push`): what was
  /// sent there is not gone where it never was.
  func destination() async throws -> Objects.Digest {
    guard isNamed else { return digest }
    let answer = try await git.run(["remote", "get-url", "--push", name], trusting: .user)
    guard answer.isYes, let address = answer.output.split(separator: "\n").first else {
      return digest
    }
    return Digest.sha256(of: Array(address.utf8))
  }
}
