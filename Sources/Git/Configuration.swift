import CLibgit2

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
