/// Why bytes or text are no key that signatures can be verified with.
public enum KeyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is no SSH key, or not in the one form that a key has, and why.
  case malformed(String)
  /// It is a key that nothing may be signed with, and why.
  case refused(String)
  /// It is a sound key of this type, which this version cannot verify with.
  case unsupported(String)

  /// One clause, in lower case, without a full stop.
  public var description: String {
    switch self {
    case .malformed(let reason): "not an SSH public key: \(reason)"
    case .refused(let reason): reason
    case .unsupported(let type): "keys of the type \(type) are not supported yet"
    }
  }
}
