import Approvals
import Evidence
import FoundationEssentials
import Objects

/// What the `evidence.json` of a pack says of its decisions. Anybody may have written it.
struct PackClaims: Decodable {
  private let schema: String
  private let repository: String?
  private let at: String
  private let statements: [Statement]?
  private let verdict: String?

  private struct Statement: Decodable, Hashable {
    let ref: String
    let id: String?
    let verdict: String
    let reason: String?
    let counts: Bool
  }

  /// Reads the bytes; `nil` where they are no such file.
  init?(_ bytes: [UInt8]) {
    guard let claims = try? JSONDecoder().decode(PackClaims.self, from: Data(bytes)),
      claims.schema == "writ.evidence/1"
    else { return nil }
    self = claims
  }

  /// The name by which people and `git tag` know a decision.
  private static func tagName(_ ref: String) -> String {
    ref.hasPrefix("refs/tags/") ? String(ref.dropFirst(10)) : ref
  }

  /// Where that is something else than what the manifest says, and what was found of the same time.
  func contradictions(to manifest: PackManifest, _ ledger: Ledger?) -> [String] {
    var sentences: [String] = []
    if repository != manifest.repository.description || at != manifest.time.description {
      sentences.append(
        "\(EvidencePack.jsonPath) is about another repository or another time than the pack.")
    }
    guard let ledger else { return sentences }
    if let statements {
      let found = ledger.entries.map {
        Statement(
          ref: $0.ref, id: $0.id?.description, verdict: $0.verdict.rawValue,
          reason: $0.issue?.reason.rawValue, counts: $0.counts)
      }
      let other = Set(statements).symmetricDifference(found)
      let refs = Set(other.map(\.ref)).sorted()
      sentences += refs.map {
        "\(EvidencePack.jsonPath) says something else of \(Self.tagName($0)) than is found here."
      }
      if refs.isEmpty && statements.count != found.count {
        sentences.append("\(EvidencePack.jsonPath) lists a decision twice.")
      }
    }
    if ledger.isPinned, let verdict, verdict != ledger.verdict.rawValue {
      sentences.append(
        "\(EvidencePack.jsonPath) says \(verdict) of the whole, but it is \(ledger.verdict.rawValue)."
      )
    }
    return sentences
  }
}
