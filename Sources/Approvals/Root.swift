import Documents
import Objects
import Signatures

/// Which governance file is the first of the repository, and what can be said of it.
struct Root {
  let digest: Digest?
  let isPinned: Bool
  /// The governance file itself, where it is here and not refused.
  let governance: Governance?
  /// Every governance file that is here and not refused.
  let files: [Digest: Governance]
  /// Whether the root is known, but its file is not in this clone.
  let isGone: Bool
  let problems: [String]

  /// Takes the root that is known from outside; without one, an approved first version that the
  /// decisions name, or that of HEAD while the repository is being set up.
  init(
    records: [Record], files: [Digest: Governance?], head: [UInt8]?, trust: Trust, now: Instant,
    history: ChangeHistory
  ) throws {
    var problems: [String] = []
    let governances = files.compactMapValues(\.self)
    let approved = try Self.candidates(records).filter { candidate in
      guard let governance = governances[candidate] else { return false }
      var examinations = Examinations(
        records.filter { $0.isAbout(root: candidate) }, root: candidate,
        governances: [candidate: governance], now: now)
      return try !Chain(from: governance, to: nil, in: &examinations, history).links.isEmpty
    }
    let first = head.map { Digest.sha256(of: $0) }.flatMap { digest in
      governances[digest]?.version == Version(1, 0) ? digest : nil
    }
    // That of HEAD goes before its like: approvals may have been copied from another repository.
    let ranked = approved.filter { $0 == first } + approved.filter { $0 != first }
    let chosen =
      trust.required ?? ranked.first(where: trust.known.contains)
      ?? first.flatMap { trust.known.contains($0) ? $0 : nil } ?? ranked.first ?? first
    if trust.required == nil, approved.count > 1 {
      problems.append(
        "There are \(approved.count) first versions of the people and rules, each approved: "
          + approved.map(\.description).joined(separator: ", ") + ".")
    }
    digest = chosen
    self.files = governances
    isPinned = chosen.map { $0 == trust.required || trust.known.contains($0) } ?? false
    governance = chosen.flatMap { governances[$0] }
    // Without any decision nothing contradicts it: the tags may not have been fetched.
    isGone = trust.required != nil && !records.isEmpty && chosen.flatMap { files[$0] } == nil
    if isGone, let chosen {
      problems.append(
        "This is not the repository that you know: the first version of its people and rules is "
          + "not \(chosen).")
    }
    self.problems = problems
  }

  /// The first versions that decisions name, in the order of the refs.
  private static func candidates(_ records: [Record]) -> [Digest] {
    var candidates: [Digest] = []
    for case .statement(_, let statement, _) in records.map(\.content)
    where statement.name.document == .governance && statement.name.version == Version(1, 0)
      && statement.repository == statement.digest && !candidates.contains(statement.digest)
    {
      candidates.append(statement.digest)
    }
    return candidates
  }
}
