import Approvals
import Evidence
import Git
import Objects
import Programs

/// What another repository has, beside what is here once all that is new there was fetched.
struct FetchedDecisions: Sendable {
  /// A name that holds one thing here and another there.
  struct Difference: Sendable {
    /// The whole name of the ref.
    let name: String
    /// What it holds here.
    let here: ObjectID
    /// What it holds there.
    let there: ObjectID
    /// Whether that which is here was there once, so that somebody has exchanged it.
    let wasThere: Bool
  }

  /// The decisions that came, by name.
  let new: [Reference]
  /// The decisions here that are not there, and are not known to have been there: mostly never sent.
  let unsent: [Reference]
  /// The decisions here that are not there, though they were seen there before.
  let gone: [Reference]
  /// The names that hold something else there.
  let different: [Difference]
  /// Names there that could not be taken over.
  let notTaken: [String]
  /// Every decision there.
  let decisionsThere: [Reference]
  /// The branches there, by their names without `refs/heads/`.
  let branches: [String: ObjectID]
  /// The branches that were known of it here before, the same way; `nil` where it has no name.
  let branchesBefore: [String: ObjectID]?
  /// What was ever seen there before.
  let before: ExchangeMemory

  /// The branches that were seen there, and are gone.
  var goneBranches: [String] {
    before.branches.union((branchesBefore ?? [:]).keys).subtracting(branches.keys).sorted()
  }

  /// The branches that came.
  var newBranches: [String] {
    branchesBefore.map { before in branches.keys.filter { before[$0] == nil }.sorted() } ?? []
  }
}

extension PolicyRepository {
  /// Fetches all decisions of another repository that are not here, and, where it has a name here, its
  /// branches; then compares.
  ///
  /// Nothing that is here is replaced but what is known of its branches. It throws `Unreachable` where
  /// it is not reached, and then nothing has changed. It keeps in mind what is there.
  func fetch(from remote: Remote) async throws -> FetchedDecisions {
    try refuseShallow()
    let store = surroundings.stateFolder.map { ExchangeStore(remote.digest, in: $0) }
    let before = store?.read() ?? ExchangeMemory()
    let trackedBefore = try tracked(remote)
    let hereBefore = Set(try git.references(under: StatementName.refPrefix).map(\.name))
    var there: RefsThere
    var triesLeft = 3
    while true {
      there = try await refs(of: remote, before)
      guard try await fetch(there, from: remote, before), triesLeft > 0 else { break }
      // Something changed there or here meanwhile.
      triesLeft -= 1
    }
    store?.add(
      ExchangeMemory(
        decisions: there.decisions, branches: there.branches.keys, time: surroundings.now))
    let here = try git.references(under: StatementName.refPrefix)
    return try compare(here, since: hereBefore, there, before, trackedBefore)
  }

  /// Refuses in a clone without its whole history, which would look like one without decisions.
  func refuseShallow() throws {
    guard git.isShallow else { return }
    throw Refusal(
      .couldNot, "this copy of the repository lacks part of its history (it is shallow)",
      remedies: "fetch the rest, or ask whoever keeps the policies: git fetch --unshallow --tags")
  }

  private func compare(
    _ here: [Reference], since before: Set<String>, _ there: RefsThere, _ memory: ExchangeMemory,
    _ tracked: [String: ObjectID]?
  ) throws -> FetchedDecisions {
    let held = Dictionary(
      there.decisions.map { ($0.name, $0.target) }, uniquingKeysWith: { first, _ in first })
    let absent = here.filter { held[$0.name] == nil }
    let different = here.compactMap { reference -> FetchedDecisions.Difference? in
      guard let mine = reference.target, let theirs = held[reference.name] ?? nil, mine != theirs
      else { return nil }
      return FetchedDecisions.Difference(
        name: reference.name, here: mine, there: theirs,
        // What just came, and is another one there by now, was there as well.
        wasThere: memory.decisions.contains(reference) || !before.contains(reference.name))
    }
    let names = Set(here.map(\.name))
    return FetchedDecisions(
      new: here.filter { !before.contains($0.name) && held[$0.name] == $0.target },
      unsent: absent.filter { !memory.decisions.contains($0) },
      gone: absent.filter(memory.decisions.contains),
      different: different,
      notTaken: there.strange + there.decisions.map(\.name).filter { !names.contains($0) },
      decisionsThere: there.decisions, branches: there.branches, branchesBefore: tracked,
      before: memory)
  }

  /// What it was known to have, by the names without `refs/heads/`; `nil` where it has no name here.
  private func tracked(_ remote: Remote) throws -> [String: ObjectID]? {
    try remote.trackingPrefix.map(branches)
  }

  // MARK: Asking

  /// The refs of another repository.
  struct RefsThere {
    /// Its decisions.
    var decisions: [Reference] = []
    /// Its branches, by their names without `refs/heads/`.
    var branches: [String: ObjectID] = [:]
    /// Names among those of decisions that are none which a ref can have here.
    var strange: [String] = []
  }

