import Approvals
import Evidence
import Files
import Objects

extension EarlierReport {
  /// What an earlier report, receipt or pack lists that lies at the path; refuses one that is damaged.
  static func read(_ path: String, _ surroundings: Surroundings) throws -> EarlierReport {
    if File.kind(of: path) == .folder {
      return try read(PackContents(folder: path), at: path, surroundings)
    }
    let bytes = try File.read(path, limit: PackContents.mostBytes)
    guard bytes.starts(with: "PK".utf8) else { return try EarlierReportFile.read(path) }
    return try read(PackContents(zip: bytes, of: path), at: path, surroundings)
  }

  /// What is found in a pack, as of its own time, by anybody who takes it for what it says. Only its bundle is
  /// read, which must fit that time; refuses (`no`) one in which any file was altered.
  private static func read(
    _ contents: PackContents, at path: String, _ surroundings: Surroundings
  ) throws -> EarlierReport {
    let pack = try UnalteredPack(contents, at: path)
    try pack.refuseIfAltered("nothing is compared with it")
    let (root, time) = (pack.manifest.repository, pack.manifest.time)
    let ledger = try PolicyRepository.opening(
      bundle: pack.bundle, from: path, surroundings.withoutMemory(asOf: time, knowing: root)
    ) { repository in
      let ledger = try repository.ledgerWithoutMemory(of: repository.head())
      try pack.refuseIfAltered(
        "nothing is compared with it",
        also: repository.contradictions(to: pack.manifest, in: pack.bundle))
      return ledger
    }
    return EarlierReport(
      repository: ledger.root, time: time,
      valid: ledger.valid.map { Trust.Remembered($0) },
      all: Set(ledger.entries.compactMap(\.id)),
      chain: ledger.chain.map { Link(version: $0.version, digest: $0.digest, since: $0.since) })
  }
}
