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
    /// A commit, for what it changed since another, or since where both parted; judged as above.
    case range(from: String, to: String)
  }

  /// Checks documents; with `paths`, only what is found in these files or below these folders.
  public func check(_ source: CheckSource, paths: [String] = []) throws -> CheckReport {
    let paths = try paths.map(pathInRepository)
    switch source {
    case .workingFolder:
      return try check(try filesInWorkingFolder(), head: try head(), paths)
    case .staged:
      let staged = try stagedDocuments()
      return try check(
        try files(of: staged), touched: try changedPaths(in: staged), head: try head(), paths)
    case .commit(let revision):
      return try check(try head(named: revision), paths)
    case .range(let from, let to):
      let old = try git.commit(named: from)
      let new = try head(named: to)
      let touched = try git.mergeBase(of: new.id, with: [old]).map {
        try changedPaths(from: $0, to: new.id)
      }
      return try check(new, touched: touched, paths)
    }
  }

  /// Checks the documents of a commit, for those at the paths that were touched; without these, all.
  ///
  /// Where HEAD stands on nothing yet, the people and rules of that commit are those to go by.
  func check(_ commit: Head, touched: Set<String>? = nil, _ paths: [String] = []) throws
    -> CheckReport
  {
    // A change of the people and rules may break any document.
    let judged = touched?.contains(DocumentFolders.governancePath) ?? true ? nil : touched
    return try check(
      try files(of: commit), touched: judged, head: try head() ?? commit, paths)
  }

  private func check(
    _ files: [Snapshot.File], touched: Set<String>? = nil, head: Head?, _ paths: [String]
  ) throws -> CheckReport {
    let isAll = touched?.contains(DocumentFolders.governancePath) ?? true
    let (findings, ledger) = try findings(in: files, judging: isAll ? nil : touched, head: head)
    func isNamed(_ path: String) -> Bool {
      paths.isEmpty || paths.contains { path.isAtOrBelow($0) }
    }
    return CheckReport(
      ledger.map { header($0, head) } ?? header(head: head?.id),
      findings: findings.filter { isNamed($0.path) },
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
