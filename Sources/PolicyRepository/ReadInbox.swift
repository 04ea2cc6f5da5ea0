import Approvals
import Documents
public import Evidence
import Git
import Objects
import Rules

extension PolicyRepository {
  /// What awaits a person: the one named, else the one whose key it is.
  ///
  /// `isFetching` first fetches what others wrote and decided.
  public func inbox(_ signer: Signer, isFetching: Bool) async throws -> Inbox {
    guard surroundings.asOf == nil else {
      throw Refusal(.usage, "what awaits a decision is asked of now: leave out --at")
    }
    let fetched = isFetching ? try await fetchFirst() : FetchedFirst()
    let head = try head()
    let found = try ledger(of: head)
    let (ledger, governance) = try rules(
      for: found.isRootApproved ? nil : .governance, nil, found, head)
    let person = try await reader(signer, governance)
    var notes = fetched.notes
    let texts = try textsUnderWay(head, ledger, &notes)
    notes += Self.doubts(on: texts, ledger)
    let awaited = try awaited(by: person, texts, ledger)
    let main = try? mainBranch()
    let isDue = { (status: DocumentStatus) in
      status.inForce?.nextReview.map { $0 <= self.surroundings.now.day } ?? false
    }
    var items: [Inbox.Item] = []
    var reviews: [Inbox.Review] = []
    for (_, group) in Dictionary(grouping: awaited, by: \.0.target.head.id) {
      let paths = Set(group.map(\.0.target.edition.path))
      guard let head = group.first?.0.target.head else { continue }
      let findings = try findings(at: paths, in: head, ledger)
      for (text, awaited) in group {
        let edition = text.target.edition
        let status = try ledger.status(of: edition, history: history)
        if awaited.decision == .reaffirm, !isDue(status), let due = status.inForce?.nextReview {
          reviews.append(Inbox.Review(of: edition, due: due))
        } else {
          items.append(
            try item(text, awaited, status, findings[edition.path] ?? [], main, ledger))
        }
      }
    }
    rememberObjects()
    let own = ledger.valid.filter { $0.person.id == person.id }
    let unsent = own.count { fetched.unsent.contains($0.statement.name.ref) }
    if unsent > 0 {
      notes.append(
        "\(unsent == 1 ? "One decision of yours is" : "\(unsent) decisions of yours are") only on this "
          + "computer. To send it: writ push.")
    }
    return Inbox(
      header(ledger, head), of: person, items: items,
      sentBack: try sentBack(own, texts, ledger), reviews: reviews,
      keyNotes: keyNotes(on: person, governance, texts),
      signed: Array(own.sorted { ($0.time, $0.id) > ($1.time, $1.id) }.prefix(5)), notes: notes)
  }

  /// How many days ahead a review is announced.
  private static let soon: Int64 = 30

  /// A text that may await a decision: in HEAD, or what a change has come to.
  struct UnderWay {
    let target: DecisionTarget
    /// The change, where it is not HEAD's text.
    let change: Change?
  }

  /// Whose inbox it is; to look at it takes no key.
  private func reader(_ signer: Signer, _ governance: Governance) async throws -> Person {
    guard let id = signer.person, signer.key == nil else {
      return try await self.signer(signer, governance).0
    }
    if let person = governance.person(id) { return person }
    throw Refusal(
      .no, "nobody is registered as \(id)", remedies: "see who is registered: writ people")
  }

  // MARK: Texts

  /// What the changes under way have come to, and the documents of HEAD, each text once.
  ///
  /// Until the people and rules are approved nothing else can be decided on; nor can two documents of
  /// one id. Which changes were under way at another time than now is not known. A branch that cannot be
  /// read keeps nobody from reading the others: anybody may push one.
  func textsUnderWay(_ head: Head?, _ ledger: Ledger, _ notes: inout [String]) throws
    -> [UnderWay]
  {
    var texts: [UnderWay] = []
    var seen: Set<Digest> = []
    func add(_ target: DecisionTarget, _ change: Change?) {
      guard ledger.isRootApproved || target.edition.document == .governance,
        seen.insert(target.edition.digest).inserted
      else { return }
      texts.append(UnderWay(target: target, change: change))
    }
    // Changes first: of the same text they say who asks for it.
    for change in try surroundings.asOf == nil ? openChanges() : [] {
      do {
        if let text = try text(of: change), text.edition.version == change.name.version {
          add(text, change)
        }
      } catch {
        notes.append(
          "What \(change.name.document) \(change.name.version) is to be cannot be read. Whoever keeps the "
            + "policies can see why: writ change list.")
      }
    }
    if let head {
      let entries = try trees.documents(in: head.commit)
      let counts = Dictionary(grouping: entries, by: \.document).mapValues(\.count)
      for entry in entries where counts[entry.document] == 1 {
        let bytes = try trees.bytes(entry.blob)
        if let edition = Edition(bytes, path: entry.path) {
          add(DecisionTarget(head: head, bytes: bytes, edition: edition, undone: nil), nil)
        }
      }
    }
    return texts
  }

