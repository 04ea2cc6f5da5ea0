import Approvals
import Documents
import Objects

/// A person answers for an objective.
enum ObjectiveOwner: Rule {
  static let id = "OBJ-11"
  static let clause = "6.2 j"
  static let isAcrossDocuments = true
  static let entries: [Entry] = [.objective("owner-person")]
  static let manual = Manual(
    "A person answers for an objective",
    why:
      "A document is kept by a role; an objective is reached by somebody. With a name it is plain "
      + "whom to ask, and whom to thank.",
    checks: [
      .error("owner-person is a person of writ.yaml, or a role of it that somebody holds"),
      .warning("several people hold that role, so it is open who of them answers"),
      .warning(
        "it is none, but there is a register of staff, context/staff.csv, which this version does not "
          + "read yet"),
    ],
    mend: [
      "Write owner-person: and an id below people in writ.yaml, or a staff id. A role that one person "
        + "holds stands for that person, whoever it will be."
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    guard let governance = snapshot.governance?.governance else { return [] }
    let people = Set(governance.people.map(\.id.description))
    let hasStaff = snapshot.files.contains { $0.path == "context/staff.csv" }
    return snapshot.readable.compactMap { document in
      guard let owner = document.objective?.ownerPerson, !people.contains(owner) else { return nil }
      if let role = RoleID(owner).flatMap(governance.role) {
        return finding(on: document, role, in: governance, snapshot)
      }
      guard !hasStaff else {
        return finding(
          document, at: "owner-person", as: .warning,
          "\"\(owner)\" was not looked up: this version of Writ does not read context/staff.csv",
          remedy: "check by hand that the id stands there")
      }
      guard let weight = snapshot.weightOfVacancy else { return nil }
      return finding(
        document, at: "owner-person", as: weight,
        "\"\(owner)\" is nobody of writ.yaml, and there is no register of staff",
        remedy: people.isEmpty
          ? "register the person: writ people add"
          : "name one of: \(people.sorted().joined(separator: ", "))")
    }
  }

  private static func finding(
    on document: Document, _ role: Role, in governance: Governance, _ snapshot: Snapshot
  ) -> Finding? {
    let holders = governance.people.filter { $0.roles.contains(role.id) }
    if holders.count > 1 {
      return finding(
        document, at: "owner-person", as: .warning,
        "\(holders.count) people hold the role \(role.title), so it is open who of them answers",
        remedy: "name one of: \(holders.map(\.id.description).joined(separator: ", "))")
    }
    guard holders.isEmpty, let weight = snapshot.weightOfVacancy else { return nil }
    return finding(
      document, at: "owner-person", as: weight,
      "nobody holds the role \(role.title), which is to answer for the objective",
      remedy: "give the role to somebody: writ people add … --role \(role.id)")
  }
}
