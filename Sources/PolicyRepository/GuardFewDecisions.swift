import Approvals
import Documents
import Git
import Objects

extension PolicyRepository {
  /// Whether these decisions hold, as far as few others tell that for sure: those on the people and
  /// rules, those on the same documents, and those that either these or the new ones name as seen. `false`
  /// says nothing: then all must be read, which takes ten times as long.
  ///
  /// It is never `true` where all decisions together would say otherwise. What a decision that is left out
  /// could change of a new one is one of these (`docs/formats.md`, section 5):
  ///
  /// - *Its bytes, text, signature, person, role and key* stand for themselves, under a file of people and
  ///   rules that only HEAD and the decisions on it bring: none of these is left out.
  /// - *Its date* (9) is held against what it names as seen, which is read. Of what that has seen in turn
  ///   not all is read, so one of them may pass for well-made that is not. That can only refuse more.
  /// - *The chain.* What is left out reaches it in two ways. By dates, as above: what decisions on the
  ///   people and rules name is read, and each of them must hold, so with all others each holds as well. And
  ///   by who had seen what through others: that is asked only of rejections, withdrawals, and of two
  ///   texts that follow one version; with any of these, all is read.
  /// - *Authority* (12). It is made under the newest version, which it serves whatever else there is.
  /// - *A version that was taken* (13) asks for two texts of it; then all is read.
  /// - *What a withdrawal undoes* (10) may be wrong by its date: then all is read.
  /// - *What is missing* is only told of what the new ones name themselves, and that is looked for here.
  func areSoundBesideFew(_ new: Set<String>, _ held: Held) throws -> Bool {
    let names = new.compactMap { StatementName($0.dropFirst("refs/tags/".count)) }
    let documents = Set(names.map(\.document)).union([.governance])
    guard let newest = held.chain.last, names.count == new.count,
      names.allSatisfy({ $0.document != .governance && $0.decision != .withdraw }),
      documents.count <= Self.fewDocuments
    else { return false }

    let folders = documents.map { Array("\(StatementName.refPrefix)\($0)/".utf8) }
    var others: [String: Reference] = [:]
    var own: [Reference] = []
    for reference in try git.references(under: StatementName.refPrefix) {
      if folders.contains(where: reference.name.utf8.starts) {
        own.append(reference)
      } else {
        others[reference.name] = reference
      }
    }
    var records = try self.records(at: own, isRecalling: false)
    var named: Set<String> = []
    for record in records {
      guard case .statement(_, let statement, _) = record.content,
        new.contains(record.ref) || statement.name.document == .governance
      else { continue }
      named.formUnion(statement.seen.map(\.name.ref))
    }
    let further = named.sorted().compactMap { others[$0] }
    records += try self.records(at: further, isRecalling: false)

    let ledger = try ledger(records, trust: held.trust)
    guard ledger.chain.map(\.digest) == held.chain, !ledger.isBroken else { return false }
    var texts: [Text: Digest] = [:]
    for entry in ledger.entries {
      guard let statement = entry.statement else {
        guard others[entry.ref] != nil else { return false }
        continue
      }
      let name = statement.name
      // Of the people and rules one version follows another.
      let text = Text(document: name.document, version: name.version)
      if documents.contains(name.document) {
        guard texts[text, default: statement.digest] == statement.digest else { return false }
        texts[text] = statement.digest
      }
      if name.document == .governance {
        guard entry.issue == nil, name.decision == .approve else { return false }
      }
      if new.contains(entry.ref) {
        guard let id = entry.id, entry.issue == nil, statement.governance == newest,
          !ledger.missing.contains(where: { $0.seenBy.contains(id) })
        else { return false }
      }
    }
    return new.isSubset(of: ledger.entries.map(\.ref))
  }

  /// Beyond these, to read all is as quick.
  private static let fewDocuments = 16

  private struct Text: Hashable {
    let document: DocumentID
    let version: Version
  }
}
