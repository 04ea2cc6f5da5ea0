public import Evidence
import Files
import Git
import Starter

extension PolicyRepository {
  /// Installs the hooks of a clone, or that of a server; one that is there already goes first from
  /// then on.
  public func installHooks(onServer: Bool = false) throws -> DoneReport {
    let names = try onServer ? [writeServerHook()] : writeHooks()
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
  func writeHooks() throws -> [(name: String, kept: Bool)] {
    if let elsewhere = try git.hooksPath() { throw Self.hooksElsewhere(elsewhere) }
    let folder = git.commonFolder + "hooks"
    try Folder.make(folder)
    return try Starter.hooks.map { hook in
      (hook.name, try write(hook, to: "\(folder)/\(hook.name)"))
    }
  }

  /// Writes the hook of a server and says whether it took over one that was there.
  ///
  /// A forge that runs all hooks of a folder writes its own hook anew at times, which ours must not be in
  /// the place of.
  private func writeServerHook() throws -> (name: String, kept: Bool) {
    let hook = Starter.serverHook
    if let elsewhere = try git.hooksPath() {
      throw Self.hooksElsewhere(elsewhere, "call in the hook \(hook.name) there: writ guard")
    }
    let folder = git.commonFolder + "hooks"
    let several = "\(hook.name).d"
    if File.kind(of: "\(folder)/\(several)") == .folder {
      return ("\(several)/writ", try write(hook, to: "\(folder)/\(several)/writ"))
    }
    try Folder.make(folder)
    return (hook.name, try write(hook, to: "\(folder)/\(hook.name)"))
  }

  /// Writes a hook; says whether one that was there goes first.
  private func write(_ hook: Starter.Hook, to path: String) throws -> Bool {
    let kept = try keep(path)
    try File.replace(path, with: Array(text(of: hook).utf8), mode: 0o755)
    return kept
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
    let onPath = (surroundings.environment["PATH"] ?? "").split(separator: ":").contains {
      $0.hasPrefix("/") && File.isExecutable("\($0)/writ")
    }
    return onPath || File.isExecutable(installed.program) ? .current : .withoutProgram
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
    hook.text.replacing("'@WRIT@'", with: Self.shellQuoted(surroundings.program))
  }

  /// What takes back `writeHooks()` when called later: a hook that was moved away comes back.
  func hooksRestorer() -> () -> Void {
    let paths = Starter.hooks.map { "\(git.commonFolder)hooks/\($0.name)" }
    let found = paths.map { path in
      (
        path: path, before: "\(path).before-writ", hadHook: File.kind(of: path) != nil,
        hadBefore: File.kind(of: "\(path).before-writ") != nil
      )
    }
    return {
      for hook in found {
        if !hook.hadHook {
          try? File.remove(hook.path)
        } else if !hook.hadBefore, File.kind(of: hook.before) != nil {
          try? File.move(hook.before, to: hook.path)
        }
      }
    }
  }

  /// The refusal where Git looks for hooks in another folder.
  static func hooksElsewhere(
    _ folder: String,
    _ remedy: DisplayText =
      "call in the hooks pre-commit, commit-msg and pre-push there: writ hooks run NAME \"$@\""
  ) -> Refusal {
    Refusal(
      .couldNot,
      "Git looks for hooks in \(folder) here (core.hooksPath), which is not this repository's",
      remedies: remedy,
      "or take the setting back; where it stands: git config --show-origin core.hooksPath")
  }

  /// Moves a hook of somebody else's out of the way, to be run first; says whether there was one.
  private func keep(_ path: String) throws -> Bool {
    let before = "\(path).before-writ"
    guard let kind = File.kind(of: path) else { return File.kind(of: before) != nil }
    if kind == .regular,
      String(decoding: try File.read(path), as: UTF8.self).contains(Starter.hookMark)
    {
      return File.kind(of: before) != nil
    }
    guard File.kind(of: before) == nil else {
      throw Refusal(
        .couldNot, "there are two hooks of others: \(path) and \(before)",
        remedies: "make one of them, then install again")
    }
    try File.move(path, to: before)
    return true
  }

  private static func shellQuoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
