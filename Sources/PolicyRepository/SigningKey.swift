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

  let fingerprint: Fingerprint
  let place: Place

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
  /// The key to sign with: the one named, else the user's own in Git, else the registered one that
  /// the agent holds, else the registered one in the user's `.ssh`.
  func signingKey(_ path: String?, _ governance: Governance) async throws -> SigningKey {
    // Found first, since without it nothing can be signed with whatever key.
    _ = try SSHKeygen(environment: surroundings.environment)
    if let path { return try key(inFile: path) }
    if let configured = try configuredKey() { return try key(inFile: configured) }
    if let key = try only(
      among: try await agentKeys(), governance, several: "the agent holds several registered keys")
    {
      return key
    }
    if let key = try only(
      among: try homeKeys(), governance, several: "your folder .ssh holds several registered keys")
    {
      return key
    }
    throw Refusal(
      .no,
      "no key to sign with: none is named, none is set in Git, and neither the agent nor your folder "
        + ".ssh holds one that is registered", remedies: "name it: --key FILE",
      "or have yours registered by whoever keeps writ.yaml; see who is: writ people")
  }

  /// The one key that somebody is registered with; `nil` where nobody is with any.
  private func only(
    among keys: [SigningKey], _ governance: Governance, several: DisplayText
  ) throws -> SigningKey? {
    let registered = keys.filter { governance.owner(of: .ssh($0.fingerprint)) != nil }
    guard Set(registered.map(\.fingerprint)).count > 1 else { return registered.first }
    throw Refusal(
      .no, "\(several), so it is not clear whose decision this is",
      remedies: "name it: --key FILE", "or set it once: git config --global user.signingkey FILE")
  }

  /// The keys of the user's `.ssh` whose private half lies beside the public one.
  private func homeKeys() throws -> [SigningKey] {
    guard let home = surroundings.environment["HOME"], home.hasPrefix("/") else { return [] }
    let folder = "\(home)/.ssh"
    guard let entries = try? Folder.entries(under: folder) else { return [] }
    return entries.compactMap { entry in
      guard entry.path.hasSuffix(".pub"), !entry.path.contains("/") else { return nil }
      let path = "\(folder)/\(entry.path.dropLast(4))"
      guard File.kind(of: path) == .regular,
        let bytes = try? File.read("\(path).pub", limit: 1 << 16),
        let key = Self.publicKey(in: String(decoding: bytes, as: UTF8.self))
      else { return nil }
      return SigningKey(fingerprint: key.fingerprint, place: .file(path))
    }
  }

  private func configuredKey() throws -> String? {
    let configuration = try UserConfiguration(file: surroundings.gitConfiguration)
    // In OpenPGP's format the setting names something else.
    guard try configuration.string("gpg.format") == "ssh",
      let value = try configuration.string("user.signingkey"), !value.hasPrefix("key::"),
      !value.hasPrefix("ssh-")
    else { return nil }
    guard value.hasPrefix("~/"), let home = surroundings.environment["HOME"] else { return value }
    return home + value.dropFirst(1)
  }

  private func agentKeys() async throws -> [SigningKey] {
    let lines = try await SSHAgent(environment: surroundings.environment).publicKeys()
    return lines.compactMap { line in
      (try? SSHPublicKey(text: line)).map {
        SigningKey(fingerprint: $0.fingerprint, place: .agent($0.text))
      }
    }
  }

  /// The key in a file: a public one, or a private one beside its public half.
  private func key(inFile path: String) throws -> SigningKey {
    let path = Path.absolute(path, from: surroundings.currentFolder)
    let text = try keyText(path, remedy: "name another one: --key FILE")
    if let key = Self.publicKey(in: text) {
      return SigningKey(fingerprint: key.fingerprint, place: .file(path))
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
    return SigningKey(fingerprint: key.fingerprint, place: .file(path))
  }

  /// What a key file holds, at most 64 KiB; refuses with this remedy where it cannot be read.
  func keyText(_ path: String, remedy: DisplayText) throws -> String {
    do {
      return String(decoding: try File.read(path, limit: 1 << 16), as: UTF8.self)
    } catch {
      throw Refusal(
        .no, "the key file \(path) cannot be read: \(error.reason)", remedies: remedy)
    }
  }

  private static func publicKey(in text: String) -> SSHPublicKey? {
    text.split(separator: "\n").first.flatMap { try? SSHPublicKey(text: $0) }
  }
}
