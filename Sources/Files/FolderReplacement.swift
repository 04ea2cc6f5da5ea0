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

  /// Puts a folder that holds these files, by their paths in it, where there is nothing or an empty folder.
  public static func replace(
    _ path: String, having entries: [Entry], with files: [(path: String, bytes: [UInt8])]
  ) throws(FileError) {
    var template = Array("\(path).XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError(path) }
    let temporary = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    do throws(FileError) {
      chmod(temporary, 0o755)
      for file in files {
        let place = "\(temporary)/\(file.path)"
        if let end = place.lastIndex(of: "/") { try make(String(place[..<end])) }
        try File.create(place, with: file.bytes)
      }
      guard rename(temporary, path) == 0 else { throw FileError(path) }
    } catch {
      removeAll(temporary)
      throw error
    }
    try sync(above: path)
  }
}
