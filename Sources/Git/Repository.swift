import CLibgit2
import Files
import Objects

/// A Git repository: raw bytes in, raw bytes out, no meaning.
///
/// One handle belongs to one thread. Nothing that a repository's configuration names is ever run:
/// libgit2 knows no hooks, no file-system monitor and no external filters.
public final class Repository {
  let handle: Handle
  let objects: Handle
  /// Whether there is a folder for loose objects whose names begin with this byte, as far as asked.
  private var looseFolders = [Bool?](repeating: nil, count: 256)

  /// The other folders that objects are taken from (`objects/info/alternates`).
  private(set) lazy var alternates =
    (try? Survey.objectFolders(from: commonFolder + "objects/"))?.dropFirst() ?? []

  /// Opens the repository around the current folder.
  ///
  /// Follows Git's environment (`GIT_DIR`, `GIT_INDEX_FILE`), since under `git commit -a` a hook
  /// sees what is being committed only through the index that is named there.
  /// Throws `notARepository`, `foreignOwner` (owner validation is on), `unsupported`, and `system` for what
  /// libgit2 would wait for or choke on.
  public convenience init() throws(GitError) {
    try Survey()?.refuseWhatIsNoFile()
    try self.init {
      git_repository_open_ext(&$0, nil, UInt32(GIT_REPOSITORY_OPEN_FROM_ENV.rawValue), nil)
    }
    if let folder = try string("core.worktree", level: GIT_CONFIG_LEVEL_LOCAL) {
      throw GitError(
        .unsupported, "its configuration moves its files to \"\(folder)\" (core.worktree)")
    }
    let isExtended = try string("extensions.partialclone", level: nil) != nil
    let isPromised = try isPromised()
    if isExtended || isPromised {
      throw GitError(.unsupported, "it is a partial clone, which leaves objects out")
    }
  }

  /// Opens the repository of this `.git` folder, which was opened before, for another thread.
  convenience init(again gitFolder: String) throws(GitError) {
    try self.init {
      git_repository_open_ext(&$0, gitFolder, UInt32(GIT_REPOSITORY_OPEN_FROM_ENV.rawValue), nil)
    }
  }

  /// Makes a repository in the folder, which is made where it is missing; no template is copied.
  public convenience init(creatingIn folder: String) throws(GitError) {
    var options = git_repository_init_options()
    git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION))
    options.flags = UInt32(GIT_REPOSITORY_INIT_MKPATH.rawValue)
    try self.init { git_repository_init_ext(&$0, folder, &options) }
  }

  private init(_ make: (inout OpaquePointer?) -> Int32) throws(GitError) {
    guard Library.started else { throw GitError(.system, "libgit2 did not start") }
    let repository = try Handle(free: git_repository_free, make: make)
    handle = repository
    objects = try Handle(free: git_odb_free) { git_repository_odb(&$0, repository.pointer) }
    // It may tell of other parents than the commits do: only the commits are held against their names.
    try check(git_odb_set_commit_graph(objects.pointer, nil))
  }

  /// The `.git` folder, absolute, with a slash at its end.
  public var gitFolder: String { String(cString: git_repository_path(handle.pointer)) }

  /// The `.git` folder that linked working trees share.
  public var commonFolder: String { String(cString: git_repository_commondir(handle.pointer)) }

  /// Whether an object may lie in a file of its own: a repository that was just cloned has none, and
  /// looking for a file costs more than finding an object in a pack.
  func mayBeLoose(_ id: ObjectID) -> Bool {
    let place = Int(id.firstByte)
    if let known = looseFolders[place] { return known }
    let isThere = File.kind(of: "\(commonFolder)objects/\(id.description.prefix(2))") != nil
    looseFolders[place] = isThere
    return isThere
  }

  /// Forgets where no loose objects were, since some were written.
  func forgetLooseFolders() { looseFolders = [Bool?](repeating: nil, count: 256) }

  /// The folder of the files, absolute, with a slash at its end; `nil` for a bare repository.
  public var workingFolder: String? {
    git_repository_workdir(handle.pointer).map { String(cString: $0) }
  }

  /// Whether parts of the history were left out when it was cloned.
  public var isShallow: Bool { git_repository_is_shallow(handle.pointer) == 1 }
}

@available(*, unavailable)
extension Repository: Sendable {}
