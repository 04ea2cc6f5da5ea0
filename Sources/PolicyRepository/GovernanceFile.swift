import Approvals
import Documents
import Evidence
import Objects
import Signatures

/// A person to be written into `writ.yaml`.
struct PersonEntry {
  let id: PersonID
  let name: String
  let email: String
  let roles: [RoleID]
  let key: SSHPublicKey?

  /// The entry below `people:`.
  fileprivate var written: YAMLValue.Entry {
    YAMLValue.Entry(
      id.description,
      .mapping([
        YAMLValue.Entry("name", .scalar(name)), YAMLValue.Entry("email", .scalar(email)),
        YAMLValue.Entry("roles", .sequence(roles.map { .scalar($0.description) })),
        YAMLValue.Entry("keys", .sequence(key.map { [$0.written] } ?? [])),
      ]))
  }
}

/// What the next version of the people and rules follows.
struct Predecessors {
  /// The versions in force so far, oldest first; at least one.
  let chain: [Governance]
  /// The decisions that no other one has seen: what the next version closes.
  let leaves: [Digest]

  /// What would follow the newest version of a ledger in which one is in force.
  init(_ ledger: Ledger) {
    chain = ledger.chain.map(\.governance)
    leaves = ledger.leaves.map(\.id)
  }

  /// Makes a text the draft of the next version, on the lines `version`, `previous` and `closes`.
  ///
  /// A draft of it keeps its number, unless it is to be a major version.
  fileprivate func mark(_ text: inout YAMLText, asMajor: Bool) throws(Problem) {
    guard let last = chain.last else { return }
    let (minor, major) = last.version.next
    let version = text.scalar(["version"]).flatMap { Version($0) }
    let isDraft =
      text.scalar(["previous"]) == last.digest.description
      && version?.follows(last.version) == true
    if asMajor {
      try text.set(.init("version", .scalar(major.description)), behind: "id")
    } else if !isDraft {
      try text.set(.init("version", .scalar(minor.description)), behind: "id")
    }
    try text.set(.init("previous", .scalar(last.digest.description)), behind: "version")
    try text.set(
      .init("closes", .sequence(leaves.sorted().map { .scalar($0.description) })),
      behind: "previous")
  }
}

/// The text of `writ.yaml`, edited so that only the lines in question change.
///
/// Each edit is refused where the file would be refused with it, or could not follow the version in
/// force.
struct GovernanceFile {
  private var text: YAMLText
  private let chain: [Governance]
  /// What the file says.
  private(set) var governance: Governance
  /// What would make it hard to decide anything.
  private(set) var warnings: [Problem]

  /// Takes the file as it is, or as the draft of the version that follows others; refuses one that is
  /// refused already.
  init(_ bytes: [UInt8], following others: Predecessors?, asMajor: Bool = false) throws {
    do throws(Problem) {
      text = try YAMLText(bytes, limit: Governance.byteLimit)
      try others?.mark(&text, asMajor: asMajor)
    } catch { throw Self.refusal(of: error) }
    let parsed = Governance.parse(text.bytes)
    guard let governance = parsed.governance else { throw Self.refusal(parsed) }
    self.governance = governance
    warnings = parsed.warnings
    chain = others?.chain ?? []
  }

  var bytes: [UInt8] { text.bytes }

  // MARK: People

  /// Adds a person behind the last one.
  mutating func add(_ person: PersonEntry) throws {
    if governance.person(person.id) != nil {
      throw Refusal(
        .no, "somebody is registered as \(person.id) already",
        remedies: "choose another id for the new person", "see who is there: writ people")
    }
    for role in person.roles { try requireRole(role) }
    guard Characters.isName(person.name), UnicodeNormalization.isNFC(person.name) else {
      throw Refusal(
        .no, "\(person.name) cannot be a person's name", remedies: "write it without < and >")
    }
    guard Person.isEmail(person.email) else {
      throw Refusal(
        .no, "\(person.email) is no e-mail address", remedies: "write one such as jane@example.org")
    }
    try person.key.map(refuseRevoked)
    try edit { text throws(Problem) in try text.insert(person.written, in: ["people"]) }
  }

  /// Takes a person out, keys and all.
  mutating func remove(_ id: PersonID) throws {
    _ = try person(id)
    try edit { text throws(Problem) in
      try text.remove(entry: id.description, from: ["people"])
    }
  }

  // MARK: Roles

  /// Gives a role to a person.
  mutating func add(role: RoleID, to id: PersonID) throws {
    let person = try person(id)
    try requireRole(role)
    if person.roles.contains(role) {
      throw Refusal(
        .no, "\(person.name) holds the role \(role) already",
        remedies: "see who holds what: writ people")
    }
    try edit { text throws(Problem) in
      try text.append(.scalar(role.description), to: ["people", id.description, "roles"])
    }
  }

