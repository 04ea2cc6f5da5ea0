import Objects
import Testing

@testable import Signatures

/// What makes an SSHSIG malformed. The samples verify; one field of them is spoilt at a time.
@Suite struct SSHSignatureTests {
  @Test func theFieldsAreThoseThatWereSigned() throws {
    let signature = try SSHSignature(sample: Samples.ed25519Signature)
    #expect(signature.key == .success(try SSHPublicKey(text: Samples.ed25519)))
    #expect(signature.publicKeyBlob == (try blob(ofKey: Samples.ed25519)))
    #expect(signature.namespace == "git")
    #expect(signature.hashAlgorithm == .sha512)
    #expect(signature.algorithm == "ssh-ed25519")
    #expect(signature.signature.count == 64)
    #expect(SSHSIGFields(signature).blob == Samples.ed25519Signature.blob)
  }

  // MARK: Armor

  @Test func theArmorOfATagIsThatOfItsText() throws {
    let payload = """
      object 0123456789012345678901234567890123456789
      type commit
      tag example
      tagger Jane Doe <jane@example.org> 1795276800 +0000

      Example

      """
    let tag = try TagObject(Array((payload + Samples.ed25519Signature.text).utf8))
    let armor = try #require(tag.signature)
    let whole = try SSHSignature(sample: Samples.ed25519Signature)
    #expect(try SSHSignature(armor: armor) == whole)
    #expect(try SSHSignature(armorLines: armor.lines) == whole)

    let cms = Samples.ed25519Signature.text.replacing("SSH SIGNATURE", with: "SIGNED MESSAGE")
    let other = try #require(try TagObject(Array((payload + cms).utf8)).signature)
    #expect(throws: SignatureFormatError.armor) { try SSHSignature(armor: other) }
  }

  @Test func theArmorOfACommitIsReadToo() throws {
    let header = "gpgsig " + Samples.ed25519Signature.text.dropLast().replacing("\n", with: "\n ")
    let commit = CommitObject(
      Array(
        """
        tree 0123456789012345678901234567890123456789
        author Jane Doe <jane@example.org> 1795276800 +0000
        committer Jane Doe <jane@example.org> 1795276800 +0000
        \(header)

        Example

        """.utf8))
    guard case .armored(let armor, _) = commit.signature else {
      Issue.record("the commit has no signature")
      return
    }
    #expect(try SSHSignature(armor: armor) == SSHSignature(sample: Samples.ed25519Signature))
  }

