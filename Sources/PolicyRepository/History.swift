import Approvals
import Documents
public import Evidence
import Git
public import Objects
import Signatures

extension PolicyRepository {
  /// What happened to a document, or to all, between two times; for a page, with where they stand.
  public func history(
    of document: DocumentID? = nil, from: Instant? = nil, to: Instant? = nil,
    forPage: Bool = false
  ) throws -> HistoryReport {
    let head = try head()
    let ledger = try ledger(of: head)
    let timeline = try timeline(of: document, head, ledger)
    if let document, timeline.events.isEmpty { throw try unknownDocument(document, in: head) }
    let statuses =
      forPage
      ? try statuses(
        head, ledger, of: try document.map { Array(try names(of: $0, head, ledger)) } ?? []
      ).0
      : []
    return HistoryReport(
      header(ledger, head), subject: document, timeline: timeline.from(from, to: to),
      ledger: ledger, statuses: statuses)
  }

  /// What happened to a document, or to all, up to the time asked about.
  func timeline(of document: DocumentID? = nil, _ head: Head?, _ ledger: Ledger) throws -> Timeline
  {
    let starts = (head.map { [$0.id] } ?? []) + ledger.valid.map(\.target)
    let documents = try document.map { try names(of: $0, head, ledger) }
    let paths = try documents.flatMap { try self.paths(of: $0, head, ledger) }
    let changes = try TextChanges(git, ChangeIndex(git, from: starts))
      .all(of: documents, at: paths).map { timelineChange($0, ledger) }
    let entries = ledger.entries.filter { entry in
      documents.map { names in entry.statement.map { names.contains($0.name.document) } ?? false }
        ?? true
    }
    // At the same second, what was seen before what saw it.
    let ranks = Dictionary(
      ledger.valid.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ordered = entries.map { ($0, $0.id.flatMap { ranks[$0] } ?? ranks.count) }
      .sorted { ($0.1, $0.0.ref) < ($1.1, $1.0.ref) }.map(\.0)
    return Timeline(changes: changes, entries: ordered).from(nil, to: surroundings.asOf)
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

  /// Where these documents stand and stood, as far as HEAD and decisions tell; `nil` where neither does.
  private func paths(of documents: Set<DocumentID>, _ head: Head?, _ ledger: Ledger) throws
    -> Set<String>?
  {
    let here = try head.map { try trees.documents(in: $0.commit) } ?? []
    let paths =
      here.filter { documents.contains($0.document) }.map(\.path)
      + ledger.entries.compactMap(\.statement).filter { documents.contains($0.name.document) }
      .map(\.path)
    return paths.isEmpty ? nil : Set(paths)
  }

  private func timelineChange(_ change: TextChanges.Change, _ ledger: Ledger) -> Timeline.Change {
    let (before, after, commit) = (change.before, change.after, change.commit)
    let firstLine = commit.text(commit.message.drop { $0 == 0x0A }.prefix { $0 != 0x0A })
    func ident(_ attribution: Attribution) -> Ident {
      Ident(
        name: commit.text(attribution.name), email: commit.text(attribution.address),
        time: change.time)
    }
    return Timeline.Change(
      document: change.document, commit: change.id, author: ident(commit.author),
      committer: ident(commit.committer), before: before?.version, after: after?.version,
      summary: after?.version == before?.version ? firstLine : after?.note ?? firstLine,
      signature: signature(of: commit, ledger), flaw: Self.flaw(of: change))
  }

  /// What about a commit is not as Git writes one, in words.
  private static func flaw(of change: TextChanges.Change) -> String? {
    switch change.oddity {
    case .folder: "a folder in it is not as Git writes one, so what lies there counts as removed"
    case .tooManyFiles: "it changed too many files to list them"
    case nil: change.commit.flaw.map { "the commit is not as Git writes one: \($0)" }
    }
  }

  private func signature(of commit: CommitObject, _ ledger: Ledger)
    -> Timeline.CommitSignature
  {
    switch CommitSigner(of: commit) {
    case .nobody: .unsigned
    case .bad: .bad
    case .unsupported: .unverified
    case .key(let key, let assertion):
      ledger.signer(.ssh(key), assertion).map { .signed($0.id) } ?? .unknownKey
    }
  }
}
