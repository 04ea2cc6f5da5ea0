import Testing

@testable import Objects

/// Tags that the machine's `git` made, and tags that it is asked about.
@Suite struct TagAndGitTests {
  @Test(arguments: ["Jane Doe approves\n", "One\n\nZwei äöü\n\nWrit-Statement: 1\n", ""])
  func aTagThatGitSignedIsReadAndGivesItsBytesBack(_ message: String) throws {
    let repository = try TemporaryRepository()
    try repository.makeSigningKey()
    try repository.git(["commit", "-q", "--allow-empty", "-m", "A"])
    try repository.git([
      "tag", "-s", "--cleanup=verbatim", "-m", message, "writ/a/1.0/approve/jane",
    ])
    let bytes = try repository.git(["cat-file", "tag", "writ/a/1.0/approve/jane"])

    let tag = try TagObject(bytes)
    #expect(tag.target.description == (try repository.line(["rev-parse", "HEAD"])))
    #expect(tag.name == "writ/a/1.0/approve/jane")
    #expect(tag.tagger.description == "Jane Doe <jane@example.org> 1795276800 +0000")
    #expect(TagObject.bytes(payload: tag.payload, armor: try tag.armor) == bytes)
    #expect(try repository.verifies(armor: tag.armor, payload: tag.payload))
    #expect(try repository.succeeds(["verify-tag", "writ/a/1.0/approve/jane"]))
  }

  /// Never laxer than Git: what is read here, `git mktag --strict` takes too.
  @Test func whatIsReadHereGitTakesToo() throws {
    let repository = try TemporaryRepository()
    let tree = try repository.line(["mktree"])
    let commit = try repository.line(["commit-tree", "-m", "A", tree])
    let good = TagObjectTests.good.replacing(
      "0123456789abcdef0123456789abcdef01234567", with: commit)
    let fixed = "object \(commit)\ntype commit\ntag writ/".utf8.count

    var candidates = Self.variations.map { Array(good.replacing($0.0, with: $0.1).utf8) }
    var random = SplitMix64(state: 20_261_201)
    for _ in 0..<2000 {
      var changed = Array(good.utf8.dropFirst(fixed))
      for _ in 0...Int.random(in: 0..<3, using: &random) { changed.change(using: &random) }
      candidates.append(Array(good.utf8.prefix(fixed)) + changed)
    }
    var accepted = 0
    for candidate in candidates {
      guard accepted < 150, let tag = try? TagObject(candidate) else { continue }
      // A header that can be no ref's name is refused where it is compared with the ref.
      guard try repository.succeeds(["check-ref-format", "refs/tags/\(tag.name)"]) else { continue }
      accepted += 1
      let taken = try repository.succeeds(["mktag", "--strict"], input: candidate)
      #expect(taken, "\(String(decoding: candidate, as: UTF8.self))")
    }
    #expect(accepted >= 60)
  }

  static let variations = [
    ("+0000", "-0000"), ("+0000", "+1459"), ("1795276800", "0"), ("1795276800", "253402300799"),
    ("Jane Doe <", "<"), ("Jane Doe <", " <"), ("Jane Doe", "."), ("Jane Doe", " Jane"),
    ("Jane Doe", "A <\u{338}"), ("Jane Doe", "A >\u{338}"), ("jane@example.org", ""),
    ("jane@example.org", " a b "), ("jane@example.org>", "jane@example.org>\u{338}"),
    ("Jane Doe <", "Jane\u{600} <"), ("Jane Doe", "Zoë 李"), ("Jane Doe", "\u{2028}"),
    ("approves", ""), ("approves", "\u{2028}\u{AD}\u{E0041}"), ("writ/", "x"),
    ("SSH SIGNATURE", "PGP SIGNATURE"), ("SSH SIGNATURE", "SIGNED MESSAGE"),
    ("AQ==", "A Q: ="), (TagObjectTests.armor, ""), (TagObjectTests.message, ""),
    (TagObjectTests.message + TagObjectTests.armor, ""),
  ]

  /// Where Git finds the signature, it is found here, so both check the same bytes.
  @Test func gitSeesTheSamePayload() throws {
    let repository = try TemporaryRepository()
    let tree = try repository.line(["mktree"])
    let commit = try repository.line(["commit-tree", "-m", "A", tree])
    let good = TagObjectTests.good.replacing(
      "0123456789abcdef0123456789abcdef01234567", with: commit)
    for kind in TagObject.SignatureKind.allCases {
      let bytes = Array(good.replacing("SSH SIGNATURE", with: kind.label).utf8)
      let id = try repository.line(["hash-object", "-t", "tag", "-w", "--stdin"], input: bytes)
      try repository.git(["update-ref", "refs/tags/x", id])
      let signature = try repository.git([
        "for-each-ref", "--format=%(contents:signature)", "refs/tags/x",
      ])
      #expect(signature == Array(try TagObject(bytes).armor) + [UInt8(ascii: "\n")])
    }
  }
}

extension TagObject {
  /// The armor put together again from what was read of it.
  var armor: [UInt8] {
    get throws {
      guard let signature else { throw GrammarError("there is no signature", at: 0) }
      let lines = signature.lines.map { "\($0)\n" }.joined()
      return Array(
        "-----BEGIN \(signature.kind.label)-----\n\(lines)-----END \(signature.kind.label)-----\n"
          .utf8)
    }
  }
}
