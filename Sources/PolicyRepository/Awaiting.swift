import Approvals
import Documents
public import Evidence
import Git
import Objects

/// What awaits somebody's decision.
public struct Awaiting: Sendable {
  /// A text that awaits it.
  public struct Item: Sendable {
    /// What is to be decided on.
    public let matter: Matter
    /// Whether the text is in force and its review is due; else it is to be approved.
    public let isReview: Bool
  }

  /// What every report says first.
  public let header: ReportHeader
  /// The texts, people and rules first, then by id.
  public let items: [Item]
}

extension PolicyRepository {
  /// The texts in HEAD that await a decision of the person whose key this is.
  public func awaiting(_ signer: Signer) async throws -> Awaiting {
    guard surroundings.asOf == nil else {
      throw Refusal(.usage, "a decision is made now: leave out --at")
    }
    let head = try head()
    let found = try ledger(of: head)
    let (ledger, governance) = try rules(
      for: found.isRootApproved ? nil : .governance, nil, found, head)
    let (person, _) = try await self.signer(signer, governance)
    guard let head else { return Awaiting(header: header(ledger, nil), items: []) }

    var items: [Awaiting.Item] = []
    let entries = try trees.documents(in: head.commit)
    for entry in entries.sorted(by: Self.governanceFirst) {
      // Until the people and rules are approved nothing else can be decided on; nor can two documents
      // of the same id.
      guard ledger.isRootApproved || entry.document == .governance,
        entries.count(where: { $0.document == entry.document }) == 1
      else { continue }
      let bytes = try trees.bytes(entry.blob)
      guard let edition = Edition(bytes, path: entry.path),
        let awaited = try ledger.awaited(by: edition, at: head.id, history: history),
        awaited.people.contains(where: { $0.person.id == person.id })
      else { continue }
      items.append(
        Awaiting.Item(
          matter: try matter(
            ledger.status(of: edition, history: history), bytes,
            findings(at: entry.path, in: head, ledger), ledger),
          isReview: awaited.decision == .reaffirm))
    }
    return Awaiting(header: header(ledger, head), items: items)
  }

  private static func governanceFirst(_ a: Trees.Entry, _ b: Trees.Entry) -> Bool {
    if (a.document == .governance) != (b.document == .governance) {
      return a.document == .governance
    }
    return a.document < b.document
  }
}
