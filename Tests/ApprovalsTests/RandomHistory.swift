import Documents
import Objects
import Signatures
import Testing

@testable import Approvals

/// One state of the people and rules, as a governance file.
struct Company: Sendable {
  struct Member: Sendable {
    let id: String
    var roles: [String]
    /// The name of the key in software.
    var key: String
  }

  var version = Version(1, 0)
  var previous: Digest?
  var closes: [Digest] = []
  var lost: [Digest] = []
  var members: [Member]
  /// How many must decide on people and rules.
  var quorum: Int
  /// Whether one security officer is enough for a minor change of them.
  var hasMinor = false
  /// What the top policy needs, and a minor version of it.
  var policies: String
  var minorPolicies: String?
  var separation: String
  var revoked: [(key: String, reason: String, since: Instant)] = []

  static let roles = ["chief-executive", "board-member", "ciso"]

  func text() throws -> Text {
    var lines = ["writ: 1", "id: governance", "version: \(version)"]
    if let previous {
      lines.append("previous: \(previous)")
      lines.append("closes: [\(closes.map(\.description).joined(separator: ", "))]")
    }
    if !lost.isEmpty { lines.append("lost: [\(lost.map(\.description).joined(separator: ", "))]") }
    lines += [
      "organisation: {name: Example Ltd, scope: Everything}", "classifications: [public]", "roles:",
    ]
    lines += Self.roles.map { "  \($0): {title: The \($0), top-management: true}" }
    lines.append("people:")
    for member in members {
      lines += [
        "  \(member.id):", "    name: \(member.id)", "    email: \(member.id)@example.org",
        "    roles: [\(member.roles.joined(separator: ", "))]", "    keys:",
        "      - ssh: \(try Keyring.software.line(member.key))",
      ]
    }
    let anybody = Self.roles.joined(separator: " ")
    lines += [
      "approval:", "  - for: {id: governance}", "    require: [\(quorum) of \(anybody)]",
    ]
    if hasMinor { lines.append("    minor: [1 of ciso]") }
    lines += ["  - for: {kind: policy, level: top}", "    require: [\(policies)]"]
    if let minorPolicies { lines.append("    minor: [\(minorPolicies)]") }
    lines += [
      "  - for: {}", "    require: [1 of \(anybody)]",
      "separation: {author-approves: \(separation), self-appointment: \(separation)}",
    ]
    if !revoked.isEmpty { lines.append("revoked:") }
    for entry in revoked {
      let fingerprint = try Keyring.software.fingerprint(entry.key)
      lines.append(
        "  - {key: \"\(fingerprint)\", reason: \(entry.reason), since: \(entry.since)}")
    }
    return Text(lines.map { $0 + "\n" }.joined(), path: "writ.yaml")
  }
}

/// A history that nobody planned: people come and go and change keys, each decides in a clone of
/// their own that is brought up to date now and then, some sign late with an old date.
///
/// Who decides names what a client would: what nothing else in the clone has seen, and every other
/// decision on the document.
struct RandomHistory: Sendable {
  let seed: UInt64
  private var random: SameEveryTime
  private(set) var scenario: Scenario
  /// Every decision, what was seen always before what saw it.
  private(set) var made: [Made] = []
  /// What each has seen, directly or through another.
  private(set) var past: [Digest: Set<Digest>] = [:]
  /// Every governance file that was drafted.
  private(set) var companies: [(company: Company, text: Text)] = []
  /// Every text of a document that somebody decided on.
  private(set) var texts: [Text] = []
  private var levels: [Digest: (document: String, version: Version)] = [:]
  /// Who wrote each text, by the commit that holds it.
  private(set) var authors: [ObjectID: ChangeAuthors] = [:]
  /// Which decisions are in whose clone, with what was in it before.
  private var clones: [String: [Set<Int>]] = [:]
  private var clock = start
  private var numbers: [StatementName: Int] = [:]
  private var newcomers = 0

  /// Whether documents may take the place of others.
  private let isReplacing: Bool

