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
    /// When it was made, as claimed; as its newest parent where that cannot be read.
    let time: Instant
    /// What the first parent had; `nil` for a new document.
    let before: Label?
    /// What the commit holds; `nil` where the document was taken out.
    let after: Label?
    /// What is odd about its folders.
    let oddity: TreeWalk.Oddity?
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
      // Most commits change one file, and leave it the same document.
      if touches.count == 1, commit.parents.count == 1, let touch = touches.first,
        let before = touch.before[0].flatMap({ labels[$0] }),
        let after = touch.after.flatMap({ labels[$0] }), before.document == after.document
      {
        changes.append(
          Change(
            document: after.document, id: commit.id, commit: commit.object, time: commit.time,
            before: before, after: after, oddity: index.oddities[position]))
        continue
      }
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
            document: document, id: commit.id, commit: commit.object, time: commit.time,
            before: earlier.compactMap { $0 }.first.flatMap { labels[$0] },
            after: after[document].flatMap { labels[$0] }, oddity: index.oddities[position]))
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

  /// What the texts say that were touched. What is no document is left out.
  private func labels(of touches: [[ChangeIndex.Touch]]) throws -> [ObjectID: Label] {
    var files: [(blob: ObjectID, path: Int)] = []
    var known: Set<ObjectID> = []
    for touch in touches.joined() {
      for blob in [touch.after] + touch.before {
        if let blob, known.insert(blob).inserted { files.append((blob, touch.path)) }
      }
    }
    // One path after the other, the newest first: so packs hold the texts of a file.
    let ordered = files.enumerated().sorted { ($0.1.path, $0.0) < ($1.1.path, $1.0) }.map {
      ($0.element.blob, index.paths[$0.element.path])
    }
    let labels = try git.map(ordered) { git, files in
      let reader = LabelReader(git)
      return try files.map { try reader.label(of: $0, path: $1) }
    }
    var found: [ObjectID: Label] = [:]
    for (file, label) in zip(ordered, labels) { found[file.0] = label }
    return found
  }
}

/// Reads what texts say of themselves; what has the front matter of another is not read again.
private final class LabelReader {
  private struct Head: Hashable {
    let path: String
    let frontMatter: [UInt8]
  }

  private let git: Repository
  private var known: [Head: TextChanges.Label] = [:]

  init(_ git: Repository) { self.git = git }

  /// The label of the text at that path; `nil` where it is no document.
  func label(of blob: ObjectID, path: String) throws -> TextChanges.Label? {
    guard let bytes = try bytes(of: blob) else { return nil }
    if path == DocumentFolders.governancePath {
      let version = Governance.parse(bytes).governance?.version
      return TextChanges.Label(document: .governance, version: version, note: nil)
    }
    guard let frontMatter = Document.frontMatter(of: bytes) else { return nil }
    let head = Head(path: path, frontMatter: frontMatter)
    if let label = known[head] { return label }
    guard let document = Document.parse(frontMatter, path: path).document else { return nil }
    let label = TextChanges.Label(
      document: document.id, version: document.version, note: document.change?.summary)
    known[head] = label
    return label
  }

  private func bytes(of blob: ObjectID) throws -> [UInt8]? {
    do {
      let object = try git.object(blob)
      return object.type == .blob ? object.bytes : nil
    } catch let error where error.kind == .tooLarge {
      // Else one such file, ever committed, would keep everybody from reading the others.
      return nil
    }
  }
}