  /// Takes a role from a person.
  mutating func remove(role: RoleID, from id: PersonID) throws {
    let person = try person(id)
    guard person.roles.contains(role) else {
      throw Refusal(
        .no, "\(person.name) does not hold the role \(role)",
        remedies: "see who holds what: writ people")
    }
    try edit { text throws(Problem) in
      try text.remove(role.description, from: ["people", id.description, "roles"])
    }
  }

  // MARK: Keys

  /// Registers a further key of a person.
  mutating func add(key: SSHPublicKey, to id: PersonID) throws {
    _ = try person(id)
    try refuseRevoked(key)
    try edit { text throws(Problem) in
      let keys = ["people", id.description, "keys"]
      if text.holds(keys) {
        try text.append(key.written, to: keys)
      } else {
        try text.insert(YAMLValue.Entry("keys", .sequence([key.written])), in: keys.dropLast())
      }
    }
  }

  /// Marks a person's key as one that may not decide any more.
  ///
  /// It stays among the keys of its owner: it says whose the decisions are that it made.
  mutating func revoke(_ revocation: Revocation, of id: PersonID) throws {
    let person = try person(id)
    guard person.keys.contains(where: { $0.name == revocation.key }) else {
      throw Refusal(
        .no, "\(person.name) has no key \(revocation.key)",
        remedies: "see whose is which: writ people")
    }
    let before = governance.revocations(of: revocation.key)
    // What is only retired may still turn out to be in somebody else's hands.
    if let mark = before.first(where: {
      $0.reason == .compromised || $0.reason == revocation.reason
    }) {
      throw Refusal(
        .no, "the key \(revocation.key) is marked as \(mark.reason.rawValue) since \(mark.since)",
        remedies: "if that is wrong, change it by hand in writ.yaml, under revoked")
    }
    let entry = YAMLValue.mapping([
      YAMLValue.Entry("key", .scalar(revocation.key.description)),
      YAMLValue.Entry("reason", .scalar(revocation.reason.rawValue)),
      YAMLValue.Entry("since", .scalar(revocation.since.description)),
    ])
    try edit { text throws(Problem) in
      if text.holds(["revoked"]) {
        try text.append(entry, to: ["revoked"])
      } else {
        try text.insert(YAMLValue.Entry("revoked", .sequence([entry])), in: [])
      }
    }
  }

  // MARK: Parts

  private mutating func edit(_ change: (inout YAMLText) throws(Problem) -> Void) throws {
    var edited = text
    do throws(Problem) { try change(&edited) } catch { throw Self.refusal(of: error) }
    let parsed = Governance.parse(edited.bytes)
    guard let governance = parsed.governance else { throw Self.refusal(parsed) }
    if let problem = governance.refusals(following: chain).first {
      throw Refusal(.no, "\(problem.message)", remedies: "\(problem.remedy)")
    }
    text = edited
    self.governance = governance
    warnings = parsed.warnings
  }

  /// The person of that name.
  func person(_ id: PersonID) throws -> Person {
    if let person = governance.person(id) { return person }
    throw Refusal(
      .no, "nobody is registered as \(id)",
      remedies: governance.people.isEmpty
        ? "register somebody: writ people add"
        : "name one of: \(governance.people.map(\.id.description).joined(separator: ", "))")
  }

  private func requireRole(_ role: RoleID) throws {
    guard governance.role(role) == nil else { return }
    let known = governance.roles.map(\.id.description)
    throw Refusal(
      .no, "there is no role \(role) in writ.yaml",
      remedies: "name one of: \(known.joined(separator: ", "))")
  }

  private func refuseRevoked(_ key: SSHPublicKey) throws {
    guard let mark = governance.revocations(of: .ssh(key.fingerprint)).first else { return }
    throw Refusal(
      .no, "the key \(key.fingerprint) is marked as \(mark.reason.rawValue) since \(mark.since)",
      remedies: "register another key: writ join makes one")
  }

  private static func refusal(_ parsed: Governance.Parsed) -> Refusal {
    guard let problem = parsed.problems.first else {
      return Refusal(.no, "writ.yaml is refused", remedies: "see why: writ check writ.yaml")
    }
    return refusal(of: problem)
  }

  private static func refusal(of problem: Problem) -> Refusal {
    Refusal(
      .no, "writ.yaml is refused: line \(problem.line): \(problem.message)",
      remedies: "\(problem.remedy)")
  }
}

extension SSHPublicKey {
  /// The entry below `keys:`.
  fileprivate var written: YAMLValue { .mapping([YAMLValue.Entry("ssh", .scalar(text))]) }
}
