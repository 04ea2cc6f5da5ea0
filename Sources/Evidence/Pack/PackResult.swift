import Approvals
import Objects
import Rules

/// What a pack is about, what it found, and what is missing: the first thing that is read.
extension EvidencePack {
  /// Whether all decisions hold, in a sentence.
  var decisionsInWords: String {
    let held = ledger.valid.count
    let wrong = ledger.entries.count - held
    if wrong == 0, ledger.missing.isEmpty {
      let people = Set(ledger.valid.map(\.person.id)).count
      return held == 0
        ? "No decision has been recorded yet."
        : "Each of the \(counted(held, "decision")) by \(counted(people, "person", "people")) holds by "
          + "itself, and none is known to be missing."
    }
    let parts = [
      (held, held == 1 ? "holds" : "hold"), (wrong, wrong == 1 ? "does not hold" : "do not hold"),
      (ledger.missing.count, ledger.missing.count == 1 ? "is missing" : "are missing"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "Of the decisions \(parts.inWords)."
  }

  /// How many requirements have a gap, in a sentence.
  var gapsInWords: String {
    let gaps = matrix.rows.count { $0.verdict == .gap }
    let partly = matrix.rows.count { $0.verdict == .partly }
    if gaps + partly == 0 {
      return "For every requirement the evidence is complete, as far as this version looks."
    }
    let parts = [
      gaps > 0
        ? "\(gaps) of \(matrix.rows.count) requirements \(gaps == 1 ? "has" : "have") a gap" : nil,
      partly > 0
        ? "\(partly)\(gaps > 0 ? "" : " of \(matrix.rows.count) requirements") \(partly == 1 ? "is" : "are")"
          + " met in part" : nil,
    ].compactMap { $0 }
    return parts.joined(separator: ", ") + "."
  }

  var result: HTML {
    """
    \(gaps)\(decisionsThatDoNotHold)\(weaknesses)\(observed)\(found)\(notLookedAt)\
    <h3>Which state this is</h3>
    \(Self.facts(state))
    """
  }

  private var gaps: HTML {
    let missing: [HTML] = matrix.rows.flatMap { row in
      row.gaps.map { "<a href=\"#\(row.id)\">\(row.clause)</a>: \(HTML.name($0))" as HTML }
    }
    return missing.isEmpty
      ? "<p>No gap was found. What a person has to judge is said with each requirement.</p>\n"
      : "<h3><span class=\"bad\">Gaps</span></h3>\n\(HTML.list(missing))"
  }

  private var weaknesses: HTML {
    let weak: [HTML] = matrix.rows.flatMap { row in
      row.weaknesses.map { "<a href=\"#\(row.id)\">\(row.clause)</a>: \(HTML.name($0))" as HTML }
    }
    return weak.isEmpty
      ? "" : "<h3><span class=\"warn\">What weakens the evidence</span></h3>\n\(HTML.list(weak))"
  }

  /// What is to be known of documents, and weighs on none of the requirements above.
  private var observed: HTML {
    // What weighs alike of one version is one item.
    var documents: [HTML] = []
    var last: Observation?
    for observation in matrix.besides {
      if let before = last, before.isBeside(observation), let item = documents.popLast() {
        documents.append("\(item) \(HTML.name(observation.words))")
      } else {
        documents.append(ObservationEntry.html(of: observation, observation.told))
      }
      last = observation
    }
    let people: [HTML] = ledger.decisionsApartInWords.map { HTML.name($0) }
    let all = documents + people
    return all.isEmpty ? "" : "<h3>To know besides</h3>\n\(HTML.list(all))"
  }

  /// What the rules say of the texts in force, and weighs on none of the requirements above.
  private var found: HTML {
    let told = Set(matrix.rows.flatMap { $0.gaps + $0.weaknesses })
    let others = findings.filter { !told.contains(ClauseFacts.sentence(on: $0)) }
    let items: [HTML] = others.filter { $0.severity != .note }.map { finding in
      let weight: HTML =
        finding.severity == .error
        ? "<span class=\"bad\">error</span>" : "<span class=\"warn\">warning</span>"
      return "\(finding.clause), \(weight): \(HTML.name(ClauseFacts.sentence(on: finding)))"
    }
    let notes: [HTML] = others.filter { $0.severity == .note }.map {
      "\($0.clause): \(HTML.name(ClauseFacts.sentence(on: $0)))"
    }
    if others.isEmpty { return "" }
    let list = items.isEmpty ? "" : HTML.list(items)
    let more: HTML =
      notes.isEmpty
      ? ""
      : "<details>\n<summary>\(counted(notes.count, "note")), among them what the texts name and nobody "
        + "looked up</summary>\n\(HTML.list(notes))</details>\n"
    return "<h3>What the rules say of other requirements</h3>\n\(list)\(more)"
  }

  /// What lies in the repository and was not read.
  private var notLookedAt: HTML {
    let records: HTML = """
      Records: who was told of a policy, acknowledged it or was trained; minutes, results, registers. This \
      version reads none of them.
      """
    let files: [HTML] = UnreadFile.sentences(on: unread).map { HTML.name($0) }
    return "<h3>What was not looked at</h3>\n\(HTML.list([records] + files))"
  }

  private var decisionsThatDoNotHold: HTML {
    let wrong: [HTML] = ledger.entries.compactMap { entry in
      guard let issue = entry.issue else { return nil }
      return "<span class=\"bad\">\(entry.verdict.rawValue)</span>: \(HTML.name(entry.ref)). "
        + "\(HTML.name(issue.message.asSentence))"
    }
    let missing: [HTML] = ledger.missing.map { missing in
      let what = missing.name.map { $0.ref } ?? "a decision whose name is not known"
      return
        "<span class=\"bad\">missing</span>: \(HTML.name(what)), seen by somebody who decided later."
    }
    let problems: [HTML] = verification.problems.map { HTML.name($0) }
    let all = wrong + missing + problems + notes.map { HTML.name($0) }
    return all.isEmpty
      ? "" : "<h3>Decisions that do not hold, and what else is wrong</h3>\n\(HTML.list(all))"
  }

  /// What the pack is about.
  var subject: [(name: HTML, value: HTML)] {
    var facts: [(name: HTML, value: HTML)] = [
      ("Scope", HTML.name(governance.scope)),
      ("As of", "\(header.time.day.inWords), \(header.time.clock) UTC"),
    ]
    if let root = header.repository {
      let compared: HTML =
        header.isRootPinned
        ? "Compare it with the minutes or an earlier pack: all else rests on it."
        : "<span class=\"warn\">Whoever made this pack had not compared it.</span> Do so first, with the minutes or an earlier pack: all else rests on it."
      facts.append(
        (
          "Fingerprint of the repository",
          "<span class=\"print\">\(root)</span><br>\(compared)"
        ))
    }
    return facts
  }

  /// Of which state it tells.
  private var state: [(name: HTML, value: HTML)] {
    var facts: [(name: HTML, value: HTML)] = []
    if let newest = ledger.valid.last {
      facts.append(
        (
          "Newest decision",
          "\(newest.time.day.inWords), \(newest.time.clock) UTC, by the clock of "
            + "\(HTML.name(newest.person.name)). If you know of a later one, this is an old copy."
        ))
    }
    if let link = ledger.chain.last {
      facts.append(
        (
          "People and rules",
          "version \(link.version), in force since \(link.since.day.inWords)<br>"
            + "<span class=\"print\">\(link.digest)</span>"
        ))
    }
    if let head = header.head {
      facts.append(("Files", "commit <span class=\"print\">\(head)</span>"))
    }
    facts.append(("Changes and decisions listed", "\(periodInWords)"))
    return facts
  }
}

extension EvidencePack {
  /// The period of which changes and decisions are listed.
  var periodInWords: String {
    switch period {
    case (nil, nil): "all"
    case (let from?, nil): "from \(from.inWords) on"
    case (nil, let to?): "up to \(to.inWords)"
    case (let from?, let to?): "from \(from.inWords) to \(to.inWords)"
    }
  }
}

extension ClauseMatrix.Row {
  /// The id of the place where it stands.
  var id: HTML {
    "clause-\(clause.lowercased().replacing(" ", with: "-").replacing(".", with: "-"))"
  }
}

extension Observation {
  /// Whether the other weighs alike and is about the same version.
  fileprivate func isBeside(_ other: Observation) -> Bool {
    document == other.document && version == other.version && weight == other.weight
  }
}
