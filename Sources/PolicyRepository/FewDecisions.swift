import Approvals
import Documents
import Git
import Objects

/// Decisions on few documents: what can be told from them without reading all others, which takes ten times
/// as long.
extension PolicyRepository {
  /// The decisions on these documents, and those that some of them name as seen.
  func fewRecords(
    on documents: Set<DocumentID>, namedBy isNaming: (Record, Statement) -> Bool
  ) throws -> [Record] {
    let folders = documents.map { Array("\(StatementName.refPrefix)\($0)/".utf8) }
    var own: [Reference] = []
    var others: [String: Reference] = [:]
    for reference in try git.references(under: StatementName.refPrefix) {
      if folders.contains(where: reference.name.utf8.starts) {
        own.append(reference)
      } else {
        others[reference.name] = reference
      }
    }
    let records = try records(at: own, isRecalling: false)
    var named: Set<String> = []
    for record in records {
      guard case .statement(_, let statement, _) = record.content, isNaming(record, statement)
      else {
        continue
      }
      named.formUnion(statement.seen.map(\.name.ref))
    }
    return try records
      + self.records(at: named.sorted().compactMap { others[$0] }, isRecalling: false)
  }

  /// With more documents than this, reading all decisions is as quick.
  static let fewDocuments = 16
}

extension Ledger {
  /// Whether the chain of people and rules is the same however many further decisions there are; asked of a
  /// ledger that holds all decisions on them, and those that these name as seen.
  ///
  /// Others could reach it in two ways. By their dates (`docs/formats.md`, section 5, 9): of what decisions on
  /// the people and rules name as seen nothing is left out here, so each of them that holds here holds beside
  /// all. And by who had seen what through others: that is asked only of rejections, of withdrawals, and of
  /// two texts that follow one version.
  var hasPlainChain: Bool {
    var texts: [Version: Digest] = [:]
    for entry in entries where entry.ref.utf8.starts(with: Self.governancePrefix.utf8) {
      guard entry.issue == nil, let statement = entry.statement,
        statement.name.decision == .approve,
        texts[statement.name.version, default: statement.digest] == statement.digest
      else { return false }
      texts[statement.name.version] = statement.digest
    }
    return !chain.isEmpty && !isBroken
  }

  private static let governancePrefix = "\(StatementName.refPrefix)\(DocumentID.governance)/"

  /// Whether the same texts of these documents are approved however many further decisions there are; asked
  /// of a ledger that holds all decisions on them and on the people and rules, and those that these name as
  /// seen.
  ///
  /// With further ones known, each decision serves the versions of the people and rules that it serves here,
  /// and perhaps more: what was seen through others can only add to what belongs to a version. Where nobody
  /// sent anything back, withdrew or replaced it, that can only add approvals, so what is approved here is
  /// approved. And of a text on which all was decided under the newest version, that one alone is asked. Only
  /// what rules ask of minor versions hangs on all that somebody had seen: with such a rule, all is read.
  func tellsApproved(of documents: Set<DocumentID>, history: ChangeHistory) throws -> Bool {
    guard hasPlainChain, let newest = chain.last?.digest,
      chain.allSatisfy({ $0.governance.rules.allSatisfy { $0.minor == nil } })
    else { return false }
    for document in documents.subtracting([.governance]) {
      let versions = try approvedVersions(of: document, history: history)
      guard versions.reasons.isEmpty else { return false }
      let approved = Set(versions.all.map(\.edition.digest))
      for entry in entries {
        guard let statement = entry.statement, statement.name.document == document else { continue }
        guard entry.issue == nil, [.approve, .reaffirm].contains(statement.name.decision),
          entry.edition?.replaces == nil,
          statement.governance == newest || approved.contains(statement.digest)
        else { return false }
      }
    }
    return true
  }
}
