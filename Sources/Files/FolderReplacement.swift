import CFileSystem
import Glibc

extension Folder {
  /// The absolute path, with every link on the way resolved; `nil` where there is nothing.
  public static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// Whether nothing at all lies in the folder.
  public static func isEmpty(_ path: String) throws(FileError) -> Bool {
    guard let stream = opendir(path) else { throw FileError(path) }
    defer { closedir(stream) }
    var count = 0
    while count < 3, readdir(stream) != nil { count += 1 }
    // A folder lists itself and the one above.
    return count < 3
  }

  /// Puts a folder that holds these files, by their paths in it, at `path` in one step: whoever looks sees
  /// what stood there before, or all of the new, also after a power cut.
  ///
  /// What stood there is a folder with nothing but `entries`, or there is nothing. The folder above must
  /// exist, and nothing may stand at `path` in the way of a slash at its end.
  public static func replace(
    _ path: String, having entries: [Entry], with files: [(path: String, bytes: [UInt8])]
  ) throws(FileError) {
    let temporary = try makeTemporary(beside: path)
    do throws(FileError) {
      try write(files, in: temporary)
      if File.kind(of: path) == nil {
        guard rename(temporary, path) == 0 else { throw FileError(path) }
      } else {
        try exchange(temporary, path)
        remove(entries, in: temporary)
      }
    } catch {
      remove((try? Folder.entries(under: temporary)) ?? [], in: temporary)
      throw error
    }
    try sync(above: path)
  }

  /// A folder of its own in the same folder, so that it can be renamed.
  private static func makeTemporary(beside path: String) throws(FileError) -> String {
    guard let made = makeTemporary(path) else { throw FileError(path) }
    guard chmod(made, 0o755) == 0 else { throw FileError(made) }
    return made
  }

  private static func write(_ files: [(path: String, bytes: [UInt8])], in folder: String)
    throws(FileError)
  {
    for file in files {
      let path = "\(folder)/\(file.path)"
      if let end = path.lastIndex(of: "/") { try make(String(path[..<end]), isSynced: false) }
      try File.write(file.bytes, at: path)
    }
    // One call for all, instead of two for each file.
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(folder) }
    defer { close(descriptor) }
    guard syncfs(descriptor) == 0 else { throw FileError(folder) }
  }

  /// Exchanges two folders; where the file system cannot do that in one step, in two.
  private static func exchange(_ new: String, _ old: String) throws(FileError) {
    if renameat2(AT_FDCWD, new, AT_FDCWD, old, writ_rename_exchange) == 0 { return }
    guard errno == EINVAL || errno == ENOSYS else { throw FileError(old) }
    let aside = try makeTemporary(beside: old)
    guard rename(old, aside) == 0 else { throw FileError(old) }
    guard rename(new, old) == 0 else {
      let error = FileError(old)
      rename(aside, old)
      throw error
    }
    guard rename(aside, new) == 0 else { throw FileError(new) }
  }

  /// Removes these entries and the folders that are empty then. What else came in between stays.
  private static func remove(_ entries: [Entry], in folder: String) {
    var folders: Set<String> = [folder]
    for entry in entries {
      var path = "\(folder)/\(entry.path)"
      unlink(path)
      while let end = path.lastIndex(of: "/"), path != folder {
        path = String(path[..<end])
        folders.insert(path)
      }
    }
    for path in folders.sorted(by: >) { rmdir(path) }
  }
}
