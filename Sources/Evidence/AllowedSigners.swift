public import Approvals
import Signatures

/// The file that stock Git needs to verify decisions: `gpg.ssh.allowedSignersFile`.
///
/// The form is that of `ssh-keygen(1)`, "ALLOWED SIGNERS": one line a key, for signatures in the
/// namespace `git` only.
public struct AllowedSigners: Report {
  private let header: ReportHeader
  private let versions: [Governance]

  /// The keys of the people in these versions of the people and rules, the newest first: what somebody
  /// signed with a key that they no longer have is still to be verified.
  public init(_ header: ReportHeader, versions: [Governance]) {
    self.header = header
    self.versions = versions
  }

  /// Always yes.
  public var isYes: Bool { true }

  /// The lines of the file, each once.
  public var lines: [String] {
    var known: Set<String> = []
    return versions.flatMap(\.people).flatMap { person in
      person.keys.compactMap { key in
        guard case .ssh(let key, _) = key else { return nil }
        return "\(person.email) namespaces=\"git\" \(key.text)"
      }
    }.filter { known.insert($0).inserted }
  }

  /// Where it lies in a pack.
  public static let path = "allowed_signers"

  /// The file.
  public var file: PackFile {
    PackFile(path: Self.path, text: lines.map { "\($0)\n" }.joined())
  }

  /// The lines of the file.
  public var text: DisplayText { DisplayText(foreign: lines.map { "\($0)\n" }.joined()) }

  /// The lines of the file, under `allowed-signers`.
  public var json: JSONValue {
    header.json("export", ["allowed-signers": .array(lines.map { .string($0) })])
  }
}
