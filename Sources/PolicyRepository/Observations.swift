import Approvals
import Documents
import Evidence
import Git
import Objects
import Rules
import Signatures

/// What is to be known of documents besides where they stand, as every report shows it.
extension PolicyRepository {
  /// Which texts are read for it: to look for what is still to be filled in takes as long as all rules.
  enum TextsRead {
    /// Objectives alone, which have days of their own.
    case objectives
    /// All.
    case all
  }

  /// What is to be known of each of these documents, in their order.
  func observed(
    _ statuses: [DocumentStatus], _ head: Head?, _ ledger: Ledger, reading texts: TextsRead
  ) throws -> [StatusReport.Entry] {
    let circumstances = ObservedDocument.Circumstances(ledger)
    return try statuses.map { status in
      StatusReport.Entry(status, try observations(on: status, head, ledger, texts, circumstances))
    }
  }

  /// What is to be known of all documents, those that weigh most first.
  func observations(_ head: Head?, _ ledger: Ledger, reading texts: TextsRead) throws
    -> [Observation]
  {
    try observed(statuses(head, ledger).0, head, ledger, reading: texts).allObservations
  }

  /// What is to be known of a text of these bytes, where it stands.
  func observations(on status: DocumentStatus, bytes: [UInt8], _ ledger: Ledger) -> [Observation] {
    ObservedDocument(
      status, text: .init(bytes, path: status.edition.path), in: .init(ledger)
    ).observations
  }

  /// The same of an approved text, whichever text the files here hold; a review that is overdue is one of
  /// the version in force.
  func observations(onApproved status: DocumentStatus, bytes: [UInt8], _ ledger: Ledger)
    -> [Observation]
  {
    ObservedDocument(
      status, text: .init(bytes, path: status.edition.path), in: .init(ledger)
    ).observationsOfApproved
  }

  private func observations(
    on status: DocumentStatus, _ head: Head?, _ ledger: Ledger, _ texts: TextsRead,
    _ circumstances: ObservedDocument.Circumstances
  ) throws -> [Observation] {
    let edition = status.edition
    let isRead = { (edition: Edition) in texts == .all || edition.kind == .objective }
    let here = ObservedDocument(
      status, text: isRead(edition) ? try text(of: edition, head) : nil, in: circumstances)
    guard let inForce = status.inForce, inForce.edition.digest != edition.digest else {
      return here.observations
    }
    let standing = ObservedDocument(
      try ledger.status(of: inForce.edition, history: history),
      text: isRead(inForce.edition)
        ? .init(try bytes(of: inForce), path: inForce.edition.path) : nil, in: circumstances)
    return ObservedDocument.observations(of: here, inForce: standing)
  }

  /// What the text says, where HEAD holds it.
  private func text(of edition: Edition, _ head: Head?) throws -> ObservedDocument.Text? {
    guard let head, let blob = try trees.file(at: edition.path, in: head.commit) else { return nil }
    let bytes = try trees.bytes(blob)
    guard Digest.sha256(of: bytes) == edition.digest else { return nil }
    return ObservedDocument.Text(bytes, path: edition.path)
  }

  /// What lies in the folders of documents and is not read, by path.
  func unread(in head: Head?) throws -> [UnreadFile] {
    guard let head else { return [] }
    let documents = Set(try trees.documents(in: head.commit).map(\.path))
    return try trees.files(in: head.commit).compactMap { file in
      UnreadFile(
        at: file.path, isFile: file.kind == .file, isDocument: documents.contains(file.path))
    }
  }
}

extension [StatusReport.Entry] {
  /// What is to be known of all of them, what weighs most first.
  var allObservations: [Observation] {
    let all = flatMap(\.observations)
    return Observation.Weight.allCases.flatMap { weight in all.filter { $0.weight == weight } }
  }
}
