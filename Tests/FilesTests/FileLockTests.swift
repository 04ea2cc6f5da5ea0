import Foundation
import Glibc
import Synchronization
import Testing

@testable import Files

/// Locks between processes, and between threads of one.
@Suite struct FileLockTests {
  let folder = TemporaryFolder()

  @Test func oneAtATimeIsInside() async {
    let path = folder / "lock"
    let inside = Mutex(0)
    let most = Mutex(0)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<20 {
            try? FileLock.held(on: path, waiting: 60) {
              let count = inside.withLock { count in
                count += 1
                return count
              }
              most.withLock { $0 = max($0, count) }
              inside.withLock { $0 -= 1 }
            }
          }
        }
      }
    }
    #expect(most.withLock { $0 } == 1)
  }

  @Test func whoWaitsTooLongIsToldSo() throws {
    try FileLock.held(on: folder / "lock") {
      let error = #expect(throws: FileError.self) {
        try FileLock.held(on: folder / "lock", waiting: 0) {}
      }
      #expect(error?.isLocked == true)
    }
    try FileLock.held(on: folder / "lock", waiting: 0) {}
  }

  @Test func aProcessThatDiesLetsGo() throws {
    let other = Process()
    other.executableURL = URL(filePath: "/usr/bin/flock")
    other.arguments = ["--no-fork", folder / "lock", "sleep", "100"]
    try other.run()
    defer { other.terminate() }
    // Until it has it.
    while (try? FileLock.held(on: folder / "lock", waiting: 0) {}) != nil { usleep(10_000) }
    kill(other.processIdentifier, SIGKILL)
    other.waitUntilExit()
    try FileLock.held(on: folder / "lock", waiting: 0) {}
  }

  @Test(arguments: ["folder", "link", "broken", "nothing/below"])
  func whatCannotBeLockedIsAnError(_ name: String) throws {
    try folder.makeOneOfEachKind()
    let error = #expect(throws: FileError.self) { try FileLock.held(on: folder / name) {} }
    #expect(error?.isLocked == false)
  }
}
