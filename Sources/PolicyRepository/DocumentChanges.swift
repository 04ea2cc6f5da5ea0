import Approvals
import Git
import Objects
import Signatures

/// Finds the commits in which a document changed.
final class DocumentChanges {
  private struct Question: Hashable {
    let document: DocumentID
    let target: ObjectID
    let approved: Set<Objects.Digest>
  }

  private let git: Repository
  private let trees: Trees
  private var answers: [Question: [ChangeAuthors]] = [:]

  init(_ git: Repository, _ trees: Trees) {
    self.git = git
    self.trees = trees
  }

  /// Who changed the document on the way back from `target`, stopping at commits in which it has
  /// one of the approved texts.
  func authors(of document: DocumentID, at target: ObjectID, approved: Set<Objects.Digest>) throws
    -> [ChangeAuthors]
  {
    let question = Question(document: document, target: target, approved: approved)
    if let answer = answers[question] { return answer }
    var authors: [ChangeAuthors] = []
    var visited: Set<ObjectID> = [target]
    var open = [target]
    while let id = open.popLast() {
      guard let commit = try commit(id) else {
        authors.append(.unreadable)
        continue
      }
      let blob = try blob(of: document, in: commit)
      if let blob, !approved.isEmpty, approved.contains(Digest.sha256(of: try trees.bytes(blob))) {
        continue
      }
      var isChange = blob != nil
      for parent in commit.parents {
        if let before = try self.commit(parent), try self.blob(of: document, in: before) == blob {
          isChange = false
        }
      }
      if isChange { authors.append(Self.authors(of: commit)) }
      open += commit.parents.filter { visited.insert($0).inserted }
    }
    answers[question] = authors
    return authors
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

  private func blob(of document: DocumentID, in commit: CommitObject) throws -> ObjectID? {
    try trees.documents(in: commit).first { $0.document == document }?.blob
  }

  /// The commit; `nil` where its bytes are not those of a commit.
  private func commit(_ id: ObjectID) throws -> CommitObject? {
    let bytes = try git.bytes(of: id, as: .commit)
    return try? CommitObject(bytes)
  }
}
