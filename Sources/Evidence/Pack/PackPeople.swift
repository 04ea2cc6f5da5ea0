import Approvals
import Objects
import Signatures

/// Who may decide what, since when, and with which keys.
extension EvidencePack {
  var people: HTML {
    let roles: [[HTML]] = governance.roles.map { role in
      let holders = governance.people.filter { $0.roles.contains(role.id) }.map(\.name)
      return [
        "\(role.title)", role.isTopManagement ? "yes" : "no",
        "\(role.responsibleFor.isEmpty ? "none said" : role.responsibleFor.inWords)",
        holders.isEmpty ? "<span class=\"warn\">nobody</span>" : "\(holders.inWords)",
      ]
    }
    let appointments: [HTML] = ledger.chain.enumerated().map { place, link in
      let changes: [HTML] = (verification.changes(at: place)?.told ?? []).map { HTML.name($0) }
      return """
        <h4>Version \(link.version), in force since \(link.since.day.inWords)</h4>
        <p>Approved by \(HTML.name(StatementEntry.inWords(link.approvals))).</p>
        \(changes.isEmpty ? HTML.list(first(link.governance)) : HTML.list(changes))
        """
    }
    return """
      <h3>Who holds which role</h3>
      \(Self.table("Roles", ["Role", "Top management", "Responsible for", "Held by"], roles))\
      <h3>What a decision takes</h3>
      <p>The first rule that fits a document decides. Nobody fills two places.</p>
      \(HTML.list(rules))\
      <h3>How it came about</h3>
      <p>Roles are given and taken by versions of the people and rules, each approved under the version \
      before it. The first is the one that the fingerprint of the repository names.</p>
      \(appointments)
      """
  }

  /// The rules in force.
  private var rules: [HTML] {
    governance.namedRules.map { name, rule in
      HTML.name("For \(name): \(governance.asked(by: rule)).")
    }
  }

  /// Who was there from the start.
  private func first(_ governance: Governance) -> [HTML] {
    governance.people.map { person in
      let titles = person.roles.compactMap { governance.role($0)?.title }
      return HTML.name("\(person.name): \(titles.isEmpty ? "no role" : titles.inWords)")
    }
  }

  var keys: HTML {
    let items: [HTML] = registeredKeys.map { name, key, owner in
      let uses = ledger.valid.count { $0.statement.key == name }
      let versions = ledger.chain.filter { $0.governance.owner(of: name) != nil }.map(\.version)
      let marks: [HTML] = governance.revocations(of: name).map {
        "<br><span class=\"warn\">\($0.reason.rawValue) since \($0.since.day.inWords)</span>"
      }
      return """
        \(HTML.name(owner.name)): <span class="print">\(name)</span> (\(key.type))<br>\
        \(counted(uses, "decision")); in \(versions.count == 1 ? "version" : "versions") \
        \(versions.map(\.description).inWords) of the people and rules\(marks)
        """
    }
    return """
      <h3>Keys that were ever registered</h3>
      \(HTML.list(items))\
      <h3>What a date says</h3>
      \(HTML.list(times))
      """
  }

  /// Each key that was ever registered, in the order in which people and rules name them, the newest first.
  private var registeredKeys: [(KeyName, RegisteredKey, Person)] {
    var known: Set<KeyName> = []
    return ledger.registries.flatMap(\.people).flatMap { person in
      person.keys.compactMap { key in
        guard let name = key.name, known.insert(name).inserted else { return nil }
        return (name, key, person)
      }
    }
  }

  private var times: [HTML] {
    let bounded = ledger.entries.count { $0.notBefore != nil && $0.notAfter != nil }
    let outOfOrder = ledger.entries.count { $0.isOutOfOrder }
    var items: [HTML] = [
      "Each decision bears the time of its signer's own clock. No time here is proven by an authority.",
      """
      Each decision names those that its signer had seen. So it was made after them, and before those of \
      others that name it: for \(bounded) of \(ledger.entries.count) both bounds are known. history.csv \
      has them.
      """,
    ]
    if outOfOrder > 0 {
      items.append(
        """
        <span class="warn">\(counted(outOfOrder, "decision")) of one person had not seen each other</span>: \
        their dates are no evidence of the order.
        """)
    }
    return items
  }
}
