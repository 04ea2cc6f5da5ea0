import Approvals
import Documents
import Objects

/// Every document is owned by a role that exists and that somebody holds.
///
/// A role, never a person: people change, and the document need not.
enum OwnerRole: Rule {
  static let id = "DOC-05"
  static let clause = "5.3"
  static let isAcrossDocuments = true

  static func findings(in snapshot: Snapshot) -> [Finding] {
    guard let governance = snapshot.governance?.governance else { return problems(in: snapshot) }
    return problems(in: snapshot)
      + snapshot.readable.compactMap { (document) -> Finding? in
        guard let owner = document.owner else { return nil }
        let line = document.line(of: "owner")
        guard let role = governance.role(owner) else {
          return finding(
            document.path, line: line, "the owner \"\(owner)\" is no role of writ.yaml",
            remedy: "name one of: \(governance.roles.map(\.id.description).joined(separator: ", "))"
          )
        }
        guard !governance.people.contains(where: { $0.roles.contains(owner) }) else { return nil }
        // While the first people are still being entered, an empty role is no fault yet.
        return finding(
          document.path, line: line, as: snapshot.isGovernanceApproved ? .error : .warning,
          "nobody holds the role \(role.title), which owns this document",
          remedy: "give the role to somebody: writ people add … --role \(owner)")
      }
  }
}
