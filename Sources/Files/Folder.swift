import Glibc

/// Folders: made, and listed without ever following a link.
public enum Folder {
  /// Something in a folder that is no folder itself.
  public struct Entry: Hashable, Sendable {
    /// The path from the folder that was listed.
    public let path: String
    /// What it is.
    public let kind: File.Kind
    /// Its size in bytes, of a link that of the path it holds.
    public let size: Int64
  }

  /// Everything under the folder that is no folder, at any depth, by path; nothing for a folder that
  /// is not there. More than 32 folders deep is an error.
  public static func entries(under folder: String) throws(FileError) -> [Entry] {
    let top = trimmed(folder)
    guard File.kind(of: top) == .folder else { return [] }
    var entries: [Entry] = []
    try list(open(top, flags), path: top, prefix: "", depth: 0, into: &entries)
    return entries.sorted { $0.path < $1.path }
  }

  /// The same as far as `most` files and folders and 12 folders deep, without the folders that
  /// `isPassedOver`, and without those that cannot be read; and whether that was all.
  public static func someEntries(
    under folder: String, most: Int, isPassedOver: (String) -> Bool
  ) -> (entries: [Entry], isWhole: Bool) {
    let top = trimmed(folder)
    var entries: [Entry] = []
    var isWhole = true
    var left = most
    var open: [(prefix: String, depth: Int)] = [("", 0)]
    while let (prefix, depth) = open.popLast() {
      guard let stream = opendir("\(top)/\(prefix)") else {
        isWhole = false
        continue
      }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
        let name = String(decoding: bytes, as: UTF8.self)
        if name == "." || name == ".." { continue }
        left -= 1
        guard left >= 0 else { return (entries, false) }
        var status = stat()
        let rawName = bytes.map(CChar.init(bitPattern:)) + [0]
        guard fstatat(dirfd(stream), rawName, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
        let kind = File.Kind(mode: status.st_mode)
        guard kind == .folder else {
          entries.append(Entry(path: prefix + name, kind: kind, size: Int64(status.st_size)))
          continue
        }
        if isPassedOver(name) { continue }
        if depth < 12 { open.append(("\(prefix)\(name)/", depth + 1)) } else { isWhole = false }
      }
    }
    return (entries, isWhole)
  }

  /// Makes the folder and those above it, where they are missing; synced when this returns, unless the
  /// caller sees to that.
  public static func make(_ path: String, mode: UInt32 = 0o755, isSynced: Bool = true)
    throws(FileError)
  {
    var made = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/") {
      made += name
      if mkdir(made, mode) == 0 {
        if isSynced { try sync(above: made) }
      } else if errno != EEXIST || !isFolder(made) {
        throw FileError(made)
      }
      made += "/"
    }
  }

  /// Waits until what the folder lists is on the disk, so that a power cut takes no name out of it.
  public static func sync(_ folder: String) throws(FileError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileError(folder) }
  }

  /// The same for the folder in which the path lies.
  static func sync(above path: String) throws(FileError) {
    try sync(path.lastIndex(of: "/").map { String(path[...$0]) } ?? ".")
  }

  /// Removes the folder if nothing lies in it.
  public static func removeEmpty(_ path: String) { rmdir(path) }

  /// Removes a folder that this process made, with all that is in it; links in it are not followed. What
  /// cannot be removed stays.
  public static func removeAll(_ path: String) {
    guard let stream = opendir(path) else { return }
    var names: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." {
        names.append((name, File.kind(of: "\(path)/\(name)") == .folder))
      }
    }
    closedir(stream)
    for (name, isFolder) in names {
      if isFolder { removeAll("\(path)/\(name)") } else { unlink("\(path)/\(name)") }
    }
    rmdir(path)
  }

  /// Whether a folder stands there, links followed; `errno` stays as it is.
  private static func isFolder(_ path: String) -> Bool {
    let before = errno
    defer { errno = before }
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Without slashes at the end, behind which a link would be followed.
  private static func trimmed(_ path: String) -> String {
    let end = path.utf8.lastIndex { $0 != UInt8(ascii: "/") }
    return end.map { String(path[...$0]) } ?? String(path.prefix(1))
  }

  /// Takes over the descriptor. Names are passed on as they are, since they need not be UTF-8.
  private static func list(
    _ descriptor: Int32, path: String, prefix: String, depth: Int, into entries: inout [Entry]
  ) throws(FileError) {
    guard descriptor >= 0 else { throw FileError(path) }
    guard depth <= 32, let stream = fdopendir(descriptor) else {
      let error = depth <= 32 ? FileError(path) : FileError(path, code: ELOOP)
      close(descriptor)
      throw error
    }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw FileError(path) }
        return
      }
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      let rawName = bytes.map(CChar.init(bitPattern:)) + [0]
      let name = String(decoding: bytes, as: UTF8.self)
      if name == "." || name == ".." { continue }
      var status = stat()
      guard fstatat(descriptor, rawName, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
        if errno == ENOENT { continue }
        throw FileError("\(path)/\(name)")
      }
      let kind = File.Kind(mode: status.st_mode)
      guard kind == .folder else {
        entries.append(Entry(path: prefix + name, kind: kind, size: Int64(status.st_size)))
        continue
      }
      let inner = openat(descriptor, rawName, flags)
      // Removed since it was listed.
      if inner < 0 && errno == ENOENT { continue }
      try list(
        inner, path: "\(path)/\(name)", prefix: "\(prefix)\(name)/",
        depth: depth + 1, into: &entries)
    }
  }

  private static let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
}
