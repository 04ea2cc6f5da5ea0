import Approvals
import Documents
public import Evidence
import Git
import Objects
import Rules

extension PolicyRepository {
  /// What `check` looks at.
  public enum CheckSource: Sendable {
    /// The files in the working folder.
    case workingFolder
    /// What the next commit will hold; judged are the documents that it changes, and how all fit
    /// together.
    case staged
    /// A commit.
    case commit(String)
  }

  /// Checks documents; with `paths`, only what is found in these files or below these folders.
  public func check(_ source: CheckSource, paths: [String] = []) throws -> CheckReport {
    let head = try head()
    let files: [Snapshot.File]
    var touched: Set<String>?
    switch source {
    case .workingFolder: files = try filesInWorkingFolder()
    case .staged:
      let staged = try stagedDocuments()
      files = try self.files(of: staged)
      // A change of the people and rules may break any document.
      let changed = try changedPaths(in: staged)
      touched = changed.contains(DocumentFolders.governancePath) ? nil : changed
    case .commit(let revision): files = try self.files(of: try self.head(named: revision))
    }
    let (snapshot, ledger) = try snapshot(of: files, judging: touched, head: head)
    let paths = try paths.map(pathInRepository)
    func isNamed(_ path: String) -> Bool {
      paths.isEmpty || paths.contains { path.isAtOrBelow($0) }
    }
    return CheckReport(
      ledger.map { header($0, head) } ?? header(head: head?.id),
      findings: Rulebook.findings(in: snapshot).filter { isNamed($0.path) },
      documents: files.count { isNamed($0.path) })
  }

  /// The path from the top of the repository of one that the user gave from where they stand.
  private func pathInRepository(_ path: String) throws -> String {
    let top = try workingFolder()
    let absolute = Path.absolute(path, from: surroundings.currentFolder)
    guard (absolute + "/").hasPrefix(top) else {
      throw Refusal(.usage, "\(path) lies outside the repository")
    }
    return String(absolute.dropFirst(top.count))
  }
}

/// Paths as text: nothing is looked up.
enum Path {
  /// The path without `.` and `..`, from the root of the file system.
  static func absolute(_ path: String, from folder: String) -> String {
    var names: [Substring] = []
    for name in (path.hasPrefix("/") ? path : "\(folder)/\(path)").split(separator: "/") {
      switch name {
      case ".": continue
      case "..": _ = names.popLast()
      default: names.append(name)
      }
    }
    return "/" + names.joined(separator: "/")
  }
}

extension String {
  fileprivate func isAtOrBelow(_ path: String) -> Bool {
    path.isEmpty || self == path || hasPrefix("\(path)/")
  }
}
