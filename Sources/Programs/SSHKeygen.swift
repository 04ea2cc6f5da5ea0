/// `ssh-keygen(1)`, which signs as the user is used to: agents, passphrases and security keys work.
public struct SSHKeygen: Sendable {
  private let program: Program

  /// Its absolute path.
  public var path: String { program.path }

  private let hasAgent: Bool

  /// Finds the program. Throws `ProgramError.missing`.
  public init(environment: [String: String]) throws(ProgramError) {
    program = try Program("ssh-keygen", environment: environment, passing: sshVariables)
    hasAgent = !environment["SSH_AUTH_SOCK", default: ""].isEmpty
  }

  /// The armored SSHSIG over the bytes, in the namespace `git`, as `git tag --sign` would make it.
  ///
  /// `key` is the path of a private key, or of a public one whose private half an agent holds.
  /// Throws `failed` with the reason in words, `interrupted` where the user stopped it.
  public func sign(_ bytes: [UInt8], key: String) async throws(ProgramError) -> [UInt8] {
    let outcome = try await program.run(
      ["-Y", "sign", "-n", "git", "-f", key], input: bytes, seconds: 300)
    switch outcome.exit {
    case 0: return outcome.output
    case nil: throw .interrupted
    default:
      // ssh-keygen does not say why no agent holds it.
      let isUnreachable = !hasAgent && outcome.talk.contains("No private key found")
      throw .failed(
        program.path,
        Self.reason(outcome.talk)
          + (isUnreachable ? "; none is reachable, since SSH_AUTH_SOCK is not set" : ""))
    }
  }

  /// A type of key that it can make.
  public enum KeyType: String, Sendable {
    /// In a file, under a passphrase if the user gives one.
    case ed25519
    /// In a security key; the file holds only what names it there.
    case securityKeyEd25519 = "ed25519-sk"
    /// The same for older security keys.
    case securityKeyECDSA = "ecdsa-sk"
  }

  /// Makes a key: the private half at the path, where nothing may stand yet, and the public half
  /// beside it as `.pub`. It asks for a passphrase or a PIN itself, on the terminal.
  ///
  /// Throws `failed` with the reason in words, `interrupted` where the user stopped it.
  public func makeKey(_ type: KeyType, at path: String) async throws(ProgramError) {
    let outcome = try await program.run(["-q", "-t", type.rawValue, "-f", path], seconds: 600)
    switch outcome.exit {
    case 0: return
    case nil: throw .interrupted
    default: throw .failed(program.path, Self.reason(outcome.talk))
    }
  }

  /// What went wrong, from what the program said; its own words where they are not known.
  private static func reason(_ talk: String) -> String {
    let known = [
      ("incorrect passphrase", "the passphrase is wrong or was not given"),
      ("UNPROTECTED PRIVATE KEY", "others on this machine may read the key file (chmod 600 it)"),
      ("Permission denied", "the key file may not be read"),
      ("No such file", "there is no such key file"),
      (
        "No private key found",
        "the file is no private key, and no agent holds the one that belongs to it"
      ),
      ("agent refused", "the agent refused to sign"),
      ("device not found", "the security key is not plugged in"),
      ("invalid format", "the file is no private key that ssh-keygen can read"),
      ("error in libcrypto", "the file is no private key that ssh-keygen can read"),
    ]
    if let (_, reason) = known.first(where: { talk.contains($0.0) }) { return reason }
    let lines = talk.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("Signing ") }
    return lines.isEmpty ? "it gave no reason" : lines.joined(separator: "; ")
  }
}

/// `ssh-add(1)`, which lists what the agent holds.
public struct SSHAgent: Sendable {
  private let program: Program

  /// Finds the program. Throws `ProgramError.missing`.
  public init(environment: [String: String]) throws(ProgramError) {
    program = try Program("ssh-add", environment: environment, passing: sshVariables)
  }

  /// The public keys that the agent holds, a line each as in `.pub` files; none without an agent.
  public func publicKeys() async throws(ProgramError) -> [String] { try await held() ?? [] }

  /// The same; `nil` where no agent answers.
  public func held() async throws(ProgramError) -> [String]? {
    let outcome = try await program.run(["-L"], seconds: 30)
    switch outcome.exit {
    case 0:
      return String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map(String.init)
    case 1: return []
    default: return nil
    }
  }
}

/// What `ssh-keygen` and `ssh-add` need of the user's environment, and nothing else of it.
private let sshVariables = [
  "HOME", "PATH", "SSH_AUTH_SOCK", "SSH_ASKPASS", "SSH_ASKPASS_REQUIRE", "SSH_SK_PROVIDER",
  "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "TERM",
]
