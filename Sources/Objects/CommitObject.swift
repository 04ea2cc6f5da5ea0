/// A commit, read byte for byte, as far as the history of documents needs it.
///
/// Histories hold commits that no Git of today writes: old tools and other people's wrote them, and they
/// cannot be mended. So whatever can be read of one is read, and nothing that is odd about it hides the
/// rest (`docs/formats.md`, section 3). What a decision may point at is held to the letter: `flaw`.
public struct CommitObject: Hashable, Sendable {
  /// The signature header of a commit.
  public enum Signature: Hashable, Sendable {
    /// There is none.
    case none
    /// There is one: what stands in the header, each line with its LF, and the commit's bytes without
    /// the header, which the signature is over (`gitformat-signature`).
    case armored(armor: [UInt8], payload: [UInt8])
    /// There is something that calls itself a signature but cannot be one, and why.
    case bad(String)
  }

  /// The root tree; `nil` where the way on cannot be read, which is the first line `tree` and the lines
  /// `parent` behind it. Such a commit leads nowhere.
  public let tree: ObjectID?
  /// The parents, in order.
  public let parents: [ObjectID]
  /// When it was committed, as claimed; `nil` where that cannot be read.
  public let time: Instant?
  // What few ask for is read when it is asked for: a history may have a hundred thousand commits.
  private let bytes: [UInt8]
  private let messageStart: Int
  /// The headers behind the parents, each with the lines that go on with it and its last LF.
  private let headers: [Range<Int>]
  /// Whether an empty line ends them.
  private let areEnded: Bool

  /// Reads the raw bytes of a commit object, whatever they are.
  public init(_ bytes: [UInt8]) {
    var lines = LineReader(bytes)
    var (tree, parents) = (Self.id(lines.next(), behind: "tree "), [ObjectID]())
    while tree != nil, lines.sees("parent ") || lines.sees("parent\n") {
      guard let parent = Self.id(lines.next(), behind: "parent ") else {
        (tree, parents) = (nil, [])
        break
      }
      parents.append(parent)
    }
    var headers: [Range<Int>] = []
    var committer: ArraySlice<UInt8>?
    var areEnded = false
    while let line = lines.next() {
      if line.isEmpty {
        areEnded = true
        break
      }
      if line.isHeader("committer") { committer = committer ?? line.value }
      while lines.sees(" ") { _ = lines.next() }
      headers.append(line.startIndex..<lines.offset)
    }
    self.tree = tree
    self.parents = parents
    time = committer.flatMap(Ident.time)
    self.bytes = bytes
    self.headers = headers
    self.areEnded = areEnded
    messageStart = lines.offset
  }

  /// The message, as it stands there.
  public var message: ArraySlice<UInt8> { bytes[messageStart...] }

  /// The value of the header `encoding`, which says what the text is written in; `nil` for UTF-8.
  public var encoding: String? {
    header("encoding").map { String(decoding: $0, as: UTF8.self) }
  }

  /// Who wrote the change, as claimed: the bytes of the first line `author`, up to the address.
  public var author: Attribution { Attribution(header("author") ?? []) }

  /// Who committed it, as claimed, likewise.
  public var committer: Attribution { Attribution(header("committer") ?? []) }

  /// Every address in all lines `author` and `committer`: each part between `<` and the next `>` without
  /// either, the empty ones left out.
  public var addresses: [String] {
    headers.map { bytes[$0].firstLine }.filter { $0.isHeader("author") || $0.isHeader("committer") }
      .flatMap(\.addresses)
  }

  /// The addresses in the lines `Co-authored-by: Name <email>` of the message, likewise. A NUL ends a line:
  /// nothing behind one is hidden.
  public var coAuthorAddresses: [String] {
    let key = Array("co-authored-by:".utf8)
    return message.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") || $0 == 0 }
      .filter { line in
        line.prefix(key.count).elementsEqual(key) { $0 == $1 || $0 | 0x20 == $1 }
      }.flatMap(\.addresses)
  }