  @Test func armorOfAnotherFormIsMalformed() {
    let armor = Samples.ed25519Signature.text
    let armors = [
      "", "\n", String(armor.dropLast()), armor + "\n", "\n" + armor,
      armor.replacing("\n", with: "\r\n"), armor.replacing("SSH", with: "PGP"),
      armor.replacing("BEGIN", with: "END"), armor.replacing("END", with: "BEGIN"),
      armor.replacing("-----\nU", with: "-----\n\nU"),
      armor.replacing("\n-----E", with: "\n\n-----E"),
      armor.replacing("-----\nU", with: "-----\nComment: none\n\nU"),
      armor.replacing("Ww\n", with: "Ww\n\n"), armor.replacing("Ww\n", with: "Ww"),
      "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n",
      "-----BEGIN SSH SIGNATURE-----\n\n-----END SSH SIGNATURE-----\n",
    ]
    for text in armors {
      #expect(throws: SignatureFormatError.armor, "\(text)") {
        try SSHSignature(armor: Array(text.utf8))
      }
    }
  }

  @Test func otherLinesThanOpenSSHsAreTheSameSignature() throws {
    let base64 = Base64.encode(Samples.ed25519Signature.blob)
    let lines = stride(from: 0, to: base64.count, by: 76).map { start in
      String(base64.dropFirst(start).prefix(76))
    }
    #expect(
      try SSHSignature(armorLines: lines) == SSHSignature(sample: Samples.ed25519Signature))
  }

  @Test func linesThatAreEmptyOrTooLongAreMalformed() {
    let base64 = Base64.encode(Samples.ed25519Signature.blob)
    #expect(throws: SignatureFormatError.armor) { try SSHSignature(armorLines: [base64]) }
    #expect(throws: SignatureFormatError.armor) { try SSHSignature(armorLines: [""]) }
    #expect(throws: SignatureFormatError.magic) { try SSHSignature(armorLines: []) }
  }

  @Test func base64OfAnotherSpellingIsMalformed() {
    let armor = Samples.ed25519Signature.text
    let spoilt = [
      armor + armor,
      armor.replacing("AQ=\n", with: "AR=\n"),  // an unused bit
      armor.replacing("AQ=\n", with: "AQ\n"), armor.replacing("AQ=\n", with: "AQ==\n"),
      armor.replacing("Ww\n", with: "Ww \n"), armor.replacing("Ww\n", with: "W w\n"),
      armor.replacing("Ww\n", with: "W-\n"), armor.replacing("U1NI", with: "\tU1NI"),
      armor.replacing("U1NI", with: "U1é"),
    ]
    for text in spoilt {
      #expect(throws: SignatureFormatError.base64, "\(text)") {
        try SSHSignature(armor: Array(text.utf8))
      }
    }
  }

  // MARK: The blob

  private func expect(
    _ error: SignatureFormatError, of sample: Armor = Samples.ed25519Signature,
    where spoil: (inout SSHSIGFields) -> Void
  ) throws {
    var fields = SSHSIGFields(try SSHSignature(sample: sample))
    let verdict = try fields.verdict()
    guard case .valid = verdict else {
      Issue.record("the sample is not valid before it is spoilt")
      return
    }
    spoil(&fields)
    #expect(throws: error) { try fields.verdict() }
  }

  @Test func anotherMagicIsMalformed() throws {
    try expect(.magic) { $0.magic = Array("SSHSIg".utf8) }
  }

  @Test(arguments: [0, 2, 0x0100_0000, UInt32.max])
  func anotherVersionIsMalformed(_ version: UInt32) throws {
    try expect(.version(version)) { $0.version = version }
  }

  @Test func aReservedFieldThatHoldsSomethingIsMalformed() throws {
    try expect(.reserved) { $0.reserved = [0] }
  }

  @Test(arguments: ["sha1", "sha384", "SHA512", "", "sha512\0", "md5", "sha512\u{301}"])
  func anotherHashIsMalformed(_ name: String) throws {
    try expect(.hash) { $0.hash = Array(name.utf8) }
  }

  @Test(arguments: [[], [0x67, 0xFF], [0x67, 0x69, 0x74, 0], [0xED, 0xA0, 0x80]])
  func aNamespaceThatIsNoTextIsMalformed(_ namespace: [UInt8]) throws {
    try expect(.namespace) { $0.namespace = namespace }
  }

  @Test func trailingBytesAreMalformed() throws {
    try expect(.trailingBytes) { $0.tail = [0] }
    try expect(.trailingBytes) { $0.innerTail = [0] }
    try expect(.trailingBytes, of: Samples.p256Signature) { $0.innerTail = [0] }
    try expect(.trailingBytes, of: Samples.p256Signature) { $0.value += [0] }
    try expect(.trailingBytes, of: Samples.p384Signature) { $0.value += [0] }
    try expect(.trailingBytes, of: Samples.rsaSignature) { $0.innerTail = [0] }
    try expect(.trailingBytes, of: Samples.securityKeyEd25519Signature) { $0.innerTail += [0] }
    try expect(.trailingBytes, of: Samples.securityKeyP256Signature) { $0.innerTail += [0] }
    try expect(.trailingBytes, of: Samples.webauthnSignature) { $0.innerTail += [0] }
    try expect(.key("something follows it")) { $0.key += [0] }
  }

  @Test func aKeyThatIsNoneIsMalformed() throws {
    try expect(.key("it does not begin with a type")) { $0.key = [] }
    try expect(.key("its type and its curve disagree"), of: Samples.p256Signature) {
      $0.key.replaceLast(Array("nistp256".utf8), with: Array("nistp384".utf8))
    }
  }

  @Test func anAlgorithmThatIsNotTheKeysIsMalformed() throws {
    for name in ["ecdsa-sha2-nistp256", "ssh-rsa", "rsa-sha2-512", "SSH-ED25519", ""] {
      try expect(.algorithm(name)) { $0.algorithm = Array(name.utf8) }
    }
    for name in ["ssh-ed25519", "ecdsa-sha2-nistp384", "sk-ecdsa-sha2-nistp256@openssh.com"] {
      try expect(.algorithm(name), of: Samples.p256Signature) { $0.algorithm = Array(name.utf8) }
    }
    for name in ["ssh-ed25519", "rsa-sha2-384", "rsa-sha1"] {
      try expect(.algorithm(name), of: Samples.rsaSignature) { $0.algorithm = Array(name.utf8) }
    }
    for name in ["ssh-ed25519", "webauthn-sk-ecdsa-sha2-nistp256@openssh.com"] {
      try expect(.algorithm(name), of: Samples.securityKeyEd25519Signature) {
        $0.algorithm = Array(name.utf8)
      }
    }
    try expect(.algorithm("webauthn-sk-ecdsa-sha2-nistp256@openssh.com"), of: Samples.p256Signature)
    { $0.algorithm = Array("webauthn-sk-ecdsa-sha2-nistp256@openssh.com".utf8) }
  }

  @Test(arguments: [0, 63, 65, 128])
  func anEd25519SignatureOfAnotherLengthIsMalformed(_ count: Int) throws {
    try expect(.ed25519Length(count)) { $0.value = [UInt8](repeating: 1, count: count) }
  }

  @Test func integersOfECDSAOutsideTheirFormAreMalformed() throws {
    let value = try SSHSignature(sample: Samples.p256Signature).signature
    let (r, s) = (try #require(strings(of: value).first), try #require(strings(of: value).last))
    #expect(s.first == 0, "s needs its leading zero")
    let spoilt: [[UInt8]] = [
      [UInt8](strings: [0] + r, s),  // not in the shortest form
      [UInt8](strings: r, [0] + s),
      [UInt8](strings: r, Array(s.dropFirst())),  // negative
      [UInt8](strings: [0xFF] + r, s),
      [UInt8](strings: [], s),  // zero
      [UInt8](strings: [0], s),
      [UInt8](strings: r, []),
      [UInt8](strings: [1] + [UInt8](repeating: 0, count: 32), s),  // too long
      [UInt8](strings: r),
      [],
    ]
    for value in spoilt {
      try expect(.ecdsaIntegers, of: Samples.p256Signature) { $0.value = value }
    }
  }

  @Test(arguments: MutationTests.samples)
  func everyCutIsMalformed(_ sample: Armor) {
    let blob = sample.blob
    for count in 0..<blob.count {
      #expect(throws: SignatureFormatError.self) {
        try SSHSignature(blob: Array(blob.prefix(count)))
      }
    }
  }

  @Test func lengthsBeyondTheEndAreMalformed() {
    let blob = Samples.ed25519Signature.blob
    for offset in 10..<blob.count - 4 {
      var spoilt = blob
      spoilt.replaceSubrange(offset..<offset + 4, with: [0xFF, 0xFF, 0xFF, 0xFF])
      let verdict = try? SSHSignature(blob: spoilt).verify(
        message: Samples.message, namespace: "git")
      if case .valid = verdict { Issue.record("valid with a spoilt length at \(offset)") }
    }
  }
}

extension [UInt8] {
  /// Replaces the last occurrence of some bytes by as many others.
  fileprivate mutating func replaceLast(_ old: [UInt8], with new: [UInt8]) {
    guard let range = indices.last(where: { self[$0...].starts(with: old) }) else { return }
    replaceSubrange(range..<range + old.count, with: new)
  }
}
