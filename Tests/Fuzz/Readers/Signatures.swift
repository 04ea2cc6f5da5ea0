import CLibcrypto

@testable import Objects
@testable import Signatures

extension Reader {
  static let armor = Reader(name: "armor") { bytes in
    guard let signature = try? SSHSignature(armor: bytes) else { return nil }
    let lines = bytes.split(separator: 0x0A).dropFirst().dropLast()
    try hold(
      try SSHSignature(armorLines: lines.map { String(decoding: $0, as: UTF8.self) }) == signature,
      "its lines make another signature")
    return try exhibit(signature, armor: bytes)
  }

  static let sshsig = Reader(name: "sshsig") { bytes in
    let signature: SSHSignature
    do throws(SignatureFormatError) {
      signature = try SSHSignature(blob: bytes)
    } catch {
      try hold("\(error)".utf8.count <= 200 + 10 * bytes.count, "the error is long")
      return nil
    }
    try hold(signature.wireForm == bytes, "the signature is not written back")
    return try exhibit(signature, armor: armored(bytes))
  }

  /// What a security key says: the bytes are its flags, its counter and, in the form of browsers,
  /// origin, client data and extensions. It signs whatever is there, so that only what it says can
  /// speak against it. `CHALLENGE` stands for what a browser is asked to sign.
  static let assertion = Reader(name: "assertion") { bytes in
    let data = SSHSignature.toBeSigned(message)
    let challenge = Array(Base64.encodeForURL(data).utf8)
    let said = replaced(Array("CHALLENGE".utf8), by: challenge, in: bytes)
    var tail = said
    let device = tail.take(5)
    var inner: [UInt8] = []
    if tail.isEmpty {
      inner.appendString(SecurityKey.type.utf8)
      inner.appendString(try SecurityKey.sign(device + SHA.sha256(data)))
      inner += device
    } else {
      // Lengths of two bytes reach far enough.
      func field() -> [UInt8] { tail.take(tail.take(2).reduce(0) { $0 << 8 | Int($1) }) }
      let (origin, json, extensions) = (field(), field(), field())
      inner.appendString("webauthn-\(SecurityKey.type)".utf8)
      inner.appendString(try SecurityKey.sign(device + extensions + SHA.sha256(json)))
      inner += device
      for field in [origin, json, extensions] { inner.appendString(field) }
      inner += tail
    }
    var blob = Array("SSHSIG".utf8) + [0, 0, 0, 1]
    for field in [SecurityKey.blob, Array("git".utf8), [], Array("sha512".utf8), inner] {
      blob.appendString(field)
    }
    guard let signature = try? SSHSignature(blob: blob) else { return nil }
    try hold(signature.wireForm == blob, "the signature is not written back")
    let exhibit = try exhibit(signature, armor: armored(blob))
    // Only a device that was touched, and a page that asked for this, can be believed.
    try hold(exhibit == nil || device.first.map { $0 & 1 } == 1, "nobody touched the device")
    return exhibit
  }

  static let keyLine = Reader(name: "key-line") { bytes in
    guard let line = String(validating: bytes, as: UTF8.self) else { return nil }
    _ = Fingerprint(line)
    let key: SSHPublicKey
    do throws(KeyError) {
      key = try SSHPublicKey(text: line)
    } catch {
      try hold("\(error)".utf8.count <= 200 + bytes.count, "the error is long")
      return nil
    }
    try hold(line.utf8.starts(with: key.text.utf8), "the key is not written back")
    try hold(Fingerprint(ofKeyText: line) == key.fingerprint, "the fingerprint differs")
    return try exhibit(key)
  }

  static let keyBlob = Reader(name: "key-blob") { bytes in
    guard let key = try? SSHPublicKey(blob: bytes) else { return nil }
    try hold(key.blob == bytes, "the key is not written back")
    return try exhibit(key)
  }

  /// What every signature is asked to be over.
  private static let message = Array("Writ test message\n".utf8)

  private static func exhibit(_ signature: SSHSignature, armor: [UInt8]) throws -> Exhibit? {
    let verdict = signature.verify(message: message, namespace: "git")
    try hold(
      isInvalid(signature.verify(message: message, namespace: "file")), "another purpose is valid")
    guard case .valid(let key, _) = verdict else { return nil }
    try hold(
      isInvalid(signature.verify(message: message + [0], namespace: "git")),
      "another message is valid")
    try hold(try signature.key.get() == key, "another key is said to have signed")
    return Exhibit(kind: "signature", bytes: armor)
  }

