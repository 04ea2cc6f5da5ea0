public import Approvals
public import Objects
public import Rules

/// What `writ verify` found: every decision, the ledger and the chain of governance.
public struct VerificationReport: Report {
  /// What the user's own computer remembers of the repository.
  public struct Memory: Sendable {
    let decisions: Set<Digest>
    let path: String?

    /// The decisions that it had found valid, and the file that says so, if there may be one.
    public init(decisions: Set<Digest>, path: String?) {
      self.decisions = decisions
      self.path = path
    }
  }

  /// Where the decisions lie that were verified.
  public enum Subject: Sendable {
    /// In a clone.
    case clone
    /// In a Git bundle, by itself.
    case bundle
    /// In an evidence pack.
    case pack(VerifiedPack)
  }

  let header: ReportHeader
  private(set) var subject: Subject
  let ledger: Ledger
  let memory: Memory
  let since: EarlierReport?
  let listed: Set<Digest>
  let appeared: [Ledger.Entry]
  let problems: [String]
  let doubtful: [Ledger.Doubtful]
  let observations: [Observation]
  let notes: [String]
  /// The approvals that are dated before the newest change of their text.
  let datedBeforeText: Set<Digest>
  /// The verdict on the whole.
  public let verdict: Verdict

  /// What the ledger says, judged beside what `memory` and the earlier report `since` hold; `doubtful`
  /// holds what rests on compromised keys, `refusals` says why HEAD's governance file is refused, if
  /// it is, or what else is wrong, in sentences; `observations` what is to be known of the documents, and
  /// `notes` of all else. `datedBeforeText` holds the approvals that are dated before the newest change of
  /// their text.
  public init(
    _ header: ReportHeader, of subject: Subject = .clone, ledger: Ledger,
    doubtful: [Ledger.Doubtful], datedBeforeText: Set<Digest>, refusals: [String],
    memory: Memory, since: EarlierReport?, observations: [Observation] = [], notes: [String]
  ) {
    self.observations = observations
    self.datedBeforeText = datedBeforeText
    self.notes = notes + Self.note(on: datedBeforeText, in: ledger)
    self.header = header
    self.subject = subject
    self.ledger = ledger
    self.doubtful = doubtful
    self.memory = memory
    self.since = since
    listed = Set(since?.valid.map(\.id) ?? [])
    appeared = since?.appeared(in: ledger) ?? []
    let breaks = refusals + (since?.problems(of: ledger) ?? [])
    problems = ledger.problems + breaks
    verdict = breaks.isEmpty ? ledger.verdict : max(ledger.verdict, .invalid)
  }

  private static func note(on datedBeforeText: Set<Digest>, in ledger: Ledger) -> [String] {
    let names = ledger.valid.filter { datedBeforeText.contains($0.id) }
      .map(\.statement.name.description)
    guard !names.isEmpty else { return [] }
    return [
      "Dated before the newest change of the text that was approved, so that a clock or a date is wrong: "
        + "\(names.joined(separator: ", "))."
    ]
  }

  /// Whether everything is valid.
  public var isYes: Bool { verdict == .valid }
  /// A yes need not be said, unless it is not about all that was given.
  public var isSilentWhenYes: Bool {
    if case .pack(let pack) = subject { pack.notCompared.isEmpty } else { true }
  }

  /// The same of a pack that was made anew, as that folder and that ZIP file.
  public func madeAnew(folder: String, zip: String) -> VerificationReport {
    guard case .pack(var pack) = subject else { return self }
    pack.madeAnew = (folder, zip)
    var report = self
    report.subject = .pack(pack)
    return report
  }

  /// What the version at that place of the chain changed; `nil` for the first.
  func changes(at place: Int) -> GovernanceChanges? {
    guard place > 0 else { return nil }
    return GovernanceChanges(
      from: ledger.chain[place - 1].governance, to: ledger.chain[place].governance)
  }

  /// The object of `writ.verify/1` (`docs/cli.md`).
  public var json: JSONValue {
    guard case .pack(let pack) = subject else { return header.json("verify", .object(members)) }
    return header.json(
      "verify", .object(members + [JSONValue.Member(key: "pack", value: pack.json)]))
  }

  /// What it says behind its header.
  var members: [JSONValue.Member] {
    let members: JSONValue =
      [
        "statements": .array(ledger.entries.map(json)),
        "missing": .array(
          ledger.missing.map { missing in
            [
              "id": JSONValue(missing.id), "ref": JSONValue(missing.name?.ref),
              "seen-by": .array(missing.seenBy.map { JSONValue($0) }),
              "remembered": .bool(memory.decisions.contains(missing.id)),
              "listed": .bool(listed.contains(missing.id)),
            ]
          }),
        "chain": .array(
          ledger.chain.enumerated().map { place, link in
            [
              "version": JSONValue(link.version), "digest": JSONValue(link.digest),
              "since": JSONValue(link.since),
              "approved-by": .array(link.approvals.map(StatementEntry.json(of:))),
              "changes": .array((changes(at: place)?.sentences ?? []).map { .string($0) }),
            ]
          }),
        "decide-again": .array(doubtful.map(Self.json)),
        "problems": .array(problems.map { .string($0) }),
        "verdict": .string(verdict.rawValue),
        "appeared": .array(
          appeared.map { entry in
            [
              "id": JSONValue(entry.id), "ref": .string(entry.ref),
              "claimed-time": JSONValue(entry.time),
            ]
          }),
        "notes": .array(notes.map { .string($0) }),
        "observations": ObservationEntry.json(of: observations),
      ]
    return members.members
  }

  private static func json(of doubtful: Ledger.Doubtful) -> JSONValue {
    [
      "document": JSONValue(doubtful.edition.document),
      "version": JSONValue(doubtful.edition.version), "digest": JSONValue(doubtful.edition.digest),
      "statements": .array(doubtful.decisions.map { JSONValue($0.id) }),
      "missing": .array(doubtful.missing.map { .string($0) }),
      "higher": JSONValue(doubtful.higher),
    ]
  }

  private func json(of entry: Ledger.Entry) -> JSONValue {
    let statement = entry.statement
    let flags: [DocumentFlag] =
      entry.id.map(datedBeforeText.contains) ?? false ? [.datedBeforeText] : []
    return [
      "id": JSONValue(entry.id), "ref": .string(entry.ref),
      "document": JSONValue(statement?.name.document),
      "version": JSONValue(statement?.name.version),
      "decision": JSONValue(statement?.name.decision.rawValue),
      "person": JSONValue(statement?.name.person), "role": JSONValue(statement?.role),
      "key": JSONValue(statement?.key), "verdict": .string(entry.verdict.rawValue),
      "reason": JSONValue(entry.issue?.reason.rawValue), "message": JSONValue(entry.issue?.message),
      "counts": .bool(entry.counts), "claimed-time": JSONValue(entry.time),
      "not-before": JSONValue(entry.notBefore), "not-after": JSONValue(entry.notAfter),
      "out-of-order": .bool(entry.isOutOfOrder), "proven-time": .null,
      "flags": .array(flags.map { .string($0.rawValue) }),
    ]
  }
}
