import Approvals
import Documents
public import Evidence
import Files
import Git
import Objects
import Rules
import Starter

extension PolicyRepository {
  /// Makes the current folder a policy repository, and a Git repository if it is none yet.
  ///
  /// Writes `writ.yaml` with roles and rules but nobody in it, the starter documents unless
  /// `isMinimal`, the hooks unless told not to, and makes one commit. Refuses to write
  /// over anything; nothing is left behind where it fails before the commit.
  public static func initialise(
    _ surroundings: Surroundings, organisation: String?, isMinimal: Bool, withHooks: Bool
  ) async throws -> DoneReport {
    if let organisation,
      !Characters.isName(organisation) || !UnicodeNormalization.isNFC(organisation)
    {
      throw Refusal(
        .usage, "\(organisation) cannot be the name of an organisation",
        remedies: "write it without < and > and control characters")
    }
    let author = try author(surroundings)
    let files = Starter.files(
      organisation: organisation, date: surroundings.now.day, isMinimal: isMinimal)
    try refuseUnfit(organisation, files)
    let isNew = try !isRepository(surroundings.currentFolder)
    // Asked before anything is made, so that nothing is left behind.
    if isNew {
      try refuseExisting(files, in: surroundings.currentFolder + "/")
      if withHooks, let elsewhere = try hooksFolder(surroundings) {
        throw hooksElsewhere(elsewhere, or: withoutHooks)
      }
    }
    if isNew { _ = try Repository(creatingIn: surroundings.currentFolder) }
    let repository = try PolicyRepository(surroundings)
    let top = try repository.workingFolder()
    try refuseExisting(files, in: top)
    if withHooks, let elsewhere = try await repository.hooksElsewhere() {
      throw hooksElsewhere(elsewhere, or: withoutHooks)
    }

    let restoreHooks = repository.hooksRestorer()
    let newFolders = Set(files.compactMap(\.folder)).filter { File.kind(of: top + $0) == nil }
    var written: [String] = []
    let commit: ObjectID
    let hooks: [(name: String, kept: Bool)]
    do {
      for file in files {
        try Enclosure(top).create(file.path, with: Array(file.text.utf8))
        written.append(file.path)
      }
      hooks = withHooks ? try await repository.writeHooks() : []
      commit = try repository.git.commit(
        files: files.map { ($0.path, Array($0.text.utf8), false) }, author: author,
        message: "Begin the policy repository\n")
    } catch {
      for path in written { try? Enclosure(top).remove(path) }
      for folder in newFolders { Folder.removeEmpty(top + folder) }
      if withHooks { restoreHooks() }
      throw error
    }
    return DoneReport(
      repository.header(head: commit),
      "init", text: done(files, hooks, organisation),
      members: [
        "files": .array(files.map { .string($0.path) }),
        "hooks": .array(hooks.map { .string($0.name) }), "commit": JSONValue(commit),
      ])
  }

  /// Whether the folder itself is the top of a repository; one around it is somebody else's.
  private static func isRepository(_ folder: String) throws -> Bool {
    let around: Repository
    do {
      around = try Repository()
    } catch {
      if error.kind == .notARepository { return false }
      throw error
    }
    return around.workingFolder == "\(folder)/"
  }

  private static func refuseExisting(_ files: [Starter.File], in folder: String) throws {
    // A link in place of a folder would lead out of the repository.
    for path in files.compactMap(\.folder) {
      guard let kind = File.kind(of: folder + path), kind != .folder else { continue }
      throw Refusal(
        .no, "\(path) is there already, and is no folder",
        remedies: "move it away, or begin in another folder")
    }
    for file in files where File.kind(of: folder + file.path) != nil {
      throw Refusal(
        .no, "there is a file \(file.path) already, which init would write over",
        remedies: "move it away, or work with it: writ check")
    }
  }

  /// Refuses a name with which the files would have errors from the start, such as one that looks
  /// like something still to be filled in.
  private static func refuseUnfit(_ organisation: String?, _ files: [Starter.File]) throws {
    guard let organisation else { return }
    let snapshot = Snapshot(
      files: files.map { Snapshot.File(path: $0.path, content: .bytes(Array($0.text.utf8))) })
    // Across documents something may be missing that is to come, or is there already.
    let error = Rulebook.findings(in: snapshot).first {
      $0.severity == .error && !$0.isAcrossDocuments
    }
    guard let error else { return }
    throw Refusal(
      .usage, "\(organisation) cannot be the name of an organisation: \(error.message)",
      remedies: "write the name in another way")
  }

  /// The folder of hooks that the user has set for all repositories, if any.
  private static func hooksFolder(_ surroundings: Surroundings) throws -> String? {
    let user = try UserConfiguration(file: surroundings.gitConfiguration)
    return try user.string("core.hooksPath").flatMap { path in
      let folder = surroundings.currentFolder
      return Path.absolute(path, from: folder) == "\(folder)/.git/hooks" ? nil : path
    }
  }

  private static let withoutHooks: DisplayText = "or begin without hooks: writ init --no-hooks"

  /// Whom the commit is by: what the environment says, else the user's own Git configuration.
  private static func author(_ surroundings: Surroundings) throws -> Ident {
    let configuration = try UserConfiguration(file: surroundings.gitConfiguration)
    let name =
      try surroundings.environment["GIT_AUTHOR_NAME"] ?? configuration.string("user.name")
    let email =
      try surroundings.environment["GIT_AUTHOR_EMAIL"] ?? configuration.string("user.email")
    guard let name, let email, Characters.isName(name), Characters.isName(email) else {
      throw Refusal(
        .couldNot, "Git does not know yet who you are",
        remedies: "git config --global user.name \"Your Name\"",
        "git config --global user.email you@example.org")
    }
    return Ident(name: name, email: email, time: surroundings.now)
  }

  private static func done(
    _ files: [Starter.File], _ hooks: [(name: String, kept: Bool)], _ organisation: String?
  ) -> DisplayText {
    var text: DisplayText = ""
    let documents = files.map(\.path).filter { $0 != DocumentFolders.governancePath }
    text.line(
      "\("Made a policy repository", .good) with \(DocumentFolders.governancePath)"
        + (documents.isEmpty ? "." : " and these documents to begin with:"))
    for path in documents { text.line("  \(path)") }
    if !hooks.isEmpty { text.line("From now on every commit is checked first.") }
    text.line()
    text.line("What to do next:")
    if organisation == nil {
      text.line("  1. Write your organisation's name where the files say [Organisation]")
    } else if documents.isEmpty {
      text.line("  1. Write the first policy:  writ new policy \(Starter.topPolicy)")
    } else {
      text.line("  1. Read the documents, and change what does not hold for you")
    }
    text.line("  2. Register who decides, each with their own public key:")
    text.line("       writ people add jane-doe --name \"Jane Doe\" --email jane@example.org \\")
    text.line("         --role chief-executive --key jane.pub")
    text.line("  3. git commit -am \"Register who decides\"")
    text.line("  4. Each of them:  writ approve governance")
    text.line("  5. Then:          writ approve \(Starter.topPolicy)")
    return text
  }
}

extension Starter.File {
  /// The folder that it lies in, from the top of the repository; `nil` for the top itself.
  fileprivate var folder: String? { path.lastIndex(of: "/").map { String(path[..<$0]) } }
}
