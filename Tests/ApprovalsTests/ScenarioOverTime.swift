import Documents
import Objects
import Signatures
import Testing

@testable import Approvals

/// Governance versions that follow each other, and decisions made under any of them.
extension Scenario {
  /// Example Ltd with keys in software only, so that many decisions take no time.
  static func overTime(edit: (String) throws -> String = { $0 }) throws -> Scenario {
    try Scenario(keys: .software, edit: edit)
  }

  /// The governance version after `text`, as the commands write it: it closes what nothing else
  /// that was known when it was drafted had seen.
  func successor(
    of text: Text, _ version: String, closing known: [Made] = [],
    edit: (String) throws -> String
  ) rethrows -> Text {
    let head =
      "version: \(version)\nprevious: \(text.digest)\n"
      + "closes: [\(leaves(known).map(\.id.description).joined(separator: ", "))]\n"
    let kept = text.content.split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.hasPrefix("previous: ") && !$0.hasPrefix("closes: ")
    }.map { $0.hasPrefix("version: ") ? String(head.dropLast()) : String($0) }
    return Text(try edit(kept.joined(separator: "\n")), path: text.path)
  }

  /// The same with nothing else changed.
  func successor(of text: Text, _ version: String, closing known: [Made] = []) -> Text {
    successor(of: text, version, closing: known) { $0 }
  }

  /// Each approves the text, an hour after the one before and having seen that.
  func approve(
    _ text: Text, by people: [String], hour: Int64, seen: [Made], under rules: Text? = nil,
    number: Int = 1
  ) throws -> [Made] {
    var made: [Made] = []
    for person in people {
      made.append(
        try make(
          person, text, hour: hour + Int64(made.count), seen: seen + made, under: rules,
          number: number))
    }
    return made
  }

  /// The policy in another version, with other words.
  func policy(_ version: String, _ words: String = "We protect what we know.") -> Text {
    policy.replacing("version: 1.0", with: "version: \(version)")
      .replacing("We protect what we know.", with: words)
  }

  /// Another policy, of a level for which one approval is enough; it may take the place of another one.
  func topic(_ id: String, replacing other: String? = nil, version: String = "1.0") -> Text {
    Text(
      policy.content.replacing("id: information-security", with: "id: \(id)")
        .replacing("level: top", with: "level: topic")
        .replacing(
          "version: 1.0",
          with: (other.map { "replaces: \($0)\n" } ?? "") + "version: \(version)"),
      path: "policies/\(id).md")
  }

  func state(_ ledger: Ledger, of text: Text? = nil) throws -> DocumentState {
    try status(ledger, of: text).state
  }
}

/// What no other of them has seen.
func leaves(_ made: [Made]) -> [Made] {
  let seen = Set(made.flatMap(\.known))
  return made.filter { !seen.contains($0.id) }
}

extension Made {
  /// What it has seen, or withdraws.
  var known: Set<Digest> {
    guard case .statement(_, let statement, _) = record.content else { return [] }
    return statement.known
  }

  /// As a user remembers it who once found it valid.
  var remembered: Trust.Remembered {
    guard case .statement(_, let statement, let target) = record.content else {
      return rememberedBefore
    }
    var replaces: DocumentID?
    if case .file(let text) = target, name.decision == .approve {
      replaces = text.edition?.replaces
    }
    return Trust.Remembered(
      id: id, name: name, time: time,
      details: Trust.Details(
        role: statement.role, key: statement.key, policy: .presence, replaces: replaces))
  }

  /// As version 0.1.0 remembered it.
  var rememberedBefore: Trust.Remembered { Trust.Remembered(id: id, name: name, time: time) }

  /// When it was made, as it says.
  var time: Instant {
    guard case .statement(let tag, _, _) = record.content else { return start }
    return tag.tagger.time
  }
}

/// The moment that is so many hours after the first decision.
func hour(_ hours: Int64) -> Instant { start.adding(seconds: 3600 * hours) }

/// Changes of `writ.yaml`.
extension String {
  /// Without a person.
  func without(_ person: String) -> String {
    var isTheirs = false
    return split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if !line.hasPrefix("    ") { isTheirs = line == "  \(person):" }
      return !isTheirs
    }.joined(separator: "\n")
  }

  /// With a further person, under the key of that name.
  func with(_ person: String, _ roles: String, key: String? = nil) throws -> String {
    let line = try Keyring.software.line(key ?? person)
    let name = person.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return replacing(
      "\napproval:",
      with: """

          \(person):
            name: \(name.joined(separator: " "))
            email: \(person)@example.org
            roles: [\(roles)]
            keys:
              - ssh: \(line)
        approval:
        """)
  }

  /// With another rule for the governance file itself.
  func deciding(by rule: String) -> String {
    replacing("require: [2 of chief-executive board-member ciso]", with: rule)
  }

  /// With another rule for the top policy.
  func policies(by rule: String) -> String {
    replacing("require: [1 of chief-executive board-member, 1 of ciso board-member]", with: rule)
  }

  /// With another key in the place of one.
  func replacing(key old: String, by new: String) throws -> String {
    replacing(try Keyring.software.line(old), with: try Keyring.software.line(new))
  }

  /// With keys that may not decide any more.
  func revoking(_ keys: (key: String, reason: String, since: Instant)...) throws -> String {
    try self + "revoked:\n"
      + keys.map {
        "  - {key: \"\(try Keyring.software.fingerprint($0.key))\", reason: \($0.reason),"
          + " since: \($0.since)}\n"
      }.joined()
  }
}
