import Testing

@testable import Objects

/// Commits: who wrote them, and what their signature is over.
@Suite struct CommitObjectTests {
  static let tree = "tree 0123456789abcdef0123456789abcdef01234567\n"
  static let parent = "parent 89abcdef0123456789abcdef0123456789abcdef\n"
  static let author = "author Jane Doe <jane@example.org> 1795276800 +0100\n"
  static let committer = "committer Sam Lee <sam@example.org> 1795276801 +0000\n"
  static let signature = """
    gpgsig -----BEGIN SSH SIGNATURE-----
     U1NIU0lH
     -----END SSH SIGNATURE-----

    """
  static let armor = "-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----\n"
  static let headers = tree + parent + author + committer
  static let plain = headers + "\nA change\n"

  @Test func theFieldsAreThoseOfTheBytes() throws {
    let commit = read(Self.plain)
    #expect(commit.tree?.description == "0123456789abcdef0123456789abcdef01234567")
    #expect(commit.parents.map(\.description) == ["89abcdef0123456789abcdef0123456789abcdef"])
    #expect(commit.author.name == Array("Jane Doe".utf8))
    #expect(commit.committer.address == Array("sam@example.org".utf8))
    #expect(commit.addresses == ["jane@example.org", "sam@example.org"])
    #expect(commit.time == Instant(seconds: 1_795_276_801))
    #expect(commit.flaw == nil)
    #expect(message(commit) == "A change\n")
    #expect(commit.signature == .none)
  }

  @Test(arguments: [0, 1, 2, 8])
  func parentsStandInOrder(_ count: Int) throws {
    let ids = (0..<count).map { "\($0)" + String(repeating: "a", count: 39) }
    let text = Self.tree + ids.map { "parent \($0)\n" }.joined() + Self.author + Self.committer
    #expect(read(text + "\n").parents.map(\.description) == ids)
  }

  @Test(arguments: [
    "encoding ISO-8859-1\n", "mergetag object x\n type commit\n \n x\n", "HG:x y\n",
  ])
  func headersOfOtherToolsArePassedOver(_ header: String) throws {
    let commit = read(Self.headers + header + "\nA\n")
    #expect(commit.signature == .none)
    #expect(message(commit) == "A\n")
  }

  @Test func aMessageMayBeAnyBytesButNUL() {
    let commit = CommitObject(Array(Self.plain.utf8) + [0xE9])
    #expect(Array(commit.message) == Array("A change\n".utf8) + [0xE9])
    #expect(commit.flaw == nil)
    #expect(CommitObject(Array(Self.plain.utf8) + [0]).flaw != nil)
  }

