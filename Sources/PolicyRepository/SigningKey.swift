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

  /// The key for people, with what they have to do. `ssh-keygen` would say so itself only on the
  /// terminal, which it is not given.
  var label: String {
    "\(fingerprint)" + (key.type.isSecurityKey ? " (a security key: touch it when it blinks)" : "")
  }

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
    if let configured = try surroundings.configuredKey() { return try key(inFile: configured) }
    if let key = try only(
      among: try await surroundings.agentKeys(), governance,
      several: "the agent holds several registered keys")
    {
      return key
    }
    if let key = try only(
      among: surroundings.homeKeys().sound, governance,
      several: "your folder .ssh holds several registered keys")
    {
      return key
    }
    throw Refusal(
      .no,
      "no key to sign with: none is named or configured, and neither the agent nor your folder .ssh "
        + "holds one that is registered", remedies: "name it: --key FILE",
      "or have yours registered by whoever keeps writ.yaml; see who is: writ people")
  }

  /// The one key that somebody is registered with, and may decide with; `nil` where nobody is with any.
  private func only(
    among keys: [SigningKey], _ governance: Governance, several: DisplayText
  ) throws -> SigningKey? {
    let registered = keys.filter { governance.mayDecide(with: .ssh($0.fingerprint)) }
    guard Set(registered.map(\.fingerprint)).count > 1 else { return registered.first }
    throw Refusal(
      .no, "\(several), so it is not clear whose decision this is",
      remedies: "name it: --key FILE", "or set it once: git config --global user.signingkey FILE")
  }

  /// The key in a file: a public one, or a private one beside its public half.
  func key(inFile path: String) throws -> SigningKey {
    let path = Path.absolute(path, from: surroundings.currentFolder)
    let text = try KeyFile.text(path, remedy: "name another one: --key FILE")
    if KeyFile.areSeveral(KeyFile.lines(in: text)) {
      return SigningKey(key: try KeyFile.publicKey(in: text, path: path), place: .file(path))
    }
    if let key = Self.publicKey(in: text) {
      return SigningKey(key: key, place: .file(path))
    }
    guard KeyFile.isPrivate(text) else {
      throw Refusal(
        .no, "\(path) is no SSH key that Writ can sign with",
        remedies: "name another one: --key FILE")
    }
    let beside = (try? File.read("\(path).pub", limit: 1 << 16)).map {
      String(decoding: $0, as: UTF8.self)
    }
    if let beside, KeyFile.areSeveral(KeyFile.lines(in: beside)) {
      return SigningKey(
        key: try KeyFile.publicKey(in: beside, path: "\(path).pub"), place: .file(path))
    }
    guard let key = beside.flatMap(Self.publicKey)
    else {
      throw Refusal(
        .no, "the public half of the key is not beside it (\(path).pub)",
        remedies: "make it: ssh-keygen -y -f \(path) > \(path).pub")
    }
    return SigningKey(key: key, place: .file(path))
  }

  private static func publicKey(in text: String) -> SSHPublicKey? {
    let lines = KeyFile.lines(in: text)
    return lines.count == 1 ? lines.first.flatMap { try? SSHPublicKey(text: $0) } : nil
  }
}
