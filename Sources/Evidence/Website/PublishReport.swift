public import Approvals
public import Objects
import Rules

/// That a website was written: what is on it, and what is not.
public struct PublishReport: Report {
  private let website: Website
  private let folder: String
  private let fileCount: Int
  private let leftOut:
    [(version: DocumentStatus.Approved, classification: String?, why: Readers.Objection)]
  private let undecided: [(document: DocumentID, reasons: [String])]

  /// The website that was put into a folder, in so many files; what is in force and not for its readers;
  /// and the documents of which it cannot be told what is in force.
  public init(
    _ website: Website, in folder: String, fileCount: Int,
    leftOut: [(
      version: DocumentStatus.Approved, classification: String?, why: Readers.Objection
    )],
    undecided: [(document: DocumentID, reasons: [String])]
  ) {
    self.website = website
    self.folder = folder
    self.fileCount = fileCount
    self.leftOut = leftOut
    self.undecided = undecided
  }

  /// Yes, if of every document it could be told what is in force.
  public var isYes: Bool { undecided.isEmpty }
  /// A yes need not be said.
  public var isSilentWhenYes: Bool { true }

  private var readers: Readers { website.readers }

  /// For people.
  public var text: DisplayText {
    var text: DisplayText = ""
    let whom =
      readers.isEverybody ? "for everybody" : "for readers of what is \(readers.classification)"
    let count = counted(website.inForce.count, "document")
    text.paragraph("Published in \(folder), \(whom): \(count) in force.", indent: 0)
    for version in website.inForce {
      text.item("\(version.edition.title) \(version.edition.version)")
    }
    let observations = website.documents.flatMap { $0.inForce?.observations ?? [] }.filter(
      \.isForShortReports)
    if !observations.isEmpty {
      text.line()
      text.line("To know of them:")
      for observation in observations { text.item(observation.told) }
    }
    if !leftOut.isEmpty {
      text.line()
      text.line("Not published, though in force:")
      for (version, classification, why) in leftOut {
        text.item(
          "\(version.edition.title) \(version.edition.version): "
            + Self.words(for: why, classification))
      }
    }
    if !undecided.isEmpty {
      text.line()
      text.line("\("Cannot tell yet", .warning) what is in force, so nothing of it is published:")
      for (document, reasons) in undecided {
        text.item("\(document): \(reasons.joined(separator: " "))")
      }
      text.line("See why: writ verify")
    }
    text.append(website.header.caution)
    return text
  }

  private static func words(for why: Readers.Objection, _ classification: String?) -> String {
    switch why {
    case .kind: "it is neither a policy nor a procedure"
    case .classification: "it is \(classification ?? "of no class")"
    case .availability:
      "it does not say that it is on the website (availability: [\(Readers.website)])"
    }
  }

  /// The object of `writ.publish/1` (`docs/cli.md`).
  public var json: JSONValue {
    website.header.json(
      "publish",
      [
        "output": .string(folder), "audience": .string(readers.classification),
        "files": .number(fileCount),
        "documents": .array(
          website.documents.compactMap { document in
            document.inForce.map { version in
              [
                "id": JSONValue(document.id), "title": .string(version.edition.title),
                "version": JSONValue(version.version), "digest": JSONValue(version.edition.digest),
                "since": JSONValue(version.approved.from),
                "page": .string("\(document.folder)/index.html"),
                "observations": ObservationEntry.json(of: version.observations),
              ]
            }
          }),
        "left-out": .array(
          leftOut.map { version, classification, why in
            [
              "id": JSONValue(version.edition.document),
              "version": JSONValue(version.edition.version), "reason": .string(why.rawValue),
              "message": .string(Self.words(for: why, classification)),
            ]
          }),
        "cannot-tell": .array(
          undecided.map { document, reasons in
            ["id": JSONValue(document), "reasons": .array(reasons.map { .string($0) })]
          }),
      ])
  }
}
