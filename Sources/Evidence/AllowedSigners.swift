public import Approvals
import Signatures

/// The file that stock Git needs to verify decisions: `gpg.ssh.allowedSignersFile`.
///
/// The form is that of `ssh-keygen(1)`, "ALLOWED SIGNERS": one line a key, for signatures in the
/// namespace `git` only.
public struct AllowedSigners: Report {
  private let header: ReportHeader
  private let governance: Governance

  /// The keys of the people in a governance file.
  public init(_ header: ReportHeader, governance: Governance) {
    self.header = header
    self.governance = governance
  }

  /// Always yes.
  public var isYes: Bool { true }

  /// The lines of the file.
  public var lines: [String] {
    governance.people.flatMap { person in
      person.keys.compactMap { key in
        guard case .ssh(let key, _) = key else { return nil }
        return "\(person.email) namespaces=\"git\" \(key.text)"
      }
    }
  }

  /// The lines of the file.
  public var text: DisplayText { DisplayText(foreign: lines.map { "\($0)\n" }.joined()) }

  /// The lines of the file, under `allowed-signers`.
  public var json: JSONValue {
    header.json("export", ["allowed-signers": .array(lines.map { .string($0) })])
  }
}
