import Foundation

/// The `ssh-keygen` of the machine.
final class SSHKeygen {
  static let path = "/usr/bin/ssh-keygen"
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

  private let folder: WorkFolder

  init() throws { folder = try WorkFolder() }

  /// Makes a key of the type, without a passphrase, and gives its public line.
  func makeKey(_ name: String, type: String, bits: Int? = nil) throws -> String {
    let bits = bits.map { ["-b", "\($0)"] } ?? []
    let arguments = ["-q", "-t", type, "-N", "", "-C", "a comment", "-f", name] + bits
    guard try folder.run(Self.path, arguments).status == 0 else {
      throw WorkFolder.Failure(arguments)
    }
    let line = String(decoding: try folder.read("\(name).pub"), as: UTF8.self)
    return line.trimmingCharacters(in: .newlines)
  }

  /// What `ssh-keygen -l` prints of the key between the bits and the comment.
  func fingerprint(_ name: String) throws -> String {
    let output = try folder.run(Self.path, ["-l", "-f", name]).output
    return String(decoding: output, as: UTF8.self).split(separator: " ").dropFirst().first
      .map(String.init) ?? ""
  }

  func sign(_ message: [UInt8], key: String, namespace: String, hash: String) throws -> [UInt8] {
    folder.remove("message.sig")
    try folder.write(message, to: "message")
    let arguments = [
      "-q", "-Y", "sign", "-n", namespace, "-f", key, "-O", "hashalg=\(hash)", "message",
    ]
    guard try folder.run(Self.path, arguments).status == 0 else {
      throw WorkFolder.Failure(arguments)
    }
    return try folder.read("message.sig")
  }

  func verifies(_ armor: [UInt8], of message: [UInt8], key: String, namespace: String) throws
    -> Bool
  {
    try folder.write("signer@example.org \(key)\n".utf8, to: "allowed")
    try folder.write(armor, to: "signature")
    try folder.write(message, to: "message")
    let arguments = [
      "-Y", "verify", "-f", "allowed", "-I", "signer@example.org", "-n", namespace,
      "-s", "signature",
    ]
    return try folder.run(Self.path, arguments, input: "message").status == 0
  }
}
