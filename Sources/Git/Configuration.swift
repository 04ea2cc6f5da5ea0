import CLibgit2
import Files

extension Repository {
  /// Where Git looks for hooks instead of `.git/hooks`, if it is told to (`core.hooksPath`).
  public func hooksPath() throws(GitError) -> String? { try string("core.hooksPath", level: nil) }

  /// Whom Git takes the maker of a commit here to be, unless the environment says otherwise.
  public func identity() throws(GitError) -> (name: String?, email: String?) {
    (try string("user.name", level: nil), try string("user.email", level: nil))
  }

  /// What a line begins with that Git leaves out of a commit message: `#` unless it is set
  /// otherwise; `nil` for whatever does not occur in the message (`auto`).
  public func commentMark() throws(GitError) -> String? {
    for name in ["core.commentString", "core.commentChar"] {
      if let mark = try string(name, level: nil) { return mark == "auto" ? nil : mark }
    }
    return "#"
  }

  /// Whether a remote has promised to send objects later that are left out now.
  func isPromised() throws(GitError) -> Bool {
    let all = try Handle(free: git_config_free) { git_repository_config(&$0, handle.pointer) }
    let iterator = try Handle(free: git_config_iterator_free) {
      git_config_iterator_glob_new(&$0, all.pointer, "^remote\\..*\\.promisor$")
    }
    var entry: UnsafeMutablePointer<git_config_entry>?
    let result = git_config_next(&entry, iterator.pointer)
    if result == GIT_ITEROVER.rawValue { return false }
    try check(result)
    return true
  }

  /// What Git calls the first branch of a new repository, where it is told (`init.defaultBranch`).
  public func firstBranchName() throws(GitError) -> String? {
    try string("init.defaultBranch", level: nil)
  }

  /// The names of the repositories that this one exchanges with (`git remote`), by name.
  public func remotes() throws(GitError) -> [String] {
    var names = git_strarray()
    try check(git_remote_list(&names, handle.pointer))
    defer { git_strarray_dispose(&names) }
    return (0..<names.count).compactMap { names.strings[$0].map { String(cString: $0) } }.sorted()
  }

  /// The name of the remote that a branch, such as `refs/heads/main`, is fetched from; `nil` where
  /// none is set.
  public func remote(ofBranch name: String) throws(GitError) -> String? {
    guard name.utf8.starts(with: "refs/heads/".utf8) else { return nil }
    return try string("branch.\(name.dropFirst("refs/heads/".count)).remote", level: nil)
  }

  /// The refspecs that say where a remote's refs are kept here (`remote.NAME.fetch`).
  public func fetchRefspecs(of remote: String) throws(GitError) -> [String] {
    let found = try Handle(free: git_remote_free) {
      git_remote_lookup(&$0, handle.pointer, remote)
    }
    var refspecs = git_strarray()
    try check(git_remote_get_fetch_refspecs(&refspecs, found.pointer))
    defer { git_strarray_dispose(&refspecs) }
    return (0..<refspecs.count).compactMap { refspecs.strings[$0].map { String(cString: $0) } }
  }

  /// The settings of this repository's own configuration by which Git would run a program when it
  /// exchanges commits with another repository (`git-config(1)`).
  ///
  /// Hooks and `core.fsmonitor` are not among them: they can be left out.
  public func programsForExchange() throws(GitError) -> [String] {
    try ownSettings().filter { setting in
      let name = setting.name
      let last = name.split(separator: ".").last.map(String.init) ?? ""
      switch name.split(separator: ".").first {
      case "core":
        return ["sshcommand", "gitproxy", "askpass", "alternaterefscommand"].contains(last)
      case "credential": return last == "helper"
      case "remote":
        return ["uploadpack", "receivepack", "vcs", "proxy"].contains(last)
          || ["url", "pushurl"].contains(last) && mayLeadToProgram(setting.value)
      case "url":
        return mayLeadToProgram(String(name.dropFirst("url.".count)))
      case "gc": return last == "recentobjectshook"
      case "protocol": return last == "allow"
      // libgit2 does not look into what such a condition includes.
      case "includeif": return name.contains("hasconfig:")
      default: return false
      }
    }.map(\.name)
  }

  /// The settings of this repository's own configuration by which Git would run a program when it
  /// writes files, hooks aside.
  public func programsForCheckout() throws(GitError) -> [String] {
    try ownSettings().filter { setting in
      let words = setting.name.split(separator: ".")
      return words.first == "filter" && ["clean", "smudge", "process"].contains(words.last)
        || words.first == "includeif" && setting.name.contains("hasconfig:")
    }.map(\.name)
  }

