import Documents
import Markdown
import Objects

/// What a document links to or names by its id is there.
enum Links: Rule {
  static let id = "DOC-09"
  static let clause = "7.5.3"
  static let isAcrossDocuments = true
  static let manual = Manual(
    "What a document links to or names by its id is there",
    why: "A document that sends its reader to a place that does not exist is not usable when it is "
      + "needed.",
    checks: [
      .error(
        "each relative link into policies/, objectives/, roles/, context/, plans/, records/ or to "
          + "writ.yaml leads to a file or folder that is there; links to other places are not "
          + "looked up"),
      .error(
        "no link leads to a document that was retired or replaced; links of such documents, and those "
          + "of a document to the one that it replaces, are left alone. The hook does not look"),
      .error("each #heading of a link is that of a heading, in GitHub's spelling"),
      .error("no link leads out of the repository"),
      .error("each id in implements is that of a document"),
    ],
    mend: [
      "Correct the link or the id, bring the document back, or take the link out. A link into "
        + "another document is written [text](other.md#heading), relative to the file it stands in."
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    let paths = Set(snapshot.files.map(\.path))
    var places: [String: Places] = [:]
    return snapshot.linking.flatMap { document in
      document.links.compactMap { link in
        fault(of: link, in: document, paths, snapshot, &places).map { message, remedy in
          finding(document.path, line: link.line, message, remedy: remedy)
        }
      }
    } + unresolved(in: snapshot)
  }

  private static func fault(
    of link: MarkdownLink, in document: Document, _ paths: Set<String>, _ snapshot: Snapshot,
    _ places: inout [String: Places]
  ) -> (message: String, remedy: String)? {
    func has(_ place: String, in document: Document) -> Bool {
      let known = places[document.path] ?? Places(in: document)
      places[document.path] = known
      return known.contains(place)
    }
    switch LinkTarget(link.destination, from: document.path) {
    case nil: return nil
    case .outside:
      return (
        "the link \(link.destination) leads out of the repository",
        "link to a document of the repository, or to a full address such as https://example.org"
      )
    case .here(let heading):
      guard !has(heading, in: document) else { return nil }
      return (
        "there is no heading \"#\(heading)\" in this document",
        "name a heading in lower case with hyphens for spaces"
      )
    case .file(let path, let heading):
      guard isLookedUp(path) else { return nil }
      guard paths.contains(path) || paths.contains(where: { $0.hasPrefix("\(path)/") }) else {
        return (
          "the link \(link.destination) leads to \(path), which is not there",
          "correct the link, or bring the file back"
        )
      }
      guard let target = snapshot.document(at: path) else { return nil }
      if snapshot.isOutOfDate(target, for: document) {
        return (
          "the link \(link.destination) leads to \(path), which is not in force any more",
          "link to what took its place, or take the link out"
        )
      }
      guard let heading, !has(heading, in: target) else { return nil }
      return (
        "there is no heading \"#\(heading)\" in \(path)",
        "name a heading of that document in lower case with hyphens for spaces"
      )
    }
  }

  /// Whether the snapshot would hold the file, were it there.
  private static func isLookedUp(_ path: String) -> Bool {
    path == DocumentFolders.governancePath
      || DocumentFolders.names.contains(path.split(separator: "/").first.map(String.init) ?? "")
  }

  private static func unresolved(in snapshot: Snapshot) -> [Finding] {
    snapshot.readable.flatMap { document in
      (document.procedure?.implements ?? []).filter { id in
        id != .governance && snapshot.documents(id).isEmpty && !snapshot.mayHold(id)
      }.map { id in
        finding(
          document, at: "implements", "there is no document \"\(id)\"",
          remedy: "name documents by the id in their file, or take it out")
      }
    }
  }
}

extension Snapshot {
  /// Whether a document would lead its readers astray by a link to another one.
  fileprivate func isOutOfDate(_ target: Document, for document: Document) -> Bool {
    retired.contains(target.id) && !retired.contains(document.id) && document.replaces != target.id
  }

  /// The documents whose links are looked up: those that are judged, and those that name the file of
  /// one that is, since it may be gone or have lost a heading.
  fileprivate var linking: [Document] {
    guard let judgedPaths else { return readable }
    let names = Set(
      judgedPaths.compactMap { $0.split(separator: "/").last }.filter { $0.hasSuffix(".md") }
        .map { Array($0.utf8.dropLast(3)) })
    guard !names.isEmpty else { return [] }
    return readable.filter { document in
      isJudged(document.path) || document.bodySource.namesFile(of: names)
    }
  }
}

extension Substring {
  /// Whether one of the names stands in the text with `.md` behind it; linear in the text.
  fileprivate func namesFile(of names: Set<[UInt8]>) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      bytes.indices.dropLast(2).contains { index in
        guard bytes[index] == UInt8(ascii: "."), bytes[index + 1] == UInt8(ascii: "m"),
          bytes[index + 2] == UInt8(ascii: "d")
        else { return false }
        return names.contains(Array(bytes[..<index].suffix(while: \.isOfFileName)))
      }
    }
  }
}

extension Collection<UInt8> where Self: BidirectionalCollection {
  /// The longest end of it in which all bytes are as asked.
  fileprivate func suffix(while isWanted: (UInt8) -> Bool) -> SubSequence {
    self[(lastIndex { !isWanted($0) }.map { index(after: $0) } ?? startIndex)...]
  }
}

extension UInt8 {
  /// Whether documents' names are made of this character, without `.md`.
  fileprivate var isOfFileName: Bool {
    isASCIILetterOrDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}

/// Where a link into a document may lead: to its headings, and to what HTML in its text marks.
private struct Places {
  private let names: Set<String>

  init(in document: Document) {
    let source = document.bodySource
    var names = Set(document.body.sections.map(\.slug))
    // Hardly any document has a mark, and then a quotation mark stands before its name and behind.
    let parts = source.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    for (before, name) in zip(parts, parts.dropFirst())
    where before.hasSuffix("id=") || before.hasSuffix("name=") {
      names.insert(String(decoding: name, as: UTF8.self))
    }
    self.names = names
  }

  /// Whether the place is there; the top always is.
  func contains(_ name: String) -> Bool {
    name.isEmpty || name.lowercased() == "top" || names.contains(name)
      || names.contains(name.lowercased())
  }
}

extension Substring.UTF8View {
  fileprivate func hasSuffix(_ end: String) -> Bool { reversed().starts(with: end.utf8.reversed()) }
}
