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
      .error("owner-person is a person of writ.yaml"),
      .note(
        "it is none, but there is a register of staff, context/staff.csv, which this version does not "
          + "read yet"),
    ],
    mend: ["Write owner-person: and an id below people in writ.yaml, or a staff id."])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    guard let governance = snapshot.governance?.governance else { return [] }
    let people = Set(governance.people.map(\.id.description))
    let hasStaff = snapshot.files.contains { $0.path == "context/staff.csv" }
    return snapshot.readable.compactMap { document in
      guard let owner = document.objective?.ownerPerson, !people.contains(owner) else { return nil }
      guard !hasStaff else {
        return finding(
          document, at: "owner-person", as: .note,
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
}
