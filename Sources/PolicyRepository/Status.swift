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
    if let unknown = documents.first(where: {
      !found.contains($0) && !ledger.documents.contains($0)
    }) {
      throw unknownDocument(unknown, among: found)
    }
    if !ledger.isRootApproved {
      notes.append(
        "The people and rules are not approved yet; until then nothing can be in force. "
          + "Whoever must approve them runs: writ approve governance")
    }
    statuses.sort { $0.edition.document < $1.edition.document }
    return StatusReport(header(ledger, head), documents: statuses, notes: notes)
  }

  /// The refusal of a document that is not there.
  func unknownDocument(_ document: DocumentID, among known: Set<DocumentID>) -> Refusal {
    Refusal(
      .no, "there is no document \(document)",
      remedies: "these are here: \(known.sorted().map(\.description).joined(separator: ", "))")
  }

  private func removed(_ document: DocumentID, _ ledger: Ledger) throws -> DocumentStatus? {
    let newest = ledger.statements.filter { $0.edition.document == document }
      .max { $0.edition.version < $1.edition.version }
    guard let newest else { return nil }
    return try ledger.status(of: newest.edition, history: history).flagged(.removed)
  }

  /// Whether the file in the working folder holds other bytes than the commit.
  func differsFromWorkingFolder(_ entry: Trees.Entry) throws -> Bool {
    guard surroundings.asOf == nil, let folder = git.workingFolder else { return false }
    guard let bytes = try? File.read(folder + entry.path) else { return true }
    return try bytes != trees.bytes(entry.blob)
  }
}
