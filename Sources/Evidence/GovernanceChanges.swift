public import Approvals
import Objects
import Signatures

/// What a version of the people and rules changed, as somebody would tell it who has read both.
///
/// Told is all that bears on who may decide what. Comments, spacing and order are not, save the
/// order of rules, of which the first that fits decides.
public struct GovernanceChanges: Sendable {
  private let old: Governance
  private let new: Governance

  /// What changed from one version to another.
  public init(from old: Governance, to new: Governance) {
    self.old = old
    self.new = new
  }

  /// A sentence for each change, those of people first. Names and titles in it are foreign text.
  public var sentences: [String] {
    left + came + new.people.flatMap(changes) + revocations + roles + rules + separations
      + organisation + lost
  }

  /// The sentences; where there are none, that.
  var told: [String] {
    let sentences = sentences
    return sentences.isEmpty ? ["People, keys, roles and rules stay as they were."] : sentences
  }

  // MARK: People

  private var left: [String] {
    old.people.filter { new.person($0.id) == nil }.map { person in
      let titles = old.titles(of: person.roles)
      return "\(name(person)) left" + (titles.isEmpty ? "." : ", who was \(titles.inWords).")
    }
  }

  private var came: [String] {
    new.people.filter { old.person($0.id) == nil }.map { person in
      let titles = new.titles(of: person.roles)
      let keys = person.keys.map { described($0) }
      return "\(name(person)) <\(person.email)> is new, "
        + (titles.isEmpty ? "without a role" : "as \(titles.inWords)") + ", "
        + (keys.isEmpty
          ? "without a key."
          : "with the \(keys.count == 1 ? "key" : "keys") \(keys.inWords).")
    }
  }

  private func changes(of person: Person) -> [String] {
    guard let before = old.person(person.id) else { return [] }
    var sentences: [String] = []
    let name = name(person)
    if before.name != person.name { sentences.append("\(before.name) is now called \(name).") }
    if before.email != person.email {
      sentences.append("The address of \(name) is now \(person.email); it was \(before.email).")
    }
    let given = new.titles(of: person.roles.filter { !before.roles.contains($0) })
    let taken = old.titles(of: before.roles.filter { !person.roles.contains($0) })
    if !given.isEmpty { sentences.append("\(name) is now \(given.inWords).") }
    if !taken.isEmpty { sentences.append("\(name) is no longer \(taken.inWords).") }
    return sentences + keyChanges(from: before, to: person)
  }

  private func keyChanges(from before: Person, to person: Person) -> [String] {
    let name = name(person)
    let known = Set(before.keys)
    let kept = Set(person.keys)
    var sentences: [String] = []
    for key in person.keys where !known.contains(key) {
      if let same = before.keys.first(where: { $0.name == key.name && key.name != nil }) {
        sentences.append(
          "The key \(described(same)) of \(name) now counts \(conditions(of: key)).")
      } else {
        sentences.append("\(name) has a new key: \(described(key)).")
      }
    }
    for key in before.keys where !kept.contains(key) {
      let isThere = person.keys.contains { $0.name == key.name && key.name != nil }
      if !isThere { sentences.append("The key \(described(key)) of \(name) was taken out.") }
    }
    return sentences
  }

  private var revocations: [String] {
    new.revoked.filter { !old.revoked.contains($0) }.map { mark in
      let owner =
        (new.owner(of: mark.key) ?? old.owner(of: mark.key)).map { " of \(name($0))" } ?? ""
      switch mark.reason {
      case .retired:
        return "The key \(mark.key)\(owner) is retired since \(mark.since.day.inWords)."
      case .compromised:
        return "The key \(mark.key)\(owner) is compromised: somebody else may have it since "
          + "\(mark.since.day.inWords), \(mark.since.clock) UTC."
      }
    }
      + old.revoked.filter { !new.revoked.contains($0) }.map { mark in
        "It no longer says that the key \(mark.key) is \(mark.reason.rawValue) since "
          + "\(mark.since.day.inWords)."
      }
  }

  // MARK: Roles

  private var roles: [String] {
    new.roles.filter { old.role($0.id) == nil }.map { role in
      let duties =
        role.responsibleFor.isEmpty ? "" : ", responsible for \(role.responsibleFor.inWords)"
      return
        "The role \(role.title) is new\(role.isTopManagement ? ", in top management" : "")\(duties)."
    }
      + old.roles.filter { new.role($0.id) == nil }.map { "The role \($0.title) is gone." }
      + new.roles.flatMap(changes)
  }

  private func changes(of role: Role) -> [String] {
    guard let before = old.role(role.id) else { return [] }
    var sentences: [String] = []
    if before.title != role.title {
      sentences.append("The role \(before.title) is now called \(role.title).")
    }
    if before.isTopManagement != role.isTopManagement {
      sentences.append(
        "The role \(role.title) \(role.isTopManagement ? "now belongs" : "no longer belongs") to top "
          + "management.")
    }
    let given = role.responsibleFor.filter { !before.responsibleFor.contains($0) }
    let taken = before.responsibleFor.filter { !role.responsibleFor.contains($0) }
    if !given.isEmpty {
      sentences.append("The role \(role.title) is now responsible for \(given.inWords).")
    }
    if !taken.isEmpty {
      sentences.append("The role \(role.title) is no longer responsible for \(taken.inWords).")
    }
    return sentences
  }

