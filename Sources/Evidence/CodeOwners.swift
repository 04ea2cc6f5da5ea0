public import Approvals
import Documents
import Objects

/// Who must approve what, as a file `CODEOWNERS`, by which GitHub and GitLab ask people for reviews.
///
/// The form is that of their documentation, "Code owners": a pattern as in `.gitignore` and e-mail
/// addresses; of all lines that fit a file the last one counts.
public struct CodeOwners: Report {
  private let header: ReportHeader
  private let governance: Governance
  private let isInForce: Bool
  private let lines: [Line]

  /// A file, or what lies below a folder, and who may decide on it.
  private struct Line {
    let path: String
    let owners: [Person]
  }

  /// The owners of these texts by the people and rules, and before them those of documents that are
  /// still to be written.
  public init(
    _ header: ReportHeader, governance: Governance, isInForce: Bool, editions: [Edition]
  ) {
    self.header = header
    self.governance = governance
    self.isInForce = isInForce
    let folders = Dictionary(grouping: DocumentKind.written, by: \.folder)
    let ahead = DocumentFolders.names.compactMap { folder in
      folders[folder].map { kinds in
        Line(
          path: "\(folder)/",
          owners: governance.owners(by: kinds.compactMap(governance.ruleForNew)))
      }
    }
    lines =
      ahead
      + editions.sorted { $0.path < $1.path }.map { edition in
        let rule = governance.rule(
          for: edition.document, kind: edition.kind, level: edition.level)
        return Line(path: edition.path, owners: governance.owners(by: rule.map { [$0] } ?? []))
      }
  }

  /// Always yes.
  public var isYes: Bool { true }

  /// The lines of the file.
  public var text: DisplayText {
    var text: DisplayText = ""
    text.line(
      "# Who must approve what at \(governance.organisation), by version \(governance.version) of"
        + " the people and rules\(isInForce ? "" : ", which is not approved yet").")
    text.line(
      "# Do not edit: it is what \"writ export codeowners\" prints. Print it anew where people,")
    text.line(
      "# rules or files change. To be asked for a review here is a courtesy. A review on the")
    text.line("# forge approves nothing: what is in force, the signed decisions say (writ status).")
    text.line()
    for line in lines {
      let owners = line.owners.map(\.email).joined(separator: " ")
      if !line.path.canBePattern {
        text.line("# \(line.path): its name cannot be written here")
      } else if line.owners.isEmpty {
        text.line("# \(line.path): nobody holds a role that may approve it")
      } else {
        text.line("/\(line.path.asPattern) \(owners)")
      }
    }
    return text
  }

  /// The lines of the file, under `codeowners`.
  public var json: JSONValue {
    header.json(
      "export",
      [
        "codeowners": .array(
          lines.map { line in
            [
              "path": .string(line.path), "owners": .array(line.owners.map { .string($0.email) }),
            ]
          })
      ])
  }
}

extension Governance {
  /// The rule for a document of that kind which is still to be written: a policy is on a single topic.
  fileprivate func ruleForNew(_ kind: DocumentKind) -> ApprovalRule? {
    let level = kind == .policy ? DocumentLevel.topic.rawValue : nil
    return rules.first { rule in
      rule.document == nil && (rule.kind ?? kind.rawValue) == kind.rawValue
        && (rule.level == nil || rule.level == level)
    }
  }

  /// Those who may fill a place, for a major version or a minor one, in the order of the file.
  fileprivate func owners(by rules: [ApprovalRule]) -> [Person] {
    let roles = Set(
      rules.flatMap { $0.places(for: .require) + $0.places(for: .minor) }.flatMap { $0 })
    return people.filter { !roles.isDisjoint(with: $0.roles) }
  }
}

extension String {
  /// Whether a line can hold it: no line ends in it, and nothing that is not to be seen.
  fileprivate var canBePattern: Bool {
    Characters.escaped(self) == self && !unicodeScalars.contains { $0 == "\n" || $0 == "\t" }
  }

  /// The same name where a pattern is read: each character stands for itself.
  fileprivate var asPattern: String {
    var text = UnicodeScalarView()
    for scalar in unicodeScalars {
      if " #!*?[]\\".unicodeScalars.contains(scalar) { text.append("\\") }
      text.append(scalar)
    }
    return String(text)
  }
}
