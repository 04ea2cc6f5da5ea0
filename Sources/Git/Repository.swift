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
  /// What Git's environment says of where objects lie.
  private let environment: ObjectEnvironment
  /// Whether Git's environment says of anything where it is.
  private let followsVariables: Bool
  /// The folders that objects lie in: its own, and those that it takes others from.
  private(set) lazy var objectFolders =
    (try? environment.folders(of: commonFolder)) ?? [commonFolder + "objects/"]
  /// Whether there is a folder for loose objects whose names begin with this byte, as far as asked, in
  /// each folder of objects.
  private var looseFolders: [[Bool?]] = []

  /// What a push that is not taken yet is to make of refs: they are listed as though it were.
  public var pending: [PendingReference] = []

  /// Opens the repository around the current folder.
  ///
  /// Follows Git's environment (`GIT_DIR`, `GIT_INDEX_FILE`), since under `git commit -a` a hook
  /// sees what is being committed only through the index that is named there, and while a push is not
  /// taken yet what it brings lies in a folder that only `GIT_OBJECT_DIRECTORY` names.
  /// Throws `notARepository`, `foreignOwner` (owner validation is on), `unsupported`, and `system` for what
  /// libgit2 would wait for or choke on.
  public convenience init(environment variables: [String: String] = [:]) throws(GitError) {
    let environment = ObjectEnvironment(variables)
    try Survey()?.refuseWhatIsNoFile(environment)
    try self.init(environment) {
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

  /// The `.git` folder of the repository around the current folder, whoever it belongs to; it is not opened.
  public static func discovered() -> String? {
    guard Library.started else { return nil }
    var found = git_buf()
    defer { git_buf_dispose(&found) }
    guard git_repository_discover(&found, ".", 0, nil) == 0, let path = found.ptr else {
      git_error_clear()
      return nil
    }
    return String(cString: path)
  }

  /// Opens the repository of this `.git` folder, which was opened before, for another thread.
  convenience init(
    again gitFolder: String, _ environment: ObjectEnvironment, followingVariables: Bool
  ) throws(GitError) {
    let flags =
      followingVariables ? GIT_REPOSITORY_OPEN_FROM_ENV : GIT_REPOSITORY_OPEN_NO_SEARCH
    try self.init(environment, followingVariables: followingVariables) {
      git_repository_open_ext(&$0, gitFolder, UInt32(flags.rawValue), nil)
    }
  }

  /// What opens it again on another thread.
  var opener: @Sendable () throws -> Repository {
    let (gitFolder, environment, followingVariables) = (gitFolder, environment, followsVariables)
    return {
      try Repository(again: gitFolder, environment, followingVariables: followingVariables)
    }
  }

  /// Makes a repository in the folder, which is made where it is missing; no template is copied.
  public convenience init(creatingIn folder: String) throws(GitError) {
    var options = git_repository_init_options()
    git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION))
    options.flags = UInt32(GIT_REPOSITORY_INIT_MKPATH.rawValue)
    try self.init(ObjectEnvironment([:])) { git_repository_init_ext(&$0, folder, &options) }
  }

  /// Makes a bare repository of our own in the folder, whatever Git's environment and the user's own
  /// configuration say.
  convenience init(bareIn folder: String) throws(GitError) {
    try self.init(ObjectEnvironment([:]), followingVariables: false) {
      git_repository_init(&$0, folder, 1)
    }
    let configuration = try Handle(free: git_config_free) { git_config_new(&$0) }
    try check(git_repository_set_config(handle.pointer, configuration.pointer))
  }

  private init(
    _ environment: ObjectEnvironment, followingVariables: Bool = true,
    _ make: (inout OpaquePointer?) -> Int32
  ) throws(GitError) {
    guard Library.started else { throw GitError(.system, "libgit2 did not start") }
    let repository = try Handle(free: git_repository_free, make: make)
    self.environment = environment
    followsVariables = followingVariables
    handle = repository
    objects = try Handle(free: git_odb_free) { git_repository_odb(&$0, repository.pointer) }
    // It may tell of other parents than the commits do: only the commits are held against their names.
    try check(git_odb_set_commit_graph(objects.pointer, nil))
  }

  /// The `.git` folder, absolute, with a slash at its end.
  public var gitFolder: String { String(cString: git_repository_path(handle.pointer)) }

  /// The `.git` folder that linked working trees share.
  public var commonFolder: String { String(cString: git_repository_commondir(handle.pointer)) }

  /// Whether an object may lie in a file of its own in the folder of objects at this place: a repository
  /// that was just cloned has none, and looking for a file costs more than finding an object in a pack.
  func mayBeLoose(_ id: ObjectID, at place: Int) -> Bool {
    if looseFolders.isEmpty {
      looseFolders = objectFolders.map { _ in Array(repeating: nil, count: 256) }
    }
    let first = Int(id.firstByte)
    if let known = looseFolders[place][first] { return known }
    let isThere = File.kind(of: "\(objectFolders[place])\(id.description.prefix(2))") != nil
    looseFolders[place][first] = isThere
    return isThere
  }

  /// Forgets where no loose objects were, since some were written.
  func forgetLooseFolders() { looseFolders = [] }

  /// The folder of the files, absolute, with a slash at its end; `nil` for a bare repository.
  public var workingFolder: String? {
    git_repository_workdir(handle.pointer).map { String(cString: $0) }
  }

  /// Whether parts of the history were left out when it was cloned.
  public var isShallow: Bool { git_repository_is_shallow(handle.pointer) == 1 }

  /// How the folder of packs was when an object was last not found.
  private var packs: File.State?

  /// Reads an object; again where it is not found and Git has exchanged the packs meanwhile.
  ///
  /// libgit2 looks for new packs once. While `git gc` runs, those may be gone by then as well, or a
  /// decision just made may have to be written again.
  func fromPacks<Value>(_ read: () throws(GitError) -> Value) throws(GitError) -> Value {
    while true {
      do { return try read() } catch {
        let now = File.state(of: commonFolder + "objects/pack")
        guard now != packs else { throw error }
        packs = now
        File.giveWay()
        try check(git_odb_refresh(objects.pointer))
      }
    }
  }
}

@available(*, unavailable)
extension Repository: Sendable {}
