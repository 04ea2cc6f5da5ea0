import Approvals
import Objects
import Testing

@testable import Rules

/// What stands for each requirement of clause 5.2, where little or nothing does; script tests show the rest.
@Suite struct ClauseMatrixTests {
  private func matrix(
    _ findings: [Finding] = [], _ integrity: ClauseFacts.Integrity = .whole,
    unread: [String] = [], observations: [Observation] = []
  ) throws -> ClauseMatrix {
    let governance = try #require(
      Governance.parse(Array(Self.governance.utf8)).governance)
    let day = try #require(CalendarDate("2026-12-01"))
    return ClauseMatrix(
      policyClause: ClauseFacts(
        documents: [], inForce: [:], findings: findings, governance: governance, decisions: 0,
        integrity: integrity, observations: observations,
        unread: unread.compactMap { UnreadFile(at: $0, isFile: true, isDocument: false) }, day: day)
    )
  }

  private func row(_ clause: String, _ matrix: ClauseMatrix) throws -> ClauseMatrix.Row {
    try #require(matrix.rows.first { $0.clause == clause })
  }

  @Test func eachRequirementHasItsRow() throws {
    #expect(
      try matrix().rows.map(\.clause) == [
        "5.2", "5.2 a", "5.2 b", "5.2 c", "5.2 d", "5.2 e", "5.2 f", "5.2 g", "A.5.1", "7.5.2",
        "7.5.3",
      ])
  }

  /// Nothing in force is a gap of every requirement that needs a policy.
  @Test func withoutAPolicyInForceNothingIsMet() throws {
    for row in try matrix().rows where row.clause != "7.5.3" {
      #expect(row.verdict == .gap, "\(row.clause)")
    }
  }

  @Test(arguments: [
    (ClauseFacts.Integrity.whole, ClauseMatrix.Verdict.met), (.open("why"), .partly),
    (.broken("what"), .gap),
  ])
  func controlRestsOnTheDecisions(
    _ integrity: ClauseFacts.Integrity, _ verdict: ClauseMatrix.Verdict
  ) throws {
    #expect(try row("7.5.3", matrix([], integrity)).verdict == verdict)
  }

  /// What a rule finds weighs where the rule belongs, an error as a gap and a warning as a weakness; a note
  /// nowhere.
  @Test(arguments: [
    ("POL-02", "5.2 a"), ("POL-03", "5.2 b"), ("POL-04", "5.2 c"), ("POL-05", "5.2 d"),
    ("POL-06", "5.2 e"), ("POL-08", "5.2 g"), ("POL-12", "A.5.1"), ("POL-13", "A.5.1"),
    ("DOC-02", "7.5.2"), ("DOC-09", "7.5.3"), ("DOC-06", "7.5.3"), ("POL-14", "7.5.3"),
  ])
  func findingsWeighWhereTheyBelong(_ rule: String, _ clause: String) throws {
    func finding(_ severity: Finding.Severity) -> Finding {
      Finding(
        rule: rule, severity: severity, clause: clause, path: "policies/a.md", line: 7,
        message: "it is odd", remedy: "mend it", isAcrossDocuments: false)
    }
    let sentence = "policies/a.md, line 7: it is odd (\(rule))."
    let found = try matrix([finding(.error), finding(.warning), finding(.note)])
    for row in found.rows {
      #expect(row.gaps.count { $0 == sentence } == (row.clause == clause ? 1 : 0), "\(row.clause)")
      #expect(row.weaknesses.count { $0 == sentence } == (row.clause == clause ? 1 : 0))
    }
  }

  /// A file that this version does not read is no evidence, whatever it is called and holds: it is a gap as
  /// if it were not there, and is said to be there.
  @Test(arguments: [
    ("5.2 f", "records/communications.csv"), ("A.5.1", "records/acknowledgements.csv"),
  ])
  func aRegisterThatIsNotReadIsAGap(_ clause: String, _ path: String) throws {
    let without = try row(clause, matrix())
    #expect(without.verdict == .gap)
    #expect(without.gaps.contains { $0.hasSuffix("is kept in the repository (\(path)).") })
    let with = try row(clause, matrix(unread: [path]))
    #expect(with.verdict == .gap)
    #expect(with.evidence.isEmpty)
    #expect(
      with.gaps.contains {
        $0.hasSuffix("was read: there is a file \(path), but this version does not read it.")
      })
    #expect(with.gaps.count == without.gaps.count)
  }

  /// A file that should be a document and cannot be read weakens 7.5.2.
  @Test func aDocumentThatCannotBeReadIsNoEvidence() throws {
    #expect(
      try row("7.5.2", matrix(unread: ["policies/a.md"])).weaknesses == [
        "Not looked at: documents that cannot be read as they are, or are of a kind to come: "
          + "policies/a.md."
      ])
    #expect(try row("7.5.2", matrix(unread: ["policies/a.docx"])).weaknesses == [])
  }

  /// What is to be known of a document weighs on the requirement that asks for it, else it is told besides.
  @Test(arguments: ["5.2", "5.2 b", "A.5.1", "7.5.2", "7.5.3", "5.3"])
  func observationsWeighWhereTheyBelong(_ clause: String) throws {
    let version = try #require(Version("1.0"))
    let document = try #require(DocumentID("access"))
    let all = Observation.Weight.allCases.map { weight in
      Observation(
        document: document, title: "Access", version: version, topic: .fact(.outOfOrder),
        weight: weight, clause: clause, words: "It is \(weight).")
    }
    let found = try matrix(observations: all)
    for row in found.rows {
      let here = row.clause == clause ? 1 : 0
      #expect(row.gaps.count { $0 == "Access 1.0: it is gap." } == here, "\(row.clause)")
      #expect(row.weaknesses.count { $0 == "Access 1.0: it is weakness." } == here, "\(row.clause)")
    }
    let besides = clause == "5.3" ? Observation.Weight.allCases : [.note]
    #expect(found.besides.map(\.weight) == besides)
  }

  private static let governance = """
    writ: 1
    id: governance
    version: 1.0
    organisation: {name: Example Ltd, scope: All}
    standard: iso27001:2022
    classifications: [public, internal]
    roles:
      chief-executive: {title: Chief Executive, top-management: true}
    people: {}
    approval:
      - for: {}
        require: [1 of chief-executive]

    """
}