  init(seed: UInt64, steps: Int = 52, isReplacing: Bool = false) throws {
    self.seed = seed
    self.isReplacing = isReplacing
    random = SameEveryTime(seed)
    scenario = try Scenario.overTime()
    let company = Company(
      members: zip(["jane-doe", "sam-lee", "bo-berg", "kim-wu"], Company.roles + ["board-member"])
        .map { Company.Member(id: $0, roles: [$1], key: $0) },
      quorum: [1, 2, 2, 2].randomElement(using: &random) ?? 2,
      hasMinor: Int.random(in: 0..<4, using: &random) == 0,
      // In some, a role is named by no rule for the top policy.
      policies: seed % 4 == 0
        ? "1 of chief-executive, 1 of ciso"
        : "1 of chief-executive board-member, 1 of ciso board-member",
      minorPolicies: Bool.random(using: &random) ? "1 of ciso chief-executive" : nil,
      separation: ["never-alone", "never-alone", "allowed"].randomElement(using: &random)
        ?? "allowed")
    let root = try company.text()
    scenario.root = root
    companies.append((company, root))
    for member in company.members { clones[member.id] = [[]] }
    try decide("jane-doe", root, .approve)
    sync("sam-lee", from: "jane-doe")
    try decide("sam-lee", root, .approve)
    for member in company.members { sync(member.id, from: "sam-lee") }
    for _ in 0..<steps { try step() }
  }

  /// Whose decisions a reader may ask about: everything drafted.
  var everyText: [Text] { texts + companies.map(\.text) }

  /// The history of changes, as Git would tell it.
  var changes: ChangeHistory {
    { [authors] _, target, _ in authors[target].map { [$0] } ?? [] }
  }

  /// A set of decisions with all that they have seen: that of somebody's clone, at some time.
  mutating func someClone() -> [Made] {
    let person = clones.keys.sorted().randomElement(using: &random) ?? ""
    let clone = clones[person]?.randomElement(using: &random) ?? []
    return clone.sorted().map { made[$0] }
  }

  /// Some of the decisions, without regard to what has seen what.
  mutating func someDecisions() -> [Made] {
    let gone = Int.random(in: 1...3, using: &random)
    // Often only of what is about documents: where one on people and rules is gone, all is open.
    let sparesRules = Int.random(in: 0..<4, using: &random) > 0
    var kept = made
    for _ in 0..<gone {
      let candidates = kept.indices.filter {
        !sparesRules || kept[$0].name.document != .governance
      }
      if let index = candidates.randomElement(using: &random) { kept.remove(at: index) }
    }
    return kept
  }

  mutating func shuffled() -> [Made] { made.shuffled(using: &random) }

  // MARK: What happens

  private mutating func step() throws {
    clock = clock.adding(seconds: Int64.random(in: 700...9000, using: &random))
    let people = clones.keys.sorted()
    guard let person = people.randomElement(using: &random),
      let other = people.randomElement(using: &random)
    else { return }
    switch Int.random(in: 0..<100, using: &random) {
    case ..<42: sync(person, from: other)
    case ..<51: try draftRules(person)
    case ..<70: try decideOnRules(person)
    default: try decideOnDocument(person)
    }
  }

  private mutating func sync(_ person: String, from other: String) {
    let union = clone(of: person).union(clone(of: other))
    if union != clone(of: person) { clones[person, default: []].append(union) }
  }

  private func clone(of person: String) -> Set<Int> { clones[person]?.last ?? [] }

  /// The people and rules that the owner of a clone takes for those in force: good enough to act
  /// under, though not always right.
  private func rules(in clone: Set<Int>) -> (company: Company, text: Text) {
    var newest = companies[0]
    while let next = companies.first(where: { next in
      next.company.previous == newest.text.digest
        && Set(
          clone.filter { approves(made[$0], next.text, under: newest.text) }
            .map { made[$0].name.person }
        ).count >= quorum(from: newest.company, to: next.company)
    }) { newest = next }
    return newest
  }

  private func quorum(from old: Company, to new: Company) -> Int {
    old.hasMinor && old.version.major == new.version.major ? 1 : old.quorum
  }

  private func approves(_ made: Made, _ text: Text, under rules: Text) -> Bool {
    guard case .statement(_, let statement, _) = made.record.content else { return false }
    return statement.name.decision == .approve && statement.digest == text.digest
      && statement.governance == rules.digest
  }

