import Approvals
import Documents
import Objects

/// Every role that a document or a rule names exists, and one that must decide alone is held.
enum NamedRoles: Rule {
  static let id = "ROL-04"
  static let clause = "5.3"
  static let isAcrossDocuments = true
  static let entries: [Entry] = [
    .role("reports-to"), .role("granted-by"), .role("deputy"),
  ]
  static let manual = Manual(
    "Every role that a document or a rule names exists, and one that must decide alone is held",
    why: "A duty given to a role that does not exist is nobody's. The roles that rules name are "
      + "looked up when writ.yaml is read (GOV-01), the owners of documents by DOC-05.",
    checks: [
      .error("reports-to, granted-by and deputy are roles of writ.yaml or described under roles/"),
      .error("a role that alone can fill a place of a rule is held by somebody"),
      .warning("the same, while the people and rules are not approved yet"),
    ],
    mend: [
      "Name a role of writ.yaml, or describe it under roles/.",
      "Give the role to somebody, or let another role fill the place too: 1 of ceo board-member.",
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    guard let governance = snapshot.governance?.governance else { return [] }
    let known = Set(
      governance.roles.map(\.id) + snapshot.readable.filter { $0.role != nil }.map(\.id))
    return snapshot.readable.flatMap { document -> [Finding] in
      guard let role = document.role else { return [] }
      let named = [
        ("reports-to", role.reportsTo), ("granted-by", role.grantedBy), ("deputy", role.deputy),
      ]
      return named.compactMap { key, id in
        guard let id, !known.contains(id), !snapshot.mayHold(id) else { return nil }
        return finding(
          document, at: key, "there is no role \"\(id)\"",
          remedy: "name one of: \(known.sorted().map(\.description).joined(separator: ", "))")
      }
    } + (snapshot.weightOfVacancy.map { vacant(in: governance, $0) } ?? [])
  }

  /// Roles that a rule cannot do without, and that nobody holds; each once, at the first such rule.
  private static func vacant(in governance: Governance, _ severity: Finding.Severity) -> [Finding] {
    var seen = Set(governance.people.flatMap(\.roles))
    return governance.rules.flatMap { rule in
      rule.places(for: .require).filter { $0.count == 1 }.compactMap(\.first).compactMap { id in
        guard seen.insert(id).inserted, let role = governance.role(id) else { return nil }
        return finding(
          DocumentFolders.governancePath, line: rule.line, as: severity,
          "this rule needs a \(role.title), and nobody holds that role",
          remedy: "give it to somebody: writ people add … --role \(id)")
      }
    }
  }
}
