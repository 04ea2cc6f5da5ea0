import Testing

@testable import Signatures

/// Ours against the real `ssh-keygen`: what it signs we verify, and what we accept it accepts.
@Suite(.enabled(if: SSHKeygen.isInstalled, "there is no /usr/bin/ssh-keygen to compare with"))
struct SSHKeygenTests {
  static let messages: [[UInt8]] = [
    [], [0], Array("object 0123\n\nApproved\n".utf8), Array("no line end".utf8),
    [UInt8](repeating: 0xC3, count: 100_000),
  ]

  @Test(arguments: [("ed25519", nil), ("ecdsa", 256)] as [(String, Int?)])
  func eachAcceptsWhatTheOtherDoes(_ type: String, _ bits: Int?) throws {
    let keygen = try SSHKeygen()
    for round in 0..<4 {
      let name = "key\(round)"
      let line = try keygen.makeKey(name, type: type, bits: bits)
      let key = try SSHPublicKey(text: line)
      #expect(line == "\(key.text) a comment")
      #expect(key.fingerprint.description == (try keygen.fingerprint(name)))

      for message in Self.messages {
        let hash = SSHSignature.HashAlgorithm.allCases[round % 2]
        let armor = try keygen.sign(message, key: name, namespace: "git", hash: hash.rawValue)
        let signature = try SSHSignature(armor: armor)
        #expect(signature.hashAlgorithm == hash)
        #expect(signature.verify(message: message, namespace: "git") == .valid(key))
        #expect(
          signature.verify(message: message, namespace: "file") == .invalid(.otherNamespace("git")))
        #expect(
          signature.verify(message: message + [1], namespace: "git") == .invalid(.mismatch))

        // Every other spelling that we accept.
        for blob in try twins(of: signature) {
          for width in [4, 70, 76] {
            let other = armored(blob, width: width)
            let verdict = try SSHSignature(armor: other).verify(
              message: message, namespace: "git")
            #expect(verdict == .valid(key))
            #expect(
              try keygen.verifies(other, of: message, key: key.text, namespace: "git"),
              "ours accepts what ssh-keygen does not")
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("rsa", 2048, "ssh-rsa"), ("rsa", 3072, "ssh-rsa"), ("ecdsa", 384, "ecdsa-sha2-nistp384"),
    ("ecdsa", 521, "ecdsa-sha2-nistp521"),
  ])
  func theOtherTypesAreNotSupportedYet(_ type: String, _ bits: Int, _ name: String) throws {
    let keygen = try SSHKeygen()
    let line = try keygen.makeKey("key", type: type, bits: bits)
    #expect(throws: KeyError.unsupported(name)) { try SSHPublicKey(text: line) }
    for message in Self.messages {
      let armor = try keygen.sign(message, key: "key", namespace: "git", hash: "sha512")
      let signature = try SSHSignature(armor: armor)
      #expect(signature.verify(message: message, namespace: "git") == .unsupported(name))
      let fingerprint = Fingerprint(ofBlob: signature.publicKeyBlob)
      #expect(fingerprint.description == (try keygen.fingerprint("key")))
    }
  }

  /// The signature, and for ECDSA its twin (r, n - s).
  private func twins(of signature: SSHSignature) throws -> [[UInt8]] {
    var fields = SSHSIGFields(signature)
    var blobs = [fields.blob]
    if case .ecdsa(let r, let s) = signature.value {
      fields.value = [UInt8](mpint: r) + [UInt8](mpint: try P256Order.minus(s))
      blobs.append(fields.blob)
    }
    return blobs
  }

  private func armored(_ blob: [UInt8], width: Int) -> [UInt8] {
    let base64 = Array(Base64.encode(blob).utf8)
    var armor = Array("-----BEGIN SSH SIGNATURE-----\n".utf8)
    for start in stride(from: 0, to: base64.count, by: width) {
      armor += base64[start..<min(start + width, base64.count)] + [0x0A]
    }
    return armor + Array("-----END SSH SIGNATURE-----\n".utf8)
  }
}
