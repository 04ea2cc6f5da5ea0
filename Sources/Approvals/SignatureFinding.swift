public import Objects
public import Signatures

/// What the signature of a tag proves by itself, whoever may sign: it hangs on the tag's bytes alone.
public enum SignatureFinding: Sendable {
  /// There is none.
  case missing
  /// It is of a kind that cannot be checked yet.
  case otherKind(TagObject.SignatureKind)
  /// The armor or the blob within it is none of its format, and how.
  case damaged(String)
  /// It is not the key's signature of this tag, and why.
  case invalid(String)
  /// It names this key, with which nothing can be verified here, and why.
  case unsupported(Fingerprint, String)
  /// This key signed this tag; a security key says besides who used it.
  case valid(Fingerprint, Assertion?)

  /// Verifies the signature.
  public init(of tag: TagObject) {
    guard let armor = tag.signature else {
      self = .missing
      return
    }
    guard armor.kind == .ssh else {
      self = .otherKind(armor.kind)
      return
    }
    do {
      let signature = try SSHSignature(armor: armor)
      let signer = Fingerprint(ofBlob: signature.publicKeyBlob)
      switch signature.verify(message: tag.payload, namespace: "git") {
      case .valid(_, let assertion): self = .valid(signer, assertion)
      case .invalid(let reason): self = .invalid("\(reason)")
      case .unsupported(let what): self = .unsupported(signer, what)
      }
    } catch {
      self = .damaged("\(error)")
    }
  }

  /// The kind of the signature; `nil` where there is none.
  var kind: TagObject.SignatureKind? {
    switch self {
    case .missing: nil
    case .otherKind(let kind): kind
    case .damaged, .invalid, .unsupported, .valid: .ssh
    }
  }
}
