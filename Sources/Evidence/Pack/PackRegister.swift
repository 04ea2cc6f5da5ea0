import Approvals
import Documents
import Objects
import Rules

/// Objectives and the register of documents.
extension EvidencePack {
  var objectives: HTML {
    let objectives = register.compactMap { entry -> (Entry, Entry.Version, Objective)? in
      guard let approved = entry.status.inForce, let version = entry.version(of: approved),
        let objective = Document.parse(version.bytes, path: approved.edition.path).document?
          .objective
      else { return nil }
      return (entry, version, objective)
    }
    let open = register.filter { $0.status.edition.kind == .objective && $0.status.inForce == nil }
    var html = HTML()
    if objectives.isEmpty { html.append("<p>No objective is in force.</p>\n") }
    for (entry, version, objective) in objectives {
      html.append(self.objective(entry, version, objective))
    }
    if !open.isEmpty {
      html.append("<h3>Not in force</h3>\n")
      html.append(
        HTML.list(
          open.map {
            "\(HTML.name($0.title)) \($0.status.edition.version): \(HTML.name($0.status.words))"
          }))
    }
    return html
  }

  private func objective(_ entry: Entry, _ version: Entry.Version, _ objective: Objective) -> HTML {
    let edition = version.approved.edition
    let measure = [objective.metric, objective.target.map { "to reach \($0)" }, objective.unit]
      .compactMap { $0 }.joined(separator: ", ")
    let every = objective.evaluation?.every.map { ", every \($0)" } ?? ""
    var facts: [(name: HTML, value: HTML)] = [
      ("What is to be reached", HTML.name(objective.statement ?? "not said")),
      (
        "Measured by",
        HTML.name(measure.isEmpty ? objective.notMeasurableReason ?? "not said" : measure)
      ),
      ("By when", by(objective.due)),
      ("Who answers for it", HTML.name(objective.ownerPerson.map(title) ?? "not said")),
      (
        "How it is judged",
        HTML.name((objective.evaluation?.method ?? "not said") + every)
      ),
    ]
    if let policy = objective.policy { facts.append(("Follows from", link(policy) ?? "\(policy)")) }
    return """
      <h3 dir="auto"><a href="\(entry.path(of: version)).html">\(edition.title) \(edition.version)</a></h3>
      \(Self.facts(facts))\(entry.observed(of: version))
      """
  }

  /// A day by which something was to be done, marked where it has passed.
  private func by(_ due: CalendarDate?) -> HTML {
    guard let due else { return "not said" }
    return due < header.time.day
      ? "<span class=\"bad\">was due by \(due.inWords)</span>" : "\(due.inWords)"
  }

  /// What people call whoever answers for something: a role or a person, else as it is written.
  private func title(_ owner: String) -> String {
    governance.roles.first { $0.id.description == owner }?.title
      ?? governance.people.first { $0.id.description == owner }?.name ?? owner
  }

  /// Every document with where it stands and every approved version.
  var documents: HTML {
    let rows: [[HTML]] = register.map { entry in
      let status = entry.status
      let versions: [HTML] = entry.versions.map { version in
        let isInForce = status.inForce?.edition.digest == version.approved.edition.digest
        let link: HTML =
          "<a href=\"\(entry.path(of: version)).html\">\(version.approved.edition.version)</a>"
        return isInForce ? "<strong>\(link)</strong> " : "\(link) "
      }
      let kind =
        status.edition.kind == .governance ? "people and rules" : status.edition.kind.rawValue
      return [
        "\(entry.title)<br><span class=\"quiet\">\(status.edition.document), \(kind)</span>",
        "\(standing(of: status))\(entry.observedInList)", versions.isEmpty ? "none" : "\(versions)",
        nextReview(of: status),
      ]
    }
    return """
      <p>Every document of the repository, and every one that was ever decided on. The version in force is \
      set in bold type; each leads to its text. To draw some of them for a sample by a method that anybody \
      can repeat: <code>writ evidence --sample</code>.</p>
      \(Self.table("Documents", ["Document", "Where it stands", "Approved versions", "Next review"], rows))
      """
  }

  /// When it is to be reviewed, marked where that day has passed.
  private func nextReview(of status: DocumentStatus) -> HTML {
    guard let inForce = status.inForce, let next = inForce.nextReview else {
      return "<span class=\"whole\">none</span>"
    }
    return inForce.overdueReview(on: header.time.day) == nil
      ? "<span class=\"whole\">\(next.inWords)</span>"
      : "<span class=\"bad\">was due by \(next.inWords)</span>"
  }

  /// Where it stands, in words; what is in force where the text in the files is another.
  private func standing(of status: DocumentStatus) -> HTML {
    var html: HTML = "\(status.words)"
    if let inForce = status.inForce, inForce.edition.digest != status.edition.digest {
      html =
        "version \(inForce.edition.version) in force since \(inForce.from.day.inWords); "
        + "version \(status.edition.version) is \(status.words)"
    }
    if let successor = status.successor {
      html.append("; replaced by \(HTML.name(successor.edition.title))")
    }
    if !status.missing.isEmpty { html.append("; needs \(HTML.name(status.missing.inWords))") }
    for reason in status.reasons { html.append("; \(HTML.name(reason))") }
    return html
  }
}