  // MARK: Rules

  private var rules: [String] {
    let before = old.namedRules
    let after = new.namedRules
    let kept = after.map(\.name).filter { name in before.contains { $0.name == name } }
    var sentences = after.enumerated().flatMap { place, entry -> [String] in
      guard let earlier = before.first(where: { $0.name == entry.name }) else {
        let next = after.dropFirst(place + 1).first.map { ", before that for \($0.name)" } ?? ""
        return ["There is a new rule for \(entry.name)\(next): \(new.asked(by: entry.rule))."]
      }
      return changes(of: entry.name, from: earlier.rule, to: entry.rule)
    }
    sentences += before.filter { entry in !after.contains { $0.name == entry.name } }.map {
      "The rule for \($0.name) is gone, which was: \(old.asked(by: $0.rule))."
    }
    if kept != before.map(\.name).filter({ name in kept.contains(name) }) {
      sentences.append(
        "The rules stand in another order, and the first that fits decides: \(after.map(\.name).inWords)."
      )
    }
    return sentences
  }

  private func changes(of name: String, from before: ApprovalRule, to rule: ApprovalRule)
    -> [String]
  {
    ApprovalRule.occasions.compactMap { occasion in
      let was = occasion.asked(before)
      let now = occasion.asked(rule)
      guard was.map(Self.places) != now.map(Self.places) else { return nil }
      let earlier = was.map(old.inWords) ?? "the same as else"
      let later = now.map(new.inWords) ?? "the same as else"
      return "\(occasion.verb.startingWithCapital)\(occasion.behindVerb) \(name)"
        + "\(occasion.behindSubject) now takes \(later); before: \(earlier)."
    }
  }

  /// The places to fill, whatever the order in which they are written.
  private static func places(_ requirements: [Requirement]) -> [[RoleID]] {
    requirements.flatMap(\.places).map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  // MARK: The rest

  private var separations: [String] {
    var sentences: [String] = []
    if old.authorApproves != new.authorApproves {
      sentences.append(
        "Who wrote a change may now approve it\(Self.words(new.authorApproves, "did not write it"))."
      )
    }
    if old.selfAppointment != new.selfAppointment {
      sentences.append(
        "Who gains a role by a change of the people and rules may now approve it"
          + "\(Self.words(new.selfAppointment, "gains none")).")
    }
    return sentences
  }

  private static func words(_ separation: Separation, _ another: String) -> String {
    switch separation {
    case .allowed: ", alone too"
    case .neverAlone: ", but only together with somebody who \(another)"
    case .never: " no more: that is for others"
    }
  }

  private var organisation: [String] {
    var sentences: [String] = []
    if old.organisation != new.organisation {
      sentences.append(
        "The organisation is now called \(new.organisation); it was \(old.organisation).")
    }
    if old.scope != new.scope {
      sentences.append(
        "The management system now covers \"\(new.scope)\"; before: \"\(old.scope)\".")
    }
    if old.classifications != new.classifications {
      sentences.append(
        "The steps of classification are now \(new.classifications.inWords); before: "
          + "\(old.classifications.inWords).")
    }
    return sentences
  }

  private var lost: [String] {
    let given = new.lost.filter { !old.lost.contains($0) }
    let taken = old.lost.filter { !new.lost.contains($0) }
    return [
      (given, "given up for good, and missed no more"), (taken, "no longer given up"),
    ].compactMap { decisions, what in
      guard !decisions.isEmpty else { return nil }
      let names = decisions.map(\.description).joined(separator: ", ")
      return "\(counted(decisions.count, "lost decision")) \(decisions.count == 1 ? "is" : "are") "
        + "\(what): \(names)."
    }
  }

  // MARK: Words

  /// The name, with the id where somebody else has the same.
  private func name(_ person: Person) -> String {
    let isShared = (old.people + new.people).contains {
      $0.name == person.name && $0.id != person.id
    }
    return isShared ? "\(person.name) (\(person.id))" : person.name
  }

  private func described(_ key: RegisteredKey) -> String {
    "\(key.name?.description ?? "that an authority vouches for") (\(key.type))"
  }

  /// Under what conditions a signature by the key counts.
  private func conditions(of key: RegisteredKey) -> String {
    guard case .ssh(_, let policy) = key else { return "as it is" }
    let verification =
      policy.requiresUserVerification
      ? "only where it asked for a PIN or a finger" : "without a PIN or a finger too"
    let origins = policy.origins.map(\.description)
    return verification
      + (origins.isEmpty ? ", and in no browser" : ", and in a browser at \(origins.inWords)")
  }
}

extension String {
  fileprivate var startingWithCapital: String { prefix(1).uppercased() + dropFirst() }
}

extension [String] {
  /// As one lists them: `a, b and c`.
  var inWords: String {
    guard let last, count > 1 else { return first ?? "" }
    return "\(dropLast().joined(separator: ", ")) and \(last)"
  }
}
