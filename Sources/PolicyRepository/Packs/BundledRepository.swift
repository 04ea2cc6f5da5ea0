import Approvals
import Documents
import Evidence
import Files
import Git
import Objects

/// A policy repository in one file: a Git bundle.
extension PolicyRepository {
  /// Where the bundle lies in a pack.
  static let bundlePath = "repository.bundle"

  /// A bundle of this repository as of that time: HEAD as it was, under the name of its branch, and every
  /// decision, with all that they lead to.
  ///
  /// What is dated later stays out, so that the same pack can be made again, unless something earlier
  /// names it: then it would be missed.
  func bundle(of head: Head, asOf time: Instant) throws -> [UInt8] {
    var references = [Reference(name: "HEAD", target: head.id)]
    if let branch = try git.branch() { references.append(Reference(name: branch, target: head.id)) }
    references += try decisions(neededAt: time)
    do { return try git.bundle(references) } catch {
      guard [.notFound, .unsupported].contains(error.kind) else { throw error }
      throw Refusal(
        .couldNot, "not all that belongs to the decisions is here: \(error.message)",
        remedies: "fetch the rest: writ pull",
        "or find the name in question, and ask whoever keeps the policies: git fsck --connectivity-only"
      )
    }
  }

  /// What is in this bundle, which this repository is, though it belongs to no pack of that time, by name.
  func surplus(in header: BundleHeader, asOf time: Instant) throws -> [String] {
    let head = try head()?.id
    let decisions = Set(try decisions(neededAt: time).map { Array($0.name.utf8) })
    var branches = 0
    return header.lines.filter { line in
      let isBranch = line.name.utf8.starts(with: "refs/heads/".utf8)
      branches += isBranch ? 1 : 0
      return isBranch || line.name == "HEAD"
        ? line.target != head || branches > 1 : !decisions.contains(Array(line.name.utf8))
    }.map(\.name)
  }

  /// The refs of decisions that a pack of that time holds.
  private func decisions(neededAt time: Instant) throws -> [Reference] {
    let tags = try git.references(under: StatementName.refPrefix)
    let wanted = Set(
      Self.records(try records(at: tags), neededAt: time).map { Array($0.ref.utf8) })
    return tags.filter { wanted.contains(Array($0.name.utf8)) }
  }

  /// Those that are not dated later, and those that one of these names, however it is dated.
  private static func records(_ records: [Record], neededAt time: Instant) -> [Record] {
    var needed: [Record] = []
    var later: [Digest: Record] = [:]
    for record in records {
      if case .statement(let tag, _, _) = record.content, tag.tagger.time > time {
        later[tag.identity] = record
      } else {
        needed.append(record)
      }
    }
    var next = 0
    while next < needed.count, !later.isEmpty {
      needed += needed[next].names.compactMap { later.removeValue(forKey: $0) }
      next += 1
    }
    return needed
  }

  /// Opens the repository in a bundle for as long as `body` runs; refuses one that is damaged, naming the
  /// file that it came from.
  static func opening<Value>(
    bundle: [UInt8], from path: String, _ surroundings: Surroundings,
    _ body: (PolicyRepository) throws -> Value
  ) throws -> Value {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let git: Repository
    do { git = try Repository.unbundle(bundle, in: "\(folder.path)/repository") } catch {
      guard error.kind != .system else { throw error }
      throw Refusal(
        .couldNot, "\(path) cannot be read as a bundle: \(error.message)",
        remedies: "get it again from whoever made it, and compare what they say of its size")
    }
    return try body(PolicyRepository(git, surroundings))
  }
}

extension Record {
  /// The statements that this one names.
  fileprivate var names: [Digest] {
    guard case .statement(_, let statement, let target) = content else { return [] }
    var closes: [Digest] = []
    if case .file(let text) = target { closes = text.edition?.governance?.closes ?? [] }
    return Array(statement.known) + closes
  }
}
