import Glibc

/// A lock that one process at a time holds, on a file that is there for nothing else.
///
/// The system lets go of it when the process ends, however that comes about, so none is ever stale.
public enum FileLock {
  /// Runs `body` while no other process runs its own with a lock on this file, which is made where it
  /// is missing and stays there; its folder must exist.
  ///
  /// Throws `FileError.isLocked` where somebody else holds it for longer than `seconds`.
  public static func held<Value>(
    on path: String, waiting seconds: Int = 5, _ body: () throws -> Value
  )
    throws -> Value
  {
    let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError(path) }
    // Closing lets go of it.
    defer { close(descriptor) }
    try take(descriptor, path, seconds)
    return try body()
  }

  /// Counts tries rather than asking the clock, which may be set meanwhile.
  private static func take(_ descriptor: Int32, _ path: String, _ seconds: Int) throws(FileError) {
    var triesLeft = seconds * 100
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, triesLeft > 0 else { throw FileError(path) }
      triesLeft -= 1
      usleep(10_000)
    }
  }
}
