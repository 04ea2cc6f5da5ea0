import Documents
import Markdown
import Objects

/// A minor version changes nothing that matters to whom the document is for or what it commits to.
enum MinorChange: Rule {
  static let id = "DOC-15"
  static let clause = "7.5.3"
  static let manual = Manual(
    "A minor version changes nothing that matters to whom the document is for or what it commits to",
    why:
      "A minor version may be approved by fewer people. What top management committed to, for whom "
      + "it holds and who may read it must not change that way.",
    checks: [
      .error(
        "against the highest approved version below it with the same MAJOR, a text leaves as they "
          + "were: the sections that elements names, the section on scope, audience, availability, "
          + "classification, kind and level")
    ],
    mend: ["Make it a major version: 2.0 after 1.3. Or leave what the message names as it was."])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.candidates.flatMap { candidate -> [Finding] in
      guard let document = candidate.document, !candidate.isApproved,
        let base = candidate.approved.last(where: { $0.version < document.version }),
        base.version.major == document.version.major, let before = base.document
      else { return [] }
      return changes(from: before, to: document).map { what, line in
        finding(
          document.path, line: line, "the minor version \(document.version) changes \(what)",
          remedy: "make it version \(UInt64(base.version.major) + 1).0, or leave that as it was in "
            + "\(base.version)")
      }
    }
  }

  private static func changes(from before: Document, to after: Document) -> [(String, line: Int)] {
    var changes: [(String, line: Int)] = []
    if before.kind != after.kind { changes.append(("the kind", after.line(of: "kind"))) }
    if before.level != after.level { changes.append(("the level", after.line(of: "level"))) }
    if before.classification != after.classification {
      changes.append(("the classification", after.line(of: "classification")))
    }
    let (old, new) = (before.policy, after.policy)
    if old?.audience != new?.audience {
      changes.append(("the audience", after.line(of: "audience")))
    }
    if old?.availability != new?.availability
      || old?.notAvailableReason != new?.notAvailableReason
    {
      changes.append(("the availability", after.line(of: "availability")))
    }
    if let scope = change(from: before.section(.scope), to: after.section(.scope), in: after) {
      changes.append(("the scope", scope))
    }
    for name in Element.Name.allCases {
      let section = after.section(name)
      if let line = change(from: before.section(name), to: section, in: after) {
        changes.append(("the element \(name.rawValue)", line))
      }
    }
    return changes
  }

  /// The line to name where one section differs from the other; `nil` where they are alike.
  private static func change(
    from before: MarkdownText.Section?, to after: MarkdownText.Section?, in document: Document
  ) -> Int? {
    guard before?.heading != after?.heading || before?.text != after?.text else { return nil }
    return after?.line ?? document.line(of: "version")
  }
}

extension Document {
  /// The section that holds the element, as the front matter says.
  fileprivate func section(_ name: Element.Name) -> MarkdownText.Section? {
    (policy?.elements[name]?.under).flatMap(body.section)
  }
}
