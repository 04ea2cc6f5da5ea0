import Foundation
import Glibc
import Testing

@testable import Files

/// What is read and written below a folder goes through no link.
@Suite struct EnclosureTests {
  let folder = TemporaryFolder()
  let outside = TemporaryFolder()
  let new = Array("new".utf8)
  let old = Array("old".utf8)

  var enclosure: Enclosure { Enclosure(folder.path) }

  @Test func whatIsWrittenBelowIsReadAndTheFoldersAreMade() throws {
    try enclosure.create("a/b/c", with: old)
    #expect(try enclosure.read("a/b/c") == old)
    try enclosure.replace("a/b/c", with: new, mode: 0o755)
    #expect(try enclosure.read("a/b/c") == new && folder.mode(of: "a/b/c") == 0o755)
    #expect(throws: FileError.self) { try enclosure.create("a/b/c", with: old) }
    try enclosure.rename("a/b/c", to: "d")
    #expect(try enclosure.read("a/b/d") == new)
    try enclosure.remove("a/b/d")
    try enclosure.remove("a/b/d")
    #expect(throws: FileError.self) { try enclosure.read("a/b/d") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder / "a/b") == [])
  }

  @Test func theFolderItselfMayBeReachedByALink() throws {
    symlink(folder.path, outside / "here")
    try Enclosure(outside / "here").create("a/b", with: old)
    #expect(try enclosure.read("a/b") == old)
  }

  /// A folder on the way that leads outside, at the first place and further down.
  @Test(arguments: ["link/file", "link/sub/file", "real/link/file", "real/link/sub/file"])
  func nothingIsDoneBehindALink(_ path: String) throws {
    try Folder.make(folder / "real")
    try Folder.make(outside / "sub")
    for name in ["file", "sub/file"] { try File.create(outside / name, with: old) }
    symlink(outside.path, folder / "link")
    symlink(outside.path, folder / "real/link")
    func refuses(_ body: () throws -> Void) {
      do {
        try body()
        Issue.record("\(path): it went through the link")
      } catch let error as FileError {
        #expect(error.isLink && error.path.hasSuffix("link"))
      } catch {
        Issue.record("\(error)")
      }
    }
    refuses { _ = try enclosure.read(path) }
    refuses { try enclosure.refuseLinks(to: path) }
    refuses { try enclosure.replace(path, with: new) }
    refuses { try enclosure.create(path + "-2", with: new) }
    refuses { try enclosure.create(path + "/further", with: new) }
    refuses { try enclosure.rename(path, to: "moved") }
    refuses { try enclosure.remove(path) }
    #expect(outside.names == ["file", "sub"] && folder.names == ["link", "real"])
    #expect(try File.read(outside / "file") == old && File.read(outside / "sub/file") == old)
  }

  @Test func aLinkInThePlaceOfTheFileIsNeitherReadNorFollowed() throws {
    try File.create(outside / "file", with: old)
    symlink(outside / "file", folder / "link")
    #expect(throws: FileError.self) { try enclosure.read("link") }
    #expect(throws: FileError.self) { try enclosure.refuseLinks(to: "link") }
    #expect(throws: FileError.self) { try enclosure.create("link", with: new) }
    try enclosure.replace("link", with: new)
    #expect(File.kind(of: folder / "link") == .regular)
    #expect(try File.read(outside / "file") == old)
  }

  @Test(arguments: ["", "/", "..", "../x", "a/../x", "a//b", "./a", "a/", "/etc/x"])
  func whatIsNoPathBelowIsRefused(_ path: String) throws {
    try Folder.make(folder / "a")
    #expect(throws: FileError.self) { try enclosure.replace(path, with: new) }
    #expect(throws: FileError.self) { try enclosure.read(path) }
    #expect(folder.names == ["a"])
  }

  @Test func whatIsMissingIsSaidToBe() throws {
    #expect { try enclosure.read("a/b") } throws: { ($0 as? FileError)?.isMissing == true }
    try enclosure.refuseLinks(to: "a/b")
    try File.create(folder / "file", with: old)
    #expect { try enclosure.read("file/b") } throws: { ($0 as? FileError)?.isMissing == true }
    #expect(throws: FileError.self) { try enclosure.create("file/b", with: new) }
  }
}
