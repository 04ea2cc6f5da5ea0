import Approvals
import Files
import Foundation
import Objects
import Testing

@testable import PolicyRepository

/// The file of a user's memory, which several programs write at once.
@Suite struct MemoryStoreTests {
  let folder: Files.TemporaryFolder
  let store: MemoryStore

  init() throws {
    folder = try TemporaryFolder()
    store = MemoryStore(digest(77), in: "\(folder.path)/state/writ")
  }

  @Test func whereThereIsNoFileNothingIsRemembered() throws {
    defer { remove() }
    #expect(try store.read() == Memory())
    #expect(File.kind(of: store.path) == nil)
  }

  @Test func nothingIsWrittenWhereNothingIsNew() throws {
    defer { remove() }
    _ = try store.add(news(), to: Memory())
    #expect(File.kind(of: folder.path + "/state") == nil)

    let memory = try store.add(news(decisions: 0..<3, chain: [1]), to: store.read())
    #expect(try memory == store.read() && memory.decisions.count == 3)
    let before = try FileManager.default.attributesOfItem(atPath: store.path)
    _ = try store.add(news(decisions: 1..<3, chain: [1]), to: memory)
    // Nor where another program has written it meanwhile.
    _ = try store.add(news(decisions: 0..<2, chain: [1]), to: Memory())
    let after = try FileManager.default.attributesOfItem(atPath: store.path)
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(before[.posixPermissions] as? Int == 0o600)
  }

  /// Each begins with what it read before the others wrote.
  @Test func severalAtOnceLoseNothing() async throws {
    defer { remove() }
    let store = store
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for step in 0..<5 {
            let first = writer * 100 + step * 10
            _ = try store.add(news(decisions: first..<first + 10), to: Memory())
          }
        }
      }
      try await group.waitForAll()
    }
    let memory = try store.read()
    #expect(memory.decisions.count == 200 && !memory.isDamaged)
  }

  @Test func aFileThatIsGoneIsMadeAnew() throws {
    defer { remove() }
    let before = try store.add(news(decisions: 0..<3), to: Memory())
    try File.remove(store.path)
    #expect(try store.read() == Memory())
    #expect(try store.add(news(decisions: 0..<3), to: store.read()) == before)
  }

  @Test func aDamagedFileIsPutAsideAndItsLinesAreKept() throws {
    defer { remove() }
    let whole = try store.add(news(decisions: 0..<3, chain: [1]), to: Memory())
    #expect(try store.mend() == nil)
    let damaged = Array("valid nonsense\n".utf8) + whole.bytes.dropLast(4)
    for number in 1...3 {
      try File.replace(store.path, with: damaged)
      let aside = try #require(try store.mend())
      #expect(aside == "\(store.path).damaged-\(number)")
      #expect(try File.read(aside) == damaged)
      #expect(try store.read() == whole)
      #expect(try store.mend() == nil)
    }
  }

  @Test func whatIsNoFileIsPutAside() throws {
    defer { remove() }
    _ = try store.add(news(decisions: 0..<3), to: Memory())
    try File.remove(store.path)
    try Folder.make(store.path)
    #expect(throws: FileError.self) { try store.read() }
    #expect(throws: FileError.self) { try store.add(news(decisions: 0..<3), to: Memory()) }
    #expect(try store.mend() == "\(store.path).damaged-1")
    #expect(File.kind(of: "\(store.path).damaged-1") == .folder)
    #expect(try store.add(news(decisions: 0..<3), to: store.read()).decisions.count == 3)
  }

  @Test func whatLiesBesideItIsReadAndMayBeGone() throws {
    defer { remove() }
    let plain = decision(0)
    let details = Trust.Details(
      role: try #require(RoleID("ciso")),
      key: try #require(KeyName("SHA256:\(String(repeating: "A", count: 43))")), policy: .presence,
      replaces: nil)
    let known = Trust.Remembered(
      id: plain.id, name: plain.name, time: plain.time, details: details)
    // An earlier version had found it before.
    let before = try store.add(news(decisions: 0..<1, chain: [1]), to: Memory())
    let learnt = Memory.News(valid: [known], chain: [tip(1)], known: nil)
    let memory = try store.add(learnt, to: before)
    #expect(try store.read() == memory && memory.decisions[plain.id] == known)
    try File.remove("\(store.path).signed")
    #expect(try store.read() == before)
    #expect(try store.add(learnt, to: store.read()) == memory)
    #expect(try store.read() == memory)
    try File.remove("\(store.path).signed")
    try Folder.make("\(store.path).signed")
    #expect(try store.read() == before)
  }

  @Test func whereNothingCanBeWrittenThatIsAnError() throws {
    defer { remove() }
    try File.create("\(folder.path)/state", with: [])
    #expect(try store.read() == Memory())
    #expect(throws: FileError.self) { try store.add(news(decisions: 0..<3), to: Memory()) }
  }

  private func remove() { try? FileManager.default.removeItem(atPath: folder.path) }
}
