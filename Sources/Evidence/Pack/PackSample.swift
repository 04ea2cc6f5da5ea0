import Approvals
import Objects
import Signatures

/// Documents drawn out of a pack for a closer look, in a way that anybody can repeat.
///
/// Of each document the version in force takes part. They are put in the order of the SHA-256 of
/// `SEED LF ID LF VERSION`, and the first are drawn: whoever names the seed after the pack was made knows
/// that nobody could choose.
public struct PackSample: Report {
  /// A document of the register, in its version in force.
  private struct Document {
    let entry: EvidencePack.Entry
    let version: EvidencePack.Entry.Version
    /// By what it is ordered.
    let lot: Digest

    init?(_ entry: EvidencePack.Entry, _ seed: String) {
      guard let version = entry.inForce else { return nil }
      (self.entry, self.version) = (entry, version)
      let edition = version.approved.edition
      lot = .sha256(of: Array("\(seed)\n\(edition.document)\n\(edition.version)".utf8))
    }

    /// Where its bytes lie in the pack.
    var file: String { "\(entry.path(of: version)).\(entry.suffix)" }
    var edition: Edition { version.approved.edition }
  }

  private let manifest: PackManifest
  private let seed: String
  private let all: Int
  private let drawn: [Document]

  /// Draws so many of the documents in force out of the pack with this manifest, as it was made again from
  /// its bundle.
  public init(of pack: EvidencePack, count: Int, seed: String, manifest: PackManifest) {
    self.manifest = manifest
    self.seed = seed
    let documents = pack.register.compactMap { Document($0, seed) }
    all = documents.count
    drawn = Array(documents.sorted { $0.lot < $1.lot }.prefix(count))
  }

  /// Always yes.
  public var isYes: Bool { true }

  /// For people.
  public var text: DisplayText {
    var text: DisplayText = ""
    text.line(
      "Drawn with the seed \"\(seed)\": \(drawn.count) of \(counted(all, "document")) in force,")
    text.line("as of \(manifest.time.inWords).")
    for document in drawn {
      text.line()
      text.line("\(document.entry.title, .bold) \(document.edition.version)")
      for approval in document.version.approved.approvals {
        text.line(
          "  approved by \(approval.person.id) (\(approval.role.id)), \(approval.time.inWords)")
      }
      text.line("  \(document.file)")
    }
    text.line()
    text.line("The pack with the fingerprint")
    text.line("  \(manifest.fingerprint)")
    text.line("says so; whether its decisions hold tells: writ verify")
    return text
  }

  /// The object of `writ.sample/1`.
  public var json: JSONValue {
    [
      "schema": "writ.sample/1", "repository": JSONValue(manifest.repository),
      "at": JSONValue(manifest.time), "fingerprint": JSONValue(manifest.fingerprint),
      "seed": .string(seed), "of": .number(all),
      "documents": .array(
        drawn.map { document in
          [
            "id": JSONValue(document.edition.document), "title": .string(document.entry.title),
            "version": JSONValue(document.edition.version), "file": .string(document.file),
            "lot": .string(document.lot.hex),
            "approved-by": .array(
              document.version.approved.approvals.map { approval in
                [
                  "person": JSONValue(approval.person.id), "role": JSONValue(approval.role.id),
                  "time": JSONValue(approval.time),
                ]
              }),
          ]
        }),
    ]
  }
}