  private static func isInvalid(_ verdict: SignatureVerdict) -> Bool {
    if case .valid = verdict { false } else { true }
  }

  private static func exhibit(_ key: SSHPublicKey) throws -> Exhibit {
    try hold(try SSHPublicKey(text: key.text) == key, "its text makes another key")
    try hold(
      Fingerprint(key.fingerprint.description) == key.fingerprint, "its fingerprint is not read")
    return Exhibit(kind: "key", bytes: Array(key.text.utf8), reading: key.fingerprint.description)
  }

  private static func armored(_ blob: [UInt8]) -> [UInt8] {
    var lines = "-----BEGIN SSH SIGNATURE-----\n"
    var base64 = Base64.encode(blob)[...]
    while !base64.isEmpty {
      lines += "\(base64.prefix(70))\n"
      base64 = base64.dropFirst(70)
    }
    return Array("\(lines)-----END SSH SIGNATURE-----\n".utf8)
  }

  private static func replaced(_ mark: [UInt8], by value: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) else {
      return bytes
    }
    return bytes[..<start] + value + bytes[(start + mark.count)...]
  }
}

extension SSHSignature {
  /// The blob, put together again from what was read of it.
  fileprivate var wireForm: [UInt8] {
    var inner: [UInt8] = []
    inner.appendString(algorithm.utf8)
    inner.appendString(signature)
    if let data = authenticatorData {
      inner.append(data.flags)
      inner.append(bigEndian: data.counter)
      if let client = data.client {
        for field in [Array(client.origin.utf8), client.json, client.extensions] {
          inner.appendString(field)
        }
      }
    }
    var blob = Array("SSHSIG".utf8)
    blob.append(bigEndian: 1)
    for field in [
      publicKeyBlob, Array(namespace.utf8), [], Array(hashAlgorithm.rawValue.utf8), inner,
    ] { blob.appendString(field) }
    return blob
  }

  /// What stands in place of the message (OpenSSH PROTOCOL.sshsig).
  fileprivate static func toBeSigned(_ message: [UInt8]) -> [UInt8] {
    var data = Array("SSHSIG".utf8)
    for field in [Array("git".utf8), [], Array("sha512".utf8), SHA.sha512(message)] {
      data.appendString(field)
    }
    return data
  }
}

/// A security key in software, made for this: its private half is no secret.
private enum SecurityKey {
  static let type = "sk-ecdsa-sha2-nistp256@openssh.com"
  private static let application = "ssh:"
  /// The key as libcrypto has it: reading it takes long, so it is read once and kept.
  private static let key = pair.withUnsafeBufferPointer { bytes in
    var place = bytes.baseAddress
    return Int(bitPattern: d2i_AutoPrivateKey(nil, &place, bytes.count))
  }
  /// PKCS #8.
  private static let pair =
    Hex.decode(
      "308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420"
        + "ddfd687335a6d87e918e2a5012a33dd32c06a72f0aa308b5538c5a7f5b9fcc4ba144034200"
        + point) ?? []
  private static let point =
    "04addd4493febdbdbd34da073e5676b58bcde2469c2249fe5eff0f3799384f3d57"
    + "59e1140165f12a56898b19c6753534c0b1787a1ab4b1e1102cc7f5152340a3d9"

  /// The wire form of the public half.
  static let blob: [UInt8] = {
    var blob: [UInt8] = []
    for field in [
      Array(type.utf8), Array("nistp256".utf8), Hex.decode(point) ?? [], Array(application.utf8),
    ] { blob.appendString(field) }
    return blob
  }()

  /// The two integers of its signature of what the device says, in the wire form of SSH.
  static func sign(_ said: [UInt8]) throws -> [UInt8] {
    let data = SHA.sha256(Array(application.utf8)) + said
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    var der = [UInt8](repeating: 0, count: 80)
    var count = der.count
    try hold(
      EVP_DigestSignInit_ex(context, nil, "SHA256", nil, nil, OpaquePointer(bitPattern: key), nil)
        == 1
        && EVP_DigestSign(context, &der, &count, data, data.count) == 1,
      "libcrypto does not sign")
    // A sequence of two integers, each with its length in one byte.
    var rest = Array(der.prefix(count))
    _ = rest.take(2)
    var value: [UInt8] = []
    for _ in 0..<2 {
      let length = rest.take(2).last.map { Int($0) } ?? 0
      value.appendString(rest.take(length))
    }
    return value
  }
}
