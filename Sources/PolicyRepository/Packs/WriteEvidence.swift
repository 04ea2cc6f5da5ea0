import Approvals
public import Evidence
import Files
import Git
public import Objects

extension PolicyRepository {
  /// Writes the evidence pack on clause 5.2 as a folder, and beside it the same as one ZIP file.
  ///
  /// `from` and `to` bound the history that it lists, never what is verified; `program` is the version of
  /// Writ. All that it says is found out from its own bundle, so that nothing but what is handed over, the
  /// time, and whether the maker knows the root decides its bytes. Refuses (`no`) where something lies
  /// there already; nothing is half written.
  public func writeEvidence(
    to output: String, from: CalendarDate?, to: CalendarDate?, program: String
  ) throws -> EvidenceReport {
    try refuseLinks(onTheWayTo: output)
    let folder = try PackFolder(output, outside: git.gitFolder, called: "Git's own folder")
    let time = surroundings.asOf ?? surroundings.now
    let here = PolicyRepository(git, surroundings.asking(asOf: time))
    let head = try here.head()
    let governanceFile = try here.governanceFile(of: head)
    let recollection = try here.recollection(of: head)
    let ledger = recollection.ledger
    guard let head, let root = ledger.root, ledger.governance != nil else {
      throw Self.withoutRoot
    }
    let bundle = try here.bundle(of: head, asOf: time)
    let anybody = surroundings.withoutMemory(asOf: time, knowing: ledger.isPinned ? root : nil)
    let contents = try Self.opening(bundle: bundle, from: Self.bundlePath, anybody) { repository in
      try repository.evidence(from: from, to: to, program: program).files
    }
    let manifest = try folder.write(contents, and: bundle, of: root, at: time)
    return EvidenceReport(
      here.header(ledger, head),
      verification: try here.report(on: recollection, head, governanceFile), manifest: manifest,
      folder: folder.path, zip: folder.zip)
  }

  /// Why there is no pack of a repository that has no root.
  static let withoutRoot = Refusal(
    .couldNot, "the first people and rules, on which all evidence rests, are not here",
    remedies: "see what is wrong with: writ verify")
}

extension PackFolder {
  /// Writes these files of a pack with its bundle and its manifest, which it gives.
  func write(_ contents: [PackFile], and bundle: [UInt8], of root: Digest, at time: Instant) throws
    -> PackManifest
  {
    let files = contents + [PackFile(path: PolicyRepository.bundlePath, bytes: bundle)]
    let manifest = PackManifest(repository: root, time: time, files: files)
    try write(files + [manifest.file], at: time)
    return manifest
  }
}
