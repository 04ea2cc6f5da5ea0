/// A commit, read byte for byte, as far as the history of documents needs it.
///
/// Headers that other tools add (`encoding`, `mergetag`, `HG:…`) are passed over; what decides who
/// wrote and who signed is held to the letter.
public struct CommitObject: Hashable, Sendable {
  /// The signature header of a commit.
  public enum Signature: Hashable, Sendable {
    /// There is none.
    case none
    /// There is a well-formed one: the armor with its BEGIN and END lines and last LF, and the
    /// commit's bytes without the header, which the signature is over (`gitformat-signature`).
    case armored(armor: [UInt8], payload: [UInt8])
    /// There is something that calls itself a signature but cannot be one, and why.
    case bad(String)
  }

  /// The root tree.
  public let tree: ObjectID
  /// The parents, in order.
  public let parents: [ObjectID]
  /// Who wrote the change, as claimed.
  public let author: Ident
  /// Who committed it, as claimed.
  public let committer: Ident
  // What few ask for is read when it is asked for: a history may have a hundred thousand commits.
  private let bytes: [UInt8]
  private let messageStart: Int
  private let signatures: [Range<Int>]
  private let hasLookalike: Bool

  /// Reads the raw bytes of a commit object.
  ///
  /// Throws `GrammarError` where tree, parents, author and committer do not stand once, in Git's
  /// order, in Git's form, or a NUL stands anywhere.
  public init(_ bytes: [UInt8]) throws(GrammarError) {
    if let nul = bytes.span.firstIndex(of: 0, from: 0) {
      throw GrammarError("a NUL stands here", at: nul)
    }
    var reader = ByteReader(bytes)
    tree = try Self.id(reader.header("tree"))
    var parents: [ObjectID] = []
    while reader.sees("parent ") { parents.append(try Self.id(reader.header("parent"))) }
    self.parents = parents
    author = try Ident(reader.header("author"))
    committer = try Ident(reader.header("committer"))

    var signatures: [Range<Int>] = []
    var hasLookalike = false
    while true {
      let start = reader.offset
      if reader.sees("tree ") || reader.sees("parent ") || reader.sees("author ")
        || reader.sees("committer ")
      {
        throw GrammarError("a header of every commit stands again or too late", at: start)
      }
      let isSignature = reader.sees("gpgsig ")
      hasLookalike = hasLookalike || reader.sees("gpgsig") && !isSignature
      if try reader.line().isEmpty { break }
      while reader.sees(" ") { _ = try reader.line() }
      if isSignature { signatures.append(start..<reader.offset) }
    }
    self.signatures = signatures
    self.hasLookalike = hasLookalike
    messageStart = reader.offset
    self.bytes = bytes
  }

  /// The message, UTF-8 repaired where it is none.
  public var message: String { String(decoding: bytes[messageStart...], as: UTF8.self) }

  /// The signature over the commit.
  public var signature: Signature {
    guard let header = signatures.first else {
      return hasLookalike ? .bad("a header looks like a signature, but is none") : .none
    }
    guard signatures.count == 1, !hasLookalike else { return .bad("there are several signatures") }
    // Each line but the first begins with a space, which is not its own.
    var armor: [UInt8] = []
    for line in bytes[header].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast()
    {
      armor += line.dropFirst(armor.isEmpty ? "gpgsig ".utf8.count : 1)
      armor.append(UInt8(ascii: "\n"))
    }
    // The header of one tool ends with an empty line of its own, that of others does not.
    if armor.suffix(2).elementsEqual([UInt8(ascii: "\n"), UInt8(ascii: "\n")]) {
      armor.removeLast()
    }
    var payload = bytes
    payload.removeSubrange(header)
    return .armored(armor: armor, payload: payload)
  }

  /// The addresses in `Co-authored-by: Name <email>` lines of the message.
  public var coAuthorEmails: [String] {
    message.split(whereSeparator: \.isNewline).compactMap { line in
      guard line.lowercased().hasPrefix("co-authored-by:"), let open = line.lastIndex(of: "<"),
        let close = line.lastIndex(of: ">"), open < close
      else { return nil }
      return String(line[line.index(after: open)..<close])
    }
  }

  private static func id(_ bytes: ArraySlice<UInt8>) throws(GrammarError) -> ObjectID {
    guard let id = ObjectID(hexDigits: bytes) else {
      throw GrammarError("the object's name is not 40 lower-case hex digits", at: bytes.startIndex)
    }
    return id
  }
}
