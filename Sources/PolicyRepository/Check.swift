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
    let head = try head()
    let ledger = try governanceLedger(of: head)
    let isGovernanceApproved = ledger?.isRootApproved ?? false
    let snapshot: Snapshot
    var touched: Set<String>?
    switch source {
    case .workingFolder: snapshot = try workingSnapshot(isGovernanceApproved: isGovernanceApproved)
    case .staged:
      snapshot = try stagedSnapshot(isGovernanceApproved: isGovernanceApproved)
      touched = try stagedPaths()
    case .commit(let revision):
      let id = try git.commit(named: revision)
      snapshot = try self.snapshot(
        of: Head(id: id, commit: try git.commit(id)), isGovernanceApproved: isGovernanceApproved)
    case .range(let from, let to):
      let old = try git.commit(named: from)
      let id = try git.commit(named: to)
      snapshot = try self.snapshot(
        of: Head(id: id, commit: try git.commit(id)), isGovernanceApproved: isGovernanceApproved)
      touched = try git.mergeBase(of: id, with: [old]).map { try changedPaths(from: $0, to: id) }
    }
    let paths = try paths.map(pathInRepository)
    // A change of the people and rules may break any document.
    let isGovernanceTouched = touched?.contains(DocumentFolders.governancePath) ?? true
    let findings = Rulebook.findings(in: snapshot).filter { finding in
      let isTouched = touched?.contains(finding.path) ?? true
      let isNamed = paths.isEmpty || paths.contains { finding.path.isAtOrBelow($0) }
      return isNamed && (isTouched || isGovernanceTouched || finding.isAcrossDocuments)
    }
    let checked = snapshot.files.filter { file in
      paths.isEmpty || paths.contains { file.path.isAtOrBelow($0) }
    }
    return CheckReport(
      ledger.map { header($0, head) } ?? header(head: head?.id),
      findings: findings, documents: checked.count)
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
