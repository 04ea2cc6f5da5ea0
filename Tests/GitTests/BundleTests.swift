import Files
import Foundation
import Objects
import Testing

@testable import Git

/// Bundles: what Git takes, what is the same in every clone, and what is refused.
@Suite struct BundleTests {
  /// Commits, a tag of a commit, of a tag, of a tree; names for a commit and for a file; no decision at all.
  private func repository() throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    for number in 1...3 {
      try repository.write(
        "\(number)\n" + String(repeating: "text\n", count: 400), to: "policies/a.md")
      try repository.git(["add", "-A"])
      try repository.commit("Version \(number)", time: 1_795_276_800 + number)
    }
    try repository.git(["tag", "-am", "x", "writ/a/1.0/approve/b", "HEAD~1"])
    try repository.git(["tag", "-am", "x", "writ/a/1.0/approve/c", "writ/a/1.0/approve/b"])
    try repository.git(["tag", "-am", "x", "writ/a/1.0/approve/d", "HEAD^{tree}"])
    try repository.git(["tag", "writ/a/1.0/approve/e", "HEAD"])
    try repository.git(["tag", "writ/a/1.0/approve/f", "HEAD:policies/a.md"])
    return repository
  }

  private func references(_ repository: Repository) throws -> [Reference] {
    [Reference(name: "HEAD", target: try repository.head())]
      + (try repository.references(under: "refs/heads/"))
      + (try repository.references(under: "refs/tags/writ/"))
  }

  private func bundle(_ repository: TemporaryRepository) throws -> [UInt8] {
    let opened = try repository.opened()
    return try opened.bundle(references(opened))
  }

  @Test func gitTakesItAndFindsTheSame() throws {
    let repository = try repository()
    let path = "\(repository.root)/a.bundle"
    try Data(bundle(repository)).write(to: URL(filePath: path))
    try repository.git(["bundle", "verify", "-q", path])
    try repository.git(["clone", "-q", path, "\(repository.root)/clone"])
    let there = ["-C", "\(repository.root)/clone"]
    try repository.git(there + ["fsck", "--strict"])
    let list = ["for-each-ref", "refs/tags", "--format=%(objectname) %(refname)"]
    #expect(try repository.line(there + list) == repository.line(list))
    #expect(
      try repository.line(there + ["rev-parse", "HEAD"]) == repository.line(["rev-parse", "HEAD"]))
  }

  @Test func itIsTheSameHoweverACloneIsPackedAndWhateverElseItHolds() throws {
    let repository = try repository()
    let first = try bundle(repository)
    #expect(try bundle(repository) == first)
    try repository.git(["repack", "-adq"])
    #expect(try bundle(repository) == first)
    try repository.git(["tag", "other", "HEAD~2"])
    try repository.git(["tag", "-am", "y", "another", "HEAD~1"])
    try repository.git(["config", "pack.windowMemory", "1"])
    try repository.git(["config", "core.compression", "0"])
    try repository.git(["repack", "-adqf", "--window=1", "--depth=1"])
    #expect(try bundle(repository) == first)
  }

  @Test func whatIsTakenApartIsWhatWasPutIn() throws {
    let repository = try repository()
    let opened = try repository.opened()
    let references = try references(opened)
    let bytes = try opened.bundle(references)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let again = try Repository.unbundle(bytes, in: folder.path + "/bundle")
    #expect(
      try again.references(under: "refs/tags/writ/") == opened.references(under: "refs/tags/writ/"))
    #expect(try again.head() == opened.head())
    #expect(try again.bundle(references) == bytes)
    // Other threads find it too.
    let heads = try again.map(Array(repeating: 0, count: 600)) { git, items in
      try items.map { _ in try git.head() }
    }
    #expect(heads.allSatisfy { $0 == (try? opened.head()) })
  }

  @Test func nothingIsLeftBehind() throws {
    let folder = try TemporaryFolder()
    let bytes = try bundle(repository())
    _ = try Repository.unbundle(bytes, in: folder.path + "/bundle")
    folder.remove()
    #expect(File.kind(of: folder.path) == nil)
  }

  @Test func whatIsCutShortOrChangedIsRefused() throws {
    let bytes = try bundle(repository())
    var cuts =
      Array(stride(from: 0, to: bytes.count, by: 97)) + [bytes.count - 1, bytes.count - 20]
    cuts.append(bytes.count - 21)
    for cut in cuts { #expect(throws: GitError.self) { try unbundle(Array(bytes[..<cut])) } }
    let (header, start) = try BundleHeader.read(bytes)
    #expect(header.bytes.count == start)
    for place in stride(from: start, to: bytes.count, by: 61) {
      var changed = bytes
      changed[place] ^= 0x41
      #expect(throws: GitError.self, "byte \(place)") { try unbundle(changed) }
    }
  }

  @Test func countsThatClaimTooMuchAreRefusedWithinLittleMemory() throws {
    let bytes = try bundle(repository())
    let start = try BundleHeader.read(bytes).packStart
    for count: [UInt8] in [[0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0, 0, 1, 0]] {
      var changed = bytes
      changed.replaceSubrange((start + 8)..<(start + 12), with: count)
      #expect(throws: GitError.self) { try unbundle(changed) }
    }
    // One object that says it has 10 GB.
    let claim: [UInt8] =
      Array("PACK".utf8) + [0, 0, 0, 2, 0, 0, 0, 1, 0xB0, 0x80, 0x80, 0x80, 0x80, 0x10]
    #expect(throws: GitError.self) {
      try unbundle(Array(bytes[..<start]) + claim + Array(repeating: 0, count: 64))
    }
  }

  /// A large file and differences that copy it again and again: 1 MB that unpacks to 20 GB.
  @Test func whatUnpacksWithoutEndIsRefused() throws {
    let repository = try TemporaryRepository([])
    let bundle = try repository.python(
      """
      import hashlib, struct, sys, zlib
      size, count = 200 << 20, 100
      def head(kind, size):
          first, size, out = kind << 4 | size & 15, size >> 4, b""
          while size: out, first, size = out + bytes([first | 0x80]), size & 0x7f, size >> 7
          return out + bytes([first])
      def number(value):
          out = b""
          while value > 0x7f: out, value = out + bytes([value & 0x7f | 0x80]), value >> 7
          return out + bytes([value])
      def back(offset):
          out, offset = bytes([offset & 0x7f]), offset >> 7
          while offset:
              offset -= 1
              out, offset = bytes([0x80 | offset & 0x7f]) + out, offset >> 7
          return out
      pack = b"PACK" + struct.pack(">II", 2, count + 1)
      pack += head(3, size) + zlib.compress(bytes(size))
      for n in range(count):
          difference, at = number(size) * 2, 0
          while at < size - 1:
              piece = min(size - 1 - at, 0xffffff)
              difference += b"\\xff" + struct.pack("<I", at) + struct.pack("<I", piece)[:3]
              at += piece
          difference += bytes([1, 1 + n])
          pack += head(6, len(difference)) + back(len(pack) - 12) + zlib.compress(difference)
      pack += hashlib.sha1(pack).digest()
      sys.stdout.buffer.write(b"# v2 git bundle\\n" + b"1" * 40 + b" HEAD\\n\\n" + pack)
      """)
    #expect(bundle.count < 1 << 20)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let error = #expect(throws: GitError.self) {
      _ = try Repository.unbundle(bundle, in: folder.path + "/bundle")
    }
    #expect(error?.kind == .tooLarge, "\(String(describing: error))")
  }

  @Test func whatIsNotHereKeepsItFromBeingMade() throws {
    let repository = try repository()
    let opened = try repository.opened()
    let absent = try #require(ObjectID(hex: String(repeating: "1", count: 40)))
    #expect(throws: GitError.self) {
      try opened.bundle([Reference(name: "refs/tags/writ/x", target: absent)])
    }
    #expect(throws: GitError.self) { try opened.bundle([Reference(name: "HEAD", target: nil)]) }
  }

  @Test(arguments: [
    "# v3 git bundle\n@object-format=sha1\n", "# v1 git bundle\n", "", "# v2 git bundle",
  ])
  func otherVersionsAreRefused(_ head: String) {
    #expect(throws: GrammarError.self) { try BundleHeader.read(Array((head + "\nPACK").utf8)) }
  }

  @Test(arguments: [
    "refs/tags/../x", "../x", "refs/heads/a/../../../x", "/refs/x", "refs//x", "refs/x/",
    "refs/x.lock", "refs/x..\u{301}", "refs/x@{\u{301}",
    "refs/x.lock/y", "refs/.x", "refs/x y", "refs/x~1", "refs/x\u{1}", "refs/x\u{7F}", "refs/@{x",
    "refs", "x", "",
    "refs/x.", "refs/x:y", "refs/x?", "refs/*", "refs/x[", "refs/x\\y", "refs/x^",
    "refs/\(String(repeating: "x", count: 1024))",
  ])
  func namesThatGitRefusesAreRefused(_ name: String) {
    let id = String(repeating: "1", count: 40)
    #expect(throws: GrammarError.self) {
      try BundleHeader.read(Array("# v2 git bundle\n\(id) \(name)\n\nPACK".utf8))
    }
  }

  @Test func doublesFoldersAndPrerequisitesAreRefused() throws {
    let id = String(repeating: "1", count: 40)
    func read(_ lines: String...) throws -> BundleHeader {
      let text = (["# v2 git bundle"] + lines + ["", "PACK"]).joined(separator: "\n")
      return try BundleHeader.read(Array(text.utf8)).0
    }
    #expect(try read("\(id) HEAD", "\(id) refs/heads/main").lines.count == 2)
    #expect(throws: GrammarError.self) { try read("\(id) refs/x", "\(id) refs/x") }
    #expect(throws: GrammarError.self) { try read("\(id) refs/x/y", "\(id) refs/x") }
    #expect(throws: GrammarError.self) { try read("-\(id) refs/x", "\(id) refs/x") }
    #expect(throws: GrammarError.self) { try read() }
    #expect(throws: GrammarError.self) {
      try read("\(id.uppercased().replacing("1", with: "A")) refs/x")
    }
  }

  private func unbundle(_ bytes: [UInt8]) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let repository = try Repository.unbundle(bytes, in: folder.path + "/bundle")
    // What is changed may still unpack: then no object has the name that it had.
    for reference in try repository.references(under: "refs/") {
      if let target = reference.target { _ = try repository.object(target) }
    }
    for pack in try PackedObjects(
      repository, from: repository.references(under: "refs/").compactMap(\.target)
    ).all {
      _ = try repository.object(pack.id)
    }
  }
}
