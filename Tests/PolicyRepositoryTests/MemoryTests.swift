import Approvals
import Objects
import Signatures
import Testing

@testable import PolicyRepository

/// The lines in which a user's own state keeps what was found valid.
@Suite struct MemoryTests {
  @Test func whatIsWrittenIsRead() {
    let memory = Memory().adding(news(decisions: 0..<200, chain: [1, 2]))
    let read = Memory(memory.bytes)
    #expect(read == memory && !read.isDamaged)
    #expect(read.decisions.count == 200 && read.tip == tip(2))
  }

  @Test func nothingIsEverForgotten() {
    let memory = Memory().adding(news(decisions: 0..<3)).adding(news(decisions: 2..<5))
    #expect(memory.decisions.count == 5)
    #expect(memory.adding(news(decisions: 0..<0)) == memory)
  }

  @Test func whatWasMadeAgainIsForgottenAndStaysSo() {
    let memory = Memory().adding(news(decisions: 0..<3))
    let again = memory.replacing([decision(1).id: decision(7).id])
    #expect(Set(again.decisions.keys) == [decision(0).id, decision(2).id])
    // Nor is it learnt anew from a program that had found it before.
    #expect(again.adding(news(decisions: 0..<3)) == again)
    #expect(Memory(again.bytes) == again && !Memory(again.bytes).isDamaged)
    #expect(Memory(again.bytes + memory.bytes).decisions == again.decisions)
    #expect(again.mended == again)
    #expect(again.adding(news(decisions: 7..<8)).decisions.count == 3)
  }

  @Test func whatIsRememberedOfADecisionStays() {
    let first = decision(1)
    let other = Trust.Remembered(
      id: first.id, name: decision(2).name, time: Instant(seconds: 5))
    let memory = Memory().adding(Memory.News(valid: [first], chain: [], known: nil))
      .adding(Memory.News(valid: [other], chain: [], known: nil))
    #expect(Array(memory.decisions.values) == [first])
  }

  @Test func theTipMovesOnAlongTheChain() {
    let memory = Memory().adding(news(chain: [1, 2]))
    #expect(memory.adding(news(chain: [1, 2, 3])).tip == tip(3))
    // A chain that has become shorter, or does not lead over it, moves it nowhere.
    #expect(memory.adding(news(chain: [1])).tip == tip(2))
    #expect(memory.adding(news(chain: [])).tip == tip(2))
    #expect(memory.adding(news(chain: [1, 9])).tip == tip(2))
    // Nor where the user knows one that both have.
    #expect(memory.adding(news(chain: [1], known: 1)).tip == tip(2))
    #expect(memory.adding(news(chain: [1, 9], known: 1)).tip == tip(2))
    // Unless that is the way that the user knows as the right one.
    #expect(memory.adding(news(chain: [1, 9], known: 9)).tip == tip(9))
    #expect(memory.adding(news(chain: [1, 9], known: 7)).tip == tip(2))
  }

  @Test func whatIsFoundWhereTheTipIsNotInForceIsNotRemembered() {
    let memory = Memory().adding(news(decisions: 0..<2, chain: [1, 2]))
    for chain: [UInt32] in [[], [1], [1, 9]] {
      #expect(memory.adding(news(decisions: 5..<6, chain: chain)) == memory)
    }
    #expect(memory.adding(news(decisions: 5..<6, chain: [1], known: 1)) == memory)
    #expect(memory.adding(news(decisions: 5..<6, chain: [1, 9], known: 9)).decisions.count == 3)
    #expect(memory.adding(news(decisions: 5..<6, chain: [1, 2, 3])).decisions.count == 3)
  }

