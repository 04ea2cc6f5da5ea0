import Documents
import Objects
import Signatures

extension Governance {
  /// What would make it hard to decide anything: roles that nobody holds, rules that cannot be met
  /// by the people listed, or not without one of them; and keys that are not strong.
  var weaknesses: [Problem] {
    if people.isEmpty {
      return [
        Problem(
          .value("people"), line: 1, "nobody is registered yet, so nobody can approve anything",
          remedy: "register who decides, each with a key: writ people add")
      ]
    }
    return roles.filter { role in !people.contains { $0.roles.contains(role.id) } }.map { role in
      Problem(
        .value("roles"), line: role.line, "nobody holds the role \(role.title)",
        remedy: "give it to somebody, or take it out of roles and rules")
    } + rules.compactMap(weakness) + sharedAddresses + keyless + shortKeys
  }

  private func weakness(of rule: ApprovalRule) -> Problem? {
    let able = people.filter(canDecide)
    let asked = rule.require.map(\.description).joined(separator: ", ")
    guard canFill(rule.places(for: .require), able) else {
      return Problem(
        .value("approval"), line: rule.line, "the people listed cannot meet the rule \"\(asked)\"",
        remedy: "register more people with keys for these roles, or ask for fewer")
    }
    guard
      let needed = able.first(where: { lost in
        !canFill(rule.places(for: .require), able.filter { $0 != lost })
      })
    else { return nil }
    return Problem(
      .value("approval"), line: rule.line,
      "without \(needed.name) nobody could meet the rule \"\(asked)\"",
      remedy: "let somebody else hold one of its roles too")
  }

  /// Whether the person has a key that is not marked as no longer good.
  private func canDecide(_ person: Person) -> Bool {
    person.keys.contains { key in key.name.map { revocations(of: $0).isEmpty } ?? true }
  }

  private func canFill(_ places: [Set<RoleID>], _ people: [Person]) -> Bool {
    Matching(places: places.count, candidates: people.count) { person, place in
      !places[place].isDisjoint(with: people[person].roles)
    }.isComplete
  }

  private var sharedAddresses: [Problem] {
    people.filter { person in
      people.first { $0.email.lowercased() == person.email.lowercased() }?.id != person.id
    }.map { person in
      Problem(
        .value("people"), line: person.line,
        "\(person.name) has the e-mail address of another person",
        remedy: "give everybody an address of their own: changes are told apart by it")
    }
  }

  private var keyless: [Problem] {
    people.filter { !canDecide($0) && !$0.roles.isEmpty }.map { person in
      Problem(
        .value("people"), line: person.line,
        "\(person.name) has no key\(person.keys.isEmpty ? "" : " that is still good"), so cannot decide",
        remedy: "ask for their public key, and put it under keys")
    }
  }

  private var shortKeys: [Problem] {
    people.flatMap { person in
      person.keys.compactMap { key -> Problem? in
        guard case .ssh(let key, _) = key, let bits = key.rsaBits, bits < 3072 else { return nil }
        return Problem(
          .value("people"), line: person.line,
          "the RSA key \(key.fingerprint) of \(person.name) has only \(bits) bits",
          remedy: "let them make a stronger one: ssh-keygen -t ed25519, or -t rsa -b 3072")
      }
    }
  }
}
