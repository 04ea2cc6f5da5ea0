public import Evidence
import Files
import Git
import Objects
import Programs
import Starter

extension PolicyRepository {
  /// Installs the hooks of a clone, or that of a server; one that is there already goes first from
  /// then on.
  public func installHooks(onServer: Bool = false) async throws -> DoneReport {
    let names = try await onServer ? [writeServerHook()] : writeHooks()
    var text: DisplayText = ""
    for (name, kept) in names {
      text.line(
        "\("Installed", .good) the hook \(name)\(kept ? "; the one that was there goes first" : "")."
      )
    }
    text.line("They run \(surroundings.program) unless there is a writ on the PATH.")
    return DoneReport(
      header(head: try git.head()),
      "hooks-install", text: text,
      members: ["hooks": .array(names.map { .string($0.name) })])
  }

  /// Writes the hooks and says which of them took over one that was there.
  func writeHooks() async throws -> [(name: String, kept: Bool)] {
    if let elsewhere = try await hooksElsewhere() { throw Self.hooksElsewhere(elsewhere) }
    return try Starter.hooks.map { hook in
      (hook.name, try write(hook, to: "hooks/\(hook.name)"))
    }
  }

  /// Writes the hook of a server and says whether it took over one that was there.
  ///
  /// A forge that runs all hooks of a folder writes its own hook anew at times, which ours must not be in
  /// the place of.
  private func writeServerHook() async throws -> (name: String, kept: Bool) {
    let hook = Starter.serverHook
    if let elsewhere = try await hooksElsewhere() {
      throw Self.hooksElsewhere(
        elsewhere, "call in the hook \(hook.name) there: writ guard || exit 1")
    }
    let several = "\(hook.name).d"
    if File.kind(of: "\(git.commonFolder)hooks/\(several)") == .folder {
      return ("\(several)/writ", try write(hook, to: "hooks/\(several)/writ"))
    }
    return (hook.name, try write(hook, to: "hooks/\(hook.name)"))
  }

  /// What hooks are written below. Git itself would follow a folder of hooks that is a link; what others
  /// keep there is not ours to write over.
  private var hooksEnclosure: Enclosure { Enclosure(git.commonFolder) }

  /// Writes a hook below Git's folder; says whether one that was there goes first.
  private func write(_ hook: Starter.Hook, to path: String) throws -> Bool {
    let kept = try keep(path)
    try hooksEnclosure.replace(path, with: Array(text(of: hook).utf8), mode: 0o755)
    return kept
  }

  /// The folder in which Git looks for hooks here, where that is not this repository's own.
  ///
  /// Git itself is asked: it alone knows the settings of a working tree, of the environment, of files that
  /// are included.
  func hooksElsewhere() async throws -> String? {
    var named: String?
    do {
      // It runs nothing, and what leaves hooks out would be what it answers.
      let answer = try await gitProgram().run(
        ["rev-parse", "--git-path", "hooks"], trusting: .repository)
      guard answer.isYes else {
        throw Refusal(
          .couldNot, "Git does not tell where it looks for hooks: \(answer.complaint)",
          remedies: "see why: git rev-parse --git-path hooks")
      }
      named = String(answer.output.dropLast(answer.output.hasSuffix("\n") ? 1 : 0))
    } catch ProgramError.missing {
      named = try git.hooksPath()
    }
    return named.flatMap { path in
      let own = "\(git.commonFolder)hooks"
      let there = Path.absolute(path, from: git.workingFolder ?? git.gitFolder)
      return Path.resolved(there) == Path.resolved(own) ? nil : path
    }
  }

  /// How a hook stands.
  enum HookState {
    /// It is not there, or is one of somebody else's.
    case absent
    /// It is there, with another text than this version would install.
    case outdated
    /// It is there, but would find no program to run.
    case withoutProgram
    /// It is there and runs.
    case current
  }

  /// How a hook stands in this repository.
  func state(of hook: Starter.Hook) -> HookState {
    let path = "\(git.commonFolder)hooks/\(hook.name)"
    guard File.isExecutable(path), let bytes = try? File.read(path, limit: 1 << 20) else {
      return .absent
    }
    let installed = Self.parts(String(decoding: bytes, as: UTF8.self))
    guard installed.text.contains(Starter.hookMark) else { return .absent }
    guard installed.text == Self.parts(hook.text).text else { return .outdated }
    return hasProgramOnPath || File.isExecutable(installed.program) ? .current : .withoutProgram
  }

