import Foundation
import Glibc

@testable import Files

/// A new folder that goes when it goes.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.appending(path: "writ-\(UUID().uuidString)").path
    mkdir(path, 0o700)
  }

  deinit { remove() }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  static func / (folder: TemporaryFolder, name: String) -> String { "\(folder.path)/\(name)" }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  func mode(of name: String) -> UInt32? {
    var status = stat()
    return stat(self / name, &status) == 0 ? status.st_mode & 0o7777 : nil
  }

  /// A file, a folder, links to both, a link to nothing, and a pipe.
  func makeOneOfEachKind() throws {
    try File.create(self / "file", with: Array("old".utf8))
    try Folder.make(self / "folder")
    symlink(self / "file", self / "link")
    symlink(self / "folder", self / "folder-link")
    symlink(self / "nowhere", self / "broken")
    mkfifo(self / "pipe", 0o600)
  }
}
