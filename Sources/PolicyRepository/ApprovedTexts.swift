import Approvals
import Documents
import Git
import Objects
import Rules

/// What is approved of documents, for the rules that compare a text with it.
extension PolicyRepository {
  /// The approved versions of these documents, with their bytes; none of those that cannot be told.
  func approvedTexts(of documents: Set<DocumentID>, in ledger: Ledger) throws
    -> [DocumentID: [ApprovedText]]
  {
    var texts: [DocumentID: [ApprovedText]] = [:]
    for document in documents.subtracting([.governance]).intersection(ledger.documents) {
      texts[document] = try ledger.approvedVersions(of: document, history: history).all
        .compactMap { approved in
          let path = approved.edition.path
          return try bytes(at: path, approvedBy: approved.approvals).map { bytes in
            ApprovedText(
              version: approved.edition.version, bytes: bytes,
              document: Document.parse(bytes, path: path).document)
          }
        }
    }
    if documents.contains(.governance) {
      texts[.governance] = try ledger.chain.compactMap { link in
        try bytes(at: DocumentFolders.governancePath, approvedBy: link.approvals).map { bytes in
          ApprovedText(version: link.version, bytes: bytes, document: nil)
        }
      }
    }
    return texts
  }

  private func bytes(at path: String, approvedBy approvals: [VerifiedStatement]) throws -> [UInt8]?
  {
    try approvals.first.flatMap { approval in
      try trees.file(at: path, in: try git.commit(approval.target)).map { try trees.bytes($0) }
    }
  }

  /// The decisions on the people and rules, and on these documents as far as that suffices; all
  /// decisions where `documents` is `nil`; `nil` where there is nothing to judge them by.
  ///
  /// The hook asks at every commit, so what does not matter is not read. Which decisions count once
  /// the people and rules have changed depends on all others: then all are read.
  func ledger(judging documents: Set<DocumentID>?, of head: Head?) throws -> Ledger? {
    guard !git.isShallow, let head,
      let file = try trees.file(at: DocumentFolders.governancePath, in: head.commit)
    else { return nil }
    let governanceFile = try trees.bytes(file)
    let trust = try trust()
    func ledger(_ records: [Record]) throws -> Ledger {
      try Ledger(
        records: records, head: governanceFile, trust: trust, now: surroundings.now,
        history: history)
    }
    let reader = Records(git, trees)
    guard let documents else { return try ledger(try reader.all()) }
    let onGovernance = try reader.all(of: .governance)
    let onDocuments = try documents.subtracting([.governance]).flatMap { try reader.all(of: $0) }
    let governance = try ledger(onGovernance)
    if onDocuments.isEmpty { return governance }
    return try ledger(
      governance.chain.count > 1 ? try reader.all() : onGovernance + onDocuments)
  }
}
