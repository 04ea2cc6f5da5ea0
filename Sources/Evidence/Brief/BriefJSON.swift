import Approvals
import Documents
import Objects

extension Brief {
  /// The object of `writ.brief/1` (`docs/cli.md`).
  public var json: JSONValue {
    header.json(
      "brief",
      [
        "person": JSONValue(person.id), "name": .string(person.name),
        "top-management": .bool(isTopManagement),
        "policies": .array(policies.map(Self.json)), "signed": .array(signed.map(Self.json)),
        "awaiting": .array(awaiting.map(Self.json)),
        "sent-back": .array(sentBack.map(Inbox.json)), "roles": .array(roles.map(Self.json)),
        "keys": .array(keys.map(Self.json)), "questions": .array(questions.map(Self.json)),
        "observations": ObservationEntry.json(of: observations),
        "not-read": ObservationEntry.json(of: unread),
        "notes": .array(notes.map { .string($0) }),
      ])
  }

  private static func json(_ policy: InForce) -> JSONValue {
    [
      "id": JSONValue(policy.edition.document), "title": .string(policy.edition.title),
      "version": JSONValue(policy.edition.version), "since": JSONValue(policy.approved.from),
      "path": .string(policy.edition.path), "digest": JSONValue(policy.edition.digest),
      "availability": .array((policy.text.policy?.availability ?? []).map { .string($0) }),
      "next-review": JSONValue(policy.approved.nextReview),
    ]
  }

  private static func json(_ signed: Signed) -> JSONValue {
    let statement = signed.statement
    let comment = statement.statement.comment
    return [
      "id": JSONValue(statement.id), "document": JSONValue(statement.edition.document),
      "version": JSONValue(statement.edition.version),
      "decision": .string(statement.statement.name.decision.rawValue),
      "role": JSONValue(statement.role.id), "time": JSONValue(statement.time), "proven": .null,
      "comment": JSONValue(comment.isEmpty ? nil : comment),
      "withdraws": JSONValue(statement.statement.withdraws),
      "days-taken": signed.days.map { .number(Int($0)) } ?? .null,
    ]
  }

  private static func json(_ text: Awaiting) -> JSONValue {
    [
      "document": JSONValue(text.edition.document), "version": JSONValue(text.edition.version),
      "title": .string(text.edition.title), "digest": JSONValue(text.edition.digest),
      "decision": .string(text.reviewDue == nil ? "approve" : "reaffirm"),
      "due": JSONValue(text.reviewDue),
    ]
  }

  private static func json(_ held: (role: RoleID, title: String, tenure: Tenure)) -> JSONValue {
    .object(
      [
        JSONValue.Member(key: "role", value: JSONValue(held.role)),
        JSONValue.Member(key: "title", value: .string(held.title)),
      ] + members(held.tenure))
  }

  private static func json(_ held: (key: RegisteredKey, marks: [Revocation], tenure: Tenure))
    -> JSONValue
  {
    .object(
      [
        JSONValue.Member(key: "key", value: JSONValue(held.key.name)),
        JSONValue.Member(key: "type", value: .string(held.key.type)),
        JSONValue.Member(
          key: "revoked",
          value: .array(
            held.marks.map {
              ["reason": .string($0.reason.rawValue), "since": JSONValue($0.since)]
            })),
      ] + members(held.tenure))
  }

  private static func members(_ tenure: Tenure) -> [JSONValue.Member] {
    [
      JSONValue.Member(key: "since-version", value: JSONValue(tenure.start.version)),
      JSONValue.Member(key: "since", value: JSONValue(tenure.start.since)),
      JSONValue.Member(key: "until-version", value: JSONValue(tenure.end?.version)),
      JSONValue.Member(key: "until", value: JSONValue(tenure.end?.since)),
    ]
  }

  private static func json(_ question: InterviewQuestion) -> JSONValue {
    [
      "clause": .string(question.clause), "question": .string(question.question),
      "answers": .array(
        question.answers.map { answer in
          switch answer {
          case .fact(let words): ["kind": "fact", "text": .string(words), "document": .null]
          case .quote(let words, let source):
            [
              "kind": "quote", "text": .string(words),
              "document": JSONValue(source.edition.document),
            ]
          case .gap(let words): ["kind": "gap", "text": .string(words), "document": .null]
          }
        }),
    ]
  }
}
