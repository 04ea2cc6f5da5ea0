import Foundation

/// The `ssh-keygen` of the machine, working in a folder of its own that goes with it.
final class SSHKeygen {
  static let path = "/usr/bin/ssh-keygen"
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "writ-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Makes a key of the type, without a passphrase, and gives its public line.
  func makeKey(_ name: String, type: String, bits: Int? = nil) throws -> String {
    let bits = bits.map { ["-b", "\($0)"] } ?? []
    let arguments = ["-q", "-t", type, "-N", "", "-C", "a comment", "-f", name] + bits
    guard try run(arguments).status == 0 else { throw Failure(arguments) }
    let line = try String(contentsOf: folder.appending(path: "\(name).pub"), encoding: .utf8)
    return line.trimmingCharacters(in: .newlines)
  }

  /// What `ssh-keygen -l` prints of the key between the bits and the comment.
  func fingerprint(_ name: String) throws -> String {
    let output = try run(["-l", "-f", name]).output
    return output.split(separator: " ").dropFirst().first.map(String.init) ?? ""
  }

  func sign(_ message: [UInt8], key: String, namespace: String, hash: String) throws -> [UInt8] {
    try? FileManager.default.removeItem(at: folder.appending(path: "message.sig"))
    try Data(message).write(to: folder.appending(path: "message"))
    let arguments = [
      "-q", "-Y", "sign", "-n", namespace, "-f", key, "-O", "hashalg=\(hash)", "message",
    ]
    guard try run(arguments).status == 0 else { throw Failure(arguments) }
    return Array(try Data(contentsOf: folder.appending(path: "message.sig")))
  }

  func verifies(_ armor: [UInt8], of message: [UInt8], key: String, namespace: String) throws
    -> Bool
  {
    try Data("signer@example.org \(key)\n".utf8).write(to: folder.appending(path: "allowed"))
    try Data(armor).write(to: folder.appending(path: "signature"))
    try Data(message).write(to: folder.appending(path: "message"))
    let arguments = [
      "-Y", "verify", "-f", "allowed", "-I", "signer@example.org", "-n", namespace,
      "-s", "signature",
    ]
    return try run(arguments, input: "message").status == 0
  }

  private func run(_ arguments: [String], input: String? = nil) throws
    -> (status: Int32, output: String)
  {
    let process = Process()
    process.executableURL = URL(filePath: Self.path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["HOME": folder.path, "LC_ALL": "C"]
    process.standardInput =
      try input.map { try FileHandle(forReadingFrom: folder.appending(path: $0)) }
      ?? FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  struct Failure: Error {
    let arguments: [String]
    init(_ arguments: [String]) { self.arguments = arguments }
  }
}
