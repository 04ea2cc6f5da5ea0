import Foundation
import Testing

@testable import Files

/// Whole folders put in the place of others.
@Suite struct FolderReplacementTests {
  let folder = TemporaryFolder()

  private func names(_ path: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
  }

  @Test func aFolderIsMadeWhole() throws {
    try Folder.replace(
      folder / "site", having: [], with: [("a/b/c", Array("1".utf8)), ("d", [])])
    #expect(try names(folder / "site") == ["a", "a/b", "a/b/c", "d"])
    #expect(try File.read(folder / "site/a/b/c") == Array("1".utf8))
    #expect(try names(folder.path).filter { !$0.contains("/") } == ["site"])
  }

  @Test func whatWasThereIsGone() throws {
    try Folder.replace(folder / "site", having: [], with: [("a/b", [1]), ("c", [1])])
    let entries = try Folder.entries(under: folder / "site")
    try Folder.replace(folder / "site", having: entries, with: [("c", [2])])
    #expect(try names(folder / "site") == ["c"])
    #expect(try File.read(folder / "site/c") == [2])
    #expect(try names(folder.path).filter { !$0.contains("/") } == ["site"])
  }

  @Test func whatCameInBetweenIsNeverRemoved() throws {
    try Folder.replace(folder / "site", having: [], with: [("a", [1])])
    let entries = try Folder.entries(under: folder / "site")
    try File.create(folder / "site/mine", with: [3])
    try Folder.replace(folder / "site", having: entries, with: [("a", [2])])
    #expect(try names(folder / "site") == ["a"])
    let kept = try names(folder.path).filter { $0.hasSuffix("/mine") }
    #expect(try kept.map { try File.read(folder / $0) } == [[3]])
  }

  @Test func nothingIsLeftWhereItFails() throws {
    #expect(throws: FileError.self) {
      try Folder.replace(folder / "site", having: [], with: [("a", [1]), ("a/b", [1])])
    }
    #expect(try names(folder.path).isEmpty)
  }

  @Test func anEmptyFolderHoldsNothingAtAll() throws {
    try Folder.make(folder / "empty")
    #expect(try Folder.isEmpty(folder / "empty"))
    #expect(try !Folder.isEmpty(folder.path))
  }
}
