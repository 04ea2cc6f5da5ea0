import Documents
import Objects

/// The version rises by one step from the highest approved one, and never falls.
enum VersionStep: Rule {
  static let id = "DOC-10"
  static let clause = "7.5.3"
  static let manual = Manual(
    "The version rises by one step from the highest approved one, and never falls",
    why:
      "Whoever has seen 1.0 and then 1.2 looks for 1.1. Without gaps it is plain that nothing is "
      + "missing, and which of two texts is the newer one.",
    checks: [
      .error(
        "after MAJOR.MINOR comes MAJOR.(MINOR+1) or (MAJOR+1).0; a document of which nothing is "
          + "approved is free, and so is an approved text that stays as it is")
    ],
    mend: ["Write the version that the message names."])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.candidates.compactMap { candidate in
      guard let highest = candidate.approved.map(\.version).max(),
        candidate.approvedUnderItsVersion == nil,
        !candidate.version.follows(highest)
      else { return nil }
      let fault = candidate.version < highest ? "is lower than" : "does not follow"
      return finding(
        candidate.path, line: candidate.line,
        "version \(candidate.version) \(fault) the approved version \(highest)",
        remedy: "write \(candidate.nextVersions)"
          + (candidate.path == DocumentFolders.governancePath ? ": writ people draft" : ""))
    }
  }
}
