import Testing

@testable import Objects

/// The small values that evidence is written in: one spelling each, and no other is read.
@Suite struct ValueTests {
  static let digits = "0123456789abcdef0123456789abcdef01234567"

  @Test func everyByteIsTwoLowerCaseDigits() {
    let all = Array(UInt8.min...UInt8.max)
    #expect(Hex.decode(Hex.encode(all)) == all)
    #expect(Hex.encode([0, 9, 10, 0xAB, 0xFF]) == "00090aabff")
    #expect(Hex.decode("") == [])
  }

  @Test(arguments: ["0", "000", "AB", "aB", "0g", " 0", "0x", "+1", "-1", "0\u{301}", "\u{FF11}1"])
  func otherHexIsRefused(_ text: String) { #expect(Hex.decode(text) == nil) }

  @Test func anObjectsNameIs40Digits() throws {
    let id = try #require(ObjectID(hex: Self.digits))
    #expect(id.description == Self.digits)
    #expect(ObjectID(bytes: id.bytes) == id)
    #expect(ObjectID.zero.description == String(repeating: "0", count: 40))
    #expect(ObjectID.zero < id)
    for text in [
      "", String(Self.digits.dropLast()), Self.digits + "0", Self.digits + "00",
      Self.digits.uppercased(), " " + Self.digits.dropLast(), Self.digits + "\n",
    ] {
      #expect(ObjectID(hex: text) == nil, "\(text)")
    }
    #expect(ObjectID(bytes: Array(repeating: 0, count: 19)) == nil)
    #expect(ObjectID(bytes: Array(repeating: 0, count: 21)) == nil)
    #expect(ObjectID(bytes: Array(repeating: 0, count: 32)) == nil)
  }

  @Test func aDigestIsItsAlgorithmAnd64Digits() throws {
    let hex = Self.digits + Self.digits.prefix(24)
    let digest = try #require(Digest("sha256:\(hex)"))
    #expect(digest.description == "sha256:\(hex)")
    #expect(digest.hex == hex)
    #expect(Digest(bytes: digest.bytes) == digest)
    for text in [
      hex, "sha256:", "sha256:\(hex.dropLast())", "sha256:\(hex)0", "sha256:\(hex)00",
      "SHA256:\(hex)", "sha256: \(hex)", "sha256:\(hex.uppercased())", "sha512:\(hex)",
      "sha1:\(Self.digits)", " sha256:\(hex)", "sha256:\(hex)\n",
    ] {
      #expect(Digest(text) == nil, "\(text)")
    }
    #expect(Digest(bytes: Array(repeating: 0, count: 20)) == nil)
    #expect(Digest(bytes: Array(repeating: 0, count: 33)) == nil)
  }

  @Test func digestsAreOrderedAsTheirTextIs() throws {
    var random = SplitMix64(state: 3)
    let digests = try (0..<100).map { _ in
      try #require(Digest(bytes: (0..<32).map { _ in .random(in: 0...255, using: &random) }))
    }
    #expect(digests.sorted().map(\.description) == digests.map(\.description).sorted())
  }

  @Test(arguments: [
    ("0.0", 0, 0), ("1.0", 1, 0), ("1.10", 1, 10), ("4294967295.0", 4_294_967_295, 0),
  ])
  func aVersionIsTwoNumbers(_ text: String, _ major: UInt32, _ minor: UInt32) throws {
    let version = try #require(Version(text))
    #expect((version.major, version.minor) == (major, minor))
    #expect(version.description == text)
  }

  @Test(arguments: [
    "", ".", "1", "1.", ".1", "1.0.0", "01.0", "1.00", "1.01", "+1.0", "1.-0", "-1.0", " 1.0",
    "1.0 ", "1 .0", "1,0", "v1.0", "1.0\n", "4294967296.0", "1.4294967296", "\u{661}.0",
    "1.0\u{301}", "1..0",
  ])
  func anotherVersionIsRefused(_ text: String) { #expect(Version(text) == nil) }

  @Test func versionsAreOrderedByNumber() throws {
    let ordered = [Version(0, 9), Version(1, 0), Version(1, 9), Version(1, 10), Version(2, 0)]
    #expect(ordered.shuffled().sorted() == ordered)
  }

  @Test(arguments: [
    "a", "0", "a-b", "information-security", "jane-doe", "governance", "com10", "con1", "lpt",
    "timestamps", "con-a", String(repeating: "a", count: 64),
  ])
  func anIdentifierIsWordsAndHyphens(_ text: String) {
    #expect(Identifier(text)?.description == text)
  }

  @Test(arguments: [
    "", "-", "-a", "a-", "a--b", "A", "a_b", "a b", "a.b", "a/b", "..", "é", "a\u{301}", "a\n",
    "a\0", "\u{FF41}", "\u{212A}", String(repeating: "a", count: 65),
  ])
  func anotherIdentifierIsRefused(_ text: String) { #expect(Identifier(text) == nil) }

  @Test(arguments: [
    "con", "prn", "aux", "nul", "timestamp", "com0", "com1", "com9", "lpt0", "lpt1", "lpt9",
  ])
  func aReservedIdentifierIsRefused(_ text: String) { #expect(Identifier(text) == nil) }

  @Test func identifiersAreOrderedByTheirLetters() throws {
    let names = try ["a", "a-b", "b", "a1"].map { try #require(Identifier($0)) }
    #expect(names.sorted().map(\.description) == ["a", "a-b", "a1", "b"])
    #expect(Identifier("governance") == .governance)
  }
}

/// A small generator with a seed, so that every run makes the same changes.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
