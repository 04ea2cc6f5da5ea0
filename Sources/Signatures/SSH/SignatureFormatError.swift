import Objects

/// Why bytes are no SSHSIG signature, or not in the one form that it has (OpenSSH PROTOCOL.sshsig).
public enum SignatureFormatError: Error, Hashable, Sendable, CustomStringConvertible {
  /// BEGIN or END line missing or of another label, a line that is empty or over 76 characters, or
  /// something behind END.
  case armor
  /// White space, padding, a character or unused bits that do not belong.
  case base64
  /// The blob does not begin with `SSHSIG`.
  case magic
  /// Another version than 1.
  case version(UInt32)
  /// A field reaches beyond the end.
  case truncated
  /// Something follows the last field, of the blob or of the signature inside it.
  case trailingBytes
  /// The public key is none, and why.
  case key(String)
  /// The public key is of a type that is not known here.
  case unknownKeyType
  /// The namespace is empty, holds a NUL, or is not UTF-8.
  case namespace
  /// The reserved field holds something.
  case reserved
  /// A hash function other than `sha256` and `sha512`.
  case hash
  /// An algorithm that keys of this type do not sign with.
  case algorithm(String)
  /// An Ed25519 signature is not 64 bytes long.
  case ed25519Length(Int)
  /// The two integers of ECDSA are not positive, in their shortest form, and as long as the curve
  /// allows.
  case ecdsaIntegers
  /// The flags of a security key promise something that is not there, or the reverse.
  case authenticatorFlags
  /// The web origin is no text that stands in JSON as it is.
  case origin

  /// One clause, in lower case, without a full stop.
  public var description: String {
    switch self {
    case .armor: "the armor is not one BEGIN line, lines of at most 76 characters, and one END line"
    case .base64: "the base64 is wrong"
    case .magic: "it does not begin with SSHSIG"
    case .version(let version): "its version is \(version) instead of 1"
    case .truncated: "it is cut short"
    case .trailingBytes: "something follows its last field"
    case .key(let reason): "its key is wrong: \(reason)"
    case .unknownKeyType: "its key is wrong: its type is unknown"
    case .namespace: "its namespace is empty or not text"
    case .reserved: "its reserved field is not empty"
    case .hash: "its hash function is neither sha256 nor sha512"
    case .algorithm(let name): "its key does not sign with \(Characters.escaped(name))"
    case .ed25519Length(let count): "its Ed25519 value is \(count) bytes long instead of 64"
    case .ecdsaIntegers: "its ECDSA integers are out of range or not in their shortest form"
    case .authenticatorFlags: "the flags of its security key do not fit what follows them"
    case .origin: "its web origin is not text, or holds a quotation mark or a control character"
    }
  }
}
