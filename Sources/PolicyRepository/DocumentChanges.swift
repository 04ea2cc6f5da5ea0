import Approvals
import Documents
import Git
import Objects
import Signatures

/// Finds the commits in which a text changed.
final class DocumentChanges {
  private let git: Repository
  private let trees: Trees
  /// The blobs of the texts that were decided on.
  private var texts: [Objects.Digest: ObjectID] = [:]
  /// The commits that decisions are about which hold: who asks of one will ask of others. Those of anybody
  /// else start no walk, for anybody may point at what they like.
  private var expected: Set<ObjectID> = []
  private var index: ChangeIndex?
  /// How many commits were walked over.
  private(set) var walked = 0
  /// What is known of objects, these changes among them.
  private(set) var known = KnownObjects()

  init(_ git: Repository, _ trees: Trees) {
    self.git = git
    self.trees = trees
  }

  /// Takes over what was found with the decisions.
  func learn(_ records: Records) {
    texts.merge(records.texts) { old, _ in old }
    known.add(records.known)
  }

  /// Keeps in mind at which commits it may be asked.
  func expect(_ targets: [ObjectID]) { expected.formUnion(targets) }

  /// Who changed a text on the way back from `target`, stopping at commits in which its file holds
  /// one of the approved texts. Where the file was moved, the way leads on to where it had been.
  func authors(of edition: Edition, at target: ObjectID, approved: Set<Objects.Digest>) throws
    -> [ChangeAuthors]
  {
    try commits(changing: edition, at: target, approved: approved).map { try authors(of: $0) }
  }

  /// The newest of these commits, by the time that it claims; `nil` where none has one.
  func newest(changing edition: Edition, at target: ObjectID, approved: Set<Objects.Digest>) throws
    -> CommitObject?
  {
    try commits(changing: edition, at: target, approved: approved).map { try git.commit($0) }
      .compactMap { commit in commit.time.map { (time: $0, commit) } }
      .max { $0.time < $1.time }?.1
  }

  private func commits(
    changing edition: Edition, at target: ObjectID, approved: Set<Objects.Digest>
  ) throws -> [ObjectID] {
    let place = KnownObjects.Place(commit: target, path: edition.path)
    let question = KnownObjects.Question(place, approved: approved)
    if let answer = known.changes[question] { return answer }
    let blobs = Set(approved.compactMap { texts[$0] })
    let commits =
      edition.document == .governance
      ? try governanceChanges(at: target, approved: blobs)
      : try index(holding: target).changes(of: edition.document, at: place, approved: blobs) {
        try trees.document($0, path: $1)
      }
    known.changes[question] = commits
    return commits
  }

  private var authors: [ObjectID: ChangeAuthors] = [:]

  private func authors(of id: ObjectID) throws -> ChangeAuthors {
    if let known = authors[id] { return known }
    let answer = Self.authors(of: try git.commit(id), id)
    authors[id] = answer
    return answer
  }

  /// The key that signed a commit and who it says wrote it.
  static func authors(of commit: CommitObject, _ id: ObjectID) -> ChangeAuthors {
    var signer: (key: Fingerprint, assertion: Assertion?)?
    if case .key(let key, let assertion) = CommitSigner(of: commit) { signer = (key, assertion) }
    return ChangeAuthors(
      signer: signer?.key, assertion: signer?.assertion, emails: commit.addresses,
      coAuthors: commit.coAuthorAddresses, commit: id, time: commit.time)
  }

  /// Every change of every document in what this commit and all decisions come from.
  private func index(holding target: ObjectID) throws -> ChangeIndex {
    if let index, index.holds(target) { return index }
    // Before a decision is verified its commit may not be among them.
    expected.insert(target)
    let index = try ChangeIndex(git, from: Array(expected))
    self.index = index
    walked += index.commits.count
    return index
  }

  /// The governance file has no other place and changes seldom: the way to the last approved text is
  /// short, so it is walked.
  private func governanceChanges(at target: ObjectID, approved: Set<ObjectID>) throws -> [ObjectID]
  {
    var changes: [ObjectID] = []
    var visited: Set<ObjectID> = [target]
    var open = [target]
    while let id = open.popLast() {
      let commit = try git.commit(id)
      guard commit.tree != nil else {
        // It leads nowhere, and nobody can tell who changed what in it.
        changes.append(id)
        continue
      }
      let blob = try trees.file(at: DocumentFolders.governancePath, in: commit)
      if let blob, approved.contains(blob) { continue }
      var isChange = blob != nil
      for parent in commit.parents {
        if try trees.file(at: DocumentFolders.governancePath, in: git.commit(parent)) == blob {
          isChange = false
        }
      }
      if isChange { changes.append(id) }
      open += commit.parents.filter { visited.insert($0).inserted }
    }
    return changes
  }
}
