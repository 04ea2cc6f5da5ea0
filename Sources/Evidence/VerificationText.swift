import Approvals
import Objects
import Rules

/// What `writ verify` found, for people.
extension VerificationReport {
  /// For people.
  public var text: DisplayText {
    var text = DisplayText()
    if case .pack(let pack) = subject { text.append(pack.text) }
    text.append(summary)
    let wrong = ledger.entries.filter { $0.issue != nil }
    for missing in ledger.missing { text.append(describe(missing)) }
    for entry in wrong { text.append(describe(entry)) }
    for entry in appeared { text.append(describe(appeared: entry)) }
    for sentence in problems + notes {
      text.line()
      text.paragraph(sentence, indent: 0)
    }
    text.append(remedies)
    text.append(doubtfulDates)
    if case .pack(let pack) = subject { text.append(pack.place) }
    text.append(observed)
    text.append(caution)
    return text
  }

  /// A pack's own word for its root is none.
  private var caution: DisplayText {
    switch subject {
    case .clone: header.caution
    case .bundle, .pack:
      header.caution(comparedWith: "the minutes, not with what came along with this") {
        "writ verify --root \($0) …"
      }
    }
  }

  /// How many decisions hold, in a sentence or two.
  var found: DisplayText {
    var text: DisplayText = ""
    let valid = ledger.entries.filter { $0.verdict == .valid }
    let wrong = ledger.entries.count - valid.count
    if wrong == 0 && ledger.missing.isEmpty {
      if let first = ledger.valid.first, let last = ledger.valid.last {
        let people = Set(ledger.valid.map(\.person.id)).count
        let counts = "\(valid.count) by \(counted(people, "person", "people"))"
        switch verdict {
        case .valid: text.line("\("Every decision is sound", .good): \(counts).")
        case .indeterminate:
          text.line("\("Cannot tell yet", .warning), for what stands below.")
          text.line("Each decision by itself is sound: \(counts).")
        case .untrusted, .invalid, .malformed:
          text.line("\("Something is wrong", .bad), see below.")
          text.line("Each decision by itself is sound: \(counts).")
        }
        text.line(
          "The first is of \(first.time.day.inWords), the newest of \(last.time.day.inWords), "
            + "\(last.time.clock) UTC.")
      } else {
        text.line("No decision has been recorded yet.")
      }
    } else {
      let counts = [
        (ledger.missing.count, "missing"), (wrong, wrong == 1 ? "does not hold" : "do not hold"),
        (valid.count, valid.count == 1 ? "is sound" : "are sound"),
      ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      text.line("\("Not every decision is sound", .bad): \(counts.joined(separator: ", ")).")
    }
    return text
  }

  private var summary: DisplayText {
    var text = found
    for (place, link) in ledger.chain.enumerated() {
      text.paragraph(
        "People and rules: version \(link.version), in force since \(link.since.day.inWords) "
          + "(\(link.approvals.map(\.person.name).inWords)).", indent: 0)
      for sentence in changes(at: place)?.told ?? [] { text.item(sentence) }
    }
    if header.isRootPinned, let root = ledger.root, let governance = ledger.governance {
      text.paragraph("This is \(governance.organisation) as you know it: \(root)", indent: 0)
    }
    if let since, listed.isDisjoint(with: ledger.missing.map(\.id)) {
      text.paragraph(
        "All that \(since.name) calls sound is here: \(counted(listed.count, "decision")).",
        indent: 0)
    }
    return text
  }

  private func describe(_ entry: Ledger.Entry) -> DisplayText {
    var text: DisplayText = "\n"
    let what = entry.statement.map { title(of: $0.name, entry.edition?.title) }
    text.line("\(entry.verdict.rawValue, .bad)  \(what ?? tagName(entry.ref))")
    if let time = entry.time { text.line("  dated \(time.day.inWords), \(time.clock) UTC") }
    if what != nil { text.line("  stored as the tag \(tagName(entry.ref))") }
    if let issue = entry.issue {
      text.paragraph(issue.message, indent: 2)
    }
    return text
  }

  private func describe(_ missing: Ledger.Missing) -> DisplayText {
    var text: DisplayText = "\n"
    let what =
      missing.name.map { title(of: $0, nil) } ?? "a decision of which the name is not known"
    text.line("\("missing", .bad)  \(what)")
    if let time = missing.remembered { text.line("  dated \(time.day.inWords), \(time.clock) UTC") }
    let knowers = knowers(of: missing)
    if !knowers.isEmpty {
      text.paragraph("\(knowers.joined(separator: " ")) It is not in its place now.", indent: 2)
    }
    let signer = missing.name.map { personName($0.person) } ?? "its signer"
    text.paragraph(
      "\(whereElse), that copy is an old one, or somebody deleted, moved or changed it: \(signer)'s own "
        + "copy can restore it.", indent: 2)
    if memory.decisions.contains(missing.id), let path = memory.path {
      text.line("  If you deleted it on purpose, take its line out of")
      text.line("    \(path)")
    }
    return text
  }

  /// Where to look for a missing decision next.
  private var whereElse: String {
    switch subject {
    case .clone: "Fetch the decisions again (writ pull). If it is gone there too"
    case .bundle, .pack:
      "Ask whoever made this for one with all decisions. If it is not in that either"
    }
  }

  /// Who knows of a missing decision, in sentences.
  private func knowers(of missing: Ledger.Missing) -> [String] {
    let seenBy = Set(missing.seenBy)
    let witnesses = ledger.entries.filter { $0.id.map(seenBy.contains) ?? false }.compactMap {
      entry in
      entry.statement.map { statement in
        "\(personName(statement.name.person))'s decision"
          + (entry.time.map { " of \($0.day.inWords)" } ?? "")
      }
    }
    var knowers: [String] = []
    if !witnesses.isEmpty {
      knowers.append("\(Set(witnesses).sorted().joined(separator: " and ")) names it as seen.")
    }
    for version in missing.closedBy {
      knowers.append("Version \(version) of the people and rules closes with it.")
    }
    if memory.decisions.contains(missing.id) {
      knowers.append("This computer had found it sound.")
    }
    if listed.contains(missing.id), let since {
      knowers.append("\(since.name) lists it as sound.".asSentence)
    }
    return knowers
  }

  /// What claims to be older than an earlier report that does not list it.
  private func describe(appeared entry: Ledger.Entry) -> DisplayText {
    var text: DisplayText = "\n"
    let what =
      entry.statement.map { title(of: $0.name, entry.edition?.title) } ?? tagName(entry.ref)
    text.line("\("not listed", .warning)  \(what)")
    if let time = entry.time { text.line("  dated \(time.day.inWords), \(time.clock) UTC") }
    if let since {
      text.paragraph(
        "It is dated before \(since.name) which does not list it: either it had not been fetched "
          + "then, or its date is wrong.", indent: 2)
    }
    return text
  }

  /// Whose decisions do not know of each other, so that their dates prove nothing.
  private var doubtfulDates: DisplayText {
    var text = DisplayText()
    for sentence in ledger.decisionsApartInWords {
      text.line()
      text.paragraph(sentence, indent: 0)
    }
    return text
  }

  /// What is to be known of the documents, though every decision on them may hold.
  private var observed: DisplayText {
    var text = DisplayText()
    // Whose dates show no order is told of the person.
    let told = observations.filter {
      $0.isForShortReports && $0.topic != .fact(.outOfOrder)
    }
    guard !told.isEmpty else { return text }
    text.line("\nTo know of the documents:")
    for observation in told { text.item(observation.told) }
    return text
  }

  /// Who must decide again on what, since keys were in other hands.
  private var remedies: DisplayText {
    var text = DisplayText()
    guard !doubtful.isEmpty else { return text }
    text.line("\nWithout what was signed with compromised keys:")
    for entry in doubtful {
      let edition = entry.edition
      let title = "\(edition.title) \(edition.version)"
      if let higher = entry.higher {
        text.paragraph("\(title): nothing to do, version \(higher) is approved.", indent: 2)
      } else if entry.missing.isEmpty {
        text.paragraph("\(title): nothing to do, it is approved all the same.", indent: 2)
      } else {
        text.paragraph(
          "\(title) is not approved. Missing: \(entry.missing.joined(separator: "; ")). They decide "
            + "again, each with a sound key: writ approve \(edition.document)", indent: 2)
      }
    }
    return text
  }

  private func title(of name: StatementName, _ title: String?) -> String {
    let known =
      title ?? ledger.valid.last { $0.edition.document == name.document }?.edition.title
    return
      "\(personName(name.person))'s \(name.decision.noun) of \(known ?? name.document.description) \(name.version)"
  }

  /// The name by which people and `git tag` know a decision.
  private func tagName(_ ref: String) -> String {
    ref.hasPrefix("refs/tags/") ? String(ref.dropFirst(10)) : ref
  }

  private func personName(_ id: PersonID) -> String {
    ledger.person(id)?.name ?? id.description
  }
}
