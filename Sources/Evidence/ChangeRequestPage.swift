import Approvals
import Documents
import Objects
import Rules

/// The page to read on a phone: one file that loads nothing and runs nothing.
extension ChangeRequest {
  /// The characters of the file, in UTF-8.
  public var page: String {
    var sections: [(id: HTML, name: HTML, content: HTML)] = []
    if let why = matter.changeNote {
      sections.append(("why", "Why", "<p class=\"reason\" dir=\"auto\">\(why)</p>\n"))
    }
    sections += [
      ("changes", "What changed", changes), ("people", "Who decides", people),
      ("checks", "What the checks say", checks),
      ("outcome", "What comes of it", Self.paragraphs(consequences)),
      ("decide", "How to decide", decide), ("text", "The full text", fullText),
      ("compare", "To compare", compare),
    ]
    return Page(
      title: "\(edition.title) \(edition.version)", header: opening, sections: sections,
      footer: footer
    ).html.markup
  }

  private var edition: Edition { matter.edition }
  private var source: String { String(decoding: matter.bytes, as: UTF8.self) }

  private static func paragraphs(_ sentences: [String]) -> HTML {
    let paragraphs: [HTML] = sentences.map { "<p dir=\"auto\">\($0)</p>\n" }
    return "\(paragraphs)"
  }

  private var opening: HTML {
    let day: HTML = due.map { " by <strong>\($0.inWords)</strong>" } ?? ""
    let people = deciders.map(\.person.name).inWords
    let asked: HTML = people.isEmpty ? "for a decision" : "\(HTML.name(people)) to decide"
    return """
      <p class="kind">\(HTML.name(organisation)): request for a decision</p>
      <h1 dir="auto">\(edition.title) \(edition.version)</h1>
      <p class="lead"><strong>\(HTML.name(asker.name))</strong> (\(HTML.name(asker.email))) asks \
      \(asked)\(day).</p>

      """
  }

  private var changes: HTML {
    guard let (version, changes) = matter.changes else {
      return "<p>All of it is new: no earlier version was approved.</p>\n"
    }
    let since: HTML = "<p>Since version \(version), which was approved last:</p>\n"
    if changes.governance == nil {
      return "\(since)\(changes.sentencesHTML)\(changes.detailHTML)"
    }
    return """
      \(since)\(changes.sentencesHTML)\
      <details>
      <summary>The same in the lines of the file</summary>
      \(changes.detailHTML)</details>

      """
  }

  private var people: HTML {
    let status = matter.status
    var html = HTML()
    if missing.isEmpty {
      html.append("<p>Nobody else needs to approve it.</p>\n")
    } else {
      html.append("<p>It still needs the approval of:</p>\n")
      html.append(HTML.list(missing.map(HTML.name)))
    }
    let approvals: [HTML] = status.approvals.map {
      "\(Self.signer($0)) approved it on \($0.time.day.inWords)\(Self.comment($0))"
    }
    let objections: [HTML] = status.objections.map {
      "\(Self.signer($0)) <strong>sent it back</strong> on \($0.time.day.inWords)\(Self.comment($0))"
    }
    if approvals.isEmpty && objections.isEmpty {
      html.append("<p>Nobody has decided on this text yet.</p>\n")
    } else {
      html.append("<p>Decided so far:</p>\n")
      html.append(HTML.list(objections + approvals))
    }
    return html
  }

  private static func signer(_ statement: VerifiedStatement) -> HTML {
    "\(HTML.name(statement.person.name)), \(HTML.name(statement.role.title)),"
  }

  /// What the signer said of it.
  private static func comment(_ statement: VerifiedStatement) -> HTML {
    let comment = statement.statement.comment
    return comment.isEmpty ? "." : ": “\(HTML.name(comment))”"
  }

