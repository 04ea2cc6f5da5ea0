import Foundation
import Objects

/// Vectors that others publish, read from the folder that `WRIT_VECTORS` names:
///
///     wycheproof/  C2SP Wycheproof, testvectors_v1: ed25519, ecdsa_secp256r1_sha256,
///                  ecdsa_secp384r1_sha384, ecdsa_secp521r1_sha512, rsa_signature_2048_sha256,
///                  rsa_signature_3072_sha512, rsa_signature_4096_sha256, each with _test.json
///     ed25519/     C2SP CCTV, ed25519: ed25519vectors.json
///     sshsig/      OpenSSH, regress/unittests/sshsig/testdata: *.pub, *.sig, namespace, signed-data
///
/// They are not part of this repository, which has no say in their licences; without the variable
/// the tests that need them are skipped, and say so.
enum Vectors {
  static let folder = ProcessInfo.processInfo.environment["WRIT_VECTORS"].map {
    URL(filePath: $0, directoryHint: .isDirectory)
  }

  static let isGiven = folder != nil

  static func data(_ path: String) throws -> Data {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    return try Data(contentsOf: folder.appending(path: path))
  }

  static func decode<T: Decodable>(_ type: T.Type, from path: String) throws -> T {
    try JSONDecoder().decode(type, from: data(path))
  }
}

/// Bytes that stand in JSON as hex digits.
struct HexBytes: Decodable {
  let bytes: [UInt8]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let bytes = Hex.decode(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not hex digits")
    }
    self.bytes = bytes
  }
}
