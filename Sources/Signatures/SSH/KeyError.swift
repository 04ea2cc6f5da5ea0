/// Why bytes or text are no key that signatures can be verified with.
public enum KeyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is no SSH key, or not in the one form that a key has, and why.
  case malformed(String)
  /// It is, or may be, a key of a type that is not known here.
  case unknownType
  /// It is an SSH certificate.
  case certificate
  /// It is a key that nothing may be signed with, and why.
  case refused(String)
  /// It is a key that the machine's libcrypto cannot verify with: what it lacks.
  case unsupported(String)

  /// One clause, in lower case, without a full stop.
  public var description: String {
    switch self {
    case .malformed(let reason): "not an SSH public key: \(reason)"
    case .unknownType: "not an SSH public key: its type is unknown"
    case .certificate: "this is an SSH certificate, not a key"
    case .refused(let reason): reason
    case .unsupported(let what): "this machine cannot check keys of the kind \(what)"
    }
  }

  /// What helps, in lower case, without a full stop.
  public var remedy: String {
    switch self {
    case .malformed, .unknownType: "copy the line of the .pub file as it stands there"
    case .certificate: "register the key that it certifies: the line of its own .pub file"
    case .refused: "make one with: ssh-keygen -t ed25519"
    case .unsupported: "bring OpenSSL on this machine up to date, or register another key"
    }
  }
}
