import Approvals
import Documents
import Git
import Objects

/// The changes of documents, by what their texts say: which document, which version, what changed.
struct TextChanges {
  /// A commit that changed a document.
  struct Change {
    let document: DocumentID
    let id: ObjectID
    let commit: CommitObject
    /// What the first parent had; `nil` for a new document.
    let before: Label?
    /// What the commit holds; `nil` where the document was taken out.
    let after: Label?
  }

  /// What a text says of itself.
  struct Label: Sendable {
    let document: DocumentID
    /// `nil` where it cannot be read, which the governance file alone may be.
    let version: Version?
    /// The summary of its change note.
    let note: String?
  }

  private let git: Repository
  private let index: ChangeIndex

  init(_ git: Repository, _ index: ChangeIndex) {
    self.git = git
    self.index = index
  }

  /// The changes of these documents, or of all, the oldest first.
  ///
  /// `paths` tells where to look for them; from there the way leads on to where files had been moved
  /// from.
  func all(of documents: Set<DocumentID>?, at paths: Set<String>?) throws -> [Change] {
    guard let documents, let paths else {
      let all = try changes(in: index.touches, labels(of: index.touches))
      return documents.map { names in all.filter { names.contains($0.document) } } ?? all
    }
    var known = Set(index.paths.indices.filter { paths.contains(index.paths[$0]) })
    while true {
      let touches = index.touches.map { $0.filter { known.contains($0.path) } }
      // Of a commit that brings a file of theirs, the files that it took away may be what it was.
      let moves = zip(index.touches, touches).map { all, own in
        own.contains { $0.before.contains(nil) } ? all.filter { $0.after == nil } : []
      }
      let labels = try labels(of: zip(touches, moves).map { $0 + $1 })
      let former = moves.joined().filter { touch in
        touch.before.contains { blob in
          blob.flatMap { labels[$0] }.map { documents.contains($0.document) } ?? false
        }
      }.map(\.path)
      if known.isSuperset(of: former) {
        return changes(in: touches, labels).filter { documents.contains($0.document) }
      }
      known.formUnion(former)
    }
  }

  private func changes(in touches: [[ChangeIndex.Touch]], _ labels: [ObjectID: Label]) -> [Change] {
    var changes: [Change] = []
    for (position, touches) in touches.enumerated().reversed() where !touches.isEmpty {
      let commit = index.commits[position]
      guard let object = commit.object else { continue }
      let ordered = touches.sorted { index.paths[$0.path] < index.paths[$1.path] }
      let after = Self.blobs(ordered.map(\.after), labels)
      let before = commit.parents.indices.map { parent in
        Self.blobs(ordered.map { $0.before[parent] }, labels)
      }
      for document in Set(after.keys).union(before.flatMap(\.keys)).sorted() {
        let earlier = before.map { $0[document] }
        guard earlier.allSatisfy({ $0 != after[document] }),
          after[document] != nil || !earlier.isEmpty
        else { continue }
        changes.append(
          Change(
            document: document, id: commit.id, commit: object,
            before: earlier.compactMap { $0 }.first.flatMap { labels[$0] },
            after: after[document].flatMap { labels[$0] }))
      }
    }
    return changes
  }

  /// The first blob of each document.
  private static func blobs(_ blobs: [ObjectID?], _ labels: [ObjectID: Label])
    -> [DocumentID: ObjectID]
  {
    var found: [DocumentID: ObjectID] = [:]
    for blob in blobs {
      if let blob, let label = labels[blob], found[label.document] == nil {
        found[label.document] = blob
      }
    }
    return found
  }

  /// What the texts say that were touched; not hashed. What is no document is left out.
  private func labels(of touches: [[ChangeIndex.Touch]]) throws -> [ObjectID: Label] {
    var paths: [ObjectID: Int] = [:]
    var blobs: [ObjectID] = []
    for touch in touches.joined() {
      for blob in [touch.after] + touch.before {
        if let blob, paths.updateValue(touch.path, forKey: blob) == nil { blobs.append(blob) }
      }
    }
    let files = blobs.map { ($0, path: index.paths[paths[$0] ?? 0]) }
    let labels = try git.map(files) { git, files in
      try files.map { try Self.label(of: $0, path: $1, git) }
    }
    var found: [ObjectID: Label] = [:]
    for (blob, label) in zip(blobs, labels) { found[blob] = label }
    return found
  }

  private static func label(of blob: ObjectID, path: String, _ git: Repository) throws -> Label? {
    let bytes: [UInt8]
    do { bytes = try git.unhashedBytes(of: blob, as: .blob) } catch let error
      where error.kind == .tooLarge
    {
      // Else one such file, ever committed, would keep everybody from reading the others.
      return nil
    }
    if path == DocumentFolders.governancePath {
      let version = Governance.parse(bytes).governance?.version
      return Label(document: .governance, version: version, note: nil)
    }
    guard let document = Document.parse(bytes, path: path).document else { return nil }
    return Label(
      document: document.id, version: document.version, note: document.change?.summary)
  }
}
