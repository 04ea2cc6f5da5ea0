import Foundation
import Glibc
import Synchronization
import Testing

@testable import Files

/// Locks between processes, and between threads of one.
@Suite struct FileLockTests {
  let folder = TemporaryFolder()

  /// How many are inside at once, and how many ever were.
  private final class Visitors: Sendable {
    private let counts = Mutex((inside: 0, most: 0))

    var most: Int { counts.withLock { $0.most } }

    func enter() {
      counts.withLock { counts in
        counts.inside += 1
        counts.most = max(counts.most, counts.inside)
      }
    }

    func leave() { counts.withLock { $0.inside -= 1 } }
  }

  @Test func oneAtATimeIsInside() async throws {
    let path = folder / "lock"
    let visitors = Visitors()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<20 {
            try FileLock.held(on: path, waiting: 60) {
              visitors.enter()
              sched_yield()
              visitors.leave()
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(visitors.most == 1)
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
