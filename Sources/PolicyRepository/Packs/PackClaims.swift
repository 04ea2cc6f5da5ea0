import Approvals
import Evidence
import FoundationEssentials
import Objects

/// What the `evidence.json` of a pack says of its decisions. Anybody may have written it.
struct PackClaims: Decodable {
  private let schema: String
  private let repository: String?
  private let isRootPinned: Bool
  private let at: String
  private let documents: [Document]
  private let statements: [Statement]
  private let verdict: String

  private enum CodingKeys: String, CodingKey {
    case schema, repository, at, documents, statements, verdict
    case isRootPinned = "root-pinned"
  }

  private struct Document: Decodable {
    struct Version: Decodable, Equatable {
      let version: String
      let digest: String
    }

    let id: String
    let inForce: String?
    let versions: [Version]

    enum CodingKeys: String, CodingKey {
      case id, versions
      case inForce = "in-force"
    }
  }

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

  /// Where that is something else than what the manifest says, in sentences.
  func contradictions(to manifest: PackManifest) -> [String] {
    repository == manifest.repository.description && at == manifest.time.description
      ? [] : ["\(EvidencePack.jsonPath) is about another repository or another time than the pack."]
  }

  /// Where it is something else than what is found of the same time, in sentences.
  func contradictions(to ledger: Ledger, _ statuses: [DocumentStatus]) -> [String] {
    let others = decisionsSaidOtherwise(ledger) + documentsSaidOtherwise(statuses)
    var sentences = others.map {
      "\(EvidencePack.jsonPath) says something else of \($0) than is found here."
    }
    // Who made it may not have known the root, or the reader does not.
    if isRootPinned && ledger.isPinned && verdict != ledger.verdict.rawValue {
      sentences.append(
        "\(EvidencePack.jsonPath) says \(verdict) of the whole, but it is \(ledger.verdict.rawValue)."
      )
    }
    return sentences
  }

  /// The names of decisions of which it says something else, once each.
  private func decisionsSaidOtherwise(_ ledger: Ledger) -> [String] {
    let found = ledger.entries.map {
      Statement(
        ref: $0.ref, id: $0.id?.description, verdict: $0.verdict.rawValue,
        reason: $0.issue?.reason.rawValue, counts: $0.counts)
    }
    let refs = Set(Set(statements).symmetricDifference(found).map(\.ref))
    if refs.isEmpty && statements.count != found.count { return ["some decisions, twice,"] }
    return refs.sorted().map(Self.tagName)
  }

  /// The documents of which it lists other versions, as approved or as in force.
  private func documentsSaidOtherwise(_ statuses: [DocumentStatus]) -> [String] {
    let said = Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let found = statuses.map { status in
      Document(
        id: status.edition.document.description,
        inForce: status.inForce?.edition.version.description,
        versions: status.approved.map {
          Document.Version(
            version: $0.edition.version.description, digest: $0.edition.digest.description)
        })
    }
    let others = found.filter {
      said[$0.id]?.inForce != $0.inForce || said[$0.id]?.versions != $0.versions
    }
    return (others.map(\.id) + Set(said.keys).subtracting(found.map(\.id))).sorted()
  }
}
