import Testing

@testable import Objects

/// Folders, as the object database holds them.
@Suite struct TreeObjectTests {
  static let id: [UInt8] = Array(1...20)

  @Test func aTreeOfGitIsRead() throws {
    let repository = try TemporaryRepository()
    let blob = try repository.line(["hash-object", "-w", "--stdin"], input: Array("A".utf8))
    let empty = try repository.line(["mktree"])
    let listing = """
      100644 blob \(blob)\ta b.md
      100755 blob \(blob)\trun
      120000 blob \(blob)\tlink
      040000 tree \(empty)\tsub
      160000 commit \(ObjectID.zero.description.replacing("0", with: "1"))\tmodule
      100644 blob \(blob)\t\u{E9}.md

      """
    let name = try repository.line(["mktree", "--missing"], input: Array(listing.utf8))
    let tree = try TreeObject(repository.git(["cat-file", "tree", name]))
    #expect(tree.entries.count == 6)
    #expect(tree.entry(named: "a b.md")?.kind == .file)
    #expect(tree.entry(named: "run")?.kind == .file)
    #expect(tree.entry(named: "link")?.kind == .symbolicLink)
    #expect(tree.entry(named: "sub")?.kind == .tree)
    #expect(tree.entry(named: "sub")?.id.description == empty)
    #expect(tree.entry(named: "module")?.kind == .submodule)
    #expect(tree.entry(named: "\u{E9}.md")?.id.description == blob)
    #expect(tree.entry(named: "nothing") == nil)
    #expect(tree.entry(named: "") == nil)
    let printed = try repository.line(["ls-tree", "-z", "--name-only", name])
    #expect(tree.entries.map(\.name) == printed.split(separator: "\0").map(String.init))
  }

