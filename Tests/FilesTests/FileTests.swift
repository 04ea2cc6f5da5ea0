import Foundation
import Glibc
import Testing

@testable import Files

/// Files that are read and written whole.
@Suite struct FileTests {
  let folder = TemporaryFolder()

  @Test func whatWasWrittenIsRead() throws {
    var random = SystemRandomNumberGenerator()
    for count in [0, 1, 65535, 65536, 65537, 300_000] {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      try File.replace(folder / "a", with: bytes)
      #expect(try File.read(folder / "a") == bytes)
    }
  }

  @Test func kindsAreTold() throws {
    try folder.makeOneOfEachKind()
    #expect(File.kind(of: folder / "file") == .regular)
    #expect(File.kind(of: folder / "folder") == .folder)
    #expect(File.kind(of: folder / "link") == .symbolicLink)
    #expect(File.kind(of: folder / "broken") == .symbolicLink)
    #expect(File.kind(of: folder / "pipe") == .other)
    #expect(File.kind(of: "/dev/null") == .other)
    #expect(File.kind(of: folder / "nothing") == nil)
    #expect(File.kind(of: folder / "file/below") == nil)
  }

  @Test(arguments: ["folder", "link", "broken", "folder-link", "pipe"])
  func whatIsNoRegularFileIsNotRead(_ name: String) throws {
    try folder.makeOneOfEachKind()
    #expect(throws: FileError.self) { try File.read(folder / name) }
  }

  @Test(arguments: ["/dev/null", "/dev/zero", "/dev/full"])
  func aDeviceIsNotRead(_ path: String) {
    #expect(throws: FileError.self) { try File.read(path) }
  }

  @Test func aPipeIsRefusedWithoutWaiting() throws {
    try folder.makeOneOfEachKind()
    let clock = ContinuousClock()
    let time = clock.measure { _ = try? File.read(folder / "pipe") }
    #expect(time < .seconds(1))
  }

  @Test func aMissingFileIsSaidToBeMissing() throws {
    try folder.makeOneOfEachKind()
    for name in ["nothing", "nothing/below", "file/below"] {
      let error = #expect(throws: FileError.self) { try File.read(folder / name) }
      #expect(error?.isMissing == true)
      #expect(error?.path == folder / name)
    }
  }

  @Test func aFileOverTheLimitIsNotRead() throws {
    try File.replace(folder / "a", with: Array("12345".utf8))
    #expect(try File.read(folder / "a", limit: 5).count == 5)
    let error = #expect(throws: FileError.self) { try File.read(folder / "a", limit: 4) }
    #expect(error?.code == EFBIG)
  }

  @Test func aFileThatHidesItsSizeIsNotReadOverTheLimit() throws {
    #expect(try !File.read("/proc/self/status").isEmpty)
    let error = #expect(throws: FileError.self) { try File.read("/proc/self/status", limit: 10) }
    #expect(error?.code == EFBIG)
  }

  @Test(arguments: [0o600, 0o644, 0o755, 0o666] as [UInt32])
  func theModeIsTheOneAskedForWhateverTheUmask(_ mode: UInt32) throws {
    try File.create(folder / "new", with: [1], mode: mode)
    try File.create(folder / "old", with: [1], mode: 0o640)
    try File.replace(folder / "old", with: [2], mode: mode)
    #expect(folder.mode(of: "new") == mode)
    #expect(folder.mode(of: "old") == mode)
  }

  @Test func replacingALinkLeavesWhereItLeadsAlone() throws {
    try folder.makeOneOfEachKind()
    try File.replace(folder / "link", with: Array("new".utf8))
    #expect(File.kind(of: folder / "link") == .regular)
    #expect(try File.read(folder / "file") == Array("old".utf8))
  }