  /// The settings of this repository's own configuration by which Git would run a program when it writes other
  /// files into the working folder, or merges, and not when it commits: hooks aside.
  ///
  /// A long-running filter (`process`) runs for a commit as well, and stands for the one that writes.
  public func programsBeyondCommit(isMerging: Bool) throws(GitError) -> [String] {
    let settings = try ownSettings()
    let names = Set(settings.map { Array($0.name.utf8) })
    return settings.map(\.name).filter { name in
      let words = name.split(separator: ".")
      switch (words.first, words.last) {
      case ("filter", "smudge"):
        return !names.contains(Array("\(name.dropLast("smudge".count))process".utf8))
      case ("merge", "driver"): return isMerging
      case ("includeif", _): return name.contains("hasconfig:")
      default: return false
      }
    }
  }

  /// Whether an address names a program (`ext::…`), or a folder that came along with this one: whoever
  /// sends something into a folder runs its hooks.
  private func mayLeadToProgram(_ address: String) -> Bool {
    if address.contains("::") { return true }
    let path = address.hasPrefix("file://") ? String(address.dropFirst(7)) : address
    if path.hasPrefix("/") {
      return [commonFolder, gitFolder, workingFolder].compactMap { $0 }.contains(
        where: path.hasPrefix)
    }
    // As Git tells a path from `host:path`: by a slash before the first colon.
    let colon = path.firstIndex(of: ":") ?? path.endIndex
    return colon == path.endIndex || path[..<colon].contains("/")
  }

  /// The name of every setting of this repository's own configuration, that of its working tree
  /// included, as Git folds it, with its value.
  private func ownSettings() throws(GitError) -> [(name: String, value: String)] {
    let all = try Handle(free: git_config_free) { git_repository_config(&$0, handle.pointer) }
    var settings: [(name: String, value: String)] = []
    var level: OpaquePointer?
    let result = git_config_open_level(&level, all.pointer, GIT_CONFIG_LEVEL_LOCAL)
    if result == GIT_ENOTFOUND.rawValue {
      git_error_clear()
    } else {
      settings += try Self.settings(
        of: try Handle(free: git_config_free) {
          $0 = level
          return result
        })
    }
    let ofWorkingTree = "\(gitFolder)config.worktree"
    if File.kind(of: ofWorkingTree) != nil {
      settings += try Self.settings(
        of: try Handle(free: git_config_free) { git_config_open_ondisk(&$0, ofWorkingTree) })
    }
    return settings
  }

  private static func settings(of handle: Handle) throws(GitError) -> [(
    name: String, value: String
  )] {
    let iterator = try Handle(free: git_config_iterator_free) {
      git_config_iterator_new(&$0, handle.pointer)
    }
    var settings: [(name: String, value: String)] = []
    while true {
      var entry: UnsafeMutablePointer<git_config_entry>?
      let result = git_config_next(&entry, iterator.pointer)
      if result == GIT_ITEROVER.rawValue { return settings }
      try check(result)
      guard let entry = entry?.pointee else { return settings }
      settings.append(
        (String(cString: entry.name), entry.value.map { String(cString: $0) } ?? ""))
    }
  }

  func string(_ name: String, level: git_config_level_t?) throws(GitError) -> String? {
    let all = try Handle(free: git_config_free) { git_repository_config(&$0, handle.pointer) }
    guard let level else { return try Settings(all).string(name) }
    var one: OpaquePointer?
    let result = git_config_open_level(&one, all.pointer, level)
    if result == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      return nil
    }
    return try Settings(
      try Handle(free: git_config_free) {
        $0 = one
        return result
      }
    ).string(name)
  }
}

/// The user's own Git configuration, which no repository can change.
public struct UserConfiguration {
  private let settings: Settings

  /// The user's and the machine's configuration.
  ///
  /// `file` stands for the user's where it is given: what `GIT_CONFIG_GLOBAL` says, which libgit2
  /// does not look at.
  public init(file: String?) throws(GitError) {
    guard Library.started else { throw GitError(.system, "libgit2 did not start") }
    settings = try Settings(
      try Handle(free: git_config_free) {
        if let file { git_config_open_ondisk(&$0, file) } else { git_config_open_default(&$0) }
      })
  }

  /// The value of a setting such as `user.email`; `nil` where it is not set.
  public func string(_ name: String) throws(GitError) -> String? { try settings.string(name) }
}

@available(*, unavailable)
extension UserConfiguration: Sendable {}

/// Settings of one or more configuration files, as they stood when they were opened.
private struct Settings {
  private let handle: Handle

  init(_ handle: Handle) throws(GitError) {
    self.handle = try Handle(free: git_config_free) { git_config_snapshot(&$0, handle.pointer) }
  }

  /// The value of a setting; `nil` where it is not set.
  func string(_ name: String) throws(GitError) -> String? {
    var value: UnsafePointer<CChar>?
    let result = git_config_get_string(&value, handle.pointer, name)
    if result == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      return nil
    }
    try check(result)
    return value.map { String(cString: $0) }
  }
}
