import Glibc

/// A folder of its own for a short while, which only this user can open.
public struct TemporaryFolder: Sendable {
  /// Its absolute path.
  public let path: String

  /// Makes it under `/tmp`.
  public init() throws(FileError) {
    guard let made = Folder.makeTemporary("/tmp/writ") else { throw FileError("/tmp") }
    path = made
  }

  /// Removes it with all that is in it.
  public func remove() { Folder.removeAll(path) }
}

extension Folder {
  /// Makes a folder that only this user can open, with a dot and six letters of its own behind the path, and
  /// gives its path; `nil`, with the reason in `errno`, where that fails.
  static func makeTemporary(_ path: String) -> String? {
    var template = Array("\(path).XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
