@testable import Signatures

/// The fields of an SSHSIG blob, each of which a test can spoil alone.
struct SSHSIGFields {
  var magic = Array("SSHSIG".utf8)
  var version: UInt32 = 1
  var key: [UInt8]
  var namespace: [UInt8]
  var reserved: [UInt8] = []
  var hash: [UInt8]
  var algorithm: [UInt8]
  var value: [UInt8]
  var innerTail: [UInt8] = []
  var tail: [UInt8] = []

  init(_ signature: SSHSignature) {
    key = signature.publicKeyBlob
    namespace = Array(signature.namespace.utf8)
    hash = Array(signature.hashAlgorithm.rawValue.utf8)
    algorithm = Array(signature.algorithm.utf8)
    value = signature.signature
    if let tail = signature.authenticatorData?.wireForm { innerTail = tail }
  }

  /// Fields without a value yet, for the namespace `git` and the hash `sha512`.
  init(key: [UInt8], algorithm: String) {
    self.key = key
    namespace = Array("git".utf8)
    hash = Array("sha512".utf8)
    self.algorithm = Array(algorithm.utf8)
    value = []
  }

  var blob: [UInt8] {
    var inner: [UInt8] = []
    inner.appendString(algorithm)
    inner.appendString(value)
    inner += innerTail
    var blob = magic
    blob.append(bigEndian: version)
    for field in [key, namespace, reserved, hash, inner] { blob.appendString(field) }
    return blob + tail
  }

  /// The verdict over the sample message; throws where the blob is malformed.
  func verdict() throws(SignatureFormatError) -> SignatureVerdict {
    try SSHSignature(blob: blob).verify(message: Samples.message, namespace: "git")
  }
}

extension SSHSignature {
  /// A sample, as `ssh-keygen` printed it.
  init(sample: Armor) throws(SignatureFormatError) { try self.init(armor: Array(sample.text.utf8)) }
}

/// The armor of a blob, in lines of this width.
func armored(_ blob: [UInt8], width: Int) -> [UInt8] {
  let base64 = Array(Base64.encode(blob).utf8)
  var armor = Array("-----BEGIN SSH SIGNATURE-----\n".utf8)
  for start in stride(from: 0, to: base64.count, by: width) {
    armor += base64[start..<min(start + width, base64.count)] + [0x0A]
  }
  return armor + Array("-----END SSH SIGNATURE-----\n".utf8)
}
