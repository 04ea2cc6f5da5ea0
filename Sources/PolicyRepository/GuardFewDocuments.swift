import Documents
import Git
import Objects
import Rules

extension PolicyRepository {
  /// Whether what a branch brings is without errors, as far as few documents tell that for sure: those that
  /// it changes, and those that the rules look up for them. `false` says nothing: then all must be read.
  ///
  /// It is never `true` where all documents together would say otherwise. The rules say something of a
  /// document that is judged, by itself or beside those that it names by id or by a link; or of another one
  /// that names a document which is judged.
  ///
  /// - *By itself*: it is read, with the people and rules, and judged by the same decisions.
  /// - *Beside those that it names*: they are read, and what those name in turn. A document is found by its
  ///   id in a file of that name; in a file of another name it is an error of that file. Whatever is not read
  ///   is taken for absent, which can only bring more errors: but for a second top policy, so a top policy
  ///   that is changed has all read.
  /// - *Another one that names it*: what that sees of it is as it was (`looksToOthers(like:)`), so whatever is
  ///   wrong was so before, and does not count against this push.
  func areSoundBesideFew(
    _ touched: Set<String>, from base: ObjectID, to tip: Head, as stage: Snapshot.Stage
  ) throws -> Bool {
    do {
      return try judgeFew(touched, from: base, to: tip, as: stage)
    } catch let error as GitError where error.kind == .tooLarge {
      return false
    }
  }

  private func judgeFew(
    _ touched: Set<String>, from base: ObjectID, to tip: Head, as stage: Snapshot.Stage
  ) throws -> Bool {
    guard touched.count <= Self.few, touched.allSatisfy(DocumentFolders.isDocumentPath) else {
      return false
    }
    var before: [String: ObjectID] = [:]
    for file in try trees.files(in: try git.commit(base))
    where file.kind == .file && touched.contains(file.path) {
      before[file.path] = file.id
    }
    let all = try trees.files(in: tip.commit)
    var blobs: [String: ObjectID] = [:]
    var named: [Substring: [String]] = [:]
    for file in all where file.kind == .file {
      blobs[file.path] = file.id
      if let name = file.path.split(separator: "/").last, name.utf8.count > 3 {
        named[name.dropLast(3), default: []].append(file.path)
      }
    }

    var open = Array(touched)
    var seen = touched
    var read: [String: [UInt8]] = [:]
    while let path = open.popLast() {
      guard let blob = blobs[path] else { return false }
      let bytes = try git.bytes(of: blob, as: .blob)
      read[path] = bytes
      guard path != DocumentFolders.governancePath else { continue }
      let document = Document.parse(bytes, path: path).document
      if touched.contains(path) {
        guard let document, let old = try before[path].map(trees.bytes),
          let older = Document.parse(old, path: path).document, document.looksToOthers(like: older)
        else { return false }
      }
      guard let document else { continue }
      let linked = touched.contains(path) ? document.linkedPaths.filter { blobs[$0] != nil } : []
      let near = document.neighbourIDs.flatMap { named[Substring($0)] ?? [] }
      open += (near + linked).filter { seen.insert($0).inserted }
      guard seen.count <= 8 * Self.few else { return false }
    }
    if let blob = blobs[DocumentFolders.governancePath] {
      read[DocumentFolders.governancePath] = try git.bytes(of: blob, as: .blob)
    }
    let files = all.map { file in
      Snapshot.File(
        path: file.path, content: read[file.path].map { .bytes($0) } ?? .notRegular("not read"))
    }
    let snapshot = Snapshot(files: files, judging: touched, stage: stage)
    let (findings, _) = try findings(in: snapshot, head: try head() ?? tip)
    return !findings.contains { $0.severity == .error && touched.contains($0.path) }
  }

  /// Beyond these, to read all is as quick.
  private static let few = 16
}
