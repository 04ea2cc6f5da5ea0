import Approvals
import Documents
import Git
import Objects
import Rules

/// What is approved of documents, for the rules that compare a text with it.
extension PolicyRepository {
  /// What the rules have to say of the files as they stand together, those at the paths in `judging`
  /// judged (without it, all), and the decisions that it rests on.
  func findings(in files: [Snapshot.File], judging: Set<String>?, head: Head?) throws
    -> ([Finding], Ledger?)
  {
    var snapshot = Snapshot(files: files, judging: judging)
    let documents = snapshot.judgedIDs.union(snapshot.judgesGovernance ? [.governance] : [])
    guard let ledger = try ledger(judging: judging == nil ? nil : documents, of: head) else {
      return (Rulebook.findings(in: snapshot), nil)
    }
    // Who wrote a change takes long to find out, and hardly ever matters here: at first nobody did.
    try tell(&snapshot, of: documents, ledger) { _, _, _ in [] }
    let findings = Rulebook.findings(in: snapshot)
    let doubtful = snapshot.documents(comparedIn: findings)
    if doubtful.isEmpty { return (findings, ledger) }
    try tell(&snapshot, of: doubtful, ledger, history: history)
    return (Rulebook.findings(in: snapshot), ledger)
  }

  /// Adds to the snapshot what the decisions say of these documents.
  func tell(
    _ snapshot: inout Snapshot, of documents: Set<DocumentID>, _ ledger: Ledger,
    history: ChangeHistory
  ) throws {
    snapshot.isGovernanceApproved = ledger.isRootApproved
    let texts = try approvedTexts(of: documents, in: ledger, history: history)
    snapshot.approved.merge(texts) { _, new in new }
  }

  /// The approved versions of these documents, with their bytes; none of those that cannot be told.
  private func approvedTexts(
    of documents: Set<DocumentID>, in ledger: Ledger, history: ChangeHistory
  ) throws -> [DocumentID: [ApprovedText]] {
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
  private func ledger(judging documents: Set<DocumentID>?, of head: Head?) throws -> Ledger? {
    guard !git.isShallow, let head,
      let file = try trees.file(at: DocumentFolders.governancePath, in: head.commit)
    else { return nil }
    let governanceFile = try trees.bytes(file)
    let trust = try trust()
    func ledger(_ records: [Record]) -> Ledger {
      Ledger(records: records, head: governanceFile, trust: trust, now: surroundings.now)
    }
    let reader = Records(git, trees)
    guard let documents else { return ledger(try reader.all()) }
    let onGovernance = try reader.all(of: .governance)
    let onDocuments = try documents.subtracting([.governance]).flatMap { try reader.all(of: $0) }
    let governance = ledger(onGovernance)
    if onDocuments.isEmpty { return governance }
    return ledger(
      governance.chain.count > 1 ? try reader.all() : onGovernance + onDocuments)
  }
}
