import Approvals
public import Evidence
import Files
import Objects

/// What is given to be verified instead of a clone.
enum PackOrBundle {
  /// An evidence pack.
  case pack(PackContents)
  /// A Git bundle.
  case bundle([UInt8])

  /// Reads the folder, ZIP file or bundle at the path; refuses anything else.
  init(_ path: String) throws {
    if File.kind(of: path) == .folder {
      self = .pack(try PackContents(folder: path))
      return
    }
    let bytes = try File.read(path, limit: PackContents.mostBytes)
    if bytes.starts(with: "PK".utf8) {
      self = .pack(try PackContents(zip: bytes, of: path))
      return
    }
    guard bytes.starts(with: "# v".utf8) else {
      throw Refusal(
        .couldNot, "\(path) is neither an evidence pack nor a Git bundle",
        remedies: "name the folder or the ZIP file that writ evidence wrote, or a bundle")
    }
    self = .bundle(bytes)
  }
}

extension PolicyRepository {
  /// Verifies every decision in a pack or a bundle, without any clone; with `earlier`, also that all is
  /// there that this earlier report, receipt or pack lists.
  ///
  /// A pack is judged as of its own time, or of an earlier one that was asked for, and only from its bundle;
  /// what it says besides must agree. Nothing is remembered of it: what does not count in the repository itself
  /// would be missed there. Refuses (`no`) where the bundle or the manifest was altered: nothing of them is
  /// believed.
  public static func verify(
    _ path: String, since earlier: String? = nil, _ surroundings: Surroundings
  ) throws -> VerificationReport {
    switch try PackOrBundle(path) {
    case .bundle(let bytes):
      return try opening(bundle: bytes, from: path, surroundings.lookingAtCopy()) {
        try $0.verify(.bundle, since: earlier, problems: { _ in [] })
      }
    case .pack(let contents):
      let pack = try UnalteredPack(contents, at: path)
      let then = pack.manifest.time
      let surroundings = surroundings.asking(asOf: min(surroundings.asOf ?? then, then))
      return try opening(bundle: pack.bundle, from: path, surroundings) { repository in
        try repository.verify(.pack(pack.manifest), since: earlier) { ledger in
          guard ledger.root == pack.manifest.repository else {
            return [
              "The pack is about another repository than this one: \(pack.manifest.repository)."
            ]
          }
          return try pack.problems + repository.contradictions(in: pack)
        }
      }
    }
  }
}

extension PolicyRepository {
  /// Where a pack says something else than its own bundle, which this is, in sentences. What only the reader
  /// remembers is no contradiction.
  fileprivate func contradictions(in pack: UnalteredPack) throws -> [String] {
    guard let bytes = pack.claims else { return [] }
    guard let claims = PackClaims(bytes) else {
      return ["\(EvidencePack.jsonPath) cannot be read as what Writ writes."]
    }
    let ofManifest = claims.contradictions(to: pack.manifest)
    // Asked as of an earlier time, it says nothing.
    guard surroundings.asOf == pack.manifest.time else { return ofManifest }
    let head = try head()
    let ledger = try ledgerWithoutMemory(of: head)
    let keys = AllowedSigners(header(ledger, head), versions: ledger.registries).file
    let ofKeys =
      pack.allowedSigners.map { $0 != keys.bytes } ?? false
      ? ["\(keys.path) does not hold the keys of the people and rules."] : []
    return try ofManifest + ofKeys + claims.contradictions(to: ledger, statuses(head, ledger).0)
  }
}

/// A pack of which manifest and bundle fit each other, so that its decisions can be judged.
struct UnalteredPack {
  let manifest: PackManifest
  let bundle: [UInt8]
  /// Where other files are not as they were, or not there at all, in sentences.
  let problems: [String]
  /// The `evidence.json`; `nil` where it is not as it was.
  let claims: [UInt8]?
  /// The list of keys, likewise.
  let allowedSigners: [UInt8]?

  /// Refuses one of which they do not, and names all that was altered.
  init(_ contents: PackContents, at path: String) throws {
    guard let manifest = PackManifest(contents.manifest) else {
      throw Refusal(
        .no, "\(path) was altered: its \(PackManifest.path) is not as Writ writes it",
        remedies: Self.remedy)
    }
    let differences = manifest.differences(from: contents.files, strays: contents.strays)
    let ofBundle: [PackManifest.Difference] = [
      .altered(PolicyRepository.bundlePath), .missing(PolicyRepository.bundlePath),
    ]
    guard !differences.contains(where: ofBundle.contains),
      manifest.entries.contains(where: { $0.path == PolicyRepository.bundlePath }),
      let bundle = contents.bytes(at: PolicyRepository.bundlePath)
    else {
      throw Refusal(
        .no, "\(path) was altered, and its decisions cannot be judged",
        remedies: differences.map { "\($0.sentence)" } + [Self.remedy])
    }
    self.manifest = manifest
    self.bundle = bundle
    let needed = [EvidencePack.jsonPath, AllowedSigners.path]
    let isWhole = { path in
      contents.bytes(at: path) != nil && !differences.contains(.altered(path))
        && !differences.contains(.surplus(path))
    }
    let listed = Set(manifest.entries.map(\.path))
    problems =
      differences.map(\.sentence)
      + needed.filter { !listed.contains($0) }.map { "The pack was made without \($0)." }
    claims = isWhole(EvidencePack.jsonPath) ? contents.bytes(at: EvidencePack.jsonPath) : nil
    allowedSigners = isWhole(AllowedSigners.path) ? contents.bytes(at: AllowedSigners.path) : nil
  }

  private static let remedy: DisplayText =
    "get it again from whoever made it, and compare the fingerprint that they give"
}
