import Documents
import Objects
import Signatures
import Testing

@testable import Approvals
@testable import Evidence

/// Histories as there may be.
enum HistorySample: String, CaseIterable {
  /// A policy, a topic policy that was retired, and the people and rules, over two years.
  case history
  /// Titles, names, comments and messages by somebody who means harm; many documents.
  case historyHostile = "history-hostile"

  func report() throws -> HistoryReport {
    switch self {
    case .history: try years()
    case .historyHostile: try hostile()
    }
  }

  private func years() throws -> HistoryReport {
    let first = try Self.edition("1.0")
    let second = try Self.edition("2.0")
    let access = try Self.edition("1.0", of: "access-control", titled: "Access Control Policy")
    let ledger = try Self.ledger()
    let people = try #require(ledger.governance.map(Edition.init))
    let entries: [Ledger.Entry] = try [
      Self.entry(.approve, "jane-doe", people, 0), Self.entry(.approve, "sam-lee", people, 0),
      Self.entry(.approve, "jane-doe", first, 2, "I have read it with the board on Monday."),
      Self.entry(.approve, "sam-lee", first, 2),
      Self.entry(.approve, "bo-berg", access, 40),
      Self.entry(.reject, "sam-lee", second, 200, "Who pays for this?"),
      Self.entry(.withdraw, "sam-lee", second, 206), Self.entry(.approve, "sam-lee", second, 230),
      Self.entry(.approve, "jane-doe", second, 231),
      Self.entry(
        .approve, "bo-berg", second, 233,
        issue: (.noLongerEntitled, "Bo Berg left with version 1.1, and nobody had seen this.")),
      Self.entry(.retire, "bo-berg", access, 410, "It is part of the other now."),
      Self.entry(.reaffirm, "sam-lee", second, 590), Self.entry(.reaffirm, "jane-doe", second, 591),
    ]
    let changes: [Timeline.Change] = [
      Self.change(first, nil, 0, "First issue"), Self.change(access, nil, 30, "First issue"),
      Self.change(second, first.version, 190, "Cover suppliers", author: "Kim Ray", .unknownKey),
    ]
    let retired = DocumentStatus.Retirement(
      version: access.version, since: Self.time(410), statements: [])
    return HistoryReport(
      Self.header, timeline: Timeline(changes: changes, entries: entries), ledger: ledger,
      statuses: [
        Self.status(people, .inForce, [Self.approved(people, 0)]),
        Self.status(access, .retired, [Self.approved(access, 40)], retirements: [retired]),
        Self.status(second, .inForce, [Self.approved(first, 2), Self.approved(second, 231)]),
      ])
  }

  private func hostile() throws -> HistoryReport {
    let evil =
      "</p></main><script>alert(1)</script><img src=x onerror=alert(1)>\u{202E}\" "
      + "=1+1 | [a](b)"
    let texts = try (1...24).map { number in
      let wide = String(repeating: "語wide ", count: number)
      return try Self.edition(
        "1.\(number)", of: "policy-\(number)", titled: "\\\"/&lt; \(number) \(wide)x")
    }
    var entries: [Ledger.Entry] = []
    for (place, text) in texts.prefix(2).enumerated() {
      for day in 0..<5 {
        entries.append(
          try Self.entry(
            Decision.allCases[day % 5], "mallory", text, Int64(place * 20 + day * 9),
            day == 3 ? evil : "", issue: day == 4 ? (.badSignature, evil) : nil))
      }
    }
    let long = Array(repeating: evil, count: 8).joined(separator: "\n")
    return HistoryReport(
      Self.header,
      timeline: Timeline(
        changes: [Self.change(texts[0], nil, 0, long, author: evil)], entries: entries),
      ledger: try Self.ledger(),
      statuses: texts.enumerated().map { place, text in
        Self.status(text, .inForce, [Self.approved(text, Int64(place * 20))])
      })
  }

  // MARK: What they are made of

  /// Days since 1 March 2026.
  static func time(_ day: Int64) -> Instant {
    Instant(seconds: 1_772_323_200 + day * 86_400 + 38_520)
  }

  static let header = ReportHeader(
    repository: nil, isRootPinned: true, isRootApproved: true, head: .zero, time: time(700),
    isAsOf: true)

  static func ledger() throws -> Ledger {
    try Ledger(
      records: [], head: Array(RequestSample.governanceText.utf8), trust: Trust(), now: time(700),
      history: { _, _, _ in [] })
  }

  static func edition(
    _ version: String, of id: String = "information-security",
    titled title: String = "Information Security Policy", effective: String = "2026-03-03"
  ) throws -> Edition {
    let text = RequestSample.policyText.replacing("version: 1.0", with: "version: \(version)")
      .replacing("id: information-security", with: "id: \(id)")
      .replacing("title: Information Security Policy", with: "title: \"\(title)\"")
      .replacing("effective: 2026-03-03", with: "effective: \(effective)")
      .replacing("level: top", with: id == "information-security" ? "level: top" : "level: topic")
    return try #require(Edition(Array(text.utf8), path: "policies/\(id).md"))
  }

  static func approved(_ edition: Edition, _ day: Int64) -> DocumentStatus.Approved {
    DocumentStatus.Approved(
      edition: edition, met: time(day), from: max(time(day), edition.effective?.start ?? time(day)),
      approvals: [], reviews: [], openReview: [], openRetirement: [])
  }

  static func status(
    _ edition: Edition, _ state: DocumentState, _ approved: [DocumentStatus.Approved],
    successor: DocumentStatus.Successor? = nil, retirements: [DocumentStatus.Retirement] = []
  ) -> DocumentStatus {
    DocumentStatus(
      edition: edition, state: state, reasons: [], flags: [], approvals: [], objections: [],
      missing: [], inForce: nil, approved: approved, retirement: nil, successor: successor,
      retirements: retirements)
  }

  static func entry(
    _ decision: Decision, _ person: String, _ edition: Edition, _ day: Int64,
    _ comment: String = "",
    issue: (reason: Reason, message: String)? = nil
  ) throws -> Ledger.Entry {
    let name = StatementName(
      document: edition.document, version: edition.version, decision: decision,
      person: try #require(PersonID(person)))
    let roles = ["jane-doe": "chief-executive", "sam-lee": "ciso"]
    let role = try #require(RoleID(roles[person] ?? "board-member"))
    let statement = Statement(
      subject: "", comment: comment, repository: edition.digest, governance: edition.digest,
      name: name, path: edition.path, digest: edition.digest, role: role,
      key: .ssh(Fingerprint(ofBlob: [])), seen: [])
    return Ledger.Entry(
      ref: "refs/tags/\(name)", id: Digest.sha256(of: Array("\(name) \(day)".utf8)),
      statement: statement, time: time(day), edition: edition,
      issue: issue.map { .init($0.reason, $0.message) }, counts: issue == nil,
      notBefore: time(day - 1), notAfter: time(day + 1), isOutOfOrder: false)
  }

  static func change(
    _ edition: Edition, _ before: Version?, _ day: Int64, _ summary: String,
    author: String = "Pat Ray", _ signature: Timeline.CommitSignature = .unsigned
  ) -> Timeline.Change {
    Timeline.Change(
      document: edition.document, commit: .zero,
      author: Ident(name: author, email: "pat@example.org", time: time(day)),
      committer: Ident(name: "Pat Ray", email: "pat@example.org", time: time(day)), before: before,
      after: edition.version, summary: summary, signature: signature)
  }
}
