import Approvals
import Documents
import Objects
import Rules

/// The requirements one by one, and the policy with the words that meet them.
extension EvidencePack {
  var clauses: HTML {
    let overview: [[HTML]] = matrix.rows.map { row in
      [
        "<a href=\"#\(row.id)\">\(row.clause)</a>", row.verdict.html,
        row.newest.map { "\($0.inWords)" } ?? "none",
      ]
    }
    let rows: [HTML] = matrix.rows.map(html)
    return """
      <p>Requirements are told in our own words; the text of the standard stands in the standard. \
      “Evidence complete” says that what can be shown from here is there, and no more: what remains for \
      a person to judge is said with each.</p>
      \(Self.table("Requirements", ["Clause", "What is there", "Newest evidence"], overview))\(rows)
      """
  }

  private func html(of row: ClauseMatrix.Row) -> HTML {
    let evidence: [HTML] = row.evidence.map { piece in
      let link: HTML = piece.document.flatMap(link).map { " (\($0))" } ?? ""
      let quote: HTML = piece.quote.map { " <q>\($0)</q>" } ?? ""
      return "\(HTML.name(piece.text))\(quote)\(link)"
    }
    var html: HTML = """
      <h3 id="\(row.id)">\(row.clause): \(row.requirement)</h3>
      <p>\(row.verdict.html)</p>

      """
    let gaps: [HTML] = row.gaps.map { "<span class=\"bad\">Gap:</span> \(HTML.name($0))" }
    let weak: [HTML] = row.weaknesses.map { "<span class=\"warn\">Weak:</span> \(HTML.name($0))" }
    let items = gaps + weak + evidence
    if !items.isEmpty { html.append(HTML.list(items)) }
    html.append("<p class=\"quiet\">To judge: \(row.toJudge)</p>\n")
    return html
  }

  /// To the page of the version in force.
  func link(_ document: DocumentID) -> HTML? {
    register.lazy.compactMap { entry -> HTML? in
      guard entry.status.edition.document == document, let approved = entry.status.inForce,
        let version = entry.version(of: approved)
      else { return nil }
      return
        "<a href=\"\(entry.path(of: version)).html\">\(document) \(approved.edition.version)</a>"
    }.first
  }

  var policyText: HTML {
    guard let policy else { return "<p>No information security policy is in force.</p>\n" }
    let edition = policy.version.approved.edition
    return """
      <p>\(HTML.name(edition.title)) \(edition.version), in force since \
      \(policy.version.approved.from.day.inWords). Marked are the words that its author names for each \
      required element; whoever approved it has signed that too.</p>
      \(policy.entry.text(of: policy.version, marking: quotations(in: policy.version)))
      """
  }

  /// The words of the required elements, each named by its clause.
  private func quotations(in version: Entry.Version) -> [Quotation] {
    let edition = version.approved.edition
    guard let policy = Document.parse(version.bytes, path: edition.path).document?.policy else {
      return []
    }
    return zip(Element.Name.allCases, ["5.2 a", "5.2 b", "5.2 c", "5.2 d"]).compactMap {
      name, clause in
      guard let element = policy.elements[name],
        let row = matrix.rows.first(where: { $0.clause == clause })
      else { return nil }
      return Quotation(section: element.under, words: element.says, name: clause, target: row.id)
    }
  }
}

extension ClauseMatrix.Verdict {
  /// The word for it, in a colour of its own.
  var html: HTML {
    switch self {
    case .met: "<span class=\"verdict met\">\(words)</span>"
    case .partly: "<span class=\"verdict partly\">\(words)</span>"
    case .gap: "<span class=\"verdict bad\">\(words)</span>"
    }
  }
}
