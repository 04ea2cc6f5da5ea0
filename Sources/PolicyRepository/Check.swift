import Approvals
import Documents
public import Evidence
import Files
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

  /// Checks documents; with `paths`, only what is found in these files or below these folders. What is
  /// asked about and not judged is told.
  ///
  /// Drafts are what lies in the working folder, and what is staged on a branch for them.
  public func check(_ source: CheckSource, paths: [String] = []) throws -> CheckReport {
    let paths = try paths.map(pathInRepository)
    let isSearched = paths.isEmpty || !paths.allSatisfy { DocumentFolders.holds("\($0)/") }
    switch source {
    case .workingFolder:
      let top = try workingFolder()
      let files = try filesInWorkingFolder()
      let asked = Asked(paths) { Self.place(at: $0, below: top) }
      try asked.refuseAbsent(beside: files.map(\.path))
      return try check(
        files, as: .draft, head: try head(), asked,
        elsewhere: isSearched ? try policiesElsewhere() : nil)
    case .staged:
      _ = try workingFolder()
      let index = try git.index()
      let staged = Self.documents(in: index)
      let touched = try changedPaths(in: staged)
      let known = index.map(\.path) + touched
      let asked = Asked(paths, isAboutChanges: true) { Self.place(at: $0, among: known) }
      try asked.refuseAbsent(beside: known)
      return try check(
        try files(of: staged), touched: touched, as: try isOnDraft() ? .draft : .submitted,
        head: try head(), asked, elsewhere: isSearched ? try policiesElsewhere(in: index) : nil)
    case .commit(let revision):
      let commit = try head(named: revision)
      let asked = Asked(paths) { try self.place(at: $0, in: commit.commit) }
      try asked.refuseAbsent(beside: try trees.files(in: commit.commit).map(\.path))
      return try check(
        commit, asked, elsewhere: isSearched ? policiesElsewhere(in: commit.commit) : nil)
    case .range(let from, let to):
      let old = try git.commit(named: from)
      let new = try head(named: to)
      let base = try git.mergeBase(of: new.id, with: [old])
      let before = try base.map { try git.commit($0) }
      let asked = Asked(paths, isAboutChanges: base != nil) { path in
        try self.place(at: path, in: new.commit)
          ?? before.flatMap { try self.place(at: path, in: $0) }
      }
      try asked.refuseAbsent(beside: try trees.files(in: new.commit).map(\.path))
      return try check(
        new, touched: try base.map { try changedPaths(from: $0, to: new.id) }, asked,
        elsewhere: isSearched ? policiesElsewhere(in: new.commit, since: before) : nil)
    }
  }

  /// Checks the documents of a commit, for those at the paths that were touched; without these, all.
  ///
  /// Where HEAD stands on nothing yet, the people and rules of that commit are those to go by.
  func check(_ commit: Head, touched: Set<String>? = nil, as stage: Snapshot.Stage = .submitted)
    throws -> CheckReport
  {
    try check(
      commit, touched: touched, as: stage,
      Asked([], isAboutChanges: touched != nil) { _ in .folder }, elsewhere: nil)
  }

  private func check(
    _ commit: Head, touched: Set<String>? = nil, as stage: Snapshot.Stage = .submitted,
    _ asked: Asked,
    elsewhere: UnjudgedFiles?
  ) throws -> CheckReport {
    // A change of the people and rules may break any document.
    let judged = touched?.contains(DocumentFolders.governancePath) ?? true ? nil : touched
    return try check(
      try files(of: commit), touched: judged, as: stage,
      head: try head() ?? commit, asked, elsewhere: elsewhere)
  }

  private func check(
    _ files: [Snapshot.File], touched: Set<String>? = nil, as stage: Snapshot.Stage, head: Head?,
    _ asked: Asked, elsewhere: UnjudgedFiles?
  ) throws -> CheckReport {
    let isAll = touched?.contains(DocumentFolders.governancePath) ?? true
    let snapshot = Snapshot(files: files, judging: isAll ? nil : touched, stage: stage)
    let (findings, ledger) = try findings(in: snapshot, head: head)
    let documents = snapshot.judgedCount(where: asked.isNamed)
    var unjudged = (snapshot.unjudged + (elsewhere?.files ?? [])).filter { asked.isNamed($0.path) }
    unjudged += try asked.besides(
      unjudged.map(\.path) + snapshot.pathsOfJudged.filter(asked.isNamed))
    return CheckReport(
      ledger.map { header($0, head) } ?? header(head: head?.id),
      findings: findings.filter { asked.isNamed($0.path) }, documents: documents,
      unjudged: UnjudgedFiles(unjudged, isWhole: elsewhere?.isWhole ?? true),
      isComparedWithApproved: !git.isShallow, isAboutChanges: asked.isAboutChanges,
      isAboutPaths: !asked.paths.isEmpty)
  }

  /// The path from the top of the repository of one that the user gave from where they stand. In a bare
  /// repository, which has no folder to stand in, it is given from the top.
  private func pathInRepository(_ path: String) throws -> String {
    guard !path.isEmpty else {
      throw Refusal(
        .usage, "an empty path names nothing",
        remedies: "leave it out to check all, or name a file or folder")
    }
    guard let top = git.workingFolder else {
      let names = path.split(separator: "/", omittingEmptySubsequences: false)
      guard !names.contains(where: { ["", ".", ".."].contains($0) }) else {
        throw Refusal(
          .usage, "\(path) is no path from the top of this bare repository",
          remedies: "write it like policies/information-security.md")
      }
      return path
    }
    let absolute = Path.absolute(path, from: surroundings.currentFolder)
    if let inside = Path.below(top, absolute) { return inside }
    // The way here may lead through a link.
    let (folder, name) = Path.parts(absolute)
    if let folder = Folder.resolved(folder), let inside = Path.below(top, "\(folder)/\(name)") {
      return inside
    }
    throw Refusal(
      .usage, "\(path) lies outside the repository",
      remedies: "name a file or folder below \(top)")
  }
}

