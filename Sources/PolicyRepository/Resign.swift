import Approvals
import Documents
public import Evidence
import Git
import Objects
import Programs
import Signatures

/// Decisions of one person whose names were taken at the other side before they were sent, prepared to
/// be made again beside what stands there.
public struct Renewal: Sendable {
  /// What is to be signed anew, in this order; those made again before, but not yet put in place, are
  /// not among them.
  public let drafts: [DecisionDraft]
  /// The name or address of the other side.
  public let remote: String

  /// For people: what is to be signed, and why.
  public var text: DisplayText {
    var text: DisplayText = ""
    for draft in drafts {
      let matter = draft.sheet.matter
      text.line()
      text.paragraph(
        "Another decision stands at \(remote) in the place of yours on \(matter.edition.title) "
          + "\(matter.version), or of one that yours names as seen: made in another copy, and sent "
          + "first. So that yours can be sent too, it is made again beside it.", indent: 0)
      text.append(draft.sheet.declaration)
      if draft.sheet.statement.withdraws != nil {
        text.paragraph(
          "Where what it takes back is made again now, it names the new one in its place.",
          indent: 0)
      }
    }
    return text
  }
}

/// The user broke off: nothing more is to be done.
public struct BrokenOff: Error {
  /// The user broke off.
  public init() {}
}

/// A decision that was made again.
struct MadeAgain: Sendable {
  let old: String
  let new: String
}

extension PolicyRepository {
  /// What keeps decisions from being made again.
  enum Conflict: Error {
    /// They are of somebody else, who must do it.
    case ofAnother(PersonID)
    /// Somebody else's decision, or one that was sent already, names one of them as seen.
    case seenBy(StatementName)
  }

  /// Makes the signer's own decisions again whose names are taken at the other side: beside what stands
  /// there, which is put in their place here, and with all of the signer's that names them as seen.
  ///
  /// All are signed and judged before any is recorded; what they replace is taken away last. So a crash
  /// loses nothing, and the next call goes on. `confirm` shows what is to be signed, and gives the time of
  /// signing or throws.
  func makeAgain(
    _ differences: [FetchedDecisions.Difference], _ fetched: FetchedDecisions, at remote: Remote,
    by signer: Signer, confirm: (Renewal) throws -> Instant
  ) async throws -> [MadeAgain] {
    let head = try head()
    let before = try ledger(of: head)
    let taken = Set(differences.map(\.name))
    let ours = before.valid.filter { taken.contains($0.statement.name.ref) }
    guard let first = ours.first else { return [] }
    guard let governance = before.governance else { throw Conflict.ofAnother(first.person.id) }
    let (person, key) = try await self.signer(signer, governance)
    guard ours.contains(where: { $0.person.id == person.id }) else {
      throw Conflict.ofAnother(first.person.id)
    }
    let own = Set(ours.filter { $0.person.id == person.id }.map(\.id))
    let foreign = Self.following(Set(ours.map(\.id)).subtracting(own), before)
    let replaced = try replaced(own, foreign, by: person.id, before, fetched)
    let theirs = try await theirs(differences, from: remote)

    // As it will be: theirs in the places of ours, and ours not there yet.
    let away = Set(replaced.map(\.id)).union(foreign.map(\.id))
    let awayRefs = Set(before.valid.filter { away.contains($0.id) }.map(\.statement.name.ref))
    var records = try records().filter { !awayRefs.contains($0.ref) && !taken.contains($0.ref) }
    records += try theirs.map(record)
    let judge = { (records: [Record], now: Instant) in
      try self.judge(records, head: head, without: away, before, now: now)
    }
    var ledger = try judge(records, surroundings.now)

    var known: [Digest: VerifiedStatement] = [:]
    for old in replaced { known[old.id] = finished(old, in: ledger, fetched) }
    var names = Set(records.map(\.ref)).union(awayRefs).union(fetched.decisionsThere.map(\.name))
    var drafts: [(old: VerifiedStatement, draft: DecisionDraft)] = []
    for old in replaced where known[old.id] == nil {
      let draft = try draft(again: old, person, key, position: drafts.count, ledger, &names)
      drafts.append((old, draft))
    }
    var time = surroundings.now
    if !drafts.isEmpty {
      time = try confirm(Renewal(drafts: drafts.map(\.draft), remote: remote.name))
    }

    var made: [(name: StatementName, bytes: [UInt8])] = []
    var fresh: [VerifiedStatement] = []
    for (old, draft) in drafts {
      let undone = old.statement.withdraws.flatMap { known[$0]?.id }
      let draft = draft.withdrawing(undone).seeing(fresh)
      let bytes = try await signedTag(draft, at: time)
      let name = draft.sheet.statement.name
      records.append(try Records.record(of: bytes, at: name, git))
      ledger = try judge(records, time)
      guard let verified = ledger.valid.first(where: { $0.statement.name == name }) else {
        let issue = ledger.entries.first { $0.ref == name.ref }?.issue
        throw Refusal(
          .no,
          "made again, the decision would not hold, so nothing was made again: "
            + "\(issue?.message ?? "it is lost")",
          remedies: "see what stands in the way: writ verify")
      }
      made.append((name, bytes))
      fresh.append(verified)
      known[old.id] = verified
    }

    for (name, bytes) in made { try git.createTag(name.ref, holding: bytes) }
    try memoryStore(first.statement.repository)?.replace(known.mapValues(\.id))
    try await take(replaced, taken: differences, remote.git)
    return replaced.map { old in
      MadeAgain(
        old: old.statement.name.ref,
        new: known[old.id]?.statement.name.ref ?? old.statement.name.ref)
    }
  }

