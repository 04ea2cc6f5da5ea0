import Approvals
import Documents
import Evidence
import Git
import Objects

extension PolicyRepository {
  /// Whether all that the refs of a push lead to, and refs here do not, can be read; else objects to it,
  /// naming the commit. `heads` holds the commits of all branches before the push.
  ///
  /// Nobody can be rid of a commit that a protected branch holds: what keeps others from reading it must
  /// not get in, though the next commit mends it.
  func areReadable(_ updates: inout [GuardReport.Update], heads: [ObjectID]) throws -> Bool {
    var history = PushedHistory(self, heads: heads)
    for place in updates.indices { try history.judge(&updates[place]) }
    return history.isReadable
  }
}

/// What a server asks of every commit that a push brings, the last one or not.
private struct PushedHistory {
  private(set) var isReadable = true
  private let repository: PolicyRepository
  private let git: Repository
  private let heads: [ObjectID]
  private var walk: NewCommits
  private var folders: NewFolders
  /// All that was there, where it must be known.
  private var before: [ObjectID: [ObjectID]]?

  init(_ repository: PolicyRepository, heads: [ObjectID]) {
    let git = repository.git
    self.repository = repository
    self.git = git
    self.heads = heads
    walk = NewCommits(git, beside: heads) { Self.others(in: git) }
    folders = NewFolders(git)
  }

  /// Objects to what cannot be read of the commits that this update brings and none before it did.
  mutating func judge(_ update: inout GuardReport.Update) throws {
    guard let new = update.new else { return }
    let start: ObjectID
    do {
      guard let commit = try git.commit(behind: new) else { return }
      start = commit
    } catch {
      // What is wrong with a decision is said where decisions are judged.
      guard error.kind.isOfContent else { throw error }
      guard !update.isDecision else { return }
      refuse(
        &update, .unreadable, "It cannot be read: \(error.message).",
        remedy: "Leave it out of the push.")
      return
    }
    let (commits, faults) = walk.commits(from: start)
    for fault in faults.filter({ isNew($0.commit) }).prefix(Self.mostTold) {
      refuse(
        &update, .unreadable,
        "Where the commit \(fault.commit) leads on cannot be read: \(fault.reason).",
        commit: fault.commit)
    }
    let (found, atTip) = try folders.odd(in: commits)
    let odd = found.filter { isNew($0.commit) }
    // Old histories have folders that Git would not write today; they come in before anything is decided.
    let isFirst = !odd.isEmpty && !heads.contains { (try? repository.holdsPolicies([$0])) ?? true }
    let refused = isFirst ? odd.filter { atTip.contains($0.tree) } : odd
    for folder in refused.prefix(Self.mostTold) {
      refuse(&update, .oddFolder, folder.sentence, commit: folder.commit)
    }
    for folder in refused.isEmpty ? odd.prefix(Self.mostTold) : [] {
      update.remarks.append(GuardReport.Remark(.oddFolder, folder.commit, folder.sentence))
    }
    for commit in commits.lazy.filter({ $0.oddity != nil }).prefix(Self.mostTold) {
      update.remarks.append(
        GuardReport.Remark(
          .oddCommit, commit.id,
          "The commit \(commit.id) is not as Git writes it: \(commit.oddity ?? "")."))
    }
  }

  private mutating func refuse(
    _ update: inout GuardReport.Update, _ code: GuardReport.Code, _ message: String,
    remedy: String = Self.withoutIt, commit: ObjectID? = nil
  ) {
    isReadable = false
    update.object(code, message, remedy: remedy, commit: commit)
  }

  /// As many as somebody mends before they push again.
  private static let mostTold = 10

  private static let withoutIt =
    "Make one new commit of all that is not here yet, and push that: git reset origin/main, git add "
    + "--all, git commit"

  /// Whether no ref here leads to a commit. Which commits are new is told by their dates, which may be
  /// wrong: before anything is refused for one, it is made sure.
  private mutating func isNew(_ commit: ObjectID) -> Bool {
    let known = before ?? git.history(of: heads + Self.others(in: git))
    before = known
    return known[commit] == nil
  }

  /// The commits that all refs lead to, as far as they can be read.
  private static func others(in git: Repository) -> [ObjectID] {
    ((try? git.references(under: "refs/")) ?? []).compactMap(\.target).compactMap {
      try? git.commit(behind: $0)
    }
  }
}

