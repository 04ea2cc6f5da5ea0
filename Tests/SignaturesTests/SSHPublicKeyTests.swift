import Objects
import Testing

@testable import Signatures

@Suite struct SSHPublicKeyTests {
  @Test(arguments: Samples.keys)
  func aKeyRoundTrips(_ text: String) throws {
    let key = try SSHPublicKey(text: text)
    #expect(key.text == text)
    #expect(key.description == text)
    #expect(try SSHPublicKey(blob: key.blob) == key)
    #expect(try SSHPublicKey(text: text + " Jane Doe <jane@example.org>") == key)
  }

  @Test(arguments: Samples.keys)
  func theTypeIsTheOneNamed(_ text: String) throws {
    let key = try SSHPublicKey(text: text)
    #expect(key.type.rawValue == text.prefix { $0 != " " })
    #expect(key.type.isSecurityKey == text.hasPrefix("sk-"))
    #expect(key.rsaBits == (text == Samples.rsa2048 ? 2048 : nil))
  }

  @Test func thePrivateHalfIsTheSameWhateverTheUse() throws {
    let values = try Samples.keys.map { try SSHPublicKey(text: $0).publicValue }
    #expect(Set(values).count == 5)
    #expect(
      try SSHPublicKey(text: Samples.p256).publicValue
        == SSHPublicKey(text: Samples.securityKeyP256).publicValue)
    #expect(
      try SSHPublicKey(text: Samples.ed25519).publicValue
        == SSHPublicKey(text: Samples.securityKeyEd25519).publicValue)
    let fields = try strings(of: blob(ofKey: Samples.rsa2048))
    let otherExponent = try SSHPublicKey(blob: [UInt8](strings: fields[0], [3], fields[2]))
    #expect(
      try SSHPublicKey(text: Samples.rsa2048).publicValue == otherExponent.publicValue)
  }

  @Test(arguments: [
    (Samples.rsa2047, "2047 bits of RSA are too few"),
    (Samples.rsa1024, "1024 bits of RSA are too few"),
    (Samples.dsa, "DSA is too weak"),
  ])
  func aWeakKeyIsRefused(_ text: String, _ reason: String) {
    #expect(throws: KeyError.refused(reason)) { try SSHPublicKey(text: text) }
  }

  @Test func aCertificateIsNoKey() {
    #expect(throws: KeyError.certificate) { try SSHPublicKey(text: Samples.certificate) }
  }

  @Test func anRSAKeyThatNobodyCouldVerifyWithIsRefused() throws {
    var fields = try strings(of: blob(ofKey: Samples.rsa2048))
    let type = fields[0]
    #expect(throws: KeyError.refused("the RSA exponent is over 64 bits long")) {
      try SSHPublicKey(blob: [UInt8](strings: type, [1, 0, 0, 0, 0, 0, 0, 0, 1], fields[2]))
    }
    fields[2][fields[2].count - 1] ^= 1
    #expect(throws: KeyError.refused("the RSA modulus is even")) {
      try SSHPublicKey(blob: [UInt8](strings: type, fields[1], fields[2]))
    }
  }

  @Test(arguments: [1, 2, 65536])
  func anExponentOfRSAThatAnybodyCouldSignWithIsRefused(_ exponent: UInt32) throws {
    let modulus = try #require(strings(of: blob(ofKey: Samples.rsa2048)).last)
    var bytes: [UInt8] = []
    bytes.append(bigEndian: exponent)
    let blob =
      [UInt8](strings: Array("ssh-rsa".utf8)) + [UInt8](mpint: bytes) + [UInt8](strings: modulus)
    #expect(throws: KeyError.refused("the RSA exponent is even or 1")) {
      try SSHPublicKey(blob: blob)
    }
  }

  @Test func integersOfRSAOutsideTheirShortestFormAreMalformed() throws {
    let fields = try strings(of: blob(ofKey: Samples.rsa2048))
    try #require(fields.count == 3)
    let malformed = KeyError.malformed(
      "an RSA key is two positive integers in their shortest form")
    for exponent in [[0] + fields[1], [], [0], [0x80 | fields[1][0], 0, 1]] {
      #expect(throws: malformed) {
        try SSHPublicKey(blob: [UInt8](strings: fields[0], exponent, fields[2]))
      }
    }
    // Without its zero the modulus is a negative number.
    for modulus in [[0] + fields[2], Array(fields[2].dropFirst())] {
      #expect(throws: malformed) {
        try SSHPublicKey(blob: [UInt8](strings: fields[0], fields[1], modulus))
      }
    }
  }

  @Test func moreRSAThanOpenSSHTakesIsRefused() {
    let modulus: [UInt8] = [1] + [UInt8](repeating: 0xFF, count: 2048)
    let blob = [UInt8](strings: Array("ssh-rsa".utf8), [1, 0, 1], modulus)
    #expect(throws: KeyError.refused("16385 bits of RSA are too many")) {
      try SSHPublicKey(blob: blob)
    }
  }

  // MARK: Ed25519 points

  @Test(arguments: SmallOrder.canonical)
  func aPointOfSmallOrderIsRefused(_ hex: String) throws {
    let point = try #require(Hex.decode(hex))
    #expect(throws: KeyError.refused("the Ed25519 point is of small order")) {
      try SSHPublicKey(blob: ed25519Blob(point))
    }
  }

  @Test(arguments: SmallOrder.notCanonical)
  func anotherSpellingOfAPointOfSmallOrderIsRefused(_ hex: String) throws {
    let point = try #require(Hex.decode(hex))
    #expect(throws: KeyError.refused("the Ed25519 point is not in its canonical form")) {
      try SSHPublicKey(blob: ed25519Blob(point))
    }
  }

  @Test func everyCoordinateNotBelowThePrimeIsRefused() {
    for low in UInt8(0xED)...0xFF {
      for high: UInt8 in [0x7F, 0xFF] {
        let point = [low] + [UInt8](repeating: 0xFF, count: 30) + [high]
        #expect(throws: KeyError.refused("the Ed25519 point is not in its canonical form")) {
          try SSHPublicKey(blob: ed25519Blob(point))
        }
      }
    }
  }

  @Test(arguments: [0, 31, 33])
  func anEd25519KeyOfAnotherLengthIsMalformed(_ count: Int) {
    #expect(throws: KeyError.malformed("an Ed25519 key is 32 bytes long")) {
      try SSHPublicKey(blob: ed25519Blob([UInt8](repeating: 7, count: count)))
    }
  }

  // MARK: Points on curves

  @Test func aPointThatIsNoneIsRefused() throws {
    let point = try point(of: Samples.p256)
    var beside = point
    beside[64] ^= 1
    let coordinateTooBig = [4] + [UInt8](repeating: 0xFF, count: 64)
    let cases: [([UInt8], String)] = [
      (beside, "the point is not on the curve"),
      ([4] + [UInt8](repeating: 0, count: 64), "the point is not on the curve"),
      (coordinateTooBig, "the point is not on the curve"),
      ([0], "the point is the one at infinity"),
      ([2 + point[64] & 1] + point[1...32], "the point is not in the uncompressed form"),
      ([6 + point[64] & 1] + point[1...], "the point is not in the uncompressed form"),
    ]
    for (point, reason) in cases {
      #expect(throws: KeyError.refused(reason)) { try SSHPublicKey(blob: p256Blob(point)) }
    }
  }

  @Test(arguments: [Samples.p384, Samples.p521, Samples.securityKeyP256])
  func aPointBesideAnotherCurveIsRefused(_ text: String) throws {
    var fields = try strings(of: blob(ofKey: text))
    fields[2][fields[2].count - 1] ^= 1
    var blob: [UInt8] = []
    for field in fields { blob.appendString(field) }
    #expect(throws: KeyError.refused("the point is not on the curve")) {
      try SSHPublicKey(blob: blob)
    }
  }

  @Test func aPointOfAnotherLengthIsMalformed() throws {
    let point = try point(of: Samples.p256)
    for point in [Array(point.dropLast()), point + [0]] {
      #expect(throws: KeyError.malformed("a point on nistp256 is 65 bytes long")) {
        try SSHPublicKey(blob: p256Blob(point))
      }
    }
    #expect(throws: KeyError.malformed("it has no point")) { try SSHPublicKey(blob: p256Blob([])) }
  }

  @Test func aCurveThatIsNotThatOfTheTypeIsMalformed() throws {
    let point = try point(of: Samples.p256)
    for (type, curve) in [("256", "384"), ("384", "256"), ("256", "521"), ("521", "256")] {
      let blob = [UInt8](
        strings: Array("ecdsa-sha2-nistp\(type)".utf8), Array("nistp\(curve)".utf8), point)
      #expect(throws: KeyError.malformed("its type and its curve disagree")) {
        try SSHPublicKey(blob: blob)
      }
    }
  }

  // MARK: Framing

  @Test(arguments: Samples.keys)
  func aByteMoreOrAnyFewerIsMalformed(_ text: String) throws {
    let blob = try blob(ofKey: text)
    #expect(throws: KeyError.malformed("something follows it")) {
      try SSHPublicKey(blob: blob + [0])
    }
    for count in 0..<blob.count {
      #expect {
        try SSHPublicKey(blob: Array(blob.prefix(count)))
      } throws: { error in
        if case KeyError.malformed = error { true } else { false }
      }
    }
  }

  @Test(arguments: ["ssh-ed448", "SSH-ED25519", "rsa-sha2-256"])
  func anUnknownTypeIsSaidToBe(_ type: String) {
    #expect(throws: KeyError.unknownType) {
      try SSHPublicKey(blob: [UInt8](strings: Array(type.utf8), [UInt8](repeating: 9, count: 32)))
    }
  }

  @Test(arguments: ["ssh-ed25519\0", "", "ssh-é", "ssh ed25519", String(repeating: "a", count: 65)])
  func whatCanBeNoTypeIsMalformed(_ type: String) {
    #expect {
      try SSHPublicKey(blob: [UInt8](strings: Array(type.utf8), [UInt8](repeating: 9, count: 32)))
    } throws: { error in
      if case KeyError.malformed = error { true } else { false }
    }
  }

  @Test(arguments: [
    [], [0x73, 0], [0xFF], [0x73, 0x0A], [0x1B], [0x73, 0xE2, 0x80, 0xAE], [0x20, 0x73],
  ])
  func aSecurityKeyWithoutSoundApplicationIsMalformed(_ application: [UInt8]) throws {
    let blob = try blob(ofKey: Samples.securityKeyEd25519)
    let withoutApplication = blob.dropLast(4 + "ssh:".utf8.count)
    #expect(throws: KeyError.malformed("it does not name its application")) {
      try SSHPublicKey(blob: withoutApplication + [UInt8](strings: application))
    }
  }

  @Test func textOfAnotherFormIsMalformed() throws {
    let words = Samples.ed25519.split(separator: " ")
    let (type, base64) = (String(words[0]), String(words[1]))
    let other = Samples.p256.split(separator: " ")[1]
    let texts = [
      "", type, base64, "\(type)  \(base64)", " \(type) \(base64)", "\(type)\t\(base64)",
      "\(type) \(base64)\n", "\(type) \(base64) a\u{202E}b", "\(type) \(base64)=",
      "\(type) \(base64.dropLast())", "\(type) \(other)", "ssh-rsa \(base64)",
      "\(type.uppercased()) \(base64)", "restrict \(type) \(base64)",
    ]
    for text in texts {
      #expect {
        try SSHPublicKey(text: text)
      } throws: { error in
        if case KeyError.malformed = error { true } else { false }
      }
    }
  }

  @Test func unusedBitsOfTheBase64AreMalformed() throws {
    // 104 bytes leave two unused bits in the last character before "=", whose value is even.
    let text = Samples.p256
    #expect(text.hasSuffix("8="))
    #expect(throws: KeyError.malformed("the base64 is wrong")) {
      try SSHPublicKey(text: text.dropLast(2) + "9=")
    }
  }
}

/// The points whose order divides 8, from the README of C2SP CCTV's Ed25519 vectors.
enum SmallOrder {
  static let canonical = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  ]
  static let notCanonical = [
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  ]
}
