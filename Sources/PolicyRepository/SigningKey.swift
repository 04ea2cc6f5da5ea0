import Approvals
import Evidence
import Files
import Git
import Objects
import Programs
import Signatures

/// A key that somebody signs with: its public half, and where `ssh-keygen` finds it.
struct SigningKey: Sendable {
  /// Where the key is.
  enum Place: Sendable {
    /// In a file, public or private.
    case file(String)
    /// In the agent only: its public half, as `ssh-add -L` prints it.
    case agent(String)
  }

  let key: SSHPublicKey
  let place: Place

  var fingerprint: Fingerprint { key.fingerprint }

  /// The armored signature over the bytes.
  func sign(_ bytes: [UInt8], with program: SSHKeygen) async throws -> [UInt8] {
    do {
      switch place {
      case .file(let path): return try await program.sign(bytes, key: path)
      case .agent(let line):
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try File.create("\(folder.path)/key.pub", with: Array("\(line)\n".utf8), mode: 0o600)
        return try await program.sign(bytes, key: "\(folder.path)/key.pub")
      }
    } catch ProgramError.failed(_, let reason) {
      guard reason.contains("passphrase") else {
        throw Refusal(
          .no, "nothing was signed: \(reason)",
          remedies: "see whether the key works at all: ssh-keygen -y -f FILE",
          "or sign with another one: --key FILE")
      }
      throw Refusal(
        .no, "nothing was signed: \(reason)",
        remedies: "sign in a terminal, where you can be asked for the passphrase",
        "or give the key to your agent first: ssh-add FILE")
    } catch ProgramError.interrupted {
      throw Refusal(.no, "you stopped it: nothing was signed, and nothing was recorded")
    }
  }
}

extension PolicyRepository {
  /// The key to sign with: the one named, else the user's own in Git, else a registered one that the
  /// agent holds, else a registered one in the user's home folder.
  func signingKey(_ path: String?, _ governance: Governance) async throws -> SigningKey {
    // Found first, since without it nothing can be signed with whatever key.
    _ = try SSHKeygen(environment: surroundings.environment)
    if let path { return try key(inFile: path) }
    if let configured = try surroundings.configuredKey() { return try key(inFile: configured) }
    let held = try await surroundings.agentKeys().filter { mayDecide($0, governance) }
    if let key = held.first, held.count == 1 { return key }
    let kept = try surroundings.homeKeys().sound.filter { mayDecide($0, governance) }
    if held.isEmpty, let key = kept.first, kept.count == 1 { return key }
    throw Refusal(
      .no,
      held.isEmpty && kept.isEmpty
        ? "no key to sign with: none is named, none is set in Git, and neither the agent nor ~/.ssh holds one that is registered"
        : "\(held.isEmpty ? "~/.ssh" : "the agent") holds several registered keys, so it is not clear whose decision this is",
      remedies: "name it: --key FILE", "or set it once: git config --global user.signingkey FILE")
  }

  /// Whether the key is registered, and not marked as one that may not decide any more.
  func mayDecide(_ key: SigningKey, _ governance: Governance) -> Bool {
    let name = KeyName.ssh(key.fingerprint)
    return governance.owner(of: name) != nil && governance.revocations(of: name).isEmpty
  }

  /// The key in a file: a public one, or a private one beside its public half.
  func key(inFile path: String) throws -> SigningKey {
    let path = Path.absolute(path, from: surroundings.currentFolder)
    let text = try KeyFile.text(path, remedy: "name another one: --key FILE")
    if let key = Self.publicKey(in: text) {
      return SigningKey(key: key, place: .file(path))
    }
    guard text.contains("PRIVATE KEY") else {
      throw Refusal(
        .no, "\(path) is no SSH key that Writ can sign with",
        remedies: "name another one: --key FILE")
    }
    guard let bytes = try? File.read("\(path).pub", limit: 1 << 16),
      let key = Self.publicKey(in: String(decoding: bytes, as: UTF8.self))
    else {
      throw Refusal(
        .no, "the public half of the key is not beside it (\(path).pub)",
        remedies: "make it: ssh-keygen -y -f \(path) > \(path).pub")
    }
    return SigningKey(key: key, place: .file(path))
  }

  private static func publicKey(in text: String) -> SSHPublicKey? {
    text.split(separator: "\n").first.flatMap { try? SSHPublicKey(text: $0) }
  }
}
