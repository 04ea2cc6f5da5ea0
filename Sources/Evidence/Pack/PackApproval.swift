import Approvals
import Objects

/// Who approved a version: in a sentence, and then what that rests on.
extension EvidencePack {
  var approvals: HTML {
    guard let policy else { return "<p>There is nothing in force that anybody approved.</p>\n" }
    return approval(of: policy.version)
  }

  /// The approvals of a version.
  func approval(of version: Entry.Version) -> HTML {
    let approved = version.approved
    var html = HTML()
    for sentence in ApprovalInWords(approved).sentences {
      html.append("<p class=\"lead\" dir=\"auto\">\(sentence)</p>\n")
    }
    html.append(
      """
      <p>With each approval its signer says: “I have read it; it is suitable and adequate.” \
      \(rule(for: approved)) It was met on \(approved.met.day.inWords), \(approved.met.clock) UTC.</p>
      \(writers(of: version))
      """)
    for approval in approved.approvals.sorted(by: { ($0.time, $0.id) < ($1.time, $1.id) }) {
      html.append(
        "<h3 dir=\"auto\">What \(approval.person.name) signed</h3>\n\(proof(of: approval))")
    }
    return html
  }

  /// What the rule asked for under which the version was approved last.
  private func rule(for approved: DocumentStatus.Approved) -> HTML {
    let edition = approved.edition
    let under = approved.approvals.compactMap { approval in
      ledger.chain.last { $0.digest == approval.statement.governance }?.governance
    }.max { $0.version < $1.version }
    guard let under = under ?? ledger.governance,
      let rule = under.rule(for: edition.document, kind: edition.kind, level: edition.level)
    else { return "" }
    return
      "The rule for \(HTML.name(rule.subject)), in version \(under.version) of the people and rules: "
      + "approving takes \(HTML.name(under.inWords(rule.require)))."
  }

  /// Who wrote a version, and what their commits were signed with.
  private func writers(of version: Entry.Version) -> HTML {
    let edition = version.approved.edition
    var writers: [String] = []
    for case .change(let change) in timeline.events
    where change.document == edition.document && change.after == edition.version {
      let writer = "\(change.author.name) (\(words.inWords(change.signature)))"
      if !writers.contains(writer) { writers.append(writer) }
    }
    return writers.isEmpty
      ? "" : "<p>Written by \(HTML.name(writers.inWords)).</p>\n"
  }

  /// All that a decision rests on.
  private func proof(of statement: VerifiedStatement) -> HTML {
    let entry = entry(of: statement)
    var facts: [(name: HTML, value: HTML)] = [
      ("Decision", HTML.name(statement.statement.subject)),
      ("Name in Git", "\(HTML.name(statement.statement.name.description))"),
      ("Fingerprint of the decision", "<span class=\"print\">\(statement.id)</span>"),
      ("Fingerprint of the text", "<span class=\"print\">\(statement.edition.digest)</span>"),
      ("Key", "<span class=\"print\">\(statement.statement.key)</span>"),
      ("Under people and rules", rules(of: statement)),
      ("Time", time(of: statement, entry)),
    ]
    if !statement.statement.comment.isEmpty {
      facts.append(("Said with it", "<span class=\"quote\">\(statement.statement.comment)</span>"))
    }
    return Self.facts(facts)
  }

  private func rules(of statement: VerifiedStatement) -> HTML {
    let digest = statement.statement.governance
    let version: HTML =
      ledger.chain.first { $0.digest == digest }.map { "version \($0.version)<br>" } ?? ""
    return "\(version)<span class=\"print\">\(digest)</span>"
  }

  private func time(of statement: VerifiedStatement, _ entry: Ledger.Entry?) -> HTML {
    var html: HTML =
      "\(statement.time.day.inWords), \(statement.time.clock) UTC (\(ApprovalInWords.proof))"
    if let bound = entry?.notBefore {
      html.append(
        "<br>not before \(bound.day.inWords), \(bound.clock) UTC: it names a decision of then")
    }
    if let bound = entry?.notAfter {
      html.append(
        "<br>not after \(bound.day.inWords), \(bound.clock) UTC: somebody else's decision of then names it"
      )
    }
    if entry?.isOutOfOrder == true {
      html.append(
        "<br><span class=\"warn\">out of order</span>: its signer made another one apart from it, so the "
          + "date is no evidence")
    }
    return html
  }
}
