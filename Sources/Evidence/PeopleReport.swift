public import Approvals
public import Objects
import Signatures

/// Who holds which role with which keys.
public struct PeopleReport: Report {
  private let header: ReportHeader
  private let governance: Governance
  private let since: Instant?
  private let isApproved: Bool

  /// The people of a governance file; `since` says from when it is in force, if it is.
  public init(_ header: ReportHeader, governance: Governance, since: Instant?) {
    self.header = header
    self.governance = governance
    self.since = since
    isApproved = since != nil
  }

  /// Always yes.
  public var isYes: Bool { true }

  /// For people.
  public var text: DisplayText {
    var text = DisplayText()
    for person in governance.people {
      let titles = person.roles.compactMap { governance.role($0)?.title }
      text.line(
        "\(person.name, .bold) <\(person.email)>  (\(person.id))")
      text.paragraph(titles.isEmpty ? "no role" : titles.joined(separator: ", "), indent: 4)
      if person.keys.isEmpty { text.line("    \("no key yet", .warning)") }
      for key in person.keys { text.append(line(of: key)) }
    }
    if governance.people.isEmpty {
      text.line("Nobody is registered yet. Begin with: writ people add")
    }
    text.line()
    if let since {
      text.line("Version \(governance.version), in force since \(since.day.inWords).")
    } else {
      text.line("Version \(governance.version), not approved yet.")
    }
    text.append(header.caution)
    return text
  }

  private func line(of key: RegisteredKey) -> DisplayText {
    var line: DisplayText = "    \(key.name?.description ?? "whatever its authority vouches for")"
    line.append("  \(key.type)")
    if case .unsupported = key { line.append(", cannot be checked by this version") }
    for mark in revocations(of: key) {
      let reason = mark.reason == .retired ? "retired" : "compromised"
      line.append(", \("\(reason) since \(mark.since.day.inWords)", .warning)")
    }
    line.append("\n")
    return line
  }

  private func revocations(of key: RegisteredKey) -> [Revocation] {
    key.name.map(governance.revocations) ?? []
  }

  /// The object of `writ.people/1`.
  public var json: JSONValue {
    header.json(
      "people",
      [
        "version": JSONValue(governance.version), "digest": JSONValue(governance.digest),
        "approved": .bool(isApproved), "since": JSONValue(since),
        "people": .array(
          governance.people.map { person in
            [
              "id": JSONValue(person.id), "name": .string(person.name),
              "email": .string(person.email),
              "roles": .array(person.roles.map { JSONValue($0) }),
              "keys": .array(person.keys.map { JSONValue($0.name) }),
              "key-details": .array(
                person.keys.map { key in
                  [
                    "key": JSONValue(key.name), "type": .string(key.type),
                    "revoked": .array(
                      revocations(of: key).map { mark in
                        ["reason": .string(mark.reason.rawValue), "since": JSONValue(mark.since)]
                      }),
                  ]
                }),
            ]
          }),
      ])
  }
}
