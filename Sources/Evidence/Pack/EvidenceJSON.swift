import Approvals
import Objects
import Rules

extension EvidencePack {
  /// The object of `writ.evidence/1`: what `verify` says, and behind that what stands for the clause.
  var json: JSONValue {
    header.json("evidence", .object(own.members + verification.members))
  }

  private var own: JSONValue {
    [
      "clause": "5.2", "standard": "ISO/IEC 27001:2022", "program": .string(program),
      "from": JSONValue(period.from), "to": JSONValue(period.to),
      "organisation": .string(governance.organisation), "scope": .string(governance.scope),
      "requirements": .array(matrix.rows.map(Self.json)),
      "documents": .array(register.map(json)),
      "findings": .array(findings.map(CheckReport.json)),
      "unreadable": .array(notes.map { .string($0) }),
      "not-read": ObservationEntry.json(of: unread),
    ]
  }

  private static func json(of row: ClauseMatrix.Row) -> JSONValue {
    [
      "clause": .string(row.clause), "requirement": .string(row.requirement),
      "verdict": .string(row.verdict.rawValue), "newest": JSONValue(row.newest),
      "evidence": .array(
        row.evidence.map { piece in
          [
            "document": JSONValue(piece.document), "why": .string(piece.text),
            "quote": JSONValue(piece.quote), "day": JSONValue(piece.day),
          ]
        }),
      "gaps": .array(row.gaps.map { .string($0) }),
      "weaknesses": .array(row.weaknesses.map { .string($0) }),
      "to-judge": .string(row.toJudge), "switched-off": [],
    ]
  }

  private func json(of entry: Entry) -> JSONValue {
    .object(
      StatusReport.json(of: .init(entry.status, entry.observations)).members + [
        JSONValue.Member(
          key: "versions",
          value: .array(
            entry.versions.map { version in
              [
                "version": JSONValue(version.approved.edition.version),
                "digest": JSONValue(version.approved.edition.digest),
                "approved": JSONValue(version.approved.met),
                "from": JSONValue(version.approved.from),
                "approved-by": .array(version.approved.approvals.map(StatementEntry.json)),
                "reviews": .array(version.approved.reviews.map(StatementEntry.json)),
                "file": .string("\(entry.path(of: version)).\(entry.suffix)"),
                "observations": ObservationEntry.json(of: version.observations),
              ]
            }))
      ])
  }
}
