import Objects
import Signatures

/// Whose key signed a commit, as far as that can be told from its raw bytes.
enum CommitSigner {
  /// Nobody's.
  case nobody
  /// The key with this fingerprint: the signature verifies with it. A security key says besides who
  /// used it.
  case key(Fingerprint, Assertion?)
  /// A key of a kind that cannot be checked here.
  case unsupported
  /// There is a signature, but it does not hold.
  case bad

  /// Reads and verifies the commit's own signature.
  init(of commit: CommitObject) {
    switch commit.signature {
    case .none: self = .nobody
    case .bad: self = .bad
    case .armored(let armor, let payload):
      guard armor.starts(with: "-----BEGIN SSH SIGNATURE-----\n".utf8) else {
        self = .unsupported
        return
      }
      guard let signature = try? SSHSignature(armor: armor) else {
        self = .bad
        return
      }
      switch signature.verify(message: payload, namespace: "git") {
      case .valid(let key, let assertion): self = .key(key.fingerprint, assertion)
      case .unsupported: self = .unsupported
      case .invalid: self = .bad
      }
    }
  }
}
