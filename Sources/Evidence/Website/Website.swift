public import Approvals
import Documents
public import Objects
import Signatures

/// A website of the policies in force, of files that need no server and load nothing from elsewhere.
///
/// Shown is what the signatures say is in force, if its readers may see it; beside it the earlier
/// versions that they may see, each judged by what it says of itself. Whatever was taken out of force
/// for good is not shown at all, and neither is anything of which no version in force is for them.
public struct Website: Sendable {
  let header: ReportHeader
  let governance: Governance
  let readers: Readers
  /// The documents in force, the top policy first, then by title.
  let documents: [WebsiteDocument]
  /// Those whose place one of these has taken, directly or by way of others; by id.
  private let replaced: [WebsiteDocument]
  /// What happened, newest first.
  let events: [WebsiteEvent]

  /// A website for these readers, by the people and rules in force, out of all versions of each document
  /// that are approved and whose day has come, lowest first.
  public init(
    _ header: ReportHeader, governance: Governance, readers: Readers,
    documents: [DocumentID: [ApprovedVersion]]
  ) {
    self.header = header
    self.governance = governance
    self.readers = readers
    let all = documents.map { WebsiteDocument($0, $1, for: readers) }.sorted { $0.id < $1.id }
    let shown = all.filter { $0.inForce != nil }
    let others = all.filter { $0.inForce == nil }
    self.documents = shown.sorted { $0.order < $1.order }
    let replaced = Self.replaced(others, by: shown)
    self.replaced = replaced
    let gone = others.filter { other in !replaced.contains { $0.id == other.id } }
    events =
      ((shown + replaced).flatMap { WebsiteEvent.all(of: $0, for: readers) }
      + gone.compactMap(WebsiteEvent.withdrawal)).sorted {
        ($0.time, $0.digest) > ($1.time, $1.digest)
      }
  }

  private static func replaced(_ others: [WebsiteDocument], by shown: [WebsiteDocument])
    -> [WebsiteDocument]
  {
    var known = Set(shown.map(\.id))
    var found: [WebsiteDocument] = []
    var count = -1
    while found.count > count {
      count = found.count
      for other in others where !known.contains(other.id) {
        if let successor = other.successor?.edition.document, known.contains(successor) {
          found.append(other)
          known.insert(other.id)
        }
      }
    }
    return found.sorted { $0.id < $1.id }
  }

  /// The versions in force that are on it.
  public var inForce: [DocumentStatus.Approved] { documents.compactMap { $0.inForce?.approved } }

  /// The texts in force that their readers may not see, with why not; by id.
  public static func leftOut(_ documents: [DocumentID: [ApprovedVersion]], for readers: Readers)
    -> [(version: DocumentStatus.Approved, classification: String?, why: Readers.Objection)]
  {
    documents.sorted { $0.key < $1.key }.compactMap { _, versions in
      guard let inForce = versions.first(where: { $0.status.state == .inForce }),
        let why = readers.objection(to: inForce.text), why != .kind
      else { return nil }
      return (inForce.approved, inForce.text.classification, why)
    }
  }

  /// The files, by path.
  ///
  /// `earlier` are the paths of the website in whose place it is put: what stood there, and stands there
  /// no more, gets a page that says so, and nothing else.
  public func files(after earlier: [String] = []) -> [PackFile] {
    var files = [
      PackFile(path: "index.html", text: indexPage), PackFile(path: "feed.xml", text: feed),
    ]
    for document in documents + replaced {
      for version in document.versions {
        let path = document.page(of: version)
        files.append(PackFile(path: path, text: page(of: version, in: document)))
        files.append(PackFile(path: "\(path.dropLast(5)).md", bytes: version.bytes))
      }
      if let newest = document.inForce ?? document.newest {
        files.append(
          PackFile(path: "\(document.folder)/index.html", text: page(of: newest, in: document)))
      }
    }
    let paths = Set(files.map(\.path))
    for path in Set(earlier).subtracting(paths) where WebsitePath.isPage(path) {
      files.append(PackFile(path: path, text: gonePage))
    }
    files.sort { $0.path < $1.path }
    return files + [WebsiteRecord(self, files: files).file]
  }
}

extension WebsiteDocument {
  /// The top policy first, policies before procedures, then by title.
  fileprivate var order: (Int, Int, String, DocumentID) {
    let edition = inForce?.edition
    return (
      edition?.kind == .policy ? 0 : 1, edition?.level == .top ? 0 : 1, edition?.title ?? "", id
    )
  }
}

/// The paths of a website.
enum WebsitePath {
  /// Whether a path is that of the page of a document or of a version of one.
  static func isPage(_ path: String) -> Bool {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    guard names.count == 3, names[0] == "policies", DocumentID(names[1]) != nil,
      names[2].hasSuffix(".html")
    else { return false }
    let name = names[2].dropLast(5)
    return name == "index" || Version(name) != nil
  }
}