  private mutating func draftRules(_ person: String) throws {
    let clone = clone(of: person)
    let (old, text) = rules(in: clone)
    let isPending = companies.contains { $0.company.previous == text.digest }
    guard old.members.contains(where: { $0.id == person }), companies.count < 9,
      !isPending || Int.random(in: 0..<3, using: &random) == 0
    else { return }
    var next = old
    let isMajor = Int.random(in: 0..<4, using: &random) == 0
    next.version = isMajor ? old.version.next.major : old.version.next.minor
    next.previous = text.digest
    next.closes = leaves(clone.map { made[$0] }).map(\.id).sorted()
    let index = next.members.indices.randomElement(using: &random) ?? 0
    switch Int.random(in: 0..<12, using: &random) {
    case ..<3 where next.members.count > 3: next.members.remove(at: index)
    case ..<5:
      newcomers += 1
      let id = "newcomer-\(newcomers)"
      next.members.append(
        Company.Member(
          id: id, roles: [Company.roles.randomElement(using: &random) ?? "ciso"], key: id))
      clones[id] = [clone]
    case ..<8:
      let old = next.members[index].key
      next.members[index].key = "\(next.members[index].id)-\(companies.count)"
      let reason = Int.random(in: 0..<3, using: &random) == 0 ? "compromised" : "retired"
      let since = clock.adding(seconds: -Int64.random(in: 0...20_000, using: &random))
      next.revoked.append((old, reason, since))
    case ..<9:
      let role = Company.roles.randomElement(using: &random) ?? "ciso"
      if let held = next.members[index].roles.firstIndex(of: role) {
        if next.members[index].roles.count > 1 { next.members[index].roles.remove(at: held) }
      } else {
        next.members[index].roles.append(role)
      }
    default:
      next.policies =
        [
          "1 of chief-executive board-member ciso", "2 of chief-executive board-member ciso",
          "3 of chief-executive board-member ciso",
        ].randomElement(using: &random) ?? next.policies
    }
    let drafted = try next.text()
    companies.append((next, drafted))
    author(drafted, person)
    try decide(person, drafted, .approve)
  }

  private mutating func decideOnRules(_ person: String) throws {
    let old = rules(in: clone(of: person)).text.digest
    let drafts = companies.filter { $0.company.previous == old }
    guard let any = drafts.randomElement(using: &random), let first = drafts.first else { return }
    let draft = Int.random(in: 0..<4, using: &random) == 0 ? any : first
    let isAgainst = Int.random(in: 0..<12, using: &random) == 0
    try decide(person, draft.text, isAgainst ? .reject : .approve)
  }

  private mutating func decideOnDocument(_ person: String) throws {
    let text: Text
    if let known = texts.suffix(5).randomElement(using: &random),
      Int.random(in: 0..<10, using: &random) < 7
    {
      text = known
    } else {
      text = newText()
      author(text, person)
    }
    let decision: Decision =
      switch Int.random(in: 0..<100, using: &random) {
      case ..<74: .approve
      case ..<85: .reject
      case ..<93: .withdraw
      case ..<97: .reaffirm
      default: .retire
      }
    try decide(person, text, decision)
  }

