public import Approvals
public import Documents
public import Objects

/// All documents as they stand together at one moment: in the working folder, staged, or in a commit.
///
/// Some of them are to be judged. The others are looked at only for what the judged ones refer to,
/// and for how all fit together.
public struct Snapshot: Sendable {
  /// A file under the folders of documents, or `writ.yaml`.
  public struct File: Sendable {
    /// What the path holds.
    public enum Content: Sendable {
      /// A regular file of these bytes.
      case bytes([UInt8])
      /// Something else that no document may be, in words.
      case notRegular(String)
    }

    /// The path from the top of the repository.
    public let path: String
    /// What it holds.
    public let content: Content
    /// What it says, where it may be a document.
    let parsed: ParsedDocument?

    /// A file of this content, which is read here: so files can be read side by side.
    public init(path: String, content: Content) {
      self.path = path
      self.content = content
      guard case .bytes(let bytes) = content, DocumentFolders.isDocumentPath(path) else {
        parsed = nil
        return
      }
      parsed = Document.parse(bytes, path: path)
    }
  }

  /// What the documents are looked at for.
  public enum Stage: Sendable {
    /// Somebody is still writing: what is to be filled in is pointed out.
    case draft
    /// Others are asked to decide on them, or to build on them: nothing may be left to be filled in.
    case submitted
  }

  /// The files as they were given, by path.
  public let files: [File]
  /// What they are looked at for.
  public let stage: Stage
  /// The governance file as it was read; `nil` where there is none.
  public let governance: Governance.Parsed?
  /// The documents as they were read, by path.
  public let documents: [ParsedDocument]
  /// Whether the first governance version is approved: until then roles may still be empty.
  public var isGovernanceApproved = false
  /// The versions of the people and rules in force so far, oldest first, as far as it is known.
  public var chain: [Governance] = []
  /// What is approved of each document, `writ.yaml` included, lowest version first: of those that
  /// are judged, as far as it is known.
  public var approved: [DocumentID: [ApprovedText]] = [:]

  /// The documents whose text here is out of force for good, retired or replaced by another
  /// document, as far as it is known.
  public var retired: Set<DocumentID> = []

  /// The documents that could be read.
  let readable: [Document]
  /// What is to be judged, by path, removed files included; `nil` for everything.
  let judgedPaths: Set<String>?
  /// The documents that are judged and could be read.
  let judged: [Document]
  /// The top policies.
  let topPolicies: [Document]

  private let byID: [DocumentID: [Document]]
  private let byPath: [String: Document]
  private let problems: [String: [Problem]]

  /// Takes the files, of which those at the paths in `judging` are to be judged; without it, all.
  public init(files: [File], judging: Set<String>? = nil, stage: Stage = .submitted) {
    self.files = files.sorted { $0.path < $1.path }
    self.stage = stage
    judgedPaths = judging
    var governance: Governance.Parsed?
    var documents: [ParsedDocument] = []
    for file in self.files {
      guard case .bytes(let bytes) = file.content else { continue }
      if file.path == DocumentFolders.governancePath {
        governance = Governance.parse(bytes)
      } else if let parsed = file.parsed {
        documents.append(parsed)
      }
    }
    self.governance = governance
    self.documents = documents
    let readable = documents.compactMap(\.document)
    self.readable = readable
    judged = judging.map { paths in readable.filter { paths.contains($0.path) } } ?? readable
    topPolicies = readable.filter { $0.level == .top }
    byID = Dictionary(grouping: readable, by: \.id)
    byPath = Dictionary(readable.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    problems = Dictionary(
      documents.filter { !$0.problems.isEmpty }.map { ($0.path, $0.problems) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension Snapshot {
  /// The documents that are judged, by id.
  public var judgedIDs: Set<DocumentID> { Set(judged.map(\.id)) }

  /// Whether `writ.yaml` is judged.
  public var judgesGovernance: Bool { isJudged(DocumentFolders.governancePath) }

  /// Whether everything is judged.
  public var judgesAll: Bool { judgedPaths == nil }

  /// The paths of the files that are judged.
  public var pathsOfJudged: [String] { judgedFiles.map(\.path) }

  /// Whether what lies at the path is judged.
  func isJudged(_ path: String) -> Bool { judgedPaths?.contains(path) ?? true }

  /// The files that are judged.
  var judgedFiles: [File] { files.filter { isJudged($0.path) } }

  /// The documents that are judged, read or not.
  var judgedParses: [ParsedDocument] { documents.filter { isJudged($0.path) } }

  /// Those of one kind that are judged, with what they say besides: `judged(\.objective)`.
  func judged<Contents>(_ contents: (Document) -> Contents?) -> [(Document, Contents)] {
    judged.compactMap { document in contents(document).map { (document, $0) } }
  }

  /// The top policies that are judged.
  var judgedTopPolicies: [(Document, Policy)] { judged(\.policy).filter { $1.level == .top } }

  /// The documents of that id.
  func documents(_ id: DocumentID) -> [Document] { byID[id] ?? [] }

  /// The document in the file of that path, if it could be read.
  func document(at path: String) -> Document? { byPath[path] }

  /// Whether a file that could not be read may be the document of that id: its own findings say what
  /// to do.
  func mayHold(_ id: DocumentID) -> Bool {
    documents.contains { $0.document == nil && $0.path.hasSuffix("/\(id).md") }
  }

  /// Whether an entry of a document's front matter has a problem already, or one within it has.
  func isMalformed(_ key: String, in document: Document) -> Bool {
    (problems[document.path] ?? []).contains { problem in
      switch problem.kind {
      case .missing(let found), .value(let found): Entry.any(key).holds(found, in: nil)
      default: false
      }
    }
  }

  /// How much it weighs that nobody holds a role: while the first people are still being entered, it
  /// is no fault yet. While there is nobody at all, GOV-02 says so once: `nil`.
  var weightOfVacancy: Finding.Severity? {
    if isGovernanceApproved { return .error }
    return governance?.governance?.people.isEmpty == true ? nil : .warning
  }
}

extension Snapshot {
  /// How many documents are judged, `writ.yaml` included; removed ones do not count.
  public func judgedCount(where isAsked: (String) -> Bool) -> Int {
    let unknown = unknownKinds
    return judgedFiles.count { file in
      guard case .bytes = file.content, isAsked(file.path) else { return false }
      return file.parsed.map { !unknown.contains($0.path) }
        ?? (file.path == DocumentFolders.governancePath)
    }
  }

  /// The files among those to be judged that no rule judges, by path.
  public var unjudged: [UnjudgedFile] {
    let unknown = unknownKinds
    return judgedFiles.compactMap { file in
      switch file.content {
      case .bytes:
        unknown.contains(file.path)
          ? UnjudgedFile(file.path, .kind) : UnjudgedFile(path: file.path)
      case .notRegular: UnjudgedFile(file.path, .noFile)
      }
    }
  }

  /// The paths of documents of kinds that this version does not know.
  private var unknownKinds: Set<String> {
    Set(
      documents.filter { parsed in
        parsed.document == nil && parsed.kind == nil
          && parsed.problems.contains { $0.kind == .value("kind") }
      }.map(\.path))
  }
}
