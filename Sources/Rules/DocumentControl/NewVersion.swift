import Documents
import Objects

/// A text that differs from the approved one has another version.
enum NewVersion: Rule {
  static let id = "DOC-07"
  static let clause = "7.5.3"
  static let manual = Manual(
    "A text that differs from the approved one has another version",
    why:
      "An approval holds for exactly the bytes that were approved. A changed text under the same "
      + "number would look approved to whoever reads only the number.",
    checks: [
      .error("no document has a version that is approved with another text; writ.yaml neither")
    ],
    mend: [
      "Give the changed text the next version: a minor one (1.1) for what changes nothing that "
        + "matters, a major one (2.0) for the rest. Or put the approved text back: writ show."
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.candidates.compactMap { candidate in
      guard let other = candidate.approvedUnderItsVersion, other.bytes != candidate.bytes else {
        return nil
      }
      return finding(
        candidate.path, line: candidate.line,
        "another text is approved as version \(candidate.version)",
        remedy: candidate.path == DocumentFolders.governancePath
          ? "make it the next version, on the lines version, previous and closes: writ people draft"
          : "give this text the next version: \(candidate.nextVersions)")
    }
  }
}
