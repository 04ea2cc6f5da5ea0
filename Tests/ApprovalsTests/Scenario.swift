import Documents
import Objects
import Signatures
import Testing

@testable import Approvals

/// When the first decision is made; the others follow hour by hour.
let start = Instant(seconds: 1_795_276_800)
/// When the question is asked: after the policy's effective day.
let now = Instant(seconds: 1_797_300_000)

/// Nobody in the tests wrote anything, unless a test says so.
func nobodyWrote(_: Edition, _: ObjectID, _: Set<Digest>) -> [ChangeAuthors] { [] }

/// The bytes of a file and where it lies.
struct Text: Sendable {
  let path: String
  var content: String
  var bytes: [UInt8] { Array(content.utf8) }
  var digest: Digest { Digest.sha256(of: bytes) }

  init(_ content: String, path: String) {
    self.content = content
    self.path = path
  }

  /// The text with one piece of it exchanged.
  func replacing(_ piece: String, with other: String) -> Text {
    Text(content.replacing(piece, with: other), path: path)
  }

  func edition() throws -> Edition { try #require(Edition(bytes, path: path)) }
}

/// Everything that goes into one signed tag, each part to be spoiled by itself.
struct Draft {
  var subject: String
  var comment = ""
  var repository: Digest
  var governance: Digest
  var name: StatementName
  var path: String
  var digest: Digest
  var withdraws: Digest?
  var role: RoleID
  var key: KeyName
  var seen: [Statement.Seen] = []
  var tagger: (name: String, email: String)
  var time: Instant
  var zone = 0
  var commit: ObjectID
  var target: Record.Target
  var ref: String?
  /// Whose key signs.
  var signer: String
  var namespace = "git"
  var changePayload: (String) -> String = { $0 }
  var changeArmor: (String) -> String = { $0 }
  /// What happens to the whole object once it is signed.
  var changeObject: (String) -> String = { $0 }

  var statement: Statement {
    Statement(
      subject: subject, comment: comment, repository: repository, governance: governance,
      name: name, path: path, digest: digest, withdraws: withdraws, role: role, key: key,
      seen: seen)
  }
}

/// A record, with what others need to name it.
struct Made: Sendable {
  let record: Record
  let id: Digest
  let name: StatementName
  var seen: Statement.Seen { Statement.Seen(statement: id, name: name) }
}

/// A repository of Example Ltd, in memory.
struct Scenario {
  let keys: Keyring
  var root: Text
  var policy: Text

  init(keys: Keyring? = nil, edit: (String) throws -> String = { $0 }) throws {
    self.keys = try keys ?? Keyring.shared()
    root = Text(try edit(sampleGovernance(self.keys)), path: "writ.yaml")
    policy = Text(samplePolicy, path: "policies/information-security.md")
  }