  @Test func readersSeeTheOldFileOrTheNewOne() async throws {
    let path = folder / "a"
    let contents = [UInt8(1), 2].map { [UInt8](repeating: $0, count: 100_000) }
    try File.replace(path, with: contents[0])
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for round in 0..<100 { try File.replace(path, with: contents[round % 2]) }
      }
      group.addTask {
        for _ in 0..<300 {
          let bytes = try File.read(path)
          #expect(bytes.count == 100_000 && Set(bytes).count == 1)
        }
      }
      try await group.waitForAll()
    }
    #expect(folder.names == ["a"])
  }

  @Test func creatingRefusesWhatIsThere() throws {
    try folder.makeOneOfEachKind()
    let before = folder.names
    for name in ["file", "folder", "link", "broken", "pipe"] {
      let error = #expect(throws: FileError.self) { try File.create(folder / name, with: [1]) }
      #expect(error?.isExisting == true)
    }
    #expect(try File.read(folder / "file") == Array("old".utf8))
    #expect(folder.names == before)
  }

  @Test func ofManyWhoCreateOneWins() async throws {
    let path = folder / "a"
    let winners = await withTaskGroup(of: UInt8?.self, returning: [UInt8].self) { group in
      for number in UInt8(0)..<16 {
        group.addTask {
          do throws(FileError) {
            try File.create(path, with: [number])
            return number
          } catch { return error.isExisting ? nil : 255 }
        }
      }
      return await group.reduce(into: [UInt8]()) { if let winner = $1 { $0.append(winner) } }
    }
    #expect(winners.count == 1)
    #expect(try File.read(path) == winners)
    #expect(folder.names == ["a"])
  }

  // MARK: Writing that fails

  @Test func inAMissingFolderNothingIsWritten() throws {
    #expect(throws: FileError.self) { try File.replace(folder / "no/a", with: [1]) }
    #expect(throws: FileError.self) { try File.create(folder / "no/a", with: [1]) }
    #expect(folder.names == [])
  }

  @Test func overAFolderNothingIsWritten() throws {
    try Folder.make(folder / "a/b")
    #expect(throws: FileError.self) { try File.replace(folder / "a", with: [1]) }
    #expect(folder.names == ["a"])
    #expect(File.kind(of: folder / "a/b") == .folder)
  }

  @Test func belowAFileNothingIsWritten() throws {
    try File.create(folder / "a", with: [1])
    #expect(throws: FileError.self) { try File.create(folder / "a/b", with: [1]) }
    #expect(folder.names == ["a"])
  }

  @Test(arguments: ["/proc/a", "/dev/full/a"])
  func whereNoFileCanBeNothingIsWritten(_ path: String) {
    #expect(throws: FileError.self) { try File.create(path, with: [1]) }
    #expect(throws: FileError.self) { try File.replace(path, with: [1]) }
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func inAReadOnlyFolderNothingIsWritten() throws {
    try File.create(folder / "a", with: [1])
    chmod(folder.path, 0o500)
    defer { chmod(folder.path, 0o700) }
    #expect(throws: FileError.self) { try File.replace(folder / "a", with: [2]) }
    #expect(folder.names == ["a"])
    #expect(try File.read(folder / "a") == [1])
  }

  /// In a process of its own: the limit on the size of files is the whole process's.
  @Test func aWriteThatFailsHalfwayLeavesTheOldFileAndNothingElse() async {
    await #expect(processExitsWith: .success) {
      let folder = TemporaryFolder()
      defer { folder.remove() }
      try File.create(folder / "a", with: [1])
      signal(SIGXFSZ, SIG_IGN)
      var small = rlimit(rlim_cur: 100_000, rlim_max: 100_000)
      try #require(setrlimit(__rlimit_resource_t(1), &small) == 0)
      let large = [UInt8](repeating: 2, count: 200_000)
      let replaced = #expect(throws: FileError.self) { try File.replace(folder / "a", with: large) }
      let created = #expect(throws: FileError.self) { try File.create(folder / "b", with: large) }
      #expect(replaced?.code == EFBIG && created?.code == EFBIG)
      #expect(folder.names == ["a"])
      #expect(try File.read(folder / "a") == [1])
    }
  }

  // MARK: Moving and removing

  @Test func removingWhatIsNotThereIsNoError() throws {
    try File.create(folder / "a", with: [1])
    try File.remove(folder / "a")
    try File.remove(folder / "a")
    try Folder.make(folder / "b")
    #expect(throws: FileError.self) { try File.remove(folder / "b") }
    #expect(folder.names == ["b"])
  }

  @Test func aLinkIsRemovedAndNotWhatItLeadsTo() throws {
    try folder.makeOneOfEachKind()
    try File.remove(folder / "link")
    #expect(File.kind(of: folder / "link") == nil)
    #expect(File.kind(of: folder / "file") == .regular)
  }

  @Test func movingKeepsTheBytes() throws {
    try File.create(folder / "a", with: [1])
    try File.move(folder / "a", to: folder / "b")
    #expect(folder.names == ["b"])
    #expect(throws: FileError.self) { try File.move(folder / "a", to: folder / "b") }
    #expect(try File.read(folder / "b") == [1])
  }

  @Test func aProgramIsARegularFileThatMayBeRun() throws {
    try folder.makeOneOfEachKind()
    #expect(File.isExecutable("/bin/sh"))
    #expect(!File.isExecutable(folder / "file"))
    #expect(!File.isExecutable(folder / "folder"))
    #expect(!File.isExecutable(folder / "nothing"))
  }

  @Test func theTimeOfAFileIsThatOfItsLastWriting() throws {
    try File.create(folder / "a", with: [1])
    let now = Int64(Date.now.timeIntervalSince1970)
    #expect(try #require(File.modified(folder / "a")).distance(to: now).magnitude < 60)
    #expect(File.modified(folder / "nothing") == nil)
  }
}
