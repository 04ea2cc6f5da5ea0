public import Objects

/// What `writ init`, `writ new` and `writ hooks install` put into a repository: the files of the
/// folders `policies/` and `hooks/`, built into the program so that it needs nothing beside it.
public enum Starter {
  /// A file to be written.
  public struct File: Sendable {
    /// The path from the top of the repository.
    public let path: String
    /// The text.
    public let text: String
  }

  /// A hook of Git's.
  public struct Hook: Sendable {
    /// Its name, such as `pre-commit`.
    public let name: String
    /// The script, with `'@WRIT@'` where the quoted path of the program belongs.
    public let text: String
  }

  /// The hooks.
  ///
  /// They are one script, which goes by the name that it is installed under.
  public static let hooks = ["pre-commit", "commit-msg", "pre-push"].map {
    Hook(name: $0, text: String(decoding: PackageResources.hook, as: UTF8.self))
  }

  /// The hook of a server.
  public static let serverHook = Hook(
    name: "pre-receive", text: String(decoding: PackageResources.pre_receive, as: UTF8.self))

  /// Words by which a hook of Writ's is told from one of somebody else's.
  public static let hookMark = "# Writ's "

  /// The first files of a policy repository, the organisation's name and the day filled in.
  ///
  /// Without a name they hold `[Organisation]`, which `writ check` reports until it is replaced.
  public static func files(organisation: String?, date: CalendarDate, isMinimal: Bool) -> [File] {
    let name = organisation ?? "[Organisation]"
    let governance = Template(PackageResources.writ_yaml).filled([
      "organisation": name.yamlQuoted,
      "scope": "All activities, people, places and systems of \(name)".yamlQuoted,
    ])
    let fields = Facts(organisation: organisation, date: date).fields
    return [File(path: "writ.yaml", text: governance)]
      + (isMinimal ? [] : documents).map { document in
        File(
          path: "\(document.folder)/\(document.id).md", text: document.template.filled(fields))
      }
  }
}
