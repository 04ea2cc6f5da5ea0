import Approvals
import Documents
import Objects

/// How a responsibility that top management must assign is checked: a role of `writ.yaml` has it, and
/// somebody holds that role.
struct Responsibility<Owner: Rule> {
  /// As `responsible-for` names it.
  let name: String
  /// For messages: `that the management system conforms`.
  let words: String

  func findings(in snapshot: Snapshot) -> [Finding] {
    guard let governance = snapshot.governance?.governance, let weight = snapshot.weightOfVacancy
    else { return [] }
    let roles = governance.roles.filter { $0.responsibleFor.contains(name) }
    guard let first = roles.first else {
      return [
        Owner.finding(
          DocumentFolders.governancePath, line: governance.roles.first?.line ?? 1,
          as: weight, "no role of writ.yaml answers for \(words)",
          remedy: "give a role the entry responsible-for: [\(name)]")
      ]
    }
    let held = Set(governance.people.flatMap(\.roles))
    guard !roles.contains(where: { held.contains($0.id) }) else { return [] }
    return [
      Owner.finding(
        DocumentFolders.governancePath, line: first.line, as: weight,
        "nobody holds the role \(first.title), which answers for \(words)",
        remedy: "give the role to somebody: writ people add … --role \(first.id)")
    ]
  }
}
