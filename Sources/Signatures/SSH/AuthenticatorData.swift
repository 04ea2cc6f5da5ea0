/// What a security key adds to a signature (OpenSSH PROTOCOL.u2f; WebAuthn Level 2, section 6.1).
struct AuthenticatorData: Hashable, Sendable {
  let flags: UInt8
  let counter: UInt32
  /// What a browser added, if one asked.
  let client: ClientData?

  /// Reads what follows the signature proper in its blob.
  ///
  /// The flags must promise just what is there: an OpenSSH signature has no place for the
  /// extensions of a device, and none has one for the data of a new credential.
  init(_ reader: inout WireReader, webauthn: Bool) throws(SignatureFormatError) {
    guard let flags = reader.byte(), let counter = reader.uint32() else { throw .truncated }
    self.flags = flags
    self.counter = counter
    client = webauthn ? try ClientData(&reader) : nil
    guard flags & Self.attestedCredential == 0,
      (flags & Self.extensions != 0) == (client?.extensions.isEmpty == false)
    else { throw .authenticatorFlags }
  }

  /// Whether somebody touched the device, or showed in another way to be there.
  var isUserPresent: Bool { flags & Self.userPresent != 0 }

  /// What the device says of the person who used it.
  var assertion: Assertion {
    Assertion(isUserVerified: flags & Self.userVerified != 0, origin: client?.origin)
  }

  /// What the browser was asked for, if it was not to sign just this data.
  func refusal(of data: [UInt8]) -> SignatureVerdict.Reason? { client?.refusal(of: data) }

  /// The bytes that the device signs in place of the data.
  func signed(_ data: [UInt8], application: String) -> [UInt8] {
    var signed = SHA.sha256(Array(application.utf8))
    signed.append(flags)
    signed.append(bigEndian: counter)
    signed += client?.extensions ?? []
    return signed + SHA.sha256(client?.json ?? data)
  }

  // WebAuthn, section 6.1, "flags".
  private static let userPresent: UInt8 = 0x01
  private static let userVerified: UInt8 = 0x04
  private static let attestedCredential: UInt8 = 0x40
  private static let extensions: UInt8 = 0x80
}
