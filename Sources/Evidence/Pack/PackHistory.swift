import Approvals
import Documents
import Objects

/// What happened to the documents, and their reviews.
extension EvidencePack {
  var changesAndDecisions: HTML {
    """
    <p>\(periodInWords == "all" ? "Everything" : "What happened \(periodInWords)"), for every document, stands \
    on a page of its own, <a href="history.html">history.html</a>, and as a table in \
    <a href="history.csv">history.csv</a>.</p>
    \(picture)\(turnedDown)\(eventsOfThePolicy)
    """
  }

  /// The policies over time.
  private var picture: HTML {
    let policies = register.map(\.status).filter { $0.edition.kind == .policy }
    let picture = TimelinePicture(
      of: policies, timeline: history.timeline, until: header.time)
    return picture.isEmpty ? "" : picture.html
  }

  /// What happened to the policy and to the people and rules, which say who may approve it.
  private var eventsOfThePolicy: HTML {
    let documents: Set<DocumentID> = [
      .governance, policy?.version.approved.edition.document ?? .governance,
    ]
    let events = history.timeline.events.filter { documents.contains($0.document) }
    if events.isEmpty { return "" }
    return """
      <h3>The policy, and the people and rules</h3>
      <p>Oldest first, by the times that authors and signers give.</p>
      \(history.list(of: events))
      """
  }

  /// What was sent back or taken back, and what came of it: decisions that did not go through.
  private var turnedDown: HTML {
    let decisions = ledger.valid.filter {
      [.reject, .withdraw].contains($0.statement.name.decision)
    }
    if decisions.isEmpty {
      return "<p>Nothing was sent back, and no decision was taken back.</p>\n"
    }
    let items: [HTML] = decisions.map { decision in
      let comment = decision.statement.comment
      let said: HTML = comment.isEmpty ? "" : ": <q>\(comment)</q>"
      let done: HTML =
        decision.statement.name.decision == .reject ? "sent back" : "took back a decision on"
      return """
        \(HTML.name(decision.person.name)), \(HTML.name(decision.role.title)), \(done) \
        \(HTML.name(decision.edition.title)) \(decision.edition.version) on \
        \(decision.time.day.inWords)\(said) \(outcome(of: decision))
        """
    }
    return "<h3>Sent back or taken back</h3>\n\(HTML.list(items))"
  }

  /// What became of the text that was decided on.
  private func outcome(of decision: VerifiedStatement) -> HTML {
    let status = register.first { $0.status.edition.document == decision.edition.document }?.status
    let approved = status?.approved.first {
      $0.edition.version >= decision.edition.version && $0.met >= decision.time
    }
    guard let approved else { return "Nothing was approved in its place." }
    let isSame = approved.edition.digest == decision.edition.digest
    return isSame
      ? "The same text was approved on \(approved.met.day.inWords)."
      : "Version \(approved.edition.version), another text, was approved on \(approved.met.day.inWords)."
  }

  var reviews: HTML {
    let rows = register.flatMap { entry in
      entry.versions.flatMap { version in
        version.approved.reviews.map { review in (entry, version, review) }
      }
    }.sorted { $0.2.completed < $1.2.completed }
    let done: [[HTML]] = rows.map { entry, version, review in
      [
        "\(review.completed.day.inWords)",
        "\(version.approved.edition.title) \(version.approved.edition.version)",
        Self.sentences(
          review.statements.map { "\(StatementEntry.inWords($0))\(StatementEntry.reason($0))" }),
      ]
    }
    let due: [[HTML]] = register.compactMap { entry in
      guard let approved = entry.status.inForce, let due = approved.nextReview else { return nil }
      let last = approved.lastReview.map { "\($0.day.inWords)" } ?? "none since its approval"
      let isOverdue = approved.overdueReview(on: header.time.day) != nil
      return [
        "\(approved.edition.title) \(approved.edition.version)", "\(last)",
        isOverdue
          ? "<span class=\"bad\">was due by \(due.inWords)</span>" : "\(due.inWords)",
      ]
    }
    let found: HTML =
      done.isEmpty
      ? "<p>No review without a change is recorded.</p>\n"
      : "<h3>Reviewed, still right</h3>\n"
        + Self.table("Reviews", ["Day", "Document", "Found still right by"], done)
    let next: HTML =
      due.isEmpty
      ? ""
      : "<h3>Next reviews</h3>\n"
        + Self.table("Next reviews", ["Document", "Last review", "Next by"], due)
    return """
      <p>An approval of a new version counts as a review of the document too. What stands first here are \
      reviews that found a version still right.</p>
      \(found)\(next)
      """
  }
}
