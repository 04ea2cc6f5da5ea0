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
    guard let prefix = remote.trackingPrefix else { return nil }
    return Dictionary(
      try git.references(under: prefix).compactMap { reference in
        reference.target.map { (reference.name.without(prefix), $0) }
      }, uniquingKeysWith: { first, _ in first })
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
      } else if name.utf8.starts(with: "refs/heads/".utf8) {
        there.branches[name.without("refs/heads/")] = object
      }
    }
    return there
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
      && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty && !part.hasPrefix(".") && !part.hasSuffix(".") && !part.hasSuffix(".lock")
          && !part.contains("..")
      }
  }

  // MARK: Fetching

  /// Fetches what is not here, in one go; gives whether to ask anew.
  private func fetch(_ there: RefsThere, from remote: Remote, _ before: ExchangeMemory) async throws
    -> Bool
  {
    func lacking() throws -> (decisions: [String], isBehind: Bool) {
      let here = Set(try git.references(under: StatementName.refPrefix).map(\.name))
      let tracked = try tracked(remote)
      return (
        there.decisions.map(\.name).filter { !here.contains($0) },
        tracked.map { $0 != there.branches } ?? false
      )
    }
    let wanted = try lacking()
    guard !wanted.decisions.isEmpty || wanted.isBehind else { return false }
    var names = wanted.decisions.map { "\($0):\($0)" }
    if wanted.isBehind, let prefix = remote.trackingPrefix {
      names.append("+refs/heads/*:\(prefix)*")
    }
    // With its own refspecs only: those of the settings could name anything, decisions too.
    let answer = try await remote.run(
      [
        "fetch", "--quiet", "--no-tags", "--no-prune-tags",
        wanted.isBehind ? "--prune" : "--no-prune",
        "--no-recurse-submodules", "--no-write-fetch-head", "--no-show-forced-updates", "--refmap=",
        "--stdin", remote.name,
      ], input: names.map { "\($0)\n" }.joined())
    if answer.isYes { return false }
    if answer.cannotWrite {
      throw Refusal(
        .couldNot, "what \(remote.name) has could not be stored here: \(answer.complaint)",
        remedies: "free some space, or ask for the right to write here; then try again")
    }
    if answer.talk.contains("couldn't find remote ref") { return true }
    // Of refs, some may have come. What is in the way of the others is said once it stays so.
    let isAboutRefs = [
      "cannot lock ref", "unable to update local ref", "rejected]", "some local refs",
    ]
    .contains(where: answer.talk.contains)
    guard isAboutRefs else { throw Unreachable(remote, answer, last: before.time) }
    let left = try lacking()
    return !left.decisions.isEmpty || left.isBehind
  }
}

extension String {
  /// Without what it begins with, byte by byte: behind a slash may stand a mark that joins it.
  func without(_ prefix: String) -> String {
    String(decoding: utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
  }
}
