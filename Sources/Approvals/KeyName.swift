public import Objects
public import Signatures

/// How a statement names the key that it is signed with.
public enum KeyName: Hashable, Sendable, CustomStringConvertible {
  /// An SSH key, by its fingerprint `SHA256:…`.
  case ssh(Fingerprint)
  /// A certificate, by the digest of its DER form.
  case certificate(Digest)
  /// An OpenPGP key, by its full fingerprint, 40 upper-case hex digits.
  case openPGP(String)

  /// Reads the value of `Writ-Key`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    if let fingerprint = Fingerprint(String(text)) {
      self = .ssh(fingerprint)
    } else if let digest = Digest(text) {
      self = .certificate(digest)
    } else if text.utf8.count == 40, text.utf8.allSatisfy(Self.isUpperHex) {
      self = .openPGP(String(text))
    } else {
      return nil
    }
  }

  /// The value of `Writ-Key`.
  public var description: String {
    switch self {
    case .ssh(let fingerprint): fingerprint.description
    case .certificate(let digest): digest.description
    case .openPGP(let fingerprint): fingerprint
    }
  }

  /// What kind of signature such a key makes.
  var signatureKind: TagObject.SignatureKind {
    switch self {
    case .ssh: .ssh
    case .certificate: .cms
    case .openPGP: .openPGP
    }
  }

  private static func isUpperHex(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte)
  }
}
