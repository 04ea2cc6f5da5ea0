import Objects

/// What verifying a signature found.
public enum SignatureVerdict: Hashable, Sendable {
  /// The key signed exactly this message, for exactly this purpose.
  case valid(SSHPublicKey)
  /// It did not, or nothing could be concluded from it if it had.
  case invalid(Reason)
  /// It cannot be told: this version does not verify what is named, or the machine's libcrypto does
  /// not offer it.
  case unsupported(String)

  /// Why a signature is invalid.
  public enum Reason: Hashable, Sendable, CustomStringConvertible {
    /// It was made for this other namespace.
    case otherNamespace(String)
    /// It is with SHA-1, under the algorithm `ssh-rsa`.
    case sha1
    /// Its key is one that nothing may be signed with, and why.
    case refusedKey(String)
    /// It is not the key's signature of this message.
    case mismatch

    /// One clause, in lower case, without a full stop.
    public var description: String {
      switch self {
      case .otherNamespace(let name):
        "the signature was made for another purpose: \(Characters.escaped(name))"
      case .sha1: "the signature uses SHA-1"
      case .refusedKey(let reason): reason
      case .mismatch: "the signature does not fit what is signed"
      }
    }
  }
}