extension GitError.Kind {
  /// Whether it is about what was pushed, not about the repository.
  var isOfContent: Bool { self == .damaged || self == .tooLarge || self == .notFound }
}

/// The folders from the root to the documents, of commits that are new.
///
/// Each is read once, and none that a commit which was there has at the same place.
private struct NewFolders {
  /// A folder that is not as Git writes it, or cannot be read, with the commit that brought it.
  struct Odd {
    let tree: ObjectID
    let commit: ObjectID
    let path: String
    let reason: String

    var sentence: String {
      "The commit \(commit) holds \(path.isEmpty ? "a top folder" : "the folder \(path)") that is not as "
        + "Git writes it: \(reason)."
    }
  }

  private let git: Repository
  /// Of folders that were read: how deep they lay, and which ones in them are odd.
  private var read: [ObjectID: (depth: Int, odd: [ObjectID])] = [:]
  /// The odd ones.
  private var odd: [ObjectID: (path: String, reason: String)] = [:]
  /// The folder read last at each path.
  private var last: [String: TreeObject] = [:]

  init(_ git: Repository) { self.git = git }

  /// What is odd in these commits, of which the newest come first; and which of it the first of them holds.
  mutating func odd(in commits: [NewCommits.Commit]) throws -> (all: [Odd], first: [ObjectID]) {
    let new = Set(commits.map(\.id))
    // The last one that holds it is the first that was made.
    var broughtBy: [ObjectID: ObjectID] = [:]
    var first: [ObjectID]?
    for commit in commits {
      let old = commit.parents.filter { !new.contains($0) }
      let trees = read[commit.tree] == nil ? old.compactMap(tree) : []
      let found = try odd(in: commit.tree, path: "", depth: 0, trees)
      for tree in found { broughtBy[tree] = commit.id }
      if first == nil { first = found }
    }
    let all = broughtBy.sorted { $0.key < $1.key }.compactMap { tree, commit in
      odd[tree].map { Odd(tree: tree, commit: commit, path: $0.path, reason: $0.reason) }
    }
    return (all, first ?? [])
  }

  /// The folder of a commit that was there.
  private func tree(of commit: ObjectID) -> ObjectID? {
    (try? git.commit(commit)).flatMap(\.tree)
  }

  /// Which folders are odd among this one and those below it, but for what was there at the same place.
  private mutating func odd(in tree: ObjectID, path: String, depth: Int, _ old: [ObjectID]) throws
    -> [ObjectID]
  {
    if let known = read[tree], known.depth >= depth { return known.odd }
    guard !old.contains(tree) else { return [] }
    func isOdd(_ reason: String) -> [ObjectID] {
      odd[tree] = (path, reason)
      read[tree] = (.max, [tree])
      return [tree]
    }
    guard depth <= Self.deepest else { return isOdd("it lies too deep") }
    let folder: TreeObject
    do {
      folder = try TreeObject(git.bytes(of: tree, as: .tree), near: last[path])
    } catch let error as GrammarError {
      return isOdd(error.reason)
    } catch let error as GitError where error.kind.isOfContent {
      return isOdd(error.message)
    }
    last[path] = folder
    var found: Set<ObjectID> = []
    for entry in folder.entries
    where entry.kind == .tree && (depth > 0 || Self.folders.contains(entry.rawName)) {
      let trees = read[entry.id] == nil ? old.compactMap { child(entry.rawName, of: $0) } : []
      found.formUnion(
        try odd(
          in: entry.id, path: path.isEmpty ? entry.name : "\(path)/\(entry.name)", depth: depth + 1,
          trees))
    }
    // Of many, some are enough to refuse it.
    let some = Array(found.sorted().prefix(Self.mostKept))
    read[tree] = (depth, some)
    return some
  }

  /// What lies under that name in a folder that was there, however that is written.
  private func child(_ name: [UInt8], of tree: ObjectID) -> ObjectID? {
    (try? git.bytes(of: tree, as: .tree)).flatMap { bytes in
      ObjectLinks.ofTree(bytes).first { $0.name.elementsEqual(name) }?.id
    }
  }

  /// How many folders a document may lie in.
  private static let deepest = 32
  private static let mostKept = 10
  private static let folders = Set(DocumentFolders.names.map { Array($0.utf8) })
}
