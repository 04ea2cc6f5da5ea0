import CLibgit2

/// Why Git could not be asked: never an answer, always "could not check".
public struct GitError: Error, Hashable, Sendable {
  /// What kind of failure it is, as far as it calls for another remedy.
  public enum Kind: Hashable, Sendable {
    /// No repository here or above.
    case notARepository
    /// The repository belongs to another user of the machine.
    case foreignOwner
    /// The repository uses a format that libgit2 cannot read (SHA-256, reftable, partial clone).
    case unsupported
    /// An object, ref or revision that should be there is not.
    case notFound
    /// A ref of that name exists already.
    case exists
    /// Another process holds a lock.
    case locked
    /// A ref is made, but the disk may not keep it.
    case unsynced
    /// An object or ref is there, but damaged or not what it is said to be.
    case damaged
    /// An object is larger than what this work calls for.
    case tooLarge
    /// Anything else, such as a full disk or missing permission.
    case system
  }

  /// What kind of failure it is.
  public let kind: Kind
  /// The words of libgit2, or ours, lower case and without a full stop.
  public let message: String

  init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}

/// The one door to libgit2: passes a result on, or throws code, class and message as one value.
///
/// The error state of libgit2 belongs to the thread, so it is read and cleared here at once.
@discardableResult
func check(_ result: Int32) throws(GitError) -> Int32 {
  guard result < 0 else { return result }
  let state = git_error_last()
  let message = state.flatMap { $0.pointee.message }.map { String(cString: $0) }
  let domain = state.map { git_error_t(rawValue: UInt32(max(0, $0.pointee.klass))) }
  git_error_clear()
  throw GitError(
    kind(of: git_error_code(rawValue: result), domain, message ?? ""),
    message ?? "libgit2 gave no reason (code \(result))")
}

private func kind(of code: git_error_code, _ domain: git_error_t?, _ message: String)
  -> GitError.Kind
{
  if message.contains("unsupported extension") || message.contains("unsupported repository version")
  {
    return .unsupported
  }
  // What libgit2 1.5 says of a foreign repository where no configuration names a safe one.
  if message.contains("'safe.directory' was not found") { return .foreignOwner }
  if domain == GIT_ERROR_NOMEMORY { return .tooLarge }
  return switch code {
  case GIT_EOWNER: .foreignOwner
  case GIT_ENOTFOUND: domain == GIT_ERROR_REPOSITORY ? .notARepository : .notFound
  case GIT_EPEEL, GIT_EINVALIDSPEC: .notFound
  case GIT_EEXISTS: .exists
  case GIT_ELOCKED: .locked
  case GIT_EMISMATCH: .damaged
  default:
    switch domain {
    case GIT_ERROR_ODB, GIT_ERROR_OBJECT, GIT_ERROR_ZLIB, GIT_ERROR_REFERENCE, GIT_ERROR_INDEX,
      GIT_ERROR_INDEXER, GIT_ERROR_TREE:
      .damaged
    default: .system
    }
  }
}
