import Glibc

/// A folder below which no symbolic link is followed: what somebody prepared there leads to no other place.
///
/// Paths are given from the folder. The folder itself was named by the user, who may have come by a link.
public struct Enclosure: Sendable {
  /// The path of the folder.
  public let folder: String

  /// What lies below this folder.
  public init(_ folder: String) { self.folder = folder }

  /// Throws `FileError.isLink` where a folder on the way to the path, or what stands there, is a link.
  public func refuseLinks(to path: String) throws(FileError) {
    let place = try place(of: path)
    defer { close(place.folder) }
    guard place.isThere, kind(of: place) == .symbolicLink else { return }
    throw link(path)
  }

  /// The bytes of a regular file of at most `limit` bytes.
  public func read(_ path: String, limit: Int = 16 << 20) throws(FileError) -> [UInt8] {
    let place = try place(of: path)
    defer { close(place.folder) }
    guard place.isThere else { throw FileError(whole(path), code: ENOENT) }
    return try File.read(
      openat(place.folder, place.name, File.readingFlags | O_NOFOLLOW), whole(path), limit: limit)
  }

  /// Puts the bytes at the path in one step, as `File.replace` does, and makes the folders that are missing
  /// on the way. A link that stands at the path is replaced, not followed.
  public func replace(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o644) throws(FileError) {
    try put(bytes, at: path, mode: mode) { place, temporary in
      renameat(place.folder, temporary, place.folder, place.name) == 0
    }
  }

  /// The same, but only where nothing stands at the path yet: throws `FileError.isExisting` otherwise.
  public func create(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o644) throws(FileError) {
    try put(bytes, at: path, mode: mode) { place, temporary in
      linkat(place.folder, temporary, place.folder, place.name, 0) == 0
    }
  }

  /// Renames what stands at a path, a link as itself, within its folder; synced when this returns.
  public func rename(_ path: String, to name: String) throws(FileError) {
    let place = try place(of: path)
    defer { close(place.folder) }
    guard place.isThere else { throw FileError(whole(path), code: ENOENT) }
    guard renameat(place.folder, place.name, place.folder, name) == 0, fsync(place.folder) == 0
    else {
      throw FileError(whole(path))
    }
  }

  /// Removes a file, a link as itself; nothing happens where there is none.
  public func remove(_ path: String) throws(FileError) {
    let place = try place(of: path)
    defer { close(place.folder) }
    guard place.isThere else { return }
    guard unlinkat(place.folder, place.name, 0) == 0 || errno == ENOENT else {
      throw FileError(whole(path))
    }
  }

  // MARK: The way

  /// Where a path ends: the descriptor of its folder, which whoever asks closes, and the name in it.
  private struct Place {
    let folder: Int32
    let name: String
    /// Whether its folder is there; else `folder` is the last one that is.
    let isThere: Bool
  }

  private static let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC

  private func place(of path: String, making: Bool = false) throws(FileError) -> Place {
    let names = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard let last = names.last, !names.contains(where: { ["", ".", ".."].contains($0) }) else {
      throw FileError(whole(path), code: EINVAL)
    }
    var current = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard current >= 0 else { throw FileError(folder) }
    for depth in names.indices.dropLast() {
      let name = names[depth]
      if making, mkdirat(current, name, 0o755) == 0 { fsync(current) }
      let next = openat(current, name, Self.flags)
      if next < 0 {
        if errno == ENOENT { return Place(folder: current, name: name, isThere: false) }
        let way = names[...depth].joined(separator: "/")
        let error = FileError(whole(way))
        let isLink =
          kind(of: Place(folder: current, name: name, isThere: true)) == .symbolicLink
        close(current)
        throw isLink ? link(way) : error
      }
      close(current)
      current = next
    }
    return Place(folder: current, name: last, isThere: true)
  }

  private func kind(of place: Place) -> File.Kind? {
    var status = stat()
    return fstatat(place.folder, place.name, &status, AT_SYMLINK_NOFOLLOW) == 0
      ? File.Kind(mode: status.st_mode) : nil
  }

  private func put(
    _ bytes: [UInt8], at path: String, mode: UInt32, _ finish: (Place, String) -> Bool
  ) throws(FileError) {
    let place = try place(of: path, making: true)
    defer { close(place.folder) }
    guard place.isThere else { throw FileError(whole(path), code: ENOENT) }
    let temporary = "\(place.name).\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    let descriptor = openat(
      place.folder, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError(whole(path)) }
    defer { close(descriptor) }
    guard File.write(bytes, to: descriptor), fchmod(descriptor, mode) == 0, fsync(descriptor) == 0,
      finish(place, temporary)
    else {
      let error = FileError(whole(path))
      unlinkat(place.folder, temporary, 0)
      throw error
    }
    // Where it was renamed there is none any more.
    unlinkat(place.folder, temporary, 0)
    guard fsync(place.folder) == 0 else { throw FileError(whole(path)) }
  }

  private func link(_ path: String) -> FileError {
    FileError(whole(path), code: ELOOP, reason: FileError.link)
  }

  private func whole(_ path: String) -> String {
    folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }
}
