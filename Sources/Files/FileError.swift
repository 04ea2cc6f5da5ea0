import Glibc

/// A file or folder that could not be read or written.
public struct FileError: Error, Hashable, Sendable {
  /// The path, as it was given.
  public let path: String
  /// Why, in the system's words, such as `No space left on device`.
  public let reason: String
  /// The system's number for the reason (`errno(3)`).
  public let code: Int32

  init(_ path: String, code: Int32 = errno, reason: String? = nil) {
    self.path = path
    self.code = code
    self.reason = reason ?? String(cString: strerror(code))
  }

  /// Whether there is no such file.
  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// Whether there is a symbolic link where none is followed.
  public var isLink: Bool { reason == Self.link }

  /// The reason where there is one.
  static let link = "it is a symbolic link, which is not followed"

  /// Whether the file is larger than was allowed.
  public var isTooLarge: Bool { code == EFBIG }

  /// Whether another process holds the lock, and kept it for as long as was waited.
  public var isLocked: Bool { code == EWOULDBLOCK }

  /// Whether the file is there already.
  public var isExisting: Bool { code == EEXIST }
}
