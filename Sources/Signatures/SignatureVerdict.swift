import Objects

/// What verifying a signature found.
public enum SignatureVerdict: Hashable, Sendable {
  /// The key signed exactly this message, for exactly this purpose; a security key says besides who
  /// used it.
  case valid(SSHPublicKey, Assertion? = nil)
  /// It did not, or nothing could be concluded from it if it had.
  case invalid(Reason)
  /// It cannot be told: the machine's libcrypto does not offer what is named.
  case unsupported(String)

  /// Why a signature is invalid.
  public enum Reason: Hashable, Sendable, CustomStringConvertible {
    /// It was made for this other namespace.
    case otherNamespace(String)
    /// It is with SHA-1, under the algorithm `ssh-rsa`.
    case sha1
    /// Its key is one that nothing may be signed with, and why.
    case refusedKey(String)
    /// The security key signed without anybody being there.
    case userNotPresent
    /// A browser had the security key sign something else.
    case otherRequest
    /// A browser was asked from within a page of another site.
    case crossOrigin
    /// It is not the key's signature of this message.
    case mismatch

    /// One clause, in lower case, without a full stop.
    public var description: String {
      switch self {
      case .otherNamespace(let name):
        "the signature was made for another purpose: \(Characters.escaped(name))"
      case .sha1: "the signature uses SHA-1"
      case .refusedKey(let reason): reason
      case .userNotPresent: "nobody touched the security key for it"
      case .otherRequest: "the browser had the security key sign something else"
      case .crossOrigin: "the browser was asked for it from within a page of another site"
      case .mismatch: "the signature does not fit what is signed"
      }
    }
  }
}