  /// The decisions that name one of these as seen, directly or through others, and these; oldest first.
  private static func following(_ ids: Set<Digest>, _ ledger: Ledger) -> [VerifiedStatement] {
    var found = ids
    // What was seen stands before who saw it.
    return ledger.valid.filter { statement in
      guard ids.contains(statement.id) || !statement.statement.known.isDisjoint(with: found) else {
        return false
      }
      found.insert(statement.id)
      return true
    }
  }

  /// All that must be made again: refused where that is not all the signer's, or has been sent.
  private func replaced(
    _ own: Set<Digest>, _ foreign: [VerifiedStatement], by person: PersonID, _ ledger: Ledger,
    _ fetched: FetchedDecisions
  ) throws -> [VerifiedStatement] {
    let there = Set(fetched.decisionsThere)
    let replaced = Self.following(own, ledger)
    let foreign = Set(foreign.map(\.id))
    for statement in replaced {
      let name = statement.statement.name
      let isSent = there.contains { $0.name == name.ref } && !own.contains(statement.id)
      if statement.person.id != person || isSent { throw Conflict.seenBy(name) }
      if foreign.contains(statement.id) { throw Conflict.ofAnother(statement.person.id) }
    }
    return replaced
  }

  /// The decision that was made in the place of this one before, and not sent yet: where that was broken
  /// off. Whoever decides in this copy has seen all that is here, so that nothing else looks like it.
  private func finished(
    _ old: VerifiedStatement, in ledger: Ledger, _ fetched: FetchedDecisions
  ) -> VerifiedStatement? {
    let there = Set(fetched.decisionsThere.map(\.name))
    return ledger.valid.first { new in
      let (a, b) = (old.statement, new.statement)
      return !there.contains(b.name.ref) && b.name.number > a.name.number
        && (a.name.document, a.name.version, a.name.decision, a.name.person)
          == (b.name.document, b.name.version, b.name.decision, b.name.person)
        && (a.digest, a.governance, a.role, a.comment) == (
          b.digest, b.governance, b.role, b.comment
        )
    }
  }

  private func draft(
    again old: VerifiedStatement, _ person: Person, _ key: SigningKey, position: Int,
    _ ledger: Ledger, _ names: inout Set<String>
  ) throws -> DecisionDraft {
    let was = old.statement
    var name = was.name
    while names.contains(name.ref) { name = name.next }
    names.insert(name.ref)
    let statement = Statement(
      subject: was.subject, comment: was.comment, repository: was.repository,
      governance: was.governance, name: name, path: was.path, digest: was.digest,
      withdraws: was.withdraws, role: was.role, key: .ssh(key.fingerprint),
      seen: ledger.seen(deciding: was.name.document))
    let status = try ledger.status(of: old.edition, history: history)
    let sheet = DecisionSheet(
      matter: try matter(status, bytes(decidedOnBy: old), [], ledger), statement: statement,
      contribution: nil, undone: nil, position: position, time: surroundings.now)
    return DecisionDraft(
      sheet: sheet, keyName: key.label, key: key, target: old.target, person: person)
  }

