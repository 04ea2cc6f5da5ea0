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
    guard bytes.count <= byteLimit, bytes.count(where: { $0 == UInt8(ascii: "\n") }) <= lineLimit
    else {
      let problem = Problem(
        .size, line: 1,
        "the file is larger than the \(byteLimit / 1024) KiB or \(lineLimit) lines that are read",
        remedy: "split it into several documents")
      return ParsedDocument(path: path, document: nil, problems: [problem])
    }
    let encoding = TextEncoding(bytes)
    guard let text = encoding.text else {
      return ParsedDocument(path: path, document: nil, problems: encoding.problems)
    }
    do throws(Problem) {
      let parts = try FrontMatter(of: text)
      let root = try StrictYAML.read(
        parts.yaml.utf8, firstLine: 2, limit: FrontMatter.byteLimit)
      var reader = MappingReader(root)
      let document = Document(&reader, root: root, parts: parts, path: path)
      return ParsedDocument(
        path: path, document: document, problems: (encoding.problems + reader.problems).byLine)
    } catch {
      let known = encoding.problems.contains(error)
      return ParsedDocument(
        path: path, document: nil, problems: (encoding.problems + (known ? [] : [error])).byLine)
    }
  }

  private init?(
    _ front: inout MappingReader, root: YAMLNode, parts: FrontMatter, path: String
  ) {
    let names = "lower-case letters, digits and single hyphens between them"
    let id = front.documentID("id")
    let kind = front.kind()
    let title = front.value("title", expecting: "a title without < and > and outer spaces") {
      Characters.isName($0) ? $0 : nil
    }
    let version = front.value("version", expecting: "a version such as 1.0 or 2.3") { Version($0) }
    front.requireKeys(of: kind)

    level = front.value("level", expecting: "top or topic") { DocumentLevel(rawValue: $0) }
    language = front.value("language", expecting: "a language tag such as en or pt-BR") {
      isLanguageTag($0) ? $0 : nil
    }
    classification = front.text("classification")
    owner = front.value("owner", expecting: "the name of a role: \(names)") { RoleID($0) }
    effective = front.value("effective", expecting: "a date such as 2026-12-01") {
      CalendarDate($0)
    }
    reviewEvery = front.interval("review-every")
    clauses = front.texts("clauses")
    elements = front.elements()
    availability = front.texts("availability")
    notAvailableReason = front.text("not-available-reason")
    audience = front.texts("audience")
    objectives = front.values("objectives", expecting: "ids of objectives: \(names)") {
      DocumentID($0)
    }
    framework = front.mapping("framework") {
      $0.require("set-by", remedy: "write who sets the objectives: \"set-by: ciso\"")
      $0.require("reviewed-every", remedy: "write \"reviewed-every: 12 months\"")
      return Framework(setBy: $0.text("set-by"), reviewedEvery: $0.interval("reviewed-every"))
    }
    requirements = front.texts("requirements")
    goals = front.texts("goals")
    controls = front.texts("controls")
    parent = front.documentID("parent")
    replaces = front.documentID("replaces")
    retention = front.text("retention")
    change = front.mapping("change") {
      $0.require("summary", remedy: "write what this version changed: \"summary: First issue\"")
      return Change(summary: $0.text("summary"), reason: $0.text("reason"))
    }
    front.refuseDerived(
      ["status", "approved-by", "approved-date", "author"],
      remedy: "take it out: Writ shows it from the history and the signed approvals")
    front.finish()

    guard let id, let kind, let title, let version else { return nil }
    self.path = path
    self.id = id
    self.kind = kind
    self.title = title
    self.version = version
    body = MarkdownText(String(parts.body), firstLine: parts.bodyLine)
    bodyLine = parts.bodyLine
    frontMatterPlaceholders = root.scalars.flatMap { Placeholder.all(in: $0.text, line: $0.line) }
    keyLines = Dictionary(
      front.keys.map { ($0.text, $0.line) }, uniquingKeysWith: { first, _ in first })
  }
}

extension MappingReader {
  fileprivate mutating func requireKeys(of kind: DocumentKind?) {
    let remedies = [
      ("id", "write \"id: \" and a name such as information-security"),
      ("kind", "write \"kind: policy\""),
      ("title", "write \"title: \" and what people call the document"),
      ("version", "write \"version: 1.0\""),
      ("language", "write the language of the text: \"language: en\""),
      ("classification", "write a step of the scale in writ.yaml: \"classification: public\""),
      ("owner", "write the role that keeps the document: \"owner: ciso\""),
    ]
    for (key, remedy) in remedies { require(key, remedy: remedy) }
    if kind == .policy {
      require("level", remedy: "write \"level: top\" or \"level: topic\"")
    }
  }

  fileprivate mutating func documentID(_ key: String) -> DocumentID? {
    let form = "the id of a document: \(Identifier.rule), not \"governance\""
    return value(key, expecting: form) { text in
      DocumentID(text).flatMap { $0 == .governance ? nil : $0 }
    }
  }

  fileprivate mutating func interval(_ key: String) -> Interval? {
    value(key, expecting: "a length of time such as 12 months") { Interval($0) }
  }

  fileprivate mutating func kind() -> DocumentKind? {
    guard let text = node("kind")?.scalar, !text.isEmpty else {
      return value("kind", expecting: "policy") { _ in nil }
    }
    if let kind = DocumentKind(rawValue: text), kind != .governance { return kind }
    if text == DocumentKind.governance.rawValue {
      refuse(
        "kind", "the kind \"governance\" is kept for \(DocumentFolders.governancePath)",
        remedy: "write \"kind: policy\"")
    } else if DocumentKind.announced.contains(text) {
      refuse(
        "kind", "this version of Writ does not know documents of kind \(quoted(text)) yet",
        remedy: "keep the file in another folder for now, or use a newer version of Writ")
    } else {
      refuse("kind", "there is no kind \(quoted(text))", remedy: "write \"kind: policy\"")
    }
    return nil
  }

  fileprivate mutating func elements() -> [Element.Name: Element] {
    mapping("elements") { elements in
      var found: [Element.Name: Element] = [:]
      for name in Element.Name.allCases {
        let line = elements.line(of: name.rawValue)
        let element = elements.mapping(name.rawValue) { entry -> Element? in
          entry.require("under", remedy: "write the heading's name: \"under: commitments\"")
          entry.require("says", remedy: "quote the very words that stand under the heading")
          guard let under = entry.text("under"), let says = entry.text("says") else { return nil }
          return Element(under: under, says: says, line: line)
        }
        found[name] = element ?? nil
      }
      return found
    } ?? [:]
  }
}

extension [Problem] {
  fileprivate var byLine: [Problem] {
    enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }
}
