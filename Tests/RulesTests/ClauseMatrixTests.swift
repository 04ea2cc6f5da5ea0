import Approvals
import Objects
import Testing

@testable import Rules

/// What stands for each requirement of clause 5.2, where little or nothing does; script tests show the rest.
@Suite struct ClauseMatrixTests {
  private func matrix(
    _ findings: [Finding] = [], _ integrity: ClauseFacts.Integrity = .whole,
    registers: Set<String> = []
  ) throws -> ClauseMatrix {
    let governance = try #require(
      Governance.parse(Array(Self.governance.utf8)).governance)
    let day = try #require(CalendarDate("2026-12-01"))
    return ClauseMatrix(
      policyClause: ClauseFacts(
        documents: [], inForce: [:], findings: findings, governance: governance, decisions: 0,
        integrity: integrity, registers: registers, day: day))
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

  /// A register that this version does not read proves nothing, but it is there.
  @Test func aRegisterThatIsThereIsNoGap() throws {
    let without = try row("5.2 f", matrix())
    #expect(without.verdict == .gap)
    let with = try row("5.2 f", matrix(registers: ["records/communications.csv"]))
    #expect(with.verdict == .partly)
    #expect(
      with.evidence.map(\.text) == ["The register records/communications.csv is in the repository."]
    )
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