  /// Judges decisions as `sign` does, as if nobody had ever known these.
  private func judge(
    _ records: [Record], head: Head?, without ids: Set<Digest>, _ before: Ledger, now: Instant
  ) throws -> Ledger {
    guard before.isRootApproved, let root = before.root else {
      return try Ledger(
        records: records, head: governanceFile(of: head), texts: { try self.texts(in: head) },
        trust: Trust(required: before.root, known: trust().known), now: now, history: history,
        expecting: changes.expect)
    }
    let memory = memory(of: root)
    return try judge(
      records, in: head,
      beside: memory.replacing(Dictionary(uniqueKeysWithValues: ids.map { ($0, $0) })), now: now)
  }

  // MARK: What stands there

  /// Where decisions of the other side lie whose names are taken here, until all is settled.
  private static let incoming = "refs/writ/theirs/"

  /// Fetches what stands there under names that are taken here.
  private func theirs(_ differences: [FetchedDecisions.Difference], from remote: Remote)
    async throws
    -> [Reference]
  {
    let lines = differences.map { difference in
      "+\(difference.name):\(Self.incoming)\(difference.name.without("refs/tags/"))\n"
    }
    let answer = try await remote.run(
      [
        "fetch", "--quiet", "--no-tags", "--no-prune", "--no-prune-tags", "--no-recurse-submodules",
        "--no-write-fetch-head", "--refmap=", "--stdin", remote.name,
      ], input: lines.joined())
    guard answer.isYes else { throw Unreachable(remote, answer, last: nil) }
    for difference in differences where !git.holds(difference.there) {
      throw Refusal(
        .busy,
        "\(remote.name) is changing at this moment: \(difference.name.without("refs/tags/"))",
        remedies: "try again: writ push")
    }
    return differences.map { Reference(name: $0.name, target: $0.there) }
  }

  /// What stands there, as if it stood here.
  private func record(of reference: Reference) throws -> Record {
    guard let id = reference.target, let name = StatementName(reference.name.without("refs/tags/"))
    else {
      return Record(ref: reference.name, content: .notATag("a name that is none of a decision"))
    }
    do {
      return try Records.record(of: git.bytes(of: id, as: .tag, limit: 1 << 20), at: name, git)
    } catch let error as GitError where [.damaged, .tooLarge, .notFound].contains(error.kind) {
      return Record(ref: reference.name, content: .notATag("something else than a decision"))
    }
  }

  /// Takes the old ones away, and puts what stands there in the places of those whose names it has.
  ///
  /// The latter comes last: while one is there, the next call knows that there is something to settle.
  private func take(
    _ replaced: [VerifiedStatement], taken: [FetchedDecisions.Difference], _ program: GitProgram
  ) async throws {
    let here = Dictionary(
      try git.references(under: StatementName.refPrefix).map { ($0.name, $0.target) },
      uniquingKeysWith: { first, _ in first })
    let places = Dictionary(taken.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var removed: [String] = []
    var moved: [String] = []
    for name in replaced.map(\.statement.name.ref) {
      guard let object = here[name] ?? nil else { continue }
      if let place = places[name] {
        guard place.here == object else { throw Refusal.sameDecision }
        moved.append("update \(name) \(place.there) \(object)\n")
      } else {
        removed.append("delete \(name) \(object)\n")
      }
    }
    try await updateReferences(removed, program)
    try await updateReferences(moved, program)
  }

  /// Forgets where decisions of the other side lay, once what is needed of them is in its place.
  func clearIncoming(_ program: GitProgram) async throws {
    let incoming = try git.references(under: Self.incoming)
    guard !incoming.isEmpty else { return }
    _ = try await program.run(
      ["update-ref", "--stdin"], input: incoming.map { "delete \($0.name)\n" }.joined(),
      trusting: .user)
  }

  private func updateReferences(_ lines: [String], _ git: GitProgram) async throws {
    guard !lines.isEmpty else { return }
    let answer = try await git.run(
      ["update-ref", "--stdin"], input: lines.joined(), trusting: .user)
    guard answer.isYes else {
      throw Refusal(
        .recorded,
        "decisions were made again, but the old ones are still here: \(answer.complaint)",
        remedies: "mend that, then go on: writ push")
    }
  }
}

extension DecisionDraft {
  /// The same with another decision taken back, where it takes back one.
  fileprivate func withdrawing(_ undone: Digest?) -> DecisionDraft {
    let was = sheet.statement
    guard let undone, was.withdraws != nil else { return self }
    return with(
      Statement(
        subject: was.subject, comment: was.comment, repository: was.repository,
        governance: was.governance, name: was.name, path: was.path, digest: was.digest,
        withdraws: undone, role: was.role, key: was.key, seen: was.seen))
  }
}
