import Approvals
import Documents
public import Evidence
import Git
import Objects

extension PolicyRepository {
  /// Writes a website of what is in force into a folder, in the place of the one that it wrote there
  /// before: for everybody, or for the readers of a step of the scale in `writ.yaml`.
  ///
  /// The bytes published are those approved. Of a document of which it cannot be told what is in force,
  /// nothing is.
  public func publish(to output: String, audience: String?) throws -> PublishReport {
    let head = try head()
    let ledger = try ledger(of: head)
    let governance = try governance(of: ledger)
    guard ledger.isRootApproved else {
      throw Refusal(
        .no, "the people and rules are not approved yet; until then nothing is in force",
        remedies: "whoever must approve them runs: writ approve governance")
    }
    let readers = try readers(audience, governance)
    try refuseLinks(onTheWayTo: output)
    let folder = try WebsiteFolder(
      output, for: readers, of: ledger.root,
      outside: .init(git: git.commonFolder, workingFolder: git.workingFolder))

    let (documents, undecided) = try approvedVersions(ledger)
    let website = Website(
      header(ledger, head), governance: governance, readers: readers, documents: documents)
    guard undecided.isEmpty || !website.inForce.isEmpty else {
      throw Refusal(
        .no, "it cannot be told what is in force, so nothing is published",
        remedies: "see why: writ verify")
    }
    let files = website.files(after: folder.files)
    try folder.replace(with: files)
    rememberObjects()
    return PublishReport(
      website, in: folder.path, fileCount: files.count,
      leftOut: Website.leftOut(documents, for: readers), undecided: undecided)
  }

  private func readers(_ audience: String?, _ governance: Governance) throws -> Readers {
    if let readers = Readers(audience, of: governance.classifications) { return readers }
    let steps = governance.classifications.joined(separator: ", ")
    throw Refusal(
      .usage, "\(audience ?? "") is no step of the classifications in writ.yaml",
      remedies: "these are, what everybody may read first: \(steps)")
  }

  /// Every version of each policy and procedure that is approved and whose day has come, lowest first;
  /// and the documents of which that cannot be told.
  private func approvedVersions(_ ledger: Ledger) throws -> (
    [DocumentID: [ApprovedVersion]], undecided: [(document: DocumentID, reasons: [String])]
  ) {
    var documents: [DocumentID: [ApprovedVersion]] = [:]
    var undecided: [(document: DocumentID, reasons: [String])] = []
    let missing = ledger.missing.compactMap(\.name?.document)
    for document in ledger.documents.union(missing).sorted() where document != .governance {
      let standing = try ledger.approvedVersions(of: document, history: history)
      if !standing.reasons.isEmpty { undecided.append((document, standing.reasons)) }
      let versions = try standing.all.filter { approved in
        [.policy, .procedure].contains(approved.edition.kind) && approved.from <= ledger.time
      }.compactMap { approved in
        let status = try ledger.status(of: approved.edition, history: history)
        let bytes = try bytes(of: approved)
        return ApprovedVersion(
          approved, status: status,
          observations: observations(onApproved: status, bytes: bytes, ledger), bytes: bytes)
      }
      if !versions.isEmpty { documents[document] = versions }
    }
    return (documents, undecided)
  }
}
