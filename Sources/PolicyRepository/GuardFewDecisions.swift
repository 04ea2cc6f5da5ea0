import Approvals
import Documents
import Objects

extension PolicyRepository {
  /// Whether these decisions hold, as far as few others tell that for sure: those on the people and
  /// rules, those on the same documents, and those that either these or the new ones name as seen. `false`
  /// says nothing: then all must be read.
  ///
  /// It is never `true` where all decisions together would say otherwise. What a decision that is left out
  /// could change of a new one is one of these (`docs/formats.md`, section 5):
  ///
  /// - *Its bytes, text, signature, person, role and key* stand for themselves, under a file of people and
  ///   rules that only HEAD and the decisions on it bring: none of these is left out.
  /// - *Its date* (9) is held against what it names as seen, which is read. Of what that has seen in turn
  ///   not all is read, so one of them may pass for well-made that is not. That can only refuse more.
  /// - *The chain*: see `hasPlainChain`.
  /// - *Authority* (12). It is made under the newest version, which it serves whatever else there is.
  /// - *A version that was taken* (13) asks for two texts of it; then all is read.
  /// - *What a withdrawal undoes* (10) may be wrong by its date: then all is read.
  /// - *What is missing* is only told of what the new ones name themselves, and that is looked for here.
  func areSoundBesideFew(_ new: Set<String>, _ held: Held) throws -> Bool {
    let names = new.compactMap { StatementName($0.dropFirst("refs/tags/".count)) }
    let documents = Set(names.map(\.document))
    guard let newest = held.chain.last, names.count == new.count,
      names.allSatisfy({ $0.document != .governance && $0.decision != .withdraw }),
      documents.count <= Self.fewDocuments
    else { return false }
    let records = try fewRecords(on: documents.union([.governance])) { record, statement in
      new.contains(record.ref) || statement.name.document == .governance
    }
    let ledger = try ledger(records, trust: held.trust)
    guard ledger.chain.map(\.digest) == held.chain, ledger.hasPlainChain else { return false }
    var texts: [Text: Digest] = [:]
    var sound: Set<String> = []
    for entry in ledger.entries {
      guard let statement = entry.statement, documents.contains(statement.name.document) else {
        continue
      }
      let text = Text(document: statement.name.document, version: statement.name.version)
      guard texts[text, default: statement.digest] == statement.digest else { return false }
      texts[text] = statement.digest
      guard new.contains(entry.ref) else { continue }
      guard let id = entry.id, entry.issue == nil, statement.governance == newest,
        !ledger.missing.contains(where: { $0.seenBy.contains(id) })
      else { return false }
      sound.insert(entry.ref)
    }
    return sound == new
  }

  private struct Text: Hashable {
    let document: DocumentID
    let version: Version
  }
}
