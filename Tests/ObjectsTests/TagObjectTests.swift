import Testing

@testable import Objects

/// What makes a tag malformed: a good tag, with one thing spoilt at a time.
@Suite struct TagObjectTests {
  static let headers = """
    object 0123456789abcdef0123456789abcdef01234567
    type commit
    tag writ/information-security/1.0/approve/jane-doe
    tagger Jane Doe <jane@example.org> 1795276800 +0000

    """
  static let message = """
    Jane Doe approves

    Writ-Statement: 1

    """
  static let armor = """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAA
    AQ==
    -----END SSH SIGNATURE-----

    """
  static let payload = headers + "\n" + message
  static let good = payload + armor

  @Test func theFieldsAreThoseOfTheBytes() throws {
    let tag = try TagObject(Array(Self.good.utf8))
    #expect(tag.target.description == "0123456789abcdef0123456789abcdef01234567")
    #expect(tag.name == "writ/information-security/1.0/approve/jane-doe")
    #expect(tag.tagger.description == "Jane Doe <jane@example.org> 1795276800 +0000")
    #expect(tag.message == Self.message)
    #expect(tag.payload == Array(Self.payload.utf8))
    #expect(tag.signature?.kind == .ssh)
    #expect(tag.signature?.lines == ["U1NIU0lHAAAA", "AQ=="])
    #expect(
      TagObject.payload(
        target: tag.target, name: tag.name, tagger: tag.tagger, message: tag.message) == tag.payload
    )
    #expect(
      TagObject.bytes(payload: tag.payload, armor: Array(Self.armor.utf8)) == Array(Self.good.utf8))
  }

  @Test(arguments: TagObject.SignatureKind.allCases)
  func everyKindOfSignatureIsTold(_ kind: TagObject.SignatureKind) throws {
    let text = Self.good.replacing("SSH SIGNATURE", with: kind.label)
    #expect(try TagObject(Array(text.utf8)).signature?.kind == kind)
  }

  @Test(arguments: ["", "\n", "A\n", "A\n\n----- A\n".replacing("----- A", with: " -----")])
  func aTagWithoutASignatureHasNone(_ message: String) throws {
    let bytes = Array((Self.headers + "\n" + message).utf8)
    let tag = try TagObject(bytes)
    #expect(tag.signature == nil)
    #expect(tag.message == message)
    #expect(tag.payload == bytes)
  }

  @Test func aSignatureMayFollowAnEmptyMessage() throws {
    let tag = try TagObject(Array((Self.headers + "\n" + Self.armor).utf8))
    #expect(tag.message == "")
    #expect(tag.signature != nil)
  }

  @Test func anArmorLineOf76IsTheLongest() throws {
    let line = String(repeating: "A", count: 76)
    let text = Self.good.replacing("AQ==", with: line)
    #expect(try TagObject(Array(text.utf8)).signature?.lines.last == line)
    #expect(throws: GrammarError.self) {
      try TagObject(Array(Self.good.replacing("AQ==", with: line + "A").utf8))
    }
  }

  @Test(arguments: Spoilt.tags)
  func isRefused(_ tag: Spoilt) {
    #expect(tag.text != Self.good, "nothing is spoilt")
    #expect(throws: GrammarError.self) { try TagObject(Array(tag.text.utf8)) }
  }

  @Test func everyTagThatIsCutShortIsRefusedOrUnsigned() throws {
    let bytes = Array(Self.good.utf8)
    for count in 0..<bytes.count {
      if let tag = try? TagObject(Array(bytes[..<count])) {
        #expect(tag.signature == nil && tag.payload.count == count, "\(count) bytes")
      }
    }
  }

  @Test func bytesThatAreNoTextAreRefusedAnywhere() {
    let bytes = Array(Self.good.utf8)
    for bad: [UInt8] in [[0], [0x0D], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xC3]] {
      for index in 0...bytes.count {
        let spoilt = bytes[..<index] + bad + bytes[index...]
        if (try? TagObject(Array(spoilt))) != nil { Issue.record("\(bad) before byte \(index)") }
      }
    }
  }

  @Test(arguments: ["\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\u{9B}", "\u{7F}", "\t"])
  func charactersThatMisleadAreRefusedAnywhere(_ character: String) {
    let bytes = Array(Self.good.utf8)
    for index in 0...bytes.count {
      let spoilt = bytes[..<index] + Array(character.utf8) + bytes[index...]
      if (try? TagObject(Array(spoilt))) != nil { Issue.record("before byte \(index)") }
    }
  }
}

