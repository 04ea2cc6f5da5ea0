import Foundation
import Glibc
import Objects
import Synchronization

@testable import Git

/// A repository of its own, made and changed by the machine's `git`, that goes when it goes.
final class TemporaryRepository {
  let root: String
  let folder: String

  /// Runs `git init` with these options, or leaves the folder empty for `nil`.
  init(_ options: [String]? = []) throws {
    root = FileManager.default.temporaryDirectory.appending(path: "writ-\(UUID().uuidString)").path
    folder = "\(root)/repository"
    for path in [folder, "\(root)/home"] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    if let options { try git(["init", "-q", "-b", "main"] + options) }
  }

  deinit { remove() }

  func remove() { try? FileManager.default.removeItem(atPath: root) }

  /// What the code under test sees when it is run in the folder, or in one below.
  func opened(in folder: String? = nil, environment: [String: String] = [:]) throws -> Repository {
    try Self.place.withLock { _ in
      let before = FileManager.default.currentDirectoryPath
      guard chdir(folder ?? self.folder) == 0 else { throw Failure(["chdir"]) }
      defer { chdir(before) }
      return try Repository(environment: environment)
    }
  }

  /// The current folder is the whole process's: one opens at a time.
  private static let place = Mutex<Void>(())

  /// Runs `git` in the repository and gives what it prints; throws where it fails.
  @discardableResult
  func git(
    _ arguments: [String], input: [UInt8] = [], time: Int = 1_795_276_800,
    environment: [String: String] = [:]
  ) throws -> [UInt8] {
    let inputFile = URL(filePath: "\(root)/input")
    try Data(input).write(to: inputFile)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/git")
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = [
      "HOME": "\(root)/home", "LC_ALL": "C", "PATH": "/usr/bin:/bin", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "Jane Doe", "GIT_AUTHOR_EMAIL": "jane@example.org",
      "GIT_COMMITTER_NAME": "Jane Doe", "GIT_COMMITTER_EMAIL": "jane@example.org",
      "GIT_AUTHOR_DATE": "@\(time) +0000", "GIT_COMMITTER_DATE": "@\(time) +0000",
    ].merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(arguments) }
    return Array(data)
  }

  /// What a program in Python prints.
  func python(_ program: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", program]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(["python3"]) }
    return Array(data)
  }

  /// As `git`, but gives the line that is printed.
  func line(_ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]) throws
    -> String
  {
    String(decoding: try git(arguments, input: input, environment: environment), as: UTF8.self)
      .trimmingCharacters(in: .newlines)
  }

  /// The object that a revision names.
  func id(_ revision: String) throws -> ObjectID {
    guard let id = ObjectID(hex: try line(["rev-parse", "--verify", revision])) else {
      throw Failure([revision])
    }
    return id
  }

  /// Makes an empty commit and gives its name.
  @discardableResult
  func commit(_ message: String = "A", time: Int = 1_795_276_800) throws -> ObjectID {
    try git(["commit", "-q", "--allow-empty", "-m", message], time: time)
    return try id("HEAD")
  }

  func write(_ text: String, to name: String) throws {
    let file = URL(filePath: "\(folder)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? FileManager.default.removeItem(at: file)
    try Data(text.utf8).write(to: file)
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(name)")
  }

  /// Where a loose object lies, from the top of the repository.
  static func loose(_ id: ObjectID) -> String {
    ".git/objects/\(id.description.prefix(2))/\(id.description.dropFirst(2))"
  }

  struct Failure: Error {
    let arguments: [String]
    init(_ arguments: [String]) { self.arguments = arguments }
  }
}