  /// A new document, the next version of one, or another text of a version that there is.
  private mutating func newText() -> Text {
    let documents = ["alpha", "beta"] + (isReplacing ? ["gamma"] : [])
    let document = documents.randomElement(using: &random) ?? "alpha"
    let others = documents.filter { $0 != document }
    let replaced = isReplacing ? others.randomElement(using: &random) : nil
    let highest = levels.values.filter { $0.document == document }.map(\.version).max()
    var version = highest ?? Version(1, 0)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: break
    case 1: version = Version(version.major, version.minor + (highest == nil ? 0 : 1))
    default: version = Version(version.major + (highest == nil ? 0 : 1), 0)
    }
    // Alpha is always the top policy; what Beta is changes.
    let isTop = document == "alpha" || Bool.random(using: &random)
    let text = Text(
      scenario.policy.content.replacing("id: information-security", with: "id: \(document)")
        .replacing("level: top", with: isTop ? "level: top" : "level: topic")
        .replacing(
          "version: 1.0",
          with: (replaced.map { "replaces: \($0)\n" } ?? "") + "version: \(version)"
        )
        .replacing("We protect", with: "In text \(texts.count) we protect"),
      path: "policies/\(document).md")
    texts.append(text)
    levels[text.digest] = (document, version)
    return text
  }

  private mutating func author(_ text: Text, _ person: String) {
    guard Bool.random(using: &random) else { return }
    authors[commit(of: text)] = ChangeAuthors(
      signer: nil, emails: ["\(person)@example.org"], coAuthors: [])
  }

  private func commit(of text: Text) -> ObjectID {
    ObjectID(bytes: Array(text.digest.bytes.prefix(20))) ?? .zero
  }

  // MARK: Decisions

  /// The person decides, in the clone as it is; where people and rules know them no more, or just
  /// so now and then, in the clone as it once was, with a date of then.
  private mutating func decide(_ person: String, _ text: Text, _ decision: Decision) throws {
    var known = clone(of: person)
    var rules = rules(in: known)
    var time = clock
    let isLeaver = !rules.company.members.contains { $0.id == person }
    let isLate = isLeaver || Int.random(in: 0..<25, using: &random) == 0
    if isLate {
      let earlier = (clones[person] ?? []).filter { clone in
        self.rules(in: clone).company.members.contains { $0.id == person }
      }
      guard let old = earlier.randomElement(using: &random), !old.isEmpty else { return }
      known = old
      rules = self.rules(in: known)
      time = (known.map { made[$0].time }.max() ?? clock).adding(seconds: 60)
    }
    guard let member = rules.company.members.first(where: { $0.id == person }),
      let role = member.roles.randomElement(using: &random).flatMap({ RoleID($0) })
    else { return }
    let decided = known.sorted().map { made[$0] }
    var withdrawn: Digest?
    if decision == .withdraw {
      withdrawn =
        decided.last { made in
          "\(made.name.person)" == person && made.name.decision != .withdraw
            && digest(of: made) == text.digest
        }?.id
      if withdrawn == nil { return }
    }
    let document = try text.edition().document
    let tips = Set(leaves(decided).map(\.id))
    var seen = decided.filter { tips.contains($0.id) || $0.name.document == document }
    // A rogue names what never was.
    if isLate, Bool.random(using: &random), let other = decided.last {
      let never = Digest.sha256(of: "\(seed) \(made.count)".utf8)
      seen.append(Made(record: other.record, id: never, name: other.name))
    }
    let new = try scenario.make(
      person, text, hour: 0, seen: seen, decision: decision, role: role, under: rules.text,
      key: member.key
    ) { draft in
      draft.withdraws = withdrawn
      draft.time = time
      draft.commit = commit(of: text)
      draft.name = unused(draft.name)
    }
    record(new, in: known)
    if !isLate {
      clones[person, default: []].append(known.union([made.count - 1]))
    } else {
      clones["late", default: [[]]].append(known.union([made.count - 1]))
    }
  }

  private mutating func unused(_ name: StatementName) -> StatementName {
    let number = numbers[name, default: 0] + 1
    numbers[name] = number
    return StatementName(
      document: name.document, version: name.version, decision: name.decision, person: name.person,
      number: number)
  }

  private func digest(of made: Made) -> Digest? {
    guard case .statement(_, let statement, _) = made.record.content else { return nil }
    return statement.digest
  }

  private mutating func record(_ new: Made, in known: Set<Int>) {
    past[new.id] = new.known.reduce(into: new.known) { $0.formUnion(past[$1] ?? []) }
    made.append(new)
  }

  // MARK: Leavers and strangers

  /// What those who left, or have another key or role, sign afterwards with the date and the
  /// knowledge of some earlier day, under people and rules that knew them.
  mutating func lateDecisions(newest: Digest?, onTheWay: Set<Digest>) throws -> [Made] {
    guard let newest = companies.first(where: { $0.text.digest == newest }) else { return [] }
    var late: [Made] = []
    for (company, rules) in companies {
      for member in company.members {
        let staying = newest.company.members.first {
          $0.id == member.id && $0.key == member.key
        }
        let stands = staying?.roles.contains(member.roles[0]) ?? false
        guard !stands, let text = texts.randomElement(using: &random) else { continue }
        let clone = clones[member.id]?.randomElement(using: &random) ?? []
        let document = try text.edition().document
        let known = clone.sorted().map { made[$0] }
        let tips = Set(leaves(known).map(\.id))
        var seen = known.filter { tips.contains($0.id) || $0.name.document == document }
        // Who may decide in another role, or soon may, is believed about what is missing.
        let isComing = companies.contains { company, rules in
          onTheWay.contains(rules.digest)
            && company.members.contains { $0.id == member.id && $0.key == member.key }
        }
        if staying == nil, !isComing, Int.random(in: 0..<3, using: &random) == 0,
          let other = made.randomElement(using: &random)
        {
          let never = Digest.sha256(of: "\(seed) late \(late.count)".utf8)
          seen.append(Made(record: other.record, id: never, name: other.name))
        }
        let own = known.last { made in
          "\(made.name.person)" == member.id && made.name.decision != .withdraw
            && digest(of: made) == text.digest
        }
        let decision: Decision =
          own != nil
          ? .withdraw
          : [.approve, .approve, .reject, .retire].randomElement(using: &random) ?? .approve
        late.append(
          try scenario.make(
            member.id, text, hour: 0, seen: seen, decision: decision,
            role: RoleID(member.roles[0]), under: rules, key: member.key
          ) { draft in
            draft.withdraws = own?.id
            draft.time = (known.map(\.time).max() ?? start).adding(seconds: 30)
            draft.commit = commit(of: text)
            draft.name = unused(draft.name)
          })
      }
    }
    return late
  }

  /// Decisions of somebody whom no governance version knows, under rules of their own making or
  /// in others' names, who has seen what never was.
  mutating func strangers() throws -> [Made] {
    var company = companies.randomElement(using: &random) ?? companies[0]
    let old = company.text
    company.company.members = [
      Company.Member(id: "eve-doe", roles: Company.roles, key: "stranger"),
      Company.Member(id: "jane-doe", roles: Company.roles, key: "stranger-2"),
    ]
    company.company.quorum = 1
    company.company.previous = old.digest
    company.company.closes = [Digest.sha256(of: "never".utf8)]
    company.company.version = Version(
      company.company.version.major, company.company.version.minor + 1)
    let invented = try company.company.text()
    var strangers: [Made] = []
    for (text, decision, person, rules) in [
      (invented, Decision.approve, "eve-doe", invented),
      (invented, .approve, "jane-doe", invented),
      (companies.randomElement(using: &random)?.text ?? invented, .approve, "eve-doe", invented),
      (companies.randomElement(using: &random)?.text ?? invented, .reject, "jane-doe", invented),
      (texts.randomElement(using: &random) ?? invented, .approve, "eve-doe", invented),
      (texts.randomElement(using: &random) ?? invented, .reject, "jane-doe", invented),
      (texts.randomElement(using: &random) ?? invented, .withdraw, "jane-doe", scenario.root),
      (texts.randomElement(using: &random) ?? invented, .approve, "jane-doe", scenario.root),
      (invented, .approve, "sam-lee", scenario.root),
    ] {
      let seen = (made + strangers).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      let never = Made(
        record: made[0].record, id: Digest.sha256(of: "never \(strangers.count)".utf8),
        name: made.randomElement(using: &random)?.name ?? made[0].name)
      let isForger = Bool.random(using: &random)
      let withdrawn = made.randomElement(using: &random)?.id
      strangers.append(
        try scenario.make(
          person, text, hour: 0, seen: seen + [never], decision: decision, under: rules,
          key: person == "eve-doe" ? "stranger" : "stranger-2"
        ) { draft in
          draft.time = clock
          draft.commit = commit(of: text)
          draft.name = unused(draft.name)
          if decision == .withdraw { draft.withdraws = withdrawn }
          // In another's name, with that person's key named but not used.
          if rules.digest == scenario.root.digest, isForger {
            draft.key = .ssh(try Keyring.software.fingerprint(person))
          }
        })
    }
    // And what others decided, in another place.
    if let copied = made.randomElement(using: &random) {
      strangers.append(
        Made(
          record: Record(ref: copied.name.ref + "777", content: copied.record.content),
          id: copied.id, name: copied.name))
    }
    return strangers
  }
}
