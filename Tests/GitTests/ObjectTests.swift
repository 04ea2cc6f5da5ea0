import Foundation
import Objects
import Testing

@testable import Git

/// Objects: what is read is what its name says, or it is an error.
@Suite struct ObjectTests {
  let repository: TemporaryRepository

  init() throws { repository = try TemporaryRepository() }

  @Test func everyTypeIsRead() throws {
    try repository.write("text", to: "a.md")
    try repository.git(["add", "a.md"])
    let commit = try repository.commit()
    try repository.git(["tag", "-a", "-m", "T", "t"])
    let opened = try repository.opened()
    for (revision, type): (String, RawObject.ObjectType) in [
      ("HEAD", .commit), ("HEAD^{tree}", .tree), ("HEAD:a.md", .blob), ("t", .tag),
    ] {
      for pass in ["loose", "packed"] {
        let id = try repository.id(revision)
        let object = try opened.object(id)
        #expect(object.type == type, "\(pass)")
        #expect(object.bytes == (try repository.git(["cat-file", "\(type)", id.description])))
        #expect(try opened.bytes(of: id, as: type) == object.bytes)
        #expect(opened.holds(id))
        try repository.git(["gc", "-q"])
      }
    }
    #expect(try opened.commit(commit).tree == repository.id("HEAD^{tree}"))
    #expect(try opened.tree(repository.id("HEAD^{tree}"))?.entries.map(\.name) == ["a.md"])
  }

