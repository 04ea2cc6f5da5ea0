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
  /// The commits that decisions are about: who asks of one will ask of others.
  private var targets: [ObjectID] = []
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
    targets = Array(Set(targets + known.blobs.keys.map(\.commit)))
  }

  /// Who changed a text on the way back from `target`, stopping at commits in which its file holds
  /// one of the approved texts. Where the file was moved, the way leads on to where it had been.
  func authors(of edition: Edition, at target: ObjectID, approved: Set<Objects.Digest>) throws
    -> [ChangeAuthors]
  {
    try commits(changing: edition, at: target, approved: approved).map { try authors(of: $0) }
  }

  /// The newest of these commits, by the time that it claims; `nil` where none can be read.
  func newest(changing edition: Edition, at target: ObjectID, approved: Set<Objects.Digest>) throws
    -> CommitObject?
  {
    try commits(changing: edition, at: target, approved: approved).compactMap { try commit($0) }
      .max { $0.committer.time < $1.committer.time }
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
    let answer = try commit(id).map(Self.authors) ?? .unreadable
    authors[id] = answer
    return answer
  }

  /// The key that signed a commit and who it says wrote it.
  static func authors(of commit: CommitObject) -> ChangeAuthors {
    let emails = [commit.author.email, commit.committer.email]
    let coAuthors = commit.coAuthorEmails
    guard case .key(let signer, let assertion) = CommitSigner(of: commit) else {
      return ChangeAuthors(signer: nil, emails: emails, coAuthors: coAuthors)
    }
    return ChangeAuthors(
      signer: signer, assertion: assertion, emails: emails, coAuthors: coAuthors)
  }

  /// Every change of every document in what this commit and all decisions come from.
  private func index(holding target: ObjectID) throws -> ChangeIndex {
    if let index, index.holds(target) { return index }
    // What is not here can be no start.
    let index = try ChangeIndex(git, from: ([target] + targets).filter(git.holds))
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
      guard let commit = try commit(id) else {
        changes.append(id)
        continue
      }
      let blob = try trees.file(at: DocumentFolders.governancePath, in: commit)
      if let blob, approved.contains(blob) { continue }
      var isChange = blob != nil
      for parent in commit.parents {
        if let before = try self.commit(parent),
          try trees.file(at: DocumentFolders.governancePath, in: before) == blob
        {
          isChange = false
        }
      }
      if isChange { changes.append(id) }
      open += commit.parents.filter { visited.insert($0).inserted }
    }
    return changes
  }

  /// The commit; `nil` where its bytes are not those of a commit.
  private func commit(_ id: ObjectID) throws -> CommitObject? {
    let bytes = try git.bytes(of: id, as: .commit)
    return try? CommitObject(bytes)
  }
}