  /// That of some documents nothing can be told now: else it would look as if they awaited nobody.
  static func doubts(on texts: [UnderWay], _ ledger: Ledger) -> [String] {
    let documents = Set(
      texts.map(\.target.edition).filter(ledger.isInDoubt).map(\.document))
    guard let first = documents.first else { return [] }
    let which = documents.count == 1 ? "\(first)" : "\(documents.count) documents"
    return [
      "Of \(which) it cannot be told now what is in force, and nothing can be decided. Whoever keeps the "
        + "policies can see why: writ verify."
    ]
  }

  /// Those of the texts that await this person, reviews that are due soon among them.
  func awaited(by person: Person, _ texts: [UnderWay], _ ledger: Ledger) throws
    -> [(UnderWay, Awaited)]
  {
    try texts.compactMap { text in
      let awaited = try ledger.awaited(
        by: text.target.edition, at: text.target.head.id,
        reviewsDue: ledger.time.day.adding(days: Self.soon), history: history)
      return awaited.flatMap { awaited in
        awaited.people.contains { $0.person.id == person.id } ? (text, awaited) : nil
      }
    }
  }

  private func item(
    _ text: UnderWay, _ awaited: Awaited, _ status: DocumentStatus, _ findings: [Finding],
    _ main: MainBranch?, _ ledger: Ledger
  ) throws -> Inbox.Item {
    let target = text.target
    let asking = try text.change.map { try self.asking(for: $0, from: main) }
    let commit =
      try asking == nil && awaited.decision == .approve
      ? changes.newest(
        changing: target.edition, at: target.head.id,
        approved: Set(status.approved.map(\.edition.digest))) : nil
    return Inbox.Item(
      matter: try matter(status, target.bytes, findings, note: asking?.note, ledger),
      isReview: awaited.decision == .reaffirm, commit: text.change == nil ? nil : target.head.id,
      asker: asking?.asker.name ?? commit.map { $0.text($0.author.name) },
      since: asking?.since ?? commit?.time, due: asking?.due, missing: awaited.missing)
  }

  // MARK: What came of it

  /// What the person sent back, newest first: what nothing has come of yet, and what something has come
  /// of of late.
  private func sentBack(
    _ own: [VerifiedStatement], _ texts: [UnderWay], _ ledger: Ledger
  ) throws -> [Inbox.SentBack] {
    let rejections = own.filter { $0.statement.name.decision == .reject }
    let newest = Dictionary(grouping: rejections) { $0.edition.document }.values.compactMap {
      $0.max { ($0.time, $0.id) < ($1.time, $1.id) }
    }
    return try newest.sorted { ($0.time, $0.id) > ($1.time, $1.id) }.compactMap { rejection in
      let outcome = try outcome(of: rejection, texts, ledger)
      if case .approved(_, let time) = outcome,
        time.day.adding(days: Self.soon) < surroundings.now.day
      {
        return nil
      }
      return Inbox.SentBack(rejection, outcome)
    }
  }

  /// What came of something that was sent back.
  func outcome(
    of rejection: VerifiedStatement, _ texts: [UnderWay], _ ledger: Ledger
  ) throws -> Inbox.SentBack.Outcome {
    let status = try ledger.status(of: rejection.edition, history: history)
    if let approved = status.approved.last(where: {
      $0.edition.version >= rejection.edition.version && $0.met >= rejection.time
    }) {
      return .approved(approved.edition.version, approved.met)
    }
    guard status.objections.contains(where: { $0.id == rejection.id }) else { return .takenBack }
    let newer = try texts.map(\.target.edition).filter { text in
      try text.document == rejection.edition.document && text.digest != rejection.edition.digest
        && text.version >= rejection.edition.version
        && [.draft, .partial].contains(ledger.status(of: text, history: history).state)
    }
    return newer.map(\.version).max().map { .newText($0) } ?? .noNewText
  }

  // MARK: Keys

  /// What the person should know of their keys: those that may not decide any more, and those that the
  /// next version of the people and rules would take away.
  private func keyNotes(on person: Person, _ governance: Governance, _ texts: [UnderWay])
    -> [String]
  {
    var notes: [String] = []
    let keys = person.keys.compactMap(\.name)
    for key in keys {
      if let mark = governance.revocations(of: key).first {
        notes.append("\(key) is \(mark.reason.rawValue) since \(mark.since.day.inWords).")
      }
    }
    if !keys.contains(where: governance.mayDecide) {
      notes.append("You have none that you may decide with. To make one: writ join.")
    }
    let drafts = texts.compactMap(\.target.edition.governance).filter {
      $0.version > governance.version
    }
    for draft in drafts {
      for key in keys where governance.mayDecide(with: key) && !draft.mayDecide(with: key) {
        notes.append(
          "\(key) is to end with version \(draft.version) of the people and rules, which is being "
            + "decided on.")
      }
    }
    return notes
  }
}
