@testable import Approvals
@testable import Objects

extension Reader {
  static let tag = Reader(name: "tag") { bytes in
    guard let tag = try grammatical(bytes, TagObject.init) else { return nil }
    try hold(tag.isWritten(as: bytes), "the tag is not written back")
    return Exhibit(kind: "tag", bytes: bytes)
  }

  static let statement = Reader(name: "statement") { bytes in
    guard let tag = try? TagObject(bytes) else { return nil }
    let statement: Statement
    do throws(StatementProblem) {
      statement = try Statement(tag)
    } catch {
      try hold(!error.reason.isEmpty, "the problem has no words")
      return nil
    }
    try hold(statement.name.description.utf8.elementsEqual(tag.name.utf8), "the name differs")
    try hold(statement.message.utf8.elementsEqual(tag.message.utf8), "the message differs")
    try hold(try Statement(tag) == statement, "it is read otherwise again")
    // What it says is what its parts say when they are put together anew.
    let again = Statement(
      subject: statement.subject, comment: statement.comment, repository: statement.repository,
      governance: statement.governance, name: statement.name, path: statement.path,
      digest: statement.digest, withdraws: statement.withdraws, role: statement.role,
      key: statement.key, seen: statement.seen.reversed())
    try hold(again == statement, "its parts make another statement")
    return Exhibit(kind: "statement", bytes: bytes)
  }

  static let commit = Reader(name: "commit") { bytes in
    let commit = CommitObject(bytes)
    try hold(commit.message.count <= bytes.count, "the message grew")
    try hold(
      (commit.addresses + commit.coAuthorAddresses).allSatisfy { $0.utf8.count <= 3 * bytes.count },
      "an address grew")
    if case .armored(let armor, let payload) = commit.signature {
      try hold(
        isHeader(armor, of: bytes, without: payload), "the signature is not what is left out")
    }
    // What a decision may point at is read by stock Git the same way.
    guard commit.flaw == nil, let tree = commit.tree, let time = commit.time else {
      try hold(commit.flaw.map { (0...bytes.count).contains($0.offset) } ?? false, "no flaw")
      return nil
    }
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    return Exhibit(
      kind: "commit", bytes: bytes,
      reading: [
        tree.description, commit.parents.map(\.description).joined(separator: " "),
        text(commit.author.address), "\(text(commit.committer.address)) \(time.seconds)",
      ].joined(separator: "\n"))
  }

  static let tree = Reader(name: "tree") { bytes in
    guard let tree = try grammatical(bytes, TreeObject.init) else { return nil }
    try hold(tree.entries.count * 23 <= bytes.count, "there are more entries than bytes for them")
    for entry in [tree.entries.first, tree.entries.last].compactMap(\.self) {
      // What is not UTF-8 has no name that anybody could ask for.
      let isText = entry.name.utf8.elementsEqual(entry.rawName)
      try hold(
        !isText || tree.entry(named: entry.name) == entry, "an entry is not found by its name")
    }
    let (same, changes) = try tree.comparing(older: bytes)
    try hold(same == tree && changes.isEmpty, "a tree differs from itself")
    return Exhibit(kind: "tree", bytes: bytes)
  }

  /// What is read; `nil` for what is refused, at a place that must be in the bytes.
  static func grammatical<Value: Equatable>(
    _ bytes: [UInt8], _ read: ([UInt8]) throws(GrammarError) -> Value
  ) throws -> Value? {
    let value: Value
    do throws(GrammarError) {
      value = try read(bytes)
    } catch {
      try hold((0...bytes.count).contains(error.offset), "byte \(error.offset) of \(bytes.count)")
      try hold(!error.reason.isEmpty, "the error has no words")
      return nil
    }
    try hold(try read(bytes) == value, "it is read otherwise again")
    return value
  }

  /// Whether the bytes are the payload with one header `gpgsig` put in, whose value is the armor.
  private static func isHeader(_ armor: [UInt8], of bytes: [UInt8], without payload: [UInt8])
    -> Bool
  {
    // The last line feed may be that of the header, or that of the value in front of an empty line.
    [Array(armor.dropLast()), armor].contains { value in
      let header =
        Array("gpgsig ".utf8) + value.flatMap { $0 == 0x0A ? [0x0A, 0x20] : [$0] } + [0x0A]
      guard bytes.count == payload.count + header.count else { return false }
      let start = zip(bytes, payload).prefix { $0 == $1 }.count
      // The header and what follows it may begin alike.
      return (max(0, start - header.count)...start).contains { start in
        bytes[start...].starts(with: header)
          && bytes[..<start].elementsEqual(payload[..<start])
          && bytes[(start + header.count)...].elementsEqual(payload[start...])
      }
    }
  }
}

extension TagObject {
  fileprivate func isWritten(as bytes: [UInt8]) -> Bool {
    let armor = signature.map { signature in
      (["-----BEGIN \(signature.kind.label)-----"] + signature.lines
        + ["-----END \(signature.kind.label)-----"]).map { "\($0)\n" }.joined()
    }
    guard Self.bytes(payload: payload, armor: Array((armor ?? "").utf8)) == bytes else {
      return false
    }
    // An offset of zero has two spellings.
    let payload = String(decoding: payload, as: UTF8.self)
    let written = Self.payload(target: target, name: name, tagger: tagger, message: message)
    return written.elementsEqual(payload.utf8)
      || tagger.offset == 0
        && written.elementsEqual(
          payload.replacing(
            "> \(tagger.time.seconds) -0000\n", with: "> \(tagger.time.seconds) +0000\n",
            maxReplacements: 1
          )
          .utf8)
  }
}
