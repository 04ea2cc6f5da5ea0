import Glibc

/// Whole files: read without following links, written so that a crash leaves the old or the new.
public enum File {
  /// What stands at a path.
  public enum Kind: Hashable, Sendable {
    /// A regular file.
    case regular
    /// A folder.
    case folder
    /// A symbolic link, wherever it leads.
    case symbolicLink
    /// A device, socket or pipe.
    case other

    init(mode: mode_t) {
      self =
        switch mode & S_IFMT {
        case S_IFREG: .regular
        case S_IFDIR: .folder
        case S_IFLNK: .symbolicLink
        default: .other
        }
    }
  }

  /// What stands at the path itself, links not followed; `nil` where there is nothing.
  public static func kind(of path: String) -> Kind? {
    var status = stat()
    return lstat(path, &status) == 0 ? Kind(mode: status.st_mode) : nil
  }

  /// What stands at the path, links followed, and its size in bytes; `nil` where there is nothing.
  public static func status(of path: String) -> (kind: Kind, size: Int64)? {
    var status = stat()
    return stat(path, &status) == 0 ? (Kind(mode: status.st_mode), Int64(status.st_size)) : nil
  }

  /// Whether the path, links followed, is a program that this user may run.
  public static func isExecutable(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }

  /// The moment at which the file was last written, in seconds since 1970-01-01T00:00:00Z.
  public static func modified(_ path: String) -> Int64? {
    var status = stat()
    return lstat(path, &status) == 0 ? Int64(status.st_mtim.tv_sec) : nil
  }

  /// What changes whenever a file is replaced or written to.
  public struct State: Hashable, Sendable {
    private let device, file: UInt64
    private let size: Int64
    private let seconds, nanoseconds: Int

    fileprivate init(_ status: stat) {
      device = UInt64(status.st_dev)
      file = UInt64(status.st_ino)
      size = Int64(status.st_size)
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }

  /// The state of what stands at the path itself; `nil` where there is nothing.
  public static func state(of path: String) -> State? {
    var status = stat()
    return lstat(path, &status) == 0 ? State(status) : nil
  }

  /// Waits 50 milliseconds for another process that is exchanging files.
  public static func giveWay() { usleep(50_000) }

  /// The bytes of a regular file of at most `limit` bytes. A link at the path itself is not followed,
  /// unless the caller says so.
  public static func read(_ path: String, limit: Int = 16 << 20, followingLink: Bool = false)
    throws(FileError) -> [UInt8]
  {
    try read(open(path, readingFlags | (followingLink ? 0 : O_NOFOLLOW)), path, limit: limit)
  }

  static let readingFlags = O_RDONLY | O_NONBLOCK | O_CLOEXEC

  /// The same of what was just opened, which is closed; `errno` says why that failed.
  static func read(_ descriptor: Int32, _ path: String, limit: Int) throws(FileError) -> [UInt8] {
    guard descriptor >= 0 else {
      throw FileError(path, reason: errno == ELOOP ? FileError.link : nil)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path, code: EINVAL, reason: "it is no file but a folder, a pipe or a device")
    }
    guard status.st_size <= limit else { throw FileError(path, code: EFBIG) }

    // One byte more than it says it has: so the end is seen without asking again.
    var buffer = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
    var bytes: [UInt8] = []
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw FileError(path) }
      bytes.append(contentsOf: buffer[..<count])
      guard bytes.count <= limit else { throw FileError(path, code: EFBIG) }
      if count < buffer.count { return bytes }
    }
  }

  /// Puts the bytes at the path in one step: readers see the old file or the new one, also after a
  /// power cut. The folder must exist; `mode` holds the permissions (`chmod(2)`).
  public static func replace(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o644)
    throws(FileError)
  {
    let temporary = try write(bytes, beside: path, mode: mode)
    guard rename(temporary, path) == 0 else {
      let error = FileError(path)
      unlink(temporary)
      throw error
    }
    try Folder.sync(above: path)
  }

  /// As `replace`, but only where nothing stands at the path yet: throws `isExisting` otherwise.
  public static func create(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o644)
    throws(FileError)
  {
    let temporary = try write(bytes, beside: path, mode: mode)
    defer { unlink(temporary) }
    guard link(temporary, path) == 0 else { throw FileError(path) }
    try Folder.sync(above: path)
  }

  /// Renames a file within its file system; synced when this returns.
  public static func move(_ path: String, to other: String) throws(FileError) {
    guard rename(path, other) == 0 else { throw FileError(path) }
    // Where it is now first: a crash between the two leaves it under both names, not under none.
    try Folder.sync(above: other)
    try Folder.sync(above: path)
  }

  /// Removes a file; nothing happens where there is none.
  public static func remove(_ path: String) throws(FileError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw FileError(path) }
  }

  private static func write(_ bytes: [UInt8], beside path: String, mode: UInt32)
    throws(FileError) -> String
  {
    var template = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileError(path) }
    let temporary = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
    defer { close(descriptor) }
    guard write(bytes, to: descriptor), fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else {
      return try fail(path, temporary)
    }
    return temporary
  }

  /// Writes a file where there is none yet; whoever calls sees to it that it is synced.
  static func write(_ bytes: [UInt8], at path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(path) }
    defer { close(descriptor) }
    guard write(bytes, to: descriptor), fchmod(descriptor, 0o644) == 0 else {
      throw FileError(path)
    }
  }

  /// Whether all of it could be written; else `errno` says why.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  private static func fail(_ path: String, _ temporary: String) throws(FileError) -> String {
    let error = FileError(path)
    unlink(temporary)
    throw error
  }
}
