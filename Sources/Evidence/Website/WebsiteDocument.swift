public import Approvals
import Documents
import Markdown
import Objects
public import Rules

/// An approved version of a document whose day has come, with its exact bytes.
public struct ApprovedVersion: Sendable {
  /// Who approved and reviewed it, and since when it is in force.
  let approved: DocumentStatus.Approved
  /// Where it stands.
  let status: DocumentStatus
  /// What is to be known of it.
  let observations: [Observation]
  /// What it says.
  let text: Document
  /// The bytes that were approved.
  let bytes: [UInt8]

  /// A version of these parts; `nil` where the bytes are no document.
  public init?(
    _ approved: DocumentStatus.Approved, status: DocumentStatus, observations: [Observation],
    bytes: [UInt8]
  ) {
    guard let text = Document.parse(bytes, path: approved.edition.path).document else { return nil }
    self.approved = approved
    self.status = status
    self.observations = observations
    self.text = text
    self.bytes = bytes
  }

  var edition: Edition { approved.edition }
  var version: Version { approved.edition.version }
  /// Title and version: `Access Control Policy 1.1`.
  var name: String { "\(edition.title) \(version)" }
}

/// A document on a website: what its readers may see of it.
struct WebsiteDocument: Sendable {
  /// Its id.
  let id: DocumentID
  /// The versions that are for the readers, lowest first.
  let versions: [ApprovedVersion]
  /// All that were approved, lowest first.
  private let all: [ApprovedVersion]

  /// Of all versions of a document, those for these readers.
  init(_ id: DocumentID, _ versions: [ApprovedVersion], for readers: Readers) {
    self.id = id
    self.versions = versions.filter { readers.objection(to: $0.text) == nil }
    all = versions
  }

  /// The version in force, if the readers may see that one.
  var inForce: ApprovedVersion? { versions.first { $0.status.state == .inForce } }
  /// The newest version that they may see.
  var newest: ApprovedVersion? { versions.last }
  /// What took the place of the document.
  var successor: DocumentStatus.Successor? { versions.last?.status.successor }

  /// Whether a version was in force once, or is: no higher one was before it.
  func wasInForce(_ version: ApprovedVersion) -> Bool {
    !all.contains { other in
      other.version > version.version && other.approved.from <= version.approved.from
    }
  }

  /// When a version left force; `nil` for the one that is in force.
  func end(of version: ApprovedVersion) -> Instant? {
    guard version.status.state != .inForce else { return nil }
    let higher = all.filter { $0.version > version.version }.map(\.approved.from)
    let others = [version.status.retirement?.since, version.status.successor?.since]
    return (higher + others.compactMap { $0 }).min()
  }

  /// The folder of its pages.
  var folder: String { "policies/\(id)" }
  /// The path of the page that stays with a version.
  func page(of version: ApprovedVersion) -> String { "\(folder)/\(version.version).html" }
}

extension Document {
  /// What the document is for, in a line: how its text begins.
  var purposeLine: String {
    let words = MarkdownEvent.firstParagraph(of: MarkdownEvent.all(in: String(bodySource)))
    let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.count > Self.longestLine else { return line }
    let start = line.prefix(Self.longestLine)
    if let end = start.firstRange(of: ". ") { return "\(start[..<end.lowerBound])." }
    return "\(start[..<(start.lastIndex(of: " ") ?? start.endIndex)]) …"
  }

  private static let longestLine = 220
}

extension MarkdownEvent {
  /// The words of the first paragraph.
  fileprivate static func firstParagraph(of events: [MarkdownEvent]) -> String {
    var words = ""
    var depth = 0
    for event in events.drop(while: { $0 != .begin(.paragraph) }) {
      switch event {
      case .begin: depth += 1
      case .end: depth -= 1
      case .text(let text), .code(let text): words += text
      case .softBreak, .lineBreak: words += " "
      default: continue
      }
      if depth == 0 { break }
    }
    return words
  }
}