  @Test func aSignatureIsTakenOutOfWhatItIsOver() throws {
    #expect(
      read(Self.headers + Self.signature + "\nA change\n").signature
        == .armored(armor: Array(Self.armor.utf8), payload: Array(Self.plain.utf8)))
  }

  @Test func headersAroundTheSignatureAreSignedToo() throws {
    let before = "encoding UTF-8\n"
    let after = "HG:x y\n z\n"
    let text = Self.headers + before + Self.signature + after + "\nA\n"
    #expect(
      read(text).signature
        == .armored(
          armor: Array(Self.armor.utf8),
          payload: Array((Self.headers + before + after + "\nA\n").utf8)))
  }

  @Test func aSignatureInTheMessageAloneIsNone() throws {
    #expect(read(Self.plain + Self.armor).signature == .none)
    #expect(read(Self.plain + Self.signature).signature == .none)
    #expect(read(Self.headers + "\n" + Self.signature + "\nA\n").signature == .none)
  }

  @Test func aSignatureInsideAMergedTagIsNone() throws {
    let merged =
      "mergetag object x\n gpgsig x\n \(Self.armor.dropLast().replacing("\n", with: "\n "))\n"
    #expect(read(Self.headers + merged + "\nA\n").signature == .none)
  }

  @Test(arguments: [
    signature + signature, signature + "encoding UTF-8\n" + signature,
    "gpgsigfoo x\n", "gpgsig-sha256 x\n", "gpgsig\n", signature + "gpgsigfoo x\n",
    "gpgsig-sha256 x\n" + signature, signature + signature + "gpgsig-sha256 x\n",
  ])
  func whatOnlyLooksLikeASignatureIsBad(_ headers: String) throws {
    guard case .bad = read(Self.headers + headers + "\nA\n").signature else {
      Issue.record("not bad")
      return
    }
  }

  @Test(arguments: [
    "", "\n", tree, headers, plain.replacing(tree, with: ""), plain.replacing(author, with: ""),
    plain.replacing(committer, with: ""), plain.replacing(tree, with: tree + tree),
    plain.replacing(author, with: author + author),
    plain.replacing(author, with: author + author.replacing("Jane", with: "Eve")),
    plain.replacing(committer, with: committer + committer),
    plain.replacing(committer, with: committer + author),
    plain.replacing(committer, with: committer + "encoding x\n" + author),
    plain.replacing(committer, with: committer + signature + parent),
    plain.replacing(committer, with: committer + tree),
    plain.replacing(tree + parent, with: parent + tree),
    plain.replacing(author + committer, with: committer + author),
    plain.replacing(parent + author, with: author + parent),
    plain.replacing("change", with: "ch\0nge"), plain + "\0", plain.replacing("Jane", with: "\0"),
    plain.replacing("abcdef", with: "ABCDEF"), plain.replacing("tree 0", with: "tree "),
    plain.replacing("parent 8", with: "parent 88"), plain.replacing("tree ", with: "tree  "),
    plain.replacing("+0100", with: "+01000"), plain.replacing(" 1795276800", with: " 01795276800"),
    plain.replacing("> 1", with: ">  1"), plain.replacing("Jane Doe", with: "Jane <\u{338} Doe"),
    plain.replacing("\n", with: "\r\n"), "x y\n" + plain,
  ])
  func noDecisionMayPointAtAnotherCommit(_ text: String) {
    #expect(read(text).flaw != nil)
  }

  /// Latin-1 is a flaw unless the commit says that it is that.
  @Test func namesAreUTF8UnlessAnEncodingIsNamed() {
    let odd =
      Array(Self.tree.utf8) + Array("author Kim R".utf8) + [0xE4]
      + Array("y <kim@example.org> 1 +0000\n".utf8)
    let rest = Array(Self.committer.utf8)
    #expect(CommitObject(odd + rest + Array("\nA\n".utf8)).flaw != nil)
    let named = CommitObject(odd + rest + Array("encoding ISO-8859-1\n\nA\n".utf8))
    #expect(named.flaw == nil && named.encoding == "ISO-8859-1")
    #expect(named.addresses == ["kim@example.org", "sam@example.org"])
  }

  // MARK: Commits that no Git of today writes

  @Test(arguments: [
    ("Jane <j@x> 1312735823 +051800", ["j@x"]), ("Jane <j@x> -1 +0000", ["j@x"]),
    ("Jane <j@x> 99999999999999 +0000", ["j@x"]), ("Jane <j@x> <more> 1 +0000", ["j@x", "more"]),
    ("Jane <j@x>", ["j@x"]), ("Jane", []), ("<>", []), ("<<j@x> 1 +0000", ["j@x"]),
    ("<a <b@x> c> d", ["b@x"]), ("\0 <j@x> 1 +0000", ["j@x"]), ("> <j@x", []),
  ])
  func addressesAreFoundInWhateverAnAuthorLineSays(_ line: String, _ addresses: [String]) {
    let commit = read(Self.tree + "author \(line)\n" + Self.committer + "\nA\n")
    #expect(commit.addresses == addresses + ["sam@example.org"])
    #expect(commit.tree != nil && commit.time == Instant(seconds: 1_795_276_801))
  }

  @Test func everyLineOfAnAuthorCounts() {
    let second = Self.author.replacing("jane", with: "eve")
    for text in [
      Self.headers.replacing(Self.author, with: Self.author + second),
      Self.headers + "encoding x\n" + second,
      Self.headers.replacing(Self.author, with: "") + second,
    ] {
      #expect(read(text + "\nA\n").addresses.contains("eve@example.org"), "\(text)")
      #expect(read(text + "\nA\n").flaw != nil)
    }
    // What stands in the lines of another header is not one.
    let inside = "mergetag object x\n author Eve <eve@example.org> 1 +0000\n"
    #expect(read(Self.headers + inside + "\nA\n").addresses.count == 2)
  }

  @Test(arguments: [
    ("1795276801 +0000", 1_795_276_801), ("1795276801 +051800", 1_795_276_801),
    ("1795276801", 1_795_276_801),
    ("-1 +0000", nil), ("99999999999999 +0000", nil), ("", nil), ("tomorrow +0000", nil),
    ("253402300800 +0000", nil),
  ])
  func theTimeIsReadWhateverZoneStandsBehindIt(_ when: String, _ seconds: Int64?) {
    let commit = read(Self.tree + Self.author + "committer S <s@x> \(when)\n\nA\n")
    #expect(commit.time == seconds.map { Instant(seconds: $0) })
  }

  @Test(arguments: [
    "", "\n", "x y\n" + plain, plain.replacing("tree 0", with: "tree "),
    plain.replacing("parent 8", with: "parent 88"),
    plain.replacing("parent 89ab", with: "parent zzzz"),
    parent + tree + author, "tree", tree + "parent\n" + author,
  ])
  func theWayOnIsTheFirstLinesOrNone(_ text: String) {
    let commit = read(text)
    #expect(commit.tree == nil && commit.parents.isEmpty && commit.flaw != nil)
  }

  @Test func aWayOnInCapitalsIsFollowedAsGitDoes() {
    let commit = read(Self.plain.replacing("abcdef", with: "ABCDEF"))
    #expect(commit.tree?.description == "0123456789abcdef0123456789abcdef01234567")
    #expect(commit.parents.count == 1 && commit.flaw != nil)
  }

  @Test func aCommitMayEndAnywhere() {
    for end in 0...Self.plain.utf8.count {
      let commit = CommitObject(Array(Self.plain.utf8.prefix(end)))
      _ = (commit.signature, commit.addresses, commit.coAuthorAddresses, commit.author)
      #expect((commit.flaw == nil) == (end >= (Self.headers + "\n").utf8.count), "\(end) bytes")
    }
  }

  @Test(arguments: [
    ("A\n\nCo-authored-by: Sam <sam@example.org>\n", ["sam@example.org"]),
    ("A\n\nco-Authored-By: Sam <s@x>\nCO-AUTHORED-BY:<e@x>\n", ["s@x", "e@x"]),
    ("A\r\n\r\nCo-authored-by: Sam <s@x>\r\nCo-authored-by: Eve <e@x>\r\n", ["s@x", "e@x"]),
    ("A\n\nCo-authored-by: Sam <s@x>", ["s@x"]),
    ("A\n\nCo-authored-by: Sam\nSigned-off-by: Eve <e@x>\n", []),
    ("A <a@x>\n\n Co-authored-by: Sam > <\n", []),
    ("A\0\nCo-authored-by: Sam <s@x>\n", ["s@x"]), ("A\0Co-authored-by: Sam <s@x>\0\n", ["s@x"]),
    ("A\n\nCo-authored-by: Sam <s@x> <e@x>\n", ["s@x", "e@x"]),
  ])
  func coAuthorsAreThoseOfTheTrailers(_ message: String, _ emails: [String]) throws {
    #expect(read(Self.headers + "\n" + message).coAuthorAddresses == emails)
  }

  // MARK: Commits of the machine's git

  @Test func aCommitThatGitSignedIsOverWhatGitSigned() throws {
    let repository = try TemporaryRepository()
    try repository.makeSigningKey()
    try repository.git(["commit", "-q", "--allow-empty", "-S", "-m", "A\n\nMore: äöü"])
    let commit = CommitObject(try repository.git(["cat-file", "commit", "HEAD"]))
    guard case .armored(let armor, let payload) = commit.signature else {
      Issue.record("no signature")
      return
    }
    #expect(try repository.succeeds(["verify-commit", "HEAD"]))
    #expect(try repository.verifies(armor: armor, payload: payload))
    #expect(try !repository.verifies(armor: armor, payload: payload + [UInt8(ascii: "\n")]))
    #expect(message(commit) == "A\n\nMore: äöü\n")
    #expect(CommitObject(payload).signature == .none)
  }

  @Test func aMergeOfASignedTagIsSignedOverTheTag() throws {
    let repository = try TemporaryRepository()
    try repository.makeSigningKey()
    try repository.git(["commit", "-q", "--allow-empty", "-m", "A"])
    try repository.git(["checkout", "-q", "-b", "side"])
    try repository.git(["commit", "-q", "--allow-empty", "-m", "B"])
    try repository.git(["tag", "-s", "-m", "B", "b"])
    try repository.git(["checkout", "-q", "main"])
    try repository.git(["merge", "-q", "--no-ff", "-m", "Merge", "b"])
    let unsigned = CommitObject(try repository.git(["cat-file", "commit", "HEAD"]))
    #expect(unsigned.parents.count == 2)
    #expect(unsigned.signature == .none)

    try repository.git(["commit", "-q", "--amend", "-S", "-m", "Merge"])
    let bytes = try repository.git(["cat-file", "commit", "HEAD"])
    #expect(String(decoding: bytes, as: UTF8.self).contains("\nmergetag "))
    guard case .armored(let armor, let payload) = CommitObject(bytes).signature else {
      Issue.record("no signature")
      return
    }
    #expect(try repository.verifies(armor: armor, payload: payload))
  }

  @Test func anUnsignedCommitOfGitHasNoSignature() throws {
    let repository = try TemporaryRepository()
    try repository.git(["commit", "-q", "--allow-empty", "-m", "A"])
    let commit = CommitObject(try repository.git(["cat-file", "commit", "HEAD"]))
    #expect(commit.signature == .none)
    #expect(commit.parents.isEmpty)
    #expect(commit.author == commit.committer)
  }

  private func message(_ commit: CommitObject) -> String {
    String(decoding: commit.message, as: UTF8.self)
  }

  private func read(_ text: String) -> CommitObject { CommitObject(Array(text.utf8)) }
}
