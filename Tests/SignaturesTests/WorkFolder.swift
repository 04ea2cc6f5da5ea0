import Foundation

/// A folder of its own in which a program of the machine works; it goes with its owner.
final class WorkFolder {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "writ-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    try Data(bytes).write(to: url.appending(path: name))
  }

  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url.appending(path: name)))
  }

  func remove(_ name: String) { try? FileManager.default.removeItem(at: url.appending(path: name)) }

  /// Runs a program by its path; `input` names the file that it reads.
  func run(_ program: String, _ arguments: [String], input: String? = nil) throws
    -> (status: Int32, output: [UInt8])
  {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = url
    process.environment = ["HOME": url.path, "LC_ALL": "C"]
    process.standardInput =
      try input.map { try FileHandle(forReadingFrom: url.appending(path: $0)) }
      ?? FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, Array(data))
  }

  /// A program did not do its work.
  struct Failure: Error {
    let arguments: [String]
    init(_ arguments: [String]) { self.arguments = arguments }
  }
}
