import Glibc
import Testing

@testable import Files

/// Folders that are made and listed.
@Suite struct FolderTests {
  let folder = TemporaryFolder()

  @Test func everythingBelowIsListedByPath() throws {
    try Folder.make(folder / "b/c/d")
    try Folder.make(folder / "empty")
    for name in ["z", "b/x", "b/c/d/y", ".hidden", "a b"] {
      try File.create(folder / name, with: [])
    }
    let entries = try Folder.entries(under: folder.path)
    #expect(entries.map(\.path) == [".hidden", "a b", "b/c/d/y", "b/x", "z"])
    #expect(entries.allSatisfy { $0.kind == .regular })
    #expect(try Folder.entries(under: folder.path + "/") == entries)
    #expect(try Folder.entries(under: folder / "b/").map(\.path) == ["c/d/y", "x"])
  }

  @Test func aBoundedListSaysWhetherItIsWhole() throws {
    for name in ["a/b/x", "a/y", "skipped/z", "w"] {
      let parts = name.split(separator: "/").dropLast().joined(separator: "/")
      if !parts.isEmpty { try Folder.make(folder / parts) }
      try File.create(folder / name, with: [])
    }
    func some(_ most: Int) -> ([String], Bool) {
      let found = Folder.someEntries(under: folder.path, most: most) { $0 == "skipped" }
      return (found.entries.map(\.path).sorted(), found.isWhole)
    }
    #expect(some(100) == (["a/b/x", "a/y", "w"], true))
    #expect(some(6) == (["a/b/x", "a/y", "w"], true))
    #expect(!some(5).1 && !some(0).1 && some(0).0.isEmpty)
    try Folder.make(folder / (1...14).map(String.init).joined(separator: "/"))
    #expect(some(100) == (["a/b/x", "a/y", "w"], false))
    try folder.makeOneOfEachKind()
    try File.create(folder / "folder/inside", with: [])
    #expect(some(100).0.filter { $0.contains("inside") } == ["folder/inside"])
    #expect(!Folder.someEntries(under: folder / "nothing", most: 9) { _ in false }.isWhole)
  }

  @Test func linksAreListedAndNeverFollowed() throws {
    try folder.makeOneOfEachKind()
    try File.create(folder / "folder/inside", with: [])
    let kinds = try Folder.entries(under: folder.path).map { ($0.path, $0.kind) }
    #expect(
      Dictionary(uniqueKeysWithValues: kinds) == [
        "file": .regular, "folder/inside": .regular, "link": .symbolicLink,
        "broken": .symbolicLink, "folder-link": .symbolicLink, "pipe": .other,
      ])
  }

  @Test(arguments: [
    "folder-link", "folder-link/", "folder-link//", "link", "file", "pipe", "nothing",
  ])
  func whatIsNoFolderHoldsNothing(_ name: String) throws {
    try folder.makeOneOfEachKind()
    try File.create(folder / "folder/inside", with: [])
    #expect(try Folder.entries(under: folder / name) == [])
  }

  @Test func aRingOfLinksEnds() throws {
    try Folder.make(folder / "a")
    symlink("..", folder / "a/up")
    symlink("self", folder / "self")
    #expect(try Folder.entries(under: folder.path).map(\.path) == ["a/up", "self"])
  }

  @Test func foldersThatAreTooDeepAreAnError() throws {
    let deep = (0..<33).map { _ in "d" }.joined(separator: "/")
    try Folder.make(folder / deep)
    #expect(throws: FileError.self) { try Folder.entries(under: folder.path) }
    #expect(try Folder.entries(under: folder / "d") == [])
  }

  /// Nothing drops out of sight for its name.
  @Test func aNameThatIsNoTextIsListed() throws {
    for name: [UInt8] in [[0x61, 0xFF], [0xC3]] {
      var path = Array("\(folder.path)/".utf8CString.dropLast()) + name.map(CChar.init(bitPattern:))
      path.append(0)
      close(open(path, O_CREAT | O_WRONLY, 0o644))
    }
    let entries = try Folder.entries(under: folder.path)
    #expect(entries.map(\.path) == ["a\u{FFFD}", "\u{FFFD}"])
    #expect(entries.allSatisfy { $0.kind == .regular })
  }

  @Test func aFolderIsMadeWithThoseAboveIt() throws {
    try Folder.make(folder / "a/b//c/")
    try Folder.make(folder / "a/b/c")
    #expect(File.kind(of: folder / "a/b/c") == .folder)
    try Folder.make(folder / "private", mode: 0o700)
    #expect(folder.mode(of: "private") == 0o700)
  }

  @Test func belowAFileNoFolderIsMade() throws {
    try folder.makeOneOfEachKind()
    for name in ["file/a", "file", "broken", "pipe", "broken/a"] {
      #expect(throws: FileError.self, "\(name)") { try Folder.make(folder / name) }
    }
  }
}
