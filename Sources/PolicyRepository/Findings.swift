import Approvals
import Documents
import Git
import Objects
import Rules

/// What is approved of documents, for the rules that compare a text with it.
extension PolicyRepository {
  /// What the rules have to say of the documents as they stand together, and the decisions that it rests
  /// on.
  func findings(in snapshot: Snapshot, head: Head?) throws -> ([Finding], Ledger?) {
    var snapshot = snapshot
    let documents = snapshot.judgedDocuments
    let known = snapshot.judgesAll ? nil : documents
    guard let ledger = try ledger(judging: known, of: head, history: Self.noAuthors) else {
      return (Rulebook.findings(in: snapshot), nil)
    }
    try tell(&snapshot, of: documents, ledger, history: Self.noAuthors)
    let findings = Rulebook.findings(in: snapshot)
    let doubtful = snapshot.documents(comparedIn: findings).union(snapshot.retired)
    if !doubtful.isEmpty, let ledger = try self.ledger(judging: known, of: head, history: history) {
      try tell(&snapshot, of: doubtful, ledger, history: history)
      return (Rulebook.findings(in: snapshot), ledger)
    }
    return (findings, ledger)
  }

  /// As if nobody had written any change: who did takes long to find out, and hooks must be quick.
  static let noAuthors: @Sendable (Edition, ObjectID, Set<Digest>) -> [ChangeAuthors] = {
    _, _, _ in []
  }

  /// Adds to the snapshot what the decisions say of these documents.
  func tell(
    _ snapshot: inout Snapshot, of documents: Set<DocumentID>, _ ledger: Ledger,
    history: ChangeHistory
  ) throws {
    snapshot.isGovernanceApproved = ledger.isRootApproved
    snapshot.chain = ledger.chain.map(\.governance)
    let texts = try approvedTexts(of: documents, in: ledger, history: history)
    snapshot.approved.merge(texts) { _, new in new }
    snapshot.retired = try retired(in: snapshot, ledger, history: history)
  }

  /// The documents whose text is out of force for good, by the decisions in the ledger: the hook reads
  /// no others for this.
  private func retired(in snapshot: Snapshot, _ ledger: Ledger, history: ChangeHistory) throws
    -> Set<DocumentID>
  {
    let ended = Set(
      ledger.statements.compactMap { statement in
        statement.statement.name.decision == .retire
          ? statement.edition.document : statement.edition.replaces
      })
    guard !ended.isEmpty else { return [] }
    let paths = Set(
      snapshot.documents.compactMap(\.document).filter { ended.contains($0.id) }.map(\.path))
    let over = try snapshot.files.compactMap { file -> DocumentID? in
      guard paths.contains(file.path), case .bytes(let bytes) = file.content,
        let edition = Edition(bytes, path: file.path)
      else { return nil }
      let status = try ledger.status(of: edition, history: history)
      let isReplaced = status.state == .superseded && status.successor != nil
      return status.state == .retired || isReplaced && status.inForce == nil
        ? edition.document : nil
    }
    return Set(over)
  }

  /// The approved versions of these documents, with their bytes; none of those that cannot be told.
  private func approvedTexts(
    of documents: Set<DocumentID>, in ledger: Ledger, history: ChangeHistory
  ) throws -> [DocumentID: [ApprovedText]] {
    var texts: [DocumentID: [ApprovedText]] = [:]
    for document in documents.subtracting([.governance]).intersection(ledger.documents) {
      texts[document] = try ledger.approvedVersions(of: document, history: history).all
        .compactMap { approved in
          try approved.approvals.first.map { approval in
            let bytes = try bytes(decidedOnBy: approval)
            return ApprovedText(
              version: approved.edition.version, bytes: bytes,
              document: Document.parse(bytes, path: approval.edition.path).document)
          }
        }
    }
    if documents.contains(.governance) {
      texts[.governance] = try ledger.chain.compactMap { link in
        try link.approvals.first.map { approval in
          ApprovedText(
            version: link.version, bytes: try bytes(decidedOnBy: approval), document: nil)
        }
      }
    }
    return texts
  }

  /// The decisions on the people and rules, and on these documents as far as that suffices; all
  /// decisions where `documents` is `nil`; `nil` where there is nothing to judge them by.
  ///
  /// The hook asks at every commit, so what does not matter is not read. Which decisions count once
  /// the people and rules have changed may depend on all others: then all are read.
  func ledger(judging documents: Set<DocumentID>?, of head: Head?, history: ChangeHistory) throws
    -> Ledger?
  {
    guard !git.isShallow, let head else { return nil }
    let governanceFile = try governanceFile(of: head)
    let trust = try trust()
    func ledger(_ records: [Record], isWhole: Bool = false) throws -> Ledger? {
      let ledger = try Ledger(
        records: records, isWhole: isWhole, head: governanceFile,
        texts: { try self.texts(in: head) }, trust: trust, now: surroundings.now, history: history,
        expecting: changes.expect)
      return governanceFile == nil && ledger.root == nil ? nil : ledger
    }
    guard let documents, documents.count <= Self.fewDocuments else {
      return try ledger(try records(), isWhole: true)
    }
    let own = documents.union([.governance])
    let judged = try ledger(try fewRecords(on: own) { _, _ in false })
    guard let judged, judged.chain.count > 1 else { return judged }
    let beside = try ledger(try fewRecords(on: own) { _, _ in true })
    return try beside?.tellsApproved(of: documents, history: history) ?? false
      ? beside : try ledger(try records(), isWhole: true)
  }
}

extension Snapshot {
  /// The documents to be judged, the people and rules among them if they are.
  var judgedDocuments: Set<DocumentID> {
    judgedIDs.union(judgesGovernance ? [.governance] : [])
  }
}
