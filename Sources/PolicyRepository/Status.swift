import Approvals
import Documents
public import Evidence
import Files
import Git
public import Objects

extension PolicyRepository {
  /// Where the documents stand; with `documents`, only these.
  public func status(_ documents: [DocumentID] = []) throws -> StatusReport {
    let head = try head()
    let ledger = try ledger(of: head)
    var (statuses, notes) = try statuses(head, ledger, of: documents)
    let known = ledger.documents.union(
      try head.map { try trees.documents(in: $0.commit).map(\.document) } ?? [])
    if let unknown = documents.first(where: { !known.contains($0) }) {
      throw try unknownDocument(unknown, in: head)
    }
    if !ledger.isRootApproved {
      notes.append(
        "The people and rules are not approved yet; until then nothing can be in force. "
          + "Whoever must approve them runs: writ approve governance")
    }
    let report = StatusReport(
      header(ledger, head), documents: try observed(statuses, head, ledger, reading: .objectives),
      unread: try unread(in: head), notes: notes)
    rememberObjects()
    return report
  }

  /// Where the documents of HEAD stand, and those that were decided on and are gone from it, by id; with
  /// `documents`, only these. Files of which nothing can be said, and what is not committed, are named in the
  /// notes.
  func statuses(_ head: Head?, _ ledger: Ledger, of documents: [DocumentID] = []) throws
    -> ([DocumentStatus], notes: [String])
  {
    var notes: [String] = []
    var statuses: [DocumentStatus] = []
    var found: Set<DocumentID> = []
    for entry in try head.map({ try trees.documents(in: $0.commit) }) ?? [] {
      found.insert(entry.document)
      guard documents.isEmpty || documents.contains(entry.document) else { continue }
      guard let edition = Edition(try trees.bytes(entry.blob), path: entry.path) else {
        notes.append("\(entry.path) cannot be read as it is: writ check says why.")
        continue
      }
      statuses.append(try ledger.status(of: edition, history: history))
      if try differsFromWorkingFolder(entry) {
        notes.append("\(entry.path) has changes that are not committed; this is about what is.")
      }
    }
    for document in ledger.documents.subtracting(found).sorted() {
      guard documents.isEmpty || documents.contains(document) else { continue }
      if let status = try removed(document, ledger) { statuses.append(status) }
    }
    if head != nil, !found.contains(.governance) {
      notes.append(
        "There is no writ.yaml that can be read in the last saved state; this goes by what was decided: "
          + "writ verify")
    }
    for file in try head.map({ try trees.files(in: $0.commit) }) ?? [] where file.kind == .tree {
      notes.append(
        "\(file.path) cannot be read as it was saved, so all that lies in it counts as not there. Ask whoever "
          + "keeps the policies to save it anew.")
    }
    for file in try head.map(unreadable) ?? [] {
      notes.append(Self.note(on: file))
    }
    return (statuses.sorted { $0.edition.document < $1.edition.document }, notes)
  }

  /// The refusal of a document that is not there, or whose file cannot be read.
  func unknownDocument(_ document: DocumentID, in head: Head?) throws -> Refusal {
    let broken = try head.map(unreadable) ?? []
    if let (path, problem, _) = broken.first(where: {
      $0.ofUnknownKind?.id == document || $0.path.hasSuffix("/\(document).md")
    }) {
      return Refusal(
        .no, "\(path) cannot be read: line \(problem.line): \(problem.message)",
        remedies: "\(problem.remedy)", "see all that is wrong with: writ check \(path)")
    }
    let known = Set(try head.map { try trees.documents(in: $0.commit).map(\.document) } ?? [])
    return Refusal(
      .no, "there is no document \(document)",
      remedies: "these are here: \(known.sorted().map(\.description).joined(separator: ", "))")
  }

  /// Why nothing is said of a file, in a sentence.
  private static func note(on file: UnreadableFile) -> String {
    guard let document = file.ofUnknownKind else {
      return "\(file.path) cannot be read as it is: writ check says why."
    }
    return
      "\(file.path) (\(document.title) \(document.version)) is of a kind that this version of Writ does not "
      + "know: \(document.kind). Where it stands cannot be told here; use a newer version of Writ."
  }

  private typealias UnreadableFile = (
    path: String, problem: Problem, ofUnknownKind: DocumentOfUnknownKind?
  )

  /// The files of documents that cannot be read as such, by path, each with its first problem.
  private func unreadable(in head: Head) throws
    -> [UnreadableFile]
  {
    let readable = Set(try trees.documents(in: head.commit).map(\.blob))
    return try trees.files(in: head.commit).compactMap { file in
      guard file.kind == .file, DocumentFolders.isDocumentPath(file.path),
        !readable.contains(file.id)
      else { return nil }
      let bytes: [UInt8]
      do { bytes = try trees.bytes(file.id) } catch let error as GitError
        where error.kind == .tooLarge
      {
        let problem = Problem(
          .size, line: 1, "this is far too large for a document",
          remedy: "take it out of the folders of documents")
        return (file.path, problem, nil)
      }
      let parsed = Document.parse(bytes, path: file.path)
      guard parsed.document == nil, let problem = parsed.problems.first else { return nil }
      return (file.path, problem, parsed.ofUnknownKind)
    }
  }

  private func removed(_ document: DocumentID, _ ledger: Ledger) throws -> DocumentStatus? {
    let newest = ledger.valid.filter { $0.edition.document == document }
      .max { $0.edition.version < $1.edition.version }
    guard let newest else { return nil }
    return try ledger.status(of: newest.edition, history: history).flagged(.removed)
  }

  /// Whether the file in the working folder holds other bytes than the commit.
  func differsFromWorkingFolder(_ entry: Trees.Entry) throws -> Bool {
    guard surroundings.asOf == nil, let folder = git.workingFolder else { return false }
    guard let bytes = try? Enclosure(folder).read(entry.path) else { return true }
    return try bytes != trees.bytes(entry.blob)
  }
}
