import Objects
import Testing

@testable import Signatures

/// What well-formed signatures are worth.
@Suite struct SSHVerdictTests {
  private func fields(_ sample: Armor) throws -> SSHSIGFields {
    SSHSIGFields(try SSHSignature(sample: sample))
  }

  @Test(arguments: [
    (Samples.ed25519Signature, Samples.ed25519), (Samples.ed25519SHA256Signature, Samples.ed25519),
    (Samples.p256Signature, Samples.p256), (Samples.p384Signature, Samples.p384),
    (Samples.rsaSignature, Samples.rsa2048),
  ])
  func aGoodSignatureIsValid(_ sample: Armor, _ key: String) throws {
    #expect(try fields(sample).verdict() == .valid(SSHPublicKey(text: key)))
  }

  @Test(arguments: MutationTests.samples)
  func aGoodSignatureIsValidForItsKeyAlone(_ sample: Armor) throws {
    guard case .valid(let key, _) = try fields(sample).verdict() else {
      Issue.record("not valid")
      return
    }
    #expect(key.blob == (try fields(sample).key))
  }

  @Test(arguments: MutationTests.samples.filter { $0.testDescription != "webauthn" })
  func anotherMessageIsInvalid(_ sample: Armor) throws {
    let signature = try SSHSignature(sample: sample)
    for message in [[], Samples.message + [0], Array(Samples.message.dropLast())] {
      #expect(signature.verify(message: message, namespace: "git") == .invalid(.mismatch))
    }
  }

