import Approvals
public import Evidence
import Files
import Objects
import Programs
import Signatures

/// Finds or makes the key that somebody is to be registered with, in a repository or out of one.
public struct Joining: Sendable {
  /// A key that can be handed in.
  public struct Candidate: Sendable {
    fileprivate let key: SigningKey

    /// The key for people.
    public var label: DisplayText {
      switch key.place {
      case .file(let path): "\(key.fingerprint), in \(path)"
      case .agent: "\(key.fingerprint), held by your agent"
      }
    }
  }

  /// What holds a new key.
  public enum Holder: Sendable {
    /// A file, under a passphrase.
    case file
    /// A security key that is plugged in.
    case securityKey
  }

  private let surroundings: Surroundings

  /// In the world of this user.
  public init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// The key in a file that the user named: the public half, or the private one with the public one
  /// beside it.
  public func key(inFile path: String) async throws -> JoinReport {
    let path = Path.absolute(path, from: surroundings.currentFolder)
    let remedy: DisplayText = "name another one: --key FILE"
    var text = try KeyFile.text(path, remedy: remedy)
    var file = path
    if KeyFile.isPrivate(text) {
      file = "\(path).pub"
      text = try KeyFile.text(
        file, remedy: "make it out of the private half: ssh-keygen -y -f \(path) > \(file)")
    }
    return try await report(try KeyFile.publicKey(in: text, path: file), file: file, isNew: false)
  }

  /// The keys that the user has already and can be registered with, each once, and those that
  /// nobody may be registered with, in words.
  public func candidates() async throws -> (sound: [Candidate], unfit: [DisplayText]) {
    let home = surroundings.homeKeys()
    var known: Set<SSHPublicKey> = []
    let sound = try await (home.sound + surroundings.agentKeys()).filter {
      known.insert($0.key).inserted
    }
    return (
      sound.map { Candidate(key: $0) },
      home.unfit.map { "\($0.path) cannot be used: \($0.reason)" }
    )
  }

  /// Hands in a key that the user has chosen.
  public func handIn(_ candidate: Candidate) async throws -> JoinReport {
    let file: String? =
      switch candidate.key.place {
      case .file(let path): path
      case .agent: nil
      }
    return try await report(candidate.key.key, file: file, isNew: false)
  }

  /// Whether a security key is plugged in, as far as this machine tells.
  public var seesSecurityKey: Bool { SecurityKeys.arePluggedIn() }

  /// Where a new key will lie.
  public func place(for holder: Holder) throws -> String {
    guard let folder = surroundings.keyFolder else {
      throw Refusal(.couldNot, "there is no home folder (HOME is not set)", remedies: "set HOME")
    }
    let names =
      switch holder {
      case .file: ["id_ed25519", "writ_ed25519"]
      case .securityKey: ["id_ed25519_sk", "writ_ed25519_sk"]
      }
    let free = names.map { "\(folder)/\($0)" }.first {
      File.kind(of: $0) == nil && File.kind(of: "\($0).pub") == nil
    }
    if let free { return free }
    throw Refusal(
      .no, "there are keys in \(folder) already, and none of them is written over",
      remedies: "hand in one of them: --key FILE")
  }

  /// Makes a key at that place with `ssh-keygen`, which asks for a passphrase itself.
  public func makeKey(_ holder: Holder, at path: String) async throws -> JoinReport {
    let program = try SSHKeygen(environment: surroundings.environment)
    if let folder = surroundings.keyFolder, File.kind(of: folder) == nil {
      try Folder.make(folder, mode: 0o700)
    }
    do {
      switch holder {
      case .file: try await program.makeKey(.ed25519, at: path)
      case .securityKey: try await makeOnSecurityKey(program, at: path)
      }
    } catch ProgramError.failed(_, let reason) {
      throw Refusal(.no, "no key was made: \(reason)", remedies: "try again: writ join")
    } catch ProgramError.interrupted {
      throw Refusal(.no, "you stopped it: no key was made", remedies: "try again: writ join")
    }
    let text = try KeyFile.text("\(path).pub", remedy: "try again: writ join")
    let key = try KeyFile.publicKey(in: text, path: "\(path).pub")
    return try await report(key, file: path, isNew: true)
  }

  /// Older security keys know only ECDSA.
  private func makeOnSecurityKey(_ program: SSHKeygen, at path: String) async throws(ProgramError) {
    do {
      try await program.makeKey(.securityKeyEd25519, at: path)
    } catch .failed(_, let reason) where reason.contains("not supported") {
      try await program.makeKey(.securityKeyECDSA, at: path)
    }
  }

  private func report(_ key: SSHPublicKey, file: String?, isNew: Bool) async throws -> JoinReport {
    let configured = try surroundings.configuredKey()
    let finds = try await surroundings.agentKeys() + surroundings.homeKeys().sound
    let header = ReportHeader(
      repository: nil, isRootPinned: false, isRootApproved: false, head: nil,
      time: surroundings.now)
    return JoinReport(
      header, key: key, file: file, isNew: isNew,
      isFound: configured == nil && finds.contains { $0.key == key },
      owner: owner(of: key))
  }

  /// Who is registered with the key where this is a policy repository that can be read.
  private func owner(of key: SSHPublicKey) -> String? {
    guard let repository = try? PolicyRepository(surroundings),
      let head = try? repository.head(),
      let ledger = try? repository.ledgerWithoutMemory(of: head)
    else { return nil }
    return ledger.governance?.owner(of: .ssh(key.fingerprint))?.name
  }
}
