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
  }

  var blob: [UInt8] {
    var inner: [UInt8] = []
    inner.appendString(algorithm)
    inner.appendString(value)
    inner += innerTail
    var blob = magic
    blob.appendUInt32(version)
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
