import Approvals
import Objects

/// That an evidence pack was written, and what it says in a sentence.
public struct EvidenceReport: Report {
  private let header: ReportHeader
  private let verification: VerificationReport
  private let manifest: PackManifest
  private let folder: String
  private let zip: String

  /// On a pack with this manifest in that folder, with the same as a ZIP file; `verification` is what the
  /// one who made it is told of the repository.
  public init(
    _ header: ReportHeader, verification: VerificationReport, manifest: PackManifest,
    folder: String, zip: String
  ) {
    self.header = header
    self.verification = verification
    self.manifest = manifest
    self.folder = folder
    self.zip = zip
  }

  /// Yes, whatever the pack says: it is made.
  public var isYes: Bool { true }

  /// For people.
  public var text: DisplayText {
    var text: DisplayText = ""
    text.line("Written:")
    text.line("  \(folder)  \(counted(manifest.entries.count + 1, "file"))")
    text.line("  \(zip)  the same in one file")
    text.line()
    text.append(verification.found)
    text.line()
    text.line("The pack's fingerprint, to be passed on by another way than the pack itself:")
    text.line("  \(manifest.fingerprint)")
    text.line("Whoever gets it checks it with: writ verify \(zip)")
    text.line("or without Writ, as VERIFY.md in it tells.")
    text.line()
    text.line("It holds the whole repository, confidential documents and drafts too: give it")
    text.line("only to those who may see all of it.")
    text.append(header.caution)
    return text
  }

  /// The object of `writ.evidence-written/1`.
  public var json: JSONValue {
    header.json(
      "evidence-written",
      [
        "folder": .string(folder), "zip": .string(zip),
        "files": .array(manifest.entries.map { .string($0.path) } + [.string(PackManifest.path)]),
        "fingerprint": JSONValue(manifest.fingerprint),
        "verdict": .string(verification.verdict.rawValue),
      ])
  }
}
