import Testing

@testable import Signatures

/// Signatures by security keys, made in software so that each can be wrong in one way.
///
/// What we accept `ssh-keygen` accepts; where it accepts more, the test says so.
@Suite(
  .enabled(
    if: SoftwareSecurityKey.isPossible && SSHKeygen.isInstalled,
    "there is no openssl to make security keys with, or no ssh-keygen to compare with"))
struct SecurityKeyTests {
  private let keygen: SSHKeygen
  private let message = Samples.message

  init() throws { keygen = try SSHKeygen() }

  /// Whether `ssh-keygen` takes it for a signature of the sample message.
  private func stockAccepts(_ fields: SSHSIGFields) throws -> Bool {
    var reader = WireReader(fields.key)
    let line = "\(reader.name() ?? "") \(Base64.encode(fields.key))"
    return try keygen.verifies(
      armored(fields.blob, width: 70), of: message, key: line, namespace: "git")
  }

  private func expectValid(_ fields: SSHSIGFields, _ assertion: Assertion) throws {
    #expect(try fields.verdict() == .valid(try SSHPublicKey(blob: fields.key), assertion))
    #expect(try stockAccepts(fields), "ours accepts what ssh-keygen does not")
  }

  private func expect(
    _ reason: SignatureVerdict.Reason, _ fields: SSHSIGFields, stock: Bool = false
  ) throws {
    #expect(try fields.verdict() == .invalid(reason))
    #expect(try stockAccepts(fields) == stock)
  }

  // MARK: Asked by OpenSSH

  @Test(arguments: [KeyType.securityKeyEd25519, .securityKeyP256])
  func theDeviceSaysWhoWasThere(_ type: KeyType) throws {
    let device = try SoftwareSecurityKey(type)
    // 8 and 16 say that the key can be, and is, copied to other devices.
    for (flags, isVerified) in [(1, false), (5, true), (0x19, false), (0x1D, true)] {
      try expectValid(
        device.sign(message, flags: UInt8(flags)),
        Assertion(isUserVerified: isVerified, origin: nil))
    }
    for counter in [0, 1, UInt32.max] {
      try expectValid(
        device.sign(message, flags: 1, counter: counter),
        Assertion(isUserVerified: false, origin: nil))
    }
  }

  @Test(arguments: [KeyType.securityKeyEd25519, .securityKeyP256])
  func aSignatureThatNobodyWasThereForIsInvalid(_ type: KeyType) throws {
    let device = try SoftwareSecurityKey(type)
    for flags: UInt8 in [0, 4, 0x18] {
      try expect(.userNotPresent, device.sign(message, flags: flags), stock: true)
    }
  }

  @Test(arguments: [KeyType.securityKeyEd25519, .securityKeyP256])
  func flagsThatPromiseWhatIsNotThereAreMalformed(_ type: KeyType) throws {
    let device = try SoftwareSecurityKey(type)
    for flags: UInt8 in [0x41, 0x81, 0xC1] {
      let fields = try device.sign(message, flags: flags)
      #expect(throws: SignatureFormatError.authenticatorFlags) { try fields.verdict() }
      #expect(try stockAccepts(fields))
    }
  }

