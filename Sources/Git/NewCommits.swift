public import Objects

/// The commits that refs to come lead to, and refs that are there do not: `git rev-list NEW --not OLD…`.
///
/// It walks newest first, by what the commits say of their own time, and stops where all that is left to
/// follow was there before. Of few commits it is not asked, and where commits say otherwise than their
/// parents it cannot be told, so that some which were there may come out as new; but never one that is new as
/// there. All is hashed, and nothing is parsed but what leads on.
public struct NewCommits {
  /// One of them.
  public struct Commit: Sendable {
    /// Its name.
    public let id: ObjectID
    /// The folder that it holds.
    public let tree: ObjectID
    /// The commits that it names as its parents.
    public let parents: [ObjectID]
    /// How it differs from what Git writes, in words; `nil` for not at all.
    public let oddity: String?
  }

  /// A commit that leads to what nobody can follow.
  public struct Fault: Sendable {
    /// Its name.
    public let commit: ObjectID
    /// Why, in words.
    public let reason: String
  }

  /// What is known of one commit.
  private struct Mark {
    var isOld: Bool
    /// Whether what it leads to is still to be followed.
    var isOpen = false
    /// What it says; `nil` where that was not read, or cannot be.
    var commit: Commit?
    var time = Instant.last
  }

  private let git: Repository
  private var marks: [ObjectID: Mark]
  /// What is to be followed, the newest last.
  private var open: [(time: Instant, id: ObjectID)] = []
  private var openNew = 0
  /// What was there, as long as nothing was followed from there.
  private var unopened: [ObjectID]
  private let further: () -> [ObjectID]
  private var isFurtherKnown = false

  /// A walk that knows the commits `old` as there; `further` gives the others that refs here lead to, and is
  /// only asked where a push brings a lot: to read all tags takes time.
  public init(
    _ git: Repository, beside old: [ObjectID], further: @escaping () -> [ObjectID]
  ) {
    self.git = git
    self.further = further
    unopened = old
    marks = Dictionary(old.map { ($0, Mark(isOld: true)) }, uniquingKeysWith: { first, _ in first })
  }

  /// How many commits are followed before one looks where the refs that are there lead.
  private static let few = 64
  /// How many before all of these are asked for.
  private static let many = 1000

  /// The commits that this one leads to, itself among them, which are neither there nor were given before:
  /// mostly the newest first.
  public mutating func commits(from start: ObjectID) -> (commits: [Commit], faults: [Fault]) {
    var faults: [Fault] = []
    var found: [ObjectID] = []
    see(start, from: start, &faults)
    while openNew > 0 {
      if found.count >= Self.few { openOld() }
      if found.count >= Self.many, !isFurtherKnown {
        isFurtherKnown = true
        for id in further() { see(old: id) }
      }
      guard let id = open.popLast()?.id, var mark = marks[id] else { break }
      mark.isOpen = false
      marks[id] = mark
      let parents = mark.commit?.parents ?? []
      if mark.isOld {
        for parent in parents { see(old: parent) }
      } else {
        openNew -= 1
        found.append(id)
        for parent in parents { see(parent, from: id, &faults) }
      }
    }
    let new = found.compactMap { marks[$0].flatMap { $0.isOld ? nil : $0.commit } }
    return (new, faults.filter { !(marks[$0.commit]?.isOld ?? false) })
  }

  private mutating func openOld() {
    let old = unopened
    unopened = []
    for id in old {
      marks[id] = nil
      see(old: id)
    }
  }

  /// Notes that a commit was there.
  private mutating func see(old id: ObjectID) {
    guard var mark = marks[id] else {
      var mark = Mark(isOld: true)
      // What cannot be read of what is there was not brought by anybody now.
      if let commit = try? git.commit(id), let tree = commit.tree {
        mark.commit = Commit(id: id, tree: tree, parents: commit.parents, oddity: nil)
        mark.time = commit.time ?? .last
      }
      put(id, mark)
      return
    }
    guard !mark.isOld else { return }
    mark.isOld = true
    if mark.isOpen {
      openNew -= 1
      marks[id] = mark
    } else {
      put(id, mark)
    }
  }

  /// Notes that a commit is led to by one that is new.
  private mutating func see(_ id: ObjectID, from child: ObjectID, _ faults: inout [Fault]) {
    guard marks[id] == nil else { return }
    var mark = Mark(isOld: false)
    do {
      let object = try git.object(id)
      guard object.type == .commit else {
        faults.append(Fault(commit: child, reason: "it names \(id) as a commit, which is none"))
        return
      }
      let commit = CommitObject(object.bytes)
      if let tree = commit.tree {
        mark.commit = Commit(id: id, tree: tree, parents: commit.parents, oddity: commit.oddity)
        mark.time = commit.time ?? .last
      } else {
        faults.append(Fault(commit: id, reason: commit.oddity ?? "it names no folder"))
      }
    } catch {
      let isOwn = id == child || error.kind != .notFound
      faults.append(
        Fault(
          commit: isOwn ? id : child,
          reason: isOwn ? error.message : "it names the commit \(id), which is not here"))
    }
    guard mark.commit != nil else {
      marks[id] = mark
      return
    }
    openNew += 1
    put(id, mark)
  }

  /// Puts a commit among those to be followed.
  private mutating func put(_ id: ObjectID, _ mark: Mark) {
    var mark = mark
    mark.isOpen = true
    marks[id] = mark
    var (low, high) = (0, open.count)
    while low < high {
      let middle = (low + high) / 2
      if open[middle].time <= mark.time { low = middle + 1 } else { high = middle }
    }
    open.insert((mark.time, id), at: low)
  }
}

extension Repository {
  /// The commit that an object leads to: a tag by what it names, as often as need be; `nil` for none.
  ///
  /// Throws as `object` does, and `damaged` for a tag that names nothing.
  public func commit(behind id: ObjectID) throws(GitError) -> ObjectID? {
    var id = id
    while true {
      let object = try object(id)
      switch object.type {
      case .commit: return id
      case .blob, .tree: return nil
      case .tag:
        guard let target = ObjectLinks.ofTag(object.bytes) else {
          throw GitError(.damaged, "the tag \(id) names nothing that can be read")
        }
        id = target
      }
    }
  }

  /// All commits that these lead to, with their parents, as far as they can be read.
  public func history(of starts: [ObjectID]) -> [ObjectID: [ObjectID]] {
    var parents = Dictionary(
      starts.map { ($0, [ObjectID]()) }, uniquingKeysWith: { first, _ in first })
    var open = Array(parents.keys)
    while let id = open.popLast() {
      guard let found = try? commit(id).parents else { continue }
      parents[id] = found
      for parent in found where parents[parent] == nil {
        parents[parent] = []
        open.append(parent)
      }
    }
    return parents
  }
}

extension Instant {
  /// That of what has no date: it is followed at once, whatever else there is.
  fileprivate static let last = Instant(seconds: .max)
}
