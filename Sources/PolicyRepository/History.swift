import Approvals
import Documents
public import Evidence
import Git
public import Objects
import Signatures

extension PolicyRepository {
  /// What happened to a document, or to all, between two times.
  public func history(
    of document: DocumentID? = nil, from: Instant? = nil, to: Instant? = nil
  ) throws -> HistoryReport {
    let head = try head()
    let ledger = try ledger(of: head)
    let starts = (head.map { [$0.id] } ?? []) + ledger.valid.map(\.target)
    let documents = try document.map { try names(of: $0, head, ledger) }
    let changes = try documentChanges(from: starts, ledger).filter { change in
      documents?.contains(change.document) ?? true
    }
    let entries = ledger.entries.filter { entry in
      documents.map { names in entry.statement.map { names.contains($0.name.document) } ?? false }
        ?? true
    }
    // At the same second, what was seen before what saw it.
    let ranks = Dictionary(
      ledger.valid.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ordered = entries.map { ($0, $0.id.flatMap { ranks[$0] } ?? ranks.count) }
      .sorted { ($0.1, $0.0.ref) < ($1.1, $1.0.ref) }.map(\.0)
    if let document, changes.isEmpty, entries.isEmpty {
      throw try unknownDocument(document, in: head)
    }
    let until = [to, surroundings.asOf].compactMap { $0 }.min()
    let isWithin = { (time: Instant) in
      (from.map { $0 <= time } ?? true) && (until.map { time <= $0 } ?? true)
    }
    let timeline = Timeline(
      changes: changes.filter { isWithin($0.committer.time) },
      entries: ordered.filter { $0.time.map(isWithin) ?? true })
    return HistoryReport(header(ledger, head), timeline: timeline, ledger: ledger)
  }

  /// The names that a document has had: its own, and those that it replaced.
  private func names(of document: DocumentID, _ head: Head?, _ ledger: Ledger) throws
    -> Set<DocumentID>
  {
    var replaced: [DocumentID: Set<DocumentID>] = [:]
    let here = try head.map { try trees.documents(in: $0.commit) } ?? []
    let editions = try here.compactMap { Edition(try trees.bytes($0.blob), path: $0.path) }
    for edition in editions + ledger.valid.map(\.edition) {
      if let old = edition.replaces { replaced[edition.document, default: []].insert(old) }
    }
    var names: Set<DocumentID> = []
    var open = [document]
    while let name = open.popLast() {
      if names.insert(name).inserted { open += replaced[name] ?? [] }
    }
    return names
  }

  /// The commits in which a document's bytes differ from those in every parent, oldest first.
  private func documentChanges(from starts: [ObjectID], _ ledger: Ledger) throws -> [Timeline
    .Change]
  {
    var changes: [Timeline.Change] = []
    for id in try git.ancestry(of: starts).reversed() {
      let commit = try git.commit(id)
      let parents = try commit.parents.map { try blobs(in: try git.commit($0)) }
      let now = try blobs(in: commit)
      let documents = Set(now.keys).union(parents.flatMap(\.keys))
      for document in documents.sorted() {
        let before = parents.map { $0[document] }
        guard before.allSatisfy({ $0?.blob != now[document]?.blob }),
          now[document] != nil || !before.isEmpty
        else { continue }
        changes.append(
          try change(
            of: document, in: id, commit, before: before.compactMap { $0 }.first,
            after: now[document], ledger))
      }
    }
    return changes
  }

  private func blobs(in commit: CommitObject) throws -> [DocumentID: Trees.Entry] {
    Dictionary(
      try trees.documents(in: commit).map { ($0.document, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private func change(
    of document: DocumentID, in id: ObjectID, _ commit: CommitObject, before: Trees.Entry?,
    after: Trees.Entry?, _ ledger: Ledger
  ) throws -> Timeline.Change {
    let edition = try after.flatMap { Edition(try trees.bytes($0.blob), path: $0.path) }
    let previous = try before.flatMap { Edition(try trees.bytes($0.blob), path: $0.path) }
    let note = try after.flatMap { entry in
      Document.parse(try trees.bytes(entry.blob), path: entry.path).document?.change?.summary
    }
    let firstLine = commit.message.split(separator: "\n").first.map(String.init)
    return Timeline.Change(
      document: document, commit: id, author: commit.author, committer: commit.committer,
      before: previous?.version, after: edition?.version,
      summary: (edition?.version == previous?.version ? firstLine : note ?? firstLine) ?? "",
      signature: signature(of: commit, ledger))
  }

  private func signature(of commit: CommitObject, _ ledger: Ledger)
    -> Timeline.CommitSignature
  {
    switch CommitSigner(of: commit) {
    case .nobody: .unsigned
    case .bad: .bad
    case .unsupported: .unknownKey
    case .key(let key, let assertion):
      ledger.signer(.ssh(key), assertion).map { .signed($0.id) } ?? .unknownKey
    }
  }
}
