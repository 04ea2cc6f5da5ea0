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
  /// All that is there and could not be stored here, with the reason.
  let notStored: [NotStored]
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
    let missing = Set(notStored.map(\.ref))
    return branchesBefore.map { before in
      branches.keys.filter { before[$0] == nil && !missing.contains("refs/heads/\($0)") }.sorted()
    } ?? []
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
    var outcome: Outcome
    var triesLeft = 3
    while true {
      there = try await refs(of: remote, before)
      outcome = try await fetch(there, from: remote, before)
      guard outcome.isToBeTriedAgain, triesLeft > 0 else { break }
      // Something changed there or here meanwhile.
      triesLeft -= 1
    }
    store?.add(
      ExchangeMemory(
        decisions: there.decisions, branches: there.branches.keys, time: surroundings.now))
    let here = try git.references(under: StatementName.refPrefix)
    return try compare(
      here, since: hereBefore, there, before, trackedBefore,
      notStored: notStored(outcome, there, here, remote))
  }

  /// What is there and not here, with the reasons that are known.
  private func notStored(
    _ outcome: Outcome, _ there: RefsThere, _ here: [Reference], _ remote: Remote
  ) throws -> [NotStored] {
    let names = Set(here.map { Array($0.name.utf8) })
    var missing = there.decisions.map(\.name).filter { !names.contains(Array($0.utf8)) }
    if let tracked = try tracked(remote) {
      let branches = there.branches.filter { tracked[$0.key] != $0.value }.keys
      missing += branches.map { "\(Self.heads)\($0)" }.sorted()
      let stale = Set(tracked.keys).subtracting(there.branches.keys)
      missing += stale.map { "\(Self.heads)\($0)" }.sorted()
    }
    let strange = (there.strange + there.strangeBranches).map { name in
      NotStored(
        name, reason: "Git takes no such name here",
        remedy: "Ask whoever runs \(remote.name) to remove it there")
    }
    return strange
      + missing.map { name in
        outcome.reasons[name]
          ?? NotStored(
            name, reason: "it changed there or here meanwhile, or was not sent",
            remedy: "Try again: writ pull")
      }
  }

  /// What came of fetching once.
  private struct Outcome {
    /// Whether something changed meanwhile.
    var isToBeTriedAgain = false
    /// Why something could not be stored, by its name there.
    var reasons: [String: NotStored] = [:]
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
    _ tracked: [String: ObjectID]?, notStored: [NotStored]
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
      notStored: notStored, decisionsThere: there.decisions, branches: there.branches,
      branchesBefore: tracked,
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
    /// Names of branches that are none which a ref can have.
    var strangeBranches: [String] = []
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
      } else if name.utf8.starts(with: Self.heads.utf8) {
        if Self.isName(name) {
          there.branches[name.without(Self.heads)] = object
        } else {
          there.strangeBranches.append(name)
        }
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
      && name.utf8.allSatisfy { $0.isASCIILetterOrDigit || "-._/".utf8.contains($0) }
      && isName(name)
  }

  // MARK: Fetching

  /// Fetches what is not here, in one go.
  ///
  /// Git only brings the objects: which refs are made is said name by name, and none that is there
  /// already is touched. (Told the names one by one, it takes minutes for 20,000.)
  private func fetch(_ there: RefsThere, from remote: Remote, _ before: ExchangeMemory) async throws
    -> Outcome
  {
    let here = try git.references(under: StatementName.refPrefix).map(\.name)
    var outcome = Outcome()
    let wanted = try possible(there.decisions, beside: here, remote, &outcome)
    let tracked = try tracked(remote) ?? there.branches
    let branches = try possible(there.branches, of: remote, &outcome)
    guard !wanted.isEmpty || tracked != branches else { return outcome }
    var refspecs = wanted.isEmpty ? [] : ["\(StatementName.refPrefix)*:\(StatementName.refPrefix)*"]
    if tracked != branches, let prefix = remote.trackingPrefix {
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
    if let refusal = answer.refusedObject(of: remote.name) { throw refusal }
    // It ends with 1 where a name holds something else here, and says what is wrong else.
    let isWrong = answer.talk.split(separator: "\n").contains {
      $0.hasPrefix("fatal:") || $0.hasPrefix("error:")
    }
    guard answer.isYes || answer.exit == 1 && !isWrong else {
      throw Unreachable(remote, answer, last: before.time)
    }
    let moved = branches.filter { tracked[$0.key] != $0.value }
    let decisions = wanted.filter { $0.target.map(git.holds) ?? false }
    let came = moved.filter { git.holds($0.value) }
    outcome.isToBeTriedAgain = decisions.count < wanted.count || came.count < moved.count
    try await store(
      decisions.map { Storing($0.name, $0.name, "create \($0.name) \($0.target ?? .zero)\n") },
      remote, &outcome)
    guard let prefix = remote.trackingPrefix else { return outcome }
    // What is gone first: it may be in the way of what came.
    try await store(
      tracked.filter { there.branches[$0.key] == nil }.map {
        Storing(
          "\(Self.heads)\($0.key)", prefix + $0.key, "delete \(prefix)\($0.key) \($0.value)\n")
      }, remote, &outcome)
    try await store(
      came.map {
        Storing(
          "\(Self.heads)\($0.key)", prefix + $0.key,
          "update \(prefix)\($0.key) \($0.value) \(tracked[$0.key] ?? .zero)\n")
      }, remote, &outcome)
    if wanted.count > 1000 { _ = try await remote.run(["pack-refs", "--all"]) }
    return outcome
  }

  /// A ref to be made, moved or deleted.
  private struct Storing {
    /// The names that it has there and here.
    let there, here: String
    /// What `git-update-ref(1)` is told.
    let line: String

    init(_ there: String, _ here: String, _ line: String) {
      self.there = there
      self.here = here
      self.line = line
    }
  }

  /// How often Git is asked to store what it did not store together with all else.
  private static let mostTries = 100

  /// Makes, moves or deletes refs: all at once; where that cannot be, without those that Git names, and
  /// else in halves, so that one that cannot be stored keeps no other from it.
  private func store(_ all: [Storing], _ remote: Remote, _ outcome: inout Outcome) async throws {
    var open = [all[...]]
    var triesLeft = Self.mostTries
    while let some = open.popLast() {
      guard let first = some.first else { continue }
      guard triesLeft > 0 else {
        for one in some {
          outcome.reasons[one.there] = NotStored(
            one.there, reason: "too many others could not be stored",
            remedy: "Mend what is said of these, then: writ pull")
        }
        continue
      }
      triesLeft -= 1
      let answer = try await remote.run(
        ["update-ref", "--no-deref", "-m", "writ: fetch", "--stdin"],
        input: some.map(\.line).joined())
      if answer.isYes { continue }
      // `cannot lock ref 'refs/…': …`
      let words = answer.complaint.split(separator: "'", maxSplits: 2)
      let named =
        words.count > 1 ? some.firstIndex { $0.here.utf8.elementsEqual(words[1].utf8) } : nil
      guard some.count == 1 || named != nil else {
        let middle = some.startIndex + some.count / 2
        open += [some[middle...], some[..<middle]]
        continue
      }
      let one = named.map { some[$0] } ?? first
      outcome.isToBeTriedAgain = outcome.isToBeTriedAgain || answer.isRace
      outcome.reasons[one.there] = NotStored(
        one.there, reason: answer.complaint,
        remedy:
          "Take away what is in the way here, if it is yours; or ask whoever keeps the policies. "
          + "Then: writ pull")
      if let named {
        open.append(some[(named + 1)...])
        open.append(some[..<named])
      }
    }
  }

  /// Those that are not here, and have no name in the way of another, or the other way round: of `a` and
  /// `a/b` there can be one.
  private func possible(
    _ there: [Reference], beside here: [String], _ remote: Remote, _ outcome: inout Outcome
  ) throws -> [Reference] {
    var names = Set(here)
    var folders = Set(here.flatMap(Self.folders))
    let folder = String(StatementName.refPrefix.dropLast())
    let isFolderTaken = try git.holdsReference(named: folder)
    return there.filter { reference in
      guard !names.contains(reference.name) else { return false }
      let own = Self.folders(of: reference.name)
      if isFolderTaken {
        outcome.reasons[reference.name] = NotStored(
          reference.name, reason: "a tag of that name, writ, takes the place of all decisions here",
          remedy:
            "Give that tag another name: git tag NEW writ, then git tag -d writ; then: writ pull")
      } else if folders.contains(reference.name) || !names.isDisjoint(with: own) {
        outcome.reasons[reference.name] = NotStored(
          reference.name,
          reason: "something here has that name as its folder, or a folder of it as its name",
          remedy: "Ask whoever runs \(remote.name) to remove what stands there")
      } else {
        names.insert(reference.name)
        folders.formUnion(own)
        return true
      }
      return false
    }
  }

  /// The branches there for which there is a place here: a copy keeps what it takes for the other side's
  /// main branch under a name among theirs, `HEAD`.
  private func possible(
    _ there: [String: ObjectID], of remote: Remote, _ outcome: inout Outcome
  ) throws -> [String: ObjectID] {
    guard let prefix = remote.trackingPrefix else { return there }
    let symbolic = Set(
      try git.references(under: prefix).filter { $0.target == nil }.map { $0.name.without(prefix) }
    ).union(["HEAD"])
    return there.filter { branch, _ in
      guard
        let taken = symbolic.first(where: {
          branch == $0 || branch.utf8.starts(with: "\($0)/".utf8)
        })
      else { return true }
      let name = "\(Self.heads)\(branch)"
      outcome.reasons[name] = NotStored(
        name, reason: "in each copy the name \(taken) stands for another branch of \(remote.name)",
        remedy: "Ask whoever runs \(remote.name) to remove it there: git update-ref -d \(name)")
      return false
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