  @Test func anEmptyTreeHasNoEntries() throws { #expect(try TreeObject([]).entries.isEmpty) }

  /// Two names that look alike and are canonically equal are still two files.
  @Test func aNameIsFoundByItsBytes() throws {
    let other = ObjectID(bytes: Array(21...40))
    let bytes =
      Self.entry("100644", "e\u{301}.md") + Self.entry("100644", "\u{E9}.md", Array(21...40))
    let tree = try TreeObject(bytes)
    #expect(tree.entry(named: "\u{E9}.md")?.id == other)
    #expect(tree.entry(named: "e\u{301}.md")?.id == ObjectID(bytes: Self.id))
    #expect(try TreeObject(Self.entry("100644", "e\u{301}.md")).entry(named: "\u{E9}.md") == nil)
  }

  @Test func bytesThatAreNoTextComeOutRepaired() throws {
    let bytes = Array("100644 a".utf8) + [0xFF, 0] + Self.id
    #expect(try TreeObject(bytes).entries.map(\.name) == ["a\u{FFFD}"])
  }

  // MARK: Comparing

  static func entry(_ mode: String, _ name: String, id byte: UInt8) -> [UInt8] {
    entry(mode, name, [UInt8](repeating: byte, count: 20))
  }

  @Test func whatChangedIsTold() throws {
    let older =
      Self.entry("100644", "a", id: 1) + Self.entry("100644", "b", id: 2)
      + Self.entry("40000", "c", id: 3) + Self.entry("100644", "e", id: 4)
    let newer =
      Self.entry("100644", "a", id: 1) + Self.entry("100644", "b", id: 9)
      + Self.entry("100644", "c", id: 3) + Self.entry("100644", "d", id: 5)
    let (read, changes) = try TreeObject(newer).comparing(older: older)
    #expect(try read == TreeObject(older))
    let told = changes.map { change in
      "\(String(decoding: change.rawName, as: UTF8.self)) \(change.before?.id.firstByte ?? 0) "
        + "\(change.after?.id.firstByte ?? 0)"
    }
    #expect(told == ["b 2 9", "c 0 3", "c 3 0", "d 0 5", "e 4 0"])
  }

  @Test func whereOnlyContentsChangedTheRestIsNotReadAgain() throws {
    func tree(_ ids: [UInt8]) -> [UInt8] {
      ids.enumerated().flatMap { Self.entry("100644", "file-\($0 + 10)", id: $1) }
    }
    let newer = try TreeObject(tree([1, 2, 3, 4, 5]))
    let (older, changes) = try newer.comparing(older: tree([1, 7, 3, 4, 8]))
    #expect(try older == TreeObject(tree([1, 7, 3, 4, 8])))
    #expect(changes.map { $0.before?.id.firstByte } == [7, 8])
    #expect(changes.map { $0.after?.id.firstByte } == [2, 5])
    #expect(older.entries.map { $0.id.firstByte } == [1, 7, 3, 4, 8])
    #expect(try newer.comparing(older: tree([1, 2, 3, 4, 5])).changes.isEmpty)
    #expect(try TreeObject(tree([6, 2]), near: newer).entries.map { $0.id.firstByte } == [6, 2])
    // As strict as where all is read.
    #expect(throws: GrammarError.self) { try newer.comparing(older: tree([1, 0, 3, 4, 5])) }
    #expect(throws: GrammarError.self) { try TreeObject(tree([1, 0, 3, 4, 5]), near: newer) }
    var renamed = tree([1, 2, 3, 4, 5])
    renamed[7] = UInt8(ascii: "/")
    #expect(throws: GrammarError.self) { try newer.comparing(older: renamed) }
  }

  @Test func aFileAndAFolderOfOneNameAreRefusedHoweverFarApart() {
    let bytes =
      Self.entry("100644", "a") + Self.entry("100644", "a-b") + Self.entry("100644", "a.b")
      + Self.entry("40000", "a")
    #expect(throws: GrammarError.self) { try TreeObject(bytes) }
  }

  @Test(arguments: ["", ".", "..", ".git", ".GIT", ".Git", "a/b", "/", "../a", "a/"])
  func aNameThatNoTreeMayHoldIsRefused(_ name: String) {
    #expect(throws: GrammarError.self) { try TreeObject(Self.entry("100644", name)) }
    #expect(throws: GrammarError.self) { try TreeObject(Self.entry("40000", name)) }
  }

  /// What macOS and Windows take for `.git`.
  @Test(arguments: [
    ".g\u{200C}it", ".gIt\u{FEFF}", "git~1", "GIT~1", ".git.", ".git ", ".git . .", ".git:x",
    ".git ::$A", "a\\.git", "\\git~1", "git~1\\a", ".git:\u{301}", "a\\\u{301}\\.git",
  ])
  func aNameThatStandsForGitsFolderIsRefused(_ name: String) {
    #expect(throws: GrammarError.self) { try TreeObject(Self.entry("100644", name)) }
  }

  @Test func whatIsNoTextEndsANameForGit() {
    let bytes = Array("100644 .git".utf8) + [0xCC, 0x7B, 0] + Self.id
    #expect(throws: GrammarError.self) { try TreeObject(bytes) }
  }

  @Test(arguments: [".gitmodules", ".GitModules", ".gitm\u{200D}odules", "gitmod~1", "GI7EBA~1"])
  func aLinkThatStandsForModulesIsRefused(_ name: String) throws {
    #expect(throws: GrammarError.self) { try TreeObject(Self.entry("120000", name)) }
    #expect(try TreeObject(Self.entry("100644", name)).entries.count == 1)
  }

  @Test(arguments: [
    ".gitignore", ".github", "git", ".gi", "x.git", "git~2", ".git-x", ".git\u{E9}",
  ])
  func aNameThatIsOnlyLikeGitsIsRead(_ name: String) throws {
    #expect(try TreeObject(Self.entry("100644", name)).entries.map(\.name) == [name])
  }

  /// Git finds a name by the order: out of it, Git and Writ would see two different folders.
  @Test(arguments: [
    [("100644", "b"), ("100644", "a")], [("40000", "a"), ("100644", "a.b")],
    [("40000", "a"), ("100644", "a-")], [("100644", "a"), ("100644", "B")],
  ])
  func aNameOutOfOrderIsRefused(_ entries: [(mode: String, name: String)]) throws {
    #expect(throws: GrammarError.self) {
      try TreeObject(entries.flatMap { Self.entry($0.mode, $0.name) })
    }
    let inOrder = entries.reversed().flatMap { Self.entry($0.mode, $0.name) }
    #expect(try TreeObject(inOrder).entries.count == 2)
  }

  @Test func anIDOfZerosIsRefused() {
    let zero = [UInt8](repeating: 0, count: 20)
    #expect(throws: GrammarError.self) { try TreeObject(Self.entry("100644", "a", zero)) }
  }

  @Test(arguments: [("100644", "100644"), ("100644", "40000"), ("120000", "100644")])
  func aNameThatStandsTwiceIsRefused(_ first: String, _ second: String) {
    let bytes = Self.entry(first, "a") + Self.entry("100644", "b") + Self.entry(second, "a")
    #expect(throws: GrammarError.self) { try TreeObject(bytes) }
  }

  @Test(arguments: [
    "", "0", "644", "10644", "100648", "+100644", "-100644", " 100644", "0100644", "040000",
    "060000", "010000", "140000", "170000", "1100644", "200100644", "100644x", "0x81a4",
    "777777777777777777777777", "1\u{301}00644",
  ])
  func aModeThatGitNeverWritesIsRefused(_ mode: String) {
    #expect(throws: GrammarError.self) { try TreeObject(Self.entry(mode, "a")) }
  }

  @Test func aTreeThatIsCutShortIsRefused() throws {
    let bytes = Self.entry("100644", "a") + Self.entry("40000", "b")
    let whole = [0, Self.entry("100644", "a").count]
    for count in 0..<bytes.count where !whole.contains(count) {
      #expect(throws: GrammarError.self, "\(count) bytes") {
        try TreeObject(Array(bytes[..<count]))
      }
    }
  }

  static func entry(_ mode: String, _ name: String, _ id: [UInt8] = id) -> [UInt8] {
    Array("\(mode) \(name)\0".utf8) + id
  }
}
