import Foundation
import Signatures

/// Keys of the people in the tests, made once by the machine's `ssh-keygen`, and signing with them.
/// Whatever other name is asked for is that of a `SoftwareKey`.
final class Keyring: Sendable {
  static let program = "/usr/bin/ssh-keygen"
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

  /// The one that all tests share.
  static func shared() throws -> Keyring { try made.get() }
  private static let made = Result { try Keyring() }
  /// One that starts no program: all its keys are in software.
  static let software = Keyring(folder: FileManager.default.temporaryDirectory, lines: [:])

  private let folder: URL
  private let lines: [String: String]

  private init(folder: URL, lines: [String: String]) {
    self.folder = folder
    self.lines = lines
  }

  private init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "writ-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var lines: [String: String] = [:]
    for (name, type, bits) in [
      ("jane-doe", "ed25519", nil), ("sam-lee", "ecdsa", "256"), ("bo-berg", "ed25519", nil),
      ("stranger", "ed25519", nil), ("another", "ed25519", nil), ("rsa", "rsa", "2048"),
      ("stranger-rsa", "rsa", "2048"), ("rsa-3072", "rsa", "3072"), ("p384", "ecdsa", "384"),
      ("p521", "ecdsa", "521"),
    ] {
      _ = try Self.run(
        ["-q", "-t", type, "-N", "", "-C", name, "-f", name] + (bits.map { ["-b", $0] } ?? []),
        in: folder)
      let line = try String(contentsOf: folder.appending(path: "\(name).pub"), encoding: .utf8)
      lines[name] = line.split(separator: " ").prefix(2).joined(separator: " ")
    }
    self.lines = lines
  }

  /// Type and base64.
  func line(_ name: String) throws -> String {
    try lines[name] ?? SoftwareKey(name).line
  }

  func fingerprint(_ name: String) throws -> Fingerprint {
    guard let fingerprint = Fingerprint(ofKeyText: try line(name)) else {
      throw Failure(arguments: [name])
    }
    return fingerprint
  }

  /// The armor, from the BEGIN line to the END line.
  func sign(_ payload: [UInt8], with name: String, namespace: String = "git") throws -> [UInt8] {
    guard lines[name] != nil else { return try SoftwareKey(name).sign(payload, namespace) }
    return try Self.run(
      ["-q", "-Y", "sign", "-n", namespace, "-f", name], input: payload, in: folder)
  }

  private static func run(_ arguments: [String], input: [UInt8] = [], in folder: URL) throws
    -> [UInt8]
  {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["HOME": folder.path, "LC_ALL": "C"]
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input))
    try stdin.fileHandleForWriting.close()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(arguments: arguments) }
    return Array(output)
  }

  struct Failure: Error {
    let arguments: [String]
  }
}