  /// As while a push is not taken yet: what it brings lies in a folder of its own.
  @Test func objectsAreReadWhereGitsEnvironmentSaysThatTheyLie() throws {
    let commit = try repository.commit()
    let quarantine = "\(repository.root)/incoming"
    try FileManager.default.createDirectory(
      atPath: quarantine, withIntermediateDirectories: true)
    let environment = [
      "GIT_OBJECT_DIRECTORY": quarantine,
      "GIT_ALTERNATE_OBJECT_DIRECTORIES": "/nowhere:\(repository.folder)/.git/objects",
    ]
    let name = try repository.line(
      ["hash-object", "-w", "--stdin"], input: Array("pushed".utf8), environment: environment)
    let pushed = try #require(ObjectID(hex: name))
    expect(.notFound) { try repository.opened().object(pushed) }

    let opened = try repository.opened(environment: environment)
    #expect(
      opened.objectFolders == [
        "\(quarantine)/", "/nowhere/", "\(repository.folder)/.git/objects/",
      ])
    #expect(try opened.object(pushed).bytes == Array("pushed".utf8))
    #expect(try opened.object(commit).type == .commit)
    // Cut short, libgit2 would never return from it.
    let path = "\(quarantine)/\(name.prefix(2))/\(name.dropFirst(2))"
    let bytes = try Data(contentsOf: URL(filePath: path))
    try FileManager.default.removeItem(atPath: path)
    try bytes.dropLast(4).write(to: URL(filePath: path))
    expect(.damaged) { try opened.object(pushed) }
  }

  /// What somebody chose to name is no damage: it is no folder, and a commit that leads nowhere.
  @Test func anotherTypeIsNotWhatIsAskedFor() throws {
    let commit = try repository.commit()
    let opened = try repository.opened()
    expect(.damaged) { try opened.bytes(of: commit, as: .blob) }
    #expect(try opened.tree(commit) == nil)
    #expect(try opened.commit(repository.id("HEAD^{tree}")).tree == nil)
    let empty = try #require(try opened.tree(opened.write([], as: .tree)))
    #expect(try opened.comparing(empty, older: commit) == nil)
  }

  @Test func whatIsNotDatedIsAsOldAsTheNewestThatItComesFrom() throws {
    let opened = try repository.opened()
    let tree = try opened.write([], as: .tree)
    func commit(_ when: String, _ parents: ObjectID...) throws -> ObjectID {
      try opened.write(
        Array(
          ("tree \(tree)\n" + parents.map { "parent \($0)\n" }.joined()
            + "author A <a@x> \(when)\ncommitter A <a@x> \(when)\n\nA\n").utf8), as: .commit)
    }
    let (old, new) = (try commit("100 +0000"), try commit("200 +9900"))
    let merge = try commit("-1 +0000", old, new)
    let last = try commit("never", merge)
    #expect(try opened.time(of: last) == Instant(seconds: 200))
    #expect(try opened.time(of: commit("no")) == Instant(seconds: 0))
    let order = try opened.ancestry(of: [last]).commits
    #expect(order.map(\.id) == [last, merge, new, old])
    #expect(order.map(\.time.seconds) == [200, 200, 200, 100])
  }

  @Test func whatIsNotThereIsNotFound() throws {
    let opened = try repository.opened()
    let id = try #require(ObjectID(hex: String(repeating: "1", count: 40)))
    expect(.notFound) { try opened.object(id) }
    expect(.notFound) { try opened.object(.zero) }
    #expect(!opened.holds(id))
  }

  @Test func anObjectOverTheLimitIsNotRead() throws {
    let id = try #require(
      ObjectID(
        hex: try repository.line(["hash-object", "-w", "--stdin"], input: Array("12345".utf8))))
    let opened = try repository.opened()
    expect(.tooLarge) { try opened.object(id, limit: 4) }
    expect(.tooLarge) { try opened.bytes(of: id, as: .blob, limit: 4) }
    #expect(try opened.object(id, limit: 5).bytes.count == 5)
  }

  @Test func anObjectOverTheLimitIsRefusedBeforeItIsUnpacked() throws {
    // 256 MiB of zeros: a bomb of 256 KiB.
    let bomb = [UInt8](repeating: 0, count: 256 << 20)
    let id = try #require(
      ObjectID(hex: try repository.line(["hash-object", "-w", "--stdin"], input: bomb)))
    let opened = try repository.opened()
    let time = ContinuousClock().measure { expect(.tooLarge) { try opened.object(id) } }
    // Beside unpacking nearly all of it: nothing is said of seconds, which other work may take.
    let whole = ContinuousClock().measure {
      expect(.tooLarge) { try opened.object(id, limit: (256 << 20) - 1) }
    }
    #expect(time * 3 < whole)
  }

  @Test func aWalkDoesNotBelieveACommitOfOtherContent() throws {
    try repository.commit("A")
    let first = try repository.id("HEAD")
    let second = try repository.commit("B")
    try replace(second, with: Data(contentsOf: URL(filePath: path(of: first))))
    expect(.damaged) { try repository.opened().ancestry(of: [second]) }
  }

  @Test func manyAreReadInTheirOrder() throws {
    let opened = try repository.opened()
    let items = Array(0..<1000)
    #expect(try opened.map(items, run: 7) { _, run in run.map { $0 * 2 } } == items.map { $0 * 2 })
    let id = try opened.write(Array("A".utf8), as: .blob)
    let sizes = try opened.map(items, run: 300) { git, run in
      try run.map { _ in try git.bytes(of: id, as: .blob).count }
    }
    #expect(sizes == items.map { _ in 1 })
    // The first that fails is told of, whichever thread is first.
    #expect(throws: Failed(item: 500)) {
      try opened.map(items, run: 10) { _, run in
        try run.map { if $0 >= 500 { throw Failed(item: $0 / 10 * 10) } else { $0 } }
      }
    }
  }

  private struct Failed: Error, Equatable { let item: Int }

  @Test func aLooseObjectOfOtherContentIsDamage() throws {
    let ids = try ["one", "two"].map {
      try #require(
        ObjectID(hex: try repository.line(["hash-object", "-w", "--stdin"], input: Array($0.utf8))))
    }
    let bytes = try Data(contentsOf: URL(filePath: path(of: ids[0])))
    try replace(ids[1], with: bytes)
    let opened = try repository.opened()
    expect(.damaged) { try opened.object(ids[1]) }
    #expect(try opened.object(ids[0]).bytes == Array("one".utf8))
  }

  @Test
  func aLooseObjectThatIsCutShortIsDamage() throws {
    let text = (0..<2000).map { "\($0 &* 2_654_435_761)" }.joined()
    let id = try #require(
      ObjectID(hex: try repository.line(["hash-object", "-w", "--stdin"], input: Array(text.utf8))))
    let whole = try Data(contentsOf: URL(filePath: path(of: id)))
    for count in [0, 1, 2, 5, 10, 100, whole.count / 2, whole.count - 5, whole.count - 1] {
      try replace(id, with: whole.prefix(count))
      expect(.damaged) { try repository.opened().object(id) }
    }
    try replace(id, with: whole)
    #expect(try repository.opened().object(id).bytes == Array(text.utf8))
  }

  @Test
  func aLooseObjectWithAFlippedBitIsDamage() throws {
    let id = try #require(
      ObjectID(
        hex: try repository.line(["hash-object", "-w", "--stdin"], input: Array("text".utf8))))
    let whole = try Data(contentsOf: URL(filePath: path(of: id)))
    for index in 0..<whole.count {
      var flipped = whole
      flipped[index] ^= 1
      try replace(id, with: flipped)
      // Some bits of the compressed form, such as that of its level, carry no meaning.
      do {
        #expect(try repository.opened().object(id).bytes == Array("text".utf8))
      } catch let error as GitError {
        #expect([.damaged, .tooLarge].contains(error.kind), "byte \(index): \(error)")
      }
    }
  }

  @Test func aPackWithAFlippedByteIsDamage() throws {
    try repository.commit()
    let id = try repository.id("HEAD")
    try repository.git(["gc", "-q"])
    let packs = "\(repository.folder)/.git/objects/pack"
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: packs).first { $0.hasSuffix(".pack") })
    var pack = try Data(contentsOf: URL(filePath: "\(packs)/\(name)"))
    pack[20] ^= 0xFF
    try FileManager.default.removeItem(atPath: "\(packs)/\(name)")
    try pack.write(to: URL(filePath: "\(packs)/\(name)"))
    expect(.damaged) { try repository.opened().object(id) }
  }

  @Test(arguments: [RawObject.ObjectType.blob, .tree, .commit, .tag])
  func whatIsWrittenHasTheNameThatGitGives(_ type: RawObject.ObjectType) throws {
    try repository.write("text", to: "a.md")
    try repository.git(["add", "a.md"])
    let commit = try repository.commit()
    let bytes: [UInt8] =
      switch type {
      case .blob: Array("some bytes\0\r\n".utf8)
      case .tree: try repository.git(["cat-file", "tree", "HEAD^{tree}"])
      case .commit: try repository.git(["cat-file", "commit", "HEAD"]) + Array("more\n".utf8)
      case .tag:
        Array("object \(commit)\ntype commit\ntag t\ntagger J <j@x> 1 +0000\n\nT\n".utf8)
      }
    let opened = try repository.opened()
    let id = try opened.write(bytes, as: type)
    #expect(
      id.description
        == (try repository.line(["hash-object", "-t", "\(type)", "--stdin"], input: bytes)))
    #expect(try opened.write(bytes, as: type) == id)
    #expect(try repository.git(["cat-file", "\(type)", id.description]) == bytes)
    #expect(try repository.opened().bytes(of: id, as: type) == bytes)
    try repository.git(["fsck", "--strict", "--no-dangling"])
  }

  @Test func emptyAndLargeBlobsAreWritten() throws {
    let opened = try repository.opened()
    for count in [0, 1, 5 << 20] {
      let bytes = [UInt8](repeating: 7, count: count)
      #expect(try opened.bytes(of: opened.write(bytes, as: .blob), as: .blob) == bytes)
    }
    try repository.git(["fsck", "--strict", "--no-dangling"])
  }

  @Test func replacementsAndGraftsAreNotFollowed() throws {
    try repository.commit("A")
    let first = try repository.id("HEAD")
    let second = try repository.commit("B")
    let other = try repository.commit("C")
    try repository.git(["replace", second.description, first.description])
    try repository.write("\(other)\n", to: ".git/info/grafts")
    let seenByGit = try repository.line(["log", "-1", "--format=%s", second.description])
    #expect(seenByGit == "A")
    let opened = try repository.opened()
    #expect(try opened.commit(second).messageText == "B\n")
    #expect(try opened.ancestry(of: [other]).commits.map(\.id) == [other, second, first])
    #expect(try opened.commit(named: second.description) == second)
  }

  private func path(of id: ObjectID) -> String {
    "\(repository.folder)/\(TemporaryRepository.loose(id))"
  }

  private func replace(_ id: ObjectID, with bytes: Data) throws {
    try FileManager.default.removeItem(atPath: path(of: id))
    try Data(bytes).write(to: URL(filePath: path(of: id)))
  }
}
