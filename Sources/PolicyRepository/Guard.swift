import Approvals
import Documents
public import Evidence
import Git
import Objects

extension PolicyRepository {
  /// What the hook `pre-receive` of a server answers (`githooks(5)`): whether the push is taken as a
  /// whole, judged as the repository would be after it, against what was in force before.
  ///
  /// `input` holds the lines `old new ref` that Git gives to the hook. It writes nothing but what is
  /// remembered of objects, and that only where it can.
  public func judgePush(_ input: String) throws -> GuardReport {
    var updates = try input.split(separator: "\n").map { line in
      guard let update = GuardReport.Update(line) else {
        throw Refusal(
          .couldNot, "what Git says of the push cannot be read: \(line)",
          remedies: "install the hook anew: writ hooks install --server")
      }
      return update
    }
    let tags = try git.references(under: StatementName.refPrefix)
    let names = Set(tags.map { Array($0.name.utf8) })
    for place in updates.indices {
      updates[place].objectByName { names.contains(Array($0.utf8)) }
    }
    let heads = try git.references(under: Self.heads)
    judgeNames(&updates, heads: heads)
    let push = Push(
      decisions: updates.indices.filter {
        updates[$0].isDecision && updates[$0].objections.isEmpty
      },
      branches: updates.indices.filter { updates[$0].isBranch })
    // What cannot be read is not judged any further.
    guard try areReadable(&updates, heads: heads.compactMap(\.target)) else {
      return GuardReport(header(head: try git.head()), updates)
    }
    guard !push.decisions.isEmpty || !push.branches.isEmpty else {
      return GuardReport(header(head: try git.head()), updates)
    }

    let pending = (push.decisions + push.branches).map {
      PendingReference(name: updates[$0].ref, target: updates[$0].new)
    }
    let held = try held(tags, pending)
    let after = try self.after(pending, knowing: held.root)
    try after.judgeDecisions(push.decisions, held, &updates)
    for place in push.branches {
      try after.judgeBranch(&updates[place], heads: heads.compactMap(\.target), held)
    }
    return GuardReport(
      ReportHeader(
        repository: held.root, isRootPinned: held.isNamed, isRootApproved: !held.chain.isEmpty,
        head: try git.head(), time: surroundings.now),
      updates)
  }

  /// The refs of a push that must be looked into, by their place in it.
  private struct Push {
    let decisions: [Int]
    let branches: [Int]
  }

  /// What the server knew before a push.
  struct Held {
    /// The root; `nil` where neither the server nor the push tells of one.
    let root: Digest?
    /// Whether whoever runs the server has named or pinned the root.
    let isNamed: Bool
    /// The versions of the people and rules that were in force, oldest first.
    let chain: [Digest]
    /// What was wrong with the whole.
    let problems: Set<String>
    /// The newest version that whoever runs the server knows of, if any.
    let tip: Digest?

    /// What the decisions after the push are judged by.
    var trust: Trust { Trust(required: root, tip: tip) }
  }

  static let heads = "refs/heads/"

  /// The repository as it would be after the push, to somebody who knows the root.
  private func after(_ pending: [PendingReference], knowing root: Digest?) throws
    -> PolicyRepository
  {
    let known = root.map { Surroundings.NamedRoot(root: $0, tip: surroundings.namedRoot?.tip) }
    let after = try PolicyRepository(known.map(surroundings.knowing) ?? surroundings)
    after.git.pending = pending
    return after
  }

  /// What the server knew before the push. Without a root that somebody named, the decisions that were
  /// here say which it is; without any, those of the push do, and then nobody can tell whether it is
  /// the right one.
  private func held(_ tags: [Reference], _ pending: [PendingReference]) throws -> Held {
    let trust = try trust()
    let records = try governanceRecords(tags)
    if let root = try trust.required ?? root(of: records) {
      let ledger = try ledger(records, trust: Trust(required: root, tip: trust.tip))
      return Held(
        root: root, isNamed: trust.required != nil, chain: ledger.chain.map(\.digest),
        problems: Set(ledger.problems), tip: trust.tip)
    }
    let after = try after(pending, knowing: nil)
    let news = try after.governanceRecords(after.git.references(under: StatementName.refPrefix))
    return Held(
      root: try after.root(of: news), isNamed: false, chain: [], problems: [],
      tip: nil)
  }

