import Approvals
import Documents
import Objects

/// Every document is owned by a role that exists and that somebody holds.
enum OwnerRole: Rule {
  static let id = "DOC-05"
  static let clause = "5.3"
  static let isAcrossDocuments = true
  static let entries: [Entry] = [.any("owner")]
  static let manual = Manual(
    "Every document is owned by a role that exists and that somebody holds",
    why: "Somebody must keep each document right. A role, never a person: people change, and the "
      + "document need not.",
    checks: [
      .error("owner is a role of writ.yaml"), .error("somebody holds it"),
      .warning("nobody holds it, while the people and rules are not approved yet"),
    ],
    mend: [
      "Name a role of writ.yaml.", "Give the role to somebody: writ people add … --role ROLE.",
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    guard let governance = snapshot.governance?.governance else { return [] }
    let held = Set(governance.people.flatMap(\.roles))
    return snapshot.readable.compactMap { (document) -> Finding? in
      guard let owner = document.owner, !held.contains(owner) else { return nil }
      guard let role = governance.role(owner) else {
        return finding(
          document, at: "owner", "the owner \"\(owner)\" is no role of writ.yaml",
          remedy: "name one of: \(governance.roles.map(\.id.description).joined(separator: ", "))")
      }
      guard let weight = snapshot.weightOfVacancy else { return nil }
      return finding(
        document, at: "owner", as: weight,
        "nobody holds the role \(role.title), which owns this document",
        remedy: "give the role to somebody: writ people add … --role \(owner)")
    }
  }
}
