import Foundation

/// A repository of its own, made and changed by the machine's `git`, that goes when it goes.
///
/// It has its own home and an SSH key to sign with, so nothing of the user's configuration counts.
final class TemporaryRepository {
  let folder: String
  private let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "writ-\(UUID().uuidString)")
    folder = root.appending(path: "repository").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    try git(["init", "-q", "-b", "main"])
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  var home: String { root.appending(path: "home").path }

  /// Makes the key that `git tag -s` and `git commit -S` sign with from now on.
  func makeSigningKey() throws {
    let arguments = ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", "\(home)/key"]
    guard try run("/usr/bin/ssh-keygen", arguments).status == 0 else { throw Failure(arguments) }
    try git(["config", "gpg.format", "ssh"])
    try git(["config", "user.signingKey", "\(home)/key"])
    let key = try String(contentsOfFile: "\(home)/key.pub", encoding: .utf8)
    try Data("jane@example.org \(key)".utf8).write(to: URL(filePath: "\(home)/allowed"))
    try git(["config", "gpg.ssh.allowedSignersFile", "\(home)/allowed"])
  }

  /// Whether `ssh-keygen -Y verify` accepts the armor over the payload from the signing key.
  func verifies(armor: [UInt8], payload: [UInt8]) throws -> Bool {
    try Data(armor).write(to: URL(filePath: "\(home)/signature"))
    let arguments = [
      "-Y", "verify", "-f", "\(home)/allowed", "-I", "jane@example.org", "-n", "git",
      "-s", "\(home)/signature",
    ]
    return try run("/usr/bin/ssh-keygen", arguments, input: payload).status == 0
  }

  /// Runs `git` in the repository and gives what it prints; throws where it fails.
  @discardableResult
  func git(_ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
    let (status, output) = try run("/usr/bin/git", arguments, input: input)
    guard status == 0 else { throw Failure(arguments) }
    return output
  }

  /// As `git`, but gives the line that is printed.
  func line(_ arguments: [String], input: [UInt8] = []) throws -> String {
    String(decoding: try git(arguments, input: input), as: UTF8.self)
      .trimmingCharacters(in: .newlines)
  }

  /// Whether `git` succeeds.
  func succeeds(_ arguments: [String], input: [UInt8] = []) throws -> Bool {
    try run("/usr/bin/git", arguments, input: input).status == 0
  }

  private func run(_ program: String, _ arguments: [String], input: [UInt8] = []) throws
    -> (status: Int32, output: [UInt8])
  {
    let inputFile = root.appending(path: "input")
    try Data(input).write(to: inputFile)
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = [
      "HOME": home, "LC_ALL": "C", "PATH": "/usr/bin:/bin", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "Jane Doe", "GIT_AUTHOR_EMAIL": "jane@example.org",
      "GIT_COMMITTER_NAME": "Jane Doe", "GIT_COMMITTER_EMAIL": "jane@example.org",
      "GIT_AUTHOR_DATE": "1795276800 +0000", "GIT_COMMITTER_DATE": "1795276800 +0000",
    ]
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, Array(data))
  }

  struct Failure: Error {
    let arguments: [String]
    init(_ arguments: [String]) { self.arguments = arguments }
  }
}
