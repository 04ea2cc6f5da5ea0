import Approvals
import Documents
import Objects

/// Something that changed what is in force, as the readers of a website are told of it.
struct WebsiteEvent: Sendable {
  /// What proves it: the digest of the text that came into force, or of the decision that completed a
  /// review or a retirement. No two events have the same.
  let digest: Digest
  /// When.
  let time: Instant
  /// What happened, in a line.
  let title: String
  /// The same in sentences.
  let words: String
  /// The path of the page that tells more, from the top of the website.
  let page: String

  /// All that happened to a document that the readers may see, oldest first.
  static func all(of document: WebsiteDocument, for readers: Readers) -> [WebsiteEvent] {
    document.versions.filter(document.wasInForce).flatMap { version in
      let page = document.page(of: version)
      let signers = version.approved.approvals.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
      let note = version.text.change?.summary.map { " \($0.asSentence)" } ?? ""
      let beginning = WebsiteEvent(
        digest: version.edition.digest, time: version.approved.from,
        title: "\(version.name) is in force",
        words: "In force since \(version.approved.from.day.inWords).\(note) Approved by "
          + "\(signers.map(readers.name(within:)).inWords).", page: page)
      let reviews = version.approved.reviews.compactMap { review in
        event(
          of: review.statements, at: review.completed,
          "\(version.name): reviewed, still right", "Found still right on", readers, page)
      }
      let end = version.status.retirement.flatMap { retirement in
        retirement.version == version.version
          ? event(
            of: retirement.statements, at: retirement.since, "\(version.name) is retired",
            "Out of force since", readers, page) : nil
      }
      return [beginning] + reviews + (end.map { [$0] } ?? [])
    }
  }

  /// That a policy is retired of which nothing is published any more: without its name.
  static func withdrawal(of document: WebsiteDocument) -> WebsiteEvent? {
    guard let retirement = document.newest?.status.retirement, let last = retirement.last,
      document.versions.contains(where: document.wasInForce)
    else { return nil }
    return WebsiteEvent(
      digest: last.id, time: retirement.since, title: "A policy is retired",
      words: "Out of force since \(retirement.since.day.inWords), and not published any more.",
      page: "index.html")
  }

  private static func event(
    of statements: [VerifiedStatement], at time: Instant, _ title: String, _ verb: String,
    _ readers: Readers, _ page: String
  ) -> WebsiteEvent? {
    statements.max { ($0.time, $0.id) < ($1.time, $1.id) }.map { last in
      WebsiteEvent(
        digest: last.id, time: time, title: title,
        words: "\(verb) \(time.day.inWords), by \(statements.map(readers.name(within:)).inWords).",
        page: page)
    }
  }
}

extension DocumentStatus.Retirement {
  /// The decision that completed it.
  fileprivate var last: VerifiedStatement? {
    statements.max { ($0.time, $0.id) < ($1.time, $1.id) }
  }
}
