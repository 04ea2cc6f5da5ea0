import CLibcrypto
public import Objects

extension Digest {
  /// The SHA-256 of the bytes (FIPS 180-4, section 6.2). It cannot fail.
  public static func sha256(of bytes: some Sequence<UInt8>) -> Digest {
    let hash = SHA.hash(bytes, size: 32, by: writ_sha256)
    guard let digest = Digest(bytes: hash) else { preconditionFailure("SHA-256 is 32 bytes") }
    return digest
  }
}

/// A hash function of FIPS 180-4 that signatures are made with, by libcrypto's name.
enum HashFunction: String, Sendable {
  case sha256 = "SHA256"
  case sha384 = "SHA384"
  case sha512 = "SHA512"
}

/// The hash functions of FIPS 180-4, as raw bytes.
enum SHA {
  /// 32 bytes.
  static func sha256(_ bytes: [UInt8]) -> [UInt8] { hash(bytes, size: 32, by: writ_sha256) }

  /// 64 bytes.
  static func sha512(_ bytes: [UInt8]) -> [UInt8] { hash(bytes, size: 64, by: writ_sha512) }

  fileprivate typealias Function = (UnsafeRawPointer?, Int, UnsafeMutablePointer<UInt8>?) -> Void

  fileprivate static func hash(_ bytes: some Sequence<UInt8>, size: Int, by function: Function)
    -> [UInt8]
  {
    let hash = bytes.withContiguousStorageIfAvailable { bytes in
      [UInt8](unsafeUninitializedCapacity: size) { digest, count in
        function(bytes.baseAddress, bytes.count, digest.baseAddress)
        count = size
      }
    }
    return hash ?? self.hash(Array(bytes), size: size, by: function)
  }
}
