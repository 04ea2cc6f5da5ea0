public import Approvals
public import Documents
import Objects

/// All documents as they stand together at one moment: in the working folder, staged, or in a commit.
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

    /// A file of this content.
    public init(path: String, content: Content) {
      self.path = path
      self.content = content
    }
  }

  /// The files as they were given, by path.
  public let files: [File]
  /// The governance file as it was read; `nil` where there is none.
  public let governance: Governance.Parsed?
  /// The documents as they were read, by path.
  public let documents: [ParsedDocument]
  /// Whether the first governance version is approved: until then roles may still be empty.
  public let isGovernanceApproved: Bool

  /// Reads the files.
  public init(files: [File], isGovernanceApproved: Bool) {
    self.files = files.sorted { $0.path < $1.path }
    self.isGovernanceApproved = isGovernanceApproved
    var governance: Governance.Parsed?
    var documents: [ParsedDocument] = []
    for file in self.files {
      guard case .bytes(let bytes) = file.content else { continue }
      if file.path == DocumentFolders.governancePath {
        governance = Governance.parse(bytes)
      } else if DocumentFolders.isDocumentPath(file.path) {
        documents.append(Document.parse(bytes, path: file.path))
      }
    }
    self.governance = governance
    self.documents = documents
  }

  /// The documents that could be read.
  var readable: [Document] { documents.compactMap(\.document) }

  /// The top policies that could be read.
  var topPolicies: [Document] { readable.filter { $0.kind == .policy && $0.level == .top } }

  /// The problems of reading that belong to a rule, with the path of their file.
  func problems(of rule: (some Rule).Type) -> [(path: String, problem: Problem)] {
    documents.flatMap { document in
      document.problems.filter { $0.kind.rule == rule.id }.map { (document.path, $0) }
    }
  }
}

extension Rule {
  /// The problems of reading that belong to this rule, as findings.
  static func problems(in snapshot: Snapshot, _ severity: Finding.Severity = .error) -> [Finding] {
    snapshot.problems(of: Self.self).map { path, problem in
      finding(path, line: problem.line, as: severity, problem.message, remedy: problem.remedy)
    }
  }
}

extension Problem.Kind {
  /// The rule that reports a problem of this kind.
  var rule: String {
    switch self {
    case .encoding, .size, .syntax: CleanText.id
    case .derived: DerivedFacts.id
    case .unknownKey: UnknownKeys.id
    case .missing(let key), .value(let key):
      switch key.split(separator: ".").map(String.init) {
      case let path where path.first == "change": ChangeNote.id
      case ["id"]: UniqueID.id
      case ["owner"]: OwnerRole.id
      case ["classification"]: Classification.id
      case ["availability"], ["not-available-reason"]: Availability.id
      case let path where path.starts(with: ["elements", "purpose"]): Purpose.id
      case let path where path.starts(with: ["elements", "objectives"]): ObjectivesFramework.id
      case let path where path.starts(with: ["elements", "requirements"]):
        ApplicableRequirements.id
      case let path where path.starts(with: ["elements", "improvement"]): ContinualImprovement.id
      case let path where path.first == "framework" || path.first == "objectives":
        ObjectivesFramework.id
      case let path where path.first == "requirements": ApplicableRequirements.id
      default: DocumentFacts.id
      }
    }
  }
}