  /// Whether a hook that calls `writ` finds it.
  private var hasProgramOnPath: Bool {
    (surroundings.environment["PATH"] ?? "").split(separator: ":").contains {
      $0.hasPrefix("/") && File.isExecutable("\($0)/writ")
    }
  }

  /// How somebody else's hook stands, in the folder in which Git looks for hooks.
  func state(of hook: Starter.Hook, in folder: String) -> HookState {
    let path = "\(Path.absolute(folder, from: git.workingFolder ?? git.gitFolder))/\(hook.name)"
    guard File.isExecutable(path),
      let bytes = try? File.read(path, limit: 1 << 20, followingLink: true)
    else { return .absent }
    let text = String(decoding: bytes, as: UTF8.self)
    if text.contains(Starter.hookMark) {
      return hasProgramOnPath || File.isExecutable(Self.parts(text).program)
        ? .current : .withoutProgram
    }
    guard let program = HookCall(of: hook.name, in: text)?.program else { return .absent }
    let isThere = program.hasPrefix("/") ? File.isExecutable(program) : hasProgramOnPath
    return isThere ? .current : .withoutProgram
  }

  /// The text of a hook without the line that names the program, and that program.
  private static func parts(_ text: String) -> (text: String, program: String) {
    let mark = "installed_at="
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let program = lines.first { $0.hasPrefix(mark) }?.dropFirst(mark.count) ?? ""
    return (
      lines.filter { !$0.hasPrefix(mark) }.joined(separator: "\n"),
      String(program.dropFirst().dropLast()).replacing("'\\''", with: "'")
    )
  }

  private func text(of hook: Starter.Hook) -> String {
    hook.text.replacing("'@WRIT@'", with: ShellWord.quoted(surroundings.program))
  }

  /// What takes back `writeHooks()` when called later: a hook that was moved away comes back.
  func hooksRestorer() -> () -> Void {
    let folder = git.commonFolder
    let found = Starter.hooks.map { hook in
      let path = "hooks/\(hook.name)"
      return (
        path: path, name: hook.name, hadHook: File.kind(of: folder + path) != nil,
        hadBefore: File.kind(of: "\(folder)\(path).before-writ") != nil
      )
    }
    let enclosure = hooksEnclosure
    return {
      for hook in found {
        if !hook.hadHook {
          try? enclosure.remove(hook.path)
        } else if !hook.hadBefore {
          try? enclosure.rename("\(hook.path).before-writ", to: hook.name)
        }
      }
    }
  }

  /// The refusal where Git looks for hooks in another folder.
  static func hooksElsewhere(
    _ folder: String,
    _ remedy: DisplayText =
      "call in the hooks pre-commit, commit-msg and pre-push there: writ hooks run NAME \"$@\" || exit 1",
    or another: DisplayText? = nil
  ) -> Refusal {
    Refusal(
      .couldNot,
      "Git looks for hooks in \(folder) here (core.hooksPath), which is not this repository's",
      remedies: [
        remedy,
        "or take the setting back; where it stands: git config --show-origin core.hooksPath",
      ] + (another.map { [$0] } ?? []))
  }

  /// Moves a hook of somebody else's out of the way, to be run first; says whether there was one.
  private func keep(_ path: String) throws -> Bool {
    let whole = git.commonFolder + path
    let before = "\(path).before-writ"
    let hasBefore = File.kind(of: git.commonFolder + before) != nil
    guard let kind = File.kind(of: whole) else { return hasBefore }
    if kind == .regular,
      String(decoding: try hooksEnclosure.read(path), as: UTF8.self).contains(Starter.hookMark)
    {
      return hasBefore
    }
    guard !hasBefore else {
      throw Refusal(
        .couldNot, "there are two hooks of others: \(whole) and \(git.commonFolder)\(before)",
        remedies: "make one of them, then install again")
    }
    let name = before.split(separator: "/").last.map(String.init) ?? before
    try hooksEnclosure.rename(path, to: name)
    return true
  }
}
