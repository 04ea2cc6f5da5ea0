import Foundation
import Objects
import Testing

@testable import Approvals
@testable import Evidence
@testable import Rules

/// What is to be known of a document stands in every report that is about it.
@Suite struct ObservationSurfaceTests {
  private static let topics =
    DocumentFlag.allCases.map(Observation.Topic.flag)
    + Observation.Fact.allCases.map(Observation.Topic.fact)

  private let edition: Edition
  private let approved: DocumentStatus.Approved
  private let status: DocumentStatus
  private let ledger: Ledger
  private let governance: Governance
  private let bytes = Array(RequestSample.policyText.utf8)
  private let unread: [UnreadFile]

  init() throws {
    edition = try #require(Edition(bytes, path: "policies/information-security.md"))
    approved = HistorySample.approved(edition, 2)
    status = DocumentStatus(
      edition: edition, state: .inForce, reasons: [], flags: [], approvals: [], objections: [],
      missing: [], inForce: approved, approved: [approved], retirement: nil, successor: nil)
    ledger = try HistorySample.ledger()
    governance = try #require(ledger.governance)
    unread = [
      try #require(UnreadFile(at: "records/a.csv", isFile: true, isDocument: false)),
      try #require(UnreadFile(at: "policies/b.docx", isFile: true, isDocument: false)),
      try #require(UnreadFile(at: "policies/c.md", isFile: true, isDocument: false)),
    ]
  }

  private func observation(
    _ topic: Observation.Topic, _ weight: Observation.Weight = .weakness, clause: String = "7.5.2"
  ) -> Observation {
    Observation(
      document: edition.document, title: edition.title, version: edition.version, topic: topic,
      weight: weight, clause: clause, words: "It is \(topic.code), as somebody found.")
  }

  // MARK: The reports

