import Foundation

@testable import Signatures

/// A security key in software: `openssl` holds the private half, and the flags are as the test asks.
final class SoftwareSecurityKey {
  static let openssl = "/usr/bin/openssl"
  static var isPossible: Bool { FileManager.default.isExecutableFile(atPath: openssl) }

  let type: KeyType
  let application: String
  private let folder: WorkFolder
  private let point: [UInt8]

  init(_ type: KeyType, application: String = "ssh:") throws {
    self.type = type
    self.application = application
    folder = try WorkFolder()
    let isEdwards = type == .securityKeyEd25519
    let algorithm = isEdwards ? ["ed25519"] : ["EC", "-pkeyopt", "ec_paramgen_curve:P-256"]
    _ = try Self.run(folder, ["genpkey", "-out", "key", "-algorithm"] + algorithm)
    let der = try Self.run(folder, ["pkey", "-in", "key", "-pubout", "-outform", "DER"])
    point = der.suffix(isEdwards ? 32 : 65)
  }

  /// The wire form; `application` is the one that the key says it is for.
  func blob(application: String? = nil) -> [UInt8] {
    let name = Array(type.rawValue.utf8)
    let application = Array((application ?? self.application).utf8)
    return type == .securityKeyEd25519
      ? [UInt8](strings: name, point, application)
      : [UInt8](strings: name, Array("nistp256".utf8), point, application)
  }

  /// The fields of a signature of the message, as OpenSSH has the device make it.
  func sign(_ message: [UInt8], flags: UInt8, counter: UInt32 = 7) throws -> SSHSIGFields {
    var fields = SSHSIGFields(key: blob(), algorithm: type.rawValue)
    fields.innerTail = [flags]
    fields.innerTail.append(bigEndian: counter)
    fields.value = try sign(
      SHA.sha256(Array(application.utf8)) + fields.innerTail
        + SHA.sha256(toBeSigned(message, fields)))
    return fields
  }

  /// The fields of a signature as a browser has the device make it, over this client data.
  func sign(
    _ client: ClientDataFields, flags: UInt8, extensions: [UInt8] = []
  ) throws -> SSHSIGFields {
    var fields = SSHSIGFields(key: blob(), algorithm: "webauthn-\(type.rawValue)")
    var device = [flags]
    device.append(bigEndian: 7)
    fields.value = try sign(
      SHA.sha256(Array(application.utf8)) + device + extensions + SHA.sha256(client.json))
    fields.innerTail =
      device + [UInt8](strings: Array(client.origin.utf8), client.json, extensions)
    return fields
  }

  /// What stands in place of the message (OpenSSH PROTOCOL.sshsig).
  func toBeSigned(_ message: [UInt8], _ fields: SSHSIGFields? = nil) -> [UInt8] {
    Array("SSHSIG".utf8)
      + [UInt8](
        strings: fields?.namespace ?? Array("git".utf8), [], Array("sha512".utf8),
        SHA.sha512(message))
  }

  private func sign(_ data: [UInt8]) throws -> [UInt8] {
    try folder.write(data, to: "data")
    if type == .securityKeyEd25519 {
      return try Self.run(folder, ["pkeyutl", "-sign", "-inkey", "key", "-rawin", "-in", "data"])
    }
    let der = try Self.run(folder, ["dgst", "-sha256", "-sign", "key", "data"])
    guard let (r, s) = StrictDER.signature(der) else { throw WorkFolder.Failure(["dgst"]) }
    return [UInt8](mpint: r) + [UInt8](mpint: s)
  }

  private static func run(_ folder: WorkFolder, _ arguments: [String]) throws -> [UInt8] {
    let (status, output) = try folder.run(openssl, arguments)
    guard status == 0 else { throw WorkFolder.Failure(arguments) }
    return output
  }
}

/// What a browser writes for the device to sign, each part of which a test can change alone.
struct ClientDataFields {
  var type = "webauthn.get"
  var challenge: String
  /// What the JSON says.
  var written = "https://desk.example.org"
  /// What stands beside it.
  var origin = "https://desk.example.org"
  var rest = ",\"crossOrigin\":false}"

  init(_ data: [UInt8]) { challenge = Self.base64URL(data) }

  var json: [UInt8] {
    Array(
      "{\"type\":\"\(type)\",\"challenge\":\"\(challenge)\",\"origin\":\"\(written)\"\(rest)".utf8)
  }

  static func base64URL(_ data: [UInt8]) -> String {
    Data(data).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .trimmingCharacters(in: ["="])
  }
}
