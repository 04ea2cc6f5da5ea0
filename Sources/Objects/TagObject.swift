/// An annotated tag, read byte for byte.
///
/// The grammar is narrower than Git's (`git-mktag`, `gitformat-signature`): exactly the headers
/// `object`, `type commit`, `tag`, `tagger`, in this order; a message of allowed characters; at
/// most one signature, and nothing behind it. Whatever passes here, Git reads the same way.
public struct TagObject: Hashable, Sendable {
  /// What kind of signature the armor says it is.
  public enum SignatureKind: Sendable, CaseIterable {
    /// `SSH SIGNATURE`: an SSHSIG blob.
    case ssh
    /// `SIGNED MESSAGE`: a CMS structure.
    case cms
    /// `PGP SIGNATURE`: OpenPGP packets.
    case openPGP

    /// The words between `-----BEGIN ` and `-----`.
    public var label: String {
      switch self {
      case .ssh: "SSH SIGNATURE"
      case .cms: "SIGNED MESSAGE"
      case .openPGP: "PGP SIGNATURE"
      }
    }
  }

  /// The armored signature at the end of a tag.
  public struct Signature: Hashable, Sendable {
    /// What the BEGIN line says.
    public let kind: SignatureKind
    /// The lines between BEGIN and END, none of them empty or longer than 76 characters.
    public let lines: [String]
  }

  /// The commit that the tag points at.
  public let target: ObjectID
  /// The name in the `tag` header, without `refs/tags/`.
  public let name: String
  /// Who tagged, and the time that they claim.
  public let tagger: Ident
  /// Every byte before the BEGIN line: what the signature is over.
  public let payload: [UInt8]
  private let messageStart: Int
  /// The signature; `nil` for a tag without one.
  public let signature: Signature?

  /// Reads the raw bytes of a tag object.
  ///
  /// Throws `GrammarError` for: another, missing, repeated or reordered header; a target that is
  /// not said to be a commit; a tagger without a name; a character that statements may not hold; a line of the message that
  /// begins with five hyphens; a signature that is cut short, of an unknown label, followed by
  /// anything, or armored in empty or over-long lines.
  public init(_ bytes: [UInt8]) throws(GrammarError) {
    var reader = ByteReader(bytes)

    let targetLine = try utf8(reader.header("object"), at: 0)
    guard let target = ObjectID(hex: targetLine) else {
      throw GrammarError("the object's name is not 40 lower-case hex digits", at: 0)
    }
    let typeOffset = reader.offset
    guard try reader.header("type").elementsEqual("commit".utf8) else {
      throw GrammarError("the target is not said to be a commit", at: typeOffset)
    }
    let nameOffset = reader.offset
    name = try utf8(reader.header("tag"), at: nameOffset)
    let taggerOffset = reader.offset
    tagger = try Ident(reader.header("tagger"))
    guard Characters.isName(tagger.name) else {
      throw GrammarError("the tagger has no name, or spaces around it", at: taggerOffset)
    }
    let blankOffset = reader.offset
    guard try reader.line().isEmpty else {
      throw GrammarError("an empty line should end the headers", at: blankOffset)
    }

    let messageStart = reader.offset
    while !reader.isAtEnd, !reader.sees("-----") { _ = try reader.line() }
    let messageEnd = reader.offset
    signature = reader.isAtEnd ? nil : try Self.signature(&reader)

    self.target = target
    self.messageStart = messageStart
    payload = Array(bytes[..<messageEnd])
    // Nearly every statement is of these alone.
    guard !payload.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A }) else { return }
    let text = try utf8(payload[...], at: 0)
    if let bad = text.unicodeScalars.first(where: { !Characters.allowedInStatement($0) }) {
      throw GrammarError("the character \(Characters.codePoint(bad)) may not stand here", at: 0)
    }
  }

  /// The text between the headers and the signature; ends with LF unless it is empty.
  public var message: String { String(decoding: payload[messageStart...], as: UTF8.self) }

  /// The bytes of a tag object that is `payload` followed by an armored signature.
  ///
  /// `armor` is the whole armor from the BEGIN line to the END line and its LF, as the signing
  /// program printed it.
  public static func bytes(payload: [UInt8], armor: [UInt8]) -> [UInt8] { payload + armor }

  /// The payload of a tag on `target`: its headers, an empty line, and `message`, which must end
  /// with LF.
  public static func payload(target: ObjectID, name: String, tagger: Ident, message: String)
    -> [UInt8]
  {
    Array("object \(target)\ntype commit\ntag \(name)\ntagger \(tagger)\n\n\(message)".utf8)
  }

  private static func signature(_ reader: inout ByteReader) throws(GrammarError) -> Signature {
    let start = reader.offset
    let begin = try utf8(reader.line(), at: start)
    guard let kind = SignatureKind.allCases.first(where: { begin == "-----BEGIN \($0.label)-----" })
    else { throw GrammarError("a line begins with five hyphens, but no signature", at: start) }

    var lines: [String] = []
    while !reader.sees("-----") {
      let offset = reader.offset
      let line = try reader.line()
      guard !line.isEmpty, line.count <= 76, line.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
        throw GrammarError("a line of the signature is empty, too long or not ASCII", at: offset)
      }
      lines.append(String(decoding: line, as: UTF8.self))
    }
    let endOffset = reader.offset
    guard try reader.line().elementsEqual("-----END \(kind.label)-----".utf8) else {
      throw GrammarError("the signature has no END line", at: endOffset)
    }
    guard reader.isAtEnd else {
      throw GrammarError("something follows the signature", at: reader.offset)
    }
    return Signature(kind: kind, lines: lines)
  }
}