  /// The decisions on the people and rules; all, while there is none on them.
  private func governanceRecords(_ tags: [Reference]) throws -> [Record] {
    let governance = tags.filter {
      $0.name.utf8.starts(with: "\(StatementName.refPrefix)\(DocumentID.governance)/".utf8)
    }
    return governance.isEmpty
      ? try records(at: tags) : try records(at: governance, isRecalling: false)
  }

  /// The root that decisions tell of: an approved one, else that of HEAD where one of them is about it,
  /// else that of the first of them.
  private func root(of records: [Record]) throws -> Digest? {
    let named = records.compactMap { record -> Digest? in
      if case .statement(_, let statement, _) = record.content { statement.repository } else { nil }
    }
    guard !named.isEmpty else { return nil }
    let ledger = try ledger(records, trust: try trust())
    guard let root = ledger.root, ledger.isRootApproved || named.contains(root) else {
      return named.first
    }
    return root
  }

  /// These decisions, judged by what is here alone, and asked each for itself.
  func ledger(_ records: [Record], trust: Trust) throws -> Ledger {
    return try Ledger(
      records: records, isWhole: false, head: try governanceFile(of: head()), trust: trust,
      now: surroundings.now, history: history, expecting: changes.expect)
  }
}

extension GuardReport.Update {
  /// Reads a line `old new ref`; `nil` for anything else.
  fileprivate init?(_ line: Substring) {
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let old = ObjectID(hex: parts[0]), let new = ObjectID(hex: parts[1])
    else { return nil }
    self.init(
      ref: String(parts[2]), old: old == .zero ? nil : old, new: new == .zero ? nil : new)
  }

  // By bytes: to a String, names that are canonically equal are one.
  fileprivate func isBelow(_ folder: String) -> Bool { ref.utf8.starts(with: folder.utf8) }

  var isDecision: Bool { isBelow(StatementName.refPrefix) }
  var isBranch: Bool { isBelow(PolicyRepository.heads) }
  /// Whether it is a branch on which nothing is written over or deleted.
  var isProtected: Bool { isBranch && !isBelow(PolicyRepository.heads + ChangeName.prefix) }

  mutating func object(
    _ code: GuardReport.Code, _ message: String, remedy: String, reason: Reason? = nil,
    commit: ObjectID? = nil
  ) {
    objections.append(
      GuardReport.Objection(code, message, remedy: remedy, reason: reason, commit: commit))
  }

  /// Objects to what is wrong whatever it brings.
  fileprivate mutating func objectByName(isHere: (String) -> Bool) {
    if new != nil, isBelow("refs/replace/") {
      object(
        .replacement, "This would show everybody other files than those that were decided on.",
        remedy: "Leave it out of the push: git replace -d takes it back in your copy.")
    }
    // A ref of that name would take the place of the folder that all decisions are in.
    guard isDecision || ref.utf8.elementsEqual(StatementName.refPrefix.utf8.dropLast()) else {
      return
    }
    if new == nil {
      object(
        .decisionDeleted, "This would delete a decision. Decisions stay, whatever comes later.",
        remedy: "To undo one, its signer withdraws it: writ withdraw")
    } else if old != nil || isHere(ref) {
      object(
        .decisionMoved, "This would put another decision in the place of one that is here.",
        remedy: "Fetch that one, and compare: writ pull")
    } else if isBelow(StatementName.timestampPrefix) {
      object(
        .unsupported, "This is a proof of time, which this version of Writ cannot verify yet.",
        remedy: "Leave it out of the push.")
    } else if StatementName(ref.dropFirst("refs/tags/".count)) == nil {
      object(
        .notADecision,
        "What begins with writ/ is kept for decisions, and this is none by its name.",
        remedy: "Give the tag another name: git tag NEW OLD, then git tag -d OLD")
    }
  }
}