  var governance: Governance {
    get throws { try #require(Governance.parse(root.bytes).governance) }
  }

  /// What the person's approval of the text would be made of: under the first people and rules and
  /// with the key of the person's name, unless others are given.
  func draft(
    _ person: String, _ text: Text, hour: Int64, seen: [Made] = [], decision: Decision = .approve,
    role: RoleID? = nil, under rules: Text? = nil, key: String? = nil
  ) throws -> Draft {
    let governance = try #require(Governance.parse((rules ?? root).bytes).governance)
    let person = try #require(governance.people.first { "\($0.id)" == person })
    let role = try #require(role ?? person.roles.first)
    let edition = try text.edition()
    return Draft(
      subject: Statement.subject(
        person: person.name, role: governance.role(role)?.title ?? "", decision: decision,
        title: edition.title, version: edition.version),
      repository: root.digest, governance: governance.digest,
      name: StatementName(
        document: edition.document, version: edition.version, decision: decision, person: person.id),
      path: text.path, digest: text.digest, withdraws: decision == .withdraw ? root.digest : nil,
      role: role, key: .ssh(try keys.fingerprint(key ?? "\(person.id)")), seen: seen.map(\.seen),
      tagger: (person.name, person.email), time: start.adding(seconds: 3600 * hour),
      commit: commit, target: .file(Record.FoundText(text.bytes, path: text.path)),
      signer: key ?? "\(person.id)")
  }

  /// Signs the draft and reads it back as from a repository.
  func make(_ draft: Draft) throws -> Made {
    let payload = draft.changePayload(
      String(
        decoding: TagObject.payload(
          target: draft.commit, name: "\(draft.name)",
          tagger: Ident(
            name: draft.tagger.name, email: draft.tagger.email, time: draft.time,
            offset: draft.zone), message: draft.statement.message), as: UTF8.self))
    let signature = try keys.sign(
      Array(payload.utf8), with: draft.signer, namespace: draft.namespace)
    let armor = draft.changeArmor(String(decoding: signature, as: UTF8.self))
    let bytes = TagObject.bytes(payload: Array(payload.utf8), armor: Array(armor.utf8))
    let object = Array(draft.changeObject(String(decoding: bytes, as: UTF8.self)).utf8)
    return Made(
      record: Record(ref: draft.ref ?? draft.name.ref, content: read(object, draft.target)),
      id: Digest.sha256(of: payload.utf8), name: draft.name)
  }

  func make(
    _ person: String, _ text: Text, hour: Int64, seen: [Made] = [], decision: Decision = .approve,
    role: RoleID? = nil, under rules: Text? = nil, key: String? = nil, number: Int = 1,
    edit: (inout Draft) throws -> Void = { _ in }
  ) throws -> Made {
    var draft = try draft(
      person, text, hour: hour, seen: seen, decision: decision, role: role, under: rules, key: key)
    for _ in 1..<number { draft.name = draft.name.next }
    try edit(&draft)
    return try make(draft)
  }

  /// The withdrawal of a decision of one's own.
  func withdraw(
    _ decision: Made, by person: String, on text: Text? = nil, hour: Int64, seen: [Made] = [],
    number: Int = 1
  ) throws -> Made {
    try make(
      person, text ?? policy, hour: hour, seen: seen, decision: .withdraw, number: number
    ) { $0.withdraws = decision.id }
  }

  /// Jane and Sam approve people and rules.
  func foundation() throws -> [Made] {
    let first = try make("jane-doe", root, hour: 0)
    return [first, try make("sam-lee", root, hour: 1, seen: [first])]
  }

  /// Then they approve the policy.
  func history() throws -> [Made] {
    let foundation = try foundation()
    let first = try make("jane-doe", policy, hour: 2, seen: foundation)
    return foundation + [first, try make("sam-lee", policy, hour: 3, seen: foundation + [first])]
  }

  func ledger(
    _ made: [Made], pinned: Bool = true, head: Text? = nil, texts: [Text] = [], now: Instant = now,
    asOf: Instant? = nil, tip: Text? = nil, remembered: [Trust.Remembered] = [],
    history: ChangeHistory = nobodyWrote
  ) throws -> Ledger {
    try Ledger(
      records: made.map(\.record), head: (head ?? root).bytes,
      texts: { try texts.map { try $0.edition() } },
      trust: Trust(
        required: pinned ? root.digest : nil, tip: tip?.digest, remembered: remembered),
      now: now, asOf: asOf, history: history)
  }

  func status(
    _ ledger: Ledger, of text: Text? = nil, history: ChangeHistory = nobodyWrote
  ) throws -> DocumentStatus {
    try ledger.status(of: (text ?? policy).edition(), history: history)
  }
}

/// Some commit: nothing in these layers looks behind its name.
let commit = ObjectID.zero

/// What a ref leads to, read as the layer above does.
func read(_ object: [UInt8], _ target: Record.Target) -> Record.Content {
  let tag: TagObject
  do { tag = try TagObject(object) } catch { return .malformed(error) }
  do { return .statement(Record.SignedTag(tag), try Statement(tag), target) } catch {
    return .noStatement(tag, error)
  }
}

extension Ledger {
  func entry(_ made: Made) -> Entry? { entries.first { $0.ref == made.record.ref } }
}

func sampleGovernance(_ keys: Keyring) throws -> String {
  """
  writ: 1
  id: governance
  version: 1.0
  organisation: {name: Example Ltd, scope: Design and operation of Example Cloud}
  standard: iso27001:2022
  classifications: [public, internal, confidential]
  roles:
    chief-executive: {title: Chief Executive, top-management: true}
    board-member: {title: Board member, top-management: true}
    ciso: {title: Chief Information Security Officer, responsible-for: [isms-conformity, isms-reporting]}
  people:
    jane-doe:
      name: Jane Doe
      email: jane@example.org
      roles: [chief-executive]
      keys:
        - ssh: \(try keys.line("jane-doe"))
    sam-lee:
      name: Sam Lee
      email: sam@example.org
      roles: [ciso]
      keys:
        - ssh: \(try keys.line("sam-lee"))
    bo-berg:
      name: Bo Berg
      email: bo@example.org
      roles: [board-member]
      keys:
        - ssh: \(try keys.line("bo-berg"))
  approval:
    - for: {id: governance}
      require: [2 of chief-executive board-member ciso]
    - for: {kind: policy, level: top}
      require: [1 of chief-executive board-member, 1 of ciso board-member]
    - for: {}
      require: [1 of chief-executive board-member ciso]
  cadence: {management-review: 3 months, policy-review: 12 months}

  """
}

let samplePolicy = """
  ---
  id: information-security
  kind: policy
  level: top
  title: Information Security Policy
  version: 1.0
  language: en
  classification: public
  owner: ciso
  effective: 2026-12-01
  review-every: 12 months
  ---

  # Information Security Policy

  We protect what we know.

  """
