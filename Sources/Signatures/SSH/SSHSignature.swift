public import Objects

/// An SSHSIG signature, parsed but not verified (OpenSSH PROTOCOL.sshsig).
///
/// Every field is held to the one form that it can have, so a signature that another program
/// accepts may be refused here; never the reverse.
public struct SSHSignature: Hashable, Sendable {
  /// The hash functions that PROTOCOL.sshsig allows.
  public enum HashAlgorithm: String, Hashable, Sendable, CaseIterable {
    /// SHA-256.
    case sha256
    /// SHA-512.
    case sha512
  }

  /// The wire form of the key that is said to have signed.
  public let publicKeyBlob: [UInt8]
  /// The key, or why it is refused or cannot be checked here; never `malformed`.
  public let key: Result<SSHPublicKey, KeyError>
  /// What the signature was made for: `git`, `file`, …; not empty.
  public let namespace: String
  /// What the message was hashed with.
  public let hashAlgorithm: HashAlgorithm
  /// The name of the signature algorithm.
  public let algorithm: String
  /// The signature proper, in the encoding of its algorithm.
  public let signature: [UInt8]
  let value: SignatureValue
  /// What a security key adds; `nil` for other keys.
  let authenticatorData: AuthenticatorData?

  /// Reads the decoded blob, to its last byte.
  public init(blob: [UInt8]) throws(SignatureFormatError) {
    var reader = WireReader(blob)
    guard let magic = reader.bytes(Self.magic.count), magic.elementsEqual(Self.magic) else {
      throw .magic
    }
    guard let version = reader.uint32() else { throw .truncated }
    guard version == 1 else { throw .version(version) }
    guard let publicKeyBlob = reader.string(), let namespace = reader.string(),
      let reserved = reader.string(), let hash = reader.string(), let inner = reader.string()
    else { throw .truncated }
    guard reader.isAtEnd else { throw .trailingBytes }

    self.publicKeyBlob = publicKeyBlob
    do throws(KeyError) {
      key = .success(try SSHPublicKey(blob: publicKeyBlob))
    } catch {
      switch error {
      case .malformed(let reason): throw .key(reason)
      case .unknownType: throw .unknownKeyType
      case .certificate, .refused, .unsupported: key = .failure(error)
      }
    }
    guard let namespace = String(validating: namespace, as: UTF8.self), !namespace.isEmpty,
      !namespace.utf8.contains(0)
    else { throw .namespace }
    self.namespace = namespace
    guard reserved.isEmpty else { throw .reserved }
    guard let hash = HashAlgorithm.allCases.first(where: { hash.elementsEqual($0.rawValue.utf8) })
    else { throw .hash }
    hashAlgorithm = hash

    var innerReader = WireReader(inner)
    guard let algorithm = innerReader.name(), let signature = innerReader.string() else {
      throw .truncated
    }
    self.algorithm = algorithm
    self.signature = signature
    var keyReader = WireReader(publicKeyBlob)
    if let type = keyReader.name().flatMap(KeyType.init(rawValue:)) {
      value = try SignatureValue(signature, by: type, algorithm: algorithm)
      authenticatorData =
        type.isSecurityKey
        ? try AuthenticatorData(&innerReader, webauthn: algorithm == KeyType.webauthn) : nil
    } else {
      value = .unread
      authenticatorData = nil
    }
    guard innerReader.isAtEnd else { throw .trailingBytes }
  }

  /// Reads the lines between BEGIN and END.
  public init(armorLines lines: [String]) throws(SignatureFormatError) {
    try self.init(lines: lines.map { Array($0.utf8)[...] })
  }

  /// Reads the signature of a tag.
  public init(armor: TagObject.Signature) throws(SignatureFormatError) {
    guard armor.kind == .ssh else { throw .armor }
    try self.init(armorLines: armor.lines)
  }

  /// Reads the whole armor, from the BEGIN line to the END line and its LF.
  public init(armor text: [UInt8]) throws(SignatureFormatError) {
    let label = TagObject.SignatureKind.ssh.label
    let (begin, end) = ("-----BEGIN \(label)-----\n".utf8, "\n-----END \(label)-----\n".utf8)
    guard text.starts(with: begin), text.reversed().starts(with: end.reversed()) else {
      throw .armor
    }
    let body = text.dropFirst(begin.count).dropLast(end.count)
    try self.init(lines: body.split(separator: 0x0A, omittingEmptySubsequences: false))
  }

  private init(lines: [ArraySlice<UInt8>]) throws(SignatureFormatError) {
    guard lines.allSatisfy({ (1...76).contains($0.count) }) else { throw .armor }
    guard let blob = Base64.decode(Array(lines.joined())) else { throw .base64 }
    try self.init(blob: blob)
  }

  /// Whether it is the key's signature of the message, made for this namespace.
  ///
  /// Where several reasons speak against it, the namespace comes first, then the key, then what the
  /// security key says. Who may sign is not asked here.
  public func verify(message: [UInt8], namespace: String) -> SignatureVerdict {
    guard self.namespace.utf8.elementsEqual(namespace.utf8) else {
      return .invalid(.otherNamespace(self.namespace))
    }
    if value == .sha1 { return .invalid(.sha1) }
    switch key {
    case .success(let key):
      do throws(CryptographyError) {
        return try verdict(by: key, signedData(message))
      } catch {
        return .unsupported("\(algorithm) by the libcrypto of this machine: \(error.reason)")
      }
    case .failure(.unsupported(let what)): return .unsupported(what)
    case .failure(let error): return .invalid(.refusedKey("\(error)"))
    }
  }

  /// The bytes that are signed in place of the message.
  func signedData(_ message: [UInt8]) -> [UInt8] {
    var data = Self.magic
    data.appendString(namespace.utf8)
    data.appendString([])
    data.appendString(hashAlgorithm.rawValue.utf8)
    switch hashAlgorithm {
    case .sha256: data.appendString(SHA.sha256(message))
    case .sha512: data.appendString(SHA.sha512(message))
    }
    return data
  }

  private static let magic = Array("SSHSIG".utf8)

  private func verdict(by key: SSHPublicKey, _ data: [UInt8])
    throws(CryptographyError) -> SignatureVerdict
  {
    guard let authenticatorData, let application = key.parts.application else {
      return try fits(key, data) ? .valid(key) : .invalid(.mismatch)
    }
    guard authenticatorData.isUserPresent else { return .invalid(.userNotPresent) }
    if let reason = authenticatorData.refusal(of: data) { return .invalid(reason) }
    return try fits(key, authenticatorData.signed(data, application: application))
      ? .valid(key, authenticatorData.assertion) : .invalid(.mismatch)
  }

  private func fits(_ key: SSHPublicKey, _ data: [UInt8]) throws(CryptographyError) -> Bool {
    switch (key.parts.material, value) {
    case (.ed25519(let point), .ed25519(let signature)):
      try Ed25519.verify(key: point, message: data, signature: signature)
    case (.ecdsa(let curve, let point), .ecdsa(let r, let s)):
      try ECDSA.verify(curve, point: point, message: data, r: r, s: s)
    case (.rsa(let key), .rsa(let signature, let hash)):
      try RSA.verify(key: key, message: data, signature: signature, hash: hash)
    default: false
    }
  }
}