  @Test func anotherNamespaceIsInvalid() throws {
    let signature = try SSHSignature(sample: Samples.ed25519Signature)
    for namespace in ["file", "", "Git", "git\0", "git\u{301}"] {
      #expect(
        signature.verify(message: Samples.message, namespace: namespace)
          == .invalid(.otherNamespace("git")))
    }
  }

  @Test func theNamespaceIsSigned() throws {
    var fields = try fields(Samples.ed25519Signature)
    fields.namespace = Array("file".utf8)
    let signature = try SSHSignature(blob: fields.blob)
    #expect(signature.verify(message: Samples.message, namespace: "file") == .invalid(.mismatch))
  }

  @Test func theHashIsSigned() throws {
    var fields = try fields(Samples.ed25519Signature)
    fields.hash = Array("sha256".utf8)
    #expect(try fields.verdict() == .invalid(.mismatch))
  }

  @Test func sha1IsInvalid() throws {
    var fields = try fields(Samples.rsaSignature)
    fields.algorithm = Array("ssh-rsa".utf8)
    #expect(try fields.verdict() == .invalid(.sha1))
  }

  @Test func theHashOfRSAIsThatOfItsAlgorithm() throws {
    var fields = try fields(Samples.rsaSignature)
    #expect(fields.algorithm == Array("rsa-sha2-512".utf8))
    fields.algorithm = Array("rsa-sha2-256".utf8)
    #expect(try fields.verdict() == .invalid(.mismatch))
  }

  @Test func aSignatureOfAnotherLengthThanTheModulusIsInvalid() throws {
    let value = try fields(Samples.rsaSignature).value
    for value in [[0] + value, value + [0], Array(value.dropLast()), []] {
      var fields = try fields(Samples.rsaSignature)
      fields.value = value
      #expect(try fields.verdict() == .invalid(.mismatch))
    }
  }

  @Test(arguments: [
    (Samples.rsa1024, "rsa-sha2-512", "1024 bits of RSA are too few"),
    (Samples.dsa, "ssh-dss", "DSA is too weak"),
    (
      Samples.certificate, "ecdsa-sha2-nistp256-cert-v01@openssh.com",
      "this is an SSH certificate, not a key"
    ),
  ])
  func aRefusedKeyIsInvalid(_ key: String, _ algorithm: String, _ reason: String) throws {
    var fields = try fields(Samples.rsaSignature)
    fields.key = try blob(ofKey: key)
    fields.algorithm = Array(algorithm.utf8)
    #expect(try fields.verdict() == .invalid(.refusedKey(reason)))
  }

  /// R the identity and S zero: under the identity as the key OpenSSL finds this good for any
  /// message at all.
  @Test(arguments: SmallOrder.canonical + SmallOrder.notCanonical)
  func aKeyThatAnySignatureFitsIsInvalid(_ hex: String) throws {
    var fields = try fields(Samples.ed25519Signature)
    fields.key = ed25519Blob(try #require(Hex.decode(hex)))
    fields.value = [1] + [UInt8](repeating: 0, count: 63)
    guard case .invalid(.refusedKey) = try fields.verdict() else {
      Issue.record("the key \(hex) is not refused")
      return
    }
  }

  @Test func libcryptoAloneWouldTakeTheIdentityForAKey() throws {
    let identity = [1] + [UInt8](repeating: 0, count: 31)
    let signature = identity + [UInt8](repeating: 0, count: 32)
    #expect(
      try VerificationKey(ed25519: identity).verifies(signature, of: Samples.message, hash: nil))
    #expect(
      try !Ed25519.verify(key: identity, message: Samples.message, signature: signature))
  }

  @Test func sNotBelowTheOrderIsInvalid() throws {
    let order = try #require(
      Hex.decode("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010"))
    var fields = try fields(Samples.ed25519Signature)
    var carry = 0
    for index in 0..<32 {
      let sum = Int(fields.value[32 + index]) + Int(order[index]) + carry
      fields.value[32 + index] = UInt8(truncatingIfNeeded: sum)
      carry = sum >> 8
    }
    #expect(try fields.verdict() == .invalid(.mismatch))
  }

  @Test func theTwinOfAnECDSASignatureIsValid() throws {
    var fields = try fields(Samples.p256Signature)
    let (r, s) = try integers(fields.value)
    let twin = try NISTCurve.p256.orderMinus(s)
    fields.value = [UInt8](mpint: r) + [UInt8](mpint: twin)
    #expect(try fields.verdict() == .valid(SSHPublicKey(text: Samples.p256)))
  }

  @Test func integersOfECDSANotBelowTheOrderAreInvalid() throws {
    var fields = try fields(Samples.p256Signature)
    let (r, s) = try integers(fields.value)
    let order = try NISTCurve.p256.order
    let most = [UInt8](repeating: 0xFF, count: 32)
    for (r, s) in [(order, s), (r, order), (most, s), (r, most), (s, r)] {
      fields.value = [UInt8](mpint: r) + [UInt8](mpint: s)
      #expect(try fields.verdict() == .invalid(.mismatch))
    }
  }

  /// With the base point as the key, r = n - e makes e·G + r·Q the point at infinity, of which
  /// libcrypto says not "no" but "error".
  @Test func aSignatureThatLeadsToInfinityIsInvalid() throws {
    let basePoint = try #require(
      Hex.decode(
        "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
          + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"))
    var fields = try fields(Samples.p256Signature)
    fields.key = p256Blob(basePoint)
    let signed = try SSHSignature(blob: fields.blob).signedData(Samples.message)
    fields.value =
      [UInt8](mpint: try NISTCurve.p256.orderMinus(SHA.sha256(signed))) + [UInt8](mpint: [1])
    #expect(try fields.verdict() == .invalid(.mismatch))
  }

  @Test func rawValuesOfAnotherLengthDoNotVerify() throws {
    let ed25519 = try SSHSignature(sample: Samples.ed25519Signature)
    let key = try point(of: Samples.ed25519)
    let data = ed25519.signedData(Samples.message)
    let value = ed25519.signature
    #expect(try Ed25519.verify(key: key, message: data, signature: value))
    #expect(try !Ed25519.verify(key: key + [0], message: data, signature: value))
    #expect(try !Ed25519.verify(key: [], message: data, signature: value))
    #expect(try !Ed25519.verify(key: key, message: data, signature: value + [0]))
    #expect(try !Ed25519.verify(key: key, message: data, signature: []))
    #expect(try !ECDSA.verify(.p256, point: [], message: data, r: [1], s: [1]))
    let point = try point(of: Samples.p256)
    #expect(try !ECDSA.verify(.p256, point: point, message: data, r: [], s: []))
    #expect(try !ECDSA.verify(.p256, point: point, message: data, r: [0], s: [1]))
    #expect(try !ECDSA.verify(.p384, point: point, message: data, r: [1], s: [1]))
  }
}

/// The magnitudes of r and s.
private func integers(_ value: [UInt8]) throws -> (r: [UInt8], s: [UInt8]) {
  let integers = strings(of: value).map { Array($0.drop { $0 == 0 }) }
  try #require(integers.count == 2)
  return (integers[0], integers[1])
}

extension NISTCurve {
  /// n, the order of the base point (SP 800-186, section 3.2.1), most significant byte first.
  var order: [UInt8] {
    get throws {
      let f = { String(repeating: "f", count: $0) }
      let hex =
        switch self {
        case .p256: "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"
        case .p384: f(48) + "c7634d81f4372ddf581a0db248b0a77aecec196accc52973"
        case .p521:
          "01" + f(64) + "fa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409"
        }
      return try #require(Hex.decode(hex))
    }
  }

  /// n - s.
  func orderMinus(_ s: [UInt8]) throws -> [UInt8] {
    var difference = try order
    let padded = [UInt8](repeating: 0, count: difference.count - s.count) + s
    var borrow = 0
    for index in difference.indices.reversed() {
      let digit = Int(difference[index]) - Int(padded[index]) - borrow
      difference[index] = UInt8(truncatingIfNeeded: digit)
      borrow = digit < 0 ? 1 : 0
    }
    return difference
  }
}
