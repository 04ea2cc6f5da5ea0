public import Objects
import Signatures

/// Documents drawn out of a pack for a closer look, in a way that anybody can repeat.
///
/// Of each document the version in force takes part. They are put in the order of the SHA-256 of
/// `SEED LF ID LF VERSION`, and the first are drawn: whoever names the seed after the pack was made knows
/// that nobody could choose.
public struct PackSample: Report {
  /// A document of the register, in its version in force.
  public struct Document: Sendable {
    /// Its id.
    public let id: DocumentID
    /// Its title.
    public let title: String
    /// The version in force.
    public let version: Version
    /// Where its bytes lie in the pack.
    public let file: String
    /// Who approved it.
    public let approvals: [Approval]

    /// A document of these parts.
    public init(
      id: DocumentID, title: String, version: Version, file: String, approvals: [Approval]
    ) {
      self.id = id
      self.title = title
      self.version = version
      self.file = file
      self.approvals = approvals
    }

    /// By what it is ordered under that seed.
    func lot(_ seed: String) -> Digest { .sha256(of: Array("\(seed)\n\(id)\n\(version)".utf8)) }
  }

  /// Who approved, in which role, and when by their own clock.
  public struct Approval: Sendable {
    let person: PersonID
    let role: RoleID
    let time: Instant

    /// An approval by that person.
    public init(person: PersonID, role: RoleID, time: Instant) {
      self.person = person
      self.role = role
      self.time = time
    }
  }

  private let manifest: PackManifest
  private let seed: String
  private let all: Int
  private let drawn: [Document]

  /// Draws so many of these documents, all that take part, out of the pack with this manifest.
  public init(of documents: [Document], count: Int, seed: String, manifest: PackManifest) {
    self.manifest = manifest
    self.seed = seed
    all = documents.count
    drawn = Array(documents.sorted { $0.lot(seed) < $1.lot(seed) }.prefix(count))
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
      text.line("\(document.title, .bold) \(document.version)")
      for approval in document.approvals {
        text.line(
          "  approved by \(approval.person) (\(approval.role)), \(approval.time.inWords)")
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
            "id": JSONValue(document.id), "title": .string(document.title),
            "version": JSONValue(document.version), "file": .string(document.file),
            "lot": .string(document.lot(seed).hex),
            "approved-by": .array(
              document.approvals.map { approval in
                [
                  "person": JSONValue(approval.person), "role": JSONValue(approval.role),
                  "time": JSONValue(approval.time),
                ]
              }),
          ]
        }),
    ]
  }
}
