import Approvals
import Evidence
import Objects

/// The days whose history a pack lists; what is verified is everything.
struct EvidencePeriod {
  let from: Instant?
  let to: Instant?
}

extension PolicyRepository {
  /// What a pack on clause 5.2 says of this repository, as of the time asked about.
  func evidenceContents(_ period: EvidencePeriod) throws -> [PackFile] {
    let head = try head()
    let report = try verify()
    let ledger = try ledgerWithoutMemory(of: head)
    let approved = try ledger.documents.sorted().flatMap {
      try ledger.approvedVersions(of: $0, history: history).all
    }
    let texts = try approved.map {
      PackFile(path: EvidenceClaims.path(of: $0.edition), bytes: try bytes(of: $0))
    }
    let claims = EvidenceClaims(
      header(ledger, head), ledger: ledger, verification: report, approved: approved,
      from: period.from, to: period.to)
    return texts + [PackFile(path: EvidenceClaims.path, text: claims.json.document)]
  }

  /// What a pack needs to be verified by stock tools: the keys, and how. `contents` is what it says.
  func verificationFiles(for contents: [PackFile]) throws -> [PackFile] {
    let head = try head()
    let ledger = try ledgerWithoutMemory(of: head)
    let signers = AllowedSigners(header(ledger, head), versions: ledger.registries)
    let keys = PackFile(
      path: "allowed_signers", text: signers.lines.map { "\($0)\n" }.joined())
    let hasTexts = contents.contains { $0.path.hasPrefix("documents/") }
    return VerifyInstructions(ledger, hasTexts: hasTexts).files + [keys]
  }
}
