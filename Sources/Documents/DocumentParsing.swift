import Markdown
import Objects

extension Document {
  /// How many bytes of a document are read; cmark takes too long for some hostile texts above it.
  public static let byteLimit = 256 * 1024
  /// How many lines of a document are read, for the same reason.
  public static let lineLimit = 20_000

  /// Reads the bytes of a document that lies at `path`.
  ///
  /// Finds as many problems as one pass can; only a text that is too large or not UTF-8, or front
  /// matter that is no strict YAML, ends it early (formats, section 2).
  public static func parse(_ bytes: [UInt8], path: String) -> ParsedDocument {
    guard isWithinLimits(bytes) else {
      let problem = Problem(
        .size, line: 1,
        "the file is larger than the \(byteLimit / 1024) KiB or \(lineLimit) lines that are read",
        remedy: "split it into several documents")
      return ParsedDocument(path: path, kind: nil, document: nil, problems: [problem])
    }
    let encoding = TextEncoding(bytes)
    guard let text = encoding.text else {
      return ParsedDocument(path: path, kind: nil, document: nil, problems: encoding.problems)
    }
    do throws(Problem) {
      let parts = try FrontMatter(of: text)
      let root = try StrictYAML.read(
        parts.yaml.utf8, firstLine: 2, limit: FrontMatter.byteLimit)
      var reader = MappingReader(root)
      let document = Document(&reader, root: root, parts: parts, path: path)
      // An escape in double quotes may stand for a character that the file does not hold.
      let hasEscapes = parts.yaml.utf8.contains(UInt8(ascii: "\\"))
      let hidden =
        encoding.isASCII && !hasEscapes
        ? [] : TextEncoding.hidden(in: [(text, 1)] + root.scalars)
      let kind = root["kind"]?.scalar.flatMap { DocumentKind(rawValue: $0) }
      return ParsedDocument(
        path: path, kind: kind, document: document,
        ofUnknownKind: kind == nil ? DocumentOfUnknownKind(root, path: path) : nil,
        problems: (encoding.problems + hidden + reader.problems).byLine)
    } catch {
      let known = encoding.problems.contains(error)
      return ParsedDocument(
        path: path, kind: nil, document: nil,
        problems: (encoding.problems + (known ? [] : [error])).byLine)
    }
  }

  /// The front matter of a document with its fences, from which alone `parse` reads all but the body;
  /// `nil` where `parse` finds no document, whatever the front matter says.
  public static func frontMatter(of bytes: [UInt8]) -> [UInt8]? {
    guard isWithinLimits(bytes) else { return nil }
    // Most texts are of plain ASCII, and need no mending.
    if TextEncoding.isASCII(bytes) {
      return FrontMatter.length(in: bytes.span).map { Array(bytes[..<$0]) }
    }
    guard let text = TextEncoding(bytes).text, let parts = try? FrontMatter(of: text) else {
      return nil
    }
    return Array(text.utf8[..<parts.body.startIndex])
  }

  private static func isWithinLimits(_ bytes: [UInt8]) -> Bool {
    bytes.count <= byteLimit
      && (bytes.count <= lineLimit
        || bytes.count(where: { $0 == UInt8(ascii: "\n") }) <= lineLimit)
  }

  private init?(
    _ front: inout MappingReader, root: YAMLNode, parts: FrontMatter, path: String
  ) {
    let id = front.documentID("id")
    let kind = front.kind()
    let title = front.title()
    let version = front.version()
    front.requireCommonKeys()

    language = front.value("language", expecting: "a language tag such as en or pt-BR") {
      isLanguageTag($0) ? $0 : nil
    }
    classification = front.text("classification")
    owner = front.roleID("owner")
    effective = front.date("effective")
    reviewEvery = front.interval("review-every")
    clauses = front.texts("clauses")
    replaces = front.documentID("replaces")
    retention = front.text("retention")
    external = front.mapping("external") {
      $0.require("source", remedy: "write who issued it, and where it can be had")
      $0.require("date", remedy: "write the day of the issue: \"date: 2026-12-01\"")
      $0.require("digest", remedy: "write the digest of its file: sha256sum FILE")
      return Source(
        source: $0.text("source"), date: $0.date("date"),
        digest: $0.value("digest", expecting: "sha256: and 64 hex digits") { Digest($0) })
    }
    change = front.mapping("change") {
      $0.require("summary", remedy: "write what this version changed: \"summary: First issue\"")
      return Change(summary: $0.text("summary"), reason: $0.text("reason"))
    }
    front.refuseDerived(
      ["status", "approved-by", "approved-date", "author"],
      remedy: "take it out: Writ shows it from the history and the signed approvals")
    guard let kind, let contents = Contents(kind, &front) else { return nil }
    front.finish()

    guard let id, let title, let version else { return nil }
    self.path = path
    self.id = id
    self.title = title
    self.version = version
    self.contents = contents
    frontMatter = root
    lazyBody = LazyBody(parts.body, firstLine: parts.bodyLine)
  }
}

extension Document.Contents {
  /// Reads what documents of this kind say; each kind knows its own keys, and no others.
  fileprivate init?(_ kind: DocumentKind, _ front: inout MappingReader) {
    switch kind {
    case .policy: self = .policy(Policy(&front))
    case .procedure: self = .procedure(Procedure(&front))
    case .objective: self = .objective(Objective(&front))
    case .role: self = .role(RoleDescription(&front))
    case .governance: return nil
    }
  }
}

extension MappingReader {
  fileprivate mutating func requireCommonKeys() {
    let remedies = [
      ("id", "write \"id: \" and a name such as information-security"),
      ("kind", "write \"kind: policy\", or another kind"),
      ("title", "write \"title: \" and what people call the document"),
      ("version", "write \"version: 1.0\""),
      ("language", "write the language of the text: \"language: en\""),
      ("classification", "write a step of the scale in writ.yaml: \"classification: public\""),
      ("owner", "write the role that keeps the document: \"owner: ciso\""),
    ]
    for (key, remedy) in remedies { require(key, remedy: remedy) }
  }

  fileprivate mutating func kind() -> DocumentKind? {
    let kinds = DocumentKind.written.map(\.rawValue).joined(separator: ", ")
    guard let text = node("kind")?.scalar, !text.isEmpty else {
      return value("kind", expecting: "one of: \(kinds)") { _ in nil }
    }
    if let kind = DocumentKind(rawValue: text), kind != .governance { return kind }
    if text == DocumentKind.governance.rawValue {
      refuse(
        "kind", "the kind \"governance\" is kept for \(DocumentFolders.governancePath)",
        remedy: "write one of: \(kinds)")
    } else if DocumentKind.announced.contains(text) {
      refuse(
        "kind", "this version of Writ does not know documents of kind \(quoted(text)) yet",
        remedy: "keep the file in another folder for now, or use a newer version of Writ")
    } else {
      refuse("kind", "there is no kind \(quoted(text))", remedy: "write one of: \(kinds)")
    }
    return nil
  }
}

extension [Problem] {
  fileprivate var byLine: [Problem] {
    enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }
}
