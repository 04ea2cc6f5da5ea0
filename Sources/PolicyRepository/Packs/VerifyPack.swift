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
  /// A pack is judged as of its own time, or of an earlier one that was asked for, and only from its bundle.
  /// As of its own time it is made again from that, and each file must be the same. Nothing is remembered of
  /// it: what does not count in the repository itself would be missed there. `program` is this version
  /// of Writ; with `output` the pack is made anew, as this version makes it, in that folder. Refuses (`no`)
  /// where the bundle or the manifest was altered: nothing of them is believed.
  public static func verify(
    _ path: String, since earlier: String? = nil, output: String? = nil, program: String,
    _ surroundings: Surroundings
  ) throws -> VerificationReport {
    switch try PackOrBundle(path) {
    case .bundle(let bytes):
      guard output == nil else {
        throw Refusal(
          .usage, "\(path) is a bundle, which has no pages to be made anew",
          remedies: "leave out --output, or name an evidence pack")
      }
      return try opening(bundle: bytes, from: path, surroundings.lookingAtCopy()) {
        try $0.verify(.bundle, since: earlier, problems: { _ in [] })
      }
    case .pack(let contents):
      let pack = try UnalteredPack(contents, at: path)
      let then = pack.manifest.time
      let surroundings = surroundings.asking(asOf: min(surroundings.asOf ?? then, then))
      return try opening(bundle: pack.bundle, from: path, surroundings) { repository in
        let folder = try output.map { try PackFolder($0, outside: path, called: "the pack itself") }
        let (comparison, _) = try repository.compared(pack, by: program)
        let verified = VerifiedPack(
          pack.manifest, at: path, claim: pack.claim, notCompared: comparison.notCompared,
          isAltered: !pack.problems.isEmpty || !comparison.problems.isEmpty, by: program)
        let report = try repository.verify(.pack(verified), since: earlier) { ledger in
          let ofRoot =
            ledger.root == pack.manifest.repository
            ? []
            : ["The pack is about another repository than this one: \(pack.manifest.repository)."]
          return pack.problems + ofRoot + comparison.problems
        }
        guard let folder else { return report }
        try repository.makeAnew(pack, in: folder, by: program)
        return report.madeAnew(folder: folder.path, zip: folder.zip)
      }
    }
  }
}

extension PolicyRepository {
  /// Makes a pack again from its own bundle, which this is, by its own word and for anybody, and holds its files
  /// against that; the pack made again is `nil` where it cannot be made.
  func compared(_ pack: UnalteredPack, by program: String) throws -> (PackComparison, EvidencePack?)
  {
    let (manifest, claim) = (pack.manifest, pack.claim)
    let anybody = PolicyRepository(
      git,
      surroundings.withoutMemory(
        asOf: manifest.time, knowing: claim?.isRootPinned == true ? manifest.repository : nil))
    do {
      let ofBundle = try anybody.contradictions(to: manifest, in: pack.bundle)
      let made = try anybody.evidence(
        from: claim?.period.from, to: claim?.period.to, program: claim?.program ?? program)
      var comparison = made.compared(
        with: pack.files, named: pack.named, claim: claim, by: program)
      comparison.add(ofBundle)
      return (comparison, made)
    } catch let refusal as Refusal {
      let sentence =
        "The pack cannot be made again from the repository in it, and nothing was compared: "
        + "\(refusal.message.plain)."
      return (PackComparison(of: pack.files, because: sentence), nil)
    }
  }

  /// Where the names in the bundle, which this is, are not those that a pack of that time has, in sentences.
  func contradictions(to manifest: PackManifest, in bundle: [UInt8]) throws -> [String] {
    guard let header = try? BundleHeader.read(bundle).0 else { return [] }
    let surplus = try surplus(in: header, asOf: manifest.time).map {
      "\(Self.bundlePath) holds \(Self.shortName(of: $0)), which belongs to no pack of that time."
    }
    return header.lines.contains { $0.name == "HEAD" }
      ? surplus
      : surplus + ["\(Self.bundlePath) does not say which files it is about: it has no HEAD."]
  }

  /// The name by which people and Git's own commands know it.
  private static func shortName(of ref: String) -> String {
    let prefix = ["refs/tags/", "refs/heads/", "refs/"].first { ref.utf8.starts(with: $0.utf8) }
    return String(decoding: ref.utf8.dropFirst(prefix?.utf8.count ?? 0), as: UTF8.self)
  }

  /// Writes a pack as this version makes it from its bundle, which this is, of the same time and days, by
  /// somebody who knows what the reader knows of the root.
  fileprivate func makeAnew(_ pack: UnalteredPack, in folder: PackFolder, by program: String) throws
  {
    let time = pack.manifest.time
    let here = PolicyRepository(git, surroundings.asking(asOf: time))
    let ledger = try here.ledgerWithoutMemory(of: here.head())
    guard let root = ledger.root, ledger.governance != nil else { throw Self.withoutRoot }
    let anybody = PolicyRepository(
      git, surroundings.withoutMemory(asOf: time, knowing: ledger.isPinned ? root : nil))
    let period = pack.claim?.period
    let made = try anybody.evidence(from: period?.from, to: period?.to, program: program)
    _ = try folder.write(made.files, and: pack.bundle, of: root, at: time)
  }
}

/// A pack of which manifest and bundle fit each other, so that its decisions can be judged.
struct UnalteredPack {
  let manifest: PackManifest
  let bundle: [UInt8]
  /// All other files, as they were found.
  let files: [PackFile]
  /// Where these are not as the manifest says, in sentences.
  let problems: [String]
  /// The paths of those that are not.
  let named: Set<String>
  /// What it says of itself; `nil` where that cannot be read.
  let claim: PackClaim?
  private let path: String

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
    self.path = path
    self.manifest = manifest
    self.bundle = bundle
    files = contents.files.filter { $0.path != PolicyRepository.bundlePath }
    problems = differences.map(\.sentence)
    named = Set(differences.map(\.path))
    claim = contents.bytes(at: EvidencePack.jsonPath).flatMap { PackClaim($0) }
  }

  /// Refuses (`no`) where a file is not as the manifest says, or something `also` is wrong; `consequence` is
  /// what does not come of it.
  func refuseIfAltered(_ consequence: DisplayText, also others: [String] = []) throws {
    let all = problems + others
    guard !all.isEmpty else { return }
    throw Refusal(
      .no, "\(path) was altered, and \(consequence)", remedies: all.map { "\($0)" } + [Self.remedy])
  }

  private static let remedy: DisplayText =
    "get it again from whoever made it, and compare the fingerprint that they give"
}
