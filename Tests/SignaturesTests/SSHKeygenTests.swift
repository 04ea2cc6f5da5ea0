import Testing

@testable import Signatures

/// Ours against the real `ssh-keygen`: what it signs we verify, and what we accept it accepts.
@Suite(.enabled(if: SSHKeygen.isInstalled, "there is no /usr/bin/ssh-keygen to compare with"))
struct SSHKeygenTests {
  static let messages: [[UInt8]] = [
    [], [0], Array("object 0123\n\nApproved\n".utf8), Array("no line end".utf8),
    [UInt8](repeating: 0xC3, count: 100_000),
  ]

  @Test(
    arguments: [
      ("ed25519", nil), ("ecdsa", 256), ("ecdsa", 384), ("ecdsa", 521), ("rsa", 2048),
      ("rsa", 3072),
      ("rsa", 4096),
    ] as [(String, Int?)])
  func eachAcceptsWhatTheOtherDoes(_ type: String, _ bits: Int?) throws {
    let keygen = try SSHKeygen()
    for round in 0..<2 {
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

  /// `ssh-keygen -Y sign` makes none with `rsa-sha2-256`, and none by a security key here.
  @Test(arguments: MutationTests.samples)
  func whatWeAcceptOfTheSamplesItAccepts(_ sample: Armor) throws {
    let signature = try SSHSignature(sample: sample)
    guard case .valid(let key, _) = signature.verify(message: Samples.message, namespace: "git")
    else {
      Issue.record("not valid")
      return
    }
    #expect(
      try SSHKeygen().verifies(
        Array(sample.text.utf8), of: Samples.message, key: key.text, namespace: "git"))
  }

  @Test func rsaIsSignedWithSHA512() throws {
    let keygen = try SSHKeygen()
    _ = try keygen.makeKey("key", type: "rsa", bits: 2048)
    let armor = try keygen.sign(Samples.message, key: "key", namespace: "git", hash: "sha256")
    #expect(try SSHSignature(armor: armor).algorithm == "rsa-sha2-512")
  }

  /// The signature, and for ECDSA its twin (r, n - s).
  private func twins(of signature: SSHSignature) throws -> [[UInt8]] {
    var fields = SSHSIGFields(signature)
    var blobs = [fields.blob]
    if case .ecdsa(let r, let s) = signature.value,
      case .success(let key) = signature.key, case .ecdsa(let curve, _) = key.parts.material
    {
      fields.value = [UInt8](mpint: r) + [UInt8](mpint: try curve.orderMinus(s))
      blobs.append(fields.blob)
    }
    return blobs
  }
}
