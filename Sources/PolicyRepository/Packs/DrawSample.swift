public import Evidence
import FoundationEssentials
import Objects

extension PolicyRepository {
  /// Draws so many documents out of the pack at the path, by that seed.
  ///
  /// The register is that of the pack's `evidence.json`; refuses (`no`) where any file of the pack was
  /// altered. Whether the register is right is for `verify` to say.
  public static func sample(_ path: String, count: Int, seed: String) throws -> PackSample {
    guard case .pack(let contents) = try PackOrBundle(path) else {
      throw Refusal(
        .couldNot, "\(path) is a bundle, which has no register of documents",
        remedies: "name an evidence pack")
    }
    let pack = try UnalteredPack(contents, at: path)
    guard let claims = pack.claims, pack.problems.isEmpty else {
      throw Refusal(
        .no, "\(path) was altered, and nothing is drawn from it",
        remedies: pack.problems.map { "\($0)" })
    }
    guard let register = PackRegister(claims) else {
      throw Refusal(
        .couldNot, "the \(EvidencePack.jsonPath) of \(path) cannot be read as what Writ writes",
        remedies: "see what else is wrong with it: writ verify \(path)")
    }
    return PackSample(
      of: register.inForce, count: count, seed: seed, manifest: pack.manifest)
  }
}

/// The register of documents in the `evidence.json` of a pack. Anybody may have written it.
private struct PackRegister: Decodable {
  private struct Entry: Decodable {
    struct Version: Decodable {
      let version: String
      let file: String
      let approvals: [Approval]

      enum CodingKeys: String, CodingKey {
        case version, file
        case approvals = "approved-by"
      }
    }

    struct Approval: Decodable {
      let person, role, time: String
    }

    let id, title: String
    let inForce: String?
    let versions: [Version]

    enum CodingKeys: String, CodingKey {
      case id, title, versions
      case inForce = "in-force"
    }
  }

  private let documents: [Entry]

  private enum CodingKeys: CodingKey { case documents }

  /// The documents in force.
  let inForce: [PackSample.Document]

  init?(_ bytes: [UInt8]) {
    guard let register = try? JSONDecoder().decode(PackRegister.self, from: Data(bytes)) else {
      return nil
    }
    self = register
  }

  init(from decoder: any Decoder) throws {
    documents = try decoder.container(keyedBy: CodingKeys.self)
      .decode([Entry].self, forKey: .documents)
    let entries = documents.filter { $0.inForce != nil }
    inForce = entries.compactMap(Self.document)
    let ids = Set(inForce.map(\.id))
    guard inForce.count == entries.count, ids.count == entries.count else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: [], debugDescription: "not a register"))
    }
  }

  private static func document(_ entry: Entry) -> PackSample.Document? {
    guard let id = DocumentID(entry.id), let inForce = entry.inForce,
      let version = Version(inForce),
      let found = entry.versions.last(where: { $0.version == inForce }),
      PackFile.isAllowed(found.file)
    else { return nil }
    let approvals = found.approvals.compactMap(approval)
    guard approvals.count == found.approvals.count else { return nil }
    return PackSample.Document(
      id: id, title: entry.title, version: version, file: found.file, approvals: approvals)
  }

  private static func approval(_ approval: Entry.Approval) -> PackSample.Approval? {
    guard let person = PersonID(approval.person), let role = RoleID(approval.role),
      let time = Instant(rfc3339: approval.time)
    else { return nil }
    return PackSample.Approval(person: person, role: role, time: time)
  }
}
