import Approvals
import Documents
public import Evidence
import Git
public import Objects

extension PolicyRepository {
  /// What somebody of any version of the people and rules should have at hand before an interview.
  public func brief(on id: PersonID) throws -> Brief {
    let head = try head()
    let ledger = try ledger(of: head)
    let governance = try governance(of: ledger)
    guard let person = governance.person(id) ?? ledger.person(id) else {
      throw Refusal(
        .no, "nobody is or was registered as \(id)", remedies: "see who is registered: writ people")
    }
    var notes: [String] = []
    let texts = try textsUnderWay(head, ledger, &notes)
    notes += Self.doubts(on: texts, ledger)
    let own = ledger.valid.filter { $0.person.id == id }.reversed()
    let brief = Brief(
      header(ledger, head), of: person, governance: governance, chain: ledger.chain,
      inForce: try inForce(ledger), signed: try own.map { try signed($0, ledger) },
      awaiting: try awaited(by: person, texts, ledger).map { text, awaited in
        let edition = text.target.edition
        let status = try ledger.status(of: edition, history: history)
        let isReview = awaited.decision == .reaffirm
        return Brief.Awaiting(edition, reviewDue: isReview ? status.inForce?.nextReview : nil)
      },
      sentBack: try own.filter { $0.statement.name.decision == .reject }.map {
        Inbox.SentBack($0, try outcome(of: $0, texts, ledger))
      }, observations: try observations(head, ledger, reading: .all),
      unread: try unread(in: head), ledger: ledger,
      notes: notes, asOf: surroundings.asOf)
    rememberObjects()
    return brief
  }

  /// The texts in force, by id.
  private func inForce(_ ledger: Ledger) throws -> [Brief.InForce] {
    try ledger.documents.subtracting([.governance]).sorted().compactMap { document in
      guard
        let approved = try ledger.approvedVersions(of: document, history: history).inForce,
        let text = Document.parse(try bytes(of: approved), path: approved.edition.path).document
      else { return nil }
      return Brief.InForce(approved, text: text)
    }
  }

  private func signed(_ statement: VerifiedStatement, _ ledger: Ledger) throws -> Brief.Signed {
    let undone = statement.statement.withdraws.flatMap { id in ledger.valid.first { $0.id == id } }
    return Brief.Signed(statement, undone: undone, days: try days(to: statement, ledger))
  }

  /// How many days a text had lain ready, by the newest commit that changed it, when somebody approved it
  /// or sent it back; `nil` where that cannot be told.
  private func days(to statement: VerifiedStatement, _ ledger: Ledger) throws -> Int64? {
    guard [.approve, .reject].contains(statement.statement.name.decision) else { return nil }
    let edition = statement.edition
    let earlier = try ledger.approvedVersions(of: edition.document, history: history).all.filter {
      $0.edition.version < edition.version
    }
    let commit = try changes.newest(
      changing: edition, at: statement.target, approved: Set(earlier.map(\.edition.digest)))
    guard let ready = commit?.time, ready <= statement.time else { return nil }
    return (statement.time.day.start.seconds - ready.day.start.seconds) / 86400
  }
}
