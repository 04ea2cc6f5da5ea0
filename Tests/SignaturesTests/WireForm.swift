@testable import Signatures

extension Array where Element == UInt8 {
  /// The wire form of strings in a row.
  init(strings: [UInt8]...) {
    self.init()
    for string in strings { appendString(string) }
  }

  /// The `mpint` of a magnitude.
  init(mpint magnitude: [UInt8]) {
    let bytes = Array(magnitude.drop { $0 == 0 })
    self = [UInt8](strings: (bytes.first ?? 0) >= 0x80 ? [0] + bytes : bytes)
  }
}

/// The wire form of a sample key.
func blob(ofKey text: String) throws -> [UInt8] {
  let words = text.split(separator: " ")
  guard words.count == 2, let blob = Base64.decode(Array(words[1].utf8)) else {
    throw KeyError.malformed("the sample is wrong")
  }
  return blob
}

/// The point of a sample key on Ed25519 or a curve of NIST.
func point(of text: String) throws -> [UInt8] { try SSHPublicKey(text: text).publicValue }

/// The strings that the wire form is made of.
func strings(of blob: [UInt8]) -> [[UInt8]] {
  var reader = WireReader(blob)
  var strings: [[UInt8]] = []
  while let string = reader.string() { strings.append(string) }
  return strings
}

/// The wire form of a key with this point.
func ed25519Blob(_ point: [UInt8]) -> [UInt8] {
  [UInt8](strings: Array("ssh-ed25519".utf8), point)
}

/// The wire form of a key with this point.
func p256Blob(_ point: [UInt8]) -> [UInt8] {
  [UInt8](strings: Array("ecdsa-sha2-nistp256".utf8), Array("nistp256".utf8), point)
}

extension AuthenticatorData {
  /// What follows the signature proper in its blob.
  var wireForm: [UInt8] {
    var form = [flags]
    form.append(bigEndian: counter)
    if let client {
      form += [UInt8](strings: Array(client.origin.utf8), client.json, client.extensions)
    }
    return form
  }
}