  private func surfaces(_ observations: [Observation]) throws -> [String: String] {
    let header = HistorySample.header
    let person = try #require(governance.people.first)
    let entry = StatusReport.Entry(status, observations)
    let status = StatusReport(header, documents: [entry], unread: unread, notes: [])
    let verification = VerificationReport(
      header, ledger: ledger, doubtful: [], datedBeforeText: [], refusals: [],
      memory: .init(decisions: [], path: nil), since: nil, observations: observations, notes: [])
    let matter = Matter(
      status: self.status, bytes: bytes, changes: nil, changeNote: nil, findings: [],
      observations: observations)
    let request = ChangeRequest(
      header, matter: matter, organisation: "Example Ltd",
      asker: .init(name: "Pat Ray", email: "pat@example.org"), due: nil, branch: "b", commit: .zero,
      missing: [], deciders: [], roles: [])
    let inbox = Inbox(
      header, of: person,
      items: [
        .init(
          matter: matter, isReview: false, commit: nil, asker: nil, since: nil, due: nil,
          missing: [])
      ], sentBack: [], reviews: [], keyNotes: [], signed: [], notes: [])
    let shown = ShownDocument(
      header, approved: approved, status: self.status, observations: observations, bytes: bytes)
    let brief = Brief(
      header, of: person, governance: governance, chain: [], inForce: [], signed: [], awaiting: [],
      sentBack: [], observations: observations, unread: unread, ledger: ledger, notes: [], asOf: nil
    )
    let pack = try files(of: verification, observations)
    let published = try published(observations)
    return [
      "status": status.text.plain, "status.json": status.json.document,
      "verify": verification.text.plain, "verify.json": verification.json.document,
      "mail": request.text.plain, "request.html": request.page,
      "request.json": request.json.document, "decision": matter.summary.plain,
      "inbox": inbox.text.plain, "inbox.json": inbox.json.document, "show": shown.text.plain,
      "show.json": shown.json.document, "brief": brief.text.plain,
      "brief.json": brief.json.document, "brief.md": brief.markdown, "brief.html": brief.page,
      "pack": pack["index.html"] ?? "", "pack.json": pack["evidence.json"] ?? "",
      "pack document": pack["documents/information-security/1.0.html"] ?? "",
      "publish": published.text.plain, "publish.json": published.json.document,
    ].mapValues { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }

  private func files(of verification: VerificationReport, _ observations: [Observation]) throws
    -> [String: String]
  {
    let timeline = Timeline(changes: [], entries: [])
    let header = HistorySample.header
    let pack = EvidencePack(
      verification,
      register: [
        .init(
          status, observations,
          versions: [.init(approved, bytes: bytes, changes: nil, observations: observations)])
      ],
      matrix: ClauseMatrix(
        policyClause: ClauseFacts(
          documents: [status], inForce: [:], findings: [], governance: governance, decisions: 0,
          integrity: .whole, observations: observations, unread: unread, day: header.time.day)),
      findings: [],
      history: HistoryReport(header, timeline: timeline, ledger: ledger, statuses: [status]),
      timeline: timeline, period: (nil, nil), governance: governance, unread: unread, notes: [],
      program: "0")
    return Dictionary(
      pack.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) },
      uniquingKeysWith: { first, _ in first })
  }

  private func website(_ observations: [Observation]) throws -> Website {
    let version = try #require(
      ApprovedVersion(approved, status: status, observations: observations, bytes: bytes))
    return Website(
      HistorySample.header, governance: governance,
      readers: try #require(Readers(nil, of: governance.classifications)),
      documents: [edition.document: [version]])
  }

  private func published(_ observations: [Observation]) throws -> PublishReport {
    PublishReport(
      try website(observations), in: "site", fileCount: 0, leftOut: [], undecided: [])
  }

  // MARK: The table

  /// Each thing to know, on each surface: its words for people, its code for scripts.
  @Test(arguments: topics)
  func whatIsKnownStandsOnEverySurface(_ topic: Observation.Topic) throws {
    for weight in [Observation.Weight.gap, .weakness] {
      for (name, text) in try surfaces([observation(topic, weight)]) {
        // `verify` tells of the person whose decisions were made apart, not of each text.
        if name == "verify", topic == .fact(.outOfOrder) { continue }
        let words = "t is \(topic.code), as somebody found."
        #expect(text.contains(words), "\(name) does not say \(topic.code)")
        if name.hasSuffix(".json") {
          #expect(text.contains("\"code\": \"\(topic.code)\""), "\(name)")
          #expect(text.contains("\"weight\": \"\(weight.rawValue)\""), "\(name)")
        }
      }
    }
  }

  /// What weighs on none of the requirements stands on the first page all the same.
  @Test(arguments: Observation.Weight.allCases)
  func whatWeighsOnNoRequirementIsTold(_ weight: Observation.Weight) throws {
    let known = observation(.fact(.roleVacant), weight, clause: "5.3")
    let pack = try surfaces([known])["pack"] ?? ""
    let result = pack.split(separator: "<section aria-labelledby=\"clauses\">").first ?? ""
    #expect(result.count < pack.count)
    #expect(result.contains(": it is role-vacant, as somebody found."))
  }

  /// Where nothing is to be known, nothing is said.
  @Test func whereNothingIsKnownNothingIsSaid() throws {
    for (name, text) in try surfaces([]) {
      #expect(!text.contains("as somebody found"), "\(name)")
      #expect(!text.contains("To know of") && !text.contains("To know:"), "\(name)")
    }
  }

  /// A website tells its readers what they could tell by the text, and nothing else.
  @Test(arguments: topics)
  func aWebsiteTellsWhatIsPublic(_ topic: Observation.Topic) throws {
    let isPublic = topic == .flag(.retroactive) || topic == .flag(.reviewOverdue)
    let pages = try website([observation(topic)]).files().filter { $0.path.hasSuffix(".html") }
    let text = pages.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    #expect(pages.count > 1)
    #expect(text.contains(topic.code) == isPublic)
  }

  /// What was not read is named in every report that sums up.
  @Test(arguments: ["status", "brief", "brief.md", "brief.html", "pack"])
  func whatWasNotReadIsNamed(_ name: String) throws {
    let text = try #require(try surfaces([])[name])
    for file in unread where name != "status" || file.reason != .unreadable {
      #expect(text.contains(file.path), "\(name) does not name \(file.path)")
    }
  }

  @Test(arguments: ["status.json", "brief.json", "pack.json"])
  func whatWasNotReadIsNamedForScripts(_ name: String) throws {
    let text = try #require(try surfaces([])[name])
    for file in unread {
      let entry = "{ \"path\": \"\(file.path)\", \"reason\": \"\(file.reason.rawValue)\" }"
      #expect(text.contains(entry), "\(name): \(file.path)")
    }
  }
}
