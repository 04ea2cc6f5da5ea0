import Approvals
import Files
import Objects
import Signatures

/// All decisions, judged beside what this user had found valid before.
struct Recollection {
  /// The decisions.
  let ledger: Ledger
  /// What was remembered before.
  let memory: Memory
  /// Where it is kept; `nil` where there is no root, or the user has no home.
  let path: String?
  /// The newest governance version known: that which the user knows from outside, else the newest
  /// that they have met, just now or before.
  let tip: Digest?
  /// Why nothing could be remembered, in words; `nil` where all is remembered that is to be.
  let failure: String?
}

extension PolicyRepository {
  /// Judges all decisions beside what this user remembers, and remembers what is new.
  ///
  /// `listed` holds what else was found valid before, by a report that the user has. A memory that
  /// cannot be read or written never keeps anybody from working. What is asked as of another time
  /// changes no memory.
  func recollection(of head: Head?, listed: [Trust.Remembered] = []) throws -> Recollection {
    let records = try records()
    rememberObjects()
    let governanceFile = try governanceFile(of: head)
    // Whose memory it is can be told by the root alone, which is known once all is judged. What the
    // first decision names is nearly always right.
    let guess =
      try trust().required ?? records.firstRepository ?? governanceFile.map { .sha256(of: $0) }
    var (memory, failure) = guess.map(recall) ?? (Memory(), nil)
    func judge(beside memory: Memory) throws -> Ledger {
      try settled(records) {
        try self.judge($0, in: head, beside: memory, listed: listed)
      }
    }
    var ledger = try judge(beside: memory)
    if let root = ledger.root, root != guess {
      (memory, failure) = recall(root)
      ledger = try judge(beside: memory)
    }
    try refuseWithoutPolicies(ledger, governanceFile)
    let news = try news(in: ledger)
    let store = ledger.root.flatMap(memoryStore)
    if failure == nil, surroundings.remembersWhatIsFound, !ledger.isBroken {
      do { _ = try store?.add(news, to: memory) } catch { failure = Self.failure(error) }
    }
    return Recollection(
      ledger: ledger, memory: memory, path: store?.path,
      tip: news.known ?? memory.adding(news).tip?.digest, failure: failure)
  }

  /// Judges these decisions, with the files of HEAD, beside what is remembered; `now` is the real time, if
  /// another than that of the call.
  ///
  /// The tip that the user knows from outside goes first, unless the way to the remembered one leads
  /// over it.
  func judge(
    _ records: [Record], in head: Head?, beside memory: Memory,
    listed: [Trust.Remembered] = [], now: Instant? = nil
  ) throws -> Ledger {
    let trust = try trust()
    let governanceFile = try governanceFile(of: head)
    let remembered = Array(memory.decisions.values) + listed
    func judge(tip: Digest?) throws -> Ledger {
      try Ledger(
        records: records, head: governanceFile, texts: { try self.texts(in: head) },
        trust: Trust(
          required: trust.required, tip: tip, known: trust.known, remembered: remembered),
        now: now ?? surroundings.now, asOf: surroundings.asOf, history: history,
        expecting: changes.expect)
    }
    let ledger = try judge(tip: trust.tip ?? memory.tip?.digest)
    guard let known = trust.tip, let tip = memory.tip?.digest, !ledger.holds(tip) else {
      return ledger
    }
    let further = try judge(tip: tip)
    return further.holds(tip) && further.holds(known) ? further : ledger
  }

  /// What is remembered of the repository with this root; nothing where that cannot be read.
  func memory(of root: Digest) -> Memory { recall(root).0 }

  /// Remembers what was found valid; where that cannot be done, `verify` will say so.
  func remember(_ ledger: Ledger) {
    guard !ledger.isBroken, let store = ledger.root.flatMap(memoryStore),
      let memory = try? store.read(),
      let news = try? news(in: ledger)
    else { return }
    _ = try? store.add(news, to: memory)
  }

  /// Where what is found valid under this root is remembered; `nil` where the user has no home.
  func memoryStore(_ root: Digest) -> MemoryStore? {
    surroundings.stateFolder.map { MemoryStore(root, in: $0) }
  }

  private func recall(_ root: Digest) -> (Memory, failure: String?) {
    guard let store = memoryStore(root) else {
      return (Memory(), "there is no home folder (HOME is not set)")
    }
    do { return (try store.read(), nil) } catch { return (Memory(), Self.failure(error)) }
  }

  private func news(in ledger: Ledger) throws -> Memory.News {
    Memory.News(
      valid: ledger.valid.map { Trust.Remembered($0) },
      chain: ledger.chain.map { Memory.Tip(digest: $0.digest, version: $0.version) },
      known: try trust().tip)
  }

  /// Why a file of the user's state could not be read or written, in words.
  static func failure(_ error: any Error) -> String {
    guard let error = error as? FileError else { return String(describing: error) }
    return error.isLocked
      ? "another program holds \(error.path)" : "\(error.path): \(error.reason)"
  }
}

extension Ledger {
  /// Whether this governance version was ever in force.
  fileprivate func holds(_ digest: Digest) -> Bool { chain.contains { $0.digest == digest } }
}

extension [Record] {
  /// The repository that the first decision says it was made in.
  fileprivate var firstRepository: Digest? {
    for case .statement(_, let statement, _) in lazy.map(\.content) {
      return statement.repository
    }
    return nil
  }
}
