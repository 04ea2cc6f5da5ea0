import CLibgit2

/// Owns one libgit2 object and frees it.
final class Handle {
  let pointer: OpaquePointer
  private let free: (OpaquePointer) -> Void

  /// Takes what `make` puts into its argument; `free` is the function that libgit2 names for it.
  init(
    free: @escaping (OpaquePointer) -> Void, make: (inout OpaquePointer?) -> Int32
  ) throws(GitError) {
    var pointer: OpaquePointer?
    try check(make(&pointer))
    guard let pointer else { throw GitError(.system, "libgit2 gave nothing") }
    self.pointer = pointer
    self.free = free
  }

  deinit { free(pointer) }
}

@available(*, unavailable)
extension Handle: Sendable {}

/// libgit2 in this process: started once, never shut down.
enum Library {
  /// Starts libgit2 on first use, with what evidence needs whatever the defaults are.
  static let started: Bool = {
    guard git_libgit2_init() > 0 else { return false }
    // Nothing from outside takes more memory than there may be.
    guard writ_git_limit_memory() == 0 else { return false }
    // Of packs, what was read last is mapped: else all of a large one would be, once for each thread.
    _ = writ_git_set_size(GIT_OPT_SET_MWINDOW_SIZE, 16 << 20)
    _ = writ_git_set_size(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, 64 << 20)
    // What is read is kept by those who know whether it will be asked for again.
    _ = writ_git_set_flag(GIT_OPT_ENABLE_CACHING, 0)
    // A decision that was reported as recorded survives a power cut.
    _ = writ_git_set_flag(GIT_OPT_ENABLE_FSYNC_GITDIR, 1)
    // `Repository.object` hashes what it reads; where a whole history is walked, nothing is to.
    _ = writ_git_set_flag(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0)
    // Another user's repository may hold a configuration made to harm who opens it.
    _ = writ_git_set_flag(GIT_OPT_SET_OWNER_VALIDATION, 1)
    return true
  }()

  /// Runs `body`, in which libgit2 gets at most so many bytes on this thread, all pieces taken together.
  /// Throws `tooLarge` where that is not enough.
  ///
  /// It stands in this file, since each file has variables of the shim of its own: the allocator is set here.
  static func spending(atMost bytes: Int, _ body: () throws(GitError) -> Void) throws(GitError) {
    writ_git_set_budget(bytes)
    defer { writ_git_set_budget(0) }
    do { try body() } catch {
      guard writ_git_has_wanted_more() == 0 else {
        throw GitError(.tooLarge, "it unpacks to more than it may")
      }
      throw error
    }
  }
}