/// A tag of which one thing is wrong.
struct Spoilt: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String

  /// The good tag with `part` replaced once.
  init(_ description: String, _ part: String, _ other: String) {
    testDescription = description
    text = TagObjectTests.good.replacing(part, with: other, maxReplacements: 1)
  }

  init(_ description: String, text: String) {
    testDescription = description
    self.text = text
  }

  private static let object = "object 0123456789abcdef0123456789abcdef01234567\n"
  private static let type = "type commit\n"
  private static let name = "tag writ/information-security/1.0/approve/jane-doe\n"
  private static let tagger = "tagger Jane Doe <jane@example.org> 1795276800 +0000\n"
  private static let begin = "-----BEGIN SSH SIGNATURE-----\n"
  private static let end = "-----END SSH SIGNATURE-----\n"

  static let tags: [Spoilt] =
    [
      Spoilt("no bytes", text: ""),
      Spoilt("a line feed alone", text: "\n"),
      Spoilt("headers without the empty line", text: TagObjectTests.headers),
      Spoilt("headers and message without the empty line", "+0000\n\n", "+0000\n"),
      // Order.
      Spoilt("type before object", object + type, type + object),
      Spoilt("tag before type", type + name, name + type),
      Spoilt("tagger before tag", name + tagger, tagger + name),
      // Missing and repeated.
      Spoilt("no object", object, ""),
      Spoilt("no type", type, ""),
      Spoilt("no tag", name, ""),
      Spoilt("no tagger", tagger, ""),
      Spoilt("two objects", object, object + object),
      Spoilt("two types", type, type + type),
      Spoilt("two tags", name, name + name),
      Spoilt("two taggers", tagger, tagger + tagger),
      Spoilt("another object behind the tagger", tagger, tagger + object),
      // Unknown.
      Spoilt("an encoding header", tagger, tagger + "encoding ISO-8859-1\n"),
      Spoilt("an unknown header", tagger, tagger + "extra x\n"),
      Spoilt("a gpgsig header", tagger, tagger + "gpgsig x\n"),
      Spoilt("a gpgsig-sha256 header", tagger, tagger + "gpgsig-sha256 x\n x\n"),
      Spoilt("an unknown header in front", object, "extra x\n" + object),
      Spoilt("a header that is continued", tagger, tagger + " x\n"),
      Spoilt("an empty line in front", object, "\n" + object),
      Spoilt("a header in capitals", "object ", "Object "),
      Spoilt("a tab for a space", "object ", "object\t"),
      Spoilt("two spaces behind object", "object ", "object  "),
      Spoilt("two spaces behind type", "type ", "type  "),
      Spoilt("a space behind the type", "commit\n", "commit \n"),
      // Target.
      Spoilt("a tag of a tree", "type commit", "type tree"),
      Spoilt("a tag of a blob", "type commit", "type blob"),
      Spoilt("a tag of a tag", "type commit", "type tag"),
      Spoilt("a type in capitals", "type commit", "type Commit"),
      Spoilt("upper-case hex", "abcdef", "ABCDEF"),
      Spoilt("a name of 39 digits", "object 0", "object "),
      Spoilt("a name of 41 digits", "object 0", "object 00"),
      Spoilt("a name of 64 digits", "object ", "object 012345678901234567890123"),
      // Tagger.
      Spoilt("a tagger without a name", "tagger Jane Doe <", "tagger <"),
      Spoilt("a tagger of spaces", "tagger Jane Doe <", "tagger  <"),
      Spoilt("two spaces behind tagger", "tagger ", "tagger  "),
      Spoilt("two spaces behind the name", "Doe <", "Doe  <"),
      Spoilt("two spaces behind the address", "> 1", ">  1"),
      Spoilt("two spaces behind the time", "00 +", "00  +"),
      Spoilt("a space behind the time zone", "+0000\n", "+0000 \n"),
      Spoilt("no address", " <jane@example.org>", ""),
      Spoilt("two addresses", "<jane@example.org>", "<jane@example.org> <x>"),
      Spoilt("a bracket in the name", "Jane Doe", "Jane > Doe"),
      Spoilt("a bracket with a mark in the name", "Jane Doe", "Jane <\u{338} Doe"),
      Spoilt("another bracket with a mark in the name", "Jane Doe", "Jane >\u{338} Doe"),
      Spoilt("a zero before the time", " 1795", " 01795"),
      Spoilt("a sign before the time", " 1795", " +1795"),
      Spoilt("a time before 1970", " 1795", " -1795"),
      Spoilt("a time after 9999", "1795276800", "253402300800"),
      Spoilt("a time of 21 digits", "1795276800", "179527680000000000000"),
      Spoilt("no time", " 1795276800", ""),
      Spoilt("no time zone", " +0000", ""),
      Spoilt("a time zone of letters", "+0000", "UTC"),
      Spoilt("a time zone without a sign", "+0000", "0000"),
      Spoilt("a time zone of three digits", "+0000", "+000"),
      Spoilt("a time zone of five digits", "+0000", "+00000"),
      Spoilt("a time zone of 60 minutes", "+0000", "+0060"),
      Spoilt("a time zone of 15 hours", "+0000", "-1500"),
      // Characters.
      Spoilt("a NUL in the message", "approves", "appr\0ves"),
      Spoilt("a carriage return in the message", "approves", "appr\roves"),
      Spoilt("CRLF at the ends of lines", text: TagObjectTests.good.replacing("\n", with: "\r\n")),
      Spoilt("CRLF at the end of the tag header", "jane-doe\n", "jane-doe\r\n"),
      Spoilt("CRLF in the armor", "AQ==\n", "AQ==\r\n"),
      Spoilt("U+202E in the message", "approves", "\u{202E}approves"),
      Spoilt("U+202E in the tagger", "Doe <", "Doe\u{202E} <"),
      Spoilt("U+202E in the name", "1.0/approve", "1.0/\u{202E}approve"),
      Spoilt("U+202E in the armor", "AQ==", "AQ\u{202E}=="),
      Spoilt("an escape sequence", "approves", "\u{1B}[2Japproves"),
      Spoilt("a tab in the message", "Doe approves", "Doe\tapproves"),
      // Signature.
      Spoilt("a line feed behind END", end, end + "\n"),
      Spoilt("text behind END", end, end + "more\n"),
      Spoilt("text behind END without a line feed", end, end + "more"),
      Spoilt("a space behind END", end, String(end.dropLast()) + " \n"),
      Spoilt("END without its line feed", text: String(TagObjectTests.good.dropLast())),
      Spoilt("two signatures", text: TagObjectTests.good + TagObjectTests.armor),
      Spoilt("an SSH and an OpenPGP signature", text: TagObjectTests.good + pgp),
      Spoilt(
        "an OpenPGP and an SSH signature",
        text: TagObjectTests.payload + pgp + TagObjectTests.armor),
      Spoilt("a signature, a line, a signature", end, end + "x\n" + TagObjectTests.armor),
      Spoilt("BEGIN in the message", "Writ-", begin + "\nWrit-"),
      Spoilt("BEGIN of OpenPGP in the message", "Writ-", "-----BEGIN PGP SIGNATURE-----\nWrit-"),
      Spoilt("BEGIN PGP MESSAGE in the message", "Writ-", "-----BEGIN PGP MESSAGE-----\nWrit-"),
      Spoilt("five hyphens in the message", "Writ-", "-----\nWrit-"),
      Spoilt("END in the message", "Writ-", end + "Writ-"),
      Spoilt("BEGIN twice", begin, begin + begin),
      Spoilt("an unknown label", text: TagObjectTests.good.replacing("SSH SIG", with: "SSH2 SIG")),
      Spoilt(
        "PGP MESSAGE", text: TagObjectTests.good.replacing("SSH SIGNATURE", with: "PGP MESSAGE")),
      Spoilt("a label in small letters", "BEGIN SSH", "BEGIN ssh"),
      Spoilt("a space behind BEGIN", "SIGNATURE-----\nU", "SIGNATURE----- \nU"),
      Spoilt("six hyphens before BEGIN", begin, "-" + begin),
      Spoilt("no END", end, ""),
      Spoilt("END of another label", "END SSH SIGNATURE", "END PGP SIGNATURE"),
      Spoilt("an END that is cut short", end, "-----END SSH SIG\n"),
      Spoilt("an empty line in the armor", "AQ==\n", "\nAQ==\n"),
      Spoilt("an empty line behind BEGIN", begin, begin + "\n"),
      Spoilt("an empty line before END", end, "\n" + end),
      Spoilt("an armor line of 77", "AQ==", String(repeating: "A", count: 77)),
      Spoilt("an armor line beyond ASCII", "AQ==", "AQ\u{E9}="),
    ]

  private static let pgp = TagObjectTests.armor.replacing("SSH", with: "PGP")
}
