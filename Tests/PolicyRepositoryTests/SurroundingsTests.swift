import Objects
import Testing

@testable import PolicyRepository

/// The same world, but for what was asked to be another.
@Suite struct SurroundingsTests {
  private let now = Instant(seconds: 1_800_000_000)

  private func surroundings() -> Surroundings {
    Surroundings(
      environment: [:], currentFolder: "/", stateFolder: "/state", gitConfiguration: nil,
      program: "/writ", now: now, canAsk: true)
  }

  @Test func atAnotherMomentAllElseStays() {
    let later = surroundings().at(now.adding(seconds: 60))
    #expect(later.now == now.adding(seconds: 60))
    #expect(later.canAsk && later.stateFolder == "/state" && later.asOf == nil)
    #expect(later.remembersWhatIsFound)
  }

  @Test func whatIsAskedOfThenIsNotRemembered() {
    let then = surroundings().asking(asOf: now)
    #expect(then.asOf == now && !then.remembersWhatIsFound && then.stateFolder == "/state")
  }

  @Test func whatACopyHoldsIsNotRemembered() {
    let looking = surroundings().lookingAtCopy()
    #expect(!looking.remembersWhatIsFound && looking.stateFolder == "/state" && looking.asOf == nil)
  }

  @Test func anybodyRemembersNothing() {
    let anybody = surroundings().withoutMemory(asOf: now, knowing: nil)
    #expect(anybody.stateFolder == nil && anybody.namedRoot == nil && anybody.asOf == now)
  }
}
