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
  /// The message, UTF-8 repaired where it is none.
  public let message: String
  /// The signature over the commit.
  public let signature: Signature

  /// Reads the raw bytes of a commit object.
  ///
  /// Throws `GrammarError` where tree, parents, author and committer do not stand once, in Git's
  /// order, in Git's form, or a NUL stands anywhere.
  public init(_ bytes: [UInt8]) throws(GrammarError) {
    if let nul = bytes.firstIndex(of: 0) { throw GrammarError("a NUL stands here", at: nul) }
    var reader = ByteReader(bytes)
    tree = try Self.id(reader.header("tree"))
    var parents: [ObjectID] = []
    while reader.sees("parent ") { parents.append(try Self.id(reader.header("parent"))) }
    self.parents = parents
    author = try Ident(reader.header("author"))
    committer = try Ident(reader.header("committer"))

    var signatures: [(range: Range<Int>, value: [UInt8])] = []
    var lookalike = false
    while true {
      let start = reader.offset
      let line = try reader.line()
      if line.isEmpty { break }
      for name in ["tree", "parent", "author", "committer"] where line.starts(with: "\(name) ".utf8)
      {
        throw GrammarError("the header \"\(name)\" stands again or too late", at: start)
      }
      var value = Array(line)
      while reader.sees(" ") {
        value.append(UInt8(ascii: "\n"))
        value.append(contentsOf: try reader.line().dropFirst())
      }
      if line.starts(with: "gpgsig ".utf8) {
        signatures.append((start..<reader.offset, Array(value.dropFirst("gpgsig ".utf8.count))))
      } else if line.starts(with: "gpgsig".utf8) {
        lookalike = true
      }
    }
    message = String(decoding: reader.rest(), as: UTF8.self)

    switch signatures.count {
    case 0: signature = lookalike ? .bad("a header looks like a signature, but is none") : .none
    case 1 where !lookalike:
      var armor = signatures[0].value
      if armor.last != UInt8(ascii: "\n") { armor.append(UInt8(ascii: "\n")) }
      var payload = bytes
      payload.removeSubrange(signatures[0].range)
      signature = .armored(armor: armor, payload: payload)
    default: signature = .bad("there are several signatures")
    }
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
    guard let id = ObjectID(hex: String(decoding: bytes, as: UTF8.self)) else {
      throw GrammarError("the object's name is not 40 lower-case hex digits", at: bytes.startIndex)
    }
    return id
  }
}
