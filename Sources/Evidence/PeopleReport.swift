public import Approvals
import Objects
import Signatures

/// Who holds which role with which keys, and since which version of the people and rules.
public struct PeopleReport: Report {
  private let header: ReportHeader
  private let governance: Governance
  private let chain: [Ledger.Link]

  /// The people of a governance file, the last of the chain; without a chain it is not in force.
  public init(_ header: ReportHeader, governance: Governance, chain: [Ledger.Link]) {
    self.header = header
    self.governance = governance
    self.chain = chain
  }

  private var since: Instant? { chain.last?.since }

  /// Always yes.
  public var isYes: Bool { true }

  /// For people.
  public var text: DisplayText {
    var text = DisplayText()
    for person in governance.people {
      let registered = beginning { $0.person(person.id) != nil }
      text.line(
        "\(person.name, .bold) <\(person.email)>  (\(person.id))\(Self.behindComma(Self.words(registered)))"
      )
      let titles = person.roles.compactMap { role in
        governance.role(role).map { title in
          let since = later(than: registered, beginning { $0.holds(role, person.id) })
          return title.title + (since.isEmpty ? "" : " (\(since))")
        }
      }
      text.paragraph(titles.isEmpty ? "no role" : titles.joined(separator: ", "), indent: 4)
      if person.keys.isEmpty { text.line("    \("no key yet", .warning)") }
      for key in person.keys {
        text.append(line(of: key))
        text.line(
          "\(Self.behindComma(later(than: registered, beginning { $0.holds(key, person.id) })))")
      }
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

  /// The first of the versions up to the newest in which something holds without a break; `nil` while
  /// no version is in force.
  private func beginning(_ holds: (Governance) -> Bool) -> Version? {
    chain.reversed().prefix { holds($0.governance) }.last?.version
  }

  /// Said where there was another version before.
  private static func words(_ version: Version?) -> String {
    version.map { $0 == Version(1, 0) ? "" : "since version \($0)" } ?? ""
  }

  private static func behindComma(_ words: String) -> String { words.isEmpty ? "" : ", \(words)" }

  private func later(than registered: Version?, _ version: Version?) -> String {
    version == registered ? "" : Self.words(version)
  }

  private func line(of key: RegisteredKey) -> DisplayText {
    var line: DisplayText = "    \(key.name?.description ?? "whatever its authority vouches for")"
    line.append("  \(key.type)")
    if case .unsupported = key { line.append(", cannot be checked by this version") }
    for mark in revocations(of: key) {
      let reason = mark.reason == .retired ? "retired" : "compromised"
      line.append(", \("\(reason) since \(mark.since.day.inWords)", .warning)")
    }
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
        "approved": .bool(since != nil), "since": JSONValue(since),
        "people": .array(governance.people.map(json)),
      ])
  }

  private func json(of person: Person) -> JSONValue {
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
            "since-version": JSONValue(beginning { $0.holds(key, person.id) }),
          ]
        }),
      "role-details": .array(
        person.roles.map { role in
          [
            "role": JSONValue(role),
            "since-version": JSONValue(beginning { $0.holds(role, person.id) }),
          ]
        }),
      "since-version": JSONValue(beginning { $0.person(person.id) != nil }),
    ]
  }
}

extension Governance {
  fileprivate func holds(_ role: RoleID, _ person: PersonID) -> Bool {
    self.person(person)?.roles.contains(role) ?? false
  }

  fileprivate func holds(_ key: RegisteredKey, _ person: PersonID) -> Bool {
    self.person(person)?.keys.contains(key) ?? false
  }
}
