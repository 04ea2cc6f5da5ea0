import CLibcrypto
import Foundation
import Testing

@testable import Signatures

/// An Ed25519 key that signs without a program being started, made of its name: the same in every
/// run. One whose name begins with `security-key` is the Ed25519 of a security key.
struct SoftwareKey {
  private let seed: [UInt8]
  private let isSecurityKey: Bool
  private static let application = Array("ssh:".utf8)

  init(_ name: String) {
    seed = SHA.sha256(Array(name.utf8))
    isSecurityKey = name.hasPrefix("security-key")
  }

  private var type: KeyType { isSecurityKey ? .securityKeyEd25519 : .ed25519 }

  /// The type and the base64, as `.pub` files have them.
  var line: String {
    get throws { "\(type.rawValue) \(Base64.encode(try blob))" }
  }

  /// The armor of the SSHSIG; a security key says that it was touched, and who touched it verified
  /// where that is wanted (OpenSSH PROTOCOL.sshsig and PROTOCOL.u2f).
  func sign(_ payload: [UInt8], _ namespace: String, isUserVerified: Bool = false) throws -> [UInt8]
  {
    let message =
      Array("SSHSIG".utf8)
      + wireForm(Array(namespace.utf8), [], Array("sha512".utf8), SHA.sha512(payload))
    let flags: [UInt8] = isSecurityKey ? [isUserVerified ? 5 : 1, 0, 0, 0, 7] : []
    let value = try withKey { key in
      try Self.sign(
        isSecurityKey ? SHA.sha256(Self.application) + flags + SHA.sha256(message) : message, key)
    }
    let fields = wireForm(
      try blob, Array(namespace.utf8), [], Array("sha512".utf8),
      wireForm(Array(type.rawValue.utf8), value) + flags)
    return Self.armor(Array("SSHSIG".utf8) + [0, 0, 0, 1] + fields)
  }

  private var blob: [UInt8] {
    get throws {
      let point = try withKey { key in
        var point = [UInt8](repeating: 0, count: 32)
        var count = point.count
        try #require(EVP_PKEY_get_raw_public_key(key, &point, &count) == 1 && count == 32)
        return point
      }
      return isSecurityKey
        ? wireForm(Array(type.rawValue.utf8), point, Self.application)
        : wireForm(Array(type.rawValue.utf8), point)
    }
  }

  private func withKey(_ body: (OpaquePointer) throws -> [UInt8]) throws -> [UInt8] {
    guard let key = EVP_PKEY_new_raw_private_key_ex(nil, "ED25519", nil, seed, seed.count) else {
      throw CryptographyError()
    }
    defer { EVP_PKEY_free(key) }
    return try body(key)
  }

  private static func sign(_ message: [UInt8], _ key: OpaquePointer) throws -> [UInt8] {
    let context = try #require(EVP_MD_CTX_new())
    defer { EVP_MD_CTX_free(context) }
    var signature = [UInt8](repeating: 0, count: 64)
    var count = signature.count
    try #require(EVP_DigestSignInit_ex(context, nil, nil, nil, nil, key, nil) == 1)
    try #require(EVP_DigestSign(context, &signature, &count, message, message.count) == 1)
    return signature
  }

  private static func armor(_ blob: [UInt8]) -> [UInt8] {
    let base64 = Array(Base64.encode(blob).utf8)
    var armor = Array("-----BEGIN SSH SIGNATURE-----\n".utf8)
    for start in stride(from: 0, to: base64.count, by: 70) {
      armor += base64[start..<min(start + 70, base64.count)] + [0x0A]
    }
    return armor + Array("-----END SSH SIGNATURE-----\n".utf8)
  }

  private func wireForm(_ strings: [UInt8]...) -> [UInt8] {
    var form: [UInt8] = []
    for string in strings { form.appendString(string) }
    return form
  }
}
