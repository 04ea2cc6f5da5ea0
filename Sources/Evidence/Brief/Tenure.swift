import Approvals
import Objects

/// Since which version of the people and rules something held, and until which.
struct Tenure {
  /// The first version in which it holds.
  let start: Ledger.Link
  /// The first version in which it does not hold any more; `nil` while it does.
  let end: Ledger.Link?

  /// The times at which something held, oldest first.
  static func all(in chain: [Ledger.Link], where holds: (Governance) -> Bool) -> [Tenure] {
    var found: [Tenure] = []
    var start: Ledger.Link?
    for link in chain {
      let isHeld = holds(link.governance)
      if let first = start, !isHeld {
        found.append(Tenure(start: first, end: link))
        start = nil
      } else if start == nil && isHeld {
        start = link
      }
    }
    return found + (start.map { [Tenure(start: $0, end: nil)] } ?? [])
  }

  /// `since version 1.0 of the people and rules (1 December 2026)`, and until when.
  var words: String {
    let since = "\(start.version) of the people and rules (\(start.since.day.inWords))"
    guard let end else { return "since version \(since)" }
    return "from version \(since) to version \(end.version) (\(end.since.day.inWords))"
  }
}

/// What the person held, and when.
extension Brief {
  /// The roles that they hold or held, in the order in which they got them, each with its title.
  var roles: [(role: RoleID, title: String, tenure: Tenure)] {
    var seen: Set<RoleID> = []
    let ids = chain.flatMap { $0.governance.person(person.id)?.roles ?? [] }.filter {
      seen.insert($0).inserted
    }
    return ids.flatMap { id in
      Tenure.all(in: chain) { $0.person(person.id)?.roles.contains(id) ?? false }.map { tenure in
        let title = chain.reversed().lazy.compactMap { $0.governance.role(id)?.title }.first
        return (id, title ?? id.description, tenure)
      }
    }
  }

  /// The keys that they have or had, likewise, each with what is marked of it.
  var keys: [(key: RegisteredKey, marks: [Revocation], tenure: Tenure)] {
    var seen: Set<RegisteredKey> = []
    let keys = chain.flatMap { $0.governance.person(person.id)?.keys ?? [] }.filter {
      seen.insert($0).inserted
    }
    return keys.flatMap { key in
      Tenure.all(in: chain) { $0.person(person.id)?.keys.contains(key) ?? false }.map { tenure in
        (key, key.name.map(governance.revocations) ?? [], tenure)
      }
    }
  }
}
