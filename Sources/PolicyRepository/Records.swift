import Approvals
import Git
import Objects

/// Reads the refs of decisions with what they lead to.
struct Records {
  private let git: Repository
  private let trees: Trees

  init(_ git: Repository, _ trees: Trees) {
    self.git = git
    self.trees = trees
  }

  /// The records under `refs/tags/writ/`, or only those of one document.
  func all(of document: DocumentID? = nil) throws -> [Record] {
    let prefix = StatementName.refPrefix + (document.map { "\($0)/" } ?? "")
    return try git.references(under: prefix).map { reference in
      Record(ref: reference.name, content: try content(reference))
    }
  }

  /// A record of bytes that are not stored yet.
  func record(of bytes: [UInt8], at name: StatementName) throws -> Record {
    Record(ref: name.ref, content: try content(tag: bytes))
  }

  private func content(_ reference: Reference) throws -> Record.Content {
    if reference.name.utf8.starts(with: StatementName.timestampPrefix.utf8) { return .timestamp }
    guard let id = reference.target else { return .notATag("a name for another name") }
    let object: RawObject
    do {
      object = try git.object(id, limit: 1 << 20)
    } catch let error where error.kind == .tooLarge {
      return .notATag("something far larger than a decision")
    }
    switch object.type {
    case .tag: return try content(tag: object.bytes)
    case .commit: return .notATag("a plain name for a saved state")
    case .tree, .blob: return .notATag("a plain name for files")
    }
  }

  private func content(tag bytes: [UInt8]) throws -> Record.Content {
    let tag: TagObject
    do { tag = try TagObject(bytes) } catch { return .malformed(error) }
    let statement: Statement
    do { statement = try Statement(tag) } catch { return .noStatement(tag, error) }
    return .statement(tag, statement, try target(tag.target, path: statement.path))
  }

  private func target(_ id: ObjectID, path: String) throws -> Record.Target {
    let object: RawObject
    do {
      object = try git.object(id)
    } catch let error where error.kind == .notFound {
      return .missing
    } catch let error where error.kind == .tooLarge {
      return .notACommit
    }
    // A commit that only its pusher's tools can read must not keep everybody from verifying.
    guard object.type == .commit, let commit = try? CommitObject(object.bytes) else {
      return .notACommit
    }
    do {
      guard let blob = try trees.file(at: path, in: commit) else { return .noFile }
      return .file(try trees.bytes(blob))
    } catch let error as GitError where error.kind == .notFound {
      return .missing
    } catch let error as GitError where error.kind == .tooLarge {
      return .noFile
    }
  }
}
