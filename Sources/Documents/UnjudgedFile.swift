/// A file that no rule judges, though it lies among documents or is called as if it held a policy.
public struct UnjudgedFile: Hashable, Sendable {
  /// Why it is not judged: stable codes (`docs/formats.md`, section 9).
  public enum Reason: String, Sendable, CaseIterable {
    /// It is no Markdown: Word, PDF, a picture.
    case form
    /// Its name does not end with `.md`, as that of a document does: `.MD`, `.markdown`.
    case name
    /// It is a register, which this version does not read.
    case register
    /// It lies in no folder of documents.
    case elsewhere
    /// This version does not know documents of its kind.
    case kind
    /// It is no plain file that can be read: a symbolic link, or behind one; a folder without documents,
    /// another repository, a socket; far too large, or left undecided by a merge.
    case noFile = "no-file"
  }

  /// The path from the top of the repository.
  public let path: String
  /// Why it is not judged.
  public let reason: Reason

  /// The file at that path, for that reason.
  public init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }
}

extension UnjudgedFile {
  /// What lies at the path of a regular file, and is no document by its name; `nil` for a document, and
  /// for what nobody would take for one.
  ///
  /// Below the folders of documents that is all but files whose name begins with a full stop. Elsewhere
  /// it is what people write texts in, where the name, or that of a folder around it, speaks of policies.
  public init?(path: String) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let file = path.utf8[(slash.map(path.utf8.index(after:)) ?? path.startIndex)...]
    let form = Self.form(of: file)
    if DocumentFolders.holds(path) {
      let isHidden = file.first == UInt8(ascii: ".") && form != .markdown
      let name = String(Substring(file)).lowercased()
      guard slash != nil, !DocumentFolders.isDocumentPath(path), !isHidden,
        name != "thumbs.db", name != "desktop.ini"
      else { return nil }
      switch form {
      case .markdown: self.init(path, .name)
      case .table: self.init(path, .register)
      case .text, nil: self.init(path, .form)
      }
    } else if slash == nil, Self.isGovernance(file) {
      self.init(path, .name)
    } else if DocumentFolders.names.contains(path) {
      self.init(path, .form)
    } else {
      // Most files of other projects are done with here.
      guard form == .markdown || form == .text, Self.speaksOfPolicies(path) else { return nil }
      self.init(path, .elsewhere)
    }
  }

  /// Whether a folder is left out of the search for policies elsewhere: hidden ones, and what tools fetch.
  public static func isPassedOver(folder name: String) -> Bool {
    name.utf8.first == UInt8(ascii: ".") || name.utf8.elementsEqual("node_modules".utf8)
  }

  private enum Form {
    case markdown, table, text
  }

  private static let forms: [String: Form] = [
    "md": .markdown, "markdown": .markdown, "mdown": .markdown, "mkd": .markdown, "mdx": .markdown,
    "csv": .table,
    "adoc": .text, "asciidoc": .text, "doc": .text, "docm": .text, "docx": .text, "dot": .text,
    "dotx": .text, "odt": .text, "ott": .text, "pages": .text, "pdf": .text, "rst": .text,
    "rtf": .text, "tex": .text, "txt": .text,
  ]

  /// By what stands behind the last full stop, in capitals or not.
  private static func form(of file: Substring.UTF8View) -> Form? {
    guard let dot = file.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = file[file.index(after: dot)...]
    guard (2...8).contains(ending.count) else { return nil }
    return forms[String(Substring(ending)).lowercased()]
  }

  private static func isGovernance(_ file: Substring.UTF8View) -> Bool {
    guard file.count <= DocumentFolders.governancePath.utf8.count else { return false }
    return ["writ.yaml", "writ.yml"].contains(String(Substring(file)).lowercased())
  }

  /// Parts of the words for a policy in the languages that they mostly come in.
  private static let stems = ["polic", "politi", "polític", "richtlini", "leitlini"]

  private static func speaksOfPolicies(_ path: String) -> Bool {
    let parts = path.lowercased().split(separator: "/")
    return parts.contains { name in
      stems.contains(where: name.contains)
        || name.split { !$0.isLetter }.contains { $0 == "isms" }
        || name.replacing("_", with: "-").replacing(" ", with: "-").contains("information-security")
    } || parts.count > 1 && parts.first.map { DocumentFolders.names.contains(String($0)) } ?? false
  }
}