  private var checks: HTML {
    let errors = matter.findings.count { $0.severity == .error }
    let remarks = matter.findings.count - errors
    var html = HTML()
    if matter.findings.isEmpty {
      html.append("<p>Nothing to mend.</p>\n")
    } else if errors == 0 {
      html.append("<p>No errors, \(counted(remarks, "remark")):</p>\n")
    } else {
      let besides: HTML = remarks == 0 ? "" : " and \(counted(remarks, "remark"))"
      html.append(
        "<p><span class=\"bad\">\(counted(errors, "error"))</span>\(besides): "
          + "it cannot be approved like this.</p>\n")
    }
    if !matter.findings.isEmpty { html.append(HTML.list(matter.findings.map(Self.html))) }
    let warnings: [HTML] = matter.warnings.map {
      "<p><span class=\"warn\">Beware:</span> \(HTML.name($0))</p>\n"
    }
    html.append("\(warnings)")
    let known: [HTML] = matter.observations.map {
      ObservationEntry.html(of: $0, ObservationEntry.words(of: $0, below: matter.version))
    }
    if !known.isEmpty { html.append(HTML.list(known)) }
    return html
  }

  private static func html(of finding: Finding) -> HTML {
    let severity: HTML =
      switch finding.severity {
      case .error: "<span class=\"bad\">Error:</span>"
      case .warning: "<span class=\"warn\">Warning:</span>"
      case .note: "<span class=\"quiet\">Note:</span>"
      }
    return """
      \(severity) \(HTML.name(finding.message.asSentence)) \
      To mend it: \(HTML.name(finding.remedy.asSentence)) \
      <span class="quiet">(line \(finding.line); \(finding.rule), clause \(finding.clause))</span>
      """
  }

  private var decide: HTML {
    """
    <p>On the computer with your key, in the folder of the policies, type:</p>
    <pre><code>writ approve</code></pre>
    <p>It fetches and shows what awaits you, and asks. Then send what you decided:</p>
    <pre><code>writ push</code></pre>
    <p>To decide on exactly this text, fetch it first (<code>writ pull</code>). To approve it:</p>
    <pre><code>writ approve \(exactly)</code></pre>
    <p>To send it back; you are asked for your reason:</p>
    <pre><code>writ reject \(exactly)</code></pre>
    <p>This page is no decision, and neither is an answer to it: only what you sign on the computer \
    counts.</p>

    """
  }

  private var exactly: HTML {
    "\(matter.document) <span class=\"whole\">--commit</span> \(commit)"
  }

  // MARK: The text

  private var fullText: HTML {
    let document = Document.parse(matter.bytes, path: edition.path).document
    guard edition.document != .governance, let document else { return Self.file(source) }
    return """
      \(facts(of: document))\
      <article\(HTML.language(of: document)) dir="auto">
      \(HTML(markdown: String(document.bodySource), below: 2))</article>
      <details>
      <summary>The file, character by character</summary>
      \(Self.file(source))</details>

      """
  }

  private static func file(_ source: String) -> HTML {
    "<pre dir=\"auto\"><code>\(source)</code></pre>\n"
  }

  /// What the head of the document says, but for what the page says elsewhere.
  private func facts(of document: Document) -> HTML {
    let facts = SectionedText(matter.bytes, path: edition.path)?.facts ?? []
    let rows: [HTML] = facts.filter { !isSaidElsewhere($0.name, of: document) }.map { fact in
      "<tr><th scope=\"row\">\(FactName(fact.name))</th><td dir=\"auto\">\(told(fact.value))</td></tr>\n"
    }
    return "<table class=\"facts\">\n<tbody>\n\(rows)</tbody>\n</table>\n"
  }

  /// Title, version and reason stand above; which words of a policy meet which requirement is for the
  /// checks.
  private func isSaidElsewhere(_ fact: String, of document: Document) -> Bool {
    ["title", "version", "id"].contains(fact) || fact.hasPrefix("change.")
      || document.kind == .policy && (fact.hasPrefix("elements.") || fact.hasPrefix("sections."))
  }

  /// A day in words, a role with its title, all else as it stands.
  private func told(_ value: String) -> HTML {
    if let day = CalendarDate(value) { return "\(day.inWords)" }
    if let role = roles.first(where: { $0.id.description == value }) { return "\(role.title)" }
    return "\(value)"
  }

  private var compare: HTML {
    """
    <p>The fingerprint of the file that you read here:</p>
    <p class="print">\(matter.digest)</p>
    <p>Before you sign, the computer shows what you sign. If the line <code>Writ-Digest</code> there \
    has another fingerprint, it is another text.</p>

    """
  }

  private var footer: HTML {
    """
    <p>This page proves nothing: it can be changed like any other. It was made on \
    \(header.time.day.inWords), \(header.time.clock) UTC, and does not know what was decided since.</p>

    """
  }
}
