import Glibc

/// A folder of its own for a short while, which only this user can open.
public struct TemporaryFolder: Sendable {
  /// Its absolute path.
  public let path: String

  /// Makes it under `/tmp`.
  public init() throws(FileError) {
    var template = Array("/tmp/writ.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError("/tmp") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes it with all that is in it.
  public func remove() { Folder.removeAll(path) }
}
