import Files
import Git
import Objects
import Testing

@testable import PolicyRepository

/// What a user has seen at another repository.
@Suite struct ExchangeMemoryTests {
  private static let decision = Reference(
    name: "refs/tags/writ/information-security/1.0/approve/jane-doe",
    target: ObjectID(hex: String(repeating: "ab", count: 20)))
  private static let other = Reference(
    name: "refs/tags/writ/nonsense", target: ObjectID(hex: String(repeating: "cd", count: 20)))
  private static let memory = ExchangeMemory(
    decisions: [decision, other], branches: ["main", "change/a-1.1"], time: Instant(seconds: 5))

  @Test func whatIsWrittenIsRead() {
    #expect(ExchangeMemory(Self.memory.bytes) == Self.memory)
    #expect(ExchangeMemory([]) == ExchangeMemory())
  }

  @Test func nothingIsTakenOut() {
    let later = ExchangeMemory(decisions: [], branches: ["main"], time: Instant(seconds: 9))
    let both = Self.memory.adding(later)
    #expect(both.decisions == Self.memory.decisions && both.branches == Self.memory.branches)
    #expect(both.time == Instant(seconds: 9))
    #expect(Self.memory.adding(ExchangeMemory()) == Self.memory)
  }

  /// A byte that is damaged costs its own line, and the next where it ended that; nothing else.
  @Test func damageTakesNothingElseWithIt() {
    let bytes = Self.memory.bytes
    for position in bytes.indices {
      for byte: UInt8 in [0, 0x0A, 0x20, 0xFF] {
        var damaged = bytes
        damaged[position] = byte
        let read = ExchangeMemory(damaged)
        let known =
          read.decisions.intersection(Self.memory.decisions).count
          + read.branches.intersection(Self.memory.branches).count
        #expect(known >= 2)
      }
      #expect(ExchangeMemory(Array(bytes[..<position])).decisions.count <= 2)
    }
  }

  @Test func aFileThatIsGoneOrNoneIsNotAnError() throws {
    let folder = try TemporaryFolder()
    defer {
      folder.remove()
      Folder.removeEmpty("\(folder.path)/remotes")
      Folder.removeEmpty(folder.path)
    }
    let store = ExchangeStore(digest(3), in: folder.path)
    #expect(store.read() == ExchangeMemory())
    store.add(Self.memory)
    #expect(store.read() == Self.memory)
    ExchangeStore(digest(4), in: "/proc/nowhere").add(Self.memory)
    #expect(ExchangeStore(digest(4), in: "/proc/nowhere").read() == ExchangeMemory())
  }
}
