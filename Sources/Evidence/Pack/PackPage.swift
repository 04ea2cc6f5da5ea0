import Approvals
import Objects
import Rules

/// The first page of a pack: what holds and what does not in a sentence, the gaps, and below that
/// everything that they rest on.
extension EvidencePack {
  /// The characters of `index.html`.
  var page: String {
    Page(
      title: "Evidence for clause 5.2: \(governance.organisation)", header: opening,
      sections: [
        ("result", "What holds, and what does not", result),
        ("clauses", "Requirement by requirement", clauses),
        ("policy", "The policy in force", policyText), ("approval", "Who approved it", approvals),
        ("history", "Changes and decisions", changesAndDecisions),
        ("reviews", "Reviews", reviews), ("objectives", "Objectives", objectives),
        ("people", "Roles and appointments", people), ("documents", "All documents", documents),
        ("keys", "Keys and time", keys), ("verify", "How to check all this", verifying),
        ("limits", "What was not checked", limits),
      ], footer: footer, style: Self.style
    ).html.markup
  }

  /// What the pages of a pack look like beyond what all pages do.
  static let style: HTML =
    Page.style + HistoryReport.style + TimelinePicture.style + """

      .verdict { font-weight: 600; }
      .met { color: var(--new); }
      .partly { color: var(--warn); }
      mark { color: inherit; background: var(--new-shade); border-bottom: 2px solid var(--new); }
      q, .quote { font-style: italic; }
      .matrix td:nth-child(2), .matrix td:nth-child(3) { white-space: nowrap; }
      @media print {
        section { break-inside: auto; }
        article { border: 0; padding: 0; }
      }

      """

  private var opening: HTML {
    var html: HTML = """
      <p class="kind">Evidence for ISO/IEC 27001:2022, clause 5.2: policy</p>
      <h1 dir="auto">\(governance.organisation)</h1>
      \(Self.facts(subject))
      """
    if let policy {
      let approved = policy.version.approved
      html.append(
        """
        <p class="lead"><bdi>\(approved.edition.title)</bdi> \(approved.edition.version) is in force \
        since \(approved.from.day.inWords). \(Self.sentences(ApprovalInWords(approved).sentences))</p>

        """)
    } else {
      html.append("<p class=\"lead\">No information security policy is in force.</p>\n")
    }
    html.append("<p>\(decisionsInWords) \(gapsInWords)</p>\n")
    return html
  }

  /// Foreign sentences one behind the other, each turning only itself where it runs from right to left.
  static func sentences(_ sentences: [String]) -> HTML {
    let parts: [HTML] = sentences.map { "<bdi>\($0)</bdi> " }
    return "\(parts)"
  }

  /// A table of facts, one a row.
  static func facts(_ facts: [(name: HTML, value: HTML)]) -> HTML {
    let rows: [HTML] = facts.map {
      "<tr><th scope=\"row\">\($0.name)</th><td>\($0.value)</td></tr>\n"
    }
    return "<table class=\"facts\">\n<tbody>\n\(rows)</tbody>\n</table>\n"
  }

  /// A table with a head, which scrolls by itself where the screen is narrow.
  static func table(_ label: HTML, _ head: [HTML], _ rows: [[HTML]]) -> HTML {
    let columns: [HTML] = head.map { "<th scope=\"col\">\($0)</th>" }
    let lines: [HTML] = rows.map { row in
      let cells: [HTML] = row.map { "<td dir=\"auto\">\($0)</td>" }
      return "<tr>\(cells)</tr>\n"
    }
    return """
      <div class="wide" role="group" aria-label="\(label)" tabindex="0"><table>
      <thead><tr>\(columns)</tr></thead>
      <tbody>
      \(lines)</tbody></table></div>

      """
  }

  var footer: HTML {
    """
    <p>As of \(header.time.day.inWords), \(header.time.clock) UTC. Made by Writ \(program) from the \
    repository alone: nobody wrote or edited these pages. What they say can be checked without Writ: \
    VERIFY.md says how.</p>

    """
  }
}
