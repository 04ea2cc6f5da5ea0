public import Objects

/// What `writ init` and `writ hooks install` put into a repository: the files of the folders
/// `policies/` and `hooks/`, built into the program so that it needs nothing beside it.
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

  /// Words by which a hook of Writ's is told from one of somebody else's.
  public static let hookMark = "# Writ's "

  /// The first files of a policy repository, the organisation's name and the day filled in.
  ///
  /// Without a name they hold `[Organisation]`, which `writ check` reports until it is replaced.
  public static func files(organisation: String?, date: CalendarDate, isMinimal: Bool) -> [File] {
    let name = organisation ?? "[Organisation]"
    let scope = "All activities, people, places and systems of \(name)"
    let governance = fill(
      PackageResources.writ_yaml,
      ["organisation": yamlQuoted(name), "scope": yamlQuoted(scope)])
    let policy = fill(
      PackageResources.information_security_md,
      ["organisation": organisation.map(markdownEscaped) ?? name, "date": date.description])
    return [File(path: "writ.yaml", text: governance)]
      + (isMinimal ? [] : [File(path: "policies/information-security.md", text: policy)])
  }

  private static func fill(_ template: [UInt8], _ fields: [String: String]) -> String {
    // Field by field from the front, so that a value that looks like a field is not filled again.
    var text = ""
    var rest = String(decoding: template, as: UTF8.self)[...]
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      text += rest[..<open.lowerBound]
      let name = String(rest[open.upperBound..<close.lowerBound])
      text += fields[name] ?? "{{\(name)}}"
      rest = rest[close.upperBound...]
    }
    return text + rest
  }

  private static func yamlQuoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  /// The text with a backslash before whatever Markdown would take for a mark.
  private static func markdownEscaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_{}[]<>#&|~!".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
