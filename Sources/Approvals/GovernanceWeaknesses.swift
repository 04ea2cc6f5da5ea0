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
    let held = Set(people.flatMap(\.roles))
    return roles.filter { !held.contains($0.id) }.map { role in
      Problem(
        .value("roles"), line: role.line, "nobody holds the role \(role.title)",
        remedy: "give it to somebody, or take it out of roles and rules")
    } + weakRules + sharedAddresses + keyless + shortKeys
  }

  /// The rules that cannot be met, or not without one person; each that is written alike once.
  private var weakRules: [Problem] {
    let able = self.able
    var holders: [RoleID: BitSet] = [:]
    for (index, person) in able.enumerated() {
      for role in person.roles {
        holders[role, default: BitSet(count: able.count)].insert(index)
      }
    }
    let asked = rules.flatMap { rule in
      rule.given.map { (rule, purpose: $0.purpose, requirements: $0.requirements) }
    }
    var known: Set<[Requirement]> = []
    // Less is asked of what serves beside another rule, which must not hide the same asked elsewhere.
    return (asked.filter { !$0.purpose.isAlternative } + asked.filter(\.purpose.isAlternative))
      .compactMap { rule, purpose, requirements in
        guard known.insert(requirements).inserted else { return nil }
        let asked = requirements.map(\.description).joined(separator: ", ")
        let name = purpose == .require ? "\"\(asked)\"" : "\"\(asked)\" (\(purpose.rawValue))"
        return weakness(
          of: name, filling: requirements.flatMap(\.places), isNeeded: !purpose.isAlternative, able,
          holders
        ).map { Problem(.value("approval"), line: rule.line, $0.message, remedy: $0.remedy) }
      }
  }

  private func weakness(
    of rule: String, filling places: [Set<RoleID>], isNeeded: Bool, _ able: [Person],
    _ holders: [RoleID: BitSet]
  ) -> (message: String, remedy: String)? {
    let fitting = places.map { roles in
      roles.reduce(into: BitSet(count: able.count)) { fitting, role in
        if let holders = holders[role] { fitting.formUnion(holders) }
      }
    }
    let fits = { (person: Int, place: Int) in fitting[place].contains(person) }
    let matching = Matching(places: places.count, candidates: able.count, fits: fits)
    guard matching.isComplete else {
      return (
        "the people listed cannot meet the rule \(rule)",
        "register more people with keys for these roles, or ask for fewer"
      )
    }
    // The whole rule serves as well.
    guard isNeeded, let needed = matching.firstNeeded(of: able.count, fits: fits) else {
      return nil
    }
    return (
      "without \(able[needed].name) nobody could meet the rule \(rule)",
      "let somebody else hold one of its roles too"
    )
  }

  /// Who has a key that is not marked as no longer good.
  private var able: [Person] {
    let bad = Set(revoked.map(\.key))
    return people.filter { person in
      person.keys.contains { key in key.name.map { !bad.contains($0) } ?? true }
    }
  }

  private var sharedAddresses: [Problem] {
    var known: Set<String> = []
    return people.filter { !known.insert($0.email.lowercased()).inserted }.map { person in
      Problem(
        .value("people"), line: person.line,
        "\(person.name) has the e-mail address of another person",
        remedy: "give everybody an address of their own: changes are told apart by it")
    }
  }

  private var keyless: [Problem] {
    let able = Set(able.map(\.id))
    return people.filter { !able.contains($0.id) && !$0.roles.isEmpty }.map { person in
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
