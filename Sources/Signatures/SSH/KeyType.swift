/// The types of SSH keys that may stand behind a signature, by the name on the wire.
public enum KeyType: String, Sendable {
  /// RFC 8709.
  case ed25519 = "ssh-ed25519"
  /// RFC 5656.
  case ecdsaP256 = "ecdsa-sha2-nistp256"
  case ecdsaP384 = "ecdsa-sha2-nistp384"
  case ecdsaP521 = "ecdsa-sha2-nistp521"
  /// RFC 4253, section 6.6.
  case rsa = "ssh-rsa"
  /// OpenSSH PROTOCOL.u2f.
  case securityKeyEd25519 = "sk-ssh-ed25519@openssh.com"
  case securityKeyP256 = "sk-ecdsa-sha2-nistp256@openssh.com"

  /// The type that a key's wire form begins with.
  init(named name: String) throws(KeyError) {
    if name == "ssh-dss" { throw .refused("DSA is too weak") }
    if name.hasSuffix("-cert-v01@openssh.com") { throw .certificate }
    guard let type = KeyType(rawValue: name) else {
      throw Self.isName(name) ? .unknownType : .malformed("its type is unknown")
    }
    self = type
  }

  /// Whether a key could be of a type of that name (RFC 4251, section 6).
  private static func isName(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count)
      && name.utf8.allSatisfy { (0x21..<0x7F).contains($0) && $0 != UInt8(ascii: ",") }
  }

  /// Whether the key lives in a device that signs for an application.
  public var isSecurityKey: Bool { self == .securityKeyEd25519 || self == .securityKeyP256 }

  /// The names of the signature algorithms that such keys sign with (RFC 8332 for RSA, whose
  /// `ssh-rsa` is with SHA-1).
  var signatureAlgorithms: [String] {
    switch self {
    case .ed25519, .ecdsaP256, .ecdsaP384, .ecdsaP521, .securityKeyEd25519: [rawValue]
    case .rsa: ["rsa-sha2-512", "rsa-sha2-256", "ssh-rsa"]
    case .securityKeyP256: [rawValue, Self.webauthn]
    }
  }

  /// The signature algorithm of a security key that a browser asked.
  static let webauthn = "webauthn-sk-ecdsa-sha2-nistp256@openssh.com"
}