  @Test(arguments: [KeyType.securityKeyEd25519, .securityKeyP256])
  func whatTheDeviceSaysIsSigned(_ type: KeyType) throws {
    let device = try SoftwareSecurityKey(type)
    let good = try device.sign(message, flags: 1)
    for index in good.innerTail.indices {
      var fields = good
      // The fourth bit of the flags is that of verification.
      fields.innerTail[index] ^= 4
      try expect(.mismatch, fields)
    }
    #expect(
      try SSHSignature(blob: good.blob).verify(message: message + [0], namespace: "git")
        == .invalid(.mismatch))
  }

  @Test(arguments: [KeyType.securityKeyEd25519, .securityKeyP256])
  func aSignatureForAnotherApplicationIsInvalid(_ type: KeyType) throws {
    let device = try SoftwareSecurityKey(type, application: "ssh:other")
    var fields = try device.sign(message, flags: 5)
    try expectValid(fields, Assertion(isUserVerified: true, origin: nil))
    fields.key = device.blob(application: "ssh:")
    try expect(.mismatch, fields)
  }

  @Test func aSignatureByThePlainKeyIsNotThatOfTheDevice() throws {
    var fields = SSHSIGFields(try SSHSignature(sample: Samples.p256Signature))
    fields.key = try blob(ofKey: Samples.securityKeyP256)
    fields.algorithm = Array(KeyType.securityKeyP256.rawValue.utf8)
    fields.innerTail = [5, 0, 0, 0, 7]
    try expect(.mismatch, fields)
  }

  // MARK: Asked by a browser

  private static let origin = "https://desk.example.org"

  private func device() throws -> SoftwareSecurityKey {
    try SoftwareSecurityKey(.securityKeyP256, application: "desk.example.org")
  }

  @Test(arguments: [
    ",\"crossOrigin\":false}", "}",
    ",\"crossOrigin\":false,\"other_keys_can_be_added_here\":\"do not compare clientDataJSON\"}",
    ",\"androidPackageName\":\"com.android.chrome\"}",
  ])
  func whatABrowserAsksForIsTakenAsOpenSSHTakesIt(_ rest: String) throws {
    let device = try device()
    var client = ClientDataFields(device.toBeSigned(message))
    client.rest = rest
    for (flags, isVerified) in [(1, false), (5, true), (0x1D, true)] {
      try expectValid(
        device.sign(client, flags: UInt8(flags)),
        Assertion(isUserVerified: isVerified, origin: Self.origin))
    }
  }

  @Test func theOriginIsTheOneThatTheBrowserNames() throws {
    let device = try device()
    for origin in ["https://desk.example.org.example.net", "http://localhost:8080", "app:éa"] {
      var client = ClientDataFields(device.toBeSigned(message))
      (client.origin, client.written) = (origin, origin)
      try expectValid(
        device.sign(client, flags: 5), Assertion(isUserVerified: true, origin: origin))
      client.written = "https://evil.example.org"
      try expect(.otherRequest, device.sign(client, flags: 5))
    }
  }

  @Test func anotherRequestIsInvalid() throws {
    let device = try device()
    let signed = device.toBeSigned(message)
    let good = ClientDataFields(signed)
    let changes: [(inout ClientDataFields) -> Void] = [
      { $0.type = "webauthn.create" },
      { $0.type = "payment.get" },
      { $0.challenge = ClientDataFields.base64URL(device.toBeSigned(Array("other".utf8))) },
      { $0.challenge = ClientDataFields.base64URL(SHA.sha256(signed)) },
      { $0.challenge = Base64.encode(signed + [0]) },
      { $0.challenge += "=" },
      { $0.challenge = "" },
      { $0.challenge += "\",\"challenge\":\"\(good.challenge)" },
    ]
    for change in changes {
      var client = good
      change(&client)
      try expect(.otherRequest, device.sign(client, flags: 5))
    }
    // What begins as it should goes on as JSON does; OpenSSH does not look at it.
    for rest in ["", " }", "x}", ",}", ",\"crossOrigin\":false", "\\u0000\"}", "}}"] {
      var client = good
      client.rest = rest
      try expect(.otherRequest, device.sign(client, flags: 5), stock: true)
    }
  }

  @Test(arguments: [
    ",\"crossOrigin\":true}", ",\"crossOrigin\":true,\"topOrigin\":\"https://evil.example.org\"}",
    ",\"crossOrigin\":false,\"crossOrigin\":true}",
  ])
  func aRequestFromWithinAnotherPageIsInvalid(_ rest: String) throws {
    let device = try device()
    var client = ClientDataFields(device.toBeSigned(message))
    client.rest = rest
    try expect(.crossOrigin, device.sign(client, flags: 5), stock: true)
  }

  @Test func anOriginThatCouldSayMoreThanItselfIsMalformed() throws {
    let device = try device()
    for origin in [
      "", "https://a\",\"crossOrigin\":false,\"x\":\"", "https://a\"\u{301}", "https://\\u0061",
      "https://a\u{202E}", "https://a\n", "https://a ", "a\0b",
    ] {
      var client = ClientDataFields(device.toBeSigned(message))
      (client.origin, client.written) = (origin, origin)
      let fields = try device.sign(client, flags: 5)
      #expect(throws: SignatureFormatError.origin, "\(origin)") { try fields.verdict() }
    }
  }

  @Test func extensionsAreThereWhenTheFlagsSaySo() throws {
    let device = try device()
    let client = ClientDataFields(device.toBeSigned(message))
    let valid = Assertion(isUserVerified: true, origin: Self.origin)
    try expectValid(device.sign(client, flags: 0x85, extensions: [0xA0]), valid)
    var fields = try device.sign(client, flags: 0x85, extensions: [0xA0])
    fields.innerTail[fields.innerTail.count - 1] = 0xA1
    try expect(.mismatch, fields)
    for (flags, extensions) in [(0x85, []), (5, [0xA0]), (0x45, []), (0xC5, [0xA0])]
      as [(UInt8, [UInt8])]
    {
      let fields = try device.sign(client, flags: flags, extensions: extensions)
      #expect(throws: SignatureFormatError.authenticatorFlags) { try fields.verdict() }
      #expect(try !stockAccepts(fields))
    }
  }

  @Test func noPresenceAndOtherPartiesAreInvalidInABrowserToo() throws {
    let device = try device()
    let client = ClientDataFields(device.toBeSigned(message))
    try expect(.userNotPresent, device.sign(client, flags: 4), stock: true)
    var fields = try device.sign(client, flags: 5)
    fields.key = device.blob(application: "evil.example.org")
    try expect(.mismatch, fields)
  }

  @Test func whatTheBrowserWroteIsSigned() throws {
    let device = try device()
    var client = ClientDataFields(device.toBeSigned(message))
    let value = try device.sign(client, flags: 5).value
    client.rest = ",\"crossOrigin\":false,\"a\":1}"
    var fields = try device.sign(client, flags: 5)
    fields.value = value
    try expect(.mismatch, fields)
  }

  @Test func oneFormIsNotTakenForTheOther() throws {
    let device = try device()
    var fields = try device.sign(ClientDataFields(device.toBeSigned(message)), flags: 5)
    fields.algorithm = Array(KeyType.securityKeyP256.rawValue.utf8)
    #expect(throws: SignatureFormatError.trailingBytes) { try fields.verdict() }
    fields.innerTail = Array(fields.innerTail.prefix(5))
    try expect(.mismatch, fields)
    fields = try device.sign(message, flags: 5)
    fields.algorithm = Array(KeyType.webauthn.utf8)
    #expect(throws: SignatureFormatError.truncated) { try fields.verdict() }
  }
}
