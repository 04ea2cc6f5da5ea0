import Glibc

/// Folders: made, and listed without ever following a link.
public enum Folder {
  /// Something in a folder that is no folder itself.
  public struct Entry: Hashable, Sendable {
    /// The path from the folder that was listed.
    public let path: String
    /// What it is.
    public let kind: File.Kind
  }

  /// Everything under the folder that is no folder, at any depth, by path; nothing for a folder that
  /// is not there. More than 32 folders deep is an error.
  public static func entries(under folder: String) throws(FileError) -> [Entry] {
    guard File.kind(of: trimmed(folder)) == .folder else { return [] }
    var entries: [Entry] = []
    try list(trimmed(folder), prefix: "", depth: 0, into: &entries)
    return entries.sorted { $0.path < $1.path }
  }

  /// Makes the folder and those above it, where they are missing.
  public static func make(_ path: String, mode: UInt32 = 0o755) throws(FileError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/") {
      made += name
      guard mkdir(made, mode) == 0 || errno == EEXIST else { throw FileError(made) }
      made += "/"
    }
  }

  /// Removes the folder if nothing lies in it.
  public static func removeEmpty(_ path: String) { rmdir(path) }

  private static func trimmed(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  private static func list(
    _ folder: String, prefix: String, depth: Int, into entries: inout [Entry]
  )
    throws(FileError)
  {
    guard depth <= 32 else { throw FileError(folder, code: ELOOP) }
    guard let stream = opendir(folder) else { throw FileError(folder) }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw FileError(folder) }
        return
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      switch File.kind(of: "\(folder)/\(name)") {
      case .folder:
        try list("\(folder)/\(name)", prefix: "\(prefix)\(name)/", depth: depth + 1, into: &entries)
      case let kind?: entries.append(Entry(path: prefix + name, kind: kind))
      case nil: continue
      }
    }
  }
}
