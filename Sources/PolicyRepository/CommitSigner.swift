import Objects
import Signatures

/// Whose key signed a commit, as far as that can be told from its raw bytes.
enum CommitSigner {
  /// Nobody's.
  case nobody
  /// The key with this fingerprint: the signature verifies with it. A security key says besides who
  /// used it.
  case key(Fingerprint, Assertion?)
  /// There is a signature of a kind that cannot be verified here: it may be anybody's.
  case unsupported
  /// There is a signature that does not verify, or something in its place that is none.
  case bad

  /// Reads and verifies the commit's own signature.
  init(of commit: CommitObject) {
    switch commit.signature {
    case .none: self = .nobody
    case .bad: self = .bad
    case .armored(let armor, let payload):
      self =
        switch Self.label(of: armor) {
        case TagObject.SignatureKind.ssh.label: Self.ssh(armor, over: payload)
        case .some: .unsupported
        case nil: .bad
        }
    }
  }

  private static func ssh(_ armor: [UInt8], over payload: [UInt8]) -> CommitSigner {
    let signature: SSHSignature
    do throws(SignatureFormatError) {
      signature = try SSHSignature(armor: armor)
    } catch {
      return error == .unknownKeyType ? .unsupported : .bad
    }
    switch signature.verify(message: payload, namespace: "git") {
    case .valid(let key, let assertion): return .key(key.fingerprint, assertion)
    case .unsupported: return .unsupported
    // Stock Git may know the authority that issued it.
    case .invalid(.refusedKey) where signature.key == .failure(.certificate): return .unsupported
    case .invalid: return .bad
    }
  }

  /// The label of the armor; `nil` for what is no signature that Git knows (`gitformat-signature(5)`), from
  /// its first line to its last.
  private static func label(of armor: [UInt8]) -> String? {
    // OpenPGP allows white space behind the lines (RFC 9580, section 6.2).
    let lines = armor.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      var line = line
      while let last = line.last, [0x20, 0x09, 0x0D].contains(last) { line.removeLast() }
      return line
    }
    guard let end = lines.lastIndex(where: { !$0.isEmpty }), end > 1 else { return nil }
    let labels = TagObject.SignatureKind.allCases.map(\.label) + ["PGP MESSAGE"]
    return labels.first { label in
      lines[0].elementsEqual("-----BEGIN \(label)-----".utf8)
        && lines[end].elementsEqual("-----END \(label)-----".utf8)
        && lines[1..<end].contains { !$0.isEmpty }
    }
  }
}