  @Test func whatElseIsKnownLiesBesideIt() throws {
    let plain = Memory().adding(news(decisions: 0..<3, chain: [1]))
    #expect(plain.details.isEmpty)
    let key = try #require(KeyName("SHA256:\(String(repeating: "A", count: 43))"))
    let desk = try #require(WebOrigin("https://desk.example.org"))
    let policies = [
      AssertionPolicy.presence, AssertionPolicy(requiresUserVerification: true, origins: [desk]),
    ]
    let known = zip(0..<2, policies).map { number, policy in
      let (plain, role) = (decision(number), RoleID("ciso"))
      return Trust.Remembered(
        id: plain.id, name: plain.name, time: plain.time,
        details: role.map {
          Trust.Details(
            role: $0, key: key, policy: policy,
            replaces: number == 0 ? nil : DocumentID("access-control"))
        })
    }
    // What was remembered before is completed, and not written otherwise for an earlier version.
    let memory = plain.adding(Memory.News(valid: known, chain: [tip(1)], known: nil))
    #expect(memory.bytes == plain.bytes && memory != plain)
    #expect(memory.adding(news(decisions: 0..<3, chain: [1])) == memory)
    #expect(Memory(memory.bytes, details: memory.details) == memory)
    #expect(Memory(memory.bytes) == plain)
    #expect(
      String(decoding: memory.details, as: UTF8.self)
        == "signed \(decision(0).id) ciso \(key) -\nsigned \(decision(1).id) ciso \(key) "
        + "access-control user-verification https://desk.example.org\n")
    // Of what is not remembered nothing is known; what was made again is forgotten.
    #expect(Memory(Memory().bytes, details: memory.details).decisions.isEmpty)
    #expect(memory.replacing([decision(1).id: decision(7).id]).details.count < memory.details.count)
    for (position, byte) in memory.details.enumerated() where byte != UInt8(ascii: "\n") {
      var damaged = memory.details
      damaged[position] = 0
      let read = Memory(memory.bytes, details: damaged)
      #expect(!read.isDamaged && read.decisions.count == 3, "NUL at \(position)")
      #expect(read.decisions.values.count { $0.details != nil } == 1, "NUL at \(position)")
    }
  }

  /// Any line, any byte, any end.
  @Test func damageIsNoticedAndTakesNothingElseWithIt() {
    let memory = Memory().adding(news(decisions: 0..<5, chain: [1]))
    let bytes = memory.bytes
    for end in 0..<bytes.count - 1 {
      // Only the last line feed is not missed.
      let cut = Memory(Array(bytes[..<end]))
      #expect(cut.isDamaged == (end < bytes.count - 1), "cut at \(end)")
    }
    for position in bytes.indices {
      var damaged = bytes
      damaged[position] = 0
      let read = Memory(damaged)
      #expect(read.isDamaged, "NUL at \(position)")
      #expect(read.decisions.count >= 3, "NUL at \(position)")
    }
  }

  @Test func whatCannotBeReadIsKeptUntilItIsMended() {
    let memory = Memory().adding(news(decisions: 0..<2, chain: [1]))
    let damaged = Memory(Array("valid nonsense\n\u{FF}\n".utf8) + memory.bytes)
    #expect(damaged.unreadable.count == 2 && damaged.decisions == memory.decisions)
    let added = damaged.adding(news(decisions: 5..<6, chain: [1]))
    #expect(Memory(added.bytes) == added && Memory(added.bytes).unreadable == damaged.unreadable)
    #expect(
      added.mended == memory.adding(news(decisions: 5..<6, chain: [1])) && !added.mended.isDamaged)

    let cut = Memory(Array(memory.bytes.dropLast(4)))
    #expect(cut.isDamaged && Memory(cut.adding(news(decisions: 5..<6, chain: [1])).bytes).isDamaged)
  }

  @Test(arguments: [
    "", "\n", "valid", "valid  ", "tip", "end ", " end", "END", "valid sha256:00 a b",
    "tip sha256:\(String(repeating: "0", count: 64))",
    "valid sha256:\(String(repeating: "0", count: 64)) writ/a/1.0/approve/b yesterday",
    "valid sha256:\(String(repeating: "0", count: 64)) refs/tags/writ/a/1.0/approve/b 2026-12-01T10:00:00Z",
  ])
  func nothingElseIsRead(_ text: String) {
    let memory = Memory(Array(text.utf8))
    #expect(memory.isDamaged && memory.decisions.isEmpty && memory.tip == nil)
  }
}

func decision(_ number: Int) -> Trust.Remembered {
  guard let name = StatementName("writ/policy-\(number)/1.0/approve/jane-doe") else {
    preconditionFailure("no name of a decision")
  }
  return Trust.Remembered(
    id: digest(number), name: name, time: Instant(seconds: 1_700_000_000 + Int64(number)))
}

func digest(_ number: Int) -> Digest { Digest.sha256(of: "\(number)".utf8) }

func tip(_ number: UInt32) -> Memory.Tip {
  Memory.Tip(digest: digest(Int(number)), version: Version(1, number))
}

func news(decisions: Range<Int> = 0..<0, chain: [UInt32] = [], known: Int? = nil) -> Memory.News {
  Memory.News(
    valid: decisions.map(decision), chain: chain.map(tip), known: known.map(digest))
}
