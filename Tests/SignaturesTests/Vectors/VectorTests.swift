import Objects
import Testing

@testable import Signatures

/// The vectors of others. Skipped, not passed, where there are none: see `Vectors`.
@Suite(
  .enabled(
    if: Vectors.isGiven,
    "no vectors were given: set WRIT_VECTORS to a folder of them, see Vectors.swift"))
struct VectorTests {
  // MARK: Wycheproof

  private struct Wycheproof: Decodable {
    struct Group: Decodable {
      struct Key: Decodable {
        let pk: HexBytes?
        let uncompressed: HexBytes?
        let modulus: HexBytes?
        let publicExponent: HexBytes?
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

  /// Counts what `isAccepted` says of every vector in a file.
  ///
  /// What Wycheproof calls acceptable is refused: it is valid for a reader that is less strict than
  /// its standard allows, and nobody makes such signatures.
  private func tally(
    _ name: String, isAccepted: (Wycheproof.Group.Key, _ message: [UInt8], [UInt8]) throws -> Bool
  ) throws -> Tally {
    let file = try Vectors.decode(Wycheproof.self, from: "wycheproof/\(name)_test.json")
    var tally = Tally()
    for group in file.testGroups {
      for test in group.tests {
        tally.count(
          test.tcId,
          accepted: try isAccepted(group.publicKey, test.msg.bytes, test.sig.bytes),
          expected: test.result == "valid")
      }
    }
    print("wycheproof \(name): \(tally)")
    #expect(tally.accepted + tally.refused == file.numberOfTests)
    return tally
  }

  @Test func wycheproofEd25519() throws {
    let tally = try tally("ed25519") { key, message, signature in
      try Ed25519.verify(
        key: #require(key.pk).bytes, message: message, signature: signature)
    }
    #expect(tally == Tally(accepted: 88, refused: 63))
  }

  /// Nearly half of these are wrong in their DER alone, which SSH has none of: `StrictDER` turns
  /// them away before our code sees them, and they are counted.
  @Test(arguments: [
    ("ecdsa_secp256r1_sha256", NISTCurve.p256, 174, 310, 221),
    ("ecdsa_secp384r1_sha384", .p384, 194, 310, 221),
    ("ecdsa_secp521r1_sha512", .p521, 232, 310, 220),
  ])
  func wycheproofECDSA(
    _ name: String, _ curve: NISTCurve, _ accepted: Int, _ refused: Int, _ refusedByForm: Int
  ) throws {
    var byForm = 0
    let tally = try tally(name) { key, message, signature in
      guard let (r, s) = StrictDER.signature(signature) else {
        byForm += 1
        return false
      }
      return try ECDSA.verify(
        curve, point: #require(key.uncompressed).bytes, message: message, r: r, s: s)
    }
    print("  of these \(byForm) refused by the form of their DER")
    #expect(tally == Tally(accepted: accepted, refused: refused))
    #expect(byForm == refusedByForm)
  }

  @Test(arguments: [
    ("rsa_signature_2048_sha256", HashFunction.sha256, 9, 250),
    ("rsa_signature_3072_sha512", .sha512, 8, 252),
    ("rsa_signature_4096_sha256", .sha256, 7, 251),
  ])
  func wycheproofRSA(_ name: String, _ hash: HashFunction, _ accepted: Int, _ refused: Int) throws {
    let tally = try tally(name) { key, message, signature in
      let key = RSA.PublicKey(
        modulus: Array(try #require(key.modulus).bytes.drop { $0 == 0 }),
        exponent: Array(try #require(key.publicExponent).bytes.drop { $0 == 0 }))
      return try RSA.verify(key: key, message: message, signature: signature, hash: hash)
    }
    #expect(tally == Tally(accepted: accepted, refused: refused))
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

  private static let openSSH: [(name: String, assertion: Assertion?)] = [
    ("ed25519", nil), ("ecdsa", nil), ("rsa", nil),
    ("ed25519_sk", Assertion(isUserVerified: false, origin: nil)),
    ("ecdsa_sk", Assertion(isUserVerified: false, origin: nil)),
    ("ecdsa_sk_webauthn", Assertion(isUserVerified: false, origin: "https://www.mindrot.org")),
  ]

  private let message: [UInt8]
  private let namespace: String

  init() throws {
    message = Array(try Vectors.data("sshsig/signed-data"))
    namespace = String(decoding: try Vectors.data("sshsig/namespace"), as: UTF8.self)
  }

  @Test func openSSHSignatures() throws {
    var tally = Tally()
    for (number, (name, assertion)) in Self.openSSH.enumerated() {
      let file = String(decoding: try Vectors.data("sshsig/\(name).pub"), as: UTF8.self)
      let key = try SSHPublicKey(text: #require(file.split(separator: "\n").first))
      let signature = try SSHSignature(armor: Array(Vectors.data("sshsig/\(name).sig")))
      let verdict = signature.verify(message: message, namespace: namespace)
      #expect(verdict == .valid(key, assertion))
      tally.count(number + 1, accepted: verdict == .valid(key, assertion), expected: true)
      #expect(
        signature.verify(message: message, namespace: "git")
          == .invalid(.otherNamespace(namespace)))
    }
    print("openssh sshsig: \(tally)")
    #expect(tally == Tally(accepted: 6))
  }

  @Test(arguments: openSSH.map(\.name))
  func noTurnedBitLeavesASignatureOfOpenSSHValid(_ name: String) throws {
    let armor = String(decoding: try Vectors.data("sshsig/\(name).sig"), as: UTF8.self)
    let blob = Armor(name, armor).blob
    let good = try SSHSignature(blob: blob)
    var (inBlob, inMessage) = (Tally(), Tally())
    for bit in 0..<blob.count * 8 {
      let signature = try? SSHSignature(blob: blob.turning(bit))
      inBlob.count(
        bit, accepted: signature.map { isValid($0, message) } ?? false, expected: false)
    }
    for bit in 0..<message.count * 8 {
      inMessage.count(bit, accepted: isValid(good, message.turning(bit)), expected: false)
    }
    print("openssh \(name), one bit turned: blob \(inBlob); message \(inMessage)")
    #expect(isValid(good, message))
    #expect(inBlob == Tally(refused: blob.count * 8))
    #expect(inMessage == Tally(refused: message.count * 8))
  }

  private func isValid(_ signature: SSHSignature, _ message: [UInt8]) -> Bool {
    if case .valid = signature.verify(message: message, namespace: namespace) {
      true
    } else {
      false
    }
  }
}

extension [UInt8] {
  /// The same bytes but for one bit.
  fileprivate func turning(_ bit: Int) -> [UInt8] {
    var bytes = self
    bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    return bytes
  }
}