  /// Asks for all refs of another repository. Throws `Unreachable`.
  func refs(of remote: Remote, _ before: ExchangeMemory) async throws -> RefsThere {
    let answer = try await remote.run(
      ["ls-remote", "--quiet", "--refs", "--heads", "--tags", remote.name])
    guard answer.isYes else { throw Unreachable(remote, answer, last: before.time) }
    var there = RefsThere()
    var known: Set<String> = []
    for line in answer.output.utf8.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: "\t"))
      guard parts.count == 2, let object = ObjectID(hexDigits: parts[0]) else { continue }
      let name = String(Substring(parts[1]))
      guard known.insert(name).inserted else { continue }
      if name.utf8.starts(with: StatementName.refPrefix.utf8) {
        if Self.isPlain(name) {
          there.decisions.append(Reference(name: name, target: object))
        } else {
          there.strange.append(name)
        }
      } else if name.utf8.starts(with: "refs/heads/".utf8), Self.isName(name) {
        there.branches[name.without("refs/heads/")] = object
      }
    }
    return there
  }

  /// Whether a ref can have this name (`git-check-ref-format(1)`).
  private static func isName(_ name: String) -> Bool {
    name.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"~^:?*[\\".utf8.contains($0) }
      && !name.contains("..") && !name.contains("@{") && !name.hasSuffix(".")
      && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty && !part.hasPrefix(".") && !part.hasSuffix(".lock")
      }
  }

  /// Whether a name means nothing else to Git: what another repository says may be anything.
  private static func isPlain(_ name: String) -> Bool {
    name.utf8.count < 4096
      && name.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
          || "-._/".utf8.contains(byte)
      }
      && isName(name)
  }

  // MARK: Fetching

  /// Fetches what is not here, in one go; gives whether to ask anew.
  ///
  /// Git only brings the objects: which refs are made is said name by name, and none that is there
  /// already is touched. (Told the names one by one, it takes minutes for 20,000.)
  private func fetch(_ there: RefsThere, from remote: Remote, _ before: ExchangeMemory) async throws
    -> Bool
  {
    let here = try git.references(under: StatementName.refPrefix).map(\.name)
    let wanted = Self.possible(there.decisions, beside: here)
    let tracked = try tracked(remote) ?? there.branches
    guard !wanted.isEmpty || tracked != there.branches else { return false }
    var refspecs = wanted.isEmpty ? [] : ["\(StatementName.refPrefix)*:\(StatementName.refPrefix)*"]
    if tracked != there.branches, let prefix = remote.trackingPrefix {
      refspecs.append("+refs/heads/*:\(prefix)*")
    }
    let answer = try await remote.run(
      [
        "fetch", "--dry-run", "--quiet", "--no-tags", "--no-prune", "--no-prune-tags",
        "--no-recurse-submodules", "--no-auto-maintenance", "--refmap=",
        remote.name,
      ] + refspecs)
    if answer.cannotWrite {
      throw Refusal(
        .couldNot, "what \(remote.name) has could not be stored here: \(answer.complaint)",
        remedies: "free some space, or ask for the right to write here; then try again")
    }
    // It ends with 1 where a name holds something else here, and says what is wrong else.
    let isWrong = answer.talk.split(separator: "\n").contains {
      $0.hasPrefix("fatal:") || $0.hasPrefix("error:")
    }
    guard answer.isYes || answer.exit == 1 && !isWrong else {
      throw Unreachable(remote, answer, last: before.time)
    }
    let moved = there.branches.filter { tracked[$0.key] != $0.value }
    let objects = wanted.compactMap(\.target) + moved.values
    guard objects.allSatisfy(git.holds) else { return true }
    let isDone = try await note(
      wanted.map { "create \($0.name) \($0.target ?? .zero)\n" }, remote)
    guard let prefix = remote.trackingPrefix else { return !isDone }
    // What is gone first: it may be in the way of what came.
    let isCleared = try await note(
      tracked.filter { there.branches[$0.key] == nil }
        .map { "delete \(prefix)\($0.key) \($0.value)\n" }, remote)
    let isMoved = try await note(
      moved.map { "update \(prefix)\($0.key) \($0.value) \(tracked[$0.key] ?? .zero)\n" }, remote)
    if wanted.count > 1000 { _ = try await remote.run(["pack-refs", "--all"]) }
    return !(isDone && isCleared && isMoved)
  }

  /// Makes or moves refs, all or none; gives whether that was done. Else somebody else is at work.
  private func note(_ lines: [String], _ remote: Remote) async throws -> Bool {
    guard !lines.isEmpty else { return true }
    return try await remote.run(
      ["update-ref", "-m", "writ: fetch", "--stdin"], input: lines.joined()
    ).isYes
  }

  /// Those that are not here, and have no name in the way of another, or the other way round: of `a` and
  /// `a/b` there can be one.
  private static func possible(_ there: [Reference], beside here: [String]) -> [Reference] {
    var names = Set(here)
    var folders = Set(here.flatMap(Self.folders))
    return there.filter { reference in
      let own = Self.folders(of: reference.name)
      guard !folders.contains(reference.name), names.isDisjoint(with: own),
        names.insert(reference.name).inserted
      else { return false }
      folders.formUnion(own)
      return true
    }
  }

  /// The folders in which a ref lies, below that of all decisions.
  private static func folders(of name: String) -> [String] {
    let parts = name.split(separator: "/")
    return (3..<max(parts.count, 3)).map { parts[..<$0].joined(separator: "/") }
  }
}

extension String {
  /// Without what it begins with, byte by byte: behind a slash may stand a mark that joins it.
  func without(_ prefix: String) -> String {
    String(decoding: utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
  }
}
