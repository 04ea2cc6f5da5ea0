import Objects
import Testing

@testable import Signatures

/// The vectors of others. Skipped, not passed, where there are none: see `Vectors`.
@Suite(.enabled(if: Vectors.isGiven, "set WRIT_VECTORS to a folder of vectors, see Vectors.swift"))
struct VectorTests {
  // MARK: Wycheproof

  private struct Wycheproof: Decodable {
    struct Group: Decodable {
      struct Key: Decodable {
        let pk: HexBytes?
        let uncompressed: HexBytes?
      }
      struct Test: Decodable {
        let tcId: Int
        let msg: HexBytes
        let sig: HexBytes
        let result: String
      }
      let publicKey: Key
      let tests: [Test]
    }
    let numberOfTests: Int
    let testGroups: [Group]
  }

  @Test func wycheproofEd25519() throws {
    let file = try Vectors.decode(Wycheproof.self, from: "wycheproof/ed25519_test.json")
    var tally = Tally()
    for group in file.testGroups {
      let key = try #require(group.publicKey.pk).bytes
      for test in group.tests {
        tally.count(
          test.tcId,
          accepted: try Ed25519.verify(
            key: key, message: test.msg.bytes, signature: test.sig.bytes),
          expected: test.result == "valid")
      }
    }
    print("wycheproof ed25519: \(tally)")
    #expect(tally == Tally(accepted: 88, refused: 63))
    #expect(tally.accepted + tally.refused == file.numberOfTests)
  }

  @Test func wycheproofP256() throws {
    let file = try Vectors.decode(
      Wycheproof.self, from: "wycheproof/ecdsa_secp256r1_sha256_test.json")
    var tally = Tally()
    var refusedByForm = 0
    for group in file.testGroups {
      let point = try #require(group.publicKey.uncompressed).bytes
      for test in group.tests {
        var accepted = false
        if let (r, s) = StrictDER.signature(test.sig.bytes) {
          accepted = try P256.verify(point: point, message: test.msg.bytes, r: r, s: s)
        } else {
          refusedByForm += 1
        }
        tally.count(test.tcId, accepted: accepted, expected: test.result == "valid")
      }
    }
    print(
      "wycheproof secp256r1 sha256: \(tally) (\(refusedByForm) refused by the form of their DER)")
    #expect(tally == Tally(accepted: 174, refused: 310))
    #expect(refusedByForm == 221)
    #expect(tally.accepted + tally.refused == file.numberOfTests)
  }

  // MARK: CCTV

  private struct EdgePoint: Decodable {
    let number: Int
    let key: HexBytes
    let sig: HexBytes
    let msg: String
    let flags: Set<String>?
  }

  @Test func cctvEd25519() throws {
    let vectors = try Vectors.decode([EdgePoint].self, from: "ed25519/ed25519vectors.json")
    let refused: Set = [
      "low_order_A", "non_canonical_A", "non_canonical_R", "low_order_residue",
    ]
    var tally = Tally()
    var libcryptoAlone = 0
    for vector in vectors {
      let message = Array(vector.msg.utf8)
      tally.count(
        vector.number,
        accepted: try Ed25519.verify(
          key: vector.key.bytes, message: message, signature: vector.sig.bytes),
        expected: refused.isDisjoint(with: vector.flags ?? []))
      if try VerificationKey(ed25519: vector.key.bytes).verifies(
        vector.sig.bytes, of: message, hash: nil)
      {
        libcryptoAlone += 1
      }
    }
    print("cctv ed25519: \(tally) (libcrypto alone accepts \(libcryptoAlone))")
    #expect(tally == Tally(accepted: 86, refused: 828))
    #expect(libcryptoAlone == 208)
  }

  @Test func cctvKeysOfSmallOrderAreRefusedAsKeys() throws {
    let vectors = try Vectors.decode([EdgePoint].self, from: "ed25519/ed25519vectors.json")
    for vector in vectors {
      let weak = !["low_order_A", "non_canonical_A"].filter {
        vector.flags?.contains($0) == true
      }.isEmpty
      let key = try? SSHPublicKey(blob: ed25519Blob(vector.key.bytes))
      #expect((key == nil) == weak, "vector \(vector.number)")
    }
  }

  // MARK: OpenSSH

  @Test func openSSHSignatures() throws {
    let message = Array(try Vectors.data("sshsig/signed-data"))
    let namespace = String(decoding: try Vectors.data("sshsig/namespace"), as: UTF8.self)
    var counts: [String: Int] = [:]
    for (name, unsupported) in [
      ("ed25519", nil), ("ecdsa", nil), ("rsa", "ssh-rsa"),
      ("ed25519_sk", "sk-ssh-ed25519@openssh.com"),
      ("ecdsa_sk", "sk-ecdsa-sha2-nistp256@openssh.com"),
      ("ecdsa_sk_webauthn", "sk-ecdsa-sha2-nistp256@openssh.com"),
    ] as [(String, String?)] {
      let line =
        String(decoding: try Vectors.data("sshsig/\(name).pub"), as: UTF8.self)
        .split(separator: "\n").first ?? ""
      let signature = try SSHSignature(armor: Array(Vectors.data("sshsig/\(name).sig")))
      let verdict = signature.verify(message: message, namespace: namespace)
      if let unsupported {
        #expect(verdict == .unsupported(unsupported))
        #expect(throws: KeyError.unsupported(unsupported)) { try SSHPublicKey(text: line) }
      } else {
        #expect(verdict == .valid(try SSHPublicKey(text: line)))
      }
      #expect(
        signature.verify(message: message, namespace: "git")
          == .invalid(.otherNamespace(namespace)))
      switch verdict {
      case .valid: counts["valid", default: 0] += 1
      case .invalid: counts["invalid", default: 0] += 1
      case .unsupported: counts["unsupported", default: 0] += 1
      }
    }
    print("openssh sshsig: 6 signatures, 2 valid, 4 not supported yet, all as expected")
    #expect(counts == ["valid": 2, "unsupported": 4])
  }
}