  /// The signature over the commit.
  public var signature: Signature {
    let alike = headers.filter { bytes[$0].starts(with: "gpgsig".utf8) }
    guard let header = alike.first else { return .none }
    guard alike.count == 1 else { return .bad("there are several signatures") }
    guard bytes[header].firstLine.isHeader("gpgsig") else {
      return .bad("a header looks like a signature, but is none")
    }
    guard bytes[header].last == UInt8(ascii: "\n") else { return .bad("it is cut short") }
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

  /// Why no decision may point at this commit, since Git would not write it so; `nil` where one may.
  ///
  /// Git writes `tree`, the parents, one `author` and one `committer`, each with a name, one address, a
  /// time and a zone that there is, in UTF-8 unless `encoding` says otherwise; and no NUL anywhere.
  /// Further headers, and what the message says, are no fault.
  public var flaw: GrammarError? {
    do throws(GrammarError) {
      try refuseFlaws()
      return nil
    } catch { return error }
  }

  private func refuseFlaws() throws(GrammarError) {
    guard tree != nil else {
      throw GrammarError("its first lines do not name a folder and the states before it", at: 0)
    }
    if let capital = bytes[..<(headers.first?.lowerBound ?? bytes.count)].firstIndex(where: {
      (UInt8(ascii: "A")...UInt8(ascii: "F")).contains($0)
    }) {
      throw GrammarError("the object's name is not 40 lower-case hex digits", at: capital)
    }
    if let nul = bytes.span.firstIndex(of: 0, from: 0) {
      throw GrammarError("a NUL stands here", at: nul)
    }
    let isUTF8 = encoding == nil
    try refuseFlaw(at: 0, of: "author", isUTF8)
    try refuseFlaw(at: 1, of: "committer", isUTF8)
    for header in headers.dropFirst(2) {
      let line = bytes[header].firstLine
      guard !line.isHeader("tree"), !line.isHeader("parent"), !line.isHeader("author"),
        !line.isHeader("committer")
      else {
        throw GrammarError(
          "a header of every commit stands again or too late", at: header.lowerBound)
      }
    }
    guard areEnded else { throw GrammarError("no empty line ends its headers", at: bytes.count) }
  }

  /// Refuses what does not say in Git's form, in one line, who did it when.
  private func refuseFlaw(at place: Int, of name: StaticString, _ isUTF8: Bool) throws(GrammarError)
  {
    guard place < headers.count, bytes[headers[place]].firstLine.isHeader(name) else {
      throw GrammarError("the header \"\(name)\" should stand here", at: messageStart)
    }
    let line = bytes[headers[place]].firstLine
    guard line.endIndex + 1 == headers[place].upperBound else {
      throw GrammarError("the header \"\(name)\" should have one line", at: line.startIndex)
    }
    let parts = try Ident.Parts(line.value)
    if isUTF8 { _ = try parts.text }
  }

  /// What stands behind the first header of that name.
  private func header(_ name: StaticString) -> ArraySlice<UInt8>? {
    headers.lazy.map { bytes[$0].firstLine }.first { $0.isHeader(name) }?.value
  }

  private static func id(_ line: ArraySlice<UInt8>?, behind name: StaticString) -> ObjectID? {
    guard let line, line.count == name.utf8CodeUnitCount + 40, line.begins(with: name) else {
      return nil
    }
    // Git reads capital digits too, though it writes none.
    return ObjectID(
      hexDigits: line.dropFirst(name.utf8CodeUnitCount).map { byte in
        (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte) ? byte | 0x20 : byte
      })
  }
}

/// Who wrote or committed a change, as a commit claims it: bytes in whatever encoding it has.
public struct Attribution: Hashable, Sendable {
  /// The name; empty where there is none.
  public let name: [UInt8]
  /// The first address; empty where there is none.
  public let address: [UInt8]

  /// Reads what stands behind `author ` or `committer `, as Git does: the name up to the first `<`, the
  /// address up to the next `>`.
  init(_ value: ArraySlice<UInt8>) {
    let open = value.firstIndex(of: UInt8(ascii: "<")) ?? value.endIndex
    let rest = value[open...].dropFirst()
    name = value[..<open].trimmingSpaces
    address = Array(rest.prefix { $0 != UInt8(ascii: ">") })
  }
}

/// Reads lines one after another; the last need not end.
private struct LineReader {
  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether the bytes to come begin with `prefix`.
  func sees(_ prefix: StaticString) -> Bool { bytes[offset...].begins(with: prefix) }

  /// The bytes up to the next LF, which is read but not given; `nil` at the end.
  mutating func next() -> ArraySlice<UInt8>? {
    guard offset < bytes.count else { return nil }
    let end = bytes.span.firstIndex(of: UInt8(ascii: "\n"), from: offset) ?? bytes.count
    defer { offset = min(end + 1, bytes.count) }
    return bytes[offset..<end]
  }
}

extension ArraySlice<UInt8> {
  fileprivate func begins(with prefix: StaticString) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard count >= length else { return false }
    for index in 0..<length where self[startIndex + index] != prefix.utf8Start[index] {
      return false
    }
    return true
  }

  /// Whether it is a header of that name.
  fileprivate func isHeader(_ name: StaticString) -> Bool {
    let end = startIndex + name.utf8CodeUnitCount
    return end < endIndex && begins(with: name) && self[end] == UInt8(ascii: " ")
  }

  /// What stands behind the first space.
  fileprivate var value: ArraySlice<UInt8> { drop { $0 != UInt8(ascii: " ") }.dropFirst() }

  fileprivate var firstLine: ArraySlice<UInt8> { prefix { $0 != UInt8(ascii: "\n") } }

  fileprivate var trimmingSpaces: [UInt8] {
    let start = drop { $0 == UInt8(ascii: " ") }
    return Array(start.reversed().drop { $0 == UInt8(ascii: " ") }.reversed())
  }

  /// Each part between `<` and the next `>` without either; the empty ones are none.
  fileprivate var addresses: [String] {
    var found: [String] = []
    var start: Int?
    for index in indices {
      if self[index] == UInt8(ascii: "<") {
        start = index + 1
      } else if self[index] == UInt8(ascii: ">") {
        if let start, start < index {
          found.append(String(decoding: self[start..<index], as: UTF8.self))
        }
        start = nil
      }
    }
    return found
  }
}