/// What the user asks about: files and folders, from the top of the repository; all where none is named.
private struct Asked {
  /// What stands at a path.
  enum Place {
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A link, or behind one; anything else.
    case other
  }

  let paths: [String]
  /// Whether it is asked only about what has changed.
  let isAboutChanges: Bool
  private let place: (String) throws -> Place?

  init(_ paths: [String], isAboutChanges: Bool = false, place: @escaping (String) throws -> Place?)
  {
    self.paths = paths
    self.isAboutChanges = isAboutChanges
    self.place = place
  }

  func isNamed(_ path: String) -> Bool {
    paths.isEmpty || paths.contains { path.isAtOrBelow($0) }
  }

  /// Refuses a path at which nothing stands: an answer about it would be one about nothing.
  func refuseAbsent(beside known: [String]) throws {
    for path in paths where try !path.isEmpty && place(path) == nil {
      let near = nearest(to: path, among: known.lazy.filter { $0.utf8.count <= 128 }.prefix(2_000))
      throw Refusal(
        .usage, "there is no file or folder \(path)",
        remedies: near.map { ["perhaps you mean: \($0)"] } ?? ["see what is there: writ check"])
    }
  }

  /// What is named, and neither it nor anything below it is among what was looked at.
  func besides(_ seen: [String]) throws -> [UnjudgedFile] {
    try paths.compactMap { path in
      if seen.contains(where: { $0.isAtOrBelow(path) }) { return nil }
      let isOutside = !DocumentFolders.holds("\(path)/")
      switch try place(path) {
      case .file?:
        // A document that has not changed is none that was to be judged.
        return UnjudgedFile(path: path) ?? (isOutside ? UnjudgedFile(path, .elsewhere) : nil)
      case .folder?:
        if isOutside && !path.isEmpty { return UnjudgedFile(path, .elsewhere) }
        return isAboutChanges || path.isEmpty ? nil : UnjudgedFile(path, .noFile)
      case .other?, nil: return UnjudgedFile(path, .noFile)
      }
    }
  }
}

extension PolicyRepository {
  /// What stands at a path of the working folder; no link on the way is followed.
  private static func place(at path: String, below top: String) -> Asked.Place? {
    var way = top
    for name in path.split(separator: "/") {
      if File.kind(of: way.hasSuffix("/") ? String(way.dropLast()) : way) == .symbolicLink,
        way != top
      {
        return File.status(of: top + path).map { _ in .other }
      }
      way += (way.hasSuffix("/") ? "" : "/") + name
    }
    return File.kind(of: way).map { kind in
      switch kind {
      case .regular: .file
      case .folder: .folder
      case .symbolicLink, .other: .other
      }
    }
  }

  /// What stands at a path among those of all files.
  private static func place(at path: String, among known: [String]) -> Asked.Place? {
    if known.contains(where: { $0.utf8.elementsEqual(path.utf8) }) { return .file }
    return known.contains { $0.isAtOrBelow(path) } ? .folder : nil
  }

  /// What stands at a path of a commit.
  private func place(at path: String, in commit: CommitObject) throws -> Asked.Place? {
    var tree = commit.tree
    var names = path.split(separator: "/")[...]
    while let name = names.popFirst() {
      guard let entry = try tree.flatMap({ try git.tree($0) })?.entry(named: String(name)) else {
        return nil
      }
      switch entry.kind {
      case .tree: tree = entry.id
      case .file: return names.isEmpty ? .file : nil
      case .symbolicLink, .submodule: return .other
      }
    }
    return .folder
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

  /// The path from a folder whose name ends with a slash; `nil` for one that is not below it.
  static func below(_ top: String, _ absolute: String) -> String? {
    let whole = Array("\(absolute)/".utf8)
    guard whole.starts(with: top.utf8) else { return nil }
    return String(decoding: whole.dropFirst(top.utf8.count).dropLast(), as: UTF8.self)
  }

  /// The folder that an absolute path lies in, and its name there.
  static func parts(_ absolute: String) -> (folder: String, name: Substring) {
    guard let slash = absolute.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return ("/", absolute[...])
    }
    return (
      slash == absolute.startIndex ? "/" : String(absolute[..<slash]),
      absolute[absolute.utf8.index(after: slash)...]
    )
  }

  /// The same with every link on the way followed, as far as it is there.
  static func resolved(_ path: String) -> String {
    if let found = Folder.resolved(path) { return found }
    guard let end = path.lastIndex(of: "/"), end != path.startIndex,
      let folder = Folder.resolved(String(path[..<end]))
    else { return path }
    return folder + path[end...]
  }
}

extension String {
  /// By bytes: names that look alike may be two.
  fileprivate func isAtOrBelow(_ path: String) -> Bool {
    path.isEmpty
      || utf8.starts(with: path.utf8)
        && [nil, UInt8(ascii: "/")].contains(utf8.dropFirst(path.utf8.count).first)
  }
}
